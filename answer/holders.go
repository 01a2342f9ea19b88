package answer

import (
	"slices"

	"parley/article/analysis"
	"parley/article/names"
)

// holding verbs and nouns name a post that one person holds at a time: who led the delegation has one answer.
var holding = words("led lead leads leading leader head heads headed heading chair chairs chaired chairing chairman run runs ran running command commands commanded commanding commander")

// posted is how much of the question a sentence must cover that names the holder of a post.
const posted = 0.4

// posts are what a person holds alone.
var posts = words(`director president mayor governor chairman chairwoman chair chief commander leader head minister secretary captain owner founder editor
	manager principal coach ambassador judge mediator spokesman spokeswoman`)

// slotReach is how many bytes may lie between such a word and the name of who holds the post.
const slotReach = 80

// holders finds reports that name different people for a post that one person holds.
func (f *found) holders(all []*choice, book *names.Book) []rivals {
	if f.query.want != wantPerson || !f.asksForHolder() {
		return nil
	}
	var told []*account
	for _, v := range f.views[:min(searched, len(f.views))] {
		for i := range v.sents {
			if toks := v.toks[v.sents[i].from:v.sents[i].to]; !anyOf(toks, holding) && !anyOf(toks, posts) {
				continue
			}
			a := accountOf(f.measured(v, i, all), &f.query, book)
			if a.figure = f.holder(a); a.figure != "" && a.covers >= posted {
				a.voice = outlet(&v.Candidate) // the sentence may quote somebody on another matter
				told = append(told, a)
			}
		}
	}
	var out []rivals
	for i, a := range told {
		for _, b := range told[i+1:] {
			if a.v.ArticleID != b.v.ArticleID && otherPerson(a.figure, b.figure, book) {
				out = append(out, rivals{a: a, b: b})
			}
		}
	}
	return out
}

func (f *found) asksForHolder() bool {
	for _, c := range f.query.concepts {
		if holding[c.token.Exact] || posts[c.token.Exact] {
			return true
		}
	}
	return false
}

// holder is the name that stands nearest after a holding verb of the sentence that the question asks about, or "": "the head of the queue" holds no post.
func (f *found) holder(a *account) string {
	s := a.sentence()
	text := a.text()
	list := names.ProperNames(text)
	for p := s.from; p < s.to; p++ {
		t := a.v.toks[p]
		if posts[t.Exact] && f.query.brings(t) && f.ofAsked(a.v, p+1, s.to) {
			if n := beside(list, t.Start-s.Start, t.End-s.Start); n != "" && !f.asks(n) {
				return n
			}
		}
		if !holding[t.Exact] || p+1 < s.to && a.v.toks[p+1].Exact == "to" || p > s.from && determiners[a.v.toks[p-1].Exact] {
			continue
		}
		if n := f.slot(list, t.Start-s.Start, t.End-s.Start, p+1 < s.to && a.v.toks[p+1].Exact == "by"); n != "" {
			return n
		}
	}
	return ""
}

// complement is how many words behind "of" say of what a post is.
const complement = 6

// ofAsked says that no "of" stands from p on, or that a concept of the question stands behind it: "head of the ferry line" is no head of an inquiry.
func (f *found) ofAsked(v *view, p, end int) bool {
	if p >= end || v.toks[p].Exact != "of" || !f.asksOfWhat() {
		return true
	}
	for q := p + 1; q < min(end, p+1+complement); q++ {
		for i := range f.query.concepts {
			if f.matcher.means(v, q, i, 0) {
				return true
			}
		}
	}
	return false
}

// asksOfWhat says that the question names more than the post: of what it is.
func (f *found) asksOfWhat() bool {
	return slices.ContainsFunc(f.query.concepts, func(c concept) bool { return c.counts == 1 && !holding[c.token.Exact] && !posts[c.token.Exact] })
}

// slot is the name that holds the post which a verb between two places of a sentence tells of: after "led by", before "led", and
// otherwise after it. What the question names itself is not it.
func (f *found) slot(list []names.Name, from, to int, by bool) string {
	before, after := "", ""
	for _, n := range list {
		switch {
		case f.asks(n.Text):
		case n.End <= from && from-n.End <= slotReach:
			before = n.Text
		case n.Start >= to && n.Start-to <= slotReach && after == "":
			after = n.Text
		}
	}
	if by || before == "" {
		return after
	}
	return before
}

// beside is the name that a post stands beside: "Mara Holt, director of", "director Mara Holt".
func beside(list []names.Name, from, to int) string {
	for _, n := range list {
		if n.End <= from && from-n.End <= len(", the ") || n.Start >= to && n.Start-to <= 1 {
			return n.Text
		}
	}
	return ""
}

// asks says that the question itself names it.
func (f *found) asks(name string) bool {
	for _, t := range analysis.Tokenize(name, "") {
		if f.query.brings(t) {
			return true
		}
	}
	return false
}

// personDistance is up to how many letters two spellings of one name may differ.
const personDistance = 2

// otherPerson says that two names share no word, near spellings and known variants included.
func otherPerson(x, y string, book *names.Book) bool {
	if _, same := book.Same(x, y); same {
		return false
	}
	for _, a := range analysis.Tokenize(x, "") {
		for _, b := range analysis.Tokenize(y, "") {
			if a.Stem == b.Stem || len(a.Exact) > 5 && analysis.Distance(a.Exact, b.Exact, personDistance) <= personDistance {
				return false
			}
		}
	}
	return true
}
