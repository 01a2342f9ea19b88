package article_test

import (
	"fmt"
	"strings"
	"testing"

	"parley/article"
)

// TestHeads holds what is read off the head of a text, in the shapes of sites: each file is named after a shape. It also holds the
// whole of what may be cited, so that no sentence of the story goes with the head, and nothing of the head stays.
func TestHeads(t *testing.T) { golden(t, "testdata/heads/*.txtar", headOf) }

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
