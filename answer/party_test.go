package answer

import (
	"testing"

	"parley/article/names"
)

func TestSidesWith(t *testing.T) {
	book := names.Gazetteer()
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"the ministry", "Ministry of Roads, Republic of Norland", true},
		{"The Authority", "Ebra Water Authority", true},
		{"Ada Brook", "Mining Minister Ada Brook", true},
		{"Mr Brook", "Ada Brook", true},
		{"the Norwegian government", "Oslo", true},                                      // a country and its capital
		{"Miners' Federation of Norway", "Ministry of Mines, Kingdom of Norway", false}, // only their country is the same
		{"the Water Inspectorate", "Upland Water Services", false},                      // only a common word is
		{"Ada Brook", "Ivo Lund", false},
		{"the union", "the ministry", false},
	} {
		if got := oneSide(c.a, c.b, book); got != c.same {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
		if oneSide(c.a, c.b, book) != oneSide(c.b, c.a, book) {
			t.Errorf("%s, %s: it matters who comes first", c.a, c.b)
		}
	}
}

func TestFirmsOfOneTrade(t *testing.T) {
	if oneSide("Northern Rail", "Rail Workers' Union", names.Gazetteer()) {
		t.Error("a firm and a union that share a word are one side")
	}
}
