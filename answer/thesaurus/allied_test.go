package thesaurus

import (
	"slices"
	"testing"
)

func allied(phrase, other string) bool {
	return slices.ContainsFunc(Allied(phrase), func(w Word) bool { return w.Text == other })
}

func TestAllied(t *testing.T) {
	for _, c := range []struct{ phrase, ally string }{
		{"vote", "ballot"},
		{"voted", "referendum"}, // the base's
		{"mediators", "negotiate"},
		{"flood", "downpour"},
		{"hospital", "ambulance"},
		{"evict", "tenant"},
		{"lorry", "truck"},
		{"bullets", "gun"},
	} {
		if !allied(c.phrase, c.ally) {
			t.Errorf("%q is not allied to %q: %v", c.ally, c.phrase, Allied(c.phrase))
		}
	}
	for _, c := range []struct{ phrase, other string }{
		{"vote", "vote"}, {"banana", "treaty"}, {"bread", "minister"}, {"open", "close"}, {"win", "lose"},
	} {
		if allied(c.phrase, c.other) {
			t.Errorf("%q is allied to %q", c.other, c.phrase)
		}
	}
	if got := Allied("zzyzx"); got != nil {
		t.Errorf("an unknown word has the allies %v", got)
	}
}

func TestAlliedComeHeaviestFirstWithTheirIrregularForms(t *testing.T) {
	for _, phrase := range []string{"vote", "refugee", "collapse"} {
		words := Allied(phrase)
		for i, w := range words {
			if w.Weight < 0.25 || w.Weight > 1 || i > 0 && i < 20 && w.Weight > words[i-1].Weight {
				t.Errorf("%q: %v at place %d", phrase, w, i)
			}
		}
	}
	if !allied("battle", "fought") {
		t.Errorf("battle leads to no form of fight: %v", Allied("battle"))
	}
}

func TestAlliedWeights(t *testing.T) {
	n := loaded()
	for i := range n.ends {
		for _, w := range Allied(n.word(i)) {
			if w.Weight < 0.3 || w.Weight > 1 {
				t.Fatalf("%q is allied to %q by %v, not by 0.3 to 1", w.Text, n.word(i), w.Weight)
			}
		}
	}
}
