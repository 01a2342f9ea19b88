package gate

// adverbs disclaim the words that they stand against, beside the words of hearsay.
var adverbs = set("possibly perhaps maybe probably likely potentially potential possible probable")

// adverbFlags flags the loss of a disclaimer ("reportedly", "probably"): the passage has more of them, before words that the
// claim repeats, than the claim has reservations of its own.
func (a *alignment) adverbFlags() []flag {
	var lost []flag
	own := a.reservations()
	from, to := a.w.words()
	for m := from; m < to; m++ {
		if g := a.w.t.hedgeAt(m); g == 0 || g != hearsay && !adverbs[a.w.t.words[m].exact] {
			continue
		}
		j := a.disclaimed(m)
		if j < 0 || a.charged(m) {
			continue
		}
		it := &a.w.items[j]
		lost = append(lost, flag{Reason: Reason{Rule: "hedge", Claim: a.claimToken(a.otherBack(j)), Passage: a.w.t.token(min(m, it.from), max(m+1, it.to))}})
	}
	if len(lost) <= own {
		return nil
	}
	return lost[own:]
}

// charged says that the disclaimer at word m stands in what someone claims, and that the claim says that it is claimed.
func (a *alignment) charged(m int) bool {
	for k := 0; k < m; k++ {
		if a.w.t.hedgeAt(k) != charge || a.w.t.words[k].sentence != a.w.t.words[m].sentence || a.w.t.reachOf(k) <= m {
			continue
		}
		for i := range a.c.words {
			if a.c.hedgeAt(i) == charge && a.c.words[i].stem == a.w.t.words[k].stem {
				return true
			}
		}
	}
	return false
}

// anonymous are words by which a report says that it does not name its source.
var anonymous = set("anonymity anonymous anonymously unnamed unidentified")

// anonymousFlags flags what only an unnamed source says and the claim says as a fact.
func (a *alignment) anonymousFlags() []flag {
	if a.c.attributes() {
		return nil
	}
	from, to := a.w.words()
	for m := from; m < to; m++ {
		w := &a.w.t.words[m]
		if !anonymous[w.exact] && !(w.exact == "named" && a.w.t.isNegated(m)) {
			continue
		}
		for j := range a.w.items {
			it := &a.w.items[j]
			i := a.otherBack(j)
			if i >= 0 && it.kind == plain && it.from > m && a.w.t.words[it.from].sentence == w.sentence && a.near(i, j) {
				return []flag{{Reason: Reason{Rule: "hedge", Claim: a.claimToken(i), Passage: a.w.t.token(m, m+1)}}}
			}
		}
	}
	return nil
}

// attributes says that the text gives a source or has a reservation.
func (t *text) attributes() bool {
	for i := range t.words {
		if t.says(i) || t.hedgeAt(i) != 0 {
			return true
		}
	}
	return false
}

// disclaimed is the item behind the disclaimer at word m, or before it at the end of its clause, that the claim repeats; or -1.
func (a *alignment) disclaimed(m int) int {
	end := a.w.t.reachOf(m)
	last := -1
	for j := range a.w.items {
		it := &a.w.items[j]
		if it.kind == minor || a.w.t.hedgeAt(it.from) != 0 {
			continue
		}
		if it.to <= m {
			last = j
			continue
		}
		if it.from >= end {
			break
		}
		if i := a.otherBack(j); i >= 0 && a.near(i, j) {
			return j
		}
		return -1
	}
	if last >= 0 && a.otherBack(last) >= 0 {
		return last
	}
	return -1
}

// reservations counts the claim's hedges that no other hedge of the window accounts for.
func (a *alignment) reservations() int {
	spare := map[string]int{}
	from, to := a.w.words()
	for m := from; m < to; m++ {
		if g := a.w.t.hedgeAt(m); g != 0 && g != hearsay && !adverbs[a.w.t.words[m].exact] {
			spare[a.w.t.words[m].stem]++
		}
	}
	n := 0
	for m := range a.c.words {
		g := a.c.hedgeAt(m)
		if g == 0 && !a.reports(m) || g == future {
			continue
		}
		if s := a.c.words[m].stem; spare[s] > 0 {
			spare[s]--
			continue
		}
		n++
	}
	return n
}
