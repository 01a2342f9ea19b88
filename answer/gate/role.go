package gate

import (
	"slices"
	"strings"
)

// run is a name of several items: items from..to, to excluded.
type run struct{ from, to int }

// nearby is how many items may stand between a verb and the name that acts or is acted on.
const nearby = 1

// roleFlags flags a name that acts in the claim where the passage has it acted on, or only elsewhere.
func (a *alignment) roleFlags() []flag {
	var out []flag
	for v := range a.items {
		if a.items[v].kind != plain || !a.covered[v] || !a.c.isVerb(a.items[v].from) {
			continue
		}
		before, after := runBefore(a.c.text, a.items, v, nearby), runAfter(a.c.text, a.items, v, nearby)
		if passive(a.c.text, a.items, v) {
			before, after = after, before
			if !byBehind(a.c.text, a.items[v].to, reach) {
				before = run{}
			}
		}
		if f, ok := a.misplaced(v, before, true); ok {
			out = append(out, f)
		} else if f, ok := a.misplaced(v, after, false); ok {
			out = append(out, f)
		} else if f, ok := a.otherActor(v); ok {
			out = append(out, f)
		}
	}
	out = append(out, a.otherPeople()...)
	return out[:min(len(out), 2)]
}

// misplaced says that the claim's name r acts (or is acted on) by verb v, where the passage has another name in that place.
func (a *alignment) misplaced(v int, r run, acts bool) (flag, bool) {
	if r.from == r.to {
		return flag{}, false
	}
	var found flag
	bad := false
	for j, ok := range a.equal[v] {
		if !ok || !a.w.t.isVerb(a.w.items[j].from) {
			continue
		}
		left := acts != passive(a.w.t, a.w.items, j)
		mine, its := a.partners(j, left), a.partners(j, !left)
		if len(mine) == 0 || a.among(r, mine) {
			return flag{}, false
		}
		near := mine[0]
		if !a.among(r, its) && !(a.adjoins(near, j) && a.beside(v, j)) {
			return flag{}, false
		}
		bad = true
		found = flag{Reason: Reason{Rule: "role", Claim: a.phrase(r, v), Passage: a.w.t.token(min(a.w.items[j].from, a.w.items[near].from), max(a.w.items[j].to, a.w.items[near].to))}}
	}
	return found, bad
}

func (a *alignment) among(r run, items []int) bool {
	return slices.ContainsFunc(items, func(k int) bool { return a.isRun(r, k) })
}

// adjoins says that nothing but small words, a comma and "who", or an inset between commas, parts the window's name k from
// verb j.
func (a *alignment) adjoins(k, j int) bool {
	if k > j {
		j, k = k, j
	}
	from, to := a.w.items[k].to, a.w.items[j].from
	if at, ok := a.w.t.inset(to); ok && at == from {
		return true
	}
	return j-k == 1 && (from == to || !clauseBetween(a.w.t, from, to) || a.w.t.relative(from, to))
}

// partners are the names that may act by the window's verb j, or be acted on, on its left or its right, nearest first.
func (a *alignment) partners(j int, left bool) []int {
	if left {
		return a.actors(j)
	}
	t, items := a.w.t, a.w.items
	var out []int
	for k := j + 1; k < len(items) && !t.brokenBetween(items[j].to, items[k].from); k++ {
		if w := &t.words[items[k].from]; w.sentence != t.words[items[j].from].sentence || len(out) > 0 && t.finite(items[k].from) {
			break
		}
		if items[k].kind == name {
			out = append(out, k)
		}
	}
	return out
}

// actors are the names before verb j in its clause. What stands between two commas before the verb is passed over and taken in.
func (a *alignment) actors(j int) []int {
	t, items := a.w.t, a.w.items
	var out []int
	_, inset := t.inset(items[j].from)
	at := j
	verbal := true
	for i := items[j].from - 1; i >= 0 && t.words[i].sentence == t.words[items[j].from].sentence; i-- {
		w := &t.words[i]
		for at > 0 && items[at-1].from >= i {
			at--
		}
		if at < j && items[at].from == i && items[at].kind == name {
			out = append(out, at)
		}
		if verbal = verbal && (w.function || adverb(w.exact)); verbal && w.before < clause {
			continue // between the comma and the verb: "was later"
		}
		if !inset && (opensClause(w) || t.finite(i)) {
			break
		}
		if w.before >= clause || w.before == comma && !inset && !w.cap {
			break
		}
		inset = inset && w.before != comma
	}
	return out
}

// inset says that what stands before the verb at word i is closed by a comma, and gives the word at which it opens: "Kiprop,
// who had led, was".
func (t *text) inset(i int) (opens int, ok bool) {
	k := i
	for k > 0 && t.words[k].before < comma && (t.words[k-1].function || adverb(t.words[k-1].exact)) {
		k--
	}
	if t.words[k].before != comma {
		return 0, false
	}
	for k--; k > 0 && t.words[k].before < comma; k-- {
	}
	return k, t.words[k].before == comma
}

// opensClause says that a clause with a subject of its own begins with w.
func opensClause(w *word) bool {
	return conjunctions[w.exact] || w.exact == "after" || w.exact == "before" || w.exact == "that" || w.exact == "as" || w.exact == "who" || w.exact == "which"
}

// finite says that word i is a verb in the past or behind an auxiliary.
func (t *text) finite(i int) bool {
	w := &t.words[i]
	return !strings.HasSuffix(w.exact, "ing") && !w.cap && t.isVerb(i)
}

// relative says that a relative clause hangs on the name that ends at from: "Greve, who won".
func (t *text) relative(from, to int) bool {
	return to-from <= 3 && from < to && (t.words[from].exact == "who" || t.words[from].exact == "which")
}

// isRun says that the window's item k is part of the claim's name r.
func (a *alignment) isRun(r run, k int) bool {
	for i := r.from; i < r.to; i++ {
		if a.equal[i][k] || a.apposed(&a.items[i], &a.w.items[k]) {
			return true
		}
	}
	return false
}

func (a *alignment) phrase(r run, v int) string {
	from, to := a.items[r.from].from, a.items[r.to-1].to
	return a.c.token(min(from, a.items[v].from), max(to, a.items[v].to))
}

// runBefore is the name that stands before item v in its clause with at most skip items between, empty where there is none.
func runBefore(t *text, items []item, v, skip int) run {
	for k := v - 1; k >= 0 && k >= v-1-skip; k-- {
		if t.words[items[k].from].sentence != t.words[items[v].from].sentence || clauseBetween(t, items[k].to, items[v].from) {
			break
		}
		if items[k].kind == name {
			from := k
			for from > 0 && items[from-1].kind == name && items[from-1].to >= items[from].from-1 && t.words[items[from].from].before <= hyphen {
				from--
			}
			return run{from, k + 1}
		}
	}
	return run{}
}

// runAfter is the name that stands behind item v in its clause.
func runAfter(t *text, items []item, v, skip int) run {
	for k := v + 1; k < len(items) && k <= v+1+skip; k++ {
		if t.brokenBetween(items[v].to, items[k].from) {
			break
		}
		if items[k].kind == name {
			to := k + 1
			for to < len(items) && items[to].kind == name && items[to].from <= items[to-1].to+1 && t.words[items[to].from].before <= hyphen {
				to++
			}
			return run{k, to}
		}
	}
	return run{}
}

// isVerb says that word i looks like a verb: by its ending, by an auxiliary before it, or as a verb of speech.
func (t *text) isVerb(i int) bool {
	w := &t.words[i]
	if w.cap && !w.first {
		return false
	}
	if len(w.exact) > 4 && (strings.HasSuffix(w.exact, "ed") || strings.HasSuffix(w.exact, "ing") && isPassive(t, i)) || pastForms[w.exact] || speech[w.exact] {
		return true
	}
	if i == 0 {
		return false
	}
	return auxiliaries[t.words[i-1].exact] || strings.HasSuffix(w.exact, "s") && len(w.exact) > 3 && (speech[w.stem] || determiners[t.exactAt(i+1)] && !determiners[t.words[i-1].exact])
}

// auxiliaries stand before a verb.
var auxiliaries = set(`to will would can could may might must shall should did does do has have had not`)

func clauseBetween(t *text, from, to int) bool {
	for i := from; i <= to && i < len(t.words); i++ {
		if t.words[i].before >= comma || conjunctions[t.words[i].exact] || t.words[i].exact == "and" || t.words[i].exact == "that" {
			return true
		}
	}
	return false
}

// passive says that what stands before item v is acted on: "was hit", "hit by".
func passive(t *text, items []item, v int) bool {
	at := items[v].from
	return isPassive(t, at) || (at == 0 || !auxiliaries[t.words[at-1].exact]) && byBehind(t, items[v].to, 2)
}

// byBehind says that "by" stands within reach words behind from, in the same clause.
func byBehind(t *text, from, reach int) bool {
	for k := from; k < min(len(t.words), from+reach) && t.words[k].before < comma; k++ {
		if t.words[k].exact == "by" {
			return true
		}
	}
	return false
}

func isPassive(t *text, v int) bool {
	for k := max(0, v-2); k < v; k++ {
		switch t.words[k].exact {
		case "was", "were", "is", "are", "been", "being", "be":
			return true
		}
	}
	return false
}
