package article

import (
	"regexp"
	"strings"
	"unicode"
)

// dateline is what stands before the first sentence of a report: place, day, agency.
type dateline struct {
	place  string
	agency string
	moment *moment
	// length is how many bytes of the line it takes, up to the first word of the sentence.
	length int
}

// datelineForm matches "HALMSTADT, Norrland, May 3 (ABC) — " with any of its parts left out.
var datelineForm = regexp.MustCompile(`^(?:\*\*|__)?((?:\p{Lu}[\p{L}\p{M}'’.-]*)(?:[ /-]+\p{Lu}[\p{L}\p{M}'’.-]*){0,3}(?:(?:, ?| ?\[|/)\p{Lu}[\p{L}\p{M}'’. -]{1,30}?\]?){0,2}?)?(?:,? ?((?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} \p{Lu}\p{Ll}{2,8}\.?(?:,? \d{4})?)))?(?:,? ?\(([\p{Lu}][\p{L}\p{M} .&'’/-]{1,40})\))?(?:\*\*|__)?(?:\s*(?:—|–|--)\s*|\s+-\s+|:(?:\*\*|__)?\s+)`)

// bracketForm matches the dateline that associations put in brackets: "(Halmstadt, May 3, 2031) – ".
var bracketForm = regexp.MustCompile(`^[*_]{0,3}\((\p{Lu}[\p{L}\p{M}'’. -]{1,40}), (\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,9}\.?,? \d{4})\)[*_]{0,3}\s*(?:—|–|--?)\s+`)

// parseBracketed reads such a dateline.
func parseBracketed(head string) (dateline, bool) {
	g := bracketForm.FindStringSubmatchIndex(head)
	if g == nil {
		return dateline{}, false
	}
	m, ok := findMoment(sub(head, g, 2))
	return dateline{place: sub(head, g, 1), moment: &m, length: g[1]}, ok && m.hasDate() && g[1] < len(head)
}

// notPlaces open lines in capitals or before a date without being a town.
var notPlaces = set(`on by from since until after before important note notice update updated warning breaking exclusive watch live
	analysis opinion explainer correction alert urgent question answer summary background statement press`)

// parseDateline reads the dateline at the head of a line. In the lede a place in capitals is enough; elsewhere it takes a day
// or an agency beside it, so that no acronym is taken for a town.
func parseDateline(s string, lede bool) (dateline, bool) {
	head := s[:min(len(s), 140)]
	if d, ok := parseBracketed(head); ok {
		return d, true
	}
	g := datelineForm.FindStringSubmatchIndex(head)
	if g == nil || g[1] >= len(s) {
		return dateline{}, false
	}
	d := dateline{place: sub(head, g, 1), agency: sub(head, g, 3), length: g[1]}
	if day := sub(head, g, 2); day != "" {
		if m, ok := findMoment(day); ok && m.hasDate() {
			d.moment = &m
		} else {
			return dateline{}, false
		}
	}
	if d.place == "" && d.agency == "" || notPlaces[strings.ToLower(firstWord(d.place))] || notPlaces[strings.ToLower(lastWord(d.place))] {
		return dateline{}, false
	}
	caps := d.place != "" && allCaps(strings.SplitN(d.place, ",", 2)[0])
	switch {
	case d.agency != "":
		return d, lede || d.moment != nil || caps
	case d.moment != nil:
		return d, caps || lede && !unicode.IsLower(firstRune(s[d.length:]))
	}
	return d, lede && caps && wordCount(d.place) <= 6
}
