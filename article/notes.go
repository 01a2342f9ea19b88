package article

import (
	"regexp"
	"strings"
)

// noteWords bounds a line that is made of notes.
const noteWords = 40

// remarkOfPage matches a sentence that tells how to read the page, or what was done to it.
var remarkOfPage = regexp.MustCompile(`(?i)^(?:(?:newest|latest|most recent) (?:entries|posts|updates|items|first|at the top|on top)\b|(?:all )?times?(?: are)? (?:in |local|gmt|utc|given in )|` +
	`this (?:article|story|page|text|report|post|version|summary|statement|document|release|blog) (?:was|has been|is|will be|replaces|supersedes|updates|corrects)\b|(?:last )?(?:updated|amended|corrected|modified|revised)\b|` +
	`page \d+(?: of \d+)?$|not an? (?:official|verbatim)\b|check against delivery|for (?:immediate |free )?(?:release|publication|use)\b|embargo|(?:a )?\d+[- ]min|reading time|see (?:the )?(?:note|correction)|version \d|translated (?:from|by)\b|` +
	`(?:photo(?:graph)?s?|pictures?|illustrations?|graphics?|video|translation|editing)(?: by\b|:))`)

// ofKind matches how a line tells what its outlet is, after the name: "The Signpost, a magazine of roads".
var ofKind = regexp.MustCompile(`^((?:The )?\p{Lu}[\p{L}&'’-]*(?: \p{Lu}[\p{L}&'’-]*){0,3}), (?:an?|the) (?:[\p{L}-]+ ){0,2}(?:magazine|newspaper|paper|journal|weekly|daily|monthly|quarterly|review|newsletter|blog|podcast|bulletin|station|agency)\b[^.,]{0,40}$`)

// notes are the sentences of a line of the head, each by what it tells of the text.
type notes struct {
	dates, names, outlets []string
	remarks               int
}

// notesOf reads a line of short sentences of which each tells of the text and none of the news: "Ada Renn in Ostvik. Friday 9 May 2031.
// Newest first." It is false for a line with any other sentence, and for one of remarks alone.
func notesOf(s string) (notes, bool) {
	var n notes
	if len(s) > 400 || wordCount(s) > noteWords || !endsSentence(s) && !strings.Contains(s, ". ") {
		return n, false
	}
	sents := Sentences(s)
	for _, sp := range sents {
		one := strings.Trim(s[sp.Start:sp.End], "*_. ")
		switch {
		case dateLine(one), kindAndDay(one):
			n.dates = append(n.dates, one)
		case remarkOfPage.MatchString(one):
			n.remarks++
		case isByline(one), isNewsroomCredit(one), areNames(one) && n.names == nil:
			n.names = append(n.names, strings.TrimPrefix(one, "With "))
		case ofKind.MatchString(one):
			n.outlets = append(n.outlets, ofKind.FindStringSubmatch(one)[1])
		default:
			return notes{}, false
		}
	}
	return n, len(n.dates) > 0 && len(sents) > 1 || len(n.names) > 0 && n.remarks > 0
}

// areNames says that a sentence without a verb names who wrote, "Ada Renn in Ostvik and Bo Lee".
func areNames(s string) bool {
	s = strings.TrimPrefix(s, "With ")
	return wordCount(s) >= 2 && wordCount(s) <= 14 && startsUpper(s) && !allCaps(s) && isNameList(s)
}

// kindAndDay says that only a few plain words and a comma stand before a date, what kind of text it is: "Summary record, 9 May 2031".
func kindAndDay(s string) bool {
	kind, day, ok := strings.Cut(s, ", ")
	if !ok || wordCount(kind) > 3 || hasDigit(kind) || !dateLine(day) {
		return false
	}
	for _, w := range strings.Fields(kind)[1:] {
		if startsUpper(w) {
			return false
		}
	}
	return true
}

func isNote(s string) bool {
	_, ok := notesOf(s)
	return ok
}

// readNotes reads such a line, and says whether it was one.
func (p *parser) readNotes(s string) bool {
	n, ok := notesOf(s)
	if !ok {
		return false
	}
	for _, d := range n.dates {
		p.publish(d)
	}
	for _, name := range n.names {
		fill(&p.doc.Author, author(name))
	}
	for _, name := range n.outlets {
		fill(&p.doc.Publisher, name)
	}
	return true
}

// isCreditRow says that a row, below the first paragraph, tells by whom or when: one of its cells is a date, or a byline.
func isCreditRow(s string) bool {
	cells := rowCells(s)
	credits := 0
	for _, c := range cells {
		if wordCount(c) > maxName {
			return false
		}
		if dateLine(c) || isByline(c) {
			credits++
		}
	}
	return credits > 0
}
