package article_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"parley/article"
)

var update = flag.Bool("update", false, "write what Parse returns into testdata as what is wanted")

// TestParse holds the cases of testdata: each file is named after a behaviour and has the text and what becomes of it.
func TestParse(t *testing.T) { golden(t, "testdata/*.txtar", render) }

// golden holds each case of a folder, the text and what becomes of it, as write writes it; with -update it writes what is wanted.
func golden(t *testing.T, pattern string, write func(article.Document) string) {
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := write(article.Parse("case.txt", string(ar.Files[0].Data), article.Meta{}, nil))
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

// render writes a document the way a case wants it: what is known, what was dropped, and each passage by its sentences.
func render(d article.Document) string {
	var b strings.Builder
	for _, f := range [][2]string{{"title", d.Title}, {"publisher", d.Publisher}, {"author", d.Author}, {"url", d.URL},
		{"published", moment(d.Published)}, {"language", d.Language}, {"agency", d.Agency}} {
		if f[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", f[0], f[1])
		}
	}
	for _, x := range d.Dropped {
		fmt.Fprintf(&b, "dropped %s: %q\n", x.Class, d.Body[x.Start:x.End])
	}
	for _, p := range d.Passages {
		fmt.Fprintf(&b, "passage")
		for _, f := range [][2]string{{"heading", p.Heading}, {"speaker", p.Speaker}, {"at", moment(p.At)}} {
			if f[1] != "" {
				fmt.Fprintf(&b, " %s=%q", f[0], f[1])
			}
		}
		b.WriteString("\n")
		for _, s := range article.Sentences(p.Text) {
			fmt.Fprintf(&b, "\t%q\n", p.Text[s.Start:s.End])
		}
	}
	return b.String()
}

func moment(w article.When) string {
	if w.Clock {
		return w.Time.Format(time.RFC3339)
	}
	return w.Day()
}
