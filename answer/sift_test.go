package answer

import (
	"fmt"
	"testing"

	"parley/article"
)

func candidates(texts ...string) []Candidate {
	var out []Candidate
	for i, s := range texts {
		out = append(out, Candidate{ID: article.PassageID(i + 1), Passage: article.Passage{Text: s, Span: article.Span{End: len(s)}}})
	}
	return out
}

func TestSiftKeepsWhatNamesTheMost(t *testing.T) {
	q := parse("Which cities did the ferry strike close?", nil)
	q.weigh(map[string]int{"citi": 400, "ferri": 300, "strike": 300, "close": 900}, 100_000)
	m := newMatcher(&q, nil)
	texts := make([]string, 199)
	for i := range texts {
		texts[i] = fmt.Sprintf("Number %d: the strikers of pier %d went home; publicity was not sought.", i, i)
	}
	texts[150] = "The ferry strike has closed one city after another."
	kept := m.sift(candidates(texts...), smallGuild+1)
	if len(kept) != examined {
		t.Fatal("kept", len(kept))
	}
	found := false
	for i, c := range kept {
		if i < trusted && c.ID != article.PassageID(i+1) {
			t.Errorf("place %d has passage %d: the index's first are kept as they came", i, c.ID)
		}
		if i > 0 && kept[i-1].ID >= c.ID {
			t.Errorf("passage %d stands behind %d", c.ID, kept[i-1].ID)
		}
		found = found || c.ID == 151
	}
	if !found {
		t.Error("the passage that names all was dropped")
	}
	if all := m.sift(candidates(texts...), smallGuild); len(all) != len(texts) {
		t.Error("a small guild lost candidates:", len(all))
	}
}

func TestBeginsCountsWords(t *testing.T) {
	for _, c := range []struct {
		text, root string
		want       int
	}{
		{"the city and its cities", "cit", 2},
		{"publicity", "cit", 0},
		{"cit", "cit", 1},
		{"", "cit", 0},
		{"citcit cit cit cit cit cit", "cit", enoughOften},
		{"l’élan", "élan", 1},
	} {
		if got := begins(c.text, c.root); got != c.want {
			t.Errorf("%q in %q: %d, want %d", c.root, c.text, got, c.want)
		}
	}
}

func TestALongNameIsSoughtByItsRarestWord(t *testing.T) {
	q := query{concepts: []concept{
		{forms: []form{{stems: []string{"ostrand"}}, {stems: []string{"unit", "republ", "ostrandia"}}}},
		{forms: []form{{stems: []string{"strike"}}, {stems: []string{"ostrand"}}}},
	}}
	df := map[string]int{"ostrand": 20, "unit": 900, "republ": 800, "ostrandia": 7, "strike": 50}
	all := []string{"ostrand", "unit", "republ", "ostrandia", "strike"}
	if got := fmt.Sprint(q.sought(all, df, smallGuild+1)); got != "[ostrand ostrandia strike]" {
		t.Error(got)
	}
	if got := q.sought(all, df, smallGuild); len(got) != len(all) {
		t.Error("a small guild is sought by all terms, not", got)
	}
}
