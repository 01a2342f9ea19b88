package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// outletLast end the names of outlets and institutions; outletFirst begin them before "of".
var (
	outletLast = set(`times post news courier herald gazette tribune daily agency press journal magazine review observer
		guardian telegraph chronicle ledger express broadcasting wire radio tv television dispatch monitor bulletin online network
		argus examiner inquirer media mercury sentinel advertiser weekly echo newswire broadcaster corporation
		zeitung nachrichten presse tagblatt tageblatt anzeiger kurier rundschau gazetesi ajansı haber diario noticias
		газета вестник новости agentur نیوز ٹائمز نيوز خبریں न्यूज़ समाचार टाइम्स`)
	// outletAfterThe end the names of outlets that open with "The" or a time of day: they are plain words elsewhere.
	outletAfterThe = set(`mail standard today sun star globe record brief world nation independent mirror dawn live report evening`)
	outletFirst    = set(`ministry government office department embassy association federation union committee commission council
		institute centre center foundation organisation organization republic kingdom state secretariat presidency directorate authority agency bureau league province assembly parliament senate municipality`)
	// outletOpens begin the names of outlets by themselves, in languages that put the kind first.
	outletOpens = set(`radio diario periódico journal agence agencia corriere gazeta l'écho روزنامہ صحيفة جريدة وكالة روزنامه خبرگزاری газета`)
	// states begin the name of a state, which stands in a letterhead above that of the office.
	states = set(`republic kingdom state government`)
	// institutions end the names of institutions in the letterheads that are set in capitals.
	institutions = set(`mission institute centre center foundation council commission authority federation secretariat party office`)
	acronymTail  = regexp.MustCompile(`\s*\((\p{Lu}{2,8})\)$`)
)

// maxName bounds the name of an outlet or an institution in words.
const maxName = 8

// isMasthead says that s, alone on the first line, is the name of who publishes: it ends in a word that outlets end in
// ("The Evening Post"), begins like an institution ("Ministry of …"), or gives its own acronym.
func isMasthead(s string) bool {
	lower := strings.Fields(strings.ToLower(strings.ReplaceAll(s, "’", "'")))
	if len(lower) < 2 || !isName(s) {
		return false
	}
	if acronymTail.MatchString(s) {
		return true
	}
	bare := strings.Fields(strings.TrimPrefix(strings.Join(lower, " "), "the "))
	if len(bare) > 2 && outletFirst[bare[0]] && (bare[1] == "of" || bare[1] == "for" && len(bare) <= 4) {
		return true
	}
	last := lower[len(lower)-1]
	if last == "news" && len(lower) == 2 && sections[lower[0]] {
		return false // a section: "World News"
	}
	opens := lower[0] == "the" || lower[0] == "daily" || lower[0] == "evening" || lower[0] == "morning" || lower[0] == "sunday"
	return len(lower) <= 5 && (outletLast[last] || opens && outletAfterThe[last] || outletOpens[lower[0]])
}

// isName says that s has the form of a name: few words, each capitalised or in a script without capitals, nothing that ends
// or parts a sentence.
func isName(s string) bool {
	n := wordCount(s)
	return n > 0 && n <= maxName && hasWord(s) && !strings.ContainsAny(s, ".?!:;,0123456789“”\"") &&
		(titleCase(s) || allCaps(s) || twoCapitals(s) || caseless(s) && n <= 4)
}

// twoCapitals says that every word of s is capitalised: names are too short for titleCase.
func twoCapitals(s string) bool {
	for _, w := range strings.Fields(s) {
		w = strings.TrimLeft(w, "(‘'")
		if before, after, ok := strings.Cut(strings.ReplaceAll(w, "’", "'"), "'"); ok && len(before) == 1 {
			w = after // L'Écho
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && !small[w] && !nameJoiners[w] {
			return false
		}
	}
	return true
}

// caseless says that s is written in a script without capitals.
func caseless(s string) bool {
	return hasWord(s) && strings.IndexFunc(s, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) }) < 0
}

// ownBytes bounds how much of a text, at its head and at its end, is looked through for what it calls itself.
const ownBytes = 20_000

// address matches the host of a link or of a mail's address.
var address = regexp.MustCompile(`(?:https?://|www\.|@)([\p{L}\d][\p{L}\d.-]*\.\p{L}{2,})`)

// isOwn says that the text shows s to be the name of its own publisher: its address holds the name, its copyright line or another
// line that speaks for the site names it, it is who asks in the interview, or the text says that somebody told it so.
func (p *parser) isOwn(s string) bool {
	if !isName(s) || wordCount(s) > 6 {
		return false
	}
	name := strings.TrimPrefix(strings.ToLower(acronymTail.ReplaceAllString(s, "")), "the ")
	return utf8.RuneCountInString(name) >= 4 && (p.addressed(name) || p.signed(s, name) || p.tellsItself(name) || allCaps(s) && p.speaks(name))
}

// addressed says that the host of an address in the text is made of the name, of its last word, or of its initials.
func (p *parser) addressed(name string) bool {
	fields := strings.Fields(name)
	initials := ""
	for _, w := range fields {
		r, _ := utf8.DecodeRuneInString(w)
		initials += string(r)
	}
	for _, g := range address.FindAllStringSubmatch(p.lowered(), 50) {
		for _, label := range strings.Split(g[1], ".") {
			label = strings.ReplaceAll(label, "-", "")
			switch last := fields[len(fields)-1]; {
			case label == strings.Join(fields, ""), len(last) >= 5 && label == last, len(initials) >= 3 && label == initials:
				return true
			}
		}
	}
	return false
}

// signed says that a line which speaks for the site names it: a copyright, a pitch, an invitation.
func (p *parser) signed(s, name string) bool {
	short := name
	if fields := strings.Fields(name); len(fields) > 2 {
		short = strings.Join(fields[len(fields)-2:], " ") // pictures are credited to "Evening Post", of "The Varmouth Evening Post"
	}
	for i := range p.lines {
		l := &p.lines[i]
		lower := strings.ToLower(l.text)
		if l.text == s || !strings.Contains(lower, short) {
			continue
		}
		if l.class == "caption" {
			return true
		}
		if !strings.Contains(lower, name) {
			continue
		}
		if pitches[l.class] || strings.Contains(lower, "©") || strings.EqualFold(strings.TrimPrefix(lower, "the "), name+":") {
			return true
		}
		for _, sent := range l.sents {
			if pitches[sent.class] && strings.Contains(strings.ToLower(p.doc.Body[sent.Start:sent.End]), name) {
				return true
			}
		}
	}
	return false
}

// pitches are the classes of what a site says of itself.
var pitches = set("boilerplate call_to_action newsletter advertisement")

// tellsItself says that the text is an interview by the name or reports what the name was told.
func (p *parser) tellsItself(name string) bool {
	body := p.lowered()
	for _, form := range []string{"\n" + name + ":", "\nthe " + name + ":", " told " + name, " told the " + name, name + " has learned", name + " has seen", name + " could not"} {
		if strings.Contains(body, form) {
			return true
		}
	}
	return false
}

// speaks says that the text speaks as "we" and names itself in small letters too: a statement below its letterhead.
func (p *parser) speaks(name string) bool {
	name, _, _ = strings.Cut(name, " of ")
	return wordCount(name) >= 2 && strings.Contains(p.ends(), titled(name)) && len(firstPerson.FindAllStringIndex(p.ends(), 3)) == 3
}

// titled is a name in small letters as running text writes it.
func titled(name string) string {
	fields := strings.Fields(name)
	for i, w := range fields {
		if r, n := utf8.DecodeRuneInString(w); !small[w] {
			fields[i] = string(unicode.ToUpper(r)) + w[n:]
		}
	}
	return strings.Join(fields, " ")
}

// firstPerson matches the words of a writer who speaks for more than one.
var firstPerson = regexp.MustCompile(`\b(?:[Ww]e|[Oo]ur|us)\b`)

// ends is the text, without its middle where it is long.
func (p *parser) ends() string {
	body := p.doc.Body
	if len(body) <= 2*ownBytes {
		return body
	}
	return body[:ownBytes] + "\n" + body[len(body)-ownBytes:]
}

// lowered is ends in small letters, worked out once.
func (p *parser) lowered() string {
	if p.small == "" {
		p.small = strings.ToLower(p.ends())
	}
	return p.small
}

// named takes s for the publisher. Of an acronym it takes the name that the copyright line writes out.
func (p *parser) named(s string) {
	if wordCount(s) == 1 && len(s) <= 5 && allCapsWord(s) {
		if full := p.writtenOut(s); full != "" {
			s = full
		}
	}
	fill(&p.doc.Publisher, s)
}

// writtenOut is the holder of the copyright whose initials are those of the acronym, "" where there is none.
func (p *parser) writtenOut(acronym string) string {
	for i := len(p.lines) - 1; i >= 0; i-- {
		g := rights.FindStringSubmatch(p.raw(i))
		if g == nil {
			continue
		}
		if initialsOf(g[1]) == acronym {
			return g[1]
		}
	}
	return ""
}

// raw is line i with all its signs: of "(c) 2031" the first is no number of a list.
func (p *parser) raw(i int) string { return p.doc.Body[p.lines[i].Start:p.lines[i].End] }

// initialsOf are the first letters of the capitalised words of a name, without its article.
func initialsOf(name string) string {
	var initials []rune
	for _, w := range strings.Fields(strings.TrimPrefix(name, "The ")) {
		if startsUpper(w) {
			initials = append(initials, firstRune(w))
		}
	}
	return string(initials)
}

// outletInMenu is the site's name at the head of its menu, "" where there is none: the first cell, or the second where the first is
// its acronym.
func (p *parser) outletInMenu(cells []string) string {
	if initialsOf(cells[1]) == cells[0] && isName(cells[1]) {
		return cells[1]
	}
	if p.isOutlet(cells[0]) {
		return newsroom.ReplaceAllString(cells[0], "")
	}
	return ""
}

func allCapsWord(s string) bool { return s == strings.ToUpper(s) }
