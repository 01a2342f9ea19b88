package answer

import (
	"maps"

	"parley/article/analysis"
)

// words are the tokens of the choice's own sentence.
func (c *choice) words() []analysis.Token {
	s := c.sentence()
	return c.v.toks[s.from:s.to]
}

// restates says that a sentence says all that another says and nothing against it: every content word of the shown one stands in it, under
// the same modal verb or none, both hold the same figures, and neither holds a negation, a denial, a doubt or a calling off that the other
// lacks. It is strict: a rewording that it cannot follow is not cited.
func restates(shown, echo []analysis.Token) bool {
	x, y := moods(shown), moods(echo)
	for stem, mood := range x {
		if m, ok := y[stem]; !ok || m != mood {
			return false
		}
	}
	return maps.Equal(turns(shown), turns(echo)) && maps.Equal(figuresIn(shown), figuresIn(echo))
}

// moods are the content stems of a sentence, and whether each is said to be yet to happen or only possible somewhere.
func moods(toks []analysis.Token) map[string]bool {
	out := map[string]bool{}
	for i, t := range toks {
		if !t.Stop && !t.Part && t.Kind != analysis.Number {
			out[t.Stem] = out[t.Stem] || unreal(toks, i)
		}
	}
	return out
}

// moodReach is how many tokens before a verb its modal verb may stand: "will not be".
const moodReach = 3

// unreal says that a modal verb or "to" governs the word at i.
func unreal(toks []analysis.Token, i int) bool {
	for k := i - 1; k >= max(0, i-moodReach); k-- {
		if modals[toks[k].Exact] || toks[k].Exact == "to" && k == i-1 && !toks[i].Cap {
			return true
		}
		if !toks[k].Stop {
			return false
		}
	}
	return false
}

// figuresIn are the figures of a sentence by value, and its numbers that are none, such as dates and clock times.
func figuresIn(toks []analysis.Token) map[any]bool {
	out := map[any]bool{}
	for i := 0; i < len(toks); i++ {
		if v, n, ok := analysis.Value(toks, i); ok {
			out[v] = true
			i += n - 1
		} else if toks[i].Kind == analysis.Number {
			out[toks[i].Exact] = true
		}
	}
	return out
}

// turns are the kinds of words in a sentence that turn round or call in doubt what it says.
func turns(toks []analysis.Token) map[string]bool {
	out := map[string]bool{}
	for _, t := range toks {
		for kind, list := range turners {
			if list[t.Exact] {
				out[kind] = true
			}
		}
	}
	return out
}

var (
	modals = words("will would shall should may might could can must won't wouldn't cannot can't")
	// cancels are words by which a plan is given up, put off or stopped.
	cancels = words(`cancel cancels cancelled canceled cancelling canceling cancellation cancellations postpone postpones postponed postponing postponement
		delay delays delayed delaying scrap scraps scrapped scrapping shelve shelves shelved shelving suspend suspends suspended suspending suspension
		abandon abandons abandoned abandoning defer defers deferred revoke revoked revokes abort aborted adjourned adjourns halt halts halted`)
	turners = map[string]map[string]bool{
		"negation": words(`not no never none nobody nothing neither nor without cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't
			haven't hadn't wouldn't couldn't shouldn't hardly barely`),
		"denial": denials,
		"cancel": cancels,
		"failed": words("fail fails failed failing avoid avoids avoided prevent prevents prevented averted nearly almost stopped stops"),
		"plan": words(`plan plans planned planning hope hopes hoped hoping intend intends intended want wants wanted due expected expects scheduled consider
			considers considering considered threaten threatens threatened propose proposes proposed offer offers offered promise promises promised
			demand demands demanded urge urges urged`),
		"doubt": words("if unless whether allegedly reportedly alleged reported rumoured rumored unconfirmed possibly perhaps maybe"),
	}
)
