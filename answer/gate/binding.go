package gate

// reach is how many words behind a number its noun may stand.
const reach = 4

// bindingFlags flags a number that the passage gives to another thing: the thing that it counts in the claim stands by
// another number in the passage, and not by this one.
func (a *alignment) bindingFlags() []flag {
	var out []flag
	for i := range a.items {
		if a.items[i].kind != number {
			continue
		}
		noun := a.counts(i)
		if noun < 0 {
			continue
		}
		mine, other := a.bound(i, noun)
		if !mine && other >= 0 {
			out = append(out, flag{Reason: Reason{Rule: "binding", Claim: a.claimToken(i) + " " + a.claimToken(noun), Passage: a.passageToken(other) + " " + a.claimToken(noun)}})
		}
	}
	return out
}

// counts is the item that the number at i counts in the claim: the first content word behind it, before any comma, or -1.
func (a *alignment) counts(i int) int {
	from := a.items[i].to
	for k := i + 1; k < len(a.items); k++ {
		it := &a.items[k]
		if it.from-from >= reach || a.c.brokenBetween(from, it.from) || it.kind == number || it.kind == day {
			return -1
		}
		if it.kind == plain && units[a.c.words[it.from].exact] == "" {
			return a.head(k)
		}
	}
	return -1
}

// head is the last of the nouns that stand together from item k on: villages in "refugee villages".
func (a *alignment) head(k int) int {
	for k+1 < len(a.items) && a.items[k+1].kind == plain && a.items[k+1].from == a.items[k].to && a.c.words[a.items[k+1].from].before <= hyphen && !a.c.isVerb(a.items[k+1].from) {
		k++
	}
	return k
}

// brokenBetween says that a comma or a stronger mark stands before some word of from..to, to included.
func (t *text) brokenBetween(from, to int) bool {
	for i := from; i <= to && i < len(t.words); i++ {
		if t.words[i].before >= comma {
			return true
		}
	}
	return false
}

// bound looks in the window for the noun behind this value (mine) and behind another number of the same kind (other, or -1).
func (a *alignment) bound(i, noun int) (mine bool, other int) {
	other = -1
	for j := range a.w.items {
		it := &a.w.items[j]
		if it.kind != number {
			continue
		}
		counted := a.standsBy(j, noun)
		if a.equal[i][j] {
			mine = mine || counted || a.loose(j)
		} else if counted && a.sameMeasure(&a.items[i], it) {
			other = j
		}
	}
	return mine, other
}

// standsBy says that the claim's noun is the noun of the window's number j: within reach behind it, before another number.
func (a *alignment) standsBy(j, noun int) bool {
	from := a.w.items[j].to
	for k := j + 1; k < len(a.w.items); k++ {
		it := &a.w.items[k]
		if it.from-from >= reach || a.w.t.brokenBetween(from, it.from) || it.kind == number {
			return false
		}
		if a.equal[noun][k] {
			return true
		}
	}
	return false
}

// loose says that the window's number j counts nothing that stands behind it: its noun was said before.
func (a *alignment) loose(j int) bool {
	to := a.w.items[j].to
	if to >= len(a.w.t.words) {
		return true
	}
	w := &a.w.t.words[to]
	return w.before >= comma || w.function
}

// orderFlags flags two numbers that changed places around the same small words: "six of the 19", "19 of the six".
func (a *alignment) orderFlags() []flag {
	for i := range a.items {
		for k := i + 1; k < len(a.items) && k <= i+3; k++ {
			if a.items[i].kind != number || a.items[k].kind != number {
				continue
			}
			j, l := a.other(i), a.other(k)
			if j >= 0 && l >= 0 && l < j && between(a.c.text, a.items[i].to, a.items[k].from) == between(a.w.t, a.w.items[l].to, a.w.items[j].from) {
				return []flag{{Reason: Reason{Rule: "binding", Claim: a.c.token(a.items[i].from, a.items[k].to), Passage: a.w.t.token(a.w.items[l].from, a.w.items[j].to)}}}
			}
		}
	}
	return nil
}

// between are the words from..to without articles.
func between(t *text, from, to int) string {
	s := ""
	for i := from; i < to; i++ {
		if e := t.words[i].exact; e != "the" && e != "a" && e != "its" {
			s += e + " "
		}
	}
	return s
}
