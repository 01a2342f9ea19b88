package gate

import (
	"slices"
	"strconv"
	"strings"
)

// date is a point in the calendar as far as a text gives it: each part 0 where it does not.
type date struct {
	// from and to are its words, to excluded.
	from, to             int
	year, month          int
	day, weekday, decade int
}

// findDates reads the dates of the text from left to right.
func (t *text) findDates() {
	for i := 0; i < len(t.words); {
		d, ok := t.dateAt(i)
		if !ok {
			i++
			continue
		}
		for j := d.from; j < d.to; j++ {
			t.dated[j] = len(t.dates)
		}
		t.dates = append(t.dates, d)
		i = d.to
	}
}

// dateAt reads the date that begins at word i.
func (t *text) dateAt(i int) (date, bool) {
	d := date{from: i, to: i + 1}
	w := &t.words[i]
	switch {
	case w.digit && t.numeric(&d):
		return d, true
	case w.digit && t.dayFirst(&d):
		return t.withYear(d), true
	case w.digit && t.yearAlone(&d):
		return d, true
	case w.digit:
		return d, false
	case t.isWeekday(i):
		d.weekday = weekdays[w.exact]
		return d, true
	case t.monthAt(i) > 0 && t.monthFirst(&d):
		return t.withYear(d), true
	}
	return t.dayFirstSpelled(d)
}

// numeric reads "2026-03-12" and "12.3.2026". Where day and month may be either way about, the day is read first.
func (t *text) numeric(d *date) bool {
	if d.from+2 < len(t.words) {
		var parts [3]int
		for k := range parts {
			parts[k] = t.integer(d.from + k)
			if k > 0 && t.words[d.from+k].before != hyphen {
				parts[k] = 0
			}
		}
		if isYear(parts[0]) && isMonth(parts[1]) && isDay(parts[2]) {
			d.year, d.month, d.day, d.to = parts[0], parts[1], parts[2], d.from+3
			return true
		}
	}
	parts := strings.Split(t.token(d.from, d.from+1), ".")
	if len(parts) != 3 {
		return false
	}
	day, _ := strconv.Atoi(parts[0])
	month, _ := strconv.Atoi(parts[1])
	year, _ := strconv.Atoi(parts[2])
	d.day, d.month, d.year = day, month, year
	return isDay(day) && isMonth(month) && isYear(year)
}

// dayFirst reads "12 March", "the 12th of March", "10, 11 and 12 March": a day that only lists before the month is a date too.
func (t *text) dayFirst(d *date) bool {
	d.day = t.integer(d.from)
	if !isDay(d.day) {
		return false
	}
	i := t.afterDay(d.from)
	d.to = i
	if m := t.monthAfter(i); m >= 0 {
		d.month, d.to = t.monthAt(m), m+1
		return true
	}
	// A list or a range of days: "10-12 March", "10 and 11 March".
	j := i
	if j < len(t.words) && slices.Contains([]string{"and", "to", "or", "bis", "und", "ve", "et", "y"}, t.words[j].exact) {
		j++
	}
	if j >= len(t.words) || !t.words[j].digit || t.words[j].before > clause || !isDay(t.integer(j)) {
		return false
	}
	if m := t.monthAfter(t.afterDay(j)); m >= 0 {
		d.month = t.monthAt(m)
		return true
	}
	return false
}

// afterDay is the word behind the day at i: behind its ordinal ending.
func (t *text) afterDay(i int) int {
	if i+1 < len(t.words) && t.words[i+1].start == t.words[i].end && slices.Contains([]string{"st", "nd", "rd", "th"}, t.words[i+1].exact) {
		return i + 2
	}
	return i + 1
}

// monthAfter is the word of the month at i, or behind "of" or "de" there, or -1.
func (t *text) monthAfter(i int) int {
	if t.followedBy(i, "of", "de") {
		i++
	}
	if i < len(t.words) && t.words[i].before < comma && t.monthAt(i) > 0 {
		return i
	}
	return -1
}

// monthFirst reads "March 12" and a month by itself. A month that is also a word ("may", "march") needs a day, a year or a
// word that only a time can follow.
func (t *text) monthFirst(d *date) bool {
	d.month = t.monthAt(d.from)
	if next := d.to; next < len(t.words) && t.words[next].before < comma {
		if day := t.integer(next); isDay(day) && !t.isCount(next) {
			d.day, d.to = day, t.afterDay(next)
			return true
		}
		if v := spelledDay(t, next); v > 0 {
			d.day, d.to = v, next+1
			return true
		}
		if t.isYearAt(next) {
			return true
		}
	}
	w := &t.words[d.from]
	if w.exact != "may" && w.exact != "march" && w.exact != "mar" && w.exact != "mart" && w.exact != "mars" && w.exact != "sept" {
		return true
	}
	return d.from > 0 && w.before < comma && slices.Contains([]string{"in", "by", "since", "until", "of", "last", "next", "early", "late", "mid", "this", "during", "from"}, t.words[d.from-1].exact)
}

// isCount says that the number at i goes on as an amount: "March 12 percent" is none in practice, "May 12,000" is.
func (t *text) isCount(i int) bool {
	return strings.ContainsAny(t.token(i, i+1), ".:") || i+1 < len(t.words) && t.words[i+1].before <= hyphen && scales[t.words[i+1].exact] > 0
}

// dayFirstSpelled reads "the nineteenth of March".
func (t *text) dayFirstSpelled(d date) (date, bool) {
	v := spelledDay(t, d.from)
	if v == 0 || !t.followedBy(d.from+1, "of") {
		return d, false
	}
	m := t.monthAfter(d.from + 1)
	if m < 0 {
		return d, false
	}
	d.day, d.month, d.to = v, t.monthAt(m), m+1
	return t.withYear(d), true
}

// spelledDay is the day of an ordinal in words, or 0.
func spelledDay(t *text, i int) int {
	exact := t.words[i].exact
	switch exact {
	case "first":
		return 1
	case "second":
		return 2
	}
	if v := spelled[exact]; v >= 3 && v <= 31 && (strings.HasSuffix(exact, "th") || exact == "third") {
		return int(v)
	}
	return 0
}

// withYear takes the year that follows a month or a day.
func (t *text) withYear(d date) date {
	if d.to < len(t.words) && t.words[d.to].before <= comma && t.isYearAt(d.to) {
		d.year = t.integer(d.to)
		d.to++
	}
	return d
}

// yearAlone reads a year by itself, or a decade ("1990s").
func (t *text) yearAlone(d *date) bool {
	if !t.isYearAt(d.from) {
		return false
	}
	d.year = t.integer(d.from)
	if d.to < len(t.words) && t.words[d.to].before == noBreak && t.words[d.to].start-t.words[d.from].end <= len("’") && t.raw[t.words[d.from].end] != ' ' {
		if t.words[d.to].exact != "s" {
			return false
		}
		d.decade, d.year = d.year, 0
		d.to++
		return true
	}
	return t.currencyBefore(d.from) == "" && units[t.exactAt(d.to)] == "" && scales[t.exactAt(d.to)] == 0 && !percents[t.exactAt(d.to)]
}

func (t *text) exactAt(i int) string {
	if i >= len(t.words) || t.words[i].before > hyphen {
		return ""
	}
	return t.words[i].exact
}

// isYearAt says that word i is a bare number that reads as a year.
func (t *text) isYearAt(i int) bool {
	w := &t.words[i]
	return w.digit && w.end-w.start >= 4 && isYear(t.integer(i))
}

// integer is the value of word i where it is digits alone, and 0 otherwise.
func (t *text) integer(i int) int {
	w := &t.words[i]
	if !w.digit {
		return 0
	}
	n, err := strconv.Atoi(w.exact)
	if err != nil {
		return 0
	}
	return n
}

// monthAt is the month that word i names, or 0. In text with capitals, a month has one (but not in every language).
func (t *text) monthAt(i int) int {
	w := &t.words[i]
	m := months[w.exact]
	if m > 0 && !w.cap && t.cased && (w.exact == "may" || w.exact == "march" || w.exact == "mar" || w.exact == "mart" || w.exact == "dec") {
		return 0
	}
	return m
}

func (t *text) isWeekday(i int) bool { return weekdays[t.words[i].exact] > 0 }

func isDay(n int) bool   { return n >= 1 && n <= 31 }
func isMonth(n int) bool { return n >= 1 && n <= 12 }
func isYear(n int) bool  { return n >= 1000 && n <= 2199 }

// covers says whether d, of a passage, gives every part that claim has.
func (d date) covers(claim date) bool {
	return (claim.year == 0 || claim.year == d.year) && (claim.month == 0 || claim.month == d.month) && (claim.day == 0 || claim.day == d.day) &&
		(claim.weekday == 0 || claim.weekday == d.weekday) && (claim.decade == 0 || claim.decade == d.decade)
}

// without returns d without its year.
func (d date) without() date {
	d.year = 0
	return d
}
