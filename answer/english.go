package answer

import (
	"maps"
	"slices"
	"strings"

	"parley/article/analysis"

	"parley/answer/gate"
	"parley/answer/thesaurus"
)

// prefixes make a word that no dictionary has of one that it has: rehired, unelected, nonpayment.
var prefixes = []string{"re", "un", "non", "over", "under", "mis", "pre", "anti", "counter", "inter", "super", "de"}

// shortestPrefixed is how many letters a word has at least that a prefix is taken from: most short words only happen to begin like one.
const shortestPrefixed = 4

// english says whether a folded word is a common English one, or one of those with a prefix.
func english(word string) bool {
	return thesaurus.Known(word) || slices.ContainsFunc(prefixes, func(prefix string) bool {
		rest, ok := strings.CutPrefix(word, prefix)
		return ok && len(rest) >= shortestPrefixed && thesaurus.Frequency(rest) > 0
	})
}

// alikeWeight is what a word counts that the gate takes for the same.
const alikeWeight = 0.7

// maxKin bounds the words near in meaning that are looked for, for one concept.
const maxKin = 24

// kindred are the words and phrases near in meaning to the concepts of a question, and those allied to them, by their first stem. A phrase of the question
// ("walked out") lends its kin to all its words.
func kindred(q *query) map[string][]kinRef {
	out := map[string][]kinRef{}
	if q.foreign() {
		return out // a word that is English, too, means something else there
	}
	for i, c := range q.concepts {
		if !c.name && !c.number {
			addKin(out, i, c.token.Exact)
			for _, w := range gate.Alike(c.token) {
				out[w] = append(out[w], kinRef{concept: i, stems: []string{w}, weight: alikeWeight})
			}
		}
	}
	for _, p := range idioms(q) {
		for _, i := range p.concepts {
			addKin(out, i, p.text)
		}
	}
	addWritten(out, q.sayings)
	return out
}

func addKin(out map[string][]kinRef, concept int, phrase string) {
	for _, a := range alliedTo(phrase) {
		out[a.stems[0]] = append(out[a.stems[0]], kinRef{concept: concept, stems: a.stems, weight: a.weight, allied: true})
	}
	for n, k := range thesaurus.Kin(phrase) {
		if n == maxKin {
			break
		}
		stems := stemsOf(k.Text)
		if len(stems) == 0 {
			continue
		}
		out[stems[0]] = append(out[stems[0]], kinRef{concept: concept, stems: stems, weight: k.Weight})
		if len(stems) == 1 && k.Weight >= unitKinWeight {
			for _, w := range gate.Alike(analysis.Token{Exact: analysis.Fold(k.Text), Stem: stems[0]}) {
				out[w] = append(out[w], kinRef{concept: concept, stems: []string{w}, weight: k.Weight * 0.8})
			}
		}
	}
}

// idiom is a run of the question's words that has a meaning of its own, and the concepts among them.
type idiom struct {
	text     string
	concepts []int
}

// idioms finds the phrases of two or three words that the thesaurus knows.
func idioms(q *query) []idiom {
	var ws []string
	for _, t := range q.toks {
		ws = append(ws, t.Exact)
	}
	var out []idiom
	for i := range ws {
		n := thesaurus.Phrase(ws, i)
		if n < 2 {
			continue
		}
		for ; n >= 2; n-- {
			out = append(out, idiom{strings.Join(ws[i:i+n], " "), q.within(q.toks[i : i+n])})
		}
	}
	return out
}

// within are the concepts among some tokens of the question.
func (q *query) within(toks []analysis.Token) []int {
	var out []int
	for _, t := range toks {
		if k := q.at(t); k >= 0 {
			out = append(out, k)
		}
	}
	return out
}

// deaths are the stems by which the dead are counted, deadStem the one for which they stand.
var (
	deadStem = stemsOf("dead")[0]
	deaths   = stemsOfAll(words("dead died killed deaths fatalities victims drowned perished"))
)

// unitKinWeight is how near in meaning a word must be to stand for what a question counts.
const unitKinWeight = 0.25

// unitKin are the stems near in meaning to what a question counts.
func unitKin(toks []analysis.Token, unit string) map[string]bool {
	out := map[string]bool{}
	if unit == deadStem {
		maps.Copy(out, deaths)
	}
	for _, t := range toks {
		if unit == "" || t.Stem != unit {
			continue
		}
		for _, k := range thesaurus.Kin(t.Exact) {
			if stems := stemsOf(k.Text); len(stems) == 1 && k.Weight >= unitKinWeight {
				out[stems[0]] = true
			}
		}
	}
	return out
}
