package answer

import (
	"strings"
	"testing"

	"parley/article/analysis"
)

func TestTimes(t *testing.T) {
	for text, want := range map[string]string{
		"The wall fell at 23:40 on Sunday.":                   "23:40|sun",
		"The wall fell soon after ten on Thursday evening.":   "22:00|thu",
		"At ten the same evening the bridge was shut.":        "22:00",
		"They left at a quarter past two in the morning.":     "02:15",
		"She rang at ten past four.":                          "04:10?",
		"The papers came at 9.14 on the morning of 16 May.":   "09:14|may 16",
		"The ferry sailed at 7 p.m. and came back at 8:05.":   "19:00|08:05",
		"After ten of the crews had left, six boats sank.":    "",
		"The toll rose to four, and six trucks burned.":       "",
		"It paid 9.5 million to the two owners.":              "",
		"The gate was shut on 3 April, before eleven o'clock": "apr 3|11:00?",
	} {
		if got := strings.Join(times(analysis.Tokenize(text, "")), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSameTime(t *testing.T) {
	for _, c := range []struct {
		x, y string
		same bool
	}{
		{"10:00?", "22:00", true}, // which half of the day is not told
		{"10:00", "22:00", false},
		{"10:00?", "22:15", false},
		{"thu", "fri", false},
	} {
		if got := sameTime(c.x, c.y); got != c.same {
			t.Errorf("%s and %s: %t", c.x, c.y, got)
		}
	}
}
