package answer

import (
	"sync"

	"parley/answer/thesaurus"
)

// opposed is what the opposite of a word counts: it speaks of the same thing.
const opposed = 0.6

// meanings remembers what is near in meaning to words, for all questions: it depends on nothing else, and walking the thesaurus for every word
// of every sentence took two thirds of the time in which sentences are held against one another.
var meanings = &wordMemory{words: map[string]map[string]float64{}}

// rememberedWords is how many words are remembered; when there are more, it begins anew. Some 2 kB each.
const rememberedWords = 8192

type wordMemory struct {
	sync.Mutex
	words map[string]map[string]float64
}

// near are the stems near in meaning to a word, its opposites among them, each with its weight, its own stem with 1. It is not to be changed.
func (m *wordMemory) near(stem, word string) map[string]float64 {
	m.Lock()
	near, ok := m.words[word]
	m.Unlock()
	if ok {
		return near
	}
	near = nearWords(stem, word)
	m.Lock()
	defer m.Unlock()
	if len(m.words) == rememberedWords {
		clear(m.words)
	}
	m.words[word] = near
	return near
}

func nearWords(stem, word string) map[string]float64 {
	near := map[string]float64{}
	add := func(word string, weight float64) {
		if stems := stemsOf(word); len(stems) == 1 {
			near[stems[0]] = max(near[stems[0]], weight)
		}
	}
	for _, k := range thesaurus.Kin(word) {
		add(k.Text, k.Weight)
	}
	for _, o := range thesaurus.Antonyms(word) {
		add(o, opposed)
	}
	near[stem] = 1
	return near
}
