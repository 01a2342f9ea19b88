package main

import (
	"math"
	"regexp"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"parley/answer/company/packed"
	"parley/answer/thesaurus"
	"parley/article/analysis"
)

// lexicon is the stems, the most used first, and their vectors.
type lexicon struct {
	stems   []string
	vectors [][]float64
}

var plain = regexp.MustCompile(`^[a-z]{2,20}$`)

// stemmed brings the words to stems. Words that no dictionary has (names, other languages) and function words are left out.
func stemmed(words []string, vectors map[string][]float32) lexicon {
	var l lexicon
	at := map[string]int{}
	for rank, w := range words {
		if !plain.MatchString(w) || !thesaurus.Known(w) {
			continue
		}
		toks := analysis.Tokenize(w, "")
		if len(toks) != 1 || toks[0].Stop {
			continue
		}
		i, ok := at[toks[0].Stem]
		if !ok {
			i = len(l.stems)
			at[toks[0].Stem] = i
			l.stems = append(l.stems, toks[0].Stem)
			l.vectors = append(l.vectors, make([]float64, dimensions))
		}
		// By Zipf's law a word is used as often as its rank is low.
		share := 1 / float64(rank+10)
		for j, x := range vectors[w] {
			l.vectors[i][j] += share * float64(x)
		}
	}
	for _, v := range l.vectors {
		unit(v)
	}
	return l
}

func unit(v []float64) {
	n := math.Sqrt(dot(v, v))
	for i := range v {
		v[i] /= max(n, 1e-12)
	}
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i := range a {
		s += a[i] * b[i]
	}
	return s
}

// flatten takes off the mean and the n strongest directions, found by power iteration, and brings the vectors to length 1.
func flatten(vectors [][]float64, n int) {
	mean := make([]float64, dimensions)
	for _, v := range vectors {
		for j, x := range v {
			mean[j] += x / float64(len(vectors))
		}
	}
	for _, v := range vectors {
		for j := range v {
			v[j] -= mean[j]
		}
	}
	for range n {
		d := strongest(vectors)
		for _, v := range vectors {
			off := dot(v, d)
			for j := range v {
				v[j] -= off * d[j]
			}
		}
	}
	for _, v := range vectors {
		unit(v)
	}
}

func strongest(vectors [][]float64) []float64 {
	d := make([]float64, dimensions)
	for j := range d {
		d[j] = 1 / float64(j+1)
	}
	for range 60 {
		next := make([]float64, dimensions)
		for _, v := range vectors {
			x := dot(v, d)
			for j := range v {
				next[j] += x * v[j]
			}
		}
		unit(next)
		d = next
	}
	return d
}

// nearest are for each vector the others of the highest cosine, best first.
func nearest(vectors [][]float64) [][]packed.Neighbour {
	flat := make([]float32, 0, len(vectors)*dimensions)
	for _, v := range vectors {
		for _, x := range v {
			flat = append(flat, float32(x))
		}
	}
	out := make([][]packed.Neighbour, len(vectors))
	var next atomic.Int64
	var done sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		done.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(vectors); i = int(next.Add(1)) - 1 {
				out[i] = near(flat, i)
			}
		})
	}
	done.Wait()
	return out
}

func near(flat []float32, i int) []packed.Neighbour {
	own := flat[i*dimensions : (i+1)*dimensions]
	var list []packed.Neighbour
	for k := 0; k*dimensions < len(flat); k++ {
		o := flat[k*dimensions : (k+1)*dimensions]
		s := float32(0)
		for j, x := range own {
			s += x * o[j]
		}
		if k != i && s >= packed.Least {
			list = append(list, packed.Neighbour{Place: k, Cosine: float64(s)})
		}
	}
	slices.SortStableFunc(list, func(a, b packed.Neighbour) int {
		if a.Cosine > b.Cosine {
			return -1
		}
		if a.Cosine < b.Cosine {
			return 1
		}
		return 0
	})
	return list[:min(len(list), packed.Most)]
}
