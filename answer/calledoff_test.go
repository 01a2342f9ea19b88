package answer_test

import (
	"strings"
	"testing"

	"parley/answer"
)

func TestAPlanThatWasCalledOffIsEarlier(t *testing.T) {
	for _, c := range []struct {
		plan, later, question string
		off                   bool
	}{
		{"Premier Odo Brandt is to visit the quarry of Lorn on Friday.", "Premier Odo Brandt cancelled his visit to the quarry of Lorn.", "When will Odo Brandt visit the quarry?", true},
		{"The ferry service to Osk will resume on Monday at noon.", "The operator postponed the ferry service to Osk because of ice.", "When will the ferry service to Osk resume?", true},
		{"The harbour workers are to strike on Tuesday.", "The strike of the harbour workers was called off after talks.", "When are the harbour workers to strike?", true},
		{"Premier Odo Brandt is to visit the quarry of Lorn on Friday.", "Premier Odo Brandt did not cancel his visit to the quarry of Lorn.", "When will Odo Brandt visit the quarry?", false},
		{"Premier Odo Brandt is to visit the quarry of Lorn on Friday.", "Premier Odo Brandt may cancel his visit to the quarry of Lorn.", "When will Odo Brandt visit the quarry?", false},
		{"Premier Odo Brandt is to visit the quarry of Lorn on Friday.", "The school of Lorn cancelled its fair.", "When will Odo Brandt visit the quarry?", false},
	} {
		g := shelved(t, map[string]string{
			"a.md": told("Plans at Lorn", "Fell Gazette", "2031-03-05", c.plan),
			"b.md": told("News from Lorn", "Tarn Courier", "2031-03-07", c.later),
		})
		a := ask(t, g, answer.Question{Text: c.question})
		old, current := earlier(a)
		if got := old != ""; got != c.off {
			t.Errorf("%q: earlier %q, current %q", c.later, old, current)
		}
		if c.off && (len(a.Sentences) == 0 || !strings.Contains(a.Sentences[0].Text, c.later)) {
			t.Errorf("%q is not first: %q", c.later, current)
		}
	}
}
