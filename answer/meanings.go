package answer

import (
	"sync"

	"parley/answer/thesaurus"
)

// opposed is what the opposite of a word counts: it speaks of the same thing.
const opposed = 0.6

// meanings remembers what is near in meaning to words, for all questions: it depends on nothing else, and walking the thesaurus for every word
// of every sentence took two thirds of the time in which sentences are held against one another.
var meanings = &memory[map[string]float64]{words: map[string]map[string]float64{}}

// allies remembers likewise what is allied to words and phrases.
var allies = &memory[[]ally]{words: map[string][]ally{}}

// rememberedWords is how many words are remembered; when there are more, it begins anew. Some 2 to 4 kB each.
const rememberedWords = 8192

type memory[T any] struct {
	sync.Mutex
	words map[string]T
}

// get returns what is known of a word, by find where it is not remembered. It is not to be changed.
func (m *memory[T]) get(word string, find func() T) T {
	m.Lock()
	known, ok := m.words[word]
	m.Unlock()
	if ok {
		return known
	}
	known = find()
	m.Lock()
	defer m.Unlock()
	if len(m.words) == rememberedWords {
		clear(m.words)
	}
	m.words[word] = known
	return known
}

// ally is a word or a phrase that has to do with another, by its stems.
type ally struct {
	stems  []string
	weight float64
}

// alliedTo are the words allied to a word or a phrase, the most so first.
func alliedTo(phrase string) []ally {
	return allies.get(phrase, func() []ally {
		var out []ally
		for _, w := range thesaurus.Allied(phrase) {
			if stems := stemsOf(w.Text); len(stems) > 0 {
				out = append(out, ally{stems, w.Weight})
			}
		}
		return out
	})
}

// nearTo are the stems near in meaning to a word, its opposites among them, each with its weight, its own stem with 1.
func nearTo(stem, word string) map[string]float64 {
	return meanings.get(word, func() map[string]float64 { return nearWords(stem, word) })
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
