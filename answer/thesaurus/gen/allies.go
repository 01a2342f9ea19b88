package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"parley/answer/thesaurus/packed"
)

const (
	// mostPlaces is how many synsets of a walk are held against others, those that it comes by most.
	mostPlaces = 600
	// leastLift is the log of how much oftener than all walks do a walk must come by a synset for it to count.
	leastLift = 1
	// mostAllies are kept of a word that was met in running text, fewAllies of another, and of these only such as were.
	mostAllies, fewAllies = 40, 16
	// phraseShare is what a phrase counts beside a word in what all walks do.
	phraseShare = 0.3
	// unmet is what a word counts there that was never met in running text.
	unmet = 0.3
)

// allies finds for each word of the graph those that walks bring together with it, heaviest first. Phrases that were never met in running
// text have none and are nobody's.
func allies(net *wordnet, g *packed.Graph) [][]packed.Ally {
	ids := map[string]int{}
	for i, word := range g.Words {
		ids[normal(word)] = i
	}
	w := newWalker(net, ids)
	places := make([][]move, len(g.Words))
	eachWord(g, func() func(int) {
		k := w.newWalk()
		return func(id int) { places[id] = often(w.from(id, k)) }
	})
	lift(places, g, w.counts(), len(net.order))
	return compareAll(places, g, len(net.order))
}

// counts are how often the words of the graph were met in running text.
func (w *walker) counts() []int {
	out := make([]int, len(w.ids))
	for _, s := range w.net.senses {
		if id, ok := w.ids[normal(s.word)]; ok {
			out[id] += s.count
		}
	}
	return out
}

// eachWord does work for each word that may have allies, on all cores: start gives each its own worker.
func eachWord(g *packed.Graph, start func() func(id int)) {
	var next, done atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			work := start()
			for id := int(next.Add(1)) - 1; id < len(g.Words); id = int(next.Add(1)) - 1 {
				if met(g, id) || !strings.ContainsAny(g.Words[id], " -") {
					work(id)
				}
				if n := done.Add(1); n%10_000 == 0 {
					fmt.Fprintf(os.Stderr, "gen: %d of %d words\n", n, len(g.Words))
				}
			}
		})
	}
	all.Wait()
}

// met says that a word was met in running text.
func met(g *packed.Graph, id int) bool { return g.Classes[id].Frequency() > 0 }

// often keeps the synsets that a walk comes by most.
func often(all []move) []move {
	slices.SortFunc(all, func(a, b move) int { return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.to, b.to)) })
	return slices.Clip(all[:min(len(all), 3*mostPlaces)])
}

// lift replaces how often a walk comes by a synset with the log of how much oftener than the walks of all words, weighed by how
// common the words are, and makes each walk one long.
func lift(places [][]move, g *packed.Graph, counts []int, synsets int) {
	usual, all := make([]float64, synsets), 0.0
	for id, word := range g.Words {
		weight := math.Sqrt(float64(counts[id]) + unmet)
		if strings.ContainsAny(word, " -") {
			weight *= phraseShare
		}
		all += weight
		for _, p := range places[id] {
			usual[p.to] += weight * float64(p.share)
		}
	}
	for id := range places {
		var kept []move
		length := 0.0
		for _, p := range places[id] {
			x := math.Log(float64(p.share)*all/usual[p.to]) - leastLift
			if x > 0 && len(kept) < mostPlaces {
				kept = append(kept, move{p.to, float32(x)})
				length += x * x
			}
		}
		for i := range kept {
			kept[i].share /= float32(math.Sqrt(length))
		}
		places[id] = kept
	}
}

// compareAll holds every walk against all that share a synset with it.
func compareAll(places [][]move, g *packed.Graph, synsets int) [][]packed.Ally {
	by := make([][]move, synsets)
	for id := range places {
		for _, p := range places[id] {
			by[p.to] = append(by[p.to], move{int32(id), p.share})
		}
	}
	out := make([][]packed.Ally, len(places))
	eachWord(g, func() func(int) {
		cosines := make([]float32, len(places))
		return func(id int) {
			clear(cosines)
			for _, p := range places[id] {
				for _, o := range by[p.to] {
					cosines[o.to] += p.share * o.share
				}
			}
			out[id] = closest(g, id, cosines)
		}
	})
	return out
}

// closest are the allies of a word.
func closest(g *packed.Graph, id int, cosines []float32) []packed.Ally {
	var out []packed.Ally
	most := mostAllies
	if !met(g, id) {
		most = fewAllies
	}
	for o, x := range cosines {
		if x >= packed.LeastCosine && o != id && (met(g, id) || met(g, o)) {
			out = append(out, packed.Ally{Word: o, Cosine: float64(x)})
		}
	}
	slices.SortFunc(out, func(a, b packed.Ally) int {
		return cmp.Or(cmp.Compare(b.Cosine, a.Cosine), cmp.Compare(a.Word, b.Word))
	})
	return out[:min(most, len(out))]
}
