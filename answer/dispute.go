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
}

const (
	// weighed is how many of the best sentences are compared with one another.
	weighed = 24
	// onPoint is how much of the best sentence's coverage another must have to speak of the same thing.
	onPoint = 0.75
	// aside is the same for a sentence that answers the claim of another's.
	aside = 0.4
)

// rivalry compares the best sentences with one another. It is precise rather than eager: what it is not sure of is no dispute.
func (f *found) rivalry(all []*choice, book *names.Book) []rivals {
	accounts := f.accounts(all, book)
	out := append(append(f.figures(all, book), f.holders(all, book)...), f.denied(all, book)...)
	if w := f.query.want; w == wantSides || w == wantQuantity || f.query.yesNo || f.query.either {
		out = append(out, f.answered(accounts, all, book)...)
	}
	for i, a := range accounts {
		for _, b := range accounts[i+1:] {
			if r, ok := f.oppose(a, b, book); ok {
				out = append(out, r)
			}
		}
	}
	return out
}

func (f *found) accounts(all []*choice, book *names.Book) []*account {
	var out []*account
	best := 0.0
	for _, c := range all[:min(weighed, len(all))] {
		if c.features[sQuestion] > 0 {
			continue
		}
		a := accountOf(c, &f.query, book)
		best = max(best, a.covers)
		out = append(out, a)
	}
	return slices.DeleteFunc(out, func(a *account) bool {
		speaks := a.rebuts != "" || (f.query.either || f.query.want == wantSides) && a.attributed && !anonymous(a.voice, book)
		return a.covers < onPoint*best && (!speaks || a.covers < aside*best)
	})
}

// oppose finds why two accounts cannot both be so.
func (f *found) oppose(a, b *account, book *names.Book) (rivals, bool) {
	if a.v.ArticleID == b.v.ArticleID && oneSide(a.voice, b.voice, book) {
		return rivals{}, false
	}
	if a.day() > b.day() {
		a, b = b, a
	}
	if f.query.want == wantSides {
		spoken := a.attributed && b.attributed && !anonymous(a.voice, book) && !anonymous(b.voice, book)
		return rivals{a: a, b: b}, !oneSide(a.voice, b.voice, book) && (spoken || a.gives(b))
	}
	if f.query.either && a.owned() && b.owned() && a.v.ArticleID != b.v.ArticleID && !oneSide(a.voice, b.voice, book) && f.query.unit == "" {
		return rivals{a: a, b: b}, true
	}
	if f.query.yesNo && !oneSide(a.voice, b.voice, book) && f.negates(a, b) {
		return rivals{a: a, b: b}, true
	}
	return rivals{a: a, b: b}, a.covers >= answering && b.covers >= answering && rebutted(a, b, book)
}

// gives says that two accounts give different figures for one thing.
func (a *account) gives(b *account) bool {
	for _, x := range a.values {
		for _, y := range b.values {
			if shareUnit(x, y) && x.value != y.value {
				return true
			}
		}
	}
	return false
}

// answered finds sentences that the same passage goes on to dispute: "X disputed that. The list was sent within the hour."
func (f *found) answered(accounts []*account, all []*choice, book *names.Book) []rivals {
	var out []rivals
	for _, a := range accounts {
		for j := a.i + 1; j <= a.i+2 && j < len(a.v.sents); j++ {
			s := &a.v.sents[j]
			if !disputesBefore(a.v.toks[s.from:s.to]) {
				continue
			}
			at := j
			if !saysMore(a.v.toks[s.from:s.to]) {
				at = min(j+1, len(a.v.sents)-1)
			}
			if c := choiceAt(all, a.v, at); c != nil {
				out = append(out, rivals{a: a, b: accountOf(c, &f.query, book)})
			}
			break
		}
	}
	return out
}

func choiceAt(all []*choice, v *view, i int) *choice {
	for _, c := range all {
		if c.v == v && c.i == i {
			return c
		}
	}
	return nil
}

// owned says that somebody stands behind the account: a speaker, or an outlet or office with a name.
func (a *account) owned() bool { return a.attributed || a.v.Meta.Publisher != "" }

// day is when the account was given, or "".
func (a *account) day() string {
	if d := a.v.Passage.At.Day(); d != "" {
		return d
	}
	return a.v.Meta.Published.Day()
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

func shareUnit(x, y quantityValue) bool {
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

// differentTimes says that two accounts give one point in time each, of the same kind, and not the same.
func differentTimes(a, b *account) bool {
	for _, clock := range []bool{true, false} {
		x, y := onlyTime(a.days, clock), onlyTime(b.days, clock)
		if x != "" && y != "" {
			return x != y
		}
	}
	return false
}

func onlyTime(days []string, clock bool) string {
	found := ""
	for _, d := range days {
		if strings.Contains(d, ":") != clock {
			continue
		}
		if found != "" && found != d {
			return ""
		}
		found = d
	}
	return found
}

// negates says that one account denies what the other affirms: they share two concepts of the question, and what is said of them is
// negated, or said by its opposite, in one of them only.
func (f *found) negates(a, b *account) bool {
	shared, turned := 0, false
	x, y := 1, 1
	for i, c := range f.query.concepts {
		p, q := f.polarity(a, i), f.polarity(b, i)
		if p != 0 && q != 0 && c.counts == 1 {
			shared++
		}
		if !c.name && !c.number && c.counts == 1 {
			x, y = min(x, or(p, 1)), min(y, or(q, 1))
			turned = turned || p*q < 0
		}
	}
	return x != y && turned && (shared >= 2 || shared == 1 && (a.leansOn() || b.leansOn()))
}

// leansOn says that the sentence takes its subject from the one before.
func (a *account) leansOn() bool {
	s := a.sentence()
	return a.i > 0 && leans(a.v.toks[s.from:s.to])
}

// or is n, or otherwise where n is 0.
func or(n, otherwise int) int {
	if n == 0 {
		return otherwise
	}
	return n
}

// negationReach is how many tokens before a word a negator may stand and still turn it round.
const negationReach = 5

// polarity is 1 where the account affirms the concept, -1 where it negates it or says its opposite, 0 where it does not name it.
func (f *found) polarity(a *account, concept int) int {
	s := a.sentence()
	c := f.query.concepts[concept]
	for p := s.from; p < s.to; p++ {
		t := a.v.toks[p]
		sign := 0
		switch {
		case f.matcher.means(a.v, p, concept):
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
	return 0
}

// negated says that a negator or a denial stands a little before the token at p.
func (a *account) negated(p int) bool {
	for i := max(a.sentence().from, p-negationReach); i < p; i++ {
		if e := a.v.toks[i].Exact; negators[e] || denials[e] {
			return true
		}
	}
	return false
}

// means says that the token at p names the concept, or is near in meaning to it.
func (m *matcher) means(v *view, p, concept int) bool {
	for _, r := range m.first[v.toks[p].Stem] {
		if r.concept == concept && follows(v.toks, p, m.q.concepts[concept].forms[r.form].stems) {
			return true
		}
	}
	for _, k := range m.kin[v.toks[p].Stem] {
		if k.concept == concept && k.weight >= unitKinWeight && follows(v.toks, p, k.stems) {
			return true
		}
	}
	return false
}

// rebutted says that one of the accounts contradicts what the other's side is said to claim.
func rebutted(a, b *account, book *names.Book) bool {
	return answersTo(a, b, book) || answersTo(b, a, book)
}

func answersTo(a, b *account, book *names.Book) bool {
	if a.rebuts == "" || a.v.ArticleID == b.v.ArticleID {
		return false
	}
	return oneSide(a.rebuts, b.voice, book) || oneSide(a.rebuts, outlet(&b.v.Candidate), book)
}
