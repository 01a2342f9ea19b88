package answer

import (
	"parley/article/analysis"
)

// callOffs finds plans among the best sentences that a later article says are given up or put off: what stood in the plan is no longer the
// answer. It needs a plan told as one, and the same thing and name in the later sentence, near the word that calls it off.
func (f *found) callOffs(all []*choice) []rivals {
	var out []rivals
	for _, c := range all[:min(leading, len(all))] {
		a := accountOf(c, &f.query, f.book)
		if !plans(c.words()) || len(callOff(c.words())) > 0 || c.score < all[0].score-worth {
			continue
		}
		for _, v := range f.views[:min(searched, len(f.views))] {
			if v.ArticleID == c.v.ArticleID || dayOf(v) <= a.day() || a.day() == "" {
				continue
			}
			for i := range v.sents {
				if toks := (&choice{v: v, i: i}).words(); callsOff(toks, c.words()) {
					out = append(out, rivals{a: a, b: accountOf(f.measured(v, i, all), &f.query, f.book), overtaken: true, off: true})
				}
			}
		}
	}
	return out
}

// dayOf is when a passage was written, or "".
func dayOf(v *view) string { return (&account{choice: &choice{v: v}}).day() }

// planning words tell of what is yet to come, beside "is to".
var planning = words("will shall would scheduled due planned plans plan expected expects intends intend set begins starts opens arrives leaves announced")

func plans(toks []analysis.Token) bool {
	for i, t := range toks {
		if planning[t.Exact] || i > 0 && t.Exact == "to" && (toks[i-1].Exact == "is" || toks[i-1].Exact == "are" || toks[i-1].Exact == "was" || toks[i-1].Exact == "were") {
			return true
		}
	}
	return false
}

const (
	// callReach is how many tokens may lie between a word that calls off and what it calls off.
	callReach = 8
	// planShared is how many content words of a plan, of which one is no name, must stand there.
	planShared = 2
)

// callsOff says that a sentence calls off, without a denial of it, what a plan tells.
func callsOff(toks, plan []analysis.Token) bool {
	stems := map[string]bool{}
	for _, t := range plan {
		if !t.Stop && !t.Part && t.Kind == analysis.Word && !calendar[t.Exact] {
			stems[t.Stem] = true
		}
	}
	for _, at := range callOff(toks) {
		shared, plain := map[string]bool{}, false
		for _, t := range toks[max(0, at-callReach):min(len(toks), at+callReach+1)] {
			if stems[t.Stem] && !t.Stop {
				shared[t.Stem] = true
				plain = plain || !t.Cap
			}
		}
		if plain && len(shared) >= planShared {
			return true
		}
	}
	return false
}

// callOff are the places where a sentence calls something off: "cancelled", "called off", "will not go ahead"; not "did not cancel".
func callOff(toks []analysis.Token) []int {
	var out []int
	for i, t := range toks {
		off := cancels[t.Exact] || (t.Exact == "called" || t.Exact == "calls" || t.Exact == "call" || t.Exact == "put") && i+1 < len(toks) && toks[i+1].Exact == "off"
		if off && !deniedBefore(toks, i) {
			out = append(out, i)
		}
	}
	return out
}

// doubted words before a calling off leave it open.
var doubted = words("may might could if unless whether would threatened threatens calls urged demanded demands wants considering asked")

func deniedBefore(toks []analysis.Token, at int) bool {
	for _, t := range toks[max(0, at-negationReach):at] {
		if negators[t.Exact] || denials[t.Exact] || doubted[t.Exact] {
			return true
		}
	}
	return false
}
