package answer

import (
	"slices"
	"strings"

	"parley/answer/gate"
	"parley/article/analysis"
	"parley/article/names"
)

// rivals are two accounts that cannot both be so, or of which the second has overtaken the first.
type rivals struct {
	a, b *account
	// overtaken says that b is newer and takes a's place: no dispute.
	overtaken bool
	// off says that a is a plan and b says that it was called off: both are shown.
	off bool
	// aside says that the two are shown, but as no sides: the disagreement is surer of others.
	aside bool
	// bond is how well the two show the disagreement, 0 where a rule of its own found them.
	bond float64
}

const (
	// weighed is how many of the best sentences are compared with one another.
	weighed = 24
)

// rivalry finds where the articles disagree on what the question asks, and where a later report has overtaken an earlier one. It is precise
// rather than eager: what it is not sure of is no dispute.
func (f *found) rivalry(all []*choice, book *names.Book) []rivals {
	r := f.arena()
	r.pairs = r.pairings()
	out := slices.Concat(r.overtakings(all), f.takenBackBy(all), f.callOffs(all), f.holders(all, book), r.announcedQuarrels(all))
	odds, best := quarrel(r.standing(overtakenBy(out)))
	if odds < disputed {
		return out
	}
	var sure, other []pairing
	for _, p := range best {
		if p.odds() >= disputed && (r.query.want != wantReason || p.a.holds && p.b.holds) {
			sure = append(sure, p)
		} else {
			other = append(other, p)
		}
	}
	for i, p := range slices.Concat(sure, other)[:min(shownPairs, len(best))] {
		if i > 0 && p.odds() < disputed-furtherOdds {
			continue // it tells of something else
		}
		d := rivals{a: p.a.account, b: p.b.account, aside: i >= max(1, len(sure)), bond: dot(p.features[:], whichWeights[:])}
		if !r.rival(out, &d) && r.outdated(&d) {
			out = append(out, d)
			continue
		}
		d.a.figure, d.b.figure = r.otherFigures(p.a, p.b)
		for _, x := range [][2]*choice{{d.a.choice, d.b.choice}, {d.b.choice, d.a.choice}} {
			if x[0].v == x[1].v && x[0].i == x[1].i-1 {
				x[1].alone = true
			}
		}
		out = append(out, d)
	}
	return out
}

// standing are the pairings of sentences that no later report has overtaken: those take no side.
func (r *arena) standing(overtaken []*choice) []pairing {
	return slices.DeleteFunc(slices.Clone(r.pairs), func(p pairing) bool { return stands(overtaken, p.a.choice) || stands(overtaken, p.b.choice) })
}

// rival says that the parties of a pair are rivals already, in these words or others.
func (r *arena) rival(rs []rivals, d *rivals) bool {
	return slices.ContainsFunc(rs, func(o rivals) bool {
		return !o.overtaken && (r.oneSide(o.a.voice, d.a.voice) && r.oneSide(o.b.voice, d.b.voice) || r.oneSide(o.a.voice, d.b.voice) && r.oneSide(o.b.voice, d.a.voice))
	})
}

// opponents says that the parties of two accounts contradict one another within one article, each in words or figures of its own: neither's later word
// overtakes the other's.
func (r *arena) opponents(a, b *account) bool {
	if !a.attributed || !b.attributed || r.oneSide(a.voice, b.voice) {
		return false
	}
	for _, x := range r.spokenFor(a) {
		for _, y := range r.spokenFor(b) {
			if x.v.ArticleID == y.v.ArticleID && (r.clashes(x, y) || r.paired(x, y)) {
				return true
			}
		}
	}
	return false
}

// spokenFor are the stances in which the party of an account speaks.
func (r *arena) spokenFor(a *account) []*stance {
	var out []*stance
	for _, s := range r.stances {
		if s.attributed && r.oneSide(s.voice, a.voice) {
			out = append(out, s)
		}
	}
	return out
}

// paired says that two stances could be two sides of a disagreement.
func (r *arena) paired(x, y *stance) bool {
	return slices.ContainsFunc(r.pairs, func(p pairing) bool { return p.a == x && p.b == y || p.a == y && p.b == x })
}

// outdated says that the question asks how things stand now, and that two reports which differ are of different days: then the later has overtaken
// the earlier, which becomes a. A party that others commonly contradict is not overtaken, nor one by its opponent.
func (r *arena) outdated(d *rivals) bool {
	q := &r.query
	x, y := d.a.day(), d.b.day()
	if !q.now || q.want == wantSides || q.either || len(q.voices) > 0 || x == "" || y == "" || x == y || r.contested(d.a, d.b) || r.opponents(d.a, d.b) {
		return false
	}
	if x > y {
		d.a, d.b = d.b, d.a
	}
	d.overtaken, d.bond = true, 0
	return true
}

// overtakenBy are the choices that later ones have overtaken.
func overtakenBy(rs []rivals) []*choice {
	var out []*choice
	for _, r := range rs {
		if r.overtaken {
			out = append(out, r.a.choice)
		}
	}
	return out
}

// shownPairs is how many pairs of sentences show a disagreement.
const shownPairs = 8

func choiceAt(all []*choice, v *view, i int) *choice {
	for _, c := range all {
		if c.v == v && c.i == i {
			return c
		}
	}
	return nil
}

// counts are the figures of an account that count what the question asks for and that it did not bring itself.
func (a *account) counts(q *query) []quantityValue {
	var out []quantityValue
	for _, v := range a.values {
		if q.unit == "" && !q.bringsValue(v.value) || q.unit != "" && q.countsUnit(v.units) {
			out = append(out, v)
		}
	}
	return out
}

// countsUnit allows for a unit said in a kindred word: dockers, dock workers; ships, vessels.
func (q *query) countsUnit(units map[string]bool) bool {
	for u := range units {
		if q.isUnit(u) {
			return true
		}
	}
	return false
}

// isUnit says that a stem is what the question counts, or near to it by its letters or its meaning.
func (q *query) isUnit(stem string) bool {
	n := commonPrefix(stem, q.unit)
	return stem == q.unit || n >= 4 && n >= len(q.unit)-2 || q.unitKin[stem]
}

func (q *query) bringsValue(v float64) bool {
	for _, c := range q.concepts {
		if x, _, ok := analysis.Value([]analysis.Token{c.token}, 0); ok && c.number && x == v && !q.either {
			return true
		}
	}
	return false
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// shareUnit says that two figures count one thing. Cubic metres and metres do not.
func shareUnit(x, y quantityValue) bool {
	for _, measure := range []string{"cubic", "squar"} {
		if x.units[measure] != y.units[measure] {
			return false
		}
	}
	for u := range x.units {
		if y.units[u] {
			return true
		}
	}
	return false
}

// overtakes says that b, the newer, updates or corrects a: it says so, or it is a count that has risen since another day.
func overtakes(a, b *account, x, y quantityValue) bool {
	if a.rebuts != "" || b.rebuts != "" || a.day() == "" || b.day() == "" {
		return false
	}
	if corrects(b) {
		return true
	}
	return a.day() < b.day() && (y.value > x.value || updates(b))
}

// corrections say that an earlier report was wrong; updating words say that things have moved on.
var (
	corrections = words("correction corrections corrected corrects clarification clarifications wrong wrongly erroneous erroneously mistaken mistakenly incorrect")
	updating    = words("now risen rose rises since updated revised down reduced pulled lowered lifted reopened further latest total longer")
)

func corrects(a *account) bool {
	v := a.v
	if anyOf(v.toks, corrections) {
		return true
	}
	return anyOf(analysis.Tokenize(v.Meta.Title+" "+v.Passage.Heading, ""), corrections)
}

func updates(a *account) bool {
	s := a.sentence()
	return anyOf(a.v.toks[s.from:s.to], updating)
}

// leansOn says that the sentence takes its subject from the one before.
func (a *account) leansOn() bool {
	s := a.sentence()
	return a.i > 0 && leans(a.v.toks[s.from:s.to])
}

// negationReach is how many tokens before a word a negator may stand and still turn it round.
const negationReach = 5

// polarity is 1 where the account affirms the concept, -1 where it negates it or says its opposite, 0 where it does not name it. Its own
// words count before words near in meaning.
func (f *found) polarity(a *account, concept int) int {
	s := a.sentence()
	c := f.query.concepts[concept]
	for _, least := range []float64{1, surelyKin} {
		for p := s.from; p < s.to; p++ {
			t := a.v.toks[p]
			sign := 0
			switch {
			case f.matcher.means(a.v, p, concept, least):
				sign = 1
			case !c.name && !c.number && !t.Stop && gate.Opposed(c.token, t):
				sign = -1
			default:
				continue
			}
			if a.negated(p) {
				sign = -sign
			}
			return sign
		}
	}
	return 0
}

// surelyKin is how near in meaning a word must be to be affirmed or denied in a concept's place.
const surelyKin = 0.4

// negated says that a negator or a denial stands a little before the token at p.
func (a *account) negated(p int) bool {
	for i := p - 1; i >= max(a.sentence().from, p-negationReach); i-- {
		t, next := a.v.toks[i], a.v.toks[i+1]
		if t.End < next.Start && strings.ContainsAny(a.v.Passage.Text[t.End:next.Start], ";:—–") {
			return false // it stands in another clause
		}
		if negators[t.Exact] || denials[t.Exact] {
			return true
		}
	}
	return false
}

// means says that the token at p names the concept, or is near in meaning to it.
func (m *matcher) means(v *view, p, concept int, least float64) bool {
	for _, r := range m.first[v.toks[p].Stem] {
		if r.concept == concept && follows(v.toks, p, m.q.concepts[concept].forms[r.form].stems) {
			return true
		}
	}
	for _, k := range m.kin[v.toks[p].Stem] {
		if k.concept == concept && k.meant() && k.weight >= least && follows(v.toks, p, k.stems) {
			return true
		}
	}
	return false
}
