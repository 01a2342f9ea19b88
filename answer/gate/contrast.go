package gate

// excludes says that the words of two items cannot both be said of one thing.
func (a *alignment) excludes(x, y *item) bool {
	if x.kind != y.kind || x.kind > minor {
		return false
	}
	return opposed(x.senses, y.senses) || x.kind == plain && reversed(a.c.words[x.from].exact, a.w.t.words[y.from].exact)
}

// agree says that item i of the claim and item j of the window are both denied or both not.
func (a *alignment) agree(i, j int) bool {
	return a.c.isNegated(a.items[i].from) == a.w.t.isNegated(a.w.items[j].from)
}

// contrastFlags flags a word that excludes the passage's word among the same neighbours: rose for fell, before for after. Where
// one of them is denied, they agree.
func (a *alignment) contrastFlags() []flag {
	var out []flag
	for i := range a.items {
		x := &a.items[i]
		if x.kind != plain || a.covered[i] {
			continue
		}
		for j := range a.w.items {
			y := &a.w.items[j]
			if a.excludes(x, y) && a.lacks(j) && a.near(i, j) && a.agree(i, j) {
				out = append(out, flag{Reason: a.slot(i, j)})
			}
		}
	}
	return out
}
