package thesaurus

import (
	"slices"

	"parley/answer/thesaurus/packed"
)

// usualMeanings are the ranks of a word's meanings in which it borrows the opposites of its synonyms.
const usualMeanings = 2

// opposites appends the opposites of a word that are not yet in out, the most usual meanings first.
func (n *network) opposites(out []string, word int) []string {
	for rank := range uint32(4) {
		for _, l := range n.links.row(word) {
			if packed.LinkKind(l>>4&1) != packed.Opposite || l>>2&3 != rank {
				continue
			}
			if w := n.word(int(l >> 5)); !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

// borrowed appends the opposites of the adjectives that mean the same as a word: WordNet notes them with one of a group alone.
func (n *network) borrowed(out []string, word int) []string {
	if n.classes[word]&packed.Adjective == 0 {
		return out
	}
	for _, s := range n.senses.row(word) {
		if s&7 >= usualMeanings {
			break
		}
		for _, m := range n.members.row(int(s >> 3)) {
			if m&7 == 0 {
				out = n.opposites(out, int(m>>3))
			}
		}
	}
	return out
}
