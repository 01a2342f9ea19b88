package gate

import (
	"strings"

	"parley/article/names"
)

// flag is a reason with its weight: a hard one rejects the sentence, another does so only where the sentence is close to
// what it cites.
type flag struct {
	Reason
	hard bool
}

// openers adds to the claim's names the word at its head that the evidence has as a name: a capital alone proves nothing there.
func (c *claim) openers(e *evidence) {
	if len(c.words) == 0 || !c.cased || len(c.names) > 0 && c.names[0].from == 0 {
		return
	}
	w := &c.words[0]
	if !w.cap || w.function || titles[w.exact] || c.dated[0] >= 0 || c.counted[0] >= 0 {
		return
	}
	for _, t := range e.texts {
		for i := range t.words {
			if p := &t.words[i]; p.cap && !p.first && !titles[p.exact] && (p.exact == w.exact || derived(p.exact, w.exact)) {
				c.names = append([]entity{{0, 1}}, c.names...)
				return
			}
		}
	}
}

func literal(c *claim, e *evidence) []flag {
	flags := c.quotationFlags(e)
	flags = append(flags, c.dateFlags(e)...)
	flags = append(flags, c.amountFlags(e)...)
	return append(flags, c.nameFlags(e)...)
}

// claim is the sentence under test.
type claim struct {
	*text
	book  *names.Book
	names []entity
}

func readClaim(s string, book *names.Book) *claim {
	c := &claim{text: read(s), book: book}
	c.names = c.entities(book)
	return c
}

// evidence is what the sentence cites.
type evidence struct {
	book    *names.Book
	quotes  []Quote
	texts   []*text
	befores []*text
	flat    []string
}

func readAll(quotes []Quote, book *names.Book) *evidence {
	e := &evidence{book: book, quotes: quotes}
	for _, q := range quotes {
		e.texts = append(e.texts, read(q.Text))
	}
	return e
}

// before reads what precedes the quotes, once.
func (e *evidence) before() []*text {
	if e.befores == nil {
		e.befores = make([]*text, len(e.quotes))
		for i, q := range e.quotes {
			e.befores[i] = read(q.Before)
		}
	}
	return e.befores
}

// verbatim is the quotes' texts as quotations are compared, once.
func (e *evidence) verbatim() []string {
	if e.flat == nil {
		for _, q := range e.quotes {
			e.flat = append(e.flat, verbatim(q.Text))
		}
	}
	return e.flat
}

func (c *claim) quotationFlags(e *evidence) []flag {
	var out []flag
	for _, q := range quotations(c.raw) {
		found := false
		for _, passage := range e.verbatim() {
			found = found || quoted(q, passage)
		}
		if !found {
			out = append(out, flag{Reason{Rule: "quotation", Claim: q, Passage: e.nearQuotation(q)}, true})
		}
	}
	return out
}

// nearQuotation is the quotation of the evidence that shares most words with q, or "".
func (e *evidence) nearQuotation(q string) string {
	best, most := "", 1
	have := set(verbatim(q))
	for _, quote := range e.quotes {
		for _, other := range quotations(quote.Text) {
			n := 0
			for w := range strings.FieldsSeq(verbatim(other)) {
				if have[w] {
					n++
				}
			}
			if n > most {
				best, most = other, n
			}
		}
	}
	return best
}

func (c *claim) dateFlags(e *evidence) []flag {
	var out []flag
	for _, d := range c.dates {
		if e.hasDate(d) {
			continue
		}
		out = append(out, flag{Reason{Rule: "date", Claim: c.token(d.from, d.to), Passage: e.nearDate(d)}, true})
	}
	return out
}

// hasDate says whether a passage gives d. The year may stand apart from the day, in the same passage.
func (e *evidence) hasDate(d date) bool {
	for _, t := range e.texts {
		for _, p := range t.dates {
			if p.covers(d) || d.year != 0 && d.month != 0 && p.covers(d.without()) && (p.year == 0 && t.hasYear(d.year)) {
				return true
			}
		}
		if d.month == 0 && d.day == 0 && d.weekday == 0 && t.hasYear(d.year+d.decade) {
			return true
		}
	}
	return false
}

func (t *text) hasYear(year int) bool {
	for _, p := range t.dates {
		if p.year == year {
			return true
		}
	}
	for i := range t.amounts {
		if a := &t.amounts[i]; !a.clock && len(a.values) > 0 && a.values[0] == float64(year) {
			return true
		}
	}
	return false
}

// nearDate is the first date of the evidence that is of d's kind, or "".
func (e *evidence) nearDate(d date) string {
	for _, t := range e.texts {
		for _, p := range t.dates {
			if (p.month != 0) == (d.month != 0) && (p.weekday != 0) == (d.weekday != 0) && (p.day != 0) == (d.day != 0) {
				return t.token(p.from, p.to)
			}
		}
	}
	return ""
}

func (c *claim) amountFlags(e *evidence) []flag {
	var out []flag
	for i := range c.amounts {
		a := &c.amounts[i]
		if a.small() {
			continue
		}
		near, fits := e.find(a)
		if fits || near == "" && e.inDate(a) {
			continue
		}
		out = append(out, flag{Reason{Rule: "number", Claim: c.shown(a), Passage: near}, true})
	}
	return append(out, c.vagueFlags(e)...)
}

// find looks for a in the evidence. near is an amount of the same value that counts something else, where there is one.
func (e *evidence) find(a *amount) (near string, fits bool) {
	for _, t := range e.texts {
		for i := range t.amounts {
			p := &t.amounts[i]
			if a.fits(p) {
				return "", true
			}
			if near == "" && a.equals(p) {
				near = t.shown(p)
			}
		}
	}
	return near, false
}

// inDate says whether a's value is part of a date of the evidence: "the 19th" for "October 19".
func (e *evidence) inDate(a *amount) bool {
	for _, t := range e.texts {
		for _, p := range t.dates {
			for _, v := range a.values {
				if n := int(v); float64(n) == v && n > 0 && (n == p.day || n == p.year || n == p.decade) {
					return true
				}
			}
		}
	}
	return false
}

// shown is an amount with its sign and its unit.
func (t *text) shown(a *amount) string {
	start, end := t.words[a.from].start, t.words[a.to-1].end
	if a.currency != "" {
		for sign := range signs {
			if strings.HasSuffix(t.raw[:start], sign) {
				start -= len(sign)
				break
			}
		}
	}
	if a.percent && strings.HasPrefix(t.raw[end:], "%") {
		end++
	}
	if a.to < len(t.words) && t.words[a.to].before <= hyphen && (units[t.words[a.to].exact] != "" || percents[t.words[a.to].exact]) {
		end = t.words[a.to].end
	}
	return t.raw[start:end]
}

// vagueFlags flags "hundreds" where the passage says "dozens".
func (c *claim) vagueFlags(e *evidence) []flag {
	var out []flag
	for i := range c.words {
		w := &c.words[i]
		if !vague[w.exact] {
			continue
		}
		other, found := "", false
		for _, t := range e.texts {
			for j := range t.words {
				p := &t.words[j]
				if p.exact == w.exact {
					found = true
				} else if vague[p.exact] && strings.HasSuffix(p.exact, "s") == strings.HasSuffix(w.exact, "s") {
					other = t.token(j, j+1)
				}
			}
		}
		if !found {
			out = append(out, flag{Reason{Rule: "number", Claim: c.token(i, i+1), Passage: other}, other != ""})
		}
	}
	return out
}
