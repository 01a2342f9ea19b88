package article

import (
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"
)

// field matches a line of a head in the form of a letter, a scraper's record or a mail: "Source: The Evening Post".
var field = regexp.MustCompile(`^(?i:(title|headline|subject|source|publisher|outlet|publication|newspaper|site|url|link|permalink|date|date published|publication date|published|published on|pubdate|sent|author|authors|byline|language|lang|from))\s*:\s*(.+)$`)

// otherField matches a line of such a head that says nothing that is kept.
var otherField = regexp.MustCompile(`^(?i:to|cc|bcc|reply-to|category|categories|section|tags?|keywords|word count|topics?|type|id|ref|reference|format|rights|licen[cs]e)\s*:\s*\S`)

// frontKey matches a line of YAML front matter.
var frontKey = regexp.MustCompile(`^([A-Za-z_-]+)\s*:\s*(.*)$`)

// readFrontMatter reads the block between two lines of "---" at the head of the body and drops it. It returns where the
// rest begins: 0 where there is no such block.
func (p *parser) readFrontMatter() int {
	body := p.doc.Body
	end, next := lineEnd(body, 0)
	if strings.TrimSpace(body[:end]) != "---" {
		return 0
	}
	fields := map[string]string{}
	for start := next; start < len(body); start = next {
		end, next = lineEnd(body, start)
		text := strings.TrimSpace(body[start:end])
		if text == "---" || text == "..." {
			p.readFields(fields)
			p.drop(Span{0, end}, "boilerplate")
			return next
		}
		if g := frontKey.FindStringSubmatch(text); g != nil {
			fields[strings.ToLower(g[1])] = strings.Trim(g[2], `"' `)
		} else if text != "" && !strings.HasPrefix(text, "-") && !strings.HasPrefix(text, "#") && !strings.HasPrefix(body[start:], " ") {
			return 0
		}
	}
	return 0
}

func (p *parser) readFields(fields map[string]string) {
	for _, key := range []string{"title", "headline", "subject", "publisher", "outlet", "publication", "newspaper", "site", "source", "author", "authors", "byline",
		"url", "link", "permalink", "date", "date published", "publication date", "published", "published on", "pubdate", "language", "lang"} {
		if v := fields[key]; v != "" {
			p.readField(key, v)
		}
	}
}

// readField takes one field of a head, unless something better known stands there already.
func (p *parser) readField(key, value string) {
	m := &p.doc.Meta
	switch key {
	case "title", "headline", "subject":
		fill(&m.Title, value)
	case "publisher", "outlet", "publication", "newspaper", "site":
		fill(&m.Publisher, value)
	case "from":
		fill(&m.Publisher, sender(value))
	case "source":
		if link(value) != "" {
			fill(&m.URL, link(value))
		} else {
			fill(&m.Publisher, value)
		}
	case "author", "authors", "byline":
		fill(&m.Author, strings.TrimSpace(strings.Trim(value[len(byWord.FindString(value)):], "[]")))
	case "url", "link", "permalink":
		fill(&m.URL, link(value))
	case "date", "date published", "publication date", "published", "published on", "pubdate", "sent":
		p.publish(value)
	case "language", "lang":
		if len(value) <= 12 && !strings.Contains(value, " ") {
			fill(&m.Language, value)
		}
	}
}

// later opens what a line says of when the text was changed.
var later = regexp.MustCompile(`(?i)\b(?:last )?(?:updated|modified|aktualisiert|actualizado|aggiornato|modifica(?:to)?|atualizado|aangepast|bijgewerkt)\b|mis à jour|güncelle|обновлено`)

// laterCues stand in every text that later matches.
var laterCues = []string{"updated", "modified", "aktualisiert", "actualizado", "aggiornato", "modifica", "atualizado", "aangepast", "bijgewerkt", "mis à jour", "güncelle", "обновлено"}

// publish takes a date as the day of publication if it names its year; of a day that is known already it takes the clock. The day of
// a change counts only where the text gives none of publication.
func (p *parser) publish(s string) {
	s, changed := beforeChange(asciiDigits(s))
	m, ok := findMoment(s)
	if !ok || !m.hasDate() {
		return
	}
	w, ok := m.resolve(time.Time{})
	switch had := p.doc.Published; {
	case !ok:
		p.dated(m)
	case changed:
		p.changed = w
	case had.IsZero() || !had.Clock && w.Clock && had.Day() == w.Day():
		p.doc.Published = w
	}
}

// beforeChange returns the part of a date line that tells of the publication, and otherwise says that all of it tells of a change.
func beforeChange(s string) (string, bool) {
	if !hasAny(strings.ToLower(s), laterCues) {
		return s, false
	}
	g := later.FindStringIndex(s)
	if g == nil {
		return s, false
	}
	if m, ok := findMoment(s[:g[0]]); ok && m.hasDate() {
		return s[:g[0]], false
	}
	return s, true
}

// dated keeps a day whose year the text leaves open, the first of the head.
func (p *parser) dated(m moment) {
	if p.yearless == nil && m.hasDate() && m.year == 0 {
		p.yearless = &m
	}
}

// sender returns the institution in the name of a mail's sender, "" where it names none: people forward mails.
func sender(s string) string {
	name, _, _ := strings.Cut(s, "<")
	for _, part := range strings.Split(name, ",") {
		if part = strings.Trim(part, `"' `); isMasthead(part) {
			return part
		}
	}
	return ""
}

// fill sets a field that is still empty.
func fill(to *string, value string) {
	if *to == "" {
		*to = strings.TrimSpace(value)
	}
}

// link returns s if it is an http or https link, else "".
func link(s string) string {
	u, err := url.Parse(strings.Trim(s, "<>[]() "))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// dateLine says that a line gives a date, and besides at most a place, a label and a remark.
func dateLine(s string) bool {
	if len(s) > 240 || !hasDigit(s) {
		return false
	}
	s, _ = beforeChange(noRemark(asciiDigits(s)))
	if len(s) > 120 || wordCount(s) > 12 {
		return false
	}
	m, ok := findMoment(s)
	if !ok || !m.hasDate() && !(m.hasWeekday && m.hasClock) {
		return false
	}
	rest := words.FindAllString(m.rest(s), -1)
	left := 0
	for _, w := range rest {
		if !dateWords[strings.ToLower(w)] {
			left++
		}
	}
	return left == 0 || left <= 4 && (headLabel.MatchString(s) || placeBefore(s, m))
}

// documentKind is what a statement calls itself, in the languages that follow one another.
const documentKind = `(?:press |media |public |official |joint )?(?:statement|release|communiqu[eé]|bulletin|notice|advisory|declaration|memorandum|circular)|open letter|situation report|sitrep|` +
	`pressemitteilung|stellungnahme|offener brief|communiqué de presse|lettre ouverte|comunicado(?: de prensa)?|carta abierta|basın açıklaması|açık mektup`

// DateLine reads a line that is a date alone, or with a place, a label and remarks, as pages show it, or one of notes with a date among
// them; zero where it is none or names no year.
func DateLine(s string) When {
	p := &parser{}
	if dateLine(s) {
		p.publish(s)
	} else {
		p.readNotes(s)
	}
	return p.doc.Published
}

// headLabel opens the date line of a statement: "Press release no. 4 – …", "For immediate release – …".
var headLabel = regexp.MustCompile(`(?i)^(?:for (?:immediate )?release|embargoed|held (?:at|in|on)|(?:members['’]|party|joint|weekly|daily) (?:` + documentKind + `)|` + documentKind + `)(?:[^\p{L}]|$)`)

// releaseLine is the head of a statement that gives no date.
var releaseLine = regexp.MustCompile(`(?i)^(?:for immediate release\b.*|no\.? ?\d[\d/-]*|(?:` + documentKind + `)(?: (?:no\.?|number|nr\.?|#) ?[\w/-]+| \d+/\d+)?|(?:report|paper|working paper|document|resolution|circular) (?:no\.? ?)?[\w-]*\d[\w/-]*)$`)

// placeBefore says that only capitalised names stand before the date, closed by a comma: "Halmstadt, 3 May 2031".
func placeBefore(s string, m moment) bool {
	first, _ := m.bounds()
	head := strings.TrimRight(s[:first], " ")
	return strings.HasSuffix(head, ",") && isNameList(head) && first < len(s)
}

var remark = regexp.MustCompile(`\s*[(\[][^()\[\]]{0,60}[)\]]`)

// noRemark takes remarks in brackets off: "(updates throughout)".
func noRemark(s string) string {
	if !strings.ContainsAny(s, "([") {
		return s
	}
	return remark.ReplaceAllString(s, "")
}

// hasDigit says that s holds a digit of any script.
func hasDigit(s string) bool { return strings.IndexFunc(s, unicode.IsDigit) >= 0 }
