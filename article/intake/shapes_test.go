package intake

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"golang.org/x/tools/txtar"

	"parley/article"
)

// shapeFloors is the least share, in hundredths, that may be read right over all shapes. The shapes were written before the
// rules that read them; a new one that is misread is worth keeping in the table.
var shapeFloors = map[string]int{
	"title": 95, "publisher": 95, "author": 95, "published": 95, "language": 95, "junk": 95, "keep": 100, "at": 100,
}

// tally is how many of what the shapes ask for were read right.
type tally struct{ right, all int }

// TestShapes reads texts and pages in the many shapes that people post, and counts field by field what is read right: a field that
// the text does not give must stay empty, a line of junk must be in no passage, a line of news must be in one.
func TestShapes(t *testing.T) {
	paths, err := filepath.Glob("testdata/shapes/*.txtar")
	if err != nil || len(paths) < 40 {
		t.Fatalf("%d shapes: %v", len(paths), err)
	}
	tallies := map[string]*tally{}
	for name := range shapeFloors {
		tallies[name] = &tally{}
	}
	for _, path := range paths {
		ar, err := txtar.ParseFile(path)
		if err != nil || len(ar.Files) != 2 {
			t.Fatalf("%s: %d files, %v", path, len(ar.Files), err)
		}
		doc, err := New(Options{}).Bytes(context.Background(), ar.Files[0].Name, "", ar.Files[0].Data)
		if err != nil {
			t.Errorf("%s: %v", path, err)
		}
		for _, miss := range judge(doc, string(ar.Files[1].Data), tallies) {
			t.Logf("%s: %s", filepath.Base(path), miss)
		}
	}
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, name := range slices.Sorted(maps.Keys(tallies)) {
		got := tallies[name]
		fmt.Fprintf(w, "%s\t%d of %d\t\n", name, got.right, got.all)
		if got.all == 0 || got.right*100 < shapeFloors[name]*got.all {
			t.Errorf("%s: %d of %d is below %d in a hundred", name, got.right, got.all, shapeFloors[name])
		}
	}
	w.Flush()
	t.Logf("read right over %d shapes:\n%s", len(paths), table.String())
}

// judge counts what a document has right of what a shape wants, and tells each miss.
func judge(doc article.Document, want string, tallies map[string]*tally) (misses []string) {
	count := func(name string, ok bool, miss string) {
		tallies[name].all++
		if ok {
			tallies[name].right++
		} else {
			misses = append(misses, name+": "+miss)
		}
	}
	fields := map[string]string{}
	for line := range strings.Lines(want) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "junk":
			count(key, passageWith(doc, value) == nil, value)
		case "keep":
			count(key, passageWith(doc, value) != nil, value)
		case "at":
			day, text, _ := strings.Cut(value, " ")
			p := passageWith(doc, text)
			count(key, p != nil && stampOf(p.At) == day, value)
		default:
			fields[key] = value
		}
	}
	for name, got := range map[string]string{"title": doc.Title, "publisher": doc.Publisher, "author": doc.Author,
		"published": stampOf(doc.Published), "language": doc.Language} {
		count(name, got == fields[name], fmt.Sprintf("read %q, not %q", got, fields[name]))
	}
	return misses
}

// passageWith returns the passage that holds text, nil where none does.
func passageWith(doc article.Document, text string) *article.Passage {
	i := slices.IndexFunc(doc.Passages, func(p article.Passage) bool { return strings.Contains(fold(p.Text), fold(text)) })
	if i < 0 {
		return nil
	}
	return &doc.Passages[i]
}

func stampOf(w article.When) string {
	if w.Clock {
		return w.Time.Format(time.RFC3339)
	}
	return w.Day()
}
