package answer_test

import (
	"context"
	"testing"

	"parley/answer"
)

// Words that keep the same company lead to a passage which has none of the question's own.
func TestWhatIsSaidInOtherWordsIsFoundByItsCompany(t *testing.T) {
	desk, ix := deskOver(t, map[string]string{
		"a.txt": "A hard week in Orsel\n\nThe vard has lost 11 per cent against the dollar. The mayor, Odo Lund, asked for patience.",
		"b.txt": "Two days on the pass\n\nSnow closed the way over the Kestrel. A driver from Tarn was rescued by shepherds.",
		"c.txt": "Trams run again\n\nTrams ran as usual on Monday. Mira Holt, who keeps the depot, thanked the passengers.",
	})
	for question, want := range map[string]string{
		"how far has the currency dropped?":      "a.txt",
		"did motorists get stuck in a blizzard?": "b.txt",
	} {
		found, _, err := desk.Search(context.Background(), ix, answer.Question{Text: question}, 3)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 || found[0].Article != want {
			t.Errorf("%s: %v, not %s first", question, found, want)
		}
	}
}
