package answer_test

import (
	"strings"
	"testing"

	"parley/answer"
)

// A notice of correction repeats what was wrong: that is never shown without what corrects it.
func TestAnEarlierReportIsShownWithItsCorrection(t *testing.T) {
	for name, notice := range map[string]string{
		"agency":  "CORRECTION: An NNA report of Feb 3 gave the number of patients moved to the barracks as 140. The hospital has since said that it moved 41.",
		"version": "Editor's note: An earlier version of this article put the number of patients moved to the barracks at 140. The hospital moved 41.",
	} {
		_, ix := deskOver(t, map[string]string{"a.txt": "Flood in Orsel\n\nThe river Ame rose by two metres on Monday, the mayor of Orsel said.\n\n" + notice})
		a := ask(t, ix, answer.Question{Text: "how many patients were moved to the barracks?"})
		shown := ""
		for _, s := range a.Sentences {
			shown += s.Text + " "
			if strings.Contains(s.Text, "140") && !strings.Contains(s.Text, "41.") {
				t.Errorf("%s: shown alone: %q", name, s.Text)
			}
		}
		if !strings.Contains(shown, "moved 41.") {
			t.Errorf("%s: the correction is not shown: %q", name, shown)
		}
	}
}

// A list is shown whole, with what announces it, in whatever form it stands.
func TestListsAreShownWhole(t *testing.T) {
	for name, c := range map[string]struct{ text, question string }{
		"announced": {"Captives\n\nThe barracks of Orsel are held by mutineers since Monday, the army said. They have taken 40 captives, and the water is cut off. Nobody was let in on Tuesday.\n\nBefore I climbed back through the window of the barracks I was handed the demands of the mutineers, typed on the back of a menu:\n\n- wages since March, in cash\n- a judge from abroad\n- no trial for the recruits\n", "what are the demands of the mutineers"},
		"by number": {"Harbour brief\n\n## Players\n\n1. The union, which ends its strike in May, one hopes.\n2. The port.\n3. The firm.\n4. The town, which hopes for an end.\n\n## Three ways out\n\n1. A quick deal: wages since March, in cash. Few think it likely.\n2. A judge from abroad, and an end by law.\n3. Attrition, with no trial for the recruits.\n", "what are the three ways out of the strike"},
		"leaning":   {"Open letter\n\nThe mutineers of Orsel are heard at last. Their demands to the army:\n\n- that wages since March be paid, in cash;\n- that a judge from abroad be heard;\n- that there be no trial for the recruits.\n", "list the demands of the mutineers"},
		"in one":    {"Talks\n\nThe mutineers have set out three demands to the army. They want wages since March, in cash, a judge from abroad, and no trial for the recruits. The army is silent.\n\nFacts of the army:\n\n- The barracks were painted in 2019 for the army.\n- All mutineers were paid by the army in May.\n", "list all the demands of the mutineers to the army"},
		"all of it": {"Barracks\n\nThe mutineers want things changed, the army said. Their paper, of which copies hang in town, says:\n\n1. Wages since March, in cash.\n2. A judge from abroad.\n3. There is to be no trial for the recruits.\n", "what do the mutineers want changed? all of it pls"},
		"in a row":  {"Analysis\n\nThree paths are open to the mutineers. The likeliest is wages since March, in cash. A better one would be a judge from abroad. The worst has no trial for the recruits.\n", "which three paths are open to the mutineers?"},
	} {
		_, ix := deskOver(t, map[string]string{"a.md": c.text})
		a := ask(t, ix, answer.Question{Text: c.question})
		for _, item := range []string{"in cash", "judge from abroad", "no trial"} {
			if !strings.Contains(text(a), item) {
				t.Errorf("%s: %q is missing: %s", name, item, text(a))
			}
		}
	}
}

// What leans on the best sentence and has the figure that was asked for is shown with it.
func TestWhatFollowsAndHoldsTheFigureIsShown(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.txt": "Wreck found\n\nThe two sailors missing since the sinking of the patrol boat Wagtail were found dead in the hull on Wednesday, the River Guard said. That brings the number of crew killed to 11. They were named on Thursday.",
		"b.txt": "Inquiry\n\nNorland asks for an inquiry into the sinking of the Wagtail. The inquiry would be led by a judge.",
	})
	if a := ask(t, ix, answer.Question{Text: "how many sailors of the Wagtail were found dead in the hull?"}); !strings.Contains(text(a), "to 11") {
		t.Errorf("%v: %s", a.Verdict, text(a))
	}
}

// A correction overtakes what it corrects, though it does not say again of which year that was.
func TestACorrectionOvertakesAFigureOfAYear(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.txt": "Fire at the docks\n\nBy Ann Lee\n9 March 2031\n\nNordal Agri was fined 1.2 million crowns in 2029 for keeping chemicals under one roof, court records show.",
		"b.txt": "Corrections and clarifications\n\n14 March 2031\n\nIn our report of 9 March on the fire at the docks we gave a wrong amount for the fine that Nordal Agri paid in 2029. The company was ordered to pay 120,000 crowns, not 1.2 million.",
	})
	a := ask(t, ix, answer.Question{Text: "how big was the fine that Nordal Agri got in 2029?"})
	if len(a.Sentences) == 0 || !strings.Contains(a.Sentences[0].Text, "120,000") {
		t.Errorf("%v: %s", a.Verdict, text(a))
	}
}

// Where the time of day is asked for, what gives one comes first.
func TestATimeOfDayComesFirst(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.md": "Blast at the pass\n\nThe blast at the compressor station in the Orva pass killed six guards. The talks were meant to settle who is to blame for the blast that tore apart the compressor station on the pass. Instruments showed a loss of pressure at 1:17 a.m. on January 14, the operator of the station said.",
	})
	a := ask(t, ix, answer.Question{Text: "what time was the blast at the compressor station?"})
	if len(a.Sentences) == 0 || !strings.Contains(a.Sentences[0].Text, "1:17") {
		t.Errorf("%v: %s", a.Verdict, text(a))
	}
}

// How things stand now is told by the later report first.
func TestHowThingsStandNowIsToldByTheLaterReport(t *testing.T) {
	_, g := deskOver(t, map[string]string{
		"a.md": "---\ntitle: \"Bridge shut\"\ndate: 2031-03-01\n---\nThe Tolva bridge was closed on Saturday after a truck had broken through, the governor said. It is the only one for 90 kilometres.\n",
		"b.md": "---\ntitle: \"A week at the river\"\ndate: 2031-03-09\n---\nThere is little news from the river, where engineers of both sides looked at cables on Sunday. For all that is known the Tolva bridge remains closed.\n",
	})
	a := ask(t, g, answer.Question{Text: "is the Tolva bridge still closed?"})
	if len(a.Sentences) == 0 || !strings.Contains(a.Sentences[0].Text, "remains closed") {
		t.Errorf("%v: %s", a.Verdict, text(a))
	}
}

// A correction that says no more than that something was wrong is shown with what is right, and before the report that it takes back.
func TestAStatementTakenBackIsEarlier(t *testing.T) {
	g := shelved(t, map[string]string{
		"a.md": told("Fire at the smelter", "News Agency", "2031-10-07", "The operating licence of the smelter at Dorn ran out in June and was not renewed, the register shows. Four people died in the fire."),
		"b.md": told("Families return", "The Standard", "2031-10-12", "Families went home to Dorn on Monday.\n\nIn several reports last week we stated that the operating licence of the smelter at Dorn had run out in June. That was wrong. It was extended in May and is valid until December. The register had not been kept."),
	})
	a := ask(t, g, answer.Question{Text: "did the operating licence of the smelter at Dorn run out?"})
	old, current := earlier(a)
	if !strings.Contains(current, "That was wrong. It was extended in May") || strings.Contains(current, "was not renewed") {
		t.Errorf("%s; earlier %q, current %q", a.Verdict, old, current)
	}
}
