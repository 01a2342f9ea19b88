package thesaurus

import (
	"slices"
	"testing"
)

func TestKinOf(t *testing.T) {
	for _, c := range []struct{ phrase, near string }{
		{"go-betweens", "mediator"}, {"go between", "mediator"}, {"bandages", "dressing"}, {"pulled out", "leave"},
		{"talks", "negotiation"}, {"react", "reaction"}, {"ceasefire", "truce"}, {"ceasefires", "armistice"},
		{"children", "kid"}, {"refugees", "exile"}, {"walked out", "strike"}, {"shelling", "bombardment"}, {"rapidly", "rapid"},
	} {
		if !slices.ContainsFunc(Kin(c.phrase), func(w Word) bool { return w.Text == c.near }) {
			t.Errorf("%q is not kin of %q: %v", c.near, c.phrase, Kin(c.phrase))
		}
	}
}
