package main

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"parley/answer/thesaurus"
)

const (
	// exampleShare is what a word counts that stands in an example of use, beside one of the definition.
	exampleShare = 0.4
	// mostRepeated is how often a word counts at most that a definition repeats.
	mostRepeated = 1.5
)

// define finds the words that each synset is defined by, with their weights: how often a word stands there, by how few synsets it
// defines.
func (w *walker) define() [][]move {
	defined := make([][]move, len(w.net.order))
	df := map[int32]float64{}
	for i, s := range w.net.order {
		text, examples, _ := strings.Cut(s.gloss, `"`)
		found := map[int32]float64{}
		w.read(text, 1, found)
		w.read(examples, exampleShare, found)
		for id, n := range found {
			defined[i] = append(defined[i], move{id, float32(min(n, mostRepeated))})
			df[id]++
		}
		slices.SortFunc(defined[i], func(a, b move) int { return cmp.Compare(a.to, b.to) })
	}
	for _, words := range defined {
		for j := range words {
			words[j].share *= float32(math.Log(float64(len(w.net.order)) / df[words[j].to]))
		}
	}
	return defined
}

// read adds the words of a text by their ids. All that a form may be a form of share it, and a known phrase counts beside its words.
func (w *walker) read(text string, share float64, found map[int32]float64) {
	all := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return (r < 'a' || r > 'z') && r != '-' && r != '\'' })
	for i, word := range all {
		if n := thesaurus.Phrase(all, i); n > 0 {
			if bases := w.idsOf(strings.Join(all[i:i+n], " ")); len(bases) > 0 {
				found[bases[0]] += share
			}
		}
		bases := w.idsOf(word)
		for _, id := range bases {
			found[id] += share / float64(len(bases))
		}
	}
}

// idsOf are the words that a form may be a form of; none for the words of closed classes.
func (w *walker) idsOf(form string) []int32 {
	var out []int32
	for _, base := range thesaurus.Bases(form) {
		if id, ok := w.ids[normal(base)]; ok && len(form) > 2 {
			out = append(out, int32(id))
		}
	}
	return out
}
