package answer_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"parley/answer"
	"parley/llm"
	"parley/llm/llmtest"
)

// TestNoiseProvesNothing asks a real server whose models write noise: one comes to an end with sentences, one never does, one has no
// sentence. The member gets the articles' own sentences, and is told why, in time.
func TestNoiseProvesNothing(t *testing.T) {
	const limit = 10 * time.Second
	for _, seed := range []uint64{1, 2, 3} {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			l := llmtest.StartLlama(t, 16384, seed)
			client, err := llm.New(llm.Options{BaseURL: l.URL(), Key: llmtest.LlamaKey, Model: "noise", Timeout: limit})
			if err != nil {
				t.Fatal(err)
			}
			g, asked := guildWith(t, refinery), 0
			for _, judge := range []bool{false, true} {
				desk := answer.New()
				if desk.Author, err = answer.NewAuthor(client); err != nil {
					t.Fatal(err)
				}
				desk.Author.Judge, desk.Author.Limit = judge, limit
				for _, q := range []string{leakQuestion, "Was the alarm of the tank switched off?", "Who opened an inquiry into the leak?", "Gaz kaçağı ne zaman başladı?"} {
					askedInTime(t, desk, g, q, limit)
					a, err := desk.Ask(context.Background(), g, answer.Question{Text: q, Guild: "local"})
					if err != nil {
						t.Fatal(err)
					}
					for _, s := range a.Sentences {
						if s.Text != s.Citations[0].Quote {
							t.Errorf("noise is shown: %q", s.Text)
						}
					}
					if a.Trace != nil {
						asked += len(a.Trace.Rounds)
					}
				}
			}
			if asked == 0 {
				t.Error("the server was not asked")
			}
		})
	}
}
