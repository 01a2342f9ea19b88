package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"parley/answer"
	"parley/fault"
)

// evalCommand lets an operator compare models: it answers a set of questions whose right answers are known, and says how well.
type evalCommand struct {
	Questions string `required:"" placeholder:"FILE.jsonl" help:"Questions with what is expected of each answer; - is stdin."`
	JSON      bool   `help:"Print the numbers as one JSON object."`
	Verbose   bool   `short:"v" help:"Name each question that was not answered right."`
}

// expected is one question with what is expected of its answer.
type expected struct {
	ID, Question, Kind string
	History            []answer.Turn
	// Expect is answer, disputed or abstain; AlsoOK are other right outcomes.
	Expect string
	AlsoOK []string `json:"also_ok"`
	Gold   []gold
	// Must are groups of alternatives, parted by "|", of which each needs one in the reply or its quotes; MustNot stand in no reply.
	Must        []string
	MustNot     []string `json:"must_not"`
	MinArticles int      `json:"min_articles"`
}

// gold is a quote that carries the answer, or one side of it.
type gold struct{ Article, Quote, Side, Role string }

// grades are the sums over a set. The first part is counted as the project's grader counts it.
type grades struct {
	N            int `json:"n"`
	Right        int `json:"right"`
	Answerable   int `json:"answerable_n"`
	GoldCited    int `json:"gold_cited"`
	FalseAbstain int `json:"false_abstain"`
	Abstain      int `json:"abstain_n"`
	AbstainRight int `json:"abstain_right"`
	Disputed     int `json:"disputed_n"`
	BothSides    int `json:"both_sides"`
	FalseDispute int `json:"false_dispute"`
	MustNot      int `json:"must_not"`
	// ByModel counts answers that the model wrote; Written its sentences, Withheld those that were not shown as it wrote them.
	ByModel  int `json:"by_model"`
	Written  int `json:"written"`
	Withheld int `json:"withheld"`
	// Failed counts questions for which a prompt brought no reply.
	Failed    int     `json:"failed"`
	Prompts   int     `json:"prompts"`
	TokensIn  int     `json:"tokens_in"`
	TokensOut int     `json:"tokens_out"`
	Micros    int64   `json:"micros,omitempty"`
	MedianMS  float64 `json:"median_ms"`
	P90MS     float64 `json:"p90_ms"`

	times []float64
}

// Run asks every question and prints the sums. What cannot be read of the set is told, and the rest is still graded.
func (c *evalCommand) Run(ctx context.Context, p *program) error {
	room, err := p.visit(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	var g grades
	err = p.batch(ctx, c.Questions, func(line []byte) error {
		var q expected
		if err := json.Unmarshal(line, &q); err != nil || q.Question == "" || q.Expect == "" {
			return fault.New(`not a question of a set: a line has "question" and "expect" at least.`, err)
		}
		a, err := room.ask(ctx, answer.Question{ID: q.ID, Text: q.Question, History: q.History})
		if err != nil {
			return err
		}
		if !g.add(q, a) && c.Verbose {
			fmt.Fprintf(p.stdout, "miss  %s  want %s, got %s: %s\n", plain(q.ID), plain(q.Expect), outcome(a), oneLine(q.Question))
		}
		return nil
	})
	if err != nil && !errors.Is(err, errTold) {
		return err
	}
	g.finish()
	if c.JSON {
		return errors.Join(p.writeJSON(g), err)
	}
	fmt.Fprint(p.stdout, g.table())
	return err
}

// outcome is an answer's verdict as a set names it.
func outcome(a answer.Answer) string {
	switch a.Verdict {
	case answer.Answered, answer.Partial:
		return "answer"
	case answer.NotCovered:
		return "abstain"
	}
	return string(a.Verdict)
}

// add grades one answer and says whether it is right.
func (g *grades) add(q expected, a answer.Answer) bool {
	g.N++
	g.spend(a)
	got := outcome(a)
	fits := got == q.Expect || slices.Contains(q.AlsoOK, got)
	bad := got != "abstain" && slices.ContainsFunc(q.MustNot, func(s string) bool { return says(replyOf(a), s) })
	if bad {
		g.MustNot++
	}
	right := fits
	if q.Expect == "abstain" {
		g.Abstain++
		g.AbstainRight += one(fits)
	} else {
		right = g.answerable(q, a, got) && fits && !bad
	}
	g.Right += one(right)
	return right
}

// answerable grades the proof of a question that has an answer.
func (g *grades) answerable(q expected, a answer.Answer, got string) bool {
	g.Answerable++
	g.FalseAbstain += one(got == "abstain" && !slices.Contains(q.AlsoOK, "abstain"))
	hit, sides := q.hits(a)
	g.GoldCited += one(hit)
	right := hit && q.complete(a)
	if q.Expect == "disputed" {
		g.Disputed++
		g.BothSides += one(sides >= 2)
		right = right && sides >= 2
	} else if got == "disputed" {
		g.FalseDispute++
	}
	return right && len(articlesCited(a)) >= q.MinArticles
}

// spend counts what the model did for an answer and what it cost.
func (g *grades) spend(a answer.Answer) {
	g.times = append(g.times, a.ElapsedMS)
	g.ByModel += one(a.Mode == answer.Model)
	if a.Trace == nil {
		return
	}
	if !a.Trace.Cached {
		g.Prompts += a.Trace.Usage.Calls
		g.TokensIn += a.Trace.Usage.In
		g.TokensOut += a.Trace.Usage.Out
		g.Micros += a.Trace.Usage.Micros
	}
	g.Failed += one(slices.ContainsFunc(a.Trace.Rounds, func(r answer.Round) bool { return r.Error != "" }))
	for _, s := range a.Trace.Steps {
		g.Written += one(s.Became != "repaired")
		g.Withheld += one(s.Became == "dropped" || s.Became == "quotation")
	}
}

func (g *grades) finish() {
	if len(g.times) == 0 {
		return
	}
	slices.Sort(g.times)
	g.MedianMS, g.P90MS = g.times[len(g.times)/2], g.times[len(g.times)*9/10]
}

func (g *grades) table() string {
	var b strings.Builder
	row := func(what string, n, of int) {
		if of > 0 {
			fmt.Fprintf(&b, "%-28s %4d of %-4d %5.1f %%\n", what, n, of, 100*float64(n)/float64(of))
		}
	}
	row("right", g.Right, g.N)
	row("right quote cited", g.GoldCited, g.Answerable)
	row("silent, and rightly", g.AbstainRight, g.Abstain)
	row("silent, and wrongly", g.FalseAbstain, g.Answerable)
	row("both sides of a dispute", g.BothSides, g.Disputed)
	row("written by the model", g.ByModel, g.N)
	row("sentences withheld", g.Withheld, g.Written)
	row("questions with a failure", g.Failed, g.N)
	if g.Prompts > 0 {
		fmt.Fprintf(&b, "%-28s %.2f, with %d tokens in and %d out\n", "prompts a question", float64(g.Prompts)/float64(g.N), g.TokensIn/g.N, g.TokensOut/g.N)
	}
	if g.Micros > 0 {
		fmt.Fprintf(&b, "%-28s %.2f\n", "price of 1000 questions", float64(g.Micros)/1e3/float64(g.N))
	}
	fmt.Fprintf(&b, "%-28s %.0f ms, 90 %% within %.0f ms\n", "median time", g.MedianMS, g.P90MS)
	return b.String()
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
