package gate_test

import (
	"testing"

	"parley/answer/gate"
	"parley/article/names"
)

func TestWhatIsToHappenHasNotHappened(t *testing.T) {
	quote := []gate.Quote{{Text: "Prime Minister Ada Brook is to visit the port on Thursday."}}
	for claim, want := range map[string]bool{
		"Ada Brook visited the port on Thursday.":    false,
		"Ada Brook will visit the port on Thursday.": true,
		"Ada Brook is to visit the port.":            true,
	} {
		r := gate.Check(claim, quote, names.Gazetteer())
		if got := r.Verdict == gate.Supported; got != want {
			t.Errorf("%q: %s %v", claim, r.Verdict, r.Reasons)
		}
	}
}
