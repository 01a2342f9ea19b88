package answer

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestALongNameIsSoughtByItsRarestWord(t *testing.T) {
	q := query{concepts: []concept{
		{idf: 2, forms: []form{{stems: []string{"ostrand"}, weight: 1}, {stems: []string{"unit", "republ", "ostrandia"}, weight: 0.5}}},
		{idf: 3, forms: []form{{stems: []string{"strike"}, weight: 1}}},
	}}
	df := map[string]int{"ostrand": 20, "unit": 900, "republ": 800, "ostrandia": 7, "strike": 50}
	strike := Sought{[]WeighedTerm{{"strike", 3}}}
	want := []Sought{{[]WeighedTerm{{"ostrand", 2}, {"ostrandia", 1}}}, strike}
	if diff := cmp.Diff(want, q.sought(df, smallGuild+1)); diff != "" {
		t.Error(diff)
	}
	want[0].Terms = []WeighedTerm{{"ostrand", 2}, {"unit", 1}, {"republ", 1}, {"ostrandia", 1}}
	if diff := cmp.Diff(want, q.sought(df, smallGuild)); diff != "" {
		t.Error("a small guild is sought by all terms:", diff)
	}
}
