package answer_test

import (
	"testing"

	"parley/answer"
)

// Two bodies have a head each: that is no disagreement about either.
func TestTheHeadsOfTwoBodiesAreNoDispute(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.txt": "Ferry inquiry named\n\nThe government named Arvo Lind, a former judge, to head a commission of inquiry into the ferry fire.",
		"b.txt": "Ferry fire: the owners speak\n\nSanna Holm, the head of the ferry line, read out a statement in front of her office.",
		"c.txt": "A second judge\n\nArvo Lind declined. Mirja Oksa is heading the commission of inquiry into the ferry fire now, the ministry said.",
	})
	if a := ask(t, ix, answer.Question{Text: "who owns and heads the ferry line?"}); a.Verdict == answer.Disputed {
		t.Errorf("the ferry line: %v, %+v", a.Verdict, a.Sentences)
	}
	if a := ask(t, ix, answer.Question{Text: "who is heading the commission of inquiry?"}); a.Verdict != answer.Disputed {
		t.Errorf("the commission: %v, %+v", a.Verdict, a.Sentences)
	}
}

// The head of the ferry line is no second head of the inquiry, and two mayors of one town are two, whether the question says of which town or not.
func TestAPostIsOfSomething(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.txt": "Ferry inquiry named\n\nArvo Lind, head of the commission of inquiry, went on board on Monday.",
		"b.txt": "Ferry fire: the owners speak\n\nSanna Holm, the head of the ferry line, did not meet the commission of inquiry.",
	})
	if a := ask(t, ix, answer.Question{Text: "who is heading the commission of inquiry?"}); a.Verdict == answer.Disputed {
		t.Errorf("%v, %+v", a.Verdict, a.Sides)
	}
	_, ix = deskOver(t, map[string]string{
		"a.txt": "Flood\n\nAnn Lee, mayor of Orsel, asked the army for help.",
		"b.txt": "Water\n\nBo Rask, mayor of Orsel, said that no help was needed.",
	})
	for _, q := range []string{"who is the mayor?", "who is the mayor of Orsel?"} {
		if a := ask(t, ix, answer.Question{Text: q}); a.Verdict != answer.Disputed {
			t.Errorf("%q: %v, %+v", q, a.Verdict, a.Sentences)
		}
	}
}

// Who did it is disputed where two sentences name two, be they no more than guards, and whoever says so.
func TestWhoDidItIsDisputedWhereTwoAreNamed(t *testing.T) {
	for q, texts := range map[string][2]string{
		"who started the fire?": {"Camp fire\n\nThe fire at the camp was started by guards, the refugees said on Monday. Nine tents burned.", "Tents burn\n\nThe refugees started the fire at the camp themselves, the governor said on Tuesday."},
		"who walked out of the talks?": {"Talks\n\nThe delegation of Norland walked out of the talks first, the foreign ministry of Sudmark said on Monday.",
			"No talks\n\nSudmark walked out of the talks, the foreign minister of Norland said on Tuesday, and blamed nobody else."},
	} {
		_, ix := deskOver(t, map[string]string{"a.txt": texts[0], "b.txt": texts[1]})
		if a := ask(t, ix, answer.Question{Text: q}); a.Verdict != answer.Disputed || len(a.Sides) != 2 {
			t.Errorf("%q: %v, %+v", q, a.Verdict, a.Sentences)
		}
	}
}

// How long something lasted is disputed where two say so, and not the same, in weeks and months too.
func TestHowLongItLastedIsDisputed(t *testing.T) {
	for q, texts := range map[string][2]string{
		"How long did the talks in Karvel last?": {"Talks\n\nThe negotiations in Karvel lasted four days.", "No talks\n\nAccording to officials, the round in Karvel went on for three days."},
		"how long did the siege of Karvel last?": {"Siege\n\nThe siege of Karvel lasted six weeks, the army said.", "The siege\n\nThe siege of Karvel went on for four months, the doctors said."},
	} {
		_, ix := deskOver(t, map[string]string{"a.txt": texts[0], "b.txt": texts[1]})
		if a := ask(t, ix, answer.Question{Text: q}); a.Verdict != answer.Disputed {
			t.Errorf("%q: %v, %+v", q, a.Verdict, a.Sentences)
		}
	}
}

// Who mediated is told alike by two articles, and other sentences on the talks name nobody who did.
func TestWhoDidItIsNoDisputeWhereNobodyElseIsNamed(t *testing.T) {
	mediated := map[string]string{
		"a.txt": "Talks fail\n\nAccording to security officials, the round of talks in Karvel, mediated by Norland and Sudmark, went on for three days. \"Even if the talks did not yield a result, it matters that both sides stayed,\" one mediator remarked.",
		"b.txt": "Why they failed\n\nThe talks were held under the joint mediation of Norland and Sudmark. The collapse of the Norland-mediated talks in Karvel is a setback. The mediators wanted the talks to resume.",
	}
	_, ix := deskOver(t, mediated)
	if a := ask(t, ix, answer.Question{Text: "who mediated the talks?"}); a.Verdict == answer.Disputed {
		t.Errorf("%v, %+v", a.Verdict, a.Sides)
	}
	mediated["b.txt"] = "Why they failed\n\nThe talks in Karvel were mediated by the bishop of Ostrand, the ministry of Tavia said. It was the only mediation."
	_, ix = deskOver(t, mediated)
	if a := ask(t, ix, answer.Question{Text: "who really mediated the talks in Karvel?"}); a.Verdict != answer.Disputed {
		t.Errorf("two are named: %v, %+v", a.Verdict, a.Sentences)
	}
}

// Who says so is no matter of dispute, where nobody else says it.
func TestWhoSaysSoIsNoDispute(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.txt": "Sabotage?\n\nA council official told the Beacon that somebody had turned the valve under the bridge on purpose. The Beacon has no second source.",
		"b.txt": "The valve\n\nThe valve under the bridge was not turned by anybody, the water company said. It had rusted open.",
	})
	if a := ask(t, ix, answer.Question{Text: "did somebody turn the valve under the bridge on purpose?"}); a.Verdict != answer.Disputed {
		t.Errorf("whether: %v, %+v", a.Verdict, a.Sentences)
	}
	for _, q := range []string{"the story that somebody turned the valve on purpose, who's the source?", "who says that somebody turned the valve on purpose?"} {
		if a := ask(t, ix, answer.Question{Text: q}); a.Verdict == answer.Disputed {
			t.Errorf("%q: %v, %+v", q, a.Verdict, a.Sides)
		}
	}
}
