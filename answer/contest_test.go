package answer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/answer"
)

// pieces are the articles of an invented accident, by file name.
var pieces = map[string]string{
	"operator.md": `---
title: Statement on the cabin
publisher: Ebra Cableways
date: 2031-02-03
---

# Statement on the cabin

Eleven passengers were in the cabin when it came down. The cable was inspected on 9 January by a sworn engineer, who found it sound.

The cabin weighs four tonnes.
`,
	"crews.md": `---
title: What the lift crews know
publisher: Lift Workers' Union
date: 2031-02-04
---

# What the lift crews know

We buried two of our own this week, and we have something to say about it.

The operator says that the cable was inspected in January. No inspector has set foot on that pylon since 2029, and we keep the key.

Nineteen passengers were in the cabin when it came down, and we helped each of them out.
`,
	"wire.txt": `GRELL PRESS AGENCY
Three hurt as cabin comes down at Mount Ebra
GRELL, 2 February 2031

Three people were injured when a cabin of the Ebra cableway came down on Sunday, the clinic at Grell said.

The cabin came to rest 30 metres below the second pylon, which is 45 metres high.

The operator paid its owner 12 million crowns last year, accounts show. In 2019 the lift stood still for 40 days.
`,
	"later.txt": `GRELL PRESS AGENCY
Number of injured at Mount Ebra rises
GRELL, 4 February 2031

The number of people injured at Mount Ebra has risen to seven, the clinic at Grell said on Tuesday.

The lift has now stood still for three days, the town of Grell said.
`,
	"corrections.txt": `GRELL PRESS AGENCY
Corrections
GRELL, 6 February 2031

In a report of 2 February we said that the operator paid its owner 12 million crowns last year. It was 7 million crowns.
`,
}

func TestContest(t *testing.T) {
	dir := t.TempDir()
	for name, text := range pieces {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	g := shelfOf(t, filepath.Join(dir, "*"))
	for _, c := range []struct {
		question string
		verdict  answer.Verdict
		shows    []string
	}{
		{"How many passengers were in the cabin?", answer.Disputed, []string{"Eleven passengers", "Nineteen passengers"}},
		{"was the cable inspected or not?", answer.Disputed, []string{"inspected on 9 January", "since 2029"}}, // a claim and the reply to it, which shares no verb with it
		{"How many people were injured?", answer.Answered, []string{"seven"}},                                  // risen, not disputed
		{"How many metres high is the second pylon?", answer.Answered, []string{"45 metres high"}},             // 30 metres are of something else
		{"How many tonnes does the cabin weigh?", answer.Answered, []string{"four tonnes"}},                    // only one says it
		{"How many days did the lift stand still in 2019?", answer.Answered, []string{"40 days"}},              // three days are of another year
		{"How many crowns did the operator pay its owner last year?", answer.Answered, []string{"7 million"}},  // what a correction takes back is no side
	} {
		a := ask(t, g, answer.Question{Text: c.question})
		text := ""
		for _, s := range a.Sentences {
			text += s.Text + "\n"
		}
		if a.Verdict != c.verdict {
			t.Errorf("%q: %s, want %s:\n%s", c.question, a.Verdict, c.verdict, text)
		}
		for _, s := range c.shows {
			if !strings.Contains(text, s) {
				t.Errorf("%q does not show %q:\n%s", c.question, s, text)
			}
		}
		if c.verdict == answer.Disputed && len(a.Sides) < 2 {
			t.Errorf("%q: sides %v", c.question, a.Sides)
		}
	}
}

// On a question of yes or no two parties who merely speak of the matter are no quarrel.
func TestTwoWhoSpeakOfAThingDoNotDisputeIt(t *testing.T) {
	g := shelfOf(t, "testdata/crises/dam/articles/*")
	for _, question := range []string{"Did the minister resign?", "Is Upper Sill safe?", "Does Tarrant believe the Valley Union?", "Did Tarrant join the Wray panel?"} {
		if a := ask(t, g, answer.Question{Text: question}); a.Verdict == answer.Disputed {
			t.Errorf("%s: %v\n%s", question, a.Sides, text(a))
		}
	}
}

// What two articles plainly disagree on is shown by the two sentences that do, each as a side.
func TestTheSidesAreThoseThatDisagree(t *testing.T) {
	g := shelfOf(t, "testdata/crises/dam/articles/*")
	for _, question := range []string{"When did the dam break?", "At what time did the Korrin dam break?"} {
		a := ask(t, g, answer.Question{Text: question})
		told := ""
		for _, s := range a.Sides {
			told += a.Sentences[s.Sentences[0]].Text + "\n"
		}
		if a.Verdict != answer.Disputed || len(a.Sides) != 2 || !strings.Contains(told, "02:35") || !strings.Contains(told, "03:05") {
			t.Errorf("%s: %s\n%s", question, a.Verdict, told)
		}
	}
}
