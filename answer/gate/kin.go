package gate

import (
	"sync"

	"parley/article/analysis"
)

// members are the stems of each sense's group, by group.
var members = sync.OnceValue(func() map[int][]string {
	m := map[int][]string{}
	for stem, list := range senses() {
		for _, s := range list {
			m[s.group] = append(m[s.group], stem)
		}
	}
	return m
})

// Alike returns the words, as stems or exact forms, that the gate counts as the same word: "dead" for "killed". The word itself is among
// them; nil where it has no sense of its own. The order is not defined.
func Alike(t analysis.Token) []string {
	var out []string
	for _, s := range sensesOfToken(t) {
		out = append(out, members()[s.group]...)
	}
	return out
}

// Opposed says that two words exclude one another: open and closed.
func Opposed(a, b analysis.Token) bool {
	return opposed(sensesOfToken(a), sensesOfToken(b)) || reversed(a.Exact, b.Exact)
}

func sensesOfToken(t analysis.Token) []sense {
	if s, ok := senses()[t.Exact]; ok {
		return s
	}
	return senses()[t.Stem]
}
