package main

import (
	"context"
	"fmt"
	"math"
	"sort"

	"parley/answer"
)

var _ = context.Background

// group is one question's candidates: their features, and which of them are right.
type group struct {
	x     [][]float64
	right []bool
}

func passageGroups(items []item, titles map[string]bool) []group {
	var out []group
	for _, it := range items {
		if it.Expect != "answer" || !titles[it.Article] {
			continue
		}
		var g group
		for _, p := range it.lesson.Passages[:min(50, len(it.lesson.Passages))] {
			g.x = append(g.x, p.Features)
			a, b := fold(p.Text), fold(it.Passage)
			g.right = append(g.right, p.Source == it.Article && (contains(a, b) || contains(b, a)) && holdsAny(p.Text, it.Answers))
		}
		out = append(out, g)
	}
	return out
}

func sentenceGroups(items []item, titles map[string]bool) []group {
	var out []group
	for _, it := range items {
		if it.Expect != "answer" || !titles[it.Article] {
			continue
		}
		var g group
		for _, s := range it.lesson.Sentences {
			g.x = append(g.x, s.Features)
			g.right = append(g.right, holdsAny(s.Text, it.Answers))
		}
		out = append(out, g)
	}
	return out
}

// softmax fits weights by listwise softmax cross-entropy with gradient descent (ListNet, Cao et al. 2007), features scaled by
// their standard deviation, with a small ridge.
func softmax(groups []group, n int, start []float64) []float64 {
	scale := scales(groups, n)
	w := make([]float64, n)
	for i := range w {
		w[i] = start[i] * scale[i]
	}
	m, v := make([]float64, n), make([]float64, n)
	for step := 1; step <= 300; step++ {
		grad := make([]float64, n)
		used := 0
		for _, g := range groups {
			if !anyTrue(g.right) {
				continue
			}
			used++
			addGradient(grad, g, w, scale)
		}
		for i := range w {
			gi := grad[i]/float64(max(1, used)) + 0.001*w[i]
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
			grad[j] += d * x[j] / scale[j]
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

// halves splits the titles alternately.
func halves(titles []string) (a, b map[string]bool) {
	a, b = map[string]bool{}, map[string]bool{}
	for i, t := range titles {
		if i%2 == 0 {
			a[t] = true
		} else {
			b[t] = true
		}
	}
	return a, b
}

func report(items []item, titles []string) {
	a, b := halves(titles)
	all := map[string]bool{}
	for _, t := range titles {
		all[t] = true
	}
	now := answer.CurrentWeights()
	for _, kind := range []struct {
		name   string
		groups func([]item, map[string]bool) []group
		names  []string
		now    []float64
		ks     []int
	}{
		{"passages", passageGroups, answer.PassageFeatures(), now.Passage, []int{1, 5, 10}},
		{"sentences", sentenceGroups, answer.SentenceFeatures(), now.Sentence, []int{1, 3, 5}},
	} {
		ga, gb, g := kind.groups(items, a), kind.groups(items, b), kind.groups(items, all)
		n := len(kind.names)
		wa, wb, w := softmax(ga, n, kind.now), softmax(gb, n, kind.now), softmax(g, n, kind.now)
		fmt.Printf("\n%s, right in the first %v, %%\n", kind.name, kind.ks)
		fmt.Printf("  as committed        A %.1f   B %.1f   all %.1f\n", hits(ga, kind.now, kind.ks...), hits(gb, kind.now, kind.ks...), hits(g, kind.now, kind.ks...))
		fmt.Printf("  fitted on the other A %.1f   B %.1f\n", hits(ga, wb, kind.ks...), hits(gb, wa, kind.ks...))
		fmt.Printf("  fitted on itself    A %.1f   B %.1f   all %.1f\n", hits(ga, wa, kind.ks...), hits(gb, wb, kind.ks...), hits(g, w, kind.ks...))
		for i, name := range kind.names {
			alone := make([]float64, n)
			alone[i] = 1
			fmt.Printf("    %-12s %8.3f  (A %.3f, B %.3f)  alone %.1f\n", name, w[i], wa[i], wb[i], hits(g, alone, kind.ks...))
		}
	}
}

func contains(a, b string) bool { return len(b) > 0 && len(a) >= len(b) && index(a, b) }
