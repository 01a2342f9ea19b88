package answer_test

import (
	"strings"
	"testing"

	"parley/answer"
)

// What one article says in the question's very words is not shown alone where another tells of the same in others: it may be one side's.
func TestAnotherArticleIsHeard(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.txt": "Live from Tarn\n\nThe governor's office says that water from the tap in Tarn may be drunk without any worry. It has been tested twice today. The governor's office is in Tarn.",
		"b.txt": "An interview\n\nThe water of two of the four kitchen taps that we tested in Tarn had twice the cadmium that is permitted. The doctor sleeps in her office.",
	})
	a := ask(t, ix, answer.Question{Text: "may people drink the tap water in Tarn?"})
	if !strings.Contains(text(a), "without any worry") || !strings.Contains(text(a), "cadmium") {
		t.Errorf("%v: %s", a.Verdict, text(a))
	}
}

// 2,000 is a count where it is written with its sign, and no year.
func TestThousandsAreNoYears(t *testing.T) {
	g := shelved(t, map[string]string{
		"a.md": told("Tarn cleared", "Tarn Courier", "2031-03-05", "Mayor Ines Vold said that 2,000 people were taken out of Tarn."),
		"b.md": told("Doubts over Tarn", "Fell Gazette", "2031-03-05", "The residents' association said that 1,400 people were taken out of Tarn."),
	})
	if a := ask(t, g, answer.Question{Text: "How many people were taken out of Tarn?"}); a.Verdict != answer.Disputed {
		t.Errorf("%s: %v", a.Verdict, a.Sentences)
	}
}

// The dead are not held against the missing or the injured, though all are people.
func TestTheDeadAreNotTheMissing(t *testing.T) {
	g := shelved(t, map[string]string{
		"a.md": told("Ferry sinks", "Tarn Courier", "2031-03-05", "Nine people are still missing from the ferry Marigold. In the hospital at Tarn 23 people from the ferry Marigold were being treated."),
		"b.md": told("Union speaks", "Fell Gazette", "2031-03-05", "The union said that 44 people on the ferry Marigold had died."),
	})
	for _, question := range []string{"How many people are missing from the ferry Marigold?", "How many people died on the ferry Marigold?"} {
		if a := ask(t, g, answer.Question{Text: question}); a.Verdict == answer.Disputed {
			t.Errorf("%s %+v", question, a.Sides)
		}
	}
}

// 92 and 94 are two counts, and neither is the other rounded; 92 and 90 may be one.
func TestNearCountsAreTwo(t *testing.T) {
	for count, want := range map[string]bool{"94": true, "90": false} {
		g := shelved(t, map[string]string{
			"a.md": told("Wreck found", "Tarn Post", "2034-02-03", "The navy said that 92 people were on board the plane. Skyreach said that "+count+" people were on board the plane."),
		})
		if a := ask(t, g, answer.Question{Text: "How many people were on board the plane?"}); (a.Verdict == answer.Disputed) != want {
			t.Errorf("92 and %s: %s %v", count, a.Verdict, a.Sides)
		}
	}
}

// A statement that is put to be confirmed is asked as a question would be: what denies it stands against it.
func TestAStatementPutToBeConfirmed(t *testing.T) {
	g := shelved(t, map[string]string{
		"a.md": told("Drivers speak", "The Beacon", "2031-03-05", "The driver called the control centre at 01:41 to say that water was standing on the tracks, union secretary Wim Task said."),
		"b.md": told("Facts", "Isel Railways", "2031-03-05", "The recordings of the control centre contain no call from the driver about water on the tracks, the company Isel Railways said."),
	})
	a := ask(t, g, answer.Question{Text: "the driver called the control centre about water on the tracks, right?"})
	if a.Verdict != answer.Disputed {
		t.Errorf("%v: %s", a.Verdict, text(a))
	}
}

// What a report itself calls different accounts is a disagreement, though nothing else shows it.
func TestAnAnnouncedDisagreement(t *testing.T) {
	for announcement, want := range map[string]answer.Verdict{
		"The two ministers gave different accounts of the protocol on command, which was signed on the night of 8 November.": answer.Disputed,
		"The two ministers gave an account of the protocol on command, which was signed on the night of 8 November.":         answer.Answered,
	} {
		g := shelved(t, map[string]string{"a.md": told("Talks end", "News Agency", "2031-11-12",
			announcement+" Under it, Norland's minister Ada Brook said, it changes hands every twelve hours. Sudmark's minister Odo Lund said it lay with the prefect.")})
		a := ask(t, g, answer.Question{Text: "what does the protocol of 8 November say on command?"})
		if a.Verdict != want || want == answer.Disputed && (!strings.Contains(text(a), "twelve hours") || !strings.Contains(text(a), "the prefect")) {
			t.Errorf("%s: %v\n%s", announcement, a.Verdict, text(a))
		}
	}
}
