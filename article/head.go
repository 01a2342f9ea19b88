package article

import (
	"regexp"
	"slices"
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
	p.readLabels()
	var titles []int
	for i := range end {
		l := &p.lines[i]
		if u := link(l.text); u != "" && i < maxHead {
			fill(&p.doc.URL, u)
			l.class = "boilerplate"
		}
		if cells := rowCells(l.text); l.class == "navigation" && cells != nil {
			fill(&p.doc.Publisher, p.outletInMenu(cells))
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
	p.readTitle(p.passLetterhead(p.belowKind(p.passFrame(titles))))
	p.findNames(titles)
	p.readOutletOfAuthor()
	p.readHouse()
	p.readLede()
	p.readLooseDay(titles)
}

// labelLines is how many lines from the top may hold a label above its value, also below a summary.
const labelLines = 15

// labelLine matches a label alone on its line, whose value stands on the next.
var labelLine = regexp.MustCompile(`^(?i:(from|author|source|publisher|published|published on|date|date published)\s*:?)$`)

// isDay says that a line of a date alone is the day of publication: directly below a summary it heads no entry.
func (p *parser) isDay(s string) bool { return DateLine(s).Day() == p.doc.Published.Day() }

// readBelow reads a byline and a date that stand below the first paragraph, each alone on its line.
func (p *parser) readBelow() {
	for i := p.prose + 1; i < min(labelLines, len(p.lines)); i++ {
		switch l := &p.lines[i]; {
		case l.class != "" || l.marked:
		case p.readNotes(l.text):
			l.class = "byline"
		case isByline(l.text) && wordCount(author(l.text)) >= 2:
			fill(&p.doc.Author, author(l.text))
			l.class = "byline"
		case dateLine(l.text) && (p.doc.Published.IsZero() || i <= p.prose+2 && p.isDay(l.text)):
			p.publish(l.text)
			l.class = "dateline"
		case isCreditRow(l.text):
			l.class = p.readRow(rowCells(l.text))
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

// dropMenus drops the names of a site's sections above the title where white space or strokes part them, or where they stand one
// below the other: three list items or four lines of a few words each.
func (p *parser) dropMenus(end int) {
	for i := range end {
		if l := &p.lines[i]; l.class == "" && !l.marked && isBareMenu(l.text) && !p.inTable(i) {
			l.class = "navigation"
		}
	}
	for i := 0; i < end; {
		j := i
		items := 0
		for j < end && isMenuCell(p.lines[j]) {
			if p.lines[j].kind == ListItem {
				items++
			}
			j++
		}
		if (items >= 3 || j-i >= 4) && !p.announced(i) {
			for k := i; k < j; k++ {
				p.lines[k].class = "navigation"
			}
		}
		i = max(j, i+1)
	}
}

// inTable says that line i and a neighbour are both parted by tabs: rows of a table.
func (p *parser) inTable(i int) bool {
	tabbed := func(j int) bool {
		return j >= 0 && j < len(p.lines) && strings.Contains(p.lines[j].text, "\t")
	}
	return p.lines[i].table != 0 || tabbed(i) && (tabbed(i-1) || tabbed(i+1))
}

// announcedWords is how many words a sentence has at least that shows that the text has begun.
const announcedWords = 8

// announced says that the text, which has begun above, leads up to the line at i by a colon: a list of its own.
func (p *parser) announced(i int) bool {
	if i == 0 || !strings.HasSuffix(p.lines[i-1].text, ":") {
		return false
	}
	return slices.ContainsFunc(p.lines[:i-1], func(l line) bool {
		return l.class == "" && endsSentence(l.text) && wordCount(l.text) >= announcedWords
	})
}

// isMenuCell says that a line could be one of a menu's.
func isMenuCell(l line) bool {
	n := wordCount(l.text)
	if byWord.MatchString(l.text) || strings.HasPrefix(l.text, "@") || role.MatchString(l.text) {
		return false
	}
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
	case isByline(s), isNewsroomCredit(s):
		fill(&p.doc.Author, author(s))
		return "byline"
	}
	if !marked {
		if class, ok := p.creditClass(s); ok {
			return class
		}
		if class, ok := p.houseClass(s); ok {
			return class
		}
	}
	switch {
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

// creditClass reads a line that tells by whom and when the text was written, and says whether it has the form of one: it may be a title
// with a stroke in it for all that.
func (p *parser) creditClass(s string) (string, bool) {
	switch {
	case p.readNotes(s), p.readDatedByline(s):
		return "byline", true
	case rowCells(s) != nil && !dateLine(s):
		return p.readRow(rowCells(s)), true
	case dateLine(s):
		p.publish(s)
		if g := nameAndRole.FindStringSubmatch(s); g != nil {
			fill(&p.doc.Author, g[1])
		}
		if i := strings.IndexByte(s, ','); i > 0 && wordCount(s[:i]) > 1 && p.isOutlet(s[:i]) {
			fill(&p.doc.Publisher, s[:i])
		}
		return "dateline", true
	case wordCount(s) <= 12 && hasDigit(s) && publishedNote.MatchString(s):
		p.publish(s)
		return "dateline", true
	case dashCells(s) != nil:
		return p.readRow(dashCells(s)), true
	}
	return "", false
}

// houseClass reads a line in which the house speaks of itself, and says whether it has the form of one: an address, a number, a picture's
// credit, the head of a channel's message.
func (p *parser) houseClass(s string) (string, bool) {
	switch {
	case weather.MatchString(s), issue.MatchString(s):
		return "navigation", true
	case p.isAddress(s), slug.MatchString(s), postal.MatchString(s) && wordCount(s) <= 12:
		return "boilerplate", true
	case releaseLine.MatchString(noRemark(s)) && wordCount(s) <= 12:
		if noRemark(s) == s || asOf.MatchString(s) {
			p.publish(s)
		}
		return "boilerplate", true
	case !allCaps(s) && agencyTail.MatchString(s) && wordCount(s) <= 45:
		return "caption", true
	case channelHead.MatchString(s):
		return p.readChannel(s), true
	}
	return "", false
}

// asOf matches the day that a report without another is dated with: "Situation report no. 6 (as of 9 May 2031)".
var asOf = regexp.MustCompile(`(?i)[(\[](?:as of|as at|dated|stand:?) [^()\[\]]*\d{4}[)\]]$`)

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
