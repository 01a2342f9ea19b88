package article

import (
	"regexp"
	"strings"
)

// cut drops what is junk and keeps the rest as pieces, line by line.
func (p *parser) cut() {
	heading, lead := "", "" // lead is the sentence that announces the list which follows
	fresh, underEntry := true, false
	for i := range p.lines {
		l := &p.lines[i]
		switch {
		case l.class != "":
			p.drop(l.Span, l.class)
			fresh = true
			if l.class == "title" {
				heading = ""
			}
		case l.table == tableHead:
			p.drop(l.Span, "heading")
			lead, fresh = p.columns(i, lead), true
		case l.kind == Heading:
			p.cutHeading(l)
			lead = ""
			heading, fresh, underEntry = l.headingText(), true, l.head != nil
			if kept := l.kept(); l.label == 0 && kept != "" {
				heading = strings.TrimSpace(kept)
			}
			if p.titled && i < p.prose && !l.marked && l.head == nil {
				heading = "" // a line of the head below the title: a standfirst, a place, a menu
			}
		default:
			if l.head != nil && underEntry {
				heading = "" // the entry above is over
			}
			if l.kind != ListItem {
				lead = p.leadIn(i)
				fresh = p.cutLine(l, heading, fresh || l.head != nil || l.note) || l.note
				continue
			}
			fresh = p.cutLine(l, under(heading, lead), fresh || l.head != nil)
		}
	}
}

// cutHeading drops a heading, and what was stuck to it under its own class.
func (p *parser) cutHeading(l *line) {
	start := l.Start
	for _, s := range l.sents {
		if s.class != "" {
			p.drop(Span{start, s.Start}, "heading")
			p.drop(s.Span, s.class)
			start = s.End
		}
	}
	p.drop(Span{start, l.End}, "heading")
}

// leadInWords bounds a lead-in: a longer sentence before a list says something of its own.
const leadInWords = 14

// tells matches what makes a sentence before a list news by itself: a quantity that is no year, or what befell people.
var tells = regexp.MustCompile(`(?i)\b(?:\d{1,3}|\d[\d,.]{4,}|killed|dead|died|injured|wounded|missing|arrested|detained|displaced)\b`)

// under is the heading of a list: the section's, with the sentence that announces the list.
func under(heading, lead string) string {
	if heading == "" || lead == "" {
		return heading + lead
	}
	return heading + ": " + lead
}

// columns is the heading of a table: the heads of its columns, after the sentence that announces it.
func (p *parser) columns(i int, lead string) string {
	row := cells(p.doc.Body, p.lines[i].Span)
	heads := p.doc.Body[row.Start:row.End]
	if i > 0 && p.lines[i-1].table == tableBody {
		return heads // the lead is the table's above
	}
	return under(lead, heads)
}

// leadIn drops the sentence that only announces the list below, "Specific effects include:", and returns it as the list's
// heading, without its colon.
func (p *parser) leadIn(i int) string {
	l := &p.lines[i]
	last := len(l.sents) - 1
	for last >= 0 && l.sents[last].class != "" {
		last--
	}
	if last < 0 {
		return ""
	}
	s := &l.sents[last]
	text := strings.TrimRight(p.doc.Body[s.Start:s.End], "*_ ")
	next := p.after(i)
	stray := strings.HasSuffix(text, ":.")
	if (strings.HasSuffix(text, ":") && next >= 0 && p.lines[next].kind == ListItem || stray) && wordCount(text) <= leadInWords && !tells.MatchString(text) {
		s.class = "lead_in"
		return strings.Trim(text, ":.*_ ")
	}
	return ""
}

// cutLine keeps the runs of sentences of a line that stay. It returns whether junk stands at the line's end, so that the next
// line opens a new passage.
func (p *parser) cutLine(l *line, heading string, fresh bool) bool {
	start := l.inner.Start + l.label
	if l.label > 0 {
		p.drop(Span{l.Start, start}, l.labelClass)
		fresh = true
	}
	run := Span{-1, 0}
	flush := func(end int) {
		if l.table == tableBody && run.Start >= 0 {
			run = Span{start, end} // with its bars
		}
		if run.Start >= 0 {
			fresh = p.keep(l, paired(p.doc.Body, trimSpace(p.doc.Body, run), Span{start, end}), heading, fresh)
		}
		run.Start = -1
	}
	for _, s := range l.sents {
		if s.End <= start {
			continue
		}
		s.Start = max(s.Start, start)
		if s.class == "" {
			if run.Start < 0 {
				run.Start = s.Start
			}
			run.End = s.End
			continue
		}
		flush(s.Start)
		p.drop(s.Span, s.class)
		start, fresh = s.End, true
	}
	flush(l.inner.End)
	return fresh
}

// keep adds a piece, or drops it where no word is left in it. It returns whether the next piece opens a passage.
func (p *parser) keep(l *line, s Span, heading string, fresh bool) bool {
	if !hasWord(p.doc.Body[s.Start:s.End]) {
		p.drop(s, "fragment")
		return true
	}
	p.pieces = append(p.pieces, piece{
		Span: s, heading: heading, speaker: l.speaker, at: l.at, list: l.kind == ListItem, fresh: fresh,
	})
	return false
}
