package article

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// dropTail drops what the page adds below the report's last line of running text, and reads what it says of the report.
func (p *parser) dropTail() {
	for i := len(p.lines) - 1; i > p.prose; i-- {
		l := &p.lines[i]
		if l.class != "" || l.kept() == "" {
			p.readTail(l)
			continue
		}
		class := classOf(tailRules, l.text)
		switch {
		case class != "":
		case p.isImprint(l, i), strings.HasPrefix(p.raw(i), "(c) ") && rights.MatchString(p.raw(i)):
			class = "boilerplate"
		case dateLine(l.text):
			p.publish(l.text)
			class = "dateline"
		case wordCount(l.text) <= 5 && !endsSentence(l.text) && l.kind != ListItem:
			class = "fragment"
		default:
			return
		}
		p.readTail(l)
		l.class = class
	}
}

var (
	// publishedNote matches a note of when the text was published; sourceNote one of where it was taken from.
	publishedNote = regexp.MustCompile(`(?i)^(?:this )?(?:page |article |story |text |post )?(?:was )?(?:first |originally |last )?(?:published|posted|issued|dated|released)\b|^(?:this )?page (?:was )?(?:last )?updated\b|\bthis (?:story|article|report|paper|piece|post|column|essay|statement|briefing|brief|analysis|interview) was (?:first |originally )?(?:published|posted|issued|released)(?: in [^.]{3,40})? on\b`)
	// rights matches who holds the copyright.
	rights     = regexp.MustCompile(`(?i:^(?:copyright )?(?:©|\(c\))(?: copyright)?) ?(?:\d{4}(?:[-–]\d{2,4})?,? )?(?i:by )?((?:The )?\p{Lu}[\p{L}&'’-]*(?: [\p{L}&'’-]+){1,5}?)(?: \d{4})?(?:\.|,|$| All )`)
	sourceNote = regexp.MustCompile(`(?i)^(?:source|via|quelle|fuente|kaynak)\s*:\s*([^,|]+?)\s*(?:[,|–—].*)?$`)
)

// readTail takes from a line of the tail the day of publication, and from a note of the source the publisher and the link beside it.
func (p *parser) readTail(l *line) {
	s := l.text
	if publishedNote.MatchString(s) && wordCount(s) <= 40 {
		p.publish(s)
		if g := aboutItself.FindStringSubmatch(s); g != nil {
			fill(&p.doc.Publisher, g[1])
		}
	}
	if g := rights.FindStringSubmatch(s); g != nil && (isMasthead(g[1]) || p.isOwn(g[1])) {
		fill(&p.doc.Publisher, g[1])
	}
	g := sourceNote.FindStringSubmatch(s)
	if g == nil || !isName(g[1]) {
		return
	}
	m, dated := findMoment(s)
	if dated = dated && m.hasDate(); dated || isMasthead(g[1]) {
		fill(&p.doc.Publisher, g[1])
	}
	if dated {
		p.publish(s)
	}
	if i := strings.LastIndex(p.doc.Body, "\nhttp"); i > l.End-1 {
		end, _ := lineEnd(p.doc.Body, i+1)
		fill(&p.doc.URL, link(p.doc.Body[i+1:end]))
	}
}

// imprintWords bounds what the author or the house says of itself below a report.
const imprintWords = 45

var (
	// aboutItself matches what a house says it is, below a text of its own.
	aboutItself = regexp.MustCompile(`^[*_]*((?:The )?\p{Lu}[\p{L}'’-]+(?: (?:of|the|for|and|\p{Lu}[\p{L}'’-]+)){1,6}) is an? (?:[\p{L}-]+ ){0,4}(?:body|organi[sz]ation|newspaper|magazine|charity|non-profit|think tank|website|publication|institute|centre|center|platform|outlet|newsroom|service)\b`)
	// ofItself is how a house goes on after its own name.
	ofItself = regexp.MustCompile(`^ (?:is (?:an? (?:[\p{L}-]+ ){0,4}(?:member|part|division|subsidiary|unit|body|organi[sz]ation|newspaper|magazine|charity|non-profit|agency|company|operator|provider|website|network|publication|platform|group|institute|centre|center|think tank)\b|proud to\b|(?:published|printed|owned|funded|registered|part of)\b)|takes no\b|accepts no\b|lives on\b|(?:operates|employs|serves) [\d.,]+\b)`)
	// lifeOf matches what an author's life is told in, below the text: a name, and what that person does.
	lifeOf = regexp.MustCompile(`^[*_]*(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3})(?:,[^,.]{3,60},)? (?:is|was|has been|teaches|writes|covers|reports|lives)\b.*\b(?:author|professor|lecturer|correspondent|editor|columnist|journalist|reporter|fellow|researcher|writes|teaches|covers|blog|books?)\b`)
	// interviewNote credits an interview below it.
	interviewNote = regexp.MustCompile(`^[*_]*(?:Interview(?:er)?|Questions|Words|Text)(?: by)?: (\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3})\.(?: |$)`)
)

// livesOn matches how an outlet tells who pays for it, or what it did to an agency's report, after its name.
var livesOn = regexp.MustCompile(`^[*_]*((?:The )?\p{Lu}[\p{L}'’-]+(?: (?:of|the|\p{Lu}[\p{L}'’-]+)){0,5}) (?:lives on|is (?:paid for|funded|financed) (?:entirely |only |solely )?by|takes no|accepts no|is an? (?:reader|listener|viewer)-(?:supported|funded)|has (?:changed|edited|altered|shortened) (?:only )?(?:the|its)) `)

// readHouse takes the publisher from such a sentence.
func (p *parser) readHouse() {
	for i := range p.lines {
		for _, s := range p.lines[i].sents {
			if s.class != "boilerplate" {
				continue
			}
			if g := livesOn.FindStringSubmatch(p.doc.Body[s.Start:s.End]); g != nil {
				fill(&p.doc.Publisher, g[1])
			}
		}
	}
}

// isImprint says that line i of the tail tells of the author or of the house, and not of the news.
func (p *parser) isImprint(l *line, i int) bool {
	s := strings.TrimLeft(l.kept(), "*_")
	if wordCount(s) > imprintWords || strings.ContainsAny(s, "“”\"") {
		return false
	}
	if g := interviewNote.FindStringSubmatch(s); g != nil {
		fill(&p.doc.Author, g[1])
		return true
	}
	for _, name := range authors(p.doc.Author) {
		if strings.HasPrefix(s, name+" ") {
			return true
		}
	}
	for _, house := range []string{p.doc.Publisher, p.doc.Agency} {
		rest, ok := cutFold(strings.TrimPrefix(s, "The "), strings.TrimPrefix(acronymTail.ReplaceAllString(house, ""), "The "))
		if ok && ofItself.MatchString(rest) {
			return true
		}
	}
	if g := aboutItself.FindString(s); g != "" && publishedNote.MatchString(s) {
		return true
	}
	g := lifeOf.FindStringSubmatch(s)
	return g != nil && !p.mentions(g[1], i)
}

var nameSplit = regexp.MustCompile(`,\s*| and | & | und | et | y | ve `)

// authors are the names that a byline joins.
func authors(s string) []string {
	var names []string
	for _, name := range nameSplit.Split(s, -1) {
		if wordCount(name) >= 2 {
			names = append(names, name)
		}
	}
	return names
}

// cutFold is strings.CutPrefix for a prefix in any case, which must not be empty.
func cutFold(s, prefix string) (string, bool) {
	if len(prefix) < 2 || len(s) < len(prefix) || !utf8.ValidString(s[:len(prefix)]) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return "", false
	}
	return s[len(prefix):], true
}

// mentions says that the running text above line end names somebody.
func (p *parser) mentions(name string, end int) bool {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	for _, l := range p.lines[p.prose:end] {
		if l.class == "" && strings.Contains(l.text, last) {
			return true
		}
	}
	return false
}
