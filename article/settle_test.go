package article_test

import (
	"testing"
	"time"

	"parley/article"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// TestSettle dates what leaves its year open by the other articles, and leaves it where they leave a doubt.
func TestSettle(t *testing.T) {
	for _, c := range []struct {
		text  string
		known []time.Time
		want  string
	}{
		{"VARMOUTH, Feb 11 (NPA) - The ferries stopped for a third day on Tuesday, the harbour said.", []time.Time{day("2031-02-12")}, "2031-02-11"},
		{"Storm shuts port\n\nTuesday 11 February\n\nThe port was shut on Tuesday, and nobody could say for how long.", []time.Time{day("2031-02-12")}, "2031-02-11"},
		{"Storm shuts port\n\nMonday 11 February\n\nThe port was shut on Monday, and nobody could say for how long.", []time.Time{day("2031-02-12")}, ""}, // it was a Tuesday
		{"VARMOUTH, Dec 28 (NPA) - The ferries stopped for a third day, the harbour said on Sunday.", []time.Time{day("2031-01-03")}, "2030-12-28"},
		{"VARMOUTH, Feb 11 (NPA) - The ferries stopped for a third day on Tuesday, the harbour said.", nil, ""},
		{"VARMOUTH, Feb 11 (NPA) - The ferries stopped for a third day on Tuesday, the harbour said.", []time.Time{day("2031-06-12")}, ""},                    // too far away
		{"VARMOUTH, Feb 11 (NPA) - The ferries stopped for a third day on Tuesday, the harbour said.", []time.Time{day("2031-02-12"), day("2032-02-01")}, ""}, // which?
		{"Published: 3 May 2030\n\nThe ferries stopped for a third day on Tuesday, the harbour said.", []time.Time{day("2031-05-12")}, "2030-05-03"},
	} {
		docs := []article.Document{article.Parse("a.txt", c.text, article.Meta{}, nil)}
		article.Settle(docs, c.known)
		if got := docs[0].Published.Day(); got != c.want {
			t.Errorf("%.40q beside %v: %q, not %q", c.text, c.known, got, c.want)
		}
	}
}

// TestSettleDatesEntries: once its day is known, the entries of a live blog have their times, and what was read stays.
func TestSettleDatesEntries(t *testing.T) {
	text := "LIVE: Storm over Varmouth, Tuesday 11 February\n\n17:20\n\nThe quay is under water, the harbour master says.\n\n16:05\n\nThe first roofs are gone."
	docs := []article.Document{
		article.Parse("live.txt", text, article.Meta{}, nil),
		article.Parse("b.txt", "Storm over Varmouth\n\n12 February 2031\n\nThe storm has passed, and the ferries sail again, the harbour master says.", article.Meta{}, nil),
	}
	before := docs[0]
	article.Settle(docs, nil)
	if got := docs[0]; got.Title != before.Title || len(got.Passages) != len(before.Passages) || len(got.Dropped) != len(before.Dropped) {
		t.Errorf("read again it is another: %+v", got)
	}
	if got := moment(docs[0].Passages[0].At); got != "2031-02-11T17:20:00Z" {
		t.Errorf("the newest entry is at %q", got)
	}
}
