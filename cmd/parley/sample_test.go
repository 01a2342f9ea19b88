package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"parley/answer"
)

// TestSampleAnswers holds that what a newcomer is invited to ask is answered, with proof, from pieces that say that they
// are summaries.
func TestSampleAnswers(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	p := sampleProgram(t)
	room, err := p.enterSample(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer room.leave()
	var verdicts []answer.Verdict
	for _, q := range strings.Split(strings.TrimSpace(sampleQuestions), "\n") {
		a, err := room.ask(t.Context(), answer.Question{Text: q})
		if err != nil {
			t.Fatal(err)
		}
		verdicts = append(verdicts, a.Verdict)
		if len(a.Sentences) == 0 {
			t.Errorf("%q is not answered", q)
		}
		for _, s := range a.Sentences {
			for _, c := range s.Citations {
				if !strings.HasPrefix(c.Title, "Summary: ") {
					t.Errorf("%q cites %q, which does not say that it is a summary", q, c.Title)
				}
			}
		}
	} // Two of the summaries give the talks another length, and two name another head of the delegation, each by its own source.
	if diff := cmp.Diff([]answer.Verdict{answer.Disputed, answer.Disputed, answer.Answered}, verdicts); diff != "" {
		t.Error(diff)
	}
}

// TestSampleIsSilent: over the sample too, what is no question of it gets no citation.
func TestSampleIsSilent(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	room, err := sampleProgram(t).enterSample(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer room.leave()
	for _, q := range []string{
		`"* OR NEAR(a b) AND ^ : title:x {} -`, "'; DROP TABLE articles; --", "SELECT * FROM passages WHERE 1=1;", "x", "?", "Which film won the prize in Cannes?",
	} {
		a, err := room.ask(t.Context(), answer.Question{Text: q})
		if err != nil {
			t.Fatal(err)
		}
		if a.Verdict != answer.NotCovered || len(a.Sentences) > 0 {
			t.Errorf("%q is %s, with %d sentences", q, a.Verdict, len(a.Sentences))
		}
	}
}

func TestSampleLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	room, err := sampleProgram(t).enterSample(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if list, total, err := room.Articles(t.Context(), 0, 0); err != nil || total != 5 {
		t.Errorf("%d articles (%v), error %v", total, list, err)
	}
	room.leave()
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func sampleProgram(t *testing.T) *program {
	t.Helper()
	return &program{
		settings: settings{Data: t.TempDir(), Guild: "local"}, getenv: func(string) string { return "" }, clock: time.Now,
		stdin: strings.NewReader(""), stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{},
	}
}
