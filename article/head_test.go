package article_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"parley/article"
)

// TestHeads holds what is read off the head of a text, in the shapes of sites: each file is named after a shape. It also holds the
// whole of what may be cited, so that no sentence of the story goes with the head, and nothing of the head stays.
func TestHeads(t *testing.T) {
	paths, err := filepath.Glob("testdata/heads/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no heads: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := headOf(article.Parse("case.txt", string(ar.Files[0].Data), article.Meta{}, nil))
			if *update {
				ar.Files = append(ar.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if len(ar.Files) < 2 {
				t.Fatal("the case says nothing of what is wanted: review what -update writes")
			}
			if diff := cmp.Diff(string(ar.Files[1].Data), got); diff != "" {
				t.Errorf("want -, got +\n%s", diff)
			}
		})
	}
}

func headOf(d article.Document) string {
	var b strings.Builder
	for _, f := range [][2]string{{"title", d.Title}, {"publisher", d.Publisher}, {"author", d.Author},
		{"published", moment(d.Published)}, {"yearless", d.YearlessDay}} {
		if f[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", f[0], f[1])
		}
	}
	for _, p := range d.Passages {
		fmt.Fprintf(&b, "passage %q\n", p.Text)
	}
	return b.String()
}
