package answer_test

import (
	"context"
	"strings"
	"testing"

	"parley/answer"
)

// What members say otherwise than newspapers write it finds what those wrote.
func TestSayingsFindWhatNewspapersWrite(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.txt": "After the flood\n\nThe freighter Marigold ran aground off Orsel on Monday night. Retired judge Hedda Brook was named as mediator on Tuesday. In the town of Orsel a wedding was held in the gymnasium. Underwriters have raised their premium by half for the port of Orsel.",
		"b.txt": "Schools in Tarn\n\nThe mayor of Tarn said that lessons will begin again in May. The bridge at Tarn was painted green.",
	})
	for question, want := range map[string]string{
		"when did the marigold hit the rocks?":    "ran aground",
		"whos the go-between?":                    "Hedda Brook",
		"did anybody tie the knot in orsel?":      "wedding",
		"did insurance for the port get pricier?": "Underwriters",
	} {
		l, err := answer.New().Lesson(context.Background(), ix, answer.Question{Text: question})
		if err != nil || len(l.Sentences) == 0 || !strings.Contains(l.Sentences[0].Text, want) {
			t.Errorf("%s: %v, first of %d sentences not %q", question, err, len(l.Sentences), want)
		}
	}
}
