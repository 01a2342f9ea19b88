package gate

import (
	_ "embed"
	"strings"
	"sync"

	"parley/article/analysis"
)

//go:embed senses.txt
var sensesFile string

// sense is what a stem means: its group, and the line whose other groups exclude it (0 for a line of one group).
type sense struct{ line, group int }

// senses gives the senses of a stem. A word may have several; the first line that holds it makes its key.
var senses = sync.OnceValue(func() map[string][]sense {
	m := map[string][]sense{}
	group := 0
	for n, line := range strings.Split(sensesFile, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		groups := strings.Split(line, "|")
		for _, g := range groups {
			group++
			for _, t := range analysis.Tokenize(g, "en") {
				s := sense{group: group}
				if len(groups) > 1 {
					s.line = n + 1
				}
				m[t.Stem] = append(m[t.Stem], s)
				if t.Exact != t.Stem {
					m[t.Exact] = append(m[t.Exact], s)
				}
			}
		}
	}
	return m
})

// sensesOf are the senses of a word.
func sensesOf(w *word) []sense {
	if s, ok := senses()[w.exact]; ok {
		return s
	}
	return senses()[w.stem]
}

// akin says that two words have a sense in common.
func akin(a, b []sense) bool {
	for _, x := range a {
		for _, y := range b {
			if x.group == y.group {
				return true
			}
		}
	}
	return false
}

// prefixes turn a word round: unsafe, illegal, disagree.
var prefixes = []string{"un", "in", "im", "il", "ir", "dis", "non"}

// reversed says that one word is the other with a prefix that turns it round.
func reversed(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	for _, p := range prefixes {
		if len(b) > 3 && len(a) == len(b)+len(p) && a[:len(p)] == p && a[len(p):] == b {
			return true
		}
	}
	return false
}

// opposed says that some sense of a excludes one of b, and none is shared.
func opposed(a, b []sense) bool {
	if akin(a, b) {
		return false
	}
	for _, x := range a {
		for _, y := range b {
			if x.line > 0 && x.line == y.line {
				return true
			}
		}
	}
	return false
}
