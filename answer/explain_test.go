package answer_test

import (
	"context"
	"math"
	"testing"

	"parley/answer"
)

func TestAScoreIsTheSumOfItsParts(t *testing.T) {
	found, _, err := answer.New().Search(context.Background(), shelf(t), answer.Question{Text: "how many passengers were on the ferry"}, 10)
	if err != nil || len(found) < 2 {
		t.Fatal(len(found), err)
	}
	for _, r := range found {
		sum := 0.0
		for _, part := range r.Parts {
			sum += part
		}
		if math.Abs(sum-r.Score) > 1e-9 || len(r.Parts) != len(r.Features) {
			t.Errorf("%s at %d: the parts come to %.3f, the score is %.3f", r.Article, r.Start, sum, r.Score)
		}
	}
}
