package answer

import "math"

// The features of two sentences from which it is judged whether they disagree on what the question asks. The last rows, from cWhether on, are of
// the question, as far as the two cover it: some questions are asked because there is a quarrel.
const (
	cBias       = iota
	cWeaker     // the smaller share of the question that one of them covers, with its context
	cStronger   // the larger share
	cJoint      // the share that they cover together
	cBelow      // how far the lower score lies below the best sentence's, in units of worth
	cOther      // they stand in different articles
	cOwned      // how many of them have a speaker, or an author who is no outlet, of two
	cPartisan   // one of them stands in an article that says "we"
	cCount      // different figures of one thing, where the question asks for a figure
	cFigure     // the same, where it does not
	cTime       // different points in time of one kind, where the question asks when
	cOrder      // the same, where it asks what was before, after, early or late
	cSure       // the smaller share of the question that one of them covers, where their figures or times differ
	cTurned     // one affirms a concept of the question that the other denies, where it can be answered by yes or no
	cNegative   // one of them is negative and the other is not
	cRetort     // one answers a claim of the other's side
	cHolders    // they name different persons for one post
	cHold       // both have what the question asks for: a figure, a time, a name, a cause
	cCountHold  // both give a figure beside what the question counts
	cPassages   // the smaller share of the question that a sentence covers with its neighbours
	cTopic      // the smaller share of what the question names beside names and figures
	cNearer     // the larger share of that which their words come near to in meaning
	cFarther    // the smaller share
	cAlike      // the share of content words that the shorter has in common with the other
	cKindred    // how many content words they share that the question lacks, as log(1+n)
	cMeaning    // how near their content words come to one another in meaning
	cVoices     // each is given by somebody else whom the question names
	cReversed   // one affirms a word that the other negates
	cParties    // somebody other than an outlet stands behind each
	cPartyCount // different figures or times from such parties, where the question asks for one
	cLikeLess   // how much the one that is less so is alike to the question by the company that their words keep
	cLikeMore   // the same of the other
	cWhether    // the question can be answered by yes or no
	cAsksFigure // it asks for a figure
	cAsksReason // it asks for a cause
	cAsksPerson // it asks who
	cAsksSides  // it asks what several sides say
	cEither     // it offers two answers
	cDoubts     // it doubts: really, actually, or not
	contestFeatures
)

var contestNames = [contestFeatures]string{"bias", "weaker", "stronger", "joint", "below", "other", "owned", "partisan", "count", "figure", "time", "order", "sure", "turned", "negative",
	"retort", "holders", "hold", "count hold", "passages", "topic", "nearer", "farther", "alike", "kindred", "meaning", "voices", "reversed", "parties", "party count", "like less", "like more", "whether", "asks figure", "asks reason", "asks person",
	"asks sides", "either", "doubts"}

// compare measures two sentences against one another. top is the best sentence's score.
func (r *arena) compare(a, b *stance, top float64) (x [contestFeatures]float64) {
	q := &r.query
	x[cBias] = 1
	x[cWeaker], x[cStronger], x[cJoint] = min(a.covers, b.covers), max(a.covers, b.covers), r.joint(a.choice, b.choice)
	x[cBelow] = (top - min(a.score, b.score)) / worth
	x[cOther] = one(a.v.ArticleID != b.v.ArticleID)
	x[cOwned], x[cPartisan] = (one(a.owned)+one(b.owned))/2, one(a.partisan || b.partisan)
	clash := one(r.clashes(a, b))
	if r.asksFigure {
		x[cCount] = clash
		if r.asksSpan {
			x[cCount] = one(disjoint(a.spans, b.spans))
		}
	} else {
		x[cFigure] = clash
	}
	times := one(differentTimes(a.account, b.account))
	if q.want == wantTime {
		x[cTime] = times
	} else if r.asksOrder {
		x[cOrder] = times
	}
	x[cSure] = max(x[cCount], x[cTime]) * min(1, x[cWeaker])
	x[cParties] = one(a.owned && b.owned)
	x[cPartyCount] = max(x[cCount], x[cTime]) * x[cParties]
	x[cReversed] = one(a.reverses(b))
	x[cTurned], x[cNegative] = one(q.yesNo && r.turned(a, b)), one(a.negative != b.negative)
	x[cHolders] = one(a.holder != "" && b.holder != "" && otherPerson(a.holder, b.holder, r.book))
	x[cHold], x[cCountHold] = one(q.typed() && a.holds && b.holds), one(a.features[sUnit] > 0 && b.features[sUnit] > 0)
	x[cPassages], x[cTopic] = min(a.around, b.around), min(a.topic, b.topic)
	x[cNearer], x[cFarther] = max(a.reach, b.reach), min(a.reach, b.reach)
	x[cAlike], x[cKindred], x[cMeaning] = alike(a.choice, b.choice), r.kindredness(a, b), a.meaning(b)
	x[cVoices] = one(len(a.asked) > 0 && len(b.asked) > 0 && !meets(a.asked, b.asked))
	x[cLikeLess], x[cLikeMore] = min(a.sentence().like, b.sentence().like), max(a.sentence().like, b.sentence().like)
	r.asks(&x)
	return x
}

// contradicts says that there is a sign of contradiction, where the question is one that needs it: figures that differ where it asks for a figure,
// a denial or a figure where it can be answered by yes or no: two that merely speak of it are no quarrel.
func (r *arena) contradicts(x *[contestFeatures]float64) bool {
	switch q := &r.query; {
	case x[cRetort] > 0:
		return true
	case r.asksFigure:
		return x[cCount] > 0
	case q.yesNo && !q.either:
		return x[cTurned]+x[cReversed]+x[cFigure]+x[cOrder] > 0
	}
	return true
}

// asks fills in the features of the question: that some are asked because there is a quarrel counts as far as two sentences speak of it.
func (r *arena) asks(x *[contestFeatures]float64) {
	q := &r.query
	x[cAsksFigure] = one(r.asksFigure)
	x[cWhether], x[cEither], x[cDoubts] = one(q.yesNo), one(q.either), one(r.doubts)
	switch q.want {
	case wantReason:
		x[cAsksReason] = 1
	case wantPerson:
		x[cAsksPerson] = 1
	case wantSides:
		x[cAsksSides] = 1
	}
	for k := cWhether; k < contestFeatures; k++ {
		x[k] *= min(1, x[cJoint])
	}
}

// typed says that a question asks for something that a sentence can be seen to hold.
func (q *query) typed() bool { return q.want != wantAny && q.want != wantSides && q.want != wantList }

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// turned says that one of two sentences affirms a concept of the question that the other denies. Two that deny one thing are of one mind, whatever
// else stands in them, and two that have but one word of the question in common speak of different things.
func (r *arena) turned(a, b *stance) bool {
	apart, shared, others := false, 0, 0
	for i, c := range r.query.concepts {
		if c.counts < 1 {
			continue
		}
		others++
		if min(a.names[i], b.names[i]) >= besideTopic*loosely {
			shared++
		}
		if c.name || c.number {
			continue
		}
		if a.signs[i] < 0 && b.signs[i] < 0 {
			return false
		}
		apart = apart || a.signs[i]*b.signs[i] < 0
	}
	return apart && shared >= min(2, others)
}

// clashes says that two sentences give different figures of one thing, and neither the other's.
func (r *arena) clashes(a, b *stance) bool {
	_, _, clash := r.clash(a, b)
	return clash
}

// tenfold is from where on two figures are those of two things: counts of one thing that its parties dispute are of one order.
const tenfold = 10

// clash finds figures of one thing by which two sentences differ, neither holding the other's.
func (r *arena) clash(a, b *stance) (x, y quantityValue, ok bool) {
	for _, x := range a.values {
		for _, y := range b.values {
			least, most := min(x.value, y.value), max(x.value, y.value)
			if r.comparable(x, y) && !sameRounded(x.value, y.value) && (least == 0 || most < tenfold*least) && !a.holdsValue(y.value) && !b.holdsValue(x.value) {
				return x, y, !otherFates(a.account, b.account)
			}
		}
	}
	return x, y, false
}

// comparable says that two figures count one thing, which the question asks for where it asks for a number of something.
func (r *arena) comparable(x, y quantityValue) bool {
	if x.lasts != y.lasts {
		return false
	}
	for _, measure := range []string{"cubic", "squar"} {
		if x.units[measure] != y.units[measure] {
			return false
		}
	}
	if len(r.counted) == 0 || r.query.much() {
		return shareUnit(x, y)
	}
	p, q := meets(x.units, r.counted), meets(y.units, r.counted)
	return p && q || (p || q) && shareUnit(x, y)
}

// much says that the question asks how much: its noun is a mass, and figures of it have units of their own.
func (q *query) much() bool { return indexFold(q.text, "how much") >= 0 }

func meets(a, b map[string]bool) bool {
	for s := range a {
		if b[s] {
			return true
		}
	}
	return false
}

// kindredness is log(1+n) of the n content words that two sentences share and the question lacks.
func (r *arena) kindredness(a, b *stance) float64 {
	n := 0.0
	for _, s := range a.order {
		if b.content[s] {
			n++
		}
	}
	return math.Log(1 + n)
}

// meaning is how near in meaning the content words of the shorter of two sentences come to words of the other, the question's own aside, 0
// to 1.
func (s *stance) meaning(o *stance) float64 {
	if len(s.order) > len(o.order) {
		s, o = o, s
	}
	sum := 0.0
	for _, near := range s.near {
		best := 0.0
		for _, stem := range o.order {
			best = max(best, near[stem])
		}
		sum += best
	}
	return sum / float64(max(fewWords, len(s.order)))
}

// fewWords is below how many content words a sentence is too short to be told by their meaning.
const fewWords = 4

// disjoint says that two lists give lengths of time in one unit, or in weeks and more, and no length of one is that of the other, rounded. Hours are
// mostly of a part of what lasted days.
func disjoint(a, b []span) bool {
	oneUnit := false
	for _, x := range a {
		for _, y := range b {
			if math.Abs(x.minutes-y.minutes) <= rounded*math.Max(x.minutes, y.minutes) {
				return false
			}
			oneUnit = oneUnit || x.unit == y.unit || min(x.unit, y.unit) >= minutes["week"]
		}
	}
	return oneUnit
}

// otherFigures are figures by which two sentences disagree, as they are written down to tell the sides apart, or "".
func (r *arena) otherFigures(a, b *stance) (string, string) {
	if x, y, ok := r.clash(a, b); ok {
		return x.key(), y.key()
	}
	if r.query.want == wantTime {
		return otherTimes(a.account, b.account)
	}
	return "", ""
}
