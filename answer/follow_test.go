package answer_test

import (
	"strings"
	"testing"

	"parley/answer"
)

// A question with a question word, a name and a verb of its own inherits nothing from the conversation.
func TestSelfContainedQuestionsInheritNothing(t *testing.T) {
	ix := shelf(t)
	before := []answer.Turn{{Q: "How much fuel leaked into the sound?", A: "About 40 tonnes of fuel leaked into the sound, the harbour office estimated."}}
	for _, q := range []string{"What did Dora Quill say?", "Who is Hanna Brock?", "Who owns the Marigold?", "What did Brock say?"} {
		alone, within := ask(t, ix, answer.Question{Text: q}), ask(t, ix, answer.Question{Text: q, History: before})
		if text(alone) != text(within) || alone.Verdict != within.Verdict {
			t.Errorf("%q: alone %s %q, in a conversation %s %q", q, alone.Verdict, text(alone), within.Verdict, text(within))
		}
	}
	for _, q := range []string{"what about Sound Lines?", "and Sound Lines?"} {
		if a := ask(t, ix, answer.Question{Text: q, History: before}); !strings.Contains(text(a), "12 tonnes") {
			t.Errorf("%q: %s: %s", q, a.Verdict, text(a))
		}
	}
}

// The news at large is asked for in a conversation as at its beginning.
func TestTheLatestWithinAConversation(t *testing.T) {
	ix := shelf(t)
	before := []answer.Turn{{Q: "Who is the union's president?", A: "The union president, Dora Quill, said the crews had warned the company."}}
	for _, q := range []string{"what is the latest?", "any updates?", "what's the latest news"} {
		alone, within := ask(t, ix, answer.Question{Text: q}), ask(t, ix, answer.Question{Text: q, History: before})
		if alone.Note == "" || text(alone) != text(within) {
			t.Errorf("%q: alone %q, in a conversation %q", q, text(alone), text(within))
		}
	}
	if a := ask(t, ix, answer.Question{Text: "any news on that?", History: before}); a.Note != "" && len(a.Sentences) > 2 {
		t.Errorf("a pointer got the overview: %s", text(a))
	}
}
