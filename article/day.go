package article

import (
	"regexp"
	"time"
)

// readDateline takes from the dateline the agency that it credits, and the day, whose year it takes from a copyright line of
// the text where there is exactly one.
func (p *parser) readDateline(d dateline) {
	p.doc.Agency = d.agency
	if d.place == "" && d.moment == nil && wordCount(d.agency) > 1 {
		fill(&p.doc.Publisher, d.agency)
	}
	if d.moment != nil && p.doc.Published.IsZero() {
		p.settle(*d.moment)
	}
}

// settle takes a day for that of publication, with the year that the text shows where the day lacks it.
func (p *parser) settle(m moment) {
	if m.year == 0 {
		m.year = p.copyrightYear()
	}
	if m.year == 0 {
		m.year = p.yearBeside(m)
	}
	if m.year == 0 {
		p.dated(m)
		p.doc.YearlessDay = p.yearless.dayText()
		return
	}
	if w, ok := m.resolve(time.Time{}); ok {
		p.doc.Published = w
	}
}

// readLooseDay takes the day of publication, where no line of the head is a date alone, from one that ends in a date: a title, "held
// at the town hall on 3 May 2031"; or else from a note of when the text was changed.
func (p *parser) readLooseDay(at []int) {
	for _, i := range at {
		l := &p.lines[i]
		if p.doc.Published.IsZero() && (l.class != "" || i < p.prose) {
			p.readLastDay(l)
		}
	}
	if p.doc.Published.IsZero() {
		p.doc.Published = p.changed
	}
	if p.doc.Published.IsZero() && p.yearless != nil {
		p.settle(*p.yearless)
	}
}

// besideDay bounds how many words may stand before the day that ends a line of the head.
const besideDay = 12

// readLastDay takes the day that a line of the head ends in.
func (p *parser) readLastDay(l *line) {
	if len(l.text) > 240 || !hasDigit(l.text) {
		return
	}
	s := asciiDigits(noRemark(l.text))
	m, ok := findMoment(s)
	if !ok || !m.hasDate() {
		return
	}
	first, last := m.bounds()
	if !onlyDateWords(s[last:]) || wordCount(s[:first]) > besideDay || endsSentence(s) {
		return
	}
	if titled := l.class == "title"; m.year > 0 && (!titled || m.hasWeekday) {
		p.settle(m)
		l.class = classIfNone(l.class, "dateline")
	} else if m.year == 0 && (titled || m.hasWeekday) {
		p.dated(m)
	}
}

func classIfNone(class, other string) string {
	if class == "" {
		return other
	}
	return class
}

// yearWindow is how many days apart a day without a year and a full date of the text may lie for the year to be the same beyond doubt.
const yearWindow = 10

// fullDate matches what may be a date with its year.
var fullDate = regexp.MustCompile(`\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b|\b\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?\p{L}{3,12}\.?,? (?:de )?\d{4}\b|\b\d{4}-\d{2}-\d{2}\b`)

// yearBeside returns the year of the dates that the text gives in full within yearWindow days of m, 0 where there are none or they
// differ.
func (p *parser) yearBeside(m moment) int {
	year := 0
	for _, s := range fullDate.FindAllString(p.ends(), 100) {
		full, ok := findMoment(s)
		if !ok || full.year == 0 {
			continue
		}
		w, ok := m.resolve(date(full.year, full.month, full.day))
		if !ok || w.Time.Sub(date(full.year, full.month, full.day)).Abs() > yearWindow*24*time.Hour {
			continue
		}
		if y := w.Time.Year(); year != 0 && y != year {
			return 0
		} else {
			year = y
		}
	}
	return year
}

var copyright = regexp.MustCompile(`(?i)(?:©|\(c\)|copyright)[^\d\n]{0,60}(\d{4})\b`)

// copyrightYear returns the one year for which the text claims its rights, 0 where there is none or more than one.
func (p *parser) copyrightYear() int {
	year := 0
	for _, g := range copyright.FindAllStringSubmatch(p.doc.Body, -1) {
		if y := number(g[1]); year != 0 && y != year {
			return 0
		} else {
			year = y
		}
	}
	return year
}
