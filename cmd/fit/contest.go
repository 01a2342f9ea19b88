package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"parley/answer"
)

// quarrel is one question for the decision whether the articles disagree, with the pairs of sentences that could.
type quarrel struct {
	pairs []answer.PairLesson
	// shows says which pairs give two sides of a disagreement that the set knows.
	shows    []bool
	disputed bool
	counts   float64
}

const (
	// encyclopedic is every how manieth question of the encyclopedia teaches what is no disagreement, and light what it counts.
	encyclopedic, light = 12, 0.3
	// unanswerableCounts is the same for a question that nothing answers, softCounts for a disagreement that may be called an answer.
	unanswerableCounts, softCounts = 0.5, 0.5
	// raised is how much more a disagreement counts than what is none: there are fewer.
	raised = 3
)

// exam is a set's questions for that decision: those that may be learned from, and those that are only counted.
type exam struct {
	name         string
	seen, hidden []quarrel
	// others is how many of them have an answer and no disagreement.
	others int
}

// contests fits the weights of two sentences that are held against one another: whether they disagree, and which two show it best.
func contests(a, b lot, unseen []set) error {
	exams, err := sit(slices.Concat(a.news, b.news), unseen)
	if err != nil {
		return err
	}
	items, err := asked(a.books, every(a.books.items, encyclopedic))
	if err != nil {
		return err
	}
	books := lighter(quarrels(items))
	var seen, hidden []quarrel
	for _, e := range exams {
		seen, hidden = append(seen, e.seen...), append(hidden, e.hidden...)
	}
	n := len(answer.PairFeatures())
	whether, which := fitWhether(slices.Concat(seen, books), n), fitWhich(seen, n)
	now := answer.CurrentWeights()
	fmt.Println("\ncontests: at log odds of 0, 0.5 and 1, disagreements named and others called one; both sides in the first pair / first three")
	for _, r := range []struct {
		name           string
		qs             []quarrel
		whether, which []float64
	}{{"news, as committed", seen, now.Whether, now.Which}, {"news, by all", seen, whether, which}, {"uncounted, as committed", hidden, now.Whether, now.Which}, {"uncounted, by all", hidden, whether, which}} {
		reportContests(r.name, r.qs, r.whether, r.which)
	}
	leaveOut(exams, books, n)
	for i, name := range answer.PairFeatures() {
		fmt.Printf("    %-12s %8.2f %8.2f\n", name, whether[i], which[i])
	}
	return nil
}

// sit asks each set's questions of its articles.
func sit(news, unseen []set) ([]exam, error) {
	var out []exam
	for _, s := range news {
		e := exam{name: s.name}
		for _, of := range append([]set{s}, unseen...) {
			if of.dir != s.dir {
				continue
			}
			items, err := asked(of, of.items)
			if err != nil {
				return nil, err
			}
			e.others += others(items)
			if of.name == s.name {
				e.seen = quarrels(items)
			} else {
				e.hidden = append(e.hidden, quarrels(items)...)
			}
		}
		out = append(out, e)
	}
	for _, of := range unseen {
		if slices.ContainsFunc(news, func(s set) bool { return s.dir == of.dir }) {
			continue
		}
		items, err := asked(of, of.items)
		if err != nil {
			return nil, err
		}
		out = append(out, exam{name: of.name, hidden: quarrels(items), others: others(items)})
	}
	return out, nil
}

// others counts the questions that have an answer and no disagreement.
func others(items []item) int {
	n := 0
	for _, it := range items {
		if it.Expect == "answer" && !slices.Contains(it.AlsoOK, "disputed") {
			n++
		}
	}
	return n
}

// bearable is the share of what is no disagreement that may be called one.
const bearable = 0.05

// leaveOut says how each set does under the weights that the others teach, which is what to expect of a new one, and from which log odds on
// they call no more than a bearable share a disagreement that is none.
func leaveOut(exams []exam, books []quarrel, n int) {
	type verdict struct {
		odds     float64
		disputed bool
	}
	var all []verdict
	disputed, others := 0, 0
	for i, held := range exams {
		seen := slices.Clone(books)
		for j, e := range exams {
			if j != i {
				seen = append(seen, e.seen...)
			}
		}
		whether, which := fitWhether(seen, n), fitWhich(seen[len(books):], n)
		qs := slices.Concat(held.seen, held.hidden)
		reportContests("without "+held.name, qs, whether, which)
		others += held.others
		for k := range qs {
			_, y := qs[k].best(whether, true)
			_, z := qs[k].best(whether, false)
			if qs[k].disputed || qs[k].counts != unanswerableCounts {
				all = append(all, verdict{max(y, z), qs[k].disputed})
			}
			if qs[k].disputed {
				disputed++
			}
		}
	}
	slices.SortFunc(all, func(x, y verdict) int { return cmp.Compare(y.odds, x.odds) })
	named, wrong := 0, 0
	for _, v := range all {
		switch {
		case v.disputed:
			named++
		case wrong+1 > int(bearable*float64(others)):
			fmt.Printf("  from log odds of %.2f on, sets left out: %d of %d named, %d of %d others called one\n", v.odds, named, disputed, wrong, others)
			return
		default:
			wrong++
		}
	}
}

// quarrels are the questions that have pairs; one that may be answered either way teaches nothing.
func quarrels(items []item) []quarrel {
	var out []quarrel
	for _, it := range items {
		q := quarrel{pairs: it.lesson.Pairs, disputed: it.Expect == "disputed", counts: 1}
		if len(q.pairs) == 0 || !q.disputed && slices.Contains(it.AlsoOK, "disputed") {
			continue
		}
		if it.Expect == "abstain" {
			q.counts = unanswerableCounts
		}
		if q.disputed && len(it.AlsoOK) > 0 {
			q.counts = softCounts
		}
		for _, p := range q.pairs {
			q.shows = append(q.shows, q.disputed && twoSides(it, p))
		}
		out = append(out, q)
	}
	return out
}

func lighter(qs []quarrel) []quarrel {
	for i := range qs {
		qs[i].counts *= light
	}
	return qs
}

// twoSides says that two sentences carry different sides of a disagreement.
func twoSides(it item, p answer.PairLesson) bool {
	x, y := sidesIn(it, p.A), sidesIn(it, p.B)
	return x != "" && y != "" && (x != y || len(x) > 1)
}

func sidesIn(it item, s answer.SentenceLesson) string {
	out := ""
	for _, g := range it.Gold {
		if g.Side != "" && g.Role == "" && g.Article == s.Source && shares(fold(s.Text), fold(g.Quote)) && !slices.Contains([]byte(out), g.Side[0]) {
			out += g.Side
		}
	}
	return out
}

// best is the pair that scores highest among those that show what they should, or the reverse; -1 where there is none.
func (q *quarrel) best(w []float64, show bool) (int, float64) {
	at, most := -1, math.Inf(-1)
	for i, p := range q.pairs {
		if z := weigh(w, p.Features); q.shows[i] == show && z > most {
			at, most = i, z
		}
	}
	return at, most
}

func weigh(w, x []float64) float64 {
	s := 0.0
	for i := range x {
		s += w[i] * x[i]
	}
	return s
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// fitWhether fits by the best pair of each question: of a disagreement the best that shows it, which should also beat the best of the rest.
func fitWhether(qs []quarrel, n int) []float64 {
	return descend(n, 0.003, 400, func(w, grad []float64) float64 {
		total := 0.0
		for i := range qs {
			q := &qs[i]
			at, z := q.best(w, q.disputed)
			if at < 0 {
				continue
			}
			c, d := q.counts, q.counts*sigmoid(z)
			if q.disputed {
				c, d = raised*q.counts, raised*q.counts*(sigmoid(z)-1)
				if rest, y := q.best(w, false); rest >= 0 {
					beat := 0.5 * sigmoid(y-z)
					for k := range grad {
						grad[k] += beat * (q.pairs[rest].Features[k] - q.pairs[at].Features[k])
					}
				}
			}
			total += c
			for k, x := range q.pairs[at].Features {
				grad[k] += d * x
			}
		}
		return total
	})
}

// fitWhich fits a softmax over the pairs of each disagreement, in which those that show it should have all the share.
func fitWhich(qs []quarrel, n int) []float64 {
	return descend(n, 0.01, 300, func(w, grad []float64) float64 {
		total := 0.0
		for i := range qs {
			q := &qs[i]
			_, top := q.best(w, false)
			at, z := q.best(w, true)
			if at < 0 {
				continue
			}
			top = max(top, z)
			e, all, right := make([]float64, len(q.pairs)), 0.0, 0.0
			for j, p := range q.pairs {
				e[j] = math.Exp(weigh(w, p.Features) - top)
				all += e[j]
				if q.shows[j] {
					right += e[j]
				}
			}
			total++
			for j, p := range q.pairs {
				c := e[j] / all
				if q.shows[j] {
					c -= e[j] / right
				}
				for k, x := range p.Features {
					grad[k] += c * x
				}
			}
		}
		return total
	})
}

// descend minimises by Adam (Kingma and Ba) with a penalty on the squares of all weights but the first.
func descend(n int, penalty float64, steps int, gradient func(w, grad []float64) float64) []float64 {
	w, m, v := make([]float64, n), make([]float64, n), make([]float64, n)
	for step := 1; step <= steps; step++ {
		grad := make([]float64, n)
		total := max(1, gradient(w, grad))
		for k := range w {
			g := grad[k] / total
			if k > 0 {
				g += penalty * w[k]
			}
			m[k], v[k] = 0.9*m[k]+0.1*g, 0.99*v[k]+0.01*g*g
			w[k] -= 0.1 * m[k] / (1 - math.Pow(0.9, float64(step))) / (math.Sqrt(v[k]/(1-math.Pow(0.99, float64(step)))) + 1e-8)
		}
	}
	return w
}

func reportContests(name string, qs []quarrel, whether, which []float64) {
	fmt.Printf("  %-24s", name)
	for _, odds := range []float64{0, 0.5, 1} {
		named, disputed, false_, others := 0, 0, 0, 0
		for i := range qs {
			q := &qs[i]
			_, y := q.best(whether, true)
			_, z := q.best(whether, false)
			hit := max(y, z) > odds
			switch {
			case q.disputed && hit:
				named, disputed = named+1, disputed+1
			case q.disputed:
				disputed++
			case hit:
				false_, others = false_+1, others+1
			default:
				others++
			}
		}
		fmt.Printf("  %d of %d, %d of %d |", named, disputed, false_, others)
	}
	first, three := 0, 0
	for i := range qs {
		switch at := qs[i].placeOf(which); {
		case !qs[i].disputed || at < 0:
		case at == 0:
			first, three = first+1, three+1
		case at < 3:
			three++
		}
	}
	fmt.Printf("  %d / %d\n", first, three)
}

// placeOf is the place of the first pair that shows the disagreement, from 0, or -1.
func (q *quarrel) placeOf(w []float64) int {
	at, z := q.best(w, true)
	if at < 0 {
		return -1
	}
	place := 0
	for i, p := range q.pairs {
		if !q.shows[i] && weigh(w, p.Features) > z {
			place++
		}
	}
	return place
}
