package answer_test

import (
	"testing"

	"parley/answer"
)

func TestMisspelledAskingWordsAreMended(t *testing.T) {
	ix := shelf(t)
	for question, searched := range map[string]string{
		"hwo menny people were on the ferry": "how many people were on the ferry",
		"when dose the ferry sail":           "when does the ferry sail",
		"were the passengers rescued agian":  "were the passengers rescued again",
	} {
		if a := ask(t, ix, answer.Question{Text: question}); a.SearchedFor != searched {
			t.Errorf("%q: searched for %q, want %q", question, a.SearchedFor, searched)
		}
	}
	for _, question := range []string{"when does the ferry sail", "what doses did the passengers get"} {
		if a := ask(t, ix, answer.Question{Text: question}); a.SearchedFor != "" {
			t.Errorf("%q: searched for %q", question, a.SearchedFor)
		}
	}
}

func TestANameIsNoMisspelledServingWord(t *testing.T) {
	ix := shelf(t)
	for _, question := range []string{"Where did the Othar family rule?", "Where did Wase Atill live?"} {
		if a := ask(t, ix, answer.Question{Text: question}); a.SearchedFor != "" {
			t.Errorf("%q: searched for %q", question, a.SearchedFor)
		}
	}
}
