package answer

import (
	"math"

	"parley/article/analysis"
	"parley/article/names"
)

const (
	// leading is how many of the best sentences are held against the rest for another figure or another time.
	leading = 3
	// answering is how much of the question such a sentence must cover.
	answering = 0.6
	// countingOne is the same where it gives a figure for the very thing that the question counts.
	countingOne = 0.45
	// searched is how many passages the rest is taken from.
	searched = 40
	// rounded is the relative difference up to which two figures are the same one rounded.
	rounded = 0.05
	// kindredStems is how many content words two sentences must share, beside figures, to speak of the same thing.
	kindredStems = 2
)

// overtakings finds reports that a later one has overtaken. A party's count never overtakes an opponent's, however late it comes: the two are
// rivals. An author who says "we" overtakes another only to correct it, or where the latest is asked for.
func (r *arena) overtakings(all []*choice) []rivals {
	var out []rivals
	for _, x := range r.figures(all, r.book) {
		parties := !r.asksLatest && (r.partisan(x.a.v) || r.partisan(x.b.v)) && !r.oneSide(x.a.voice, x.b.voice)
		if !x.overtaken || parties && !corrects(x.b) {
			continue
		}
		x.overtaken = !r.opposed(x.a, x.b) || moves(x.b)
		out = append(out, x)
	}
	return out
}

// opposed says that two accounts are told by different parties, or one by a party that others commonly contradict and the other by an outlet
// in its own words. A body that publishes its own statement is the party that tells it. Where the latest is asked for, only such a party opposes.
func (r *arena) opposed(a, b *account) bool {
	contested := r.contested(a, b)
	if r.owns(a) && r.owns(b) && !r.atLarge(a) {
		return (contested || !r.asksLatest || r.opponents(a, b)) && !r.oneSide(a.voice, b.voice)
	}
	return contested
}

// owns says that a party stands behind an account, not a newspaper.
func (r *arena) owns(a *account) bool {
	p := r.party(a.voice)
	return a.attributed || anyOf(p.toks, public) || anyOf(p.toks, private)
}

// contested says that one of two accounts is given by a party whose counts are commonly denied by others.
func (r *arena) contested(a, b *account) bool {
	return anyOf(r.party(a.voice).toks, contrary) || anyOf(r.party(b.voice).toks, contrary)
}

// atLarge says that officials at large gave an account, no party: "rescue officials", "police".
func (r *arena) atLarge(a *account) bool {
	p := r.party(a.voice)
	return p.anonymous() && anyOf(p.toks, onDuty)
}

// onDuty are those who count first, and whose count others go on with.
var onDuty = words("officials authorities police rescuers firefighters medics")

// contrary are those whose counts are commonly denied by others.
var contrary = words("opposition union federation company firm operator party league campaign campaigners residents activists rebels")

// moves says that a report tells in its own words that a count has changed, or stands under a heading that corrects one. That a party calls
// another's figure wrong is no correction.
func moves(a *account) bool {
	s := a.sentence()
	return anyOf(a.v.toks[s.from:s.to], risen) || anyOf(analysis.Tokenize(a.v.Meta.Title+" "+a.v.Passage.Heading, ""), corrected)
}

var (
	risen     = words("risen rose rises updated revised raised increased lifted lowered reduced doubled extended")
	corrected = words("correction corrections corrected corrects clarification")
)

// figures finds reports that give another figure, or another time, for what the best sentences answer with. The question must ask for one.
func (f *found) figures(all []*choice, book *names.Book) []rivals {
	if w := f.query.want; w != wantQuantity && w != wantTime && w != wantSides && w != wantAny {
		return nil
	}
	var out []rivals
	for _, c := range all[:min(leading, len(all))] {
		a := accountOf(c, &f.query, book)
		if a.covers < answering && (c.features[sUnit] == 0 || a.covers < countingOne) || !holds(&f.query, c.v, c.sentence()) || c.features[sQuestion] > 0 || c.score < all[0].score-worth {
			continue
		}
		for _, v := range f.views[:min(searched, len(f.views))] {
			for i := range v.sents {
				if r, ok := f.another(a, &choice{v: v, i: i}, all, book); ok {
					out = append(out, r)
				}
			}
		}
	}
	return out
}

// another says whether a sentence gives another figure or time than a for the same thing.
func (f *found) another(a *account, c *choice, all []*choice, book *names.Book) (rivals, bool) {
	if c.v.ArticleID == a.v.ArticleID {
		return rivals{}, false
	}
	c = f.measured(c.v, c.i, all)
	if !f.satisfies(c) {
		return rivals{}, false
	}
	b := accountOf(c, &f.query, book)
	x, y, ok := f.clash(a, b)
	if !ok && !(f.query.want == wantTime && differentTimes(a, b) && f.sameThing(a, b)) {
		return rivals{}, false
	}
	if a.day() > b.day() {
		a, b, x, y = b, a, y, x
	}
	if a.figure, b.figure = x.key(), y.key(); !ok {
		a.figure, b.figure = otherTimes(a, b)
	}
	return rivals{a: a, b: b, overtaken: overtakes(a, b, x, y)}, true
}

// measured is the choice for a sentence, measured now where it was not among the best passages' sentences.
func (f *found) measured(v *view, i int, all []*choice) *choice {
	if c := choiceAt(all, v, i); c != nil {
		return c
	}
	c := &choice{v: v, i: i}
	f.matcher.gauge(c, f.matcher.named(about(&v.Candidate), v.Meta.Language), f.views[0].score, 1)
	c.score = dot(c.features[:], sentenceWeights[:])
	return c
}

// clash finds the figure of a that answers the question, and another of b for the same.
func (f *found) clash(a, b *account) (x, y quantityValue, ok bool) {
	if f.query.want == wantTime || otherYears(a, b) {
		return x, y, false
	}
	for _, x := range a.counts(&f.query) {
		cites := b.mentions(x.value)
		if !cites && (f.query.want == wantAny || !f.sameThing(a, b)) {
			continue
		}
		for _, y := range b.values {
			if !shareUnit(x, y) && !f.query.bothCount(x, y) || a.holdsValue(y.value) {
				continue
			}
			if !sameRounded(x.value, y.value) {
				return x, y, !otherFates(a, b)
			}
		}
	}
	return x, y, false
}

// sameRounded says that of two figures one may be the other rounded. Two whole ones are not rounded that end neither in 0 nor in 5.
func sameRounded(x, y float64) bool {
	counted := func(v float64) bool { return math.Mod(v, 5) != 0 && v == math.Trunc(v) }
	return x == y || math.Abs(x-y) <= rounded*math.Max(x, y) && !(counted(x) && counted(y))
}

// otherYears says that two accounts tell of different years. A correction need not say again of which year it is.
func otherYears(a, b *account) bool {
	x, y := yearTold(a.tokens()), yearTold(b.tokens())
	if x == "" && corrects(a) || y == "" && corrects(b) {
		return false
	}
	return x != y
}

// fates are what becomes of people, each in the words by which those are counted whom it befalls.
var fates = []map[string]bool{
	words("dead died die dies killed kills killing deaths fatalities drowned perished bodies"),
	words("injured injuring injuries wounded wounding hurt hospitalised hospitalized treated"),
	words("missing unaccounted"),
	words("rescued survived survivors"),
	words("arrested detained custody"),
}

// otherFates says that two accounts tell how many people another thing befell: the dead are not the missing.
func otherFates(a, b *account) bool {
	x, y := a.fates(), b.fates()
	return x != 0 && y != 0 && x&y == 0
}

// fates are the places in the list of those of which a sentence tells, a bit each.
func (a *account) fates() (bits int) {
	for i, ws := range fates {
		if anyOf(a.tokens(), ws) {
			bits |= 1 << i
		}
	}
	return bits
}

// mentions says that the sentence, or one beside it, holds the same figure: it speaks of the other report. Figures below three are
// too common to tell.
func (a *account) mentions(value float64) bool {
	if value < 3 {
		return false
	}
	for j := max(0, a.i-1); j <= a.i+1 && j < len(a.v.sents); j++ {
		s := &a.v.sents[j]
		for _, q := range quantities(a.v.Passage.Text, a.v.toks[s.from:s.to]) {
			if q.value == value {
				return true
			}
		}
	}
	return false
}

func (a *account) holdsValue(value float64) bool {
	for _, v := range a.values {
		if v.value == value {
			return true
		}
	}
	return false
}

// sameThing says that two sentences share content words enough, one of them a concept of the question.
func (f *found) sameThing(a, b *account) bool {
	shared := 0
	y := b.stemsWithContext()
	for s := range a.stemsWithContext() {
		if y[s] && !isFigure(s) {
			shared++
		}
	}
	return shared >= kindredStems && f.meet(a.sentence(), b.sentence())
}

// stemsWithContext are the content words of the sentence, and of the one before where it leans on that.
func (a *account) stemsWithContext() map[string]bool {
	if !a.leansOn() {
		return a.stems
	}
	s, before := a.sentence(), a.v.sents[a.i-1]
	return stemSet(a.v.toks[before.from:s.to])
}

// bothCount says that two figures count what the question asks for, each in its own word.
func (q *query) bothCount(x, y quantityValue) bool {
	return q.unit != "" && q.countsUnit(x.units) && q.countsUnit(y.units)
}

// meet says that two sentences name one concept of the question, or come near to it, figures aside.
func (f *found) meet(x, y *sentence) bool {
	for i, c := range f.query.concepts {
		if c.counts == 1 && !c.number && says(x, i) && says(y, i) {
			return true
		}
	}
	return false
}

// says says that a sentence names a concept, or something near to it by letters or meaning.
func says(s *sentence, concept int) bool {
	return s.best[concept] > 0 || s.near[concept] > 0 || s.kin[concept] >= akinEnough
}

func isFigure(stem string) bool { return stem != "" && stem[0] >= '0' && stem[0] <= '9' }
