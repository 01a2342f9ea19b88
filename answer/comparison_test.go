package answer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/answer"
	"parley/store"
)

// quarry is a guild with two reports of an invented quarrel over a quarry.
func quarry(t *testing.T) *store.Guild {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"report.md": `# Quarry at Tolm stays shut

Norway's mining minister, Ada Brook, blamed the Swedish delegation for the end of the talks, and said that it had come without a mandate.
Swedish officials rejected that account. The Swedish side said that Norway had asked for tolls on every cart of stone.
Oslo insists that the tolls were never a condition of the talks.

The talks were held in a hotel by the lake, where a choir was staying too.
`,
		"town.md": `# The town council meets over the quarry

The mayor said that the quarry would open again before winter. The opposition called the plan for the quarry a dream.
The mayor promised forty jobs at the quarry. A baker sold buns outside.
`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return shelfOf(t, filepath.Join(dir, "*"))
}

func TestAComparisonShowsBothParties(t *testing.T) {
	ix := quarry(t)
	for _, c := range []struct {
		q           string
		who         [2]string
		first, then string
	}{
		{"Norway's account versus Sweden's account", [2]string{"Norway", "Sweden"}, "without a mandate", "rejected that account|tolls on every cart"},
		{"sweden vs norway", [2]string{"Sweden", "Norway"}, "rejected that account|tolls on every cart", "without a mandate|Oslo insists"},
		{"What do Norway and Sweden each say about the tolls?", [2]string{"Norway", "Sweden"}, "Oslo insists", "tolls on every cart"},
		{"mayor versus opposition", [2]string{"mayor", "opposition"}, "before winter|forty jobs", "a dream"},
	} {
		a := ask(t, ix, answer.Question{Text: c.q})
		if len(a.Sides) != 2 {
			t.Errorf("%q: %s with sides %v: %s", c.q, a.Verdict, a.Sides, text(a))
			continue
		}
		for i, want := range []string{c.first, c.then} {
			said := ""
			for _, k := range a.Sides[i].Sentences {
				said += a.Sentences[k].Text + "\n"
			}
			if !strings.Contains(a.Sides[i].Who, c.who[i]) || !containsAny(said, want) {
				t.Errorf("%q: %q says %q, want %q", c.q, a.Sides[i].Who, said, want)
			}
			if strings.Contains(said, "choir") || strings.Contains(said, "buns") {
				t.Errorf("%q: what nobody says: %q", c.q, said)
			}
		}
	}
	if a := ask(t, ix, answer.Question{Text: "Norway's account versus Sweden's account"}); a.Verdict != answer.Disputed {
		t.Errorf("each blames the other: %s", a.Verdict)
	}
}

func TestAComparisonWithOnePartyIsPartial(t *testing.T) {
	a := ask(t, quarry(t), answer.Question{Text: "the mayor versus the bishop on the quarry"})
	if a.Verdict != answer.Partial || len(a.Sides) != 1 || !strings.Contains(a.Sides[0].Who, "mayor") {
		t.Errorf("%s with sides %v: %s", a.Verdict, a.Sides, text(a))
	}
	a = ask(t, quarry(t), answer.Question{Text: "the admiral versus the bishop on whales"})
	if a.Verdict != answer.NotCovered {
		t.Errorf("neither is in the articles: %s: %s", a.Verdict, text(a))
	}
}

func containsAny(s, wants string) bool {
	for w := range strings.SplitSeq(wants, "|") {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// Beside what is told of one party nothing is put that tells of another.
func TestAPartysSideTellsOfItAlone(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.txt": "Border closed after shelling\nThe Norland Post\n5 May 2033\n\nNorland closed the border crossing at Tarn on Monday after shelling. Sudmark closed the market at Tarn and sent its traders home the same night. Norland rejected the ceasefire that mediators had proposed for the border.\n\nGeneral Ada Brook of Norland said the shelling came from the east bank. Sudmark's army fired on the river fort twice that night.",
		"b.txt": "Sudmark answers\nSudmark Daily\n6 May 2033\n\nSudmark accepted the ceasefire at the border on Tuesday. Norland burned the customs house at Tarn before it left the crossing. Minister Odo Lund of Sudmark said that his country wanted peace at the border.",
	})
	a := ask(t, ix, answer.Question{Text: "Compare Norland and Sudmark on the border"})
	for _, s := range a.Sides {
		for _, i := range s.Sentences {
			if strings.Contains(s.Who, "Sudmark") && strings.Contains(a.Sentences[i].Text, "Norland burned") {
				t.Errorf("under %s: %s", s.Who, a.Sentences[i].Text)
			}
		}
	}
	if len(a.Sides) != 2 {
		t.Errorf("%s %v\n%s", a.Verdict, a.Sides, text(a))
	}
}
