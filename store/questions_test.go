package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"parley/answer"
	"parley/article"
)

func asked(id string) answer.Asked {
	return answer.Asked{ID: id, Guild: "local", Channel: "c", User: "u", Text: "When does the bridge open?", Locale: "en-GB", Private: true,
		Token: "secret", Message: "m", History: []answer.Turn{{Q: "a?", A: "b."}}, At: noon().Add(1500 * time.Millisecond)}
}

// saying is an answer of one sentence that cites one passage of a stored article.
func saying(r article.Receipt, text string) answer.Answer {
	return answer.Answer{Question: "When?", Verdict: answer.Answered, Mode: answer.Extractive, Sentences: []answer.Sentence{{
		Text: text, Citations: []answer.Citation{{N: 1, ArticleID: r.Entry.ID, Version: r.Entry.Version, Article: r.Entry.Source, Quote: text, End: len(text)}},
	}}}
}

func ids(t *testing.T, g *Guild) string {
	t.Helper()
	open, err := g.Open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, q := range open {
		list = append(list, q.ID)
	}
	return fmt.Sprint(list)
}

func TestWayOfAQuestion(t *testing.T) {
	ctx := context.Background()
	g := open(t, t.TempDir(), "local")
	r := add(t, g, doc("a.txt", bridge, repairs))
	q := asked("1")
	for i, want := range []bool{true, false} {
		if fresh, err := g.Begin(ctx, q); fresh != want || err != nil {
			t.Fatal("begin", i, fresh, err)
		}
	}
	if list, err := g.Open(ctx); err != nil || !cmp.Equal(list, []answer.Asked{q}) {
		t.Error(cmp.Diff([]answer.Asked{q}, list), err)
	}
	a := saying(r, bridge)
	number, err := g.Settle(ctx, "1", a)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := g.Settle(ctx, "1", a); !errors.Is(err, ErrNotOpen) {
		t.Error("settled twice:", err)
	}
	// The process may die here: the question stays open, with its token and its answer.
	back, stored, ok, err := g.AnswerOf(ctx, "1")
	if !ok || err != nil || !cmp.Equal(stored, a) || !cmp.Equal(back, q) || ids(t, g) != "[1]" {
		t.Error(cmp.Diff(a, stored), cmp.Diff(q, back), ok, err, ids(t, g))
	}
	for _, message := range []string{"900", "901", "900"} {
		if err := g.Posted(ctx, "1", message); err != nil {
			t.Fatal(err)
		}
	}
	q.Token = ""
	for name, find := range map[string]func() (answer.Asked, answer.Answer, bool, error){
		"message": func() (answer.Asked, answer.Answer, bool, error) { return g.ByMessage(ctx, "901") },
		"number":  func() (answer.Asked, answer.Answer, bool, error) { return g.ByNumber(ctx, number) },
	} {
		if back, stored, ok, err = find(); !ok || err != nil || !cmp.Equal(stored, a) || !cmp.Equal(back, q) {
			t.Error(name, cmp.Diff(q, back), ok, err)
		}
	}
	if _, _, ok, err := g.ByMessage(ctx, "none"); ok || err != nil {
		t.Error(ok, err)
	}
	if err := g.Fail(ctx, "1", "late"); !errors.Is(err, ErrNotOpen) {
		t.Error("a posted question failed:", err)
	}
	if ids(t, g) != "[]" {
		t.Error("still open:", ids(t, g))
	}
	sane(t, g)
}

// TestLastIn finds the last answer that all could see in a channel, whatever came in between.
func TestLastIn(t *testing.T) {
	ctx := context.Background()
	g := open(t, t.TempDir(), "local")
	r := add(t, g, doc("a.txt", bridge, repairs))
	for n, to := range []struct {
		channel          string
		private, settled bool
	}{{"7", false, true}, {"7", false, true}, {"7", true, true}, {"8", false, true}, {"7", false, false}} {
		q := asked(fmt.Sprint(n))
		q.Channel, q.Private, q.At = to.channel, to.private, q.At.Add(time.Duration(n)*time.Minute)
		if _, err := g.Begin(ctx, q); err != nil {
			t.Fatal(err)
		}
		if !to.settled {
			continue
		}
		if _, err := g.Settle(ctx, q.ID, saying(r, bridge)); err != nil {
			t.Fatal(err)
		}
		if err := g.Posted(ctx, q.ID, "90"+q.ID); err != nil {
			t.Fatal(err)
		}
	}
	for channel, want := range map[string]string{"7": "1", "8": "3", "9": ""} {
		if q, _, ok, err := g.LastIn(ctx, channel); q.ID != want || ok != (want != "") || err != nil {
			t.Errorf("last in %s: %q, %t, %v", channel, q.ID, ok, err)
		}
	}
	var plan string
	if err := g.ro.QueryRow("EXPLAIN QUERY PLAN "+answeredWhere+lastIn, "7").Scan(new(int), new(int), new(int), &plan); err != nil || !strings.Contains(plan, "questions_shown") {
		t.Errorf("the plan is %q, %v", plan, err)
	}
}

func TestFailedQuestionIsNotOpen(t *testing.T) {
	ctx := context.Background()
	g := open(t, t.TempDir(), "local")
	for _, id := range []string{"2", "1"} {
		if _, err := g.Begin(ctx, asked(id)); err != nil {
			t.Fatal(err)
		}
	}
	if err := g.Fail(ctx, "1", "the model and the disk failed"); err != nil || ids(t, g) != "[2]" {
		t.Error(err, ids(t, g))
	}
	for name, err := range map[string]error{
		"fail twice": g.Fail(ctx, "1", "again"), "fail unknown": g.Fail(ctx, "9", "x"), "post unanswered": g.Posted(ctx, "2", "900"),
	} {
		if !errors.Is(err, ErrNotOpen) {
			t.Error(name, err)
		}
	}
	if _, err := g.Settle(ctx, "1", answer.Answer{Verdict: answer.NotCovered}); !errors.Is(err, ErrNotOpen) {
		t.Error(err)
	}
	var tokens int
	if err := g.ro.QueryRow("SELECT count(*) FROM questions WHERE token <> '' AND id = '1'").Scan(&tokens); err != nil || tokens != 0 {
		t.Error("the token of a failed question is still there", err)
	}
	if _, err := g.Settle(ctx, "2", answer.Answer{Verdict: answer.NotCovered}); err != nil {
		t.Error("not covered is an answer:", err)
	}
	other := asked("3")
	other.Guild = "another"
	if _, err := g.Begin(ctx, other); err == nil {
		t.Error("another guild's question was recorded")
	}
}

func TestUnprovedAnswerIsNotStored(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*answer.Answer, *Guild)
		want  error
	}{
		"other words":  {func(a *answer.Answer, _ *Guild) { a.Sentences[0].Citations[0].Quote = "Ferries sank." }, ErrUnproved},
		"a byte off":   {func(a *answer.Answer, _ *Guild) { a.Sentences[0].Citations[0].Start++ }, ErrUnproved},
		"past the end": {func(a *answer.Answer, _ *Guild) { a.Sentences[0].Citations[0].End = 9999 }, ErrUnproved},
		"negative":     {func(a *answer.Answer, _ *Guild) { a.Sentences[0].Citations[0].Start = -1 }, ErrUnproved},
		"empty quote": {func(a *answer.Answer, _ *Guild) {
			a.Sentences[0].Citations[0] = answer.Citation{ArticleID: 1, Version: 1}
		}, ErrUnproved},
		"no article":     {func(a *answer.Answer, _ *Guild) { a.Sentences[0].Citations[0].ArticleID = 77 }, ErrUnproved},
		"no version":     {func(a *answer.Answer, _ *Guild) { a.Sentences[0].Citations[0].Version = 2 }, ErrUnproved},
		"no citation":    {func(a *answer.Answer, _ *Guild) { a.Sentences[0].Citations = nil }, ErrUnproved},
		"second is bare": {func(a *answer.Answer, _ *Guild) { a.Sentences = append(a.Sentences, answer.Sentence{Text: "So."}) }, ErrUnproved},
		"withdrawn": {func(_ *answer.Answer, g *Guild) {
			if err := g.Withdraw(context.Background(), 1, "wrong", "mod"); err != nil {
				panic(err)
			}
		}, ErrStale},
		"overtaken": {func(_ *answer.Answer, g *Guild) {
			if _, err := g.Add(context.Background(), doc("a.txt", bridge, storm), "mod"); err != nil {
				panic(err)
			}
		}, ErrStale},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			g := open(t, t.TempDir(), "local")
			a := saying(add(t, g, doc("a.txt", bridge, repairs)), bridge)
			if _, err := g.Begin(ctx, asked("1")); err != nil {
				t.Fatal(err)
			}
			c.spoil(&a, g)
			if _, err := g.Settle(ctx, "1", a); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if _, _, ok, err := g.AnswerOf(ctx, "1"); ok || err != nil || ids(t, g) != "[1]" {
				t.Error("something was stored:", ok, err, ids(t, g))
			}
			sane(t, g)
		})
	}
}
