package gate

import "strings"

// grip is how a hedge holds what it governs.
type grip uint8

const (
	// hearsay is an adverb or an adjective that disclaims: reportedly, alleged.
	hearsay grip = iota + 1
	// charge is a verb whose object is one party's word: claims, accuses.
	charge
	// modal is a possibility, a condition or an intention: may, if, is considering.
	modal
	// future is what has not happened yet.
	future
)

// hedges are the words that keep a statement from being a plain fact, folded.
var hedges = hedgeTable(map[grip]string{
	hearsay: `reportedly allegedly purportedly supposedly apparently seemingly ostensibly alleged purported supposed unconfirmed rumoured
		rumored rumour rumor rumours rumors presumably presumed suspected unverified angeblich iddiaya göre مبینہ`,
	charge: `claim claims claimed claiming allege alleges alleging allegation allegations accuse accuses accused accusing accusation
		accusations suggest suggests suggested suggesting appear appears appeared seem seems seemed believe believes believed
		blame blames blamed blaming attribute attributes attributed suspect suspects think thinks thought argue argues argued contends contended according`,
	modal: `may might could possibly perhaps maybe probably likely potentially potential possible possibility probable consider
		considers considering mull mulls mulling weigh weighing plan plans planned planning propose proposes proposed
		proposal intend intends intended expect expects expected threaten threatens threatened threat hope hopes hoped if unless whether
		should ought demand demands demanded demanding seek seeks sought wants want wanted offer offers offered urge urges urged
		fear fears feared warn warns warned warning risk risks doubt doubts doubted doubting imagine imagines imagined
		pretend pretends pretended pretending wish wishes wished wishing`,
	future: `will would shall won't wont wouldn't wouldnt`,
})

func hedgeTable(words map[grip]string) map[string]grip {
	m := map[string]grip{}
	for g, list := range words {
		for w := range set(list) {
			m[w] = g
		}
	}
	return m
}

// weak verbs ask for something rather than doubt it; another verb may stand for them.
var weak = set(`fear fears feared warn warns warned warning risk risks argue argues argued
	think thinks thought believe believes believed`)

// hedgeFlags flags what the passage says with a reservation and the claim says without one.
func (a *alignment) hedgeFlags() []flag {
	var out []flag
	from, to := a.w.words()
	for m := from; m < to; m++ {
		g := a.w.t.hedgeAt(m)
		if g == 0 || g == hearsay || adverbs[a.w.t.words[m].exact] {
			continue
		}
		i, j := a.hedged(m, g)
		if i < 0 || !a.near(i, j) || a.keeps(i, g) || a.echoes(m) || weak[a.w.t.words[m].exact] && a.reworded(i) {
			continue
		}
		out = append(out, flag{Reason: Reason{Rule: "hedge", Claim: a.claimToken(i), Passage: a.w.t.token(min(m, a.w.items[j].from), max(m+1, a.w.items[j].to))}})
	}
	out = append(out, a.adverbFlags()...)
	out = append(out, a.anonymousFlags()...)
	return out[:min(len(out), 2)]
}

// echoes says that the claim has a word of the same sense as the hedge at word m: asked for demanded.
func (a *alignment) echoes(m int) bool {
	w := &a.w.t.words[m]
	senses := sensesOf(w)
	for i := range a.c.words {
		if p := &a.c.words[i]; p.stem == w.stem || akin(senses, sensesOf(p)) {
			return true
		}
	}
	return false
}

// hedgeAt is the grip of word i, 0 where it is none: May and Will may be names.
func (t *text) hedgeAt(i int) grip {
	w := &t.words[i]
	if t.dated[i] >= 0 || t.cased && w.cap && !w.first && (w.exact == "may" || w.exact == "will") {
		return 0
	}
	if fixed(w.exact, t.exactAt(i+1)) || i > 0 && w.exact == "possible" && t.words[i-1].exact == "as" {
		return 0
	}
	if w.exact == "reported" && i > 0 && (determiners[t.words[i-1].exact] || t.possessiveBefore(i)) {
		return hearsay
	}
	if w.exact == "said" && t.exactAt(i+1) == "to" && i+2 < len(t.words) && (t.exactAt(i+2) == "be" || t.exactAt(i+2) == "have") {
		return hearsay
	}
	if due[w.exact] && t.exactAt(i+1) == "to" && isPassive(t, i) && !determiners[t.exactAt(i+2)] {
		return future
	}
	if w.exact == "to" && i > 0 && (t.words[i-1].exact == "is" || t.words[i-1].exact == "are") && !determiners[t.exactAt(i+1)] {
		return future
	}
	if t.toBeSaid(i) {
		return modal
	}
	return hedges[w.exact]
}

// sayings are verbs that somebody can be made to use, and bidders those that make them.
var (
	sayings = set(`say says write writes state states report reports repeat repeats answer answers reply replies claim conclude confirm confirms
		declare declares admit admits acknowledge testify announce announces tell tells print prints`)
	bidders = set(`order orders ordered ordering instruct instructs instructed command commands commanded tell tells told telling ask asks
		asked asking urge urges urged want wants wanted require requires required force forces forced forcing press presses pressed
		pressing pay pays paid bribe bribes bribed teach teaches taught beg begs begged invite invites invited persuade persuades
		persuaded dare dares dared refuse refuses refused decline declines declined task job instructions must`)
	// anybody are those of whom it is not told that they say it.
	anybody = set("whoever anyone anybody nobody noone none no")
)

// bidReach is how many words may stand between a bidder and what is to be said.
const bidReach = 8

// toBeSaid says that word i begins what somebody is ordered or asked to say, "told his clerk to write that": that they say it is not
// reported, and much less that it is so.
func (t *text) toBeSaid(i int) bool {
	if !sayings[t.words[i].exact] || t.exactAt(i+1) != "that" && t.exactAt(i+2) != "that" {
		return false
	}
	if t.words[i].first && !strings.HasSuffix(t.words[i].exact, "s") || i > 0 && t.words[i-1].exact == "please" {
		return true
	}
	if i > 0 && t.words[i-1].exact == "to" {
		return t.oneOfBefore(bidders, i-1, bidReach)
	}
	return t.oneOfBefore(anybody, i, 3)
}

// oneOfBefore says that one of at most n words before word i, in its sentence, is in list.
func (t *text) oneOfBefore(list map[string]bool, i, n int) bool {
	for m := i - 1; m >= max(0, i-n) && t.words[m].sentence == t.words[i].sentence; m-- {
		if list[t.words[m].exact] {
			return true
		}
	}
	return false
}

// due are words that put off what follows "to": due to fly, set to resign.
var due = set("due set scheduled slated poised about going ready")

// fixed says that the word before next is no reservation but part of another phrase: claimed lives, appeared on television.
func fixed(word, next string) bool {
	switch word {
	case "could": // what could not be is told as a fact
		return next == "not"
	case "claim", "claims", "claimed", "claiming":
		return next == "lives" || next == "the" || next == "responsibility" || next == "victory" || next == "to" && word == "claim"
	case "offer", "offers", "offered", "plan", "plans", "planned", "seek", "seeks", "sought", "risk", "hope":
		return next != "to"
	case "demand", "demands", "threat", "proposal", "hopes", "estimate", "warning", "warns":
		return next == "for" || next == "of"
	case "appear", "appears", "appeared":
		return prepositions[next] || next == "before" || next == "until" || next == "as"
	}
	return false
}

// hedged is the first item that the hedge at word m bears on and that the claim has, in the claim and in the window; or -1.
func (a *alignment) hedged(m int, g grip) (i, j int) {
	reach := 3
	if g == future {
		reach = 1
	}
	seen := 0
	end := a.w.t.grasp(m, g)
	if a.w.t.words[m].exact == "according" {
		for m++; m < end && a.w.t.words[m].before < comma; m++ {
		}
		m--
	}
	if a.w.t.toBeSaid(m) {
		for m++; a.w.t.words[m].exact != "that"; m++ { // it is there
		}
	}
	for j := range a.w.items {
		it := &a.w.items[j]
		if it.kind != plain || it.from <= m || it.from >= end || hedges[a.w.t.words[it.from].exact] != 0 {
			continue
		}
		if i := a.otherBack(j); i >= 0 && (seen == 0 || a.most(m, end)) {
			return i, j
		}
		if seen++; seen == reach {
			break
		}
	}
	return -1, -1
}

// grasp is the end of the words that a hedge governs: its clause, and for a charge or a condition the sentence.
func (t *text) grasp(m int, g grip) int {
	if t.words[m].exact == "according" || t.words[m].exact == "if" {
		end := m
		for end < len(t.words) && t.words[end].sentence == t.words[m].sentence {
			end++
		}
		return end
	}
	return t.reachOf(m)
}

// most says that the claim has at least half of the content of the window's words from..to.
func (a *alignment) most(from, to int) bool {
	n, have := 0, 0
	for j := range a.w.items {
		if it := &a.w.items[j]; it.from > from && it.from < to && it.kind != minor {
			n++
			if a.otherBack(j) >= 0 {
				have++
			}
		}
	}
	return 2*have >= n
}

// keeps says that the claim has a reservation of its own over item i, strong enough for a hedge of grip g.
func (a *alignment) keeps(i int, g grip) bool {
	t := a.c.text
	at := a.items[i].from
	for m := range t.words {
		if t.words[m].sentence != t.words[at].sentence {
			continue
		}
		h := t.hedgeAt(m)
		attributed := h == charge || speech[t.words[m].stem] || speech[t.words[m].exact]
		switch {
		case h == 0 && !attributed:
			continue
		case g == charge && (attributed || h == hearsay):
			return true
		case g == hearsay && (h == hearsay || h == charge || a.reports(m)):
			return true
		case (g == modal || g == future) && weak[t.words[m].exact] && a.past(i):
			continue
		case g == modal && h == future && t.words[m].exact != "would":
			continue
		case (g == modal || g == future) && h != 0 && h != charge && (m <= at && at < t.grasp(m, h) || t.clauseOf(m) == t.clauseOf(at)):
			return true
		case g == modal && h == hearsay:
			return true
		}
	}
	return g == future && !a.past(i)
}

// reports says that "reports" at word m is the source: "reports say".
func (a *alignment) reports(m int) bool {
	if !speech[a.c.words[m].stem] && !speech[a.c.words[m].exact] {
		return false
	}
	for k := max(0, m-2); k < m; k++ {
		if e := a.c.words[k].exact; e == "reports" || e == "media" || e == "report" || e == "sources" {
			return true
		}
	}
	return false
}

// clauseOf numbers the clause of word i by its first word.
func (t *text) clauseOf(i int) int {
	for i > 0 && t.words[i].before < comma && !conjunctions[t.words[i].exact] {
		i--
	}
	return i
}

// past says that the claim tells item i as something that has happened.
func (a *alignment) past(i int) bool {
	t, at := a.c.text, a.items[i].from
	raw := t.words[at].exact
	for k := max(0, at-2); k < at; k++ {
		switch t.words[k].exact {
		case "has", "have", "had", "was", "were":
			return true
		}
	}
	return len(raw) > 3 && raw[len(raw)-2:] == "ed" || pastForms[raw]
}

// pastForms are past tenses that no ending shows.
var pastForms = set(`rose fell went came took gave made saw knew found kept held led met sent paid brought built broke spoke wrote drew shot
	spent fought flew threw stole froze chose ran became stood won lost began sold bought cut left struck heard drove ate dealt blew bound undertook underwent upheld overcame laid slept dug hung sat felt`)

// reworded says that a word which the passage lacks stands before item i in the claim: perhaps another verb for the hedge.
func (a *alignment) reworded(i int) bool {
	for k := i - 1; k >= max(0, i-2); k-- {
		if a.items[k].kind == plain && !a.covered[k] {
			return true
		}
		if a.items[k].kind == plain {
			return false
		}
	}
	return false
}
