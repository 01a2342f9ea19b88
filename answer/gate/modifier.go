package gate

// modifierFlags flags a noun that the claim gives to one name and the passage, each time, to another: Dutch officials for
// Danish officials.
func (a *alignment) modifierFlags() []flag {
	var out []flag
	for n := range a.items {
		i := modifier(a.c.text, a.items, n)
		if i < 0 {
			continue
		}
		if j := a.otherModifier(n, i); j >= 0 && a.nations(n, i, j) && !a.modifies(n, j) {
			out = append(out, flag{Reason: a.slot(i, j)})
		}
	}
	return out
}

// nations says that the book knows both names, or that the noun is one for people who act: other names before other nouns
// may be a place and a person.
func (a *alignment) nations(n, i, j int) bool {
	exact := a.c.words[a.items[n].from].exact
	return a.items[i].form != "" && a.w.items[j].form != "" || titles[exact] || commonHeads[exact] || generic[a.c.words[a.items[n].from].stem]
}

// modifies says that the claim has the noun n with the window's name j as well.
func (a *alignment) modifies(n, j int) bool {
	for k := range a.items {
		if a.items[k].kind != plain || a.c.words[a.items[k].from].stem != a.c.words[a.items[n].from].stem {
			continue
		}
		if i := modifier(a.c.text, a.items, k); i >= 0 && a.equal[i][j] {
			return true
		}
	}
	return false
}

// otherModifier is the name that modifies the claim's noun n in the window, -1 where some place has it without a name, with
// the claim's own name i, or not at all.
func (a *alignment) otherModifier(n, i int) int {
	found := -1
	stem := a.c.words[a.items[n].from].stem
	for k := range a.w.items {
		if a.w.items[k].kind != plain || a.w.t.words[a.w.items[k].from].stem != stem {
			continue
		}
		j := modifier(a.w.t, a.w.items, k)
		if j < 0 || a.equal[i][j] || a.apposed(&a.items[i], &a.w.items[j]) {
			return -1
		}
		found = j
	}
	return found
}

// modifier is the name that stands before the noun n in its phrase, with one more noun between at most; or -1.
func modifier(t *text, items []item, n int) int {
	if items[n].kind != plain || t.isVerb(items[n].from) || auxiliaries[t.words[items[n].from].exact] {
		return -1
	}
	for k := n - 1; k >= max(0, n-2); k-- {
		if items[k].to != items[k+1].from || t.words[items[k+1].from].before > hyphen {
			return -1
		}
		if items[k].kind == name {
			return k
		}
		if items[k].kind != plain || t.isVerb(items[k].from) {
			return -1
		}
	}
	return -1
}
