package article

import (
	"regexp"
	"slices"
	"strings"
)

// A menu that was copied without its signs: wideSplit parts it at white space, slashSplit at strokes.
var (
	wideSplit  = regexp.MustCompile(`\s{2,}|\t+`)
	slashSplit = regexp.MustCompile(`\s+/\s+`)
)

// isBareMenu says that a line of the head is a row of short names that only wide white space or strokes part.
func isBareMenu(s string) bool {
	if len(s) > 240 || endsSentence(s) || strings.ContainsAny(s, "0123456789") {
		return false
	}
	return isRowOfNames(wideSplit.Split(s, -1)) || isRowOfNames(slashSplit.Split(s, -1))
}

// isRowOfNames says that there are three cells or more, each of a few words, the first of them capitalised.
func isRowOfNames(cells []string) bool {
	for _, c := range cells {
		if wordCount(c) == 0 || wordCount(c) > 3 || !startsUpper(c) || byWord.MatchString(c) {
			return false
		}
	}
	return len(cells) >= 3
}

// tools matches the buttons that stand below a title and not above it.
var tools = regexp.MustCompile(`(?i)\b(?:share|tweet|print|e-?mail|save|comments?|listen|download|copy link|pdf|facebook|whatsapp)\b`)

// isSiteMenu says that line i was dropped as a menu of the site.
func (p *parser) isSiteMenu(i int) bool {
	l := &p.lines[i]
	return l.class == "navigation" && (isMenu(l.text) || isBareMenu(l.text)) && !tools.MatchString(l.text)
}

// passFrame drops what a site puts above its menu, its name and its motto, and returns the candidates for the title below: all of
// them where no menu stands between, or no name above it.
func (p *parser) passFrame(at []int) []int {
	if at = p.aboveHeading(at); len(at) < 2 || p.lines[at[0]].marked || !isName(frameName(p.lines[at[0]].text)) {
		return at
	}
	menu := -1
	for i := at[0]; i < at[len(at)-1] && p.lines[i].class != "byline"; i++ {
		if p.isSiteMenu(i) {
			menu = i
		}
	}
	if menu < 0 {
		return at
	}
	if s := p.lines[at[0]].text; !isState(s) || at[1] > menu || !p.isOutlet(p.lines[at[1]].text) {
		fill(&p.doc.Publisher, frameName(s))
	} else {
		fill(&p.doc.Publisher, p.lines[at[1]].text)
	}
	for len(at) > 0 && at[0] < menu {
		p.lines[at[0]].class = "boilerplate"
		at = at[1:]
	}
	return at
}

// aboveHeading drops what stands above a heading of the first level in Markdown: that is the title, and the first line above it the name.
func (p *parser) aboveHeading(at []int) []int {
	k := slices.IndexFunc(at, func(i int) bool { return p.isFirstLevel(p.lines[i]) })
	if k > 0 && slices.ContainsFunc(p.lines[at[k]+1:], p.isFirstLevel) {
		return at // each part of the text has one
	}
	for j := 0; j < k; j++ {
		l := &p.lines[at[j]]
		if name := frameName(l.text); j == 0 && isName(name) {
			fill(&p.doc.Publisher, name)
		}
		l.class = "boilerplate"
	}
	return at[max(k, 0):]
}

// isFirstLevel says that a line is a heading of the first level in Markdown.
func (p *parser) isFirstLevel(l line) bool { return strings.HasPrefix(p.doc.Body[l.Start:l.End], "# ") }

// frameSplit parts a site's name from its motto.
var frameSplit = regexp.MustCompile(`\s+[–—|·-]\s+`)

// frameName is the name in the first line of a site, without the motto behind it.
func frameName(s string) string {
	return strings.Trim(frameSplit.Split(s, 2)[0], "*_ ")
}

// motto matches what a paper prints below its name; a headline may look back to a year, too, "The worst flood since 1953".
var motto = regexp.MustCompile(`(?i)^(?:(?:the|an?) (?:[\p{L}-]+ ){0,2}` + houseWord + `\b|(?:your|our) |independent\b|serving\b|proudly\b|published\b|printed\b|reporting\b).*\b(?:since|est\.?|established|founded|seit|desde|depuis)(?: in)? \d{4}(?:$| [–—(])|` +
	`^(?:the|your|our) (?:[\p{L}-]+ ){0,2}` + houseWord + ` (?:of|for|in) (?:the )?[\p{L}-]+$|` +
	`^(?:print|online|digital|translated|international|weekend|national|city|late|early|english)(?: \p{L}+)? edition$|^(?:est\.?|established|founded|since)(?: in)? \d{4}$`)

// houseWord is what a motto calls its house.
const houseWord = `(?:voice|paper|newspaper|weekly|daily|magazine|journal|station|home|guide|source)`

// isSection says that a line in capitals is a section's name with its part, "COMPANIES – METALS & MINING", above a title that is
// written like a sentence.
func isSection(s, below string) bool {
	return allCaps(s) && !allCaps(below) && strings.ContainsAny(s, "–—|/>›&") && len(words.FindAllString(s, -1)) <= 5 && wordCount(below) > 3
}

var (
	// weather matches what a site shows of the weather above its stories.
	weather = regexp.MustCompile(`^(?:[\p{L} ]{2,20} )?[-–]?\d{1,2} ?°(?: ?[CF])?(?: [\p{L} ]{2,20})?$`)
	// button matches what a reader may press below the name of a site.
	button = regexp.MustCompile(`(?i)^(?:subscribe|sign (?:in|up)|log ?in|menu|search|abonnieren|anmelden|s['’]abonner|suscríbete|abbonati)$`)
	// issue matches the number of a paper, with its month or season.
	issue = regexp.MustCompile(`(?i)^(?:issue|vol(?:ume|\.)?|no\.|nr\.?|edition|ausgabe|année) ?(?:no\. ?)?\d[\d/]*(?:[ ,·|–—-]+(?:\p{L}+[ /])?\d{4})?$`)
)

// isHouse says that the first line of the head is the name of who publishes, by what stands directly below it: the number of an issue, a
// section's name, a motto.
func (p *parser) isHouse(at []int) bool {
	i := at[0]
	if len(at) < 2 || !isName(p.lines[i].text) || i+1 >= p.prose || slices.ContainsFunc(p.lines[:i], func(l line) bool { return l.class != "navigation" }) {
		return false
	}
	below := p.lines[i+1].text
	if button.MatchString(below) {
		return true
	}
	return issue.MatchString(below) || motto.MatchString(below) && at[1] == i+1 && len(at) > 2 || isKicker(below) && len(at) > 2
}
