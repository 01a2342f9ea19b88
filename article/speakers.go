package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The labels of a transcript: "**Name:** words" and "Name: words".
var (
	boldLabel  = regexp.MustCompile(`^(?:\*\*|__)([^*_:]{1,50}):\s*(?:\*\*|__):?\s*`)
	plainLabel = regexp.MustCompile(`^([^:.?!,;“”"]{1,40}|[^:?!,;“”"]{1,30}):\s+`)
)

// asker are the labels of whoever asks.
var asker = set(`q question interviewer host moderator presenter reporter journalist frage soru`)

// turn is a line of a transcript that a label opens.
type turn struct {
	at     int
	name   string
	length int
}

// findSpeakers finds out whether the text is an interview or a transcript: labels that come again and alternate. The questions
// become the headings of their answers; the labels of the answers are dropped and kept as Speaker.
func (p *parser) findSpeakers() {
	turns := p.turns()
	asks := askers(p, turns)
	if asks == nil {
		return
	}
	if first := turns[0].name; isMasthead(first) && outletLast[strings.ToLower(lastWord(first))] {
		fill(&p.doc.Publisher, first) // who asks, by its full name once
	}
	speaker := ""
	for i := range p.lines {
		l := &p.lines[i]
		turned := len(turns) > 0 && turns[0].at == i
		if !turned && (l.class != "" || l.kind == Heading) {
			speaker = ""
			continue
		}
		if turned {
			t := turns[0]
			turns = turns[1:]
			l.label, l.labelClass = t.length, "fragment"
			if asks[t.name] {
				l.kind, speaker = Heading, ""
				continue
			}
			l.kind, speaker = Paragraph, t.name
		}
		if len([]rune(speaker)) > 1 {
			l.speaker = speaker
		}
	}
}

// turns returns the labelled lines.
func (p *parser) turns() []turn {
	var all []turn
	for i, l := range p.lines {
		if l.class != "" || l.kind != Paragraph && l.kind != Heading || l.marked {
			continue
		}
		g := boldLabel.FindStringSubmatch(l.text)
		if g == nil {
			g = plainLabel.FindStringSubmatch(l.text)
		}
		if g != nil && isLabel(g[1]) && len(g[0]) < len(l.text) {
			all = append(all, turn{i, strings.TrimSpace(g[1]), len(g[0])})
		}
	}
	return all
}

// isLabel says that s may be a speaker's name: one to five words, the first capitalised.
func isLabel(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wordCount(s) <= 5 && (unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r))
}

// askers returns which labels belong to whoever asks, nil where the turns are no transcript: fewer than four, fewer than two
// names, or none that comes three times.
func askers(p *parser, turns []turn) map[string]bool {
	count, questions := map[string]int{}, map[string]int{}
	most := 0
	for _, t := range turns {
		count[t.name]++
		most = max(most, count[t.name])
		l := p.lines[t.at]
		if strings.HasSuffix(strings.TrimRight(l.text, "*_ ”\""), "?") {
			questions[t.name]++
		}
		if l.bold {
			questions[t.name]++
		}
	}
	if len(turns) < 4 || len(count) < 2 || most < 2 || len(count)*2 > len(turns)+1 {
		return nil
	}
	asks := map[string]bool{}
	for name, n := range count {
		if asker[strings.ToLower(name)] || 5*questions[name] >= 3*n && n > 1 {
			asks[name] = true
		}
	}
	return asks
}
