package gate

import "strings"

// otherActor says that a common noun acts by verb v in the claim where another acts by it in the passage, which has the first
// elsewhere: "police blamed" for "relatives blamed". A noun that the passage lacks may be a synonym.
func (a *alignment) otherActor(v int) (flag, bool) {
	j := a.other(v)
	if v == 0 || j < 1 || !a.w.t.isVerb(a.w.items[j].from) || isPassive(a.c.text, a.items[v].from) != isPassive(a.w.t, a.w.items[j].from) {
		return flag{}, false
	}
	x, y := v-1, j-1
	for x > 0 && a.items[x].kind == minor {
		x--
	}
	for y > 0 && a.w.items[y].kind == minor {
		y--
	}
	from, to := a.w.items[y].to, a.w.items[j].from
	if a.items[x].kind != plain || a.w.items[y].kind != plain || a.equal[x][y] || !a.cited[x] || !a.lacks(y) || a.standsBefore(x, j) ||
		!a.c.carries(a.items[x].to, a.items[v].from) || !a.w.t.carries(from, to) ||
		a.shared(v+1, j+1, 1) == 0 || a.c.isVerb(a.items[x].from) || a.w.t.isVerb(a.w.items[y].from) {
		return flag{}, false
	}
	return flag{Reason: Reason{Rule: "role", Claim: a.c.token(a.items[x].from, a.items[v].to), Passage: a.w.t.token(a.w.items[y].from, a.w.items[j].to)}}, true
}

// otherPeople flags a noun for people that stands before three words of the passage in the place of another such noun, where
// the passage has the first elsewhere: "dockers angry at a new levy" for "owners angry at a new levy".
func (a *alignment) otherPeople() []flag {
	for i := range a.items {
		if a.items[i].kind != plain || !a.cited[i] || !people(a.c.words[a.items[i].from].exact) {
			continue
		}
		for j := range a.w.items {
			if a.w.items[j].kind == plain && !a.equal[i][j] && a.lacks(j) && people(a.w.t.words[a.w.items[j].from].exact) && a.shared(i+1, j+1, 1) >= 3 {
				return []flag{{Reason: Reason{Rule: "role", Claim: a.claimToken(i), Passage: a.passageToken(j)}}}
			}
		}
	}
	return nil
}

// people says that a noun names people by its ending or by itself.
func people(s string) bool {
	for _, e := range []string{"ers", "ors", "ists", "ants", "ians", "men", "ees"} {
		if len(s) > len(e)+2 && strings.HasSuffix(s, e) {
			return true
		}
	}
	return commonHeads[s]
}

// carries says that only auxiliaries and a relative pronoun stand among from..to: what is before acts by the verb behind.
func (t *text) carries(from, to int) bool {
	for i := from; i < to; i++ {
		switch e := t.words[i].exact; e {
		case "who", "which", "was", "were", "is", "are", "been", "be":
		default:
			if !auxiliaries[e] && !adverb(e) {
				return false
			}
		}
	}
	return true
}

// adverb says that a word may stand between an auxiliary and its verb.
func adverb(s string) bool {
	return strings.HasSuffix(s, "ly") || s == "later" || s == "soon" || s == "then" || s == "since"
}

// standsBefore says that the window's sentence has item x of the claim before its verb j.
func (a *alignment) standsBefore(x, j int) bool {
	for k := range a.w.items[:j] {
		if a.equal[x][k] && a.w.t.words[a.w.items[k].from].sentence == a.w.t.words[a.w.items[j].from].sentence {
			return true
		}
	}
	return false
}

// objectFlags flags a noun that stands right behind a verb in the claim and right before it in the passage: what was done by
// it is now done to it.
func (a *alignment) objectFlags() []flag {
	for v := range a.items {
		j := a.other(v)
		if a.items[v].kind != plain || j < 1 || !a.c.isVerb(a.items[v].from) || passive(a.c.text, a.items, v) || passive(a.w.t, a.w.items, j) {
			continue
		}
		for k := v + 1; k < len(a.items) && k <= v+2 && !a.c.brokenBetween(a.items[v].to, a.items[k].from); k++ {
			y := &a.w.items[j-1]
			if a.follows(k, j) {
				continue
			}
			if a.items[k].kind == plain && a.equal[k][j-1] && y.kind == plain && y.to == a.w.items[j].from && a.w.t.words[a.w.items[j].from].before == noBreak && !a.w.t.isVerb(y.from) && a.items[k].from-a.items[v].to <= 2 && !linked(a.c.text, a.items[v].to, a.items[k].from) {
				return []flag{{Reason: Reason{Rule: "role", Claim: a.c.token(a.items[v].from, a.items[k].to), Passage: a.w.t.token(y.from, a.w.items[j].to)}}}
			}
		}
	}
	return nil
}

// follows says that the window has item k of the claim behind verb j too.
func (a *alignment) follows(k, j int) bool {
	for l := j + 1; l < min(len(a.w.items), j+4); l++ {
		if a.equal[k][l] {
			return true
		}
	}
	return false
}

// linked says that a word other than an article stands among from..to: "attacked by men" has men act.
func linked(t *text, from, to int) bool {
	for i := from; i < to; i++ {
		if w := &t.words[i]; w.function && w.exact != "the" && w.exact != "a" && w.exact != "an" {
			return true
		}
	}
	return false
}
