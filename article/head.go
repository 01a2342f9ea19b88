package article

import (
	"regexp"
	"slices"
	"strings"
	"time"
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
	p.readLabels()
	var titles []int
	for i := range end {
		l := &p.lines[i]
		if u := link(l.text); u != "" && i < maxHead {
			fill(&p.doc.URL, u)
			l.class = "boilerplate"
		}
		if cells := rowCells(l.text); l.class == "navigation" && cells != nil && p.isOutlet(cells[0]) {
			fill(&p.doc.Publisher, newsroom.ReplaceAllString(cells[0], ""))
		}
		if l.class != "" || l.kind == ListItem && !l.marked && rowCells(l.text) == nil {
			continue
		}
		l.class = p.headClass(l.text, l.marked && l.kind == Heading)
		p.letter = p.letter || l.class != "" && headLabel.MatchString(l.text) && letterKind.MatchString(l.text)
		if l.class == "" && canBeTitle(*l) {
			titles = append(titles, i)
		}
	}
	p.readBelow()
	p.readTitle(p.belowKind(titles))
	p.findNames(titles)
	p.readHouse()
	p.readLede()
	p.readLooseDay(titles)
}

// labelLines is how many lines from the top may hold a label above its value, also below a summary.
const labelLines = 15

// labelLine matches a label alone on its line, whose value stands on the next.
var labelLine = regexp.MustCompile(`^(?i:(from|author|source|publisher|published|published on|date|date published)\s*:?)$`)

// readBelow reads a byline and a date that stand below the first paragraph, each alone on its line.
func (p *parser) readBelow() {
	for i := p.prose + 1; i < min(labelLines, len(p.lines)); i++ {
		switch l := &p.lines[i]; {
		case l.class != "" || l.marked:
		case isByline(l.text) && wordCount(author(l.text)) >= 2:
			fill(&p.doc.Author, author(l.text))
			l.class = "byline"
		case p.doc.Published.IsZero() && dateLine(l.text):
			p.publish(l.text)
			l.class = "dateline"
		}
	}
}

// readLabels reads the labels that stand above their values, as government sites have them.
func (p *parser) readLabels() {
	for i := range min(labelLines, len(p.lines)) {
		l := &p.lines[i]
		if l.class != "" || l.marked {
			continue
		}
		if g := labelLine.FindStringSubmatch(l.text); g != nil && i+1 < len(p.lines) {
			p.readLabel(l, &p.lines[i+1], strings.ToLower(g[1]))
		}
	}
}

// readLabel reads the value of a label, if it has the form of one.
func (p *parser) readLabel(l, value *line, key string) {
	switch {
	case value.class != "":
	case strings.HasPrefix(key, "publish") && key != "publisher" || strings.HasPrefix(key, "date"):
		if !dateLine(value.text) {
			return
		}
		p.publish(value.text)
		l.class, value.class = "dateline", "dateline"
	case isName(value.text):
		if key == "from" {
			key = "publisher"
		}
		p.readField(key, value.text)
		l.class, value.class = "byline", "byline"
	}
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
		p.fields++
		return "boilerplate"
	case p.fields > 0 && otherField.MatchString(s) && wordCount(s) <= 12:
		return "boilerplate"
	case isByline(s):
		fill(&p.doc.Author, author(s))
		return "byline"
	case !marked && p.readDatedByline(s):
		return "byline"
	case !marked && rowCells(s) != nil:
		return p.readRow(rowCells(s))
	case !marked && dateLine(s):
		p.publish(s)
		if i := strings.IndexByte(s, ','); i > 0 && p.isOutlet(s[:i]) {
			fill(&p.doc.Publisher, s[:i])
		}
		return "dateline"
	case !marked && wordCount(s) <= 12 && hasDigit(s) && publishedNote.MatchString(s):
		p.publish(s)
		return "dateline"
	case !marked && dashCells(s) != nil:
		return p.readRow(dashCells(s))
	case !marked && p.isAddress(s):
		return "boilerplate"
	case !marked && releaseLine.MatchString(s) && wordCount(s) <= 12:
		p.publish(s)
		return "boilerplate"
	case !marked && (slug.MatchString(s) || postal.MatchString(s) && wordCount(s) <= 12):
		return "boilerplate"
	case !marked && agencyTail.MatchString(s) && wordCount(s) <= 45:
		return "caption"
	case !marked && channelHead.MatchString(s):
		return p.readChannel(s)
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

// channelHead matches the head of a message copied from a channel: its name, and when it was sent in brackets.
var channelHead = regexp.MustCompile(`^(\p{L}[^\[\]]{1,40}?),? \[([^\[\]]*\d[^\[\]]*)\]:?$`)

// readChannel reads such a head and returns its class, "" where what stands in brackets is more than a time.
func (p *parser) readChannel(s string) string {
	g := channelHead.FindStringSubmatch(s)
	m, ok := findMoment(g[2])
	if !ok || !m.hasDate() || !onlyDateWords(m.rest(g[2])) {
		return ""
	}
	fill(&p.doc.Publisher, g[1])
	p.publish(g[2])
	return "byline"
}

// postal matches the address of a house in a letterhead.
var postal = regexp.MustCompile(`\b\d{1,4}[a-z]?,? (?:\p{Lu}[\p{L}.'’-]+ ){1,3}(?:Street|St\.?|Lane|Road|Rd\.?|Avenue|Ave\.?|Square|Quay|Way|Boulevard|Drive|Place|Row|Court)\b|\b\p{Lu}\p{L}+(?:straße|strasse|str\.|platz|weg|gasse) \d|\bP\.? ?O\.? Box \d|\b(?:rue|calle|avenida|via|caddesi|sokak)\b.*\d`)

// nameThenDate matches a byline without "by": the author's name, then when the text was published.
var nameThenDate = regexp.MustCompile(`^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}) (?:Published|Updated|Posted)\b.*\d`)

// rowCells returns what stands between the signs of a row, "The Evening Post | Analysis | 3 May 2031 | by A. Writer", nil where s
// is none.
func rowCells(s string) []string {
	if len(s) > 240 || strings.HasPrefix(s, "|") || !rowSign(s) || endsSentence(s) {
		return nil
	}
	if cells := rowSplit.Split(unlinked(s), -1); len(cells) > 1 {
		return cells
	}
	return nil
}

// rowSign says that s holds a sign that parts cells.
func rowSign(s string) bool { return strings.ContainsAny(s, "|·•‖") || strings.Contains(s, "//") }

var dashSplit = regexp.MustCompile(`\s+[—–]\s+`)

// dashCells is rowCells for a head that dashes hold together: one of its parts is nothing but a date or a byline.
func dashCells(s string) []string {
	if len(s) > 240 || !strings.ContainsAny(s, "—–") {
		return nil
	}
	s = unlinked(s)
	cells := dashSplit.Split(s, -1)
	known := slices.ContainsFunc(cells, func(c string) bool {
		m, ok := findMoment(c)
		return isByline(c) || ok && m.hasDate() && onlyDateWords(m.rest(c)) || headLabel.MatchString(c)
	})
	if len(cells) < 2 || !known || wordCount(s) > 20 || endsSentence(s) {
		return nil
	}
	return cells
}

// isAddress says that s addresses the reader of a letter, below the line that calls it one.
func (p *parser) isAddress(s string) bool {
	return p.letter && wordCount(s) <= 14 && salutation.MatchString(s)
}

var (
	salutation = regexp.MustCompile(`(?i)^(?:to (?:the|all|his|her|our)|dear|an (?:den|die|das)|sehr geehrte|à (?:la|l['’]|monsieur|madame)|al señor|a la señora|estimad[oa]s?|sayın)\b`)
	letterKind = regexp.MustCompile(`(?i)\b(?:letter|brief|lettre|carta|mektup)\b`)
)

// markdownLink matches a link in Markdown.
var markdownLink = regexp.MustCompile(`!?\[([^\[\]]*)\]\([^()\s]*\)`)

// unlinked takes the links of Markdown out of s and leaves their words.
func unlinked(s string) string {
	if !strings.Contains(s, "](") {
		return s
	}
	return markdownLink.ReplaceAllString(s, "$1")
}

// rowLabel matches cells that say nothing of who, when or where.
var rowLabel = regexp.MustCompile(`(?i)^(?:analysis|opinion|news|world|nation(?:al)?|local|region(?:al)?|explainer|live|editorial|report|feature|comment|commentary|interview|politics|business|exclusive|breaking(?: news)?|urgent|update|long read|(?:reading time|read)\b.*|\d+ ?min(?:ute)?s?\b.*)$`)

// capsSlug matches the first cell of an agency's slug: all in capitals.
func capsSlug(cell string) bool { return allCaps(cell) && wordCount(cell) <= 5 }

// readRow reads the cells of a row. A row with a date or an author is a byline, another row is the slug of an agency
// or a menu.
func (p *parser) readRow(cells []string) string {
	if len(cells) == 2 && p.repeated(cells[0]) {
		fill(&p.doc.Publisher, cells[1])
		return "boilerplate" // the title of the browser's window
	}
	if len(cells) == 2 && wordCount(cells[0]) >= 4 && p.isOutlet(cells[1]) || len(cells) == 2 && rowLabel.MatchString(cells[0]) && wordCount(cells[1]) >= 4 && !dateLine(cells[1]) {
		return "" // a title with its outlet or its section
	}
	class := "navigation"
	outlet := ""
	dated := false
	for i, cell := range cells {
		switch {
		case byWord.MatchString(cell) && isNameList(cell[len(byWord.FindString(cell)):]):
			fill(&p.doc.Author, author(cell))
			class = "byline"
		case dateLine(cell):
			p.publish(cell)
			class, dated = "byline", true
		case p.readDatedByline(cell):
			class, dated = "byline", true
		case i == 0 && p.isOutlet(cell):
			outlet = cell
		case rowLabel.MatchString(cell):
		case len(cell) > 60 && !capsSlug(cells[0]):
			return "" // a sentence with a stroke in it
		}
	}
	if outlet != "" && !dated && class == "navigation" {
		class = "boilerplate"
	}
	if outlet != "" {
		fill(&p.doc.Publisher, newsroom.ReplaceAllString(outlet, ""))
	}
	return class
}

// repeated says that a line of the head says s again, alone, and that s is long enough for a title.
func (p *parser) repeated(s string) bool {
	return wordCount(s) >= 3 && slices.ContainsFunc(p.lines[:min(len(p.lines), max(p.prose, maxHead))], func(l line) bool { return l.text == s })
}

// newsroom matches what may follow an outlet's name in its place.
var newsroom = regexp.MustCompile(`(?i) (?:newsroom|news desk|newsdesk|staff|desk)$`)

// isOutlet says that s names who publishes, by its form or by what the text shows of it.
func (p *parser) isOutlet(s string) bool {
	s = newsroom.ReplaceAllString(s, "")
	return isMasthead(s) || p.isOwn(s)
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
