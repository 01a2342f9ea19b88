package gate

import (
	"slices"
	"strings"
)

// denials are words that turn round what they govern by their meaning, by stem.
var denials = set(`deni deny refus refusal denial reject fail failur declin lack unabl inabl unwil prevent avoid dismiss impossibl unlik`)

// conjunctions end the reach of a negation or of a modal verb.
var conjunctions = set(`but while although though because since when if unless whereas yet however until despite aber und während weil ama fakat لیکن مگر`)

// reachOf is the end of the words that a marker at word i governs: to the end of its clause.
func (t *text) reachOf(i int) int {
	content := 0
	for k := i + 1; k < len(t.words); k++ {
		w := &t.words[k]
		switch {
		case w.sentence != t.words[i].sentence || w.before >= clause || w.exact == "until" || conjunctions[w.exact] && content > 0:
			return k
		case w.before == comma && content > 0, w.exact == "and" && content > 0:
			return k
		case content == 0 && t.isNegator(k) && t.isNegator(i):
			return k
		}
		if !w.function {
			content++
		}
	}
	return len(t.words)
}

// isNegator says that word i denies: "no" before a comparison or a number of a series does not.
func (t *text) isNegator(i int) bool {
	w := &t.words[i]
	next := t.exactAt(i + 1)
	switch {
	case w.exact == "yet":
		return next == "to"
	case w.exact == "rather" || w.exact == "instead":
		return next == "than" || next == "of"
	case !negators[w.exact]:
		return false
	case w.exact == "nor":
		return !slices.ContainsFunc(t.words[:i], func(p word) bool { return p.exact == "neither" && p.sentence == w.sentence })
	case w.exact == "no":
		if i+1 < len(t.words) && t.words[i+1].digit {
			return false
		}
	}
	switch {
	case w.exact == "not" && litotes[next]:
		return false
	case w.exact == "not" && (next == "more" || next == "less"):
		return t.exactAt(i+2) != "than"
	}
	return !slices.Contains([]string{"only", "fewer", "more", "less", "later", "doubt", "just", "merely", "least", "sooner", "matter", "most", "until"}, next)
}

// denies says that word i turns round what follows it. Failing at something denies it only before "to".
func (t *text) denies(i int) bool {
	if t.isNegator(i) {
		return true
	}
	switch stem := t.words[i].stem; stem {
	case "keep", "kept", "stop":
		return t.fromBehind(i)
	case "fail", "failur", "declin", "unabl", "inabl", "unwil":
		return t.exactAt(i+1) == "to"
	default:
		return denials[stem]
	}
}

// fromBehind says that "from" and a verb stand behind word i: kept him from leaving.
func (t *text) fromBehind(i int) bool {
	for k := i + 1; k < min(len(t.words)-1, i+5) && t.words[k].before < comma; k++ {
		if t.words[k].exact == "from" {
			return strings.HasSuffix(t.words[k+1].exact, "ing")
		}
	}
	return false
}

// litotes are the negative words that "not" undoes: "not unusual".
var litotes = set("unusual unlike uncommon unlikely unwilling unknown unaware unreasonable unfamiliar unexpected unheard unimportant")

// polarity counts for each word the negations that govern it.
func (t *text) polarity() []int {
	out := make([]int, len(t.words))
	for i := range t.words {
		if !t.denies(i) {
			continue
		}
		for k := i + 1; k < t.reachOf(i); k++ {
			out[k]++
		}
	}
	return out
}

// targets are the items that a marker at word i bears on: the first content words in its reach, two of them, or three where
// it denies the subject ("no side accepted").
func (t *text) targets(items []item, i int) []int {
	var out []int
	end := t.reachOf(i)
	for k := range items {
		if it := &items[k]; it.kind == plain && it.from > i && it.from < end {
			if len(out) > 0 && t.says(it.from) {
				break // "asked not to be named said"
			}
			if out = append(out, k); len(out) == 3 || len(out) == 2 && !ofSubject[t.words[i].exact] {
				break
			}
		}
	}
	return out
}

// ofSubject are negators that stand with a noun, so that the verb comes later.
var ofSubject = set("no neither none nobody kein keine")

// negationFlags flags a statement that is denied on one side and made on the other.
func (a *alignment) negationFlags() []flag {
	claimed, stated := a.c.polarity(), a.w.t.polarity()
	var out []flag
	for _, m := range a.c.markers(0, len(a.c.words)) {
		var met []pair
		for _, i := range a.c.targets(a.items, m) {
			met = append(met, pair{i, a.other(i)})
		}
		if p, ok := a.turned(met, claimed, stated, ofSubject[a.c.words[m].exact]); ok && !a.sameDenial(m, p.passage) {
			it := &a.items[p.claim]
			out = append(out, flag{Reason: Reason{Rule: "negation", Claim: a.c.token(min(m, it.from), max(m+1, it.to)), Passage: a.passageToken(p.passage)}})
		}
	}
	for _, m := range a.w.t.markers(a.w.words()) {
		var met []pair
		for _, j := range a.w.t.targets(a.w.items, m) {
			met = append(met, pair{a.otherBack(j), j})
		}
		if p, ok := a.turned(met, claimed, stated, ofSubject[a.w.t.words[m].exact]); ok && !a.deniesToo(m) {
			it := &a.w.items[p.passage]
			out = append(out, flag{Reason: Reason{Rule: "negation", Claim: a.claimToken(p.claim), Passage: a.w.t.token(min(m, it.from), max(m+1, it.to))}})
		}
	}
	return out[:min(len(out), 2)]
}

// turned is the first of the pairs that one side denies and the other does not. Where all must be turned, one that is not
// acquits the rest.
func (a *alignment) turned(met []pair, claimed, stated []int, all bool) (pair, bool) {
	found, ok := pair{}, false
	for _, p := range met {
		if p.claim < 0 || p.passage < 0 || !a.near(p.claim, p.passage) || a.onlyBothSay(p) {
			continue
		}
		odd := (claimed[a.items[p.claim].from]+stated[a.w.items[p.passage].from])%2 == 1
		if !odd && all {
			return pair{}, false
		}
		if odd && !ok {
			found, ok = p, true
		}
	}
	return found, ok
}

// onlyBothSay says that two words share no more than being verbs of speech: "refused to say" is not what someone added.
func (a *alignment) onlyBothSay(p pair) bool {
	x, y := &a.c.words[a.items[p.claim].from], &a.w.t.words[a.w.items[p.passage].from]
	return x.stem != y.stem && (speech[x.stem] || speech[x.exact]) && (speech[y.stem] || speech[y.exact])
}

// markers are the words of from..to that deny.
func (t *text) markers(from, to int) []int {
	var out []int
	for i := from; i < to; i++ {
		if t.denies(i) {
			out = append(out, i)
		}
	}
	return out
}

// words is the range of words of a window.
func (w *window) words() (from, to int) {
	for from < len(w.t.words) && w.t.words[from].sentence < w.first {
		from++
	}
	for to = from; to < len(w.t.words) && w.t.words[to].sentence <= w.last; to++ {
	}
	return from, to
}

// ofCharges are denials that often follow what they deny in a sentence of their own.
var ofCharges = set("deni deny reject dismiss")

// sameDenial says that the claim's denial at word m is the passage's too, of a charge that it names in other words:
// "denies the charge".
func (a *alignment) sameDenial(m, j int) bool {
	stem := a.c.words[m].stem
	if !denials[stem] {
		return false
	}
	senses := sensesOf(&a.c.words[m])
	from, to := a.w.words()
	for i := from; i < to; i++ {
		w := &a.w.t.words[i]
		if !ofCharges[stem] && w.sentence != a.w.t.words[a.w.items[j].from].sentence {
			continue
		}
		if w.stem == stem || akin(senses, sensesOf(w)) {
			return a.w.t.isNegated(i) == a.c.isNegated(m)
		}
	}
	return false
}

// deniesToo says that the claim has the passage's denial at word m as well.
func (a *alignment) deniesToo(m int) bool {
	w := &a.w.t.words[m]
	if !denials[w.stem] {
		return false
	}
	for i := range a.c.words {
		if a.c.words[i].stem == w.stem {
			return a.c.isNegated(i) == a.w.t.isNegated(m)
		}
	}
	return false
}

// isNegated says that an odd number of negations governs word i.
func (t *text) isNegated(i int) bool { return t.polarity()[i]%2 == 1 }

// other is the window's item that stands for item i of the claim: its mate, or the only one that it may be; otherwise -1.
func (a *alignment) other(i int) int {
	if a.mate[i] >= 0 {
		return a.mate[i]
	}
	found := -1
	for j, ok := range a.equal[i] {
		if ok {
			if found >= 0 {
				return -1
			}
			found = j
		}
	}
	return found
}

// otherBack is the claim's item that stands for item j of the window, or -1.
func (a *alignment) otherBack(j int) int {
	if a.back[j] >= 0 {
		return a.back[j]
	}
	found := -1
	for i := range a.items {
		if a.equal[i][j] {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}
