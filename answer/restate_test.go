package answer

import (
	"testing"

	"parley/article/analysis"
)

func TestRestates(t *testing.T) {
	for _, c := range []struct {
		shown, echo string
		want        bool
	}{
		{"Two keepers were hurt in the fire at Lorn Lighthouse.", "In the fire at Lorn Lighthouse on Monday two keepers were hurt, police said.", true},
		{"Premier Odo Brandt cancelled his visit to the quarry.", "Premier Odo Brandt is to visit the quarry on Friday.", false},
		{"Premier Odo Brandt visited the quarry.", "Premier Odo Brandt will visit the quarry.", false},
		{"Premier Odo Brandt visited the quarry.", "Premier Odo Brandt is to visit the quarry.", false},
		{"Premier Odo Brandt will visit the quarry.", "Premier Odo Brandt visited the quarry.", false},
		{"Premier Odo Brandt visited the quarry.", "Premier Odo Brandt planned visits to the quarry.", false},
		{"The bells never rang in Lorn.", "The bells rang in Lorn at six.", false},
		{"The bells rang in Lorn.", "It is untrue that the bells rang in Lorn.", false},
		{"The bells rang in Lorn.", "The bells nearly rang in Lorn.", false},
		{"The quarry of Lorn closed in 2031.", "The quarry of Lorn closed in 2032.", false},
		{"The quarry of Lorn lost 40 workers.", "The quarry of Lorn lost forty workers.", true},
		{"The quarry of Lorn lost 40 workers.", "The quarry of Lorn lost 45 workers.", false},
		{"Minister Ada Brook resigned from the board.", "Minister Ada Brook visited the board.", false},
	} {
		if got := restates(analysis.Tokenize(c.shown, ""), analysis.Tokenize(c.echo, "")); got != c.want {
			t.Errorf("%q from %q: %v", c.shown, c.echo, got)
		}
	}
}
