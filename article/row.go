package article

import (
	"regexp"
	"slices"
	"strings"
)

// rowCells returns what stands between the signs of a row, "The Evening Post | Analysis | 3 May 2031 | by A. Writer", nil where s
// is none.
func rowCells(s string) []string {
	if len(s) > 240 || strings.HasPrefix(s, "|") || !rowSign(s) || endsSentence(shortEnd.ReplaceAllString(s, "")) {
		return nil
	}
	cells := rowSplit.Split(unlinked(s), -1)
	for i, c := range cells {
		cells[i] = strings.Trim(c, "*_ ")
	}
	if len(cells) > 1 {
		return cells
	}
	return nil
}

// shortEnd matches an abbreviation of a time at the end of a row, whose stop ends no sentence: "3 Min.", "6 p.m."
var shortEnd = regexp.MustCompile(`(?i)\b(?:min|mins|std|hrs?|[ap]\.m)\.$`)

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
var rowLabel = regexp.MustCompile(`(?i)^(?:analysis|opinion|news|world|nation(?:al)?|local|region(?:al)?|explainer|live|editorial|report|feature|comment|commentary|interview|politics|business|exclusive|breaking(?: news)?|urgent|update|long read|letter from [\p{L} ]{2,30}|(?:reading time|read|lesezeit|temps de lecture|tiempo de lectura|leestijd)\b.*|\d+ ?min(?:ute)?s?\b.*)$`)

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
		case i == 0 && p.isOutlet(cell), i == 1 && outlet == "" && isMasthead(cell), i == 0 && (isAgencyRow(cells) || p.isTopOfIssue(cells)):
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
		p.named(newsroom.ReplaceAllString(outlet, ""))
	}
	if dated && p.doc.Author == "" {
		p.doc.Author = nameInRow(cells, outlet)
	}
	return class
}

// agencySlug matches the cell of an agency's row that says how new the story is, or names it: "2nd lead (adds toll)", "UPDATE 4",
// "HARBOUR-FIRE (recasts)".
var agencySlug = regexp.MustCompile(`^(?:(?i:\d(?:st|nd|rd|th)? lead|update \d+|urgent|flash|wrap-?up \d+|writethru)\b|\p{Lu}[\p{Lu}\d]+(?:-[\p{Lu}\d]+)+(?: \(|$))`)

// isAgencyRow says that a row is an agency's slug: its name in capitals, and what the agency says of the story.
func isAgencyRow(cells []string) bool {
	return isName(cells[0]) && allCapsWord(cells[0]) && !agencySlug.MatchString(cells[0]) && slices.ContainsFunc(cells[1:], agencySlug.MatchString)
}

// isTopOfIssue says that a row on the first line opens with the name of a paper: the number of its issue stands behind it.
func (p *parser) isTopOfIssue(cells []string) bool {
	return isName(cells[0]) && len(p.lines) > 0 && strings.HasPrefix(p.lines[0].text, cells[0]) && slices.ContainsFunc(cells[1:], issue.MatchString)
}

// nameInRow is the cell of a dated row that names somebody: it has the form of a name, and what kind of text it is stands before it, or
// a place or an office behind it. A section has that form, too, "Middle East".
func nameInRow(cells []string, outlet string) string {
	for i, cell := range cells {
		name, rest, placed := strings.Cut(cell, ", ")
		if n := wordCount(name); n < 2 || n > 3 || wordCount(rest) > 3 || cell == outlet || hasDigit(cell) {
			continue
		}
		known := placed || i > 0 && rowLabel.MatchString(cells[i-1])
		if known && isNameList(name) && twoCapitals(name) && !allCaps(name) && !isMasthead(name) {
			return name
		}
	}
	return ""
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
