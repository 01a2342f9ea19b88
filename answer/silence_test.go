package answer_test

import (
	"context"
	"testing"

	"parley/answer"
)

// evidence is one silence feature of a question asked of a guild.
func evidence(t *testing.T, ix answer.Index, question, feature string) float64 {
	t.Helper()
	l, err := answer.New().Lesson(context.Background(), ix, answer.Question{Text: question})
	if err != nil || l.Silence == nil {
		t.Fatalf("%q: %v, %v", question, l.Silence, err)
	}
	for i, name := range answer.SilenceFeatures() {
		if name == feature {
			return l.Silence[i]
		}
	}
	t.Fatalf("no feature %q", feature)
	return 0
}

func TestEvidence(t *testing.T) {
	ix := shelf(t)
	for _, c := range []struct{ feature, less, more, why string }{
		{"home", "When was the steering serviced?", "Where was the Marigold when the passengers were injured?", "the articles are about the ship"},
		{"guessed", "Where was the Marigold towed?", "Where was Herr Kestrul towed?", "a name unknown here was found by another's spelling"},
		{"focus", "Which inquiry did the judge lead?", "Which violinist did the judge lead?", "no violinist is named"},
		{"lack", "Where was the Marigold pulled off?", "Where was the Marigold pulled off, auctioned, dismantled and repainted?", "three things more are missing"},
	} {
		if less, more := evidence(t, ix, c.less, c.feature), evidence(t, ix, c.more, c.feature); less >= more {
			t.Errorf("%s: %.2f for %q, %.2f for %q, though %s", c.feature, less, c.less, more, c.more, c.why)
		}
	}
}
