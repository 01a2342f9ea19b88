package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxHeading bounds a heading in words, maxTitle a title.
const (
	maxHeading = 14
	maxTitle   = 24
)

// numbered matches the number of a section: "IV. ", "2.1 ". Plain list numbers are list items.
var numbered = regexp.MustCompile(`^(?:[IVXLC]{1,6}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|(?i:part|chapter|section) (?:[IVXLC]+|\d{1,2})\b[.:]?)\s+`)

// isProse says that a line is running text: two sentences, or one that ends and is no shorter than a short sentence.
func isProse(s string) bool {
	n := wordCount(s)
	if len(s) >= 160 && endsSentence(s) || len(s) >= 240 {
		return true
	}
	sents := Sentences(s)
	return len(sents) > 0 && endsSentence(s) && (n >= 8 || len(sents) > 1 && n >= 6)
}

// endsSentence says that s ends with a stop, perhaps within closing marks.
func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’\"'»)]*_ "))
	return isStop(r)
}

// findProse sets where the running text begins: at the first line of prose that is not junk.
func (p *parser) findProse() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.class == "" && l.has("byline") && l.count("") == 1 {
			l.class = "caption" // one sentence above the report with an agency's credit
		}
		if kept := l.kept(); l.class == "" && !l.marked && kept != "" && isProse(kept) && !p.asksAbove(i) && !titleCase(kept) && !allCaps(kept) && !isByline(kept) && !dateLine(kept) && !isNote(kept) && !isCreditRow(kept) {
			p.prose = i
			return
		}
	}
	p.prose = len(p.lines)
}

// asksAbove says that line i is a question above the first paragraph: a title.
func (p *parser) asksAbove(i int) bool {
	s := p.lines[i].kept()
	return i < maxHead && i+1 < len(p.lines) && strings.HasSuffix(s, "?") && wordCount(s) <= maxHeading && len(Sentences(s)) == 1 &&
		isProse(p.lines[i+1].kept()) && !strings.HasSuffix(p.lines[i+1].kept(), "?")
}

// findHeadings makes headings of the lines that look like one and have something below them.
func (p *parser) findHeadings() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.class == "" && !l.marked && l.kind != ListItem && p.looksLikeHeading(i) {
			l.kind = Heading
		}
	}
	p.unmakeRuns()
}

// looksLikeHeading judges an unmarked line by its form and by what follows it.
func (p *parser) looksLikeHeading(i int) bool {
	l := &p.lines[i]
	kept := l.kept()
	if l.kind == Quote || !headingShape(kept, l.bold) {
		return false
	}
	next := p.after(i)
	if next < 0 || l.has("cross_reference") {
		return false // what lost its end was a sentence
	}
	if startsWithTime(kept) && startsWithTime(p.lines[next].text) {
		return false // a ticker: each line is an entry
	}
	if strings.HasSuffix(strings.TrimRight(kept, "*_ "), "?") {
		return isProse(p.lines[next].kept()) || p.lines[next].kind == ListItem
	}
	return true
}

// after returns the index of the next line that stays, -1 where there is none.
func (p *parser) after(i int) int {
	for j := i + 1; j < len(p.lines); j++ {
		if p.lines[j].class == "" && p.lines[j].kept() != "" {
			return j
		}
	}
	return -1
}

// headingShape says that s, alone on its line, has the form of a heading.
func headingShape(s string, bold bool) bool {
	n := wordCount(s)
	if n == 0 || n > maxHeading || len(s) > 140 || !hasWord(s) || labelled(s) || s[0] == '(' || s[0] == '[' {
		return false
	}
	if allCaps(s) || numbered.MatchString(s) && !strings.HasSuffix(s, "...") {
		return n > 1 || bold || len(s) >= 4
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "‘“\"'«¿"))
	if unicode.IsLower(first) {
		return false
	}
	if quoted(s) {
		return n <= 10 && !endsSentence(s)
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case last == ':':
		return n <= 4 && (bold || twoCapitals(s))
	case strings.ContainsRune(";,–—-&", last):
		return false
	case last == '?':
		return n <= 12 && !strings.ContainsAny(s[:len(s)-1], ".!?")
	case endsSentence(s):
		return last == '.' && n >= 4 && titleCase(s) && len(Sentences(s)) == 1
	}
	return !speech(s)
}

// labelled says that s is a label and its value ("Name: value of some words") more than a heading with a colon in it.
func labelled(s string) bool {
	return strings.Contains(s, "://") || strings.Contains(s, "@") || strings.HasPrefix(s, "|")
}

// quoted says that s opens and closes with quotation marks.
func quoted(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("‘“\"'«", firstRune(s)) && strings.ContainsRune("’”\"'»", last)
}

// speech says that s quotes somebody at length, as a paragraph cut short does and a heading does not.
func speech(s string) bool {
	return strings.ContainsAny(s, "“\"") && strings.ContainsRune("“\"", firstRune(s))
}

// allCaps says that s has letters, and no small ones beyond a unit or a plural.
func allCaps(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper >= 4 && lower*8 <= upper
}

// small are the words that titles write small.
var small = set(`a an the and or but nor of in on at to for from by with as its it is vs over into amid after via per not under between`)

// titleCase says that the words of s that titles capitalise are capitalised, and that there are at least three of them.
func titleCase(s string) bool {
	capital, other := 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '–' || r == '—' || r == '/' }) {
		w = strings.Trim(w, "“”‘’\"'().,:;!?*_")
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case w == "" || small[w]:
		case unicode.IsUpper(r) || unicode.IsDigit(r):
			capital++
		default:
			other++
		}
	}
	return capital >= 3 && other == 0
}

// unmakeRuns turns long runs of heading-like lines back: four short lines in a row are a list without bullets, and what has
// no text below it heads nothing.
func (p *parser) unmakeRuns() {
	for i := 0; i < len(p.lines); {
		j := i
		for j < len(p.lines) && p.lines[j].kind == Heading && !p.lines[j].marked && p.lines[j].class == "" {
			j++
		}
		if j-i >= 4 && (i >= p.prose || p.prose == len(p.lines)) || j > i && p.after(j-1) < 0 {
			for k := i; k < j; k++ {
				p.lines[k].kind = Paragraph
			}
		}
		i = max(j, i+1)
	}
}
