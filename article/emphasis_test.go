package article_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/article"
)

// TestPassagesHoldWholePairs holds that a passage whose first sentences share one pair of marks begins with the mark that
// opens it, and one whose last do ends with the mark that closes it, also where a long paragraph is split.
func TestPassagesHoldWholePairs(t *testing.T) {
	middle := strings.Repeat("The crew stood at the gate of the works, and the owners counted them from the roof of the office. ", 9)
	long := "**The kilns are cold. The yard is empty.** " + middle + "**The fence was moved. It stood at dawn.** " + middle + "**The bell rang twice. It was noon.**"
	for _, c := range []struct {
		name, text string
		want       [][2]string // how each passage begins and ends
	}{
		{"opens", "**The kilns are cold. The yard is empty.** Nobody knew for how long the works would stay shut.", [][2]string{{"**The kilns", "stay shut."}}},
		{"closes", "Nobody knew for how long the works would stay shut. *The kilns are cold. The yard is empty.*", [][2]string{{"Nobody", "empty.*"}}},
		{"surrounds", "**Nobody knew for how long the works would stay shut. The yard is empty.**", [][2]string{{"Nobody", "empty."}}},
		{"after junk", "Subscribe now. **The kilns are cold. The yard is empty.** Nobody knew for how long.", [][2]string{{"**The kilns", "how long."}}},
		{"split", long, [][2]string{{"**The kilns", "of the office."}, {"", ""}, {"", "noon.**"}}},
	} {
		d := article.Parse("case.md", c.text, article.Meta{Title: "Known"}, nil)
		if len(d.Passages) != len(c.want) {
			t.Errorf("%s: %d passages, want %d", c.name, len(d.Passages), len(c.want))
			continue
		}
		for i, p := range d.Passages {
			if !strings.HasPrefix(p.Text, c.want[i][0]) || !strings.HasSuffix(p.Text, c.want[i][1]) || strings.Count(p.Text, "*")%2 != 0 {
				t.Errorf("%s: passage %q", c.name, p.Text)
			}
		}
	}
}

func TestLabelsRunIn(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"**The crew.** Wants more. It waits.", []string{"**The crew.** Wants more.", "It waits."}},
		{"__The crew__. Wants more.", []string{"__The crew__. Wants more."}},
		{"2. *What next?* The crew waits.", []string{"*What next?* The crew waits."}},
		{"**Need for speed.** The crew waits.", []string{"**Need for speed.** The crew waits."}},
		{"**The injured.** All are at home.", []string{"**The injured.** All are at home."}},
		{"**The crew.** Wants **more**", []string{"**The crew.** Wants **more**"}},
		{"**Two killed.** The road is shut.", []string{"Two killed.", "The road is shut."}},                                                       // a sentence of two words
		{"**Nobody is hurt.** The road is shut.", []string{"Nobody is hurt.", "The road is shut."}},                                               // its verb shows
		{"**No. Never.** The road is shut.", []string{"No.", "Never.", "The road is shut."}},                                                      // two sentences in one pair
		{"**A wall of water, mud, stones and trees.** It hit the town.", []string{"A wall of water, mud, stones and trees.", "It hit the town."}}, // too long for a label
		{"**水位上升。** 三人失踪。", []string{"水位上升。", "三人失踪。"}},                                                                                           // no word says whether it is a phrase
		{"The crew. Wants more.", []string{"The crew.", "Wants more."}},                                                                           // no marks
		{"**The crew.**", []string{"The crew."}},
	} {
		var got []string
		for _, s := range article.Sentences(c.text) {
			got = append(got, c.text[s.Start:s.End])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: want -, got +\n%s", c.text, diff)
		}
	}
}
