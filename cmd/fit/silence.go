package main

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"parley/answer"
)

// example is one question for the decision to be silent, and how much it counts.
type example struct {
	x      []float64
	answer bool
	hard   bool
	counts float64
}

// silence fits the logistic weights. What has no answer: the questions of the other half's titles and of the other news sets,
// the encyclopedia's questions asked of the news, and, as hard ones, those on topic that the sets call unanswerable. Each lot is asked of
// guilds of several sizes: half an encyclopedia and single titles, news sets by themselves and among the half's titles. So what the size of a
// guild does is not mistaken for what the style of its questions does.
func silence(a, b lot, unseen []set) error {
	encA, err := examples(a.books, b.books.items)
	if err != nil {
		return err
	}
	encB, err := examples(b.books, a.books.items)
	if err != nil {
		return err
	}
	newsA, err := amid(a.news, every(b.books.items, 12))
	if err != nil {
		return err
	}
	newsB, err := amid(b.news, every(a.books.items, 12))
	if err != nil {
		return err
	}
	odd, err := amid(unseen, every(a.books.items, 12))
	if err != nil {
		return err
	}
	otherA, mixA, err := sizes(a, b.books.items)
	if err != nil {
		return err
	}
	otherB, mixB, err := sizes(b, a.books.items)
	if err != nil {
		return err
	}
	names := answer.SilenceFeatures()
	n := len(names)
	now := answer.CurrentWeights().Silence
	lotA, lotB := slices.Concat(encA, newsA, otherA, mixA), slices.Concat(encB, newsB, otherB, mixB)
	wa, wb, w := logistic(lotA, n), logistic(lotB, n), logistic(slices.Concat(lotA, lotB), n)
	fmt.Println("\nsilence: AUROC against what is out of the corpus / against hard ones; % answered of those out of the corpus at 90 / 95 % of the answerable; at the threshold in use: % falsely silent, % falsely answered")
	for _, r := range []struct {
		name       string
		ex         []example
		other, all []float64
	}{{"enc A", encA, wb, w}, {"enc B", encB, wa, w}, {"news A", newsA, wb, w}, {"news B", newsB, wa, w}, {"mixed A", mixA, wb, w}, {"mixed B", mixB, wa, w}, {"unseen", odd, w, w}} {
		for _, v := range []struct {
			label string
			w     []float64
		}{{"as committed", now}, {"by the other's", r.other}, {"by all", r.all}} {
			silent, answered, hard := atThreshold(r.ex, v.w)
			fmt.Printf("  %-7s %-15s auroc %.4f / %.3f  at90 %4.1f  at95 %4.1f  | silent %4.1f  answered %4.1f  hard answered %4.1f\n", r.name, v.label, auroc(r.ex, v.w, false),
				auroc(r.ex, v.w, true), 100*falseAt(r.ex, v.w, 0.9), 100*falseAt(r.ex, v.w, 0.95), silent, answered, hard)
		}
	}
	for i, name := range names {
		fmt.Printf("    %-12s %8.3f  (A %.3f, B %.3f)\n", name, w[i], wa[i], wb[i])
	}
	return nil
}

// sizes asks of each single title of a lot its own questions and strange ones, and the news sets again, each among the lot's titles.
func sizes(l lot, strange []item) (single, mixed []example, err error) {
	for _, one := range l.books.alone(2) {
		ex, err := examples(one, every(strange, 6))
		if err != nil {
			return nil, nil, err
		}
		single = append(single, ex...)
	}
	news := slices.Clone(l.news)
	for i := range news {
		news[i].beside = []set{l.books}
	}
	mixed, err = amid(news, every(strange, 6))
	return single, mixed, err
}

func every(items []item, n int) []item {
	var out []item
	for i := 0; i < len(items); i += n {
		out = append(out, items[i])
	}
	return out
}

// amid asks of each news set its own questions, those of the other sets, and strange ones.
func amid(sets []set, strange []item) ([]example, error) {
	var out []example
	for i, s := range sets {
		others := slices.Clone(strange)
		for j, o := range sets {
			if j != i {
				others = append(others, every(o.items, 2)...)
			}
		}
		ex, err := examples(s, others)
		if err != nil {
			return nil, err
		}
		out = append(out, ex...)
	}
	return out, nil
}

// What a question on topic that nothing answers counts: the news sets have few, and they are what a community asks; the
// encyclopedia's are many, and made to mislead.
const hardNewsCounts, hardBookCounts = 10, 0.1

// examples asks of the articles of a set its own questions, and others, which can have no answer there.
func examples(in set, others []item) ([]example, error) {
	own := in.items
	items, err := asked(in, slices.Concat(own, others))
	if err != nil {
		return nil, err
	}
	var out []example
	for i, it := range items {
		x := it.lesson.Silence
		if x == nil {
			x = make([]float64, len(answer.SilenceFeatures()))
			x[0] = 1
		}
		e := example{x: x, counts: counts(it)}
		switch {
		case i >= len(own) && !answerable(it):
			continue
		case i < len(own) && answerable(it):
			e.answer = true
		case i < len(own):
			e.hard, e.counts = true, hardNewsCounts
			if it.Gold == nil {
				e.counts = hardBookCounts
			}
		}
		out = append(out, e)
	}
	return out, nil
}

// atThreshold counts at the threshold in use, in per cent.
func atThreshold(ex []example, w []float64) (silent, answered, hard float64) {
	yes, no := split(ex, w, false)
	_, tricky := split(ex, w, true)
	share := func(s []float64) float64 {
		return 100 * float64(len(s)-sort.SearchFloat64s(s, answer.Enough())) / float64(max(1, len(s)))
	}
	return 100 - share(yes), share(no), share(tricky)
}

// ridge is what a weight's square costs, with features scaled by their standard deviation.
const ridge = 0.0005

// logistic fits by Newton's method on the log loss with a small ridge, both classes weighing the same.
func logistic(ex []example, n int) []float64 {
	g := group{}
	for _, e := range ex {
		g.x = append(g.x, e.x)
	}
	scale := scales([]group{g}, n)
	scale[0] = 1
	pos, neg := 0.0, 0.0
	for _, e := range ex {
		if e.answer {
			pos += e.counts
		} else {
			neg += e.counts
		}
	}
	w := make([]float64, n)
	for range 12 {
		slope, curve := make([]float64, n), make([][]float64, n)
		for j := range curve {
			curve[j] = make([]float64, n)
			slope[j], curve[j][j] = ridge*w[j], ridge
		}
		for _, e := range ex {
			counts := e.counts / neg
			if e.answer {
				counts = e.counts / pos
			}
			e.bend(counts, w, scale, slope, curve)
		}
		for j, step := range solve(curve, slope) {
			w[j] -= step
		}
	}
	for j := range w {
		w[j] /= scale[j]
	}
	return w
}

// bend adds what an example adds to the slope of the log loss and to its curvature.
func (e *example) bend(counts float64, w, scale, slope []float64, curve [][]float64) {
	x := make([]float64, len(w))
	z := 0.0
	for j := range w {
		x[j] = e.x[j] / scale[j]
		z += w[j] * x[j]
	}
	p := 1 / (1 + math.Exp(-z))
	d := p
	if e.answer {
		d = p - 1
	}
	for j := range w {
		slope[j] += counts * d * x[j]
		for k := range w {
			curve[j][k] += counts * p * (1 - p) * x[j] * x[k]
		}
	}
}

// solve returns x of a x = b by Gauss-Jordan elimination with pivots; it overwrites both. The ridge keeps a regular.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for c := range n {
		p := c
		for r := c + 1; r < n; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[p][c]) {
				p = r
			}
		}
		a[c], a[p], b[c], b[p] = a[p], a[c], b[p], b[c]
		for r := range n {
			if r == c {
				continue
			}
			f := a[r][c] / a[c][c]
			for k := c; k < n; k++ {
				a[r][k] -= f * a[c][k]
			}
			b[r] -= f * b[c]
		}
	}
	for c := range n {
		b[c] /= a[c][c]
	}
	return b
}

func score(e example, w []float64) float64 {
	z := 0.0
	for j := range w {
		z += w[j] * e.x[j]
	}
	return 1 / (1 + math.Exp(-z))
}

// split returns the sorted scores of the answerable and of the others (hard ones, or those out of the corpus).
func split(ex []example, w []float64, hard bool) (yes, no []float64) {
	for _, e := range ex {
		switch {
		case e.answer:
			yes = append(yes, score(e, w))
		case e.hard == hard:
			no = append(no, score(e, w))
		}
	}
	sort.Float64s(yes)
	sort.Float64s(no)
	return yes, no
}

func auroc(ex []example, w []float64, hard bool) float64 {
	yes, no := split(ex, w, hard)
	sum := 0.0
	for _, y := range yes {
		below := sort.SearchFloat64s(no, y)
		upTo := sort.SearchFloat64s(no, math.Nextafter(y, 2))
		sum += float64(below) + 0.5*float64(upTo-below)
	}
	return sum / float64(len(yes)*len(no))
}

// quantile is the threshold above which a share of the answerable lies.
func quantile(ex []example, w []float64, share float64) float64 {
	yes, _ := split(ex, w, false)
	return yes[int((1-share)*float64(len(yes)))]
}

func falseAt(ex []example, w []float64, share float64) float64 {
	t := quantile(ex, w, share)
	_, no := split(ex, w, false)
	return float64(len(no)-sort.SearchFloat64s(no, t)) / float64(len(no))
}
