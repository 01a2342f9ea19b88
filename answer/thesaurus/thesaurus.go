// Package thesaurus knows which English words are near in meaning, from WordNet; it knows no topic and no names, and what it
// says is only ever a weak hint.
//
// Words and phrases come in small letters; a hyphen counts as a blank. The data is unpacked once, at the first call.
package thesaurus

import "strings"

// maxKin is how many words Kin returns at most.
const maxKin = 24

// Word is a word or phrase near in meaning to another, or allied to it. Weight is above 0, of Kin at most 0.7 and of Allied at most 1: it
// orders hints, it is no probability.
type Word struct {
	Text   string
	Weight float64
}

// Kin returns the words near in meaning to a word or a phrase of up to three words, best first, at most 24: synonyms, words
// of one root, and with less weight what is a little wider or narrower. Never its opposites, never itself or a
// longer phrase that holds it. An inflected form
// has the kin of its base, with less weight where it is a word of its own too. Nil where the phrase is not known.
func Kin(phrase string) []Word {
	n := loaded()
	var readings [8]reading
	near := kin{network: n, readings: n.read(readings[:0], phrase)}
	for i := range near.readings {
		near.from(i)
	}
	return near.words()
}

// Known says that a word is a common English one, inflected or not; function words too. Words that are only ever written with
// a capital are not.
func Known(word string) bool {
	n := loaded()
	if _, ok := n.find(word); ok || isFunctionWord(word) {
		return true
	}
	var room [8]reading
	return len(n.read(room[:0], word)) > 0
}

// Frequency tells how common an English word is, inflected or not: from 0 for one that WordNet's authors never met in the running text
// that they marked, of some 230,000 words, to 3 for one that they met 25 times or more, and for function words; -1 where the word is not known.
func Frequency(word string) int {
	if isFunctionWord(word) {
		return 3
	}
	n := loaded()
	var room [8]reading
	most := -1
	for _, r := range n.read(room[:0], word) {
		most = max(most, n.classes[r.word].Frequency())
	}
	return most
}

// Antonyms returns the opposites of a word or a phrase in its more usual meanings, the most usual first; nil where none is known. An
// inflected form has the opposites of its base, and an adjective without opposites those of what means the same.
func Antonyms(word string) []string {
	n := loaded()
	var room [8]reading
	var out []string
	readings := n.read(room[:0], word)
	for _, r := range readings {
		out = n.opposites(out, r.word)
	}
	if len(out) > 0 {
		return out
	}
	for _, r := range readings {
		out = n.borrowed(out, r.word)
	}
	return out
}

// Base returns the base of an irregular form: "children" gives "child". Any other word comes back as it is.
func Base(word string) string {
	if base, ok := loaded().irregularBase(word); ok {
		return base
	}
	return word
}

// Bases returns the words that a word or a phrase may be a form of, itself first where it is one: "left" gives "left" and "leave". Nil
// for a word that is not known, and for function words.
func Bases(phrase string) []string {
	if isFunctionWord(phrase) {
		return nil
	}
	n := loaded()
	var room [8]reading
	var out []string
	for _, r := range n.read(room[:0], phrase) {
		out = append(out, n.word(r.word))
	}
	return out
}

// Phrase returns how many of the words from i on make the longest known phrase: 3, 2, or 0 where there is none. The first or
// the last of them may be inflected. It panics when i is below 0.
func Phrase(words []string, i int) int {
	n := loaded()
	var room [8]reading
	for length := 3; length >= 2; length-- {
		if i+length <= len(words) && len(n.read(room[:0], strings.Join(words[i:i+length], " "))) > 0 {
			return length
		}
	}
	return 0
}
