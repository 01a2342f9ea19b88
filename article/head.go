package article

import (
	"regexp"
	"strings"
)

// maxHead bounds the head of a text without running text, in lines.
const maxHead = 8

// readHead reads what stands above the running text: masthead, title, byline, date, in any order.
func (p *parser) readHead() {
	end := p.prose
	if end == len(p.lines) {
		end = min(end, maxHead)
	}
	p.dropMenus(end)
	var titles []int
	for i := range end {
		l := &p.lines[i]
		if u := link(l.text); u != "" && i < maxHead {
			fill(&p.doc.URL, u)
			l.class = "boilerplate"
		}
		if l.class != "" || l.kind == ListItem && !l.marked && !isRow(l.text) {
			continue
		}
		if l.class = p.headClass(l.text, l.marked && l.kind == Heading); l.class == "" && canBeTitle(*l) {
			titles = append(titles, i)
		}
	}
	p.readTitle(titles)
	p.findNames(titles)
	p.readLede()
}

// dropMenus drops the names of a site's sections where they stand one below the other above the title: three list items or
// four lines of a few words each.
func (p *parser) dropMenus(end int) {
	for i := 0; i < end; {
		j := i
		items := 0
		for j < end && isMenuCell(p.lines[j]) {
			if p.lines[j].kind == ListItem {
				items++
			}
			j++
		}
		if items >= 3 || j-i >= 4 {
			for k := i; k < j; k++ {
				p.lines[k].class = "navigation"
			}
		}
		i = max(j, i+1)
	}
}

// isMenuCell says that a line could be one of a menu's.
func isMenuCell(l line) bool {
	n := wordCount(l.text)
	return (n <= 3 || l.kind == ListItem && n <= 5) && !(l.marked && l.kind == Heading) && !endsSentence(l.text) && !strings.ContainsAny(l.text, "0123456789")
}

// headClass reads one line of the head and returns the class under which it is dropped, "" where it may be a title.
func (p *parser) headClass(s string, marked bool) string {
	switch g := field.FindStringSubmatch(s); {
	case g != nil:
		p.readField(strings.ToLower(g[1]), g[2])
		return "boilerplate"
	case isByline(s):
		fill(&p.doc.Author, author(s))
		return "byline"
	case !marked && isRow(s):
		return p.readRow(s)
	case !marked && dateLine(s):
		p.publish(s)
		return "dateline"
	case !marked && releaseLine.MatchString(s) && wordCount(s) <= 12:
		p.publish(s)
		return "boilerplate"
	case !marked && agencyTail.MatchString(s) && wordCount(s) <= 45:
		return "caption"
	case nameThenDate.MatchString(s):
		name := nameThenDate.FindStringSubmatch(s)[1]
		fill(&p.doc.Author, name)
		p.publish(s[len(name):])
		return "byline"
	case p.doc.Author != "" && wordCount(s) <= 24 && strings.HasPrefix(s, p.doc.Author):
		return "byline"
	}
	return ""
}

// nameThenDate matches a byline without "by": the author's name, then when the text was published.
var nameThenDate = regexp.MustCompile(`^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}) (?:Published|Updated|Posted)\b.*\d`)

// canBeTitle says that a line of the head has the form of a title.
func canBeTitle(l line) bool {
	s := l.kept()
	if l.marked {
		return l.kind == Heading
	}
	n := wordCount(s)
	if m := entryHead(s); m != nil && m.hasClock {
		return false
	}
	return s != "" && l.kind != ListItem && n <= maxTitle && len(s) <= 200 && hasWord(s) &&
		(!endsSentence(s) || strings.HasSuffix(s, "?") || headingShape(s, l.bold))
}

// readTitle takes the first line that can be one as title, after a masthead if there is one.
func (p *parser) readTitle(at []int) {
	if len(at) > 0 && !p.lines[at[0]].marked {
		first := &p.lines[at[0]]
		if s := first.text; isMasthead(s) && (len(at) > 1 || strings.HasPrefix(s, "The ")) {
			fill(&p.doc.Publisher, s)
			first.class = "boilerplate"
			at = at[1:]
		}
	}
	if len(at) == 0 {
		return
	}
	l := &p.lines[at[0]]
	if p.after(at[0]) < 0 || !l.marked && numbered.MatchString(l.kept()) {
		return
	}
	title, outlet := splitTitle(l.kept())
	if p.doc.Title != "" && !strings.EqualFold(p.doc.Title, title) {
		return // the title is known, so this is a heading
	}
	fill(&p.doc.Title, title)
	if outlet != "" {
		fill(&p.doc.Publisher, outlet)
	}
	l.class, p.titled = "title", true
}

// findNames drops the names that stand alone beside the date or the byline, below the title: whose they are is not said.
func (p *parser) findNames(at []int) {
	for _, i := range at {
		l := &p.lines[i]
		if l.class != "" || l.marked || wordCount(l.text) > 4 || !twoCapitals(l.text) || numbered.MatchString(l.text) {
			continue
		}
		beside := func(j int) bool {
			return j >= 0 && j < p.prose && (p.lines[j].class == "byline" || p.lines[j].class == "dateline")
		}
		if beside(i-1) || beside(i+1) {
			l.class = "byline"
		}
	}
}

// titleTail matches the outlet that pages put after their title.
var titleTail = regexp.MustCompile(`^(.{15,}?)\s+[|–—-]\s+([^|–—]{3,40})$`)

// splitTitle takes "Headline | The Evening Post" apart.
func splitTitle(s string) (title, outlet string) {
	if g := titleTail.FindStringSubmatch(s); g != nil && isMasthead(g[2]) {
		return g[1], g[2]
	}
	return s, ""
}

// isRow says that a line is made of cells between signs: "The Evening Post | Analysis | 3 May 2031 | by A. Writer".
func isRow(s string) bool {
	return len(s) <= 240 && len(rowSplit.Split(s, -1)) >= 2 && !endsSentence(s) && !strings.HasPrefix(s, "|")
}

// rowLabel matches cells that say nothing of who, when or where.
var rowLabel = regexp.MustCompile(`(?i)^(?:analysis|opinion|news|world|explainer|live|editorial|report|feature|comment|interview|politics|business|exclusive|breaking|urgent|update|(?:reading time|read)\b.*|\d+ ?min(?:ute)?s?\b.*)$`)

// readRow reads the cells of a row. A row with a date or an author is a byline, another row is the slug of an agency
// or a menu.
func (p *parser) readRow(s string) string {
	class := "navigation"
	outlet := ""
	dated := false
	for i, cell := range rowSplit.Split(s, -1) {
		switch {
		case byWord.MatchString(cell) && isNameList(cell[len(byWord.FindString(cell)):]):
			fill(&p.doc.Author, author(cell))
			class = "byline"
		case dateLine(cell):
			p.publish(cell)
			class, dated = "byline", true
		case i == 0 && isMasthead(cell):
			outlet = cell
		case rowLabel.MatchString(cell):
		case len(cell) > 60:
			return "" // a sentence with a stroke in it
		}
	}
	if outlet != "" && !dated && class == "navigation" {
		class = "boilerplate"
	}
	if outlet != "" {
		fill(&p.doc.Publisher, outlet)
	}
	return class
}

// ledeLines is how many lines of running text may stand above the dateline: a summary, a note of the editor.
const ledeLines = 3

// readLede finds the dateline at the head of the running text.
func (p *parser) readLede() {
	for i := p.prose; i < min(p.prose+ledeLines, len(p.lines)); i++ {
		l := &p.lines[i]
		if l.class != "" || l.kind == ListItem {
			continue
		}
		if d, ok := parseDateline(l.text, true); ok {
			l.label, l.labelClass, p.lede = d.length, "dateline", i
			p.readDateline(d)
			return
		}
	}
}

// readDateline takes from the dateline the agency that it credits, and the day, whose year it takes from a copyright line of
// the text where there is exactly one.
func (p *parser) readDateline(d dateline) {
	p.doc.Agency = d.agency
	if d.place == "" && d.moment == nil && wordCount(d.agency) > 1 {
		fill(&p.doc.Publisher, d.agency)
	}
	if d.moment != nil && p.doc.Published.IsZero() {
		m := *d.moment
		if m.year == 0 {
			m.year = p.copyrightYear()
		}
		if m.year > 0 {
			p.doc.Published, _ = m.resolve(p.doc.Published.Time)
		}
	}
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
