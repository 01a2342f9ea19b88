package answer

import (
	"math"
	"slices"
	"strings"

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
	var out []rivals
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
		return a.covers < onPoint*best && (a.rebuts == "" || a.covers < aside*best)
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
	switch q := &f.query; {
	case q.want == wantQuantity || q.unit != "":
		if x, y, ok := differ(q, a, b); ok {
			return rivals{a, b, overtakes(a, b, x, y, book)}, true
		}
	case q.want == wantTime:
		if differentTimes(a, b) {
			return rivals{a, b, corrects(b)}, true
		}
	case q.want == wantSides:
		return rivals{a: a, b: b}, a.attributed && b.attributed && !oneSide(a.voice, b.voice, book)
	}
	if f.query.either && a.attributed && b.attributed && !oneSide(a.voice, b.voice, book) {
		return rivals{a: a, b: b}, true
	}
	if f.query.yesNo && !oneSide(a.voice, b.voice, book) && f.negates(a, b) {
		return rivals{a: a, b: b}, true
	}
	return rivals{a: a, b: b}, rebutted(a, b, book)
}

// day is when the account was given, or "".
func (a *account) day() string {
	if d := a.v.Passage.At.Day(); d != "" {
		return d
	}
	return a.v.Meta.Published.Day()
}

// differ finds two different figures for what the question counts.
func differ(q *query, a, b *account) (x, y quantityValue, ok bool) {
	for _, x := range a.counts(q) {
		for _, y := range b.counts(q) {
			if q.unit == "" && !shareUnit(x, y) {
				continue
			}
			return x, y, math.Abs(x.value-y.value) > 0.05*math.Max(x.value, y.value)
		}
	}
	return x, y, false
}

// counts are the figures of an account that count what the question asks for and that it did not bring itself.
func (a *account) counts(q *query) []quantityValue {
	var out []quantityValue
	for _, v := range a.values {
		if q.unit == "" || countsUnit(v.units, q.unit) {
			out = append(out, v)
		}
	}
	return out
}

// countsUnit allows for a unit said in a kindred word: dockers, dock workers.
func countsUnit(units map[string]bool, unit string) bool {
	if units[unit] {
		return true
	}
	for u := range units {
		if n := commonPrefix(u, unit); n >= 4 && n >= len(unit)-2 {
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
func overtakes(a, b *account, x, y quantityValue, book *names.Book) bool {
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

// negates says that one account denies what the other affirms: a concept of the question that is no name, negated in one of
// them only, while they share another.
func (f *found) negates(a, b *account) bool {
	shared, turned := 0, false
	for i, c := range f.query.concepts {
		x, y := a.polarity(i), b.polarity(i)
		if x == 0 || y == 0 {
			continue
		}
		shared++
		if x != y && !c.name && !c.number {
			turned = true
		}
	}
	return turned && shared >= 2
}

// negationReach is how many tokens before a word a negator may stand and still turn it round.
const negationReach = 5

// polarity is 1 where the account affirms the concept, -1 where it negates it, 0 where it does not name it.
func (a *account) polarity(concept int) int {
	s := a.sentence()
	for _, h := range a.v.hits {
		if h.concept != concept || h.pos < s.from || h.pos >= s.to {
			continue
		}
		for p := max(s.from, h.pos-negationReach); p < h.pos; p++ {
			if e := a.v.toks[p].Exact; negators[e] || denials[e] {
				return -1
			}
		}
		return 1
	}
	return 0
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
