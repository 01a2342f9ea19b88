package answer_test

import (
	"strings"
	"testing"

	"parley/answer"
)

// Two reports that tell of one thing in some of the same words, each at another time of day, disagree where the time is asked for; two that tell of
// different things do not.
func TestTimesOfDayOfOneThing(t *testing.T) {
	residents := told("Blast at the docks", "News Agency", "2031-03-09", "Residents of the Ropewalk said they heard the first explosion at about 23:40 on Sunday, followed by two larger ones.")
	for other, want := range map[string]answer.Verdict{
		"The log of the brigade puts the first explosion at the docks at 00:15 on Monday, whatever residents remember.": answer.Disputed,
		"The brigade was called to the explosion at the docks at 00:15 on Monday and found the gate locked.":            answer.Answered,
	} {
		g := shelved(t, map[string]string{"a.md": residents, "b.md": told("The log", "Fell Gazette", "2031-03-11", other)})
		if a := ask(t, g, answer.Question{Text: "what time was the first explosion at the docks?"}); a.Verdict != want {
			t.Errorf("%s: %s\n%s", other, a.Verdict, text(a))
		}
	}
}

// Two days of two events are no two times of day.
func TestDaysAreNoTimesOfDay(t *testing.T) {
	g := shelfOf(t, "testdata/days_are_no_clocks/*.md")
	a := ask(t, g, answer.Question{Text: "What time did the plane leave Tarn?"})
	if _, current := earlier(a); a.Verdict == answer.Disputed || !strings.Contains(current, "7:15") {
		t.Errorf("%s %v %q", a.Verdict, a.Sides, current)
	}
}
