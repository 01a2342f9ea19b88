package gate

import "parley/article/names"

// window is one sentence of a quote, or two neighbours: what a claim is held against.
type window struct {
	t *text
	// source numbers the quote.
	source int
	items  []item
	// first and last are its sentences.
	first, last int
}

// windows are the sentences of the quotes and their neighbouring pairs.
func (e *evidence) windows() []window {
	var out []window
	for source, t := range e.texts {
		items := t.items(e.book, t.entities(e.book))
		bounds := make([]int, t.sentences+1)
		for i, s := 0, 0; s <= t.sentences; s++ {
			for i < len(items) && t.words[items[i].from].sentence < s {
				i++
			}
			bounds[s] = i
		}
		for s := 0; s < t.sentences; s++ {
			out = append(out, window{t, source, items[bounds[s]:bounds[s+1]], s, s})
			if s+1 < t.sentences {
				out = append(out, window{t, source, items[bounds[s]:bounds[s+2]], s, s + 1})
			}
		}
	}
	return out
}

// pair is an item of the claim that stands for an item of the window.
type pair struct{ claim, passage int }

// alignment is a claim laid beside a window.
type alignment struct {
	c     *claim
	items []item
	w     window
	book  *names.Book
	// equal says for each item of the claim which of the window it may be.
	equal [][]bool
	// covered says which items of the claim the window holds anywhere.
	covered []bool
	// coverage is their weight, from 0 to 1.
	coverage float64
	// pairs are the longest run of common items in the same order.
	pairs []pair
	// mate and back give for each item its other in pairs, or -1.
	mate, back []int
	// cited says which items of the claim some window of the evidence holds.
	cited []bool
	// halves are the two sentences of a window that is a pair.
	halves []*alignment
	// before reads what precedes a quote.
	before func(source int) *text
}

func alignTo(c *claim, items []item, w window, e *evidence) *alignment {
	a := &alignment{c: c, items: items, w: w, book: c.book, equal: make([][]bool, len(items)), covered: make([]bool, len(items))}
	cells := make([]bool, len(items)*len(w.items))
	total, held := 0.0, 0.0
	for i := range items {
		a.equal[i], cells = cells[:len(w.items)], cells[len(w.items):]
		for j := range w.items {
			if c.same(&items[i], w.t, &w.items[j], c.book) {
				a.equal[i][j] = true
				a.covered[i] = true
			}
		}
		if !a.covered[i] && items[i].kind == name && e.precedes(c, items[i].from) {
			continue
		}
		total += items[i].weight
		if a.covered[i] {
			held += items[i].weight
		}
	}
	if total > 0 {
		a.coverage = held / total
	}
	return a
}

// best lays the claim beside every window and returns the closest; a pair must hold clearly more than its better half.
func best(c *claim, e *evidence) (a *alignment) {
	items := c.items(c.book, c.names)
	var all []*alignment
	for _, w := range e.windows() {
		all = append(all, alignTo(c, items, w, e))
	}
	score := func(a *alignment) float64 { return a.coverage - 0.08*float64(a.w.last-a.w.first) }
	for _, b := range all {
		if a == nil || score(b) > score(a) {
			a = b
		}
	}
	if a == nil {
		return nil
	}
	cited := make([]bool, len(items))
	for _, b := range all {
		for i, ok := range b.covered {
			cited[i] = cited[i] || ok
		}
		if b != a && b.w.t == a.w.t && b.w.first == b.w.last && b.w.first >= a.w.first && b.w.last <= a.w.last {
			a.halves = append(a.halves, b)
		}
	}
	for _, b := range append(a.halves, a) {
		b.before = func(source int) *text { return e.before()[source] }
		b.cited = cited
		b.lay()
	}
	return a
}

// lay finds the heaviest common subsequence of the claim and the window.
func (a *alignment) lay() {
	n, m := len(a.items), len(a.w.items)
	a.mate, a.back = unassigned(n), unassigned(m)
	score := make([]float64, (n+1)*(m+1))
	at := func(i, j int) *float64 { return &score[i*(m+1)+j] }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			s := max(*at(i+1, j), *at(i, j+1))
			if a.equal[i][j] {
				s = max(s, *at(i+1, j+1)+a.worth(i, j))
			}
			*at(i, j) = s
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case a.equal[i][j] && *at(i, j) == *at(i+1, j+1)+a.worth(i, j):
			a.pairs = append(a.pairs, pair{i, j})
			a.mate[i], a.back[j] = j, i
			i, j = i+1, j+1
		case *at(i+1, j) >= *at(i, j+1):
			i++
		default:
			j++
		}
	}
}

// worth is what a pair adds to an alignment: more where its neighbours are equal too.
func (a *alignment) worth(i, j int) float64 {
	w := a.items[i].weight + 0.01
	if i+1 < len(a.items) && j+1 < len(a.w.items) && a.equal[i+1][j+1] {
		w += 0.1
	}
	if i > 0 && j > 0 && a.equal[i-1][j-1] {
		w += 0.1
	}
	return w
}

// claimToken and passageToken are the text of an item.
func (a *alignment) claimToken(i int) string {
	if k := a.items[i].kind; k == number {
		return a.c.shown(&a.c.amounts[a.c.counted[a.items[i].from]])
	}
	return a.c.token(a.items[i].from, a.items[i].to)
}

func (a *alignment) passageToken(j int) string {
	it := &a.w.items[j]
	if it.kind == number {
		return a.w.t.shown(&a.w.t.amounts[a.w.t.counted[it.from]])
	}
	return a.w.t.token(it.from, it.to)
}

// held says whether the window holds the claim's item anywhere, and lacks says that the claim has nothing like the window's.
func (a *alignment) lacks(j int) bool {
	for i := range a.items {
		if a.equal[i][j] {
			return false
		}
	}
	return true
}

// uncovered is the first content word of the claim that the window lacks.
func (a *alignment) uncovered() string {
	for i := range a.items {
		if !a.covered[i] && a.items[i].kind != minor {
			return a.claimToken(i)
		}
	}
	return ""
}
