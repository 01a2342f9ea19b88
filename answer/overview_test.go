package answer_test

import (
	"testing"

	"parley/answer"
)

func TestTheNewsAtLarge(t *testing.T) {
	ix := shelf(t)
	for _, q := range []string{"what's the latest?", "any updates", "tldr pls", "What happened today?", "whats happening right now"} {
		a := ask(t, ix, answer.Question{Text: q})
		if a.Verdict != answer.Answered || len(a.Sentences) < 2 || a.Note == "" {
			t.Errorf("%q: %s with %d sentences, note %q", q, a.Verdict, len(a.Sentences), a.Note)
		}
		for i, s := range a.Sentences {
			if i > 0 && s.Citations[0].ArticleID == a.Sentences[i-1].Citations[0].ArticleID {
				t.Errorf("%q: two openings of one article", q)
			}
			if day, before := s.Citations[0].Published, a.Sentences[max(i-1, 0)].Citations[0].Published; day > before && before != "" {
				t.Errorf("%q: an article of %s before one of %s", q, before, day)
			}
		}
	}
	for _, q := range []string{"what's the latest on the weather?", "hi", "news of the space station", "who knows"} {
		a := ask(t, ix, answer.Question{Text: q})
		if a.Verdict != answer.NotCovered {
			t.Errorf("%q: %s", q, a.Verdict)
		}
	}
}
