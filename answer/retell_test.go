package answer_test

import (
	"strings"
	"testing"

	"parley/answer"
)

// A notice of correction repeats what was wrong: that is never shown without what corrects it.
func TestAnEarlierReportIsShownWithItsCorrection(t *testing.T) {
	for name, notice := range map[string]string{
		"agency":  "CORRECTION: An NNA report of Feb 3 gave the number of patients moved to the barracks as 140. The hospital has since said that it moved 41.",
		"version": "Editor's note: An earlier version of this article put the number of patients moved to the barracks at 140. The hospital moved 41.",
	} {
		_, ix := deskOver(t, map[string]string{"a.txt": "Flood in Orsel\n\nThe river Ame rose by two metres on Monday, the mayor of Orsel said.\n\n" + notice})
		a := ask(t, ix, answer.Question{Text: "how many patients were moved to the barracks?"})
		shown := ""
		for _, s := range a.Sentences {
			shown += s.Text + " "
			if strings.Contains(s.Text, "140") && !strings.Contains(s.Text, "41.") {
				t.Errorf("%s: shown alone: %q", name, s.Text)
			}
		}
		if !strings.Contains(shown, "moved 41.") {
			t.Errorf("%s: the correction is not shown: %q", name, shown)
		}
	}
}
