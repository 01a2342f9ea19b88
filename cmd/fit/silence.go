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
// the encyclopedia's questions asked of the news, and, as hard ones, those on topic that the sets call unanswerable.
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
	names := answer.SilenceFeatures()
	n := len(names)
	now := answer.CurrentWeights().Silence
	wa, wb, w := logistic(slices.Concat(encA, newsA), n), logistic(slices.Concat(encB, newsB), n), logistic(slices.Concat(encA, encB, newsA, newsB), n)
	fmt.Println("\nsilence: AUROC against what is out of the corpus / against hard ones; % answered of those out of the corpus at 90 / 95 % of the answerable; at the threshold 0.5: % falsely silent, % falsely answered")
	for _, r := range []struct {
		name       string
		ex         []example
		other, all []float64
	}{{"enc A", encA, wb, w}, {"enc B", encB, wa, w}, {"news A", newsA, wb, w}, {"news B", newsB, wa, w}, {"unseen", odd, w, w}} {
		for _, v := range []struct {
			label string
			w     []float64
		}{{"as committed", now}, {"by the other's", r.other}, {"by all", r.all}} {
			silent, answered, hard := atHalf(r.ex, v.w)
			fmt.Printf("  %-7s %-15s auroc %.4f / %.3f  at90 %4.1f  at95 %4.1f  | silent %4.1f  answered %4.1f  hard answered %4.1f\n", r.name, v.label, auroc(r.ex, v.w, false),
				auroc(r.ex, v.w, true), 100*falseAt(r.ex, v.w, 0.9), 100*falseAt(r.ex, v.w, 0.95), silent, answered, hard)
		}
	}
	for i, name := range names {
		fmt.Printf("    %-12s %8.3f  (A %.3f, B %.3f)\n", name, w[i], wa[i], wb[i])
	}
	return nil
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
			e.hard = true
			if it.Gold == nil {
				e.counts = 0.2
			}
		}
		out = append(out, e)
	}
	return out, nil
}

// atHalf counts at the threshold 0.5, in per cent.
func atHalf(ex []example, w []float64) (silent, answered, hard float64) {
	yes, no := split(ex, w, false)
	_, tricky := split(ex, w, true)
	share := func(s []float64) float64 {
		return 100 * float64(len(s)-sort.SearchFloat64s(s, 0.5)) / float64(max(1, len(s)))
	}
	return 100 - share(yes), share(no), share(tricky)
}

// logistic fits by gradient descent on the log loss, both classes weighing the same.
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
	w, m, v := make([]float64, n), make([]float64, n), make([]float64, n)
	for step := 1; step <= 800; step++ {
		grad := make([]float64, n)
		for _, e := range ex {
			z := 0.0
			for j := range w {
				z += w[j] * e.x[j] / scale[j]
			}
			d := e.counts / (1 + math.Exp(-z)) / neg
			if e.answer {
				d = e.counts * (1/(1+math.Exp(-z)) - 1) / pos
			}
			for j := range w {
				grad[j] += d * e.x[j] / scale[j]
			}
		}
		for j := range w {
			gj := grad[j] + 0.0005*w[j]
			m[j], v[j] = 0.9*m[j]+0.1*gj, 0.999*v[j]+0.001*gj*gj
			w[j] -= 0.05 * m[j] / (1 - math.Pow(0.9, float64(step))) / (math.Sqrt(v[j]/(1-math.Pow(0.999, float64(step)))) + 1e-8)
		}
	}
	for j := range w {
		w[j] /= scale[j]
	}
	return w
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
