package gate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/article/names"
)

// nameFlags flags each name of the claim that neither the quotes nor what precedes them hold, in any form that the book knows.
func (c *claim) nameFlags(e *evidence) []flag {
	var out []flag
	foreign := c.script() != e.script()
	nouns := c.capitalNouns()
	for _, n := range c.names {
		missing := c.missing(n, e)
		if missing.from == missing.to {
			continue
		}
		hard := !foreign && (!nouns || missing.to-missing.from > 1 || c.bookHas(missing))
		out = append(out, flag{Reason{Rule: "name", Claim: c.token(missing.from, missing.to)}, hard})
	}
	return out
}

// missing is the part of a name that the evidence lacks, empty when it lacks nothing.
func (c *claim) missing(n entity, e *evidence) entity {
	gone := entity{}
	for i := n.from; i < n.to; i++ {
		w := &c.words[i]
		if w.function || particles[w.exact] || titles[w.exact] || e.holds(c, i) || e.joins(c, i) {
			continue
		}
		if gone.from == gone.to {
			gone.from = i
		}
		gone.to = i + 1
	}
	if gone.from == gone.to || e.alias(c, gone) || e.alias(c, n) || e.abbreviates(c, n) {
		return entity{}
	}
	return gone
}

// holds says whether the evidence, or what precedes it, holds word i of the claim as a name.
func (e *evidence) holds(c *claim, i int) bool {
	w := &c.words[i]
	for _, t := range e.texts {
		if t.holds(w, c.knownName(i)) {
			return true
		}
	}
	for _, t := range e.before() {
		if t.holds(w, c.knownName(i)) {
			return true
		}
	}
	return false
}

// joins says that the evidence writes word i of the claim in one with a neighbour: Apple Talk, AppleTalk.
func (e *evidence) joins(c *claim, i int) bool {
	for k := max(0, i-1); k <= i && k+1 < len(c.words); k++ {
		both := c.words[k].exact + c.words[k+1].exact
		for _, t := range e.texts {
			if slices.ContainsFunc(t.words, func(p word) bool { return p.exact == both }) {
				return true
			}
		}
	}
	return false
}

// knownName says that the book knows word i, so that a small letter makes another word of it: Turkey, turkey.
func (c *claim) knownName(i int) bool { return c.cased && c.bookHas(entity{i, i + 1}) }

func (c *claim) bookHas(n entity) bool { return len(find(c.book, c.token(n.from, n.to))) > 0 }

func (t *text) holds(w *word, strict bool) bool {
	for i := range t.words {
		p := &t.words[i]
		if strict && t.cased && !p.cap || p.digit {
			continue
		}
		if p.exact == w.exact || p.stem == w.stem && !p.function || derived(p.exact, w.exact) || misspelt(p, w) {
			return true
		}
	}
	return t.spells(w)
}

// derived says that one form is the other with an ending that makes a people or an adjective of a place.
func derived(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 4 {
		return false
	}
	n := 0
	for n < len(a) && a[n] == b[n] {
		n++
	}
	if n < len(a)-1 || n < 4 {
		return false
	}
	switch b[n:] {
	case "n", "an", "ian", "ien", "i", "ism", "ist", "ists", "ese", "ish", "er", "ers", "ns", "ans", "ians", "is", "s", "es":
		return len(a[n:]) <= 1
	}
	return false
}

// misspelt says that two capitalised words of six letters or more differ by one letter: two spellings of a foreign name.
func misspelt(p, w *word) bool {
	if !p.cap || !w.cap || utf8.RuneCountInString(p.exact) < 6 || utf8.RuneCountInString(w.exact) < 6 {
		return false
	}
	return withinOne([]rune(p.exact), []rune(w.exact))
}

// withinOne says that one insertion, deletion or substitution at most makes b of a. The first letter must be the same.
func withinOne(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || string(a[i+1:]) == string(b[i+1:])
	}
	return string(a[i:]) == string(b[i+1:])
}

// spells says whether w is an acronym of words that stand together in t, of which the outer ones have capitals.
func (t *text) spells(w *word) bool {
	if !w.caps || utf8.RuneCountInString(w.exact) > 8 {
		return false
	}
	for i := range t.words {
		if t.words[i].cap && t.spellsFrom(i, w.exact) {
			return true
		}
	}
	return false
}

// spellsFrom matches the letters of acronym with the words from i on; small words may be left out.
func (t *text) spellsFrom(i int, acronym string) bool {
	for n, r := range acronym {
		for i < len(t.words) && n > 0 && (t.words[i].function || particles[t.words[i].exact]) && !strings.HasPrefix(t.words[i].exact, string(r)) {
			i++
		}
		if i >= len(t.words) || n > 0 && t.words[i].before > hyphen || !t.words[i].cap && !t.words[i].function {
			return false
		}
		if first, _ := utf8.DecodeRuneInString(t.words[i].exact); first != r {
			return false
		}
		i++
	}
	return true
}

// abbreviates says whether the evidence has the claim's name as an acronym.
func (e *evidence) abbreviates(c *claim, n entity) bool {
	if n.to-n.from < 2 {
		return false
	}
	full, short := c.initials(n.from, n.to), ""
	for i := n.from; i < n.to; i++ {
		if !particles[c.words[i].exact] {
			short += c.initials(i, i+1)
		}
	}
	for _, t := range append(e.texts[:len(e.texts):len(e.texts)], e.before()...) {
		for i := range t.words {
			if p := &t.words[i]; p.caps && (p.exact == full || p.exact == short) {
				return true
			}
		}
	}
	return false
}

// alias says whether the evidence holds the claim's name under another form that the book knows.
func (e *evidence) alias(c *claim, n entity) bool {
	claimed := find(c.book, c.token(n.from, n.to))
	if len(claimed) == 0 {
		return false
	}
	for _, texts := range [][]*text{e.texts, e.before()} {
		for _, t := range texts {
			for _, m := range find(c.book, t.raw) {
				if allSame(c.book, c.token(n.from, n.to), claimed, t.raw[m.Start:m.End]) {
					return true
				}
			}
		}
	}
	return false
}

func allSame(book *names.Book, in string, claimed []names.Match, form string) bool {
	for _, m := range claimed {
		if same(book, in[m.Start:m.End], form) {
			return true
		}
	}
	return false
}

// script is that of most of the text's letters.
func (t *text) script() *unicode.RangeTable {
	best, most := unicode.Latin, 0
	for _, table := range []*unicode.RangeTable{unicode.Latin, unicode.Arabic, unicode.Cyrillic, unicode.Devanagari, unicode.Han} {
		n := 0
		for _, r := range t.raw {
			if unicode.Is(table, r) {
				n++
			}
		}
		if n > most {
			best, most = table, n
		}
	}
	return best
}

func (e *evidence) script() *unicode.RangeTable {
	if len(e.texts) == 0 {
		return unicode.Latin
	}
	return e.texts[0].script()
}

// capitalNouns says that the claim is in a language that gives every noun a capital: German, told by its small words.
func (c *claim) capitalNouns() bool {
	n := 0
	for i := range c.words {
		switch c.words[i].exact {
		case "der", "das", "und", "ist", "nicht", "ein", "eine", "wurde", "wurden", "mit", "von", "auf", "dem", "den", "nach", "zu", "sich":
			n++
		}
	}
	return n*8 >= len(c.words)
}

// precedes says that what precedes the quotes holds word i of the claim.
func (e *evidence) precedes(c *claim, i int) bool {
	for _, t := range e.before() {
		if t.holds(&c.words[i], false) {
			return true
		}
	}
	return false
}
