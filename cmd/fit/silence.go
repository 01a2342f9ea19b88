package main

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"parley/answer"
)

func index(a, b string) bool { return strings.Contains(a, b) }

// example is one question for the decision to be silent.
type example struct {
	x      []float64
	answer bool
	hard   bool
}

// silence fits the logistic weights: half of the titles are in the guild, the other half's answerable questions have no answer.
func silence(dir string, items []item, titles []string) error {
	a, b := halves(titles)
	inA, err := examples(dir, items, a)
	if err != nil {
		return err
	}
	inB, err := examples(dir, items, b)
	if err != nil {
		return err
	}
	names := answer.SilenceFeatures()
	wa, wb, w := logistic(inA, len(names)), logistic(inB, len(names)), logistic(append(append([]example{}, inA...), inB...), len(names))
	fmt.Printf("\nsilence: out of corpus AUROC, and %% of those answered at 90 / 95 %% of the answerable answered\n")
	now := answer.CurrentWeights().Silence
	for _, r := range []struct {
		name string
		ex   []example
		w    []float64
	}{{"A as committed", inA, now}, {"B as committed", inB, now}, {"A by B's weights", inA, wb}, {"B by A's weights", inB, wa}} {
		fmt.Printf("  %-18s auroc %.4f  at90 %.1f  at95 %.1f  | adversarial auroc %.3f\n", r.name, auroc(r.ex, r.w, false), 100*falseAt(r.ex, r.w, 0.9), 100*falseAt(r.ex, r.w, 0.95), auroc(r.ex, r.w, true))
	}
	for i, name := range names {
		fmt.Printf("    %-12s %8.3f  (A %.3f, B %.3f)\n", name, w[i], wa[i], wb[i])
	}
	both := append(append([]example{}, inA...), inB...)
	for _, c := range []float64{0.85, 0.9, 0.95, 0.97} {
		fmt.Printf("  threshold for %.0f %% answered: %.3f\n", 100*c, quantile(both, w, c))
	}
	return nil
}

func examples(dir string, items []item, in map[string]bool) ([]example, error) {
	asked, err := lessons(dir, items, func(t string) bool { return in[t] })
	if err != nil {
		return nil, err
	}
	var out []example
	for _, it := range asked {
		x := it.lesson.Silence
		if x == nil {
			x = make([]float64, len(answer.SilenceFeatures()))
			x[0] = 1
		}
		switch {
		case it.Expect == "answer":
			out = append(out, example{x: x, answer: in[it.Article]})
		case in[it.Article]:
			out = append(out, example{x: x, hard: true})
		}
	}
	return out, nil
}

// logistic fits by gradient descent on the log loss, both classes weighing the same; hard examples count a fifth.
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
			pos++
		} else {
			neg += weightOf(e)
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
			d := 1 / (1 + math.Exp(-z)) * weightOf(e) / neg
			if e.answer {
				d = (1/(1+math.Exp(-z)) - 1) / pos
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

func weightOf(e example) float64 {
	if e.hard {
		return 0.2
	}
	return 1
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
