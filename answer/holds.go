package answer

import (
	"strings"

	"parley/article/analysis"
)

// holds says whether a sentence has what the question asks for: a number for how many, a day for when, a name for who.
func holds(q *query, v *view, s *sentence) bool {
	if !analysis.SameRules(v.Meta.Language, "") {
		return holdsElsewhere(q, v, s)
	}
	toks := v.toks[s.from:s.to]
	switch q.want {
	case wantQuantity:
		return quantity(q, v.Passage.Text, toks)
	case wantTime:
		return q.clock && clocked(toks) || !q.clock && timed(toks)
	case wantPerson:
		return person(q, v, toks)
	case wantPlace:
		return placed(q, toks)
	case wantReason:
		return anyOf(toks, reasons)
	case wantWords:
		return strings.ContainsAny(v.text(s), "\"“”«»„") || strings.Contains(v.text(s), "‘")
	}
	return true
}

// vague quantities answer "how many" where the article has no figure.
var vague = words("dozen dozens hundred hundreds thousand thousands million millions several scores few half third quarter fifth double twice once")

// quantity wants a number that the question did not bring itself; where the question names what is counted, beside it. The tokens are some of text's.
func quantity(q *query, text string, toks []analysis.Token) bool {
	found := false
	for i, t := range toks {
		if !amount(text, toks, i) || q.brings(t) {
			continue
		}
		if q.unit == "" {
			return true
		}
		found = true
		if q.unitNear(toks, i) {
			return true
		}
	}
	return found && !q.hasUnit(toks)
}

// amount says that the token at i says how much: a number that is no date and no part of a name, as in Warehouse 14, or a vague quantity.
func amount(text string, toks []analysis.Token, i int) bool {
	if toks[i].Kind != analysis.Number {
		return vague[toks[i].Exact]
	}
	if besideCalendar(toks, i) || i > 1 && label(text, toks, i) { // a sentence's first word has a capital, whatever it is
		return false
	}
	return i == 0 || !year(toks[i]) || !toks[i-1].Stop
}

// counted says that a figure stands beside what the question counts.
func counted(q *query, text string, toks []analysis.Token) bool {
	for i, t := range toks {
		if amount(text, toks, i) && !q.brings(t) && q.unitNear(toks, i) {
			return true
		}
	}
	return false
}

// unitDistance is how many tokens may lie between a figure and what it counts: "seven of the injured dockers".
const unitDistance = 5

func (q *query) unitNear(toks []analysis.Token, i int) bool {
	if q.hasUnit(toks[i:min(len(toks), i+unitDistance+1)]) || q.hasUnit(toks[max(0, i-2):i]) {
		return true
	}
	units := map[string]bool{}
	countedBefore(toks[:i], units)
	return q.countsUnit(units)
}

func (q *query) hasUnit(toks []analysis.Token) bool {
	for _, t := range toks {
		if !t.Stop && q.isUnit(t.Stem) {
			return true
		}
	}
	return false
}

// brings says that the question itself holds the token.
func (q *query) brings(t analysis.Token) bool {
	for _, c := range q.concepts {
		if c.token.Stem == t.Stem && !(q.either && c.number) {
			return true
		}
	}
	return false
}

var (
	calendar = words(`january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
		oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight`)
	clockish = words("morning evening afternoon night dawn midnight noon ago earlier week weeks month months year years day days hour hours minute minutes weekend")
	reasons  = words(`because since due owing thanks over after so cause caused causes causing blame blamed blames reason reasons citing led leads leading
		result results sparked triggered prompted stemmed therefore lest despite as for if to amid following`)
	roles = words(`minister president spokesman spokeswoman spokesperson official officials commander chief director judge doctor analyst analysts
		journalist expert experts leader head chairman chairwoman secretary general professor police army ministry government company union federation
		office coastguard navy board commission brigade hospital watchdog regulator operator embassy ministry council group charity institute
		authorities parliament committee bank airline club school university mayor governor captain sergeant colonel admiral prosecutor lawyer
		association guard service department bureau firm league party team body court letter statement log document poll survey study register records record
		engineer scientist researcher farmer teacher neighbour survivor relative owner founder
		court residents witnesses witness firm agency authority mediator mediators delegation sources source participant observer opposition`)
	prepositions = words("in at from to near off on outside inside across between via toward towards")
)

func timed(toks []analysis.Token) bool {
	for i, t := range toks {
		switch {
		case calendar[t.Exact] && (t.Cap || t.Exact != "may" && t.Exact != "march"):
			return true
		case t.Kind == analysis.Number && (strings.Contains(t.Exact, ":") || year(t)):
			return true
		case clockish[t.Exact] && i > 0:
			return true
		}
	}
	return false
}

// hours are words that tell the time of day to the hour.
var hours = words("midnight noon midday dawn sunrise sunset daybreak dusk")

// clocked says that a sentence tells the time of day.
func clocked(toks []analysis.Token) bool {
	for i, t := range toks {
		if t.Kind == analysis.Number && strings.Contains(t.Exact, ":") || hours[t.Exact] {
			return true
		}
		if i > 0 && toks[i-1].Kind == analysis.Number && (t.Exact == "a.m" || t.Exact == "p.m" || t.Exact == "am" || t.Exact == "pm" || t.Exact == "oclock") {
			return true
		}
	}
	return false
}

// year says that a number is a year's: 2,000 is none, its sign is no part of Exact.
func year(t analysis.Token) bool {
	return len(t.Exact) == 4 && (strings.HasPrefix(t.Exact, "19") || strings.HasPrefix(t.Exact, "20")) && t.End-t.Start != len(t.Exact)+1
}

// person wants a name that the question did not bring, or a role.
func person(q *query, v *view, toks []analysis.Token) bool {
	for i, t := range toks {
		if roles[t.Exact] && !q.brings(t) {
			return true
		}
		if t.Cap && i > 0 && !t.Stop && t.Kind == analysis.Word && !calendar[t.Exact] && !q.brings(t) {
			return true
		}
	}
	return false
}

func placed(q *query, toks []analysis.Token) bool {
	for i := 1; i < len(toks); i++ {
		if !prepositions[toks[i-1].Exact] && (i < 2 || !prepositions[toks[i-2].Exact]) {
			continue
		}
		if toks[i].Cap && !q.brings(toks[i]) || !toks[i].Stop && toks[i].Kind == analysis.Word && !clockish[toks[i].Exact] && !calendar[toks[i].Exact] {
			return true
		}
	}
	return false
}

func anyOf(toks []analysis.Token, set map[string]bool) bool {
	for _, t := range toks {
		if set[t.Exact] {
			return true
		}
	}
	return false
}
