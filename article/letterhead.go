package article

import (
	"slices"
	"strings"
)

// belowKind drops what stands above the line that says what kind of document it is ("Open letter", "Statement no. 4"): the
// letterhead and its motto. It returns the candidates below it, all of them where there is no such line or none below.
func (p *parser) belowKind(at []int) []int {
	if len(at) == 0 || p.lines[at[0]].marked {
		return at
	}
	if s := p.lines[at[0]].text; !p.isOutlet(s) && !(allCaps(s) && wordCount(s) >= 3 && isName(s)) {
		return at
	}
	for k := at[0] + 1; k < p.prose; k++ {
		s := p.lines[k].text
		if p.lines[k].class == "" || !headLabel.MatchString(s) {
			continue
		}
		if k > at[len(at)-1] {
			at = append(at, p.addressee(k)...)
		}
		below := slices.IndexFunc(at, func(i int) bool { return i > k })
		if below < 0 || wordCount(p.lines[at[below]].text) == 1 {
			return at // a part's heading, "HIGHLIGHTS"
		}
		for len(at) > 0 && at[0] < k {
			l := &p.lines[at[0]]
			at = at[1:]
			above := isState(l.text) && len(at) > 0 && at[0] < k && p.isOutlet(p.lines[at[0]].text)
			if !above && isName(l.text) && (isMasthead(l.text) || p.isOwn(l.text) || allCaps(l.text)) {
				fill(&p.doc.Publisher, l.text)
			}
			l.class = "boilerplate"
		}
		return at
	}
	return at
}

// addressee is the line in capitals below line k to which a letter without another title is addressed: that is its title.
func (p *parser) addressee(k int) []int {
	for i := k + 1; i < p.prose; i++ {
		if l := &p.lines[i]; l.class == "boilerplate" && allCaps(l.text) && salutation.MatchString(l.text) {
			l.class = ""
			return []int{i}
		}
	}
	return nil
}

// isState says that s is the name of a state and nothing else: "Republic of Norland".
func isState(s string) bool {
	lower := strings.Fields(strings.TrimPrefix(strings.ToLower(s), "the "))
	return len(lower) > 2 && states[lower[0]] && lower[1] == "of" && isName(s)
}

// isInstitution says that a line in capitals is an institution's name.
func isInstitution(s string) bool {
	return allCaps(s) && isName(s) && wordCount(s) > 1 && institutions[strings.ToLower(lastWord(s))]
}

// letterWords is how many words a line in bold below a letterhead has at least to be the title.
const letterWords = 5

// passLetterhead takes a heading that names a state or an office for the publisher where the title stands below it in bold, and returns
// the candidates below.
func (p *parser) passLetterhead(at []int) []int {
	if len(at) < 2 || !p.lines[at[0]].marked || p.lines[at[1]].marked {
		return at
	}
	head, below := &p.lines[at[0]], &p.lines[at[1]]
	if name := frameName(head.text); !isState(name) && !isMasthead(name) || !below.bold || wordCount(below.text) < letterWords {
		return at
	}
	fill(&p.doc.Publisher, head.text)
	head.class = "boilerplate"
	return at[1:]
}
