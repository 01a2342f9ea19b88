package gate

import (
	"parley/article"
	"parley/article/names"
)

// Comparison is how a statement stands to one quote.
type Comparison struct {
	Result
	// Close is the share of the statement's content, what it changes left out, that the nearest sentence or pair holds: 0 to 1.
	Close float64
	// Against are the flags by which that place says something else of the same thing: another number, date, name or actor, or
	// the denial of it. Each names both tokens, and its rule is number, date or name where one stands for another. Empty where the quote is only silent.
	Against []Reason
	// Span is that place, as offsets into the quote's text.
	Span article.Span
}

// Compare holds a statement against one quote, for a rumour: whether the quote supports it, says otherwise, or is silent.
func Compare(statement string, q Quote, book *names.Book) Comparison {
	quotes := []Quote{q}
	c, e := readClaim(statement, book), readAll(quotes, book)
	c.openers(e)
	a := best(c, e)
	if a == nil {
		return Comparison{Result: Check(statement, quotes, book)}
	}
	cmp := Comparison{Result: Check(statement, quotes, book), Span: a.span()}
	against := a.against()
	if len(against) > 0 || cmp.Verdict != Supported {
		cmp.Against = against
	}
	cmp.Close = a.topic(against)
	return cmp
}

// against are the flags that oppose two tokens.
func (a *alignment) against() []Reason {
	var out []Reason
	add := func(flags []flag) {
		for _, f := range distinct(flags) {
			if f.Claim != "" && f.Passage != "" {
				out = append(out, a.named(f.Reason))
			}
		}
	}
	for _, one := range append(a.halves, a) {
		add(one.slotFlags())
		add(one.roleFlags())
		add(one.objectFlags())
	}
	add(a.bindingFlags())
	add(a.orderFlags())
	add(a.negationFlags())
	add(a.otherCounts())
	add(a.otherDates())
	return unique(out)
}

// named gives a slot flag the rule of what stands in the slot: a name, a number or a date; another word stays a slot.
func (a *alignment) named(r Reason) Reason {
	if r.Rule != "slot" {
		return r
	}
	for i := range a.items {
		if token := a.claimToken(i); token != r.Claim && !(a.items[i].kind == name && indexWords(r.Claim, token) >= 0) {
			continue
		}
		switch a.items[i].kind {
		case name:
			r.Rule = "name"
		case number:
			r.Rule = "number"
		case day:
			r.Rule = "date"
		}
		return r
	}
	return r
}

func unique(reasons []Reason) []Reason {
	var out []Reason
	seen := map[Reason]bool{}
	for _, r := range reasons {
		if !seen[r] {
			out, seen[r] = append(out, r), true
		}
	}
	return out
}

// otherCounts flags a number of the claim that the window lacks, where the window counts the same thing with another.
func (a *alignment) otherCounts() []flag {
	var out []flag
	for i := range a.items {
		if a.items[i].kind != number || a.covered[i] {
			continue
		}
		for j := range a.w.items {
			if a.w.items[j].kind == number && a.lacks(j) && a.sameMeasure(&a.items[i], &a.w.items[j]) && a.countSame(i, j) {
				out = append(out, flag{Reason: Reason{Rule: "number", Claim: a.claimToken(i), Passage: a.passageToken(j)}})
			}
		}
	}
	return out
}

// countSame says that both numbers stand by the same noun or the same neighbour, or are the only ones of their unit.
func (a *alignment) countSame(i, j int) bool {
	if noun := a.counts(i); noun >= 0 {
		return a.standsBy(j, noun)
	}
	return a.beside(i, j) || a.only(i, j)
}

// only says that the claim and the window have one number each that says what it counts, and both count the same.
func (a *alignment) only(i, j int) bool {
	mine, its := 0, 0
	for k := range a.items {
		if a.items[k].kind == number {
			mine++
		}
	}
	for k := range a.w.items {
		if a.w.items[k].kind == number {
			its++
		}
	}
	x, y := &a.c.amounts[a.c.counted[a.items[i].from]], &a.w.t.amounts[a.w.t.counted[a.w.items[j].from]]
	return mine == 1 && its == 1 && (x.percent && y.percent || x.currency != "" && x.currency == y.currency || x.unit != "" && x.unit == y.unit)
}

// otherDates flags a date of the claim where the window gives one other of the same kind and no more.
func (a *alignment) otherDates() []flag {
	var out []flag
	for i := range a.items {
		if a.items[i].kind != day || a.covered[i] {
			continue
		}
		other, n := -1, 0
		for j := range a.w.items {
			if a.w.items[j].kind == day && a.sameParts(&a.items[i], &a.w.items[j]) {
				other = j
				n++
			}
		}
		if n == 1 && a.lacks(other) {
			out = append(out, flag{Reason: Reason{Rule: "date", Claim: a.claimToken(i), Passage: a.passageToken(other)}})
		}
	}
	return out
}

// topic is the coverage of what the claim does not change.
func (a *alignment) topic(against []Reason) float64 {
	total, held := 0.0, 0.0
	for i := range a.items {
		if !a.covered[i] && a.changed(i, against) {
			continue
		}
		total += a.items[i].weight
		if a.covered[i] {
			held += a.items[i].weight
		}
	}
	if total == 0 {
		return 0
	}
	return held / total
}

func (a *alignment) changed(i int, against []Reason) bool {
	token := a.claimToken(i)
	for _, r := range against {
		if r.Claim == token || a.items[i].kind == name && indexWords(r.Claim, token) >= 0 {
			return true
		}
	}
	return false
}

// span is the window as offsets into its quote.
func (a *alignment) span() article.Span {
	spans := article.Sentences(a.w.t.raw)
	if len(spans) == 0 {
		return article.Span{End: len(a.w.t.raw)}
	}
	return article.Span{Start: spans[min(a.w.first, len(spans)-1)].Start, End: spans[min(a.w.last, len(spans)-1)].End}
}
