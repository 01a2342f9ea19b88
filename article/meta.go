package article

import (
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// field matches a line of a head in the form of a letter: "Source: The Evening Post".
var field = regexp.MustCompile(`^(?i:(title|headline|source|publisher|outlet|publication|url|link|permalink|date|published|published on|author|authors|byline|language|lang))\s*:\s*(.+)$`)

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
	for _, key := range []string{"title", "headline", "publisher", "outlet", "publication", "source", "author", "authors", "byline",
		"url", "link", "permalink", "date", "published", "published on", "language", "lang"} {
		if v := fields[key]; v != "" {
			p.readField(key, v)
		}
	}
}

// readField takes one field of a head, unless something better known stands there already.
func (p *parser) readField(key, value string) {
	m := &p.doc.Meta
	switch key {
	case "title", "headline":
		fill(&m.Title, value)
	case "publisher", "outlet", "publication":
		fill(&m.Publisher, value)
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
	case "date", "published", "published on":
		p.publish(value)
	case "language", "lang":
		if len(value) <= 12 && !strings.Contains(value, " ") {
			fill(&m.Language, value)
		}
	}
}

// later opens what a line says of when the text was changed, after when it was published.
var later = regexp.MustCompile(`(?i)\b(?:last )?(?:updated|modified)\b`)

// publish takes a date as the day of publication if it names its year; of a day that is known already it takes the clock.
func (p *parser) publish(s string) {
	if g := later.FindStringIndex(s); g != nil && g[0] > 0 {
		s = s[:g[0]]
	}
	m, ok := findMoment(s)
	if !ok || !m.hasDate() {
		return
	}
	w, ok := m.resolve(time.Time{})
	had := p.doc.Published
	if ok && (had.IsZero() || !had.Clock && w.Clock && had.Day() == w.Day()) {
		p.doc.Published = w
	}
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

// outletLast end the names of outlets and institutions; outletFirst begin them before "of".
var (
	outletLast = set(`times post news courier herald gazette tribune daily agency press journal magazine review observer
		guardian telegraph chronicle ledger express broadcasting wire radio tv television dispatch monitor bulletin online network
		argus examiner inquirer media zeitung nachrichten presse gazetesi haber diario noticias`)
	// outletAfterThe end the names of outlets that open with "The" or a time of day: they are plain words elsewhere.
	outletAfterThe = set(`mail standard today sun star globe record brief world nation independent mirror echo dawn live report evening`)
	outletFirst    = set(`ministry government office department embassy association federation union committee commission council
		institute organisation organization republic state secretariat presidency directorate authority agency bureau league`)
	acronymTail = regexp.MustCompile(`\s*\((\p{Lu}{2,8})\)$`)
)

// isMasthead says that s, alone on the first line, is the name of who publishes: it ends in a word that outlets end in
// ("The Evening Post"), begins like an institution ("Ministry of …"), or gives its own acronym.
func isMasthead(s string) bool {
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > 8 || strings.ContainsAny(s, ".?!:;,0123456789") || !titleCase(s) && !allCaps(s) && !twoCapitals(s) {
		return false
	}
	lower := strings.Fields(strings.ToLower(s))
	if acronymTail.MatchString(s) {
		return true
	}
	if outletFirst[lower[0]] && lower[1] == "of" || lower[0] == "the" && outletFirst[lower[1]] && len(lower) > 2 && lower[2] == "of" {
		return true
	}
	last := lower[len(lower)-1]
	opens := lower[0] == "the" || lower[0] == "daily" || lower[0] == "evening" || lower[0] == "morning" || lower[0] == "sunday"
	return len(fields) <= 5 && (outletLast[last] || opens && outletAfterThe[last])
}

// twoCapitals says that every word of s is capitalised: names are too short for titleCase.
func twoCapitals(s string) bool {
	for _, w := range strings.Fields(s) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && !small[w] {
			return false
		}
	}
	return true
}

// dateLine says that a line gives a date, and besides at most a place, a label and a remark.
func dateLine(s string) bool {
	s = noRemark(s)
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

// headLabel opens the date line of a statement: "Press release no. 4 – …", "For immediate release – …".
var headLabel = regexp.MustCompile(`(?i)^(?:for immediate release|embargoed|(?:press |media |public |official )?(?:statement|release|communiqu[eé]|bulletin|notice|advisory|situation report|sitrep))\b`)

// releaseLine is the head of a statement that gives no date.
var releaseLine = regexp.MustCompile(`(?i)^(?:for immediate release\b.*|(?:press |media |public |official )?(?:statement|release|communiqu[eé]|bulletin|notice|advisory)(?: (?:no\.?|number|nr\.?|#) ?[\w/-]+)?)$`)

// placeBefore says that only capitalised names stand before the date, closed by a comma: "Halmstadt, 3 May 2031".
func placeBefore(s string, m moment) bool {
	first := len(s)
	for _, sp := range m.spans {
		first = min(first, sp.Start)
	}
	head := strings.TrimRight(s[:first], " ")
	return strings.HasSuffix(head, ",") && isNameList(head) && first < len(s)
}

var remark = regexp.MustCompile(`\s*[(\[][^()\[\]]{0,60}[)\]]`)

// noRemark takes remarks in brackets off: "(updates throughout)".
func noRemark(s string) string { return remark.ReplaceAllString(s, "") }
