package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// canBeTitle says that a line of the head has the form of a title.
func canBeTitle(l line) bool {
	s := l.kept()
	if l.marked {
		return l.kind == Heading
	}
	n := wordCount(s)
	if m := entryHead(s); m != nil && m.hasClock {
		return false
	}
	return s != "" && l.kind != ListItem && n <= maxTitle && len(s) <= 200 && hasWord(s) &&
		(!endsSentence(s) || strings.HasSuffix(s, "?") || headingShape(s, l.bold))
}

// readTitle takes the first line that can be one as title, below the masthead and the section if they are there.
func (p *parser) readTitle(at []int) {
	at = p.passMasthead(at)
	if len(at) == 0 {
		return
	}
	l := &p.lines[at[0]]
	if p.after(at[0]) < 0 || !l.marked && numbered.MatchString(l.kept()) {
		return
	}
	title, outlet := p.splitTitle(l.kept())
	if known := p.doc.Title; known != "" && !strings.EqualFold(known, title) && !strings.EqualFold(known, unlabelled(title)) && !strings.EqualFold(known, l.kept()) {
		return // the title is known, so this is a heading
	}
	fill(&p.doc.Title, unlabelled(title))
	if outlet != "" {
		fill(&p.doc.Publisher, outlet)
	}
	l.class, p.titled = "title", true
}

// passMasthead drops what stands above the title, the outlet's name, a section's, and returns the candidates below.
func (p *parser) passMasthead(at []int) []int {
	for first := at; len(at) > 0 && !p.lines[at[0]].marked; {
		l := &p.lines[at[0]]
		s := l.text
		name, rest, _ := strings.Cut(s, " – ")
		switch {
		case at[0]+1 < len(p.lines) && handle.MatchString(p.lines[at[0]+1].text):
			fill(&p.doc.Author, s)
			l.class = "byline"
		case len(at) > 1 && isState(s) && p.isOutlet(p.lines[at[1]].text):
			l.class = "boilerplate"
		case len(at) > 2 && isInstitution(s) && allCaps(p.lines[at[1]].text):
			fill(&p.doc.Publisher, s)
			l.class = "boilerplate"
		case p.isOutlet(s) && (len(at) > 1 || strings.HasPrefix(s, "The ")), p.isHouse(at):
			fill(&p.doc.Publisher, s)
			l.class = "boilerplate"
		case len(at) > 1 && rest != "" && !startsUpper(rest) && p.isOutlet(name):
			fill(&p.doc.Publisher, name)
			l.class = "boilerplate"
		case len(at) > 1 && len(at) < len(first) && motto.MatchString(s):
			l.class = "boilerplate"
		case len(at) > 1 && (isKicker(s) || p.heads(at[0], at[1]) || isSection(s, p.lines[at[1]].text)):
			l.class = "navigation"
		default:
			return at
		}
		at = at[1:]
	}
	return at
}

// handle matches the name of an account, alone on its line.
var handle = regexp.MustCompile(`^@\w{2,30}$`)

// isKicker says that s is a section's name or a label of urgency, alone on its line above the title.
func isKicker(s string) bool {
	if rowLabel.MatchString(s) || allCaps(s) && wordCount(s) == 1 {
		return true
	}
	return !slices.ContainsFunc(strings.Fields(strings.ToLower(s)), func(w string) bool { return !sections[w] && !small[w] && w != "&" })
}

// heads says that line i is a name and line j below it the title: few words, each capitalised, above a line that is longer and
// written like a sentence.
func (p *parser) heads(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if c := p.lines[k].class; c == "byline" || c == "navigation" && tools.MatchString(p.lines[k].text) {
			return false // the story's own line stands between
		}
	}
	a, b := p.lines[i].text, p.lines[j].text
	return isName(a) && wordCount(a) <= 4 && wordCount(b) > wordCount(a) && !isName(b) && !(allCaps(a) && allCaps(b))
}

func startsUpper(s string) bool { return unicode.IsUpper(firstRune(s)) }

// titleLabel matches the label of urgency before a title, which says nothing of the news.
var titleLabel = regexp.MustCompile(`^(?i:live|live updates|as it happened|urgent|breaking(?: news)?|exclusive|flash|watch|video|just in|eilmeldung|son dakika|última hora|en direct|opinion|analysis|comment|interview|feature|explainer)\s*[:|–—]\s+`)

// unlabelled is a title without such a label.
func unlabelled(title string) string {
	if rest := titleLabel.ReplaceAllString(title, ""); !unicode.IsLower(firstRune(rest)) {
		return rest
	}
	return title
}

// slug matches an agency's name for a story: capitals in several parts held together by signs.
var slug = regexp.MustCompile(`^(?:[A-Z]{1,3}\d{0,4}[ -]+)?\p{Lu}[\p{Lu}\d]*(?:[-/]\p{Lu}[\p{Lu}\d]*|[-/]\d+\p{Lu}*)+/?(?: \([^()]{1,60}\))?$`)

// role matches a line that only says what somebody is to the paper.
var role = regexp.MustCompile(`^(?:\p{L}+ ){0,4}(?i:correspondent|reporter|editor|columnist|writer|analyst)$`)

// findNames drops the names that stand alone beside the date or the byline, or directly below the title: whose they are is not said, an outlet's aside.
func (p *parser) findNames(at []int) {
	for _, i := range at {
		l := &p.lines[i]
		if l.class == "" && i+1 < p.prose && areNames(l.text) && wordCount(l.text) <= 4 && role.MatchString(p.lines[i+1].text) {
			fill(&p.doc.Author, l.text)
			l.class, p.lines[i+1].class = "byline", "byline"
		}
		if l.class != "" || l.marked || wordCount(l.text) > 4 || !twoCapitals(l.text) || numbered.MatchString(l.text) {
			p.readNameAndRole(i)
			continue
		}
		beside := func(j int) bool {
			return j >= 0 && j < p.prose && (p.lines[j].class == "byline" || p.lines[j].class == "dateline")
		}
		if below := i > 0 && i+1 < p.prose && p.lines[i-1].class == "title" && p.isOutlet(l.text); below || beside(i-1) || beside(i+1) {
			l.class = "byline"
			if p.isOutlet(l.text) {
				fill(&p.doc.Publisher, l.text)
			}
		}
	}
}

// readOutletOfAuthor takes the outlet that stands behind the name in a byline from there: "By Tor Malm, Norrick Public Radio". Two words may be another name.
func (p *parser) readOutletOfAuthor() {
	name, outlet, ok := strings.Cut(p.doc.Author, ", ")
	if !ok || wordCount(outlet) < 3 || !isMasthead(outlet) {
		return
	}
	p.doc.Author = name
	fill(&p.doc.Publisher, outlet)
}

// nameAndRole matches a byline without "by": a name and what that person is.
var nameAndRole = regexp.MustCompile(`^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}), (?:\p{L}+ ){0,5}(?:correspondent|reporter|editor|columnist|professor|director|researcher|analyst|writer|journalist|fellow|lecturer|desk)\b`)

// readNameAndRole reads such a line, directly below the title or above the date.
func (p *parser) readNameAndRole(i int) {
	l := &p.lines[i]
	g := nameAndRole.FindStringSubmatch(l.text)
	if g == nil || l.class != "" || l.marked || wordCount(l.text) > 14 || endsSentence(l.text) {
		return
	}
	if byWord.MatchString(g[1]) {
		g[1] = g[1][len(byWord.FindString(g[1])):]
	}
	if i > 0 && p.lines[i-1].class == "title" || i+1 < len(p.lines) && p.lines[i+1].class == "dateline" {
		fill(&p.doc.Author, g[1])
		l.class = "byline"
	}
}

// titleTail matches the outlet that pages put after their title.
var titleTail = regexp.MustCompile(`^(.{8,}?)\s+(?:[|–—-]|//|::)\s+([^|–—]{3,40})$`)

// splitTitle takes "Headline | The Evening Post" apart.
func (p *parser) splitTitle(s string) (title, outlet string) {
	if g := titleTail.FindStringSubmatch(s); g != nil && p.isOutlet(g[2]) {
		return g[1], g[2]
	}
	return s, ""
}
