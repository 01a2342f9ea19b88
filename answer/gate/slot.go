package gate

import "strings"

// gap is what stands in the claim and in the passage between two equal neighbours: items from..to, to excluded.
type gap struct{ cFrom, cTo, pFrom, pTo int }

// maxGap is how many items a gap may have on either side to say anything.
const maxGap = 5

// gaps are the places where claim and passage differ between what they share, the heads and tails of both included.
func (a *alignment) gaps() []gap {
	var out []gap
	last := pair{-1, -1}
	for _, p := range append(a.pairs[:len(a.pairs):len(a.pairs)], pair{len(a.items), len(a.w.items)}) {
		g := gap{last.claim + 1, p.claim, last.passage + 1, p.passage}
		if last.claim < 0 { // before the first anchor only what stands near it counts
			g.pFrom = max(g.pFrom, g.pTo-maxGap)
		}
		if p.claim == len(a.items) {
			g.pTo = min(g.pTo, g.pFrom+maxGap)
		}
		if g.cFrom < g.cTo && g.pFrom < g.pTo && g.cTo-g.cFrom <= maxGap && g.pTo-g.pFrom <= maxGap {
			out = append(out, g)
		}
		last = p
	}
	return out
}

// slotFlags flags another name, number or date, or a word of the opposite sense, in the same place between equal neighbours.
func (a *alignment) slotFlags() []flag {
	var out []flag
	for _, g := range a.gaps() {
		for i := g.cFrom; i < g.cTo; i++ {
			for j := g.pFrom; j < g.pTo; j++ {
				if a.conflict(i, j, g) {
					out = append(out, flag{Reason: a.slot(i, j)})
				}
			}
		}
	}
	out = append(out, a.standInFlags()...)
	out = append(out, a.modifierFlags()...)
	return append(out, a.contrastFlags()...)
}

// standInFlags flags a name that has the passage's neighbours on both sides where the passage has another, however the rest
// was aligned.
func (a *alignment) standInFlags() []flag {
	var out []flag
	for i := range a.items {
		if a.items[i].kind != name || a.inPlace(i) {
			continue
		}
		for j := range a.w.items {
			if a.w.items[j].kind != name || a.equal[i][j] || a.mate[i] == j {
				continue
			}
			c, p := a.whole(i, j)
			if a.overlap(c, p) || !a.sameLead(c, p) || a.shared(c.from-1, p.from-1, -1) == 0 || a.shared(c.to, p.to, 1) == 0 {
				continue
			}
			if !a.apposed(&a.items[i], &a.w.items[j]) && !a.listed(i, j) {
				out = append(out, flag{Reason: a.slot(i, j)})
			}
		}
	}
	return out
}

// sameLead says that both names stand behind the same small word, or that none of them stands behind a preposition.
func (a *alignment) sameLead(c, p run) bool {
	x, y := a.c.text.lead(a.items[c.from].from), a.w.t.lead(a.w.items[p.from].from)
	return x == y || !prepositions[x] && !prepositions[y]
}

// lead is the small word right before word i, articles passed over, or "".
func (t *text) lead(i int) string {
	for i--; i >= 0 && t.words[i].function; i-- {
		if !determiners[t.words[i].exact] || t.words[i].exact == "of" {
			return t.words[i].exact
		}
	}
	return ""
}

var prepositions = set("in at on near from to into for by with of under over between against through across via and")

// inPlace says that the claim's name has the company that it has in the passage.
func (a *alignment) inPlace(i int) bool {
	if a.mate[i] < 0 {
		return false
	}
	c, p := a.name(a.items, a.c.text, i), a.name(a.w.items, a.w.t, a.mate[i])
	return a.shared(c.from-1, p.from-1, -1) > 0 && a.shared(c.to, p.to, 1) > 0
}

// overlap says that two names share a word.
func (a *alignment) overlap(c, p run) bool {
	for i := c.from; i < c.to; i++ {
		for j := p.from; j < p.to; j++ {
			if a.equal[i][j] {
				return true
			}
		}
	}
	return false
}

// slot is the reason for a conflict, with names whole.
func (a *alignment) slot(i, j int) Reason {
	if a.items[i].kind != name {
		return Reason{Rule: "slot", Claim: a.claimToken(i), Passage: a.passageToken(j)}
	}
	c, p := a.name(a.items, a.c.text, i), a.name(a.w.items, a.w.t, j)
	return Reason{Rule: "slot", Claim: a.c.token(a.items[c.from].from, a.items[c.to-1].to), Passage: a.w.t.token(a.w.items[p.from].from, a.w.items[p.to-1].to)}
}

// conflict says that item i of the claim stands where the passage has item j, and both cannot be.
func (a *alignment) conflict(i, j int, g gap) bool {
	x, y := &a.items[i], &a.w.items[j]
	if a.inGap(i, g) || a.claimInGap(j, g) {
		return false
	}
	if a.excludes(x, y) {
		return a.near(i, j) && a.agree(i, j) && (x.kind != minor || a.shared(i-1, j-1, -1) > 0 && a.shared(i+1, j+1, 1) > 0)
	}
	if x.kind != y.kind || x.kind == plain || x.kind == minor {
		return false
	}
	switch x.kind {
	case number:
		return a.sameMeasure(x, y) && a.beside(i, j)
	case day:
		return a.sameParts(x, y) && a.beside(i, j)
	}
	return a.stands(i, j) && !a.apposed(x, y) && !a.listed(i, j)
}

// stands says that the names at i and j have the same neighbours: on both sides, or three behind a name that opens the claim,
// or two where both stand at the same edge of their sentence. A reworded sentence has names in the same order too, but in
// other company.
func (a *alignment) stands(i, j int) bool {
	c, p := a.whole(i, j)
	left, right := a.shared(c.from-1, p.from-1, -1), a.shared(c.to, p.to, 1)
	if !a.sameLead(c, p) {
		return false
	}
	return left > 0 && right > 0 || right >= 3 && c.from == 0 || left+right >= 2 && a.edge(c, p)
}

// whole are the names of items i and j with their titles, unless both have the same one.
func (a *alignment) whole(i, j int) (c, p run) {
	c, p = a.name(a.items, a.c.text, i), a.name(a.w.items, a.w.t, j)
	if a.shared(c.from-1, p.from-1, -1) > 0 {
		return c, p
	}
	return a.titled(a.items, a.c.text, c), a.titled(a.w.items, a.w.t, p)
}

// titled takes in the titles before a name: "President Greve", "State of Qatar".
func (a *alignment) titled(items []item, t *text, r run) run {
	for r.from > 0 {
		before := &items[r.from-1]
		w := &t.words[before.from]
		apart := items[r.from].from - before.to
		if before.kind != plain || !titles[w.exact] || apart > 1 || apart == 1 && !particles[t.words[before.to].exact] || t.brokenBetween(before.to, items[r.from].from) {
			return r
		}
		r.from--
	}
	return r
}

// edge says that both names open or both close their sentence.
func (a *alignment) edge(c, p run) bool {
	return c.from == 0 && p.from == 0 || c.to == len(a.items) && p.to == len(a.w.items)
}

// shared counts the equal items from i and j on, in the given direction, up to three; where either text ends both must.
func (a *alignment) shared(i, j, step int) int {
	n := 0
	for ; n < 3 && i >= 0 && j >= 0 && i < len(a.items) && j < len(a.w.items) && a.equal[i][j]; n++ {
		i, j = i+step, j+step
	}
	return n
}

// name is the run of neighbouring items that make one name with item i.
func (a *alignment) name(items []item, t *text, i int) run {
	r := run{i, i + 1}
	for r.from > 0 && items[r.from-1].kind == name && items[r.from-1].to == items[r.from].from && t.words[items[r.from].from].before <= hyphen {
		r.from--
	}
	for r.to < len(items) && items[r.to].kind == name && items[r.to].from == items[r.to-1].to && t.words[items[r.to].from].before <= hyphen {
		r.to++
	}
	return r
}

// inGap says that the passage has item i in the same gap after all.
func (a *alignment) inGap(i int, g gap) bool {
	for j := g.pFrom; j < g.pTo; j++ {
		if a.equal[i][j] {
			return true
		}
	}
	return false
}

func (a *alignment) claimInGap(j int, g gap) bool {
	for i := g.cFrom; i < g.cTo; i++ {
		if a.equal[i][j] {
			return true
		}
	}
	return false
}

// beside says that items i and j share a neighbour.
func (a *alignment) beside(i, j int) bool { return a.shared(i-1, j-1, -1)+a.shared(i+1, j+1, 1) > 0 }

// near says that items i and j stand against the same anchor, or at the same distance from one.
func (a *alignment) near(i, j int) bool {
	if len(a.items) <= 2 {
		return true // "He was killed" has no company
	}
	for d := 1; d <= 3; d++ {
		for e := 1; e <= 3; e++ {
			if i-d >= 0 && j-e >= 0 && a.equal[i-d][j-e] || i+d < len(a.items) && j+e < len(a.w.items) && a.equal[i+d][j+e] {
				return true
			}
		}
	}
	return false
}

// sameMeasure says that two numbers count things of one kind as far as they say.
func (a *alignment) sameMeasure(x, y *item) bool {
	p, q := &a.c.amounts[a.c.counted[x.from]], &a.w.t.amounts[a.w.t.counted[y.from]]
	return p.percent == q.percent && p.clock == q.clock && (p.currency == "") == (q.currency == "") && sameUnit(p.unit, q.unit)
}

func (a *alignment) sameParts(x, y *item) bool {
	d, p := a.c.dates[a.c.dated[x.from]], a.w.t.dates[a.w.t.dated[y.from]]
	return (d.weekday != 0) == (p.weekday != 0) && (d.month != 0) == (p.month != 0)
}

// apposed says that the two names stand together somewhere in what is cited, so that one may be said for the other:
// "the Ruvenian minister Lena Hask".
func (a *alignment) apposed(x, y *item) bool {
	t := a.w.t
	for j := range a.w.items {
		z := &a.w.items[j]
		if z.kind != name || !a.c.same(x, t, z, a.book) {
			continue
		}
		from, to := min(z.from, y.from), max(z.to, y.to)
		if to-from <= 7 && t.oneNoun(from, to) {
			return true
		}
	}
	return false
}

// oneNoun says that the words from..to are names and titles alone.
func (t *text) oneNoun(from, to int) bool {
	for i := from; i < to; i++ {
		w := &t.words[i]
		if i > from && w.before > comma || !w.cap && !titles[w.exact] && !particles[w.exact] && w.exact != "the" && w.exact != "a" {
			return false
		}
		if w.exact == "and" {
			return false
		}
	}
	return true
}

// listed says that both names belong to one list in the claim and in the passage: "A, B and C" in another order.
func (a *alignment) listed(i, j int) bool {
	other := -1
	for k := range a.items {
		if a.equal[k][j] {
			other = k
		}
	}
	return other >= 0 && a.covered[i] && a.c.list(a.items[min(i, other)].to, a.items[max(i, other)].from)
}

// list says that only names, commas and conjunctions stand between words from..to.
func (t *text) list(from, to int) bool {
	for i := from; i < to; i++ {
		w := &t.words[i]
		if !w.cap && w.exact != "and" && w.exact != "or" && w.exact != "the" || w.before > comma {
			return false
		}
	}
	return strings.ContainsAny(t.raw[t.words[max(from-1, 0)].start:t.words[min(to, len(t.words)-1)].end], ",") || to-from <= 3
}
