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
