package article

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// entryTime matches the time that opens an entry within a paragraph: "[10:32] ", "10:32 GMT – ".
var entryTime = regexp.MustCompile(`^(?:[\[(]\d{1,2}[:.]\d{2}[^\])]{0,12}[\])]|\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{3,4}\)?)?\s*(?:[–—|:]|\s-\s))\s*`)

// dayHead matches the day that opens a paragraph: "On 12 March 2031: ", "March 9 – ", "Tuesday, 10 March: ".
var dayHead = regexp.MustCompile(`^(?:On )?([^:–—]{4,40}?)(?::\s|\s*[–—]\s|\s-\s)`)

// findEntries finds what lines say of their own time: headings and paragraphs of a live blog, dated paragraphs.
func (p *parser) findEntries() {
	p.ticker = p.isTicker()
	for i := range p.lines {
		l := &p.lines[i]
		switch {
		case l.class != "":
		case l.kind == Heading:
			l.head = entryHead(l.text)
		case l.label == 0:
			p.findDay(i)
		}
	}
}

// tickerTime matches the time that opens a line without a sign after it; it counts where several lines begin so.
var tickerTime = regexp.MustCompile(`^\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?\s+`)

// startsWithTime says that s begins with a time of day.
func startsWithTime(s string) bool { return startsWithDigit(s) && tickerTime.MatchString(s) }

// isTicker says that two lines of the text or more open with a time.
func (p *parser) isTicker() bool {
	n := 0
	for _, l := range p.lines {
		if l.class == "" && startsWithTime(l.text) {
			n++
		}
	}
	return n >= 2
}

// entryHead reads the time or day that a heading begins with, nil where it begins with something else.
func entryHead(s string) *moment {
	head := s[:min(len(s), 60)]
	if !strings.ContainsAny(head, "0123456789") {
		return nil
	}
	m, ok := findMoment(head)
	if !ok || !m.hasClock && !m.hasDate() {
		return nil
	}
	_, last := m.bounds()
	if !onlyDateWords(m.rest(head[:last])) {
		return nil
	}
	return &m
}

// findDay reads the time or the day that a paragraph begins with. A time alone is a label and is dropped; a day belongs to
// the sentence, and an agency's dateline is dropped whole.
func (p *parser) findDay(i int) {
	l := &p.lines[i]
	if p.findNote(l) {
		return
	}
	head := l.text[:min(len(l.text), 60)]
	if !strings.ContainsAny(head, ":–—-[") {
		return
	}
	g := entryTime.FindString(l.text)
	if g == "" && p.ticker {
		g = tickerTime.FindString(l.text)
	}
	if g != "" && len(g) < len(l.text) {
		if m, ok := findMoment(g); ok && m.hasClock {
			l.head, l.label, l.labelClass = &m, len(g), "dateline"
			return
		}
	}
	if d, ok := parseDateline(l.text, false); ok {
		l.label, l.labelClass, l.dated = d.length, "dateline", d.moment
		return
	}
	if g := dayHead.FindStringSubmatch(head); g != nil {
		if m, ok := findMoment(g[1]); ok && m.hasDate() && onlyDateWords(m.rest(g[1])) {
			l.dated = &m
		}
	}
}

var (
	// noteLabel matches the label of what an outlet says of its own report, with the day in it or behind it.
	noteLabel = regexp.MustCompile(`^[(\[*_]*(?i:corrections?|clarification|retraction|editor['’]?s['’]? note|note (?:from|by) the editor|update|berichtigung|korrektur|rectificatif|corrección|düzeltme)\b[*_]*([^:–—]{0,40}?)[*_)]*(?:\s*[:–—]|\s-)[*_]*\s`)
	// earlierVersion matches what such a note says where it has no label.
	earlierVersion = regexp.MustCompile(`(?i)\b(?:an|the) (?:earlier|previous|original) version of (?:this|the) (?:article|story|report|post|piece|headline|page)\b|^\(?this (?:story|article|report) corrects\b`)
)

// findNote finds the notes in which an outlet corrects or updates its own report: they stand apart from the paragraphs around them, and
// carry the day that their label gives.
func (p *parser) findNote(l *line) bool {
	if g := noteLabel.FindStringSubmatch(l.text[:min(len(l.text), 100)]); g != nil {
		l.note = true
		if m, ok := findMoment(g[1]); ok && m.hasDate() && onlyDateWords(m.rest(g[1])) {
			l.dated = &m
		}
		return true
	}
	l.note = len(l.text) < maxJunk && strings.Contains(l.text, "version") && earlierVersion.MatchString(l.text) || strings.Contains(l.text, "corrects") && earlierVersion.MatchString(l.text)
	return l.note
}

// resolveEntries gives the lines their times. The entries of a live blog follow one another, newest or oldest first: the
// oldest is fixed by its date, its weekday or the day of publication, and the others come after it.
func (p *parser) resolveEntries() {
	var heads []int
	for i, l := range p.lines {
		if l.head != nil {
			heads = append(heads, i)
		}
	}
	order := p.oldestFirst(heads)
	var last When
	for _, i := range order {
		l := &p.lines[i]
		if at, ok := p.following(*l.head, last); ok {
			l.at, last = at, at
		}
	}
	p.spreadTimes()
}

// oldestFirst returns the entries from the oldest on: as they stand, or turned where more of them step back than forward.
func (p *parser) oldestFirst(heads []int) []int {
	back, forth := 0, 0
	for k := 1; k < len(heads); k++ {
		a, b := p.lines[heads[k-1]].head, p.lines[heads[k]].head
		if a.hasWeekday && b.hasWeekday && a.weekday != b.weekday || !a.hasClock || !b.hasClock || a.day != b.day {
			continue
		}
		if a.hour*60+a.minute > b.hour*60+b.minute {
			back++
		} else {
			forth++
		}
	}
	if back <= forth {
		return heads
	}
	return p.turned(heads)
}

// turned are the entries from the last to the first. A heading that gives a day for the entries below it stays before them.
func (p *parser) turned(heads []int) []int {
	turned := make([]int, 0, len(heads))
	for end := len(heads); end > 0; {
		first := end - 1
		for first > 0 && !p.givesDay(heads[first]) {
			first--
		}
		day := heads[first:end]
		if p.givesDay(day[0]) {
			turned = append(turned, day[0])
			day = day[1:]
		}
		for _, i := range slices.Backward(day) {
			turned = append(turned, i)
		}
		end = first
	}
	return turned
}

// givesDay says that entry i is a day without a clock.
func (p *parser) givesDay(i int) bool {
	m := p.lines[i].head
	return !m.hasClock && (m.hasDate() || m.hasWeekday)
}

// following resolves what an entry says of its time, given the entry before it and the day of publication.
func (p *parser) following(m moment, last When) (When, bool) {
	ref := p.doc.Published.Time
	if !last.IsZero() {
		ref = last.Time
	}
	if m.hasDate() {
		return m.resolve(ref)
	}
	if ref.IsZero() {
		return When{}, false
	}
	day := midnight(ref)
	switch {
	case m.hasWeekday && last.IsZero():
		w, ok := m.resolve(ref)
		return w, ok
	case m.hasWeekday:
		ahead := (int(m.weekday) - int(day.Weekday()) + 7) % 7
		return m.at(day.AddDate(0, 0, ahead)), ahead <= 3
	}
	at := m.at(day)
	if !last.IsZero() && last.Clock && at.Time.Before(last.Time) {
		at.Time = at.Time.Add(24 * time.Hour)
	}
	return at, true
}

// spreadTimes gives the lines of an entry its time until the next heading or entry, and dated paragraphs their day.
func (p *parser) spreadTimes() {
	var now When
	bare := false // the line above is an entry's time alone
	for i := range p.lines {
		l := &p.lines[i]
		if l.head != nil || l.kind == Heading && l.class == "" && !bare {
			now = l.at
		}
		bare = l.head != nil && l.kind == Heading && onlyDateWords(l.head.rest(l.text[:min(len(l.text), 60)]))
		l.at = now
		if l.dated != nil && i != p.prose && i != p.lede {
			if at, ok := l.dated.resolve(p.doc.Published.Time); ok {
				l.at = at
			}
		}
	}
}

// headingText is what a heading says to a reader: without the label of whoever asks.
func (l *line) headingText() string { return strings.TrimSpace(l.text[l.label:]) }
