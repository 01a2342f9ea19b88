package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/answer"
	"parley/article"
	"parley/llm/llmtest"
)

const (
	// enginesKnown and ferryStopped are questions that the ferry's article answers.
	enginesKnown = "How many new engines does the ferry need?"
	ferryStopped = "When did the ferry between Norrby and Esk stop?"
)

// operated is the program as an operator has set it, at a time that the test turns.
func operated(t *testing.T, e *llmtest.Endpoint, data string, now *time.Time) *program {
	t.Helper()
	return &program{
		settings: settings{Data: data, Guild: "norrby", modelSettings: modelSettings{Model: llmtest.Model, ModelURL: e.URL()}},
		getenv:   func(string) string { return "" }, clock: func() time.Time { return *now }, stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{},
	}
}

// askAs opens the guild as a program that has just started, and asks.
func askAs(t *testing.T, p *program, member, text string) answer.Answer {
	t.Helper()
	ctx := context.Background()
	room, err := p.enter(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer room.leave()
	if _, err := room.Add(ctx, article.Parse("ferry.txt", ferryNews, article.Meta{}, nil), "test"); err != nil {
		t.Fatal(err)
	}
	a, err := room.ask(ctx, answer.Question{Text: text, Member: member})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestTheDaysLimitsOutliveTheProgram: each question is asked of a program that has just started.
func TestTheDaysLimitsOutliveTheProgram(t *testing.T) {
	for name, tt := range map[string]struct {
		limit func(*modelSettings)
		other func(*program) // makes it one whom the limit does not touch, nil where it touches all
		says  string
	}{
		"operator": {func(m *modelSettings) { m.Tokens = 10 }, nil, "Today's budget"},
		"guild":    {func(m *modelSettings) { m.GuildTokens = 10 }, func(p *program) { p.Guild = "esk" }, "This community's budget"},
		"member":   {func(m *modelSettings) { m.MemberPrompt = 1 }, nil, "Your budget"},
	} {
		t.Run(name, func(t *testing.T) {
			now := time.Date(2031, 4, 30, 23, 0, 0, 0, time.UTC)
			e, data := llmtest.Start(t, llmtest.Say(scripted)), t.TempDir()
			start := func() *program {
				p := operated(t, e, data, &now)
				tt.limit(&p.modelSettings)
				return p
			}
			if a := askAs(t, start(), "mira", enginesKnown); a.Mode != answer.Model {
				t.Fatalf("the first answer is %s: %s", a.Mode, a.Note)
			}
			sent := len(e.Requests())
			a := askAs(t, start(), "mira", ferryStopped)
			if a.Mode != answer.Extractive || len(a.Sentences) == 0 || !strings.Contains(a.Note, tt.says) || !strings.Contains(a.Note, "own sentences") {
				t.Errorf("beyond the limit: %s, %d sentences, %q", a.Mode, len(a.Sentences), a.Note)
			}
			if len(e.Requests()) != sent {
				t.Errorf("%d prompts were sent beyond the limit", len(e.Requests())-sent)
			}
			if tt.other != nil {
				p := start()
				tt.other(p)
				askAs(t, p, "mira", ferryStopped)
			} else if name == "member" {
				askAs(t, start(), "jon", ferryStopped)
			}
			if free := name != "operator"; free != (len(e.Requests()) > sent) {
				t.Errorf("somebody else was asked for: %t", !free)
			}
			now, sent = now.Add(2*time.Hour), len(e.Requests())
			if askAs(t, start(), "mira", ferryStopped); len(e.Requests()) == sent {
				t.Error("the limit did not end with the day")
			}
		})
	}
}

// TestTheSampleSpendsTheOperatorsBudget: its guild goes with the process, what was paid does not.
func TestTheSampleSpendsTheOperatorsBudget(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	now := time.Date(2031, 5, 1, 12, 0, 0, 0, time.UTC)
	e, data := llmtest.Start(t, llmtest.Say(`{"verdict": "not_covered", "sentences": [], "search_again": ""}`)), t.TempDir()
	var notes []string
	for range 2 {
		p := operated(t, e, data, &now)
		p.Tokens = 10
		room, err := p.enterSample(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		a, err := room.ask(t.Context(), answer.Question{Text: strings.Split(sampleQuestions, "\n")[0]})
		room.leave()
		if err != nil {
			t.Fatal(err)
		}
		notes = append(notes, a.Note)
	}
	if strings.Contains(notes[0], "budget") || !strings.Contains(notes[1], "budget") {
		t.Errorf("notes %q", notes)
	}
	files, err := os.ReadDir(data)
	if err != nil || len(files) != 1 || files[0].Name() != ".operator.db" {
		t.Errorf("the data folder holds %v, %v", files, err)
	}
}

// TestEvalShowsThePrice of a thousand questions, from the prices that are set.
func TestEvalShowsThePrice(t *testing.T) {
	now := time.Date(2031, 5, 1, 12, 0, 0, 0, time.UTC)
	s := llmtest.Say(scripted)
	s.Steps[0].Read = 2000
	e := llmtest.Start(t, s)
	p := operated(t, e, t.TempDir(), &now)
	askAs(t, p, "", enginesKnown)
	set := filepath.Join(t.TempDir(), "set.jsonl")
	if err := os.WriteFile(set, []byte(`{"id":"1","question":"`+ferryStopped+`","expect":"answer"}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for prices, shown := range map[[2]string]bool{{"0", "0"}: false, {"0.5", "0"}: true, {"0", "1.25"}: true} {
		var out bytes.Buffer
		p.stdout = &out
		for i, to := range []*price{&p.PriceIn, &p.PriceOut} {
			if err := to.UnmarshalText([]byte(prices[i])); err != nil {
				t.Fatal(err)
			}
		}
		if err := (&evalCommand{Questions: set}).Run(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "price of 1000 questions") != shown {
			t.Errorf("at %v:\n%s", prices, out.String())
		}
	}
}

func TestModelSettingsThatCannotBe(t *testing.T) {
	for _, text := range []string{"", "x", "-1", "0,15", "NaN", "Inf", "1e300"} {
		if p := price(7); p.UnmarshalText([]byte(text)) == nil || p != 7 {
			t.Errorf("%q is the price %v", text, p)
		}
	}
	var p price
	if err := p.UnmarshalText([]byte("0.15")); err != nil || p.micros() != 150_000 {
		t.Errorf("0.15 is %d, %v", p.micros(), err)
	}
	good := modelSettings{Patience: 25 * time.Second, AtOnce: 4}
	for name, m := range map[string]modelSettings{
		"hasty": {Patience: time.Millisecond, AtOnce: 4}, "patient": {Patience: time.Hour, AtOnce: 4}, "none": {Patience: good.Patience}, "many": {Patience: good.Patience, AtOnce: 5000},
	} {
		if m.Validate() == nil {
			t.Errorf("%s: %+v is taken", name, m)
		}
	}
	if err := good.Validate(); err != nil {
		t.Error(err)
	}
}
