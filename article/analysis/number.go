package analysis

import (
	"strconv"
	"strings"
)

// units are what may stand glued to a number: "5km", "10k", "7pm".
var units = map[string]bool{
	"am": true, "pm": true, "km": true, "kg": true, "m": true, "k": true, "bn": true, "mn": true, "tn": true, "cm": true, "mm": true,
	"mw": true, "gw": true, "kw": true, "kwh": true, "mph": true, "kph": true, "kmh": true, "lb": true, "lbs": true, "ft": true, "gb": true,
	"mb": true, "tb": true, "hr": true, "hrs": true, "h": true, "min": true, "mins": true, "sec": true, "usd": true, "eur": true, "yr": true, "yrs": true,
}

// ordinalEndings follow an English ordinal's digits.
var ordinalEndings = map[string]bool{"st": true, "nd": true, "rd": true, "th": true}

// numeral is a run of ASCII digits with what stands between them, read by value.
type numeral struct {
	// n is how many bytes of the text it takes.
	n int
	// exact is the value's shortest spelling.
	exact string
}

// readNumeral reads the number at the head of s, which begins with a digit. Commas group thousands and a point begins a
// decimal, or the other way about where comma is true. What cannot be one number ("12.11.2025", "1,2") ends at its first part;
// what follows such a part is glued to it and has no groups or decimals of its own.
func readNumeral(s string, comma, glued bool) numeral {
	lead := digits(s)
	if t, ok := readClock(s, lead); ok {
		return t
	}
	if glued {
		return numeral{lead, trimZeros(s[:lead])}
	}
	group, point := byte(','), byte('.')
	if comma {
		group, point = point, group
	}
	whole, n := s[:lead], lead
	if g := grouped(s, lead, group); g > 0 {
		whole, n = strings.ReplaceAll(s[:g], string(group), ""), g
	} else if g := grouped(s, lead, point); g > lead+4 {
		// Two groups or more: 1.234.567 is no decimal in any language.
		return numeral{g, trimZeros(strings.ReplaceAll(s[:g], string(point), ""))}
	}
	return withDecimals(s, whole, n, point)
}

// withDecimals adds the decimals that follow the first n bytes of s, unless a further point or a colon shows a date or a clock.
func withDecimals(s, whole string, n int, point byte) numeral {
	if n+1 >= len(s) || s[n] != point || !isDigit(s[n+1]) {
		return numeral{n, trimZeros(whole)}
	}
	d := digits(s[n+1:])
	end := n + 1 + d
	if end+1 < len(s) && (s[end] == point || s[end] == ':') && isDigit(s[end+1]) {
		return numeral{n, trimZeros(whole)}
	}
	if dec := strings.TrimRight(s[n+1:end], "0"); dec != "" {
		return numeral{end, trimZeros(whole) + "." + dec}
	}
	return numeral{end, trimZeros(whole)}
}

// readClock reads 23:40, 9:05 or 23:40:10 as one token, with no leading zero.
func readClock(s string, lead int) (numeral, bool) {
	if lead > 2 || lead+3 > len(s) || s[lead] != ':' || digits(s[lead+1:]) != 2 || atoi(s[:lead]) > 24 || s[lead+1] > '5' {
		return numeral{}, false
	}
	n := lead + 3
	if n+3 <= len(s) && s[n] == ':' && digits(s[n+1:]) == 2 && s[n+1] <= '5' {
		n += 3
	}
	return numeral{n, trimZeros(s[:lead]) + s[lead:n]}, true
}

// grouped is the length of a number whose thousands are grouped by sep, in the Western (1,234,567) or the Indian way
// (12,34,567), or 0 where it is none.
func grouped(s string, lead int, sep byte) int {
	if lead > 3 || s[0] == '0' {
		return 0
	}
	n, last := lead, lead
	for n+1 < len(s) && s[n] == sep {
		d := digits(s[n+1:])
		if d != 3 && d != 2 {
			break
		}
		n, last = n+1+d, d
	}
	if n == lead || last != 3 {
		return 0
	}
	return n
}

func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 1 << 30
	}
	return n
}

// trimZeros drops the leading zero of a day, a month or an hour; a longer number with one is a code or a telephone number.
func trimZeros(s string) string {
	if len(s) == 2 && s[0] == '0' {
		return s[1:]
	}
	return s
}

// spelledValues are the English number words. First, second and third are words: they seldom count.
var spelledValues = map[string]int{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"hundred": 100, "thousand": 1000,
}

// ordinalValues are the English ordinals that are read as numbers by themselves.
var ordinalValues = map[string]int{
	"fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
	"thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
	"hundredth": 100, "thousandth": 1000,
}

// afterTens are the ordinals that are numbers only behind a ten: twenty-first.
var afterTens = map[string]int{"first": 1, "second": 2, "third": 3}

// sum adds up number words as English does: units behind tens, tens behind hundreds, all before thousand.
type sum struct {
	thousands, below int
	// room is what the next word must be smaller than; 0 where nothing may follow.
	room int
	used bool
}

// add takes a word's value and says whether it fits: "twenty five" does, "two three" does not.
func (s *sum) add(v int) bool {
	switch {
	case v == 1000:
		return s.thousand()
	case v == 100:
		return s.hundred()
	case s.used && (v >= s.room || v == 0):
		return false
	}
	s.below += v
	s.used = true
	s.room = 1
	if v >= 20 && v < 100 {
		s.room = 10
	}
	return true
}

func (s *sum) hundred() bool {
	if s.used && (s.below == 0 || s.below >= 100) {
		return false
	}
	s.below = max(s.below, 1) * 100
	s.used, s.room = true, 100
	return s.below < 10_000
}

func (s *sum) thousand() bool {
	if s.thousands > 0 || s.used && s.below == 0 {
		return false
	}
	s.thousands, s.below = max(s.below, 1)*1000, 0
	s.used, s.room = true, 1000
	return true
}

func (s *sum) value() int { return s.thousands + s.below }
