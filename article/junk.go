package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// sentence is a sentence of a line and the class under which it is dropped, "" while it stays.
type sentence struct {
	Span
	class string
}

// dropLabelled finds junk that shows by itself: lines by their label or form, and within the others sentences that speak to
// the page's reader or to a program.
func (p *parser) dropLabelled() {
	p.dropPageFeet()
	injecting := false
	for i := range p.lines {
		l := &p.lines[i]
		if l.class != "" {
			continue
		}
		l.class = lineClass(strings.ReplaceAll(l.text, "**", ""))
		if i > 0 && strings.HasSuffix(strings.ToLower(p.lines[i-1].text), "image caption,") {
			l.class = "caption" // screen readers are told so on a line of its own
		}
		if l.class == "" {
			p.judgeSentences(l, injecting)
		}
		injecting = len(l.sents) > 0 && l.sents[len(l.sents)-1].class == "injection"
	}
}

// pageFoot matches a line that begins or ends in a number, the page's.
var pageFoot = regexp.MustCompile(`^(?:(\d{1,4})\s+(\p{L}.{5,}?)|(.*\p{L}.{4,}?)\s+(\d{1,4}))$`)

// footWords is how many words a page's foot has at least, its number among them: fewer number a thing, "Gate 1".
const footWords = 4

// dropPageFeet drops what a printed document repeats on each page: one line but for the number, which grows.
func (p *parser) dropPageFeet() {
	type foot struct{ lines, numbers []int }
	feet := map[string]*foot{}
	for i := range p.lines {
		s := p.lines[i].text
		if p.lines[i].kind != Paragraph || len(s) < 7 || len(s) > 160 || wordCount(s) < footWords || !isDigit(s[0]) && !isDigit(s[len(s)-1]) {
			continue
		}
		if g := pageFoot.FindStringSubmatch(p.lines[i].text); g != nil {
			key := g[2] + g[3]
			if feet[key] == nil {
				feet[key] = &foot{}
			}
			feet[key].lines = append(feet[key].lines, i)
			feet[key].numbers = append(feet[key].numbers, number(g[1]+g[4]))
		}
	}
	for _, f := range feet {
		if len(f.lines) < 2 || !growing(f.numbers) {
			continue
		}
		for _, i := range f.lines {
			p.lines[i].class = "boilerplate"
		}
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// growing says that each number is one more than the one before.
func growing(numbers []int) bool {
	for i := 1; i < len(numbers); i++ {
		if numbers[i] != numbers[i-1]+1 {
			return false
		}
	}
	return true
}

// lineClass returns the class of junk that the whole line is, "" where it is none.
func lineClass(s string) string {
	switch {
	case !hasWord(s):
		return "fragment"
	case wordCount(s) == 1 && (strings.HasPrefix(s, "http") || bareAddress.MatchString(s)):
		return "related_link"
	case isMenu(s):
		return "navigation"
	case isCaption(s):
		return "caption"
	case isReportingCredit(s):
		return "byline"
	case garbled(s):
		return "fragment"
	}
	if class := classOf(lineRules, s); class != "" {
		return class
	}
	if isContact(s) && !field.MatchString(s) {
		return "call_to_action"
	}
	return ""
}

// leastGarbled is how many signs a line must have to be judged by their kind.
const leastGarbled = 8

// garbled says that more than half of a line's signs are no letters, digits, marks or stops of a sentence: what a scanner makes of
// a ruled line or a stain.
func garbled(s string) bool {
	if len(s) > maxJunk {
		return false
	}
	good, all := 0, 0
	for _, r := range s {
		if unicode.IsSpace(r) {
			continue
		}
		all++
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.IsSymbol(r) && r > unicode.MaxLatin1 || strings.ContainsRune("%$£+-", r) {
			good++
		}
	}
	return all >= leastGarbled && good*2 < all && !strings.HasPrefix(s, "|")
}

// bareAddress matches a site's address without its scheme.
var bareAddress = regexp.MustCompile(`^(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,12}(?:/\S*)?$`)

// isCaption says that a short line ends in the credit of a picture.
func isCaption(s string) bool {
	return len(s) < 500 && wordCount(s) <= 60 && hasAny(strings.ToLower(s[max(0, len(s)-120):]), creditCues) && creditTail.MatchString(s)
}

// creditCues stand in every credit of a picture.
var creditCues = []string{"image", "photo", "picture", "credit", "illustration", "]", "getty"}

// A credit says who wrote and edited, as agencies put it below a report: reportingCredit opens one, creditRole is what
// stands before each of its names, creditDesk what may stand in a name's place.
var (
	reportingCredit = regexp.MustCompile(`^(?:(?:Additional|Further) r|R)eporting (?:and (?:writing|editing) )?by |^(?:Writing|Editing|Compiled|Edited|Translated|Written) (?:and (?:reporting|editing|edited) )?by `)
	creditRole      = regexp.MustCompile(`(?i)\b(?:(?:additional|further) )?(?:reporting|writing|editing|compiled|edited|translated|written|graphics?|production|research)(?:(?:,| and|, and) (?:reporting|writing|editing|edited|translated))* by\b`)
	creditDesk      = regexp.MustCompile(`\b(?:newsrooms?|bureaus?|desks?|staff)\b`)
)

func isReportingCredit(s string) bool {
	s = strings.Trim(s, "()[] ")
	return strings.Contains(s, " by ") && wordCount(s) <= 60 && reportingCredit.MatchString(s) &&
		isNameList(creditDesk.ReplaceAllString(creditRole.ReplaceAllString(strings.ReplaceAll(s, ";", ", "), ","), ","))
}

// newsroomCredit ends a credit that names a few and then the rest of the house.
var newsroomCredit = regexp.MustCompile(`^(\p{Lu}.*),? and the ([\p{L}'’ -]{2,40} )?(?:newsroom|bureau|[\p{L}]+ desk)\.?$`)

// isNewsroomCredit says that a sentence only names who wrote, "Ann Lee, Bo Rask and the Radio Coast newsroom."
func isNewsroomCredit(s string) bool {
	if !strings.Contains(s, " and the ") {
		return false
	}
	g := newsroomCredit.FindStringSubmatch(s[len(byWord.FindString(s)):])
	return g != nil && isNameList(g[1]) && isNameList(g[2]+"X")
}

// judgeSentences splits a line around citation marks and finds the sentences that are junk. injecting says that the line
// above ended in an order to a program.
func (p *parser) judgeSentences(l *line, injecting bool) {
	from := l.inner.Start
	for _, mark := range citationMarks(l.text) {
		l.addSentences(p.doc.Body, Span{from, l.inner.Start + mark.Start})
		l.sents = append(l.sents, sentence{Span{l.inner.Start + mark.Start, l.inner.Start + mark.End}, "citation_marker"})
		from = l.inner.Start + mark.End
	}
	l.addSentences(p.doc.Body, Span{from, l.inner.End})
	l.spreadInjection(p.doc.Body, injecting)
	l.absorbHistory(p.doc.Body)
	l.absorb(p.doc.Body)
}

// addSentences adds the sentences of a stretch of the line, each with its class and without a pointer at its end.
func (l *line) addSentences(body string, s Span) {
	for _, sp := range Sentences(body[s.Start:s.End]) {
		sp = Span{s.Start + sp.Start, s.Start + sp.End}
		text := body[sp.Start:sp.End]
		class := sentenceClass(text)
		cut := ""
		if class == "" {
			cut = crossReferenceIn(text)
		}
		sp.End -= len(cut)
		if sp.Start < sp.End {
			l.sents = append(l.sents, sentence{sp, class})
		}
		if cut != "" {
			l.sents = append(l.sents, sentence{Span{sp.End, sp.End + len(cut)}, "cross_reference"})
		}
	}
}

// sentenceClass returns the class of junk that a sentence is, "" where it is none.
func sentenceClass(s string) string {
	if len(s) > 700 {
		return ""
	}
	if injected(s) {
		return "injection"
	}
	if n := runIn(s); n > 0 {
		if class := sentenceClass(s[n:]); class != "" {
			return class
		}
	}
	if isReportingCredit(s) || isNewsroomCredit(s) {
		return "boilerplate" // not "byline": a sentence with an agency's name after it is a caption
	}
	return classOf(sentenceRules, strings.TrimLeft(s, "[(*_→»▶►👉>- \t"))
}

// crossReferenceIn returns the pointer at the end of a sentence with its stop, or "".
func crossReferenceIn(s string) string {
	lower := strings.ToLower(s[max(0, len(s)-90):])
	if !strings.Contains(lower, " as ") && !strings.Contains(lower, "(see") && !strings.Contains(lower, "(cf") {
		return ""
	}
	return crossReference.FindString(s)
}

// citationMarks returns the marks at the end of a sentence or of the line; one within a sentence stays, since cutting
// it would leave two halves that nobody can cite.
func citationMarks(s string) []Span {
	if !strings.ContainsAny(s, "+【") {
		return nil
	}
	var marks []Span
	for _, g := range citationMark.FindAllStringIndex(s, -1) {
		if start := chipStart(s, g[0], g[1]); start < g[1] {
			marks = append(marks, Span{start, g[1]})
		}
	}
	return marks
}

// chipStart returns where in s[start:end] the mark begins: after the stop that the sentence ends with, which may stand
// within it ("…of the town.outlet+2"). It returns end where the sentence goes on.
func chipStart(s string, start, end int) int {
	before := strings.TrimSpace(s[:start])
	after := strings.TrimSpace(s[end:])
	stop := strings.Index(s[start:end], ".")
	if stop > 0 && before != "" && !endsSentence(before) {
		start += stop + 1
	} else if before != "" && !endsSentence(before) && (after != "" || s[start-1] != ' ') {
		return end
	}
	if s[start:end] != strings.ToLower(s[start:end]) || s[start] < 'a' {
		return end // UTC+3
	}
	return start
}

// spreadInjection drops the orders that go on after a sentence addressed to a program.
func (l *line) spreadInjection(body string, injecting bool) {
	for i := range l.sents {
		s := &l.sents[i]
		if injecting && s.class == "" && order.MatchString(body[s.Start:s.End]) {
			s.class = "injection"
		}
		injecting = s.class == "injection"
	}
}

// histories tell how a house came to be, or who runs it.
var histories = regexp.MustCompile(`^[*_]*(?:The |Our )?\p{Lu}?[\p{L}'’ -]{2,40} (?:was (?:founded|established|set up|launched)|has been (?:published|printed|online)|is (?:published|printed|run|owned) by)\b`)

// absorbHistory drops what a house tells of its past beside a call to the reader, on one line: "The Beam was founded in 1978. Sign up for our bulletin."
func (l *line) absorbHistory(body string) {
	if !slices.ContainsFunc(l.sents, func(s sentence) bool { return s.class == "call_to_action" || s.class == "newsletter" }) {
		return
	}
	for i := range l.sents {
		if s := &l.sents[i]; s.class == "" && histories.MatchString(body[s.Start:s.End]) {
			s.class = "boilerplate"
		}
	}
}

// absorb drops the short rest of a line that is mostly a call to the reader: "Stand with us!" between two requests for money,
// the question before "Tell us".
func (l *line) absorb(body string) {
	calls, class, rest, calm := 0, "", 0, 0
	for _, s := range l.sents {
		switch s.class {
		case "call_to_action", "newsletter", "related_link":
			calls, class = calls+1, s.class
		case "":
			rest++
			text := body[s.Start:s.End]
			if wordCount(text) > 7 {
				return
			}
			if strings.HasSuffix(text, ".") {
				calm++
			}
		}
	}
	if rest == 0 || calls < rest || calls == rest && calm > 0 {
		return
	}
	for i := range l.sents {
		if l.sents[i].class == "" {
			l.sents[i].class = class
		}
	}
}

// has says that something of the class was found in the line.
func (l *line) has(class string) bool { return l.count(class) > 0 }

// count counts the sentences of a class, "" for those that stay.
func (l *line) count(class string) int {
	n := 0
	for _, s := range l.sents {
		if s.class == class {
			n++
		}
	}
	return n
}

// kept returns the line's text without the junk at its ends.
func (l *line) kept() string {
	first, last := -1, -1
	for i, s := range l.sents {
		if s.class == "" {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return ""
	}
	return l.text[l.sents[first].Start-l.inner.Start : l.sents[last].End-l.inner.Start]
}

// dropBlocks drops the blocks that are not the report: lists of links under their heading, and the readers' comments.
func (p *parser) dropBlocks() {
	for i := 0; i < len(p.lines); i++ {
		l := &p.lines[i]
		n := wordCount(l.text)
		switch {
		case commentHeads.matches(l.text, n) && i > p.prose && p.mayEnd(i):
			for j := i; j < len(p.lines); j++ {
				p.lines[j].class = commentHeads.class
			}
			i = len(p.lines)
		case commentHeads.matches(l.text, n) && i < p.prose:
			l.class = commentHeads.class
		case blockHeads.matches(l.text, n) && l.kind != ListItem:
			i = p.dropLinks(i)
		}
	}
	p.dropTail()
}

// mayEnd says that the report may end before line i: less of it lies below than above.
func (p *parser) mayEnd(i int) bool { return 2*p.lines[i].Start > len(p.doc.Body)-p.lines[0].Start }

// dropLinks drops the heading of a block of links and the links: what follows until running text or another heading
// that the markup gives.
func (p *parser) dropLinks(i int) int {
	p.lines[i].class = blockHeads.class
	for j := i + 1; j < len(p.lines); j++ {
		l := &p.lines[j]
		if l.class == "" && (l.marked && l.kind == Heading || isProse(l.kept()) && (l.kind != ListItem || len(l.sents) > 1)) {
			return j - 1
		}
		if l.class == "" {
			l.class = "related_link"
		}
	}
	return len(p.lines)
}
