package parlance

import (
	"slices"
	"strings"
	"testing"
)

func TestWritten(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{
		{"cops", 1, "police"},
		{"tied the knot", 3, "wedding"},
		{"dragging its feet", 3, "delay"},
		{"go between", 2, "mediator"},
		{"the of and", 0, ""},
	} {
		n, phrases := Written(strings.Fields(c.text), 0)
		if n != c.n || c.want != "" && !slices.Contains(phrases, c.want) {
			t.Errorf("%q: %d words, %q", c.text, n, phrases)
		}
	}
}

// A line that breaks the form of the lists would be lost or mislead in silence.
func TestListsHoldTheirForm(t *testing.T) {
	lists, err := files.ReadDir("words")
	if err != nil || len(lists) == 0 {
		t.Fatalf("%d lists, %v", len(lists), err)
	}
	for _, list := range lists {
		text, _ := files.ReadFile("words/" + list.Name())
		for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
			said, news, found := strings.Cut(line, "\t")
			all := append(strings.Split(said, ", "), strings.Split(news, ", ")...)
			if !found || strings.Contains(news, "\t") || line != strings.ToLower(line) {
				t.Errorf("%s:%d: %q", list.Name(), i+1, line)
			}
			for k, phrase := range all {
				if n := len(strings.Fields(phrase)); n == 0 || n > most || strings.TrimSpace(phrase) != phrase || slices.Contains(all[:k], phrase) {
					t.Errorf("%s:%d: %q", list.Name(), i+1, phrase)
				}
			}
		}
	}
}
