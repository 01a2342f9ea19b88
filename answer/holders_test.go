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
