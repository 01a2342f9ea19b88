package main

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"parley/answer"
)

// group is one question's candidates: their features, which of them are right, and how much the question counts.
type group struct {
	x      [][]float64
	right  []bool
	counts float64
}

// newsCounts is what a question of the small news sets counts beside one of the encyclopedia.
const newsCounts = 2

func counts(it item) float64 {
	if it.Gold != nil {
		return newsCounts
	}
	return 1
}

func answerable(it item) bool { return it.Expect != "abstain" }

func passageGroups(items []item) []group {
	var out []group
	for _, it := range items {
		if !answerable(it) {
			continue
		}
		g := group{counts: counts(it)}
		for _, p := range it.lesson.Passages[:min(50, len(it.lesson.Passages))] {
			g.x = append(g.x, p.Features)
			g.right = append(g.right, it.rightPassage(p))
		}
		out = append(out, g)
	}
	return out
}

func sentenceGroups(items []item) []group {
	var out []group
	for _, it := range items {
		if !answerable(it) {
			continue
		}
		g := group{counts: counts(it)}
		for _, s := range it.lesson.Sentences {
			g.x = append(g.x, s.Features)
			g.right = append(g.right, it.rightSentence(s))
		}
		out = append(out, g)
	}
	return out
}

// softmax fits weights by listwise softmax cross-entropy with gradient descent (ListNet, Cao et al. 2007), features scaled by
// their standard deviation, with a small ridge.
func softmax(groups []group, n int) []float64 {
	scale := scales(groups, n)
	w := make([]float64, n)
	m, v := make([]float64, n), make([]float64, n)
	for step := 1; step <= 300; step++ {
		grad := make([]float64, n)
		used := 0.0
		for _, g := range groups {
			if !anyTrue(g.right) {
				continue
			}
			used += g.counts
			addGradient(grad, g, w, scale)
		}
		for i := range w {
			gi := grad[i]/math.Max(1, used) + 0.001*w[i]
			m[i] = 0.9*m[i] + 0.1*gi
			v[i] = 0.999*v[i] + 0.001*gi*gi
			mh, vh := m[i]/(1-math.Pow(0.9, float64(step))), v[i]/(1-math.Pow(0.999, float64(step)))
			w[i] -= 0.05 * mh / (math.Sqrt(vh) + 1e-8)
		}
	}
	for i := range w {
		w[i] /= scale[i]
	}
	return w
}

func addGradient(grad []float64, g group, w, scale []float64) {
	p := make([]float64, len(g.x))
	top := math.Inf(-1)
	for i, x := range g.x {
		for j := range w {
			p[i] += w[j] * x[j] / scale[j]
		}
		top = math.Max(top, p[i])
	}
	sum, sumRight := 0.0, 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
		if g.right[i] {
			sumRight += p[i]
		}
	}
	for i, x := range g.x {
		d := p[i] / sum
		if g.right[i] {
			d -= p[i] / sumRight
		}
		for j := range w {
			grad[j] += g.counts * d * x[j] / scale[j]
		}
	}
}

func scales(groups []group, n int) []float64 {
	sum, sq, count := make([]float64, n), make([]float64, n), 0.0
	for _, g := range groups {
		for _, x := range g.x {
			count++
			for j := range n {
				sum[j] += x[j]
				sq[j] += x[j] * x[j]
			}
		}
	}
	out := make([]float64, n)
	for j := range out {
		mean := sum[j] / count
		out[j] = math.Sqrt(math.Max(1e-6, sq[j]/count-mean*mean))
		out[j] = 1 / out[j]
	}
	for j := range out {
		out[j] = 1 / out[j]
	}
	return out
}

func anyTrue(b []bool) bool {
	for _, x := range b {
		if x {
			return true
		}
	}
	return false
}

// hits is how many of the groups have a right candidate among the first k by the weights.
func hits(groups []group, w []float64, ks ...int) []float64 {
	out := make([]float64, len(ks))
	for _, g := range groups {
		r := rankOf(g, w)
		for i, k := range ks {
			if r > 0 && r <= k {
				out[i]++
			}
		}
	}
	for i := range out {
		out[i] = 100 * out[i] / float64(len(groups))
	}
	return out
}

func rankOf(g group, w []float64) int {
	idx := make([]int, len(g.x))
	score := make([]float64, len(g.x))
	for i, x := range g.x {
		idx[i] = i
		for j := range w {
			score[i] += w[j] * x[j]
		}
	}
	sort.SliceStable(idx, func(a, b int) bool { return score[idx[a]] > score[idx[b]] })
	for r, i := range idx {
		if g.right[i] {
			return r + 1
		}
	}
	return 0
}

// rankings fits and reports the passage and the sentence weights: on one half and its news sets, told on the others.
func rankings(all set, a, b lot, unseen []set) error {
	enc, err := asked(all, append(append([]item{}, a.books.items...), b.books.items...))
	if err != nil {
		return err
	}
	r := ranking{encA: enc[:len(a.books.items)], encB: enc[len(a.books.items):]}
	if r.newsA, err = askedAll(a.news); err != nil {
		return err
	}
	if r.newsB, err = askedAll(b.news); err != nil {
		return err
	}
	if r.unseen, err = askedAll(unseen); err != nil {
		return err
	}
	now := answer.CurrentWeights()
	for _, l := range []lot{a, b} {
		fmt.Println(l.name, "is", l.books.titles, "and", names(l.news))
	}
	fmt.Println("unseen are", names(unseen))
	r.report("passages", passageGroups, answer.PassageFeatures(), now.Passage, []int{1, 5, 10})
	r.report("sentences", sentenceGroups, answer.SentenceFeatures(), now.Sentence, []int{1, 3, 5})
	return nil
}

func names(sets []set) []string {
	var out []string
	for _, s := range sets {
		out = append(out, s.name)
	}
	return out
}

// ranking is the questions with what was found for each.
type ranking struct{ encA, encB, newsA, newsB, unseen []item }

func (r ranking) report(name string, groups func([]item) []group, names []string, now []float64, ks []int) {
	ea, eb, na, nb, un := groups(r.encA), groups(r.encB), groups(r.newsA), groups(r.newsB), groups(r.unseen)
	n := len(names)
	wa, wb, w := softmax(slices.Concat(ea, na), n), softmax(slices.Concat(eb, nb), n), softmax(slices.Concat(ea, eb, na, nb), n)
	fmt.Printf("\n%s: %% right among the first %v\n", name, ks)
	line := func(label string, wa, wb, w []float64) {
		fmt.Printf("  %-20s enc A %.1f  enc B %.1f  news A %.1f  news B %.1f  unseen %.1f\n", label, hits(ea, wa, ks...), hits(eb, wb, ks...), hits(na, wa, ks...), hits(nb, wb, ks...), hits(un, w, ks...))
	}
	line("as committed", now, now, now)
	line("fitted on the other", wb, wa, w)
	line("fitted on all", w, w, w)
	for i, name := range names {
		fmt.Printf("    %-12s %8.3f  (A %.3f, B %.3f)\n", name, w[i], wa[i], wb[i])
	}
}
