package gate

// scopes say how much of a thing is meant, from a part to the whole.
var scopes = scopeTable(
	`some several few certain part portion one`,
	`half many`,
	`most majority`,
	`all every each both entire whole`,
)

func scopeTable(lists ...string) map[string]int {
	m := map[string]int{}
	for rank, list := range lists {
		for w := range set(list) {
			m[w] = rank + 1
		}
	}
	return m
}

const (
	wholeScope = 4
	// scopeReach is how many words stand between a scope and what it is of, at most: "one of the two northern districts".
	scopeReach = 5
)

// scopeFlags flags a thing of which the claim tells more than the passage: all bridges for some of the bridges.
func (a *alignment) scopeFlags() []flag {
	from, to := a.w.words()
	var out []flag
	last := -1
	for i := range a.c.words {
		noun := &a.c.words[i]
		at, claimed := a.c.text.scopeOf(i, 0)
		if noun.function || claimed < 3 || at == last {
			continue
		}
		told, word := 0, -1
		for m := from; m < to; m++ {
			if a.w.t.words[m].stem != noun.stem {
				continue
			}
			k, rank := a.w.t.scopeOf(m, from)
			if rank == 0 { // the passage speaks of them all
				rank = wholeScope
			}
			if told < rank {
				told, word = rank, k
			}
		}
		if word >= 0 && told < claimed {
			last = at
			out = append(out, flag{Reason: Reason{Rule: "number", Claim: a.c.text.token(at, i+1), Passage: a.w.t.token(word, word+1)}})
		}
	}
	return out[:min(len(out), 2)]
}

// scopeOf is how much of the thing at word i is meant, and where that stands; 0 where nothing says.
func (t *text) scopeOf(i, from int) (at, rank int) {
	for k := i - 1; k >= max(from, i-scopeReach) && t.words[k+1].before <= hyphen; k-- {
		w := &t.words[k]
		if w.exact == "of" && k > from {
			part := t.words[k-1].exact
			if r := scopes[part]; r > 0 {
				return k - 1, r
			}
			if t.counted[k-1] >= 0 { // two of the bridges
				return k - 1, 1
			}
		}
		if r := scopes[w.exact]; r > 0 && w.exact != "one" && w.exact != "part" && w.exact != "portion" {
			return k, r
		}
		if !w.function && t.counted[k] < 0 && k < i-2 {
			break
		}
	}
	return -1, 0
}
