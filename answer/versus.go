package answer

import (
	"strings"

	"parley/article/analysis"
)

// versus are the words that set one party of a question against another; joiners ones do so where the question compares.
var (
	versus  = words("versus vs against")
	joiners = words("and or with to")
	// camps are how a question speaks of the parties without naming them: "both governments".
	camps = words("side sides government governments party parties team teams delegation delegations camp camps country countries capital capitals")
	// measures end what a party gives, and are no part of its name: "the police number".
	measures = words("number numbers figure figures count counts estimate estimates one ones")
	// sets are words beside a joiners one by which a question compares.
	sets = words("compare comparison compared differ differs difference each both")
)

// partyReach is how many words a party of a comparison may have.
const partyReach = 4

// setAgainst are the parties that a question sets side by side, as it has them: "the union" and "Port Authority" of "the union's account
// versus Port Authority's". both says that it means the two sides, whoever they are.
func setAgainst(text string, toks []analysis.Token) (parties []string, both bool) {
	toks = unjoined(toks)
	sides := anyOf(toks, sets)
	for i, t := range toks {
		strong := versus[t.Exact] || (t.Exact == "with" || t.Exact == "to") && i > 0 && toks[i-1].Exact == "compared"
		if !strong && !(joiners[t.Exact] && (sides || tellsOf(text, toks, i))) || t.Exact == "against" && !sides {
			continue
		}
		a, b := partyBefore(text, toks, i), partyAfter(text, toks, i)
		if a == "" || b == "" || analysis.Fold(a) == analysis.Fold(b) || !strong && !(partyLike(a) && partyLike(b)) {
			continue
		}
		return append(partiesBefore(text, toks, i), a, b), false
	}
	for i := range toks {
		if i > 0 && camps[toks[i].Exact] && (grouping[toks[i-1].Exact] || toks[i-1].Exact == "2") {
			return nil, true
		}
	}
	return accordingToEach(text, toks), false
}

// accordingToEach are the parties of "according to the union and according to the board", or nil.
func accordingToEach(text string, toks []analysis.Token) []string {
	var out []string
	for i := range toks {
		if i > 0 && toks[i].Exact == "to" && toks[i-1].Exact == "according" {
			if p := partyAfter(text, toks, i); p != "" {
				out = append(out, p)
			}
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// contrasting words of a question take it for granted that the parties differ.
var contrasting = words("versus vs against differ differs differed differing difference differences compare compares compared comparison disagree disagrees disagreed")

// contrasts says that a question takes it for granted that its parties differ: it sets one against another, or asks for the two sides.
func contrasts(text string) bool {
	toks := analysis.Tokenize(text, "")
	_, both := setAgainst(text, toks)
	return both || anyOf(toks, contrasting)
}

func unjoined(toks []analysis.Token) []analysis.Token {
	var out []analysis.Token
	for _, t := range toks {
		if !t.Joined {
			out = append(out, t)
		}
	}
	return out
}

// tellsOf says that what the word at i joins gives words or views: "A and B say", "A's account and B's".
func tellsOf(text string, toks []analysis.Token, i int) bool {
	if i > 1 && stances[toks[i-1].Exact] && possessive(text, toks, i-1) {
		return true
	}
	auxiliary := false
	for _, t := range toks[max(0, i-partyReach-1):i] {
		auxiliary = auxiliary || auxiliaries[t.Exact]
	}
	for j := i + 1; auxiliary && j < len(toks) && j <= i+partyReach+1; j++ {
		if sayings[toks[j].Exact] {
			return true
		}
	}
	return false
}

// partyLike says that a phrase names somebody: it has a capital, or a word for a body or a post.
func partyLike(s string) bool {
	for _, t := range analysis.Tokenize(s, "") {
		if t.Cap || roles[t.Exact] || public[t.Exact] || private[t.Exact] || camps[t.Exact] || !english(t.Exact) {
			return true
		}
	}
	return false
}

// partyBefore is the noun phrase that ends before the word at i, without what it gives and without its article.
func partyBefore(text string, toks []analysis.Token, i int) string {
	end := i
	for end > 0 && (trailing(toks[end-1]) || toks[end-1].Exact == "compared") && end-1 > 0 {
		end--
	}
	from := end
	for from > 0 && end-from < partyReach && (from == end || !cutOff(text, toks, from)) && within(toks, from-1, end) {
		from--
	}
	return trimmed(text, toks, from, end)
}

// partyAfter is the noun phrase behind the word at i.
func partyAfter(text string, toks []analysis.Token, i int) string {
	from := i + 1
	for from < len(toks) && (determiners[toks[from].Exact] || few[toks[from].Exact] || grouping[toks[from].Exact] || interrogative[toks[from].Exact] || toks[from].Exact == "that" || toks[from].Exact == "of" || toks[from].Exact == "with") {
		from++
	}
	end := from
	for end < len(toks) && end-from < partyReach && (end == from || !cutOff(text, toks, end)) && within(toks, end, len(toks)) && !trailing(toks[end]) {
		end++
	}
	return trimmed(text, toks, from, end)
}

// partiesBefore are the parties of a list before the last one that the word at i joins: "the board, the firm and the union".
func partiesBefore(text string, toks []analysis.Token, i int) []string {
	var out []string
	for j := i - 1; j > 0 && len(out) < partyReach; j-- {
		if !strings.Contains(text[toks[j-1].End:toks[j].Start], ",") {
			continue
		}
		p := partyBefore(text, toks, j)
		if p == "" || !partyLike(p) {
			break
		}
		out = append([]string{p}, out...)
	}
	return out
}

func trailing(t analysis.Token) bool {
	return stances[t.Exact] || measures[t.Exact] || sayings[t.Exact]
}

// cutOff says that a mark stands before the token at j that ends a phrase.
func cutOff(text string, toks []analysis.Token, j int) bool {
	return j > 0 && j < len(toks) && strings.ContainsAny(text[toks[j-1].End:toks[j].Start], ",;:?!.()")
}

// within says that the token at j can be part of a party's name.
func within(toks []analysis.Token, j, end int) bool {
	t := toks[j]
	if t.Exact == "of" {
		return j > 0 && j+1 < end && (roles[toks[j-1].Exact] || toks[j-1].Cap)
	}
	return !t.Stop && !interrogative[t.Exact] && !auxiliaries[t.Exact] && !sets[t.Exact] && !weak[t.Exact]
}

func trimmed(text string, toks []analysis.Token, from, end int) string {
	if from >= end {
		return ""
	}
	return strings.TrimSpace(text[toks[from].Start:toks[end-1].End])
}
