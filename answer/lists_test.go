package answer_test

import (
	"strings"
	"testing"

	"parley/answer"
)

// Of two lists the one that stands under what is asked for is shown.
func TestTheListUnderTheAskedHeadingIsShown(t *testing.T) {
	_, ix := deskOver(t, map[string]string{
		"a.md": "# The pay row in Orsel\n\n## Who matters\n\n- Ada Brook, mayor. Has the last word.\n- Odo Lund, police chief. Says nothing.\n- Mira Holt, Tram Union. Wants a quick deal.",
		"b.md": "# Statement of the Tram Union\n\nWe have waited long enough.\n\n## What we demand\n\n- Ten crowns more an hour.\n- A heated depot at Orsel.\n- No night shifts without a second driver.",
	})
	a := ask(t, ix, answer.Question{Text: "list everything the tram union demands"})
	for _, want := range []string{"Ten crowns", "heated depot", "night shifts"} {
		if !strings.Contains(text(a), want) {
			t.Errorf("no %q in %s: %q", want, a.Verdict, text(a))
		}
	}
}
