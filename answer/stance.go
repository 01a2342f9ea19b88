package answer

import (
	"maps"
	"slices"
	"strings"

	"parley/answer/gate"
	"parley/article/analysis"
)

// stance is a sentence as one side of a possible disagreement.
type stance struct {
	*account
	// partisan says that its article says "we"; owned that somebody other than an outlet stands behind it.
	partisan, owned bool
	// negative says that it has a negator; holds that it has what the question asks for.
	negative, holds bool
	// signs are its polarities on the question's concepts.
	signs []int
	// content are its content words; order those that the question lacks, and near what is near in meaning to each.
	content map[string]bool
	order   []string
	near    []map[string]float64
	// spans are the lengths of time that it gives; lengths those by which it says how long something lasted.
	spans, lengths []span
	// around, topic and reach are shares of the question: of the sentence with its neighbours, of what is no name or figure, and of what
	// its words come near to in meaning.
	around, topic, reach float64
	// agents are who it says did what the question asks about.
	agents []string
	// asked are the question's words that name who gives it.
	asked map[string]bool
	// holder is whom it names for the post that the question asks about, or "".
	holder string
	// names is how well it names each concept of the question, with its neighbours by half.
	names []float64
	// affirms says of its content words, names aside, whether it affirms or negates them.
	affirms map[string]bool
}

func (r *arena) stance(c *choice) *stance {
	a := accountOf(c, &r.query, r.book)
	toks := c.tokens()
	s := &stance{account: a, partisan: r.partisan(c.v), content: saidBy(c), negative: anyOf(toks, negators), spans: spansOf(toks, anySpan), lengths: spansOf(toks, lastingSpan)}
	s.owned = s.partisan || r.stoodBehind(a)
	for i := range r.query.concepts {
		s.signs = append(s.signs, r.polarity(a, i))
	}
	s.around, s.asked, s.holds = r.around(c), r.askedFor(a), r.gives(s, toks)
	s.agents = r.agents(s)
	r.readWords(s)
	r.readPolarity(s)
	s.topic, s.reach = r.topics(s)
	if r.query.want == wantPerson && r.asksForHolder() {
		s.holder = r.holder(a)
	}
	return s
}

// stoodBehind says that a person or a body gives an account, not a newspaper in its own words: somebody named, the police, a ministry in its statement.
func (r *arena) stoodBehind(a *account) bool {
	p := r.party(a.voice)
	return a.attributed && !p.anonymous() || anyOf(p.toks, public) || anyOf(p.toks, private)
}

func (c *choice) tokens() []analysis.Token {
	s := c.sentence()
	return c.v.toks[s.from:s.to]
}

// saidBy are the stems of the content words of a sentence, figures and negators aside.
func saidBy(c *choice) map[string]bool {
	out := map[string]bool{}
	for _, t := range c.tokens() {
		if !t.Stop && !t.Joined && t.Kind == analysis.Word && !negators[t.Exact] {
			out[t.Stem] = true
		}
	}
	return out
}

// askedFor are the question's words, by stem, that stand in the name of who gives an account, or of its outlet.
func (r *arena) askedFor(a *account) map[string]bool {
	out := map[string]bool{}
	for _, t := range analysis.Tokenize(a.voice+" "+outlet(&a.v.Candidate), "") {
		for _, c := range r.query.concepts {
			if !t.Stop && slices.ContainsFunc(c.forms, func(f form) bool { return len(f.stems) == 1 && f.stems[0] == t.Stem }) {
				out[c.token.Stem] = true
			}
		}
	}
	return out
}

// gives says that a sentence has what the question asks for: a figure of what it counts, a length of time where it asks how long, a cause.
func (r *arena) gives(s *stance, toks []analysis.Token) bool {
	switch {
	case r.query.want == wantReason:
		return r.explains(s.choice)
	case r.query.want == wantTime:
		return holds(&r.query, s.v, s.sentence()) || len(s.days) > 0
	case !r.asksFigure:
		return holds(&r.query, s.v, s.sentence())
	case r.asksSpan:
		return len(s.spans) > 0
	case len(r.counted) == 0:
		return len(s.values) > 0
	}
	return slices.ContainsFunc(s.values, func(v quantityValue) bool { return meets(v.units, r.counted) })
}

// readWords finds the content words that the question lacks, with what is near in meaning to them.
func (r *arena) readWords(s *stance) {
	words := map[string]string{}
	for _, t := range s.tokens() {
		if _, in := r.matcher.first[t.Stem]; s.content[t.Stem] && !in {
			words[t.Stem] = t.Exact
		}
	}
	s.order = slices.Sorted(maps.Keys(words))
	for _, stem := range s.order {
		s.near = append(s.near, nearTo(stem, words[stem]))
	}
}

// readPolarity notes how well a sentence names each concept of the question, and which of its content words it negates.
func (r *arena) readPolarity(s *stance) {
	s.names = make([]float64, len(r.query.concepts))
	for j := max(0, s.i-1); j <= min(len(s.v.sents)-1, s.i+1); j++ {
		for i := range s.names {
			w := closeTo(&s.v.sents[j], i)
			if j != s.i {
				w *= besideTopic
			}
			s.names[i] = max(s.names[i], w)
		}
	}
	s.affirms = map[string]bool{}
	from := s.sentence().from
	for k, t := range s.tokens() {
		if s.content[t.Stem] && !t.Cap {
			s.affirms[t.Stem] = !s.negated(from + k)
		}
	}
}

// reverses says that one sentence affirms a word that the other negates.
func (s *stance) reverses(o *stance) bool {
	for stem, yes := range s.affirms {
		if other, in := o.affirms[stem]; in && other != yes {
			return true
		}
	}
	return false
}

// around is the share of the question that a sentence covers with the two before and the two after it.
func (r *arena) around(c *choice) float64 {
	w := make([]float64, len(r.query.concepts))
	for i, h := range r.above(c.v) {
		w[i] = headingWorth * h
	}
	for j := max(0, c.i-2); j <= min(len(c.v.sents)-1, c.i+2); j++ {
		for i := range w {
			w[i] = max(w[i], closeTo(&c.v.sents[j], i))
		}
	}
	return r.shareAsked(w)
}

// closeTo is how much a sentence names a concept, or something near to it by letters or meaning.
func closeTo(s *sentence, concept int) float64 {
	return max(s.best[concept], loosely*s.near[concept], loosely*s.kin[concept])
}

const (
	// besideTopic and besideReach are what a concept counts that only a neighbouring sentence has.
	besideTopic, besideReach = 0.5, 0.6
)

// topics are the shares of the question's concepts, names and figures aside, that a sentence and its neighbours name, and that their words
// come near to in meaning.
func (r *arena) topics(s *stance) (topic, reach float64) {
	all := 0.0
	for i, c := range r.query.concepts {
		if c.name || c.number || c.counts < 1 {
			continue
		}
		all += c.idf
		near, t, h := nearTo(c.token.Stem, c.token.Exact), 0.0, 0.0
		for j := max(0, s.i-1); j <= min(len(s.v.sents)-1, s.i+1); j++ {
			n := &s.v.sents[j]
			said, met := closeTo(n, i), 0.0
			for p := n.from; p < n.to; p++ {
				met = max(met, near[s.v.toks[p].Stem])
			}
			if met = max(met, said); j != s.i {
				said, met = besideTopic*said, besideReach*met
			}
			t, h = max(t, said), max(h, met)
		}
		topic, reach = topic+c.idf*t, reach+c.idf*h
	}
	if all == 0 {
		return 1, 1
	}
	return topic / all, reach / all
}

// minutes are units of time in minutes, by exact form.
var minutes = map[string]float64{"second": 1. / 60, "seconds": 1. / 60, "minute": 1, "minutes": 1, "hour": 60, "hours": 60, "day": 1440, "days": 1440, "night": 1440, "nights": 1440,
	"week": 10080, "weeks": 10080, "fortnight": 20160, "month": 43800, "months": 43800, "year": 525600, "years": 525600}

// lasting says that what a question counts is a length of time: days, by stem.
func lasting(counted map[string]bool) bool {
	for unit := range minutes {
		for _, s := range stemsOf(unit) {
			if counted[s] {
				return true
			}
		}
	}
	return false
}

// span is a length of time in minutes, and the unit in which it is given.
type span struct{ minutes, unit float64 }

// spansOf are the lengths of time that a sentence gives, of those that pass: number and unit stand from place i to place unit.
func spansOf(toks []analysis.Token, pass func(toks []analysis.Token, i, unit int) bool) []span {
	var out []span
	for i := range toks {
		v, n, ok := analysis.Value(toks, i)
		if !ok || i+n >= len(toks) || sinceWhen(toks, i+n) {
			continue
		}
		if m := minutes[toks[i+n].Exact]; m > 0 && pass(toks, i, i+n) {
			out = append(out, span{v * m, m})
		}
	}
	return out
}

func anySpan([]analysis.Token, int, int) bool { return true }

// enduring verbs say how long something was, and enduringReach is within how many words before a length they do.
var enduring = words("last lasts lasted lasting take takes took taken taking continue continues continued continuing drag drags dragged run runs ran go goes went gone stretch stretched endure endured spend spent sit sat stay stayed")

const enduringReach = 4

// lastingSpan says that a length of time is told of something that lasted: "lasted four days", "went on for three days", "four days of talks", "the four-day session".
func lastingSpan(toks []analysis.Token, i, unit int) bool {
	if toks[unit].Part || unit+1 < len(toks) && toks[unit+1].Exact == "of" {
		return true
	}
	return anyOf(toks[max(0, i-enduringReach):i], enduring)
}

// countedBy are the stems of what a question counts, and those near in meaning: the head of "fishing boats" in "how many fishing boats are …".
func countedBy(toks []analysis.Token) map[string]bool {
	for i := 0; i+2 < len(toks); i++ {
		if pair := asked(toks[i]) + " " + asked(toks[i+1]); pair != "how many" && pair != "number of" {
			continue
		}
		head := headAfter(toks, i+2)
		if head < 0 {
			return nil
		}
		out := unitKin(toks, toks[head].Stem)
		out[toks[head].Stem] = true
		for _, w := range gate.Alike(toks[head]) {
			out[w] = true
		}
		return out
	}
	return nil
}

// headReach is how many words a counted noun may have with what stands before it.
const headReach = 4

// headAfter is the place of the last content word of the run that begins at i or soon after, a participle aside, or -1.
func headAfter(toks []analysis.Token, i int) int {
	head := -1
	for j := i; j < len(toks) && j < i+headReach; j++ {
		t := toks[j]
		if head >= 0 && (t.Stop || strings.HasSuffix(t.Exact, "ed")) {
			break
		}
		if !t.Stop && !t.Joined && t.Kind == analysis.Word {
			head = j
		}
	}
	return head
}
