package main

import (
	"testing"

	"parley/answer"
)

func TestSays(t *testing.T) {
	for _, tt := range []struct {
		text, s string
		want    bool
	}{
		{"About 2,600 people left Hársk.", "2,600 people", true}, {"About 12,600 people left.", "2,600", false}, {"It cost 2,600.5 crowns.", "2,600", false},
		{"It was 3.", "3", true}, {"Hársk flooded", "harsk", true}, {"The “old” dam", `"OLD" dam`, true}, {"dams", "dam", false}, {"the dam", "", true},
	} {
		if got := says(tt.text, tt.s); got != tt.want {
			t.Errorf("%q in %q: %t", tt.s, tt.text, got)
		}
	}
}

func TestSameQuote(t *testing.T) {
	const want = "The river rose by two metres overnight and cut the road to the mill."
	for quote, same := range map[string]bool{
		want: true, "Officials said. " + want: true, "The river rose by two metres overnight.": true, "rose by two metres overnight and cut the road": true,
		"The river": false, "The road to the mill was cut, and the river rose.": false, "": false,
	} {
		if got := sameQuote(quote, want); got != same {
			t.Errorf("%q: %t", quote, got)
		}
	}
}

func TestGrades(t *testing.T) {
	cited := func(text, quote string) answer.Sentence {
		return answer.Sentence{Text: text, Citations: []answer.Citation{{Article: "flood.txt", Quote: quote}}}
	}
	const quote = "The river rose by two metres overnight and cut the road."
	asked := expected{Question: "q", Expect: "answer", Gold: []gold{{Article: "flood.txt", Quote: quote}}, Must: []string{"two metres|2 m"}, MustNot: []string{"three"}}
	for name, tt := range map[string]struct {
		q     expected
		a     answer.Answer
		right bool
	}{
		"right":            {asked, answer.Answer{Verdict: answer.Answered, Sentences: []answer.Sentence{cited("It rose two metres.", quote)}}, true},
		"another quote":    {asked, answer.Answer{Verdict: answer.Answered, Sentences: []answer.Sentence{cited("It rose two metres.", "Nobody was hurt.")}}, false},
		"a wrong word":     {asked, answer.Answer{Verdict: answer.Answered, Sentences: []answer.Sentence{cited("It rose three metres.", quote)}}, false},
		"silent":           {asked, answer.Answer{Verdict: answer.NotCovered}, false},
		"rightly silent":   {expected{Question: "q", Expect: "abstain"}, answer.Answer{Verdict: answer.NotCovered}, true},
		"should be silent": {expected{Question: "q", Expect: "abstain"}, answer.Answer{Verdict: answer.Answered}, false},
		"one side": {expected{Question: "q", Expect: "disputed", Gold: []gold{{Article: "flood.txt", Quote: quote, Side: "a"}}},
			answer.Answer{Verdict: answer.Disputed, Sentences: []answer.Sentence{cited("It rose.", quote)}}, false},
	} {
		var g grades
		if got := g.add(tt.q, tt.a); got != tt.right || g.Right != one(tt.right) || g.N != 1 {
			t.Errorf("%s: %t, %+v", name, got, g)
		}
	}
}

func TestGradesCountWhatTheModelCost(t *testing.T) {
	var g grades
	a := answer.Answer{Mode: answer.Model, Verdict: answer.NotCovered, Trace: &answer.Trace{
		Rounds: []answer.Round{{Name: "write"}, {Name: "repair", Error: "busy"}},
		Steps:  []answer.Step{{Became: "shown"}, {Became: "dropped"}, {Became: "quotation"}, {Became: "repaired"}},
	}}
	a.Trace.Usage.Calls, a.Trace.Usage.In, a.Trace.Usage.Out, a.Trace.Usage.Micros = 2, 4000, 500, 900
	g.add(expected{Question: "q", Expect: "abstain"}, a)
	g.finish()
	if g.ByModel != 1 || g.Written != 3 || g.Withheld != 2 || g.Failed != 1 || g.Prompts != 2 || g.TokensIn != 4000 || g.Micros != 900 {
		t.Errorf("%+v", g)
	}
	a.Trace.Cached = true
	if g.add(expected{Question: "q", Expect: "abstain"}, a); g.Prompts != 2 || g.TokensIn != 4000 || g.TokensOut != 500 || g.Micros != 900 || g.ByModel != 2 {
		t.Errorf("a remembered answer costs again: %+v", g)
	}
}
