package answer_test

import (
	"strings"
	"testing"

	"parley/answer"
)

// A question that demands an age, a sum or a name has no answer in sentences without one, however well they speak of the matter.
func TestWhatIsDemandedMustBeThere(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.txt": "Ferry aground\n\nCaptain Ada Brook, 47, ran the ferry Marigold aground off Orsel on Monday, the coast guard said. A deckhand, who did not want to be named, jumped overboard and swam to the shore. Pilot Odo Lund was not on board.",
		"b.txt": "After the Marigold\n\nRaising the ferry Marigold will take two weeks, the salvage firm said. The first officer, Mira Holt, called the rescue slow.",
	})
	_, paid := deskOver(t, map[string]string{"c.txt": "Passengers of the Marigold\n\nThe owner has paid 40,000 tolvars to the passengers of the Marigold, his lawyer said on Friday."})
	for question, want := range map[string]string{
		"how old is Ada Brook?":                                    "47",
		"how old is the pilot Odo Lund?":                           "",
		"how much money did the owner pay to the passengers?":      "40,000 tolvars",
		"how much will raising the ferry Marigold cost?":           "",
		"what is the name of the first officer of the Marigold?":   "Mira Holt",
		"what was the name of the deckhand who jumped overboard?":  "",
		"what did the king of Orsel say about the Marigold?":       "",
		"which hospital was the captain of the Marigold taken to?": "",
		"which airline flew the passengers of the Marigold home?":  "",
		"how long will raising the ferry Marigold take?":           "two weeks",
		"what did the deckhand do who jumped overboard on Monday?": "swam to the shore",
	} {
		from := ix
		if strings.Contains(question, "the owner pay") {
			from = paid
		}
		a := ask(t, from, answer.Question{Text: question})
		switch silent := a.Verdict == answer.NotCovered; {
		case want == "" && !silent:
			t.Errorf("%s: %s", question, text(a))
		case want != "" && (silent || !strings.Contains(text(a), want)):
			t.Errorf("%s: %v %s", question, a.Verdict, text(a))
		}
	}
}

// eachAnswered asks each question and wants its answer to hold the text, or, where that is "", that the articles do not cover it.
func eachAnswered(t *testing.T, ix answer.Index, wants map[string]string) {
	t.Helper()
	for question, want := range wants {
		a := ask(t, ix, answer.Question{Text: question})
		if got := text(a); (want == "") != (a.Verdict == answer.NotCovered) || !strings.Contains(got, want) {
			t.Errorf("%s: %v %s", question, a.Verdict, got)
		}
	}
}

// An office is known by its other names; the pm of a clock is nobody's.
func TestOfficesByTheirOtherNames(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.txt": "Ferry aground\n\nThe ferry Marigold ran aground off Orsel at 10:40 pm on Monday, the coast guard said. Minister of Foreign Affairs Ada Quill said that the pilot was a foreigner.",
	})
	eachAnswered(t, ix, map[string]string{
		"what did the foreign minister say?": "Ada Quill",
		"what did the defence minister say?": "",
		"what did the pm say?":               "",
	})
	_, ix = deskOver(t, map[string]string{"b.txt": "Ferry aground\n\nPM Dale Orrin said that the ferry Marigold would be raised within a week. The salvage firm said that it would take two."})
	if a := ask(t, ix, answer.Question{Text: "what did the pm say?"}); !strings.Contains(text(a), "Dale Orrin") {
		t.Errorf("the pm: %v %s", a.Verdict, text(a))
	}
}

// A correction of one age is no answer to a question for another's.
func TestAnotherAgeOvertakesNone(t *testing.T) {
	g := shelved(t, map[string]string{
		"a.md": told("Plane lost", "Orn Times", "2034-02-01", "A passenger plane went missing over the Orn sea on Wednesday. The chief executive of Skyreach, Mira Holt, 52, said that the plane was 14 years old."),
		"b.md": told("Wreck found", "Orn Times", "2034-02-06", "The wreck of the plane was found.\n\nCorrection: An earlier version of this report gave the age of the plane as 14 years. It was 24 years old."),
	})
	a := ask(t, g, answer.Question{Text: "How old is Mira Holt?"})
	if _, current := earlier(a); !strings.Contains(current, "52") || strings.Contains(current, "24") {
		t.Errorf("%s %q", a.Verdict, current)
	}
}

// Who asks what to do, or to be recommended something, is told what the articles say of that, and nothing where they do not speak of it.
func TestAdviceIsGivenOnlyOnWhatIsSpokenOf(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.txt": "Water in Orsel\n\nBoil all water from the tap in Orsel for a minute before you drink it, the health office said on Monday. The onion market stays open, and its soup kitchen feeds 300 people at home in the old town each day.",
		"b.txt": "Trains from Orsel\n\nTrains from Orsel run every hour, and tickets for them are refunded at the station until Friday. The walk to the shelter takes ten minutes.",
	})
	eachAnswered(t, ix, map[string]string{
		"should i boil the water from the tap?":             "Boil all water",
		"how can i refund my ticket for the train?":         "refunded",
		"can i drink the water from the tap in Orsel?":      "before you drink it",
		"should i shower with the water from the tap?":      "Boil all water",
		"how do i bleed a radiator at home?":                "",
		"got a good recipe for lentil soup?":                "",
		"which battery should i buy for my home in Orsel?":  "",
		"any good novels for the train from Orsel at home?": "",
	})
}
