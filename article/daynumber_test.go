package article_test

import (
	"testing"

	"parley/article"
)

// A number with a full stop before a month is a day in many languages, not an item of a list.
func TestNumberBeforeMonthIsNoListNumber(t *testing.T) {
	for head, want := range map[string]string{
		"13. März 2024":                    "2024-03-13",
		"13. April 2024":                   "2024-04-13",
		"13. marts 2024":                   "2024-03-13",
		"13. desember 2024":                "2024-12-13",
		"13. maaliskuuta 2024":             "2024-03-13",
		"13. března 2024":                  "2024-03-13",
		"13. März 2024 – Brunnstadt (dpa)": "2024-03-13",
	} {
		text := "Brücke in Brunnstadt gesperrt\n\n" + head + "\n\nDie Stadt sperrte die alte Brücke nach dem Hochwasser. Der Rat trat am Abend zusammen.\n"
		doc := article.Parse("brunnstadt.txt", text, article.Meta{}, nil)
		if got := doc.Published.Day(); got != want {
			t.Errorf("%q: published %s, want %s", head, got, want)
		}
	}
}

func TestListNumbersStayListNumbers(t *testing.T) {
	for line, want := range map[string]string{
		"3. March to the harbour and wait.":        "March to the harbour and wait.",
		"1. May asked for a vote.":                 "May asked for a vote.",
		"2. August Lindqvist chairs the board.":    "August Lindqvist chairs the board.",
		"13. März war der Tag, an dem es geschah.": "13. März war der Tag, an dem es geschah.",
		"13. april steg vannet.":                   "13. april steg vannet.",
	} {
		s := article.Sentences(line)
		if len(s) != 1 || line[s[0].Start:s[0].End] != want {
			t.Errorf("%q: got %v, want %q", line, s, want)
		}
	}
}
