package answer

import (
	"slices"
	"strings"

	"parley/article/analysis"
	"parley/article/names"
)

const (
	// carried is what a concept of the question before counts in a follow-up; told is what a name of the answer before counts.
	carried, told = 0.6, 0.35
	// maxCarried bounds how much of a conversation a follow-up brings along.
	maxCarried = 10
)

// pointers are words by which a question leans on the conversation before.
var pointers = words("he she they it that those these him her them his their there then this one ones former latter same also and")

// follow completes a question that leans on the conversation: with the topic of the last question, and the names of its answer.
func follow(q *query, toks []analysis.Token, history []Turn, book *names.Book) {
	if len(history) == 0 || !asksAnything(q, toks) || !elliptic(q, toks) && !asksTheSame(toks) {
		return
	}
	last := history[len(history)-1]
	before := parse(last.Q, book)
	if asksTheSame(toks) {
		q.want, q.unit, q.unitKin, q.clock = before.want, before.unit, before.unitKin, before.clock
	}
	for _, c := range before.concepts {
		q.carry(c, carried)
	}
	for _, c := range concepts(last.A, analysis.Tokenize(last.A, ""), book) {
		if c.name || c.token.Cap {
			q.carry(c, told)
		}
	}
}

// asksTheSame says that a question only names something else to ask the last question of: "what about Norland?", "and the union?".
func asksTheSame(toks []analysis.Token) bool {
	for i, t := range toks {
		w := asked(t)
		if auxiliaries[w] || interrogative[w] && (i+1 == len(toks) || toks[i+1].Exact != "about") {
			return false
		}
	}
	return len(toks) > 1 && (toks[0].Exact == "and" || toks[0].Exact == "or" || toks[1].Exact == "about")
}

// asksAnything says that a reply asks: it has a question word, a pointer or a topic. A thank-you or a smile is no question again.
func asksAnything(q *query, toks []analysis.Token) bool {
	for _, t := range toks {
		if w := asked(t); interrogative[w] || auxiliaries[w] || pointers[w] && w != "and" && w != "same" && w != "also" {
			return true
		}
	}
	return q.hasTopic()
}

// courtesies are words of greeting and thanks, and pleasant ones are what else such a message is made of: "good morning everyone", "thank you so much, that helped".
var (
	courtesies = words("good hello hi hey thank thanks thx ty bye goodbye cheers appreciate appreciated nice great cool awesome perfect lol sorry welcome")
	pleasant   = words("morning evening night afternoon day much lot helped helps helpful later everyone everybody guys folks friends friend bot well done job work yes no ok okay sure please")
)

// courteous says that a message is nothing but a greeting or thanks, and asks nothing.
func courteous(q *query) bool {
	return !strings.HasSuffix(q.text, "?") && anyOf(q.toks, courtesies) && !slices.ContainsFunc(q.toks, func(t analysis.Token) bool {
		return interrogative[t.Exact] || !t.Stop && !courtesies[t.Exact] && !pleasant[t.Exact]
	})
}

// hasTopic says that the question names something to look for beside figures and the words that serve the asking.
func (q *query) hasTopic() bool {
	if courteous(q) {
		return false
	}
	for _, c := range q.concepts {
		if !c.number && c.counts > weakWeight && len([]rune(c.token.Exact)) > 1 {
			return true
		}
	}
	return false
}

// elliptic says that a question has too little of its own: few concepts, or a pointer to what was said.
func elliptic(q *query, toks []analysis.Token) bool {
	strong := 0
	for _, c := range q.concepts {
		if c.counts == 1 {
			strong++
		}
	}
	if points(toks) {
		return strong <= 4
	}
	return strong <= 1 && !q.selfContained(toks)
}

// points says that a question has a pointer to what was said. "And" is one only at its head: elsewhere it ties two of its own words.
func points(toks []analysis.Token) bool {
	for i, t := range toks {
		if pointers[t.Exact] && !t.Joined && (t.Exact != "and" || i == 0) {
			return true
		}
	}
	return false
}

// selfContained says that a question has all that one needs: a question word, a name of its own, and a verb. "What did Norland say?" is
// no question about whatever was talked of before; "what about Norland?" is.
func (q *query) selfContained(toks []analysis.Token) bool {
	asks, verb := false, false
	if q.foreign() { // its question words are small words, and stand at the head; its verb is a word that is no name
		asks = len(toks) > 0 && toks[0].Stop
		verb = slices.ContainsFunc(q.concepts, func(c concept) bool { return !c.listed && !c.name && !c.number })
	}
	for _, t := range toks {
		w := asked(t)
		asks = asks || interrogative[w]
		verb = verb || auxiliaries[w]
	}
	return asks && verb && slices.ContainsFunc(q.concepts, func(c concept) bool { return c.listed || c.name })
}

func (q *query) carry(c concept, counts float64) {
	if len(q.concepts) >= maxConcepts || q.brings(c.token) || c.counts < 1 {
		return
	}
	n := 0
	for _, k := range q.concepts {
		if k.counts < 1 && k.counts != weakWeight {
			n++
		}
	}
	if n >= maxCarried {
		return
	}
	c.counts, c.gap = counts, 0
	q.concepts = append(q.concepts, c)
}
