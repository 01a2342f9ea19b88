// Package packed holds a graph of words in a compact file: what it writes it reads back, and it knows no English.
package packed

// Class says what a word is and how common: bits 0 to 3 are parts of speech, bits 4 and 5 a step of frequency from 0 to 3.
type Class uint8

// The parts of speech of a word; a word may be several.
const (
	Noun Class = 1 << iota
	Verb
	Adjective
	Adverb
)

// Frequency is 0 for a word that was never counted in running text, up to 3 for a frequent one.
func (c Class) Frequency() int { return int(c >> 4 & 3) }

// WithFrequency is c with a step of frequency from 0 to 3.
func (c Class) WithFrequency(step int) Class { return c&^0x30 | Class(step&3)<<4 }

// LastRank is the rank of all senses of a word that are too rare to start from.
const LastRank = 7

// Member is a word in a group of synonyms. Rank is the place of that meaning among the meanings of the word, from 0 (its
// most usual) to LastRank.
type Member struct {
	Word int
	Rank uint8
}

// EdgeKind is how one group relates to another.
type EdgeKind uint8

const (
	// Broader leads from a group to one that means more.
	Broader EdgeKind = iota
	// Similar joins adjectives, and verbs whose meanings were grouped; it holds both ways.
	Similar
	// Entails leads from a verb to what it brings with it or causes.
	Entails
)

// Edge leads from one group to another.
type Edge struct {
	From, To int
	Kind     EdgeKind
}

// LinkKind is how one word relates to another.
type LinkKind uint8

const (
	// Derived joins words of one root: react, reaction.
	Derived LinkKind = iota
	// Opposite joins antonyms.
	Opposite
)

// Link joins two words, both ways; A < B. The ranks are those of the meanings in which they are joined, at most 3.
type Link struct {
	A, B         int
	RankA, RankB uint8
	Kind         LinkKind
}

// Graph is the words in the order of Key, the groups in the order of their first word, and what joins them. Within a
// group members go by Word; Edges go by From, Links by A.
type Graph struct {
	Words     []string
	Classes   []Class
	Groups    [][]Member
	Edges     []Edge
	Links     []Link
	Irregular []Form
}

// Form is an irregular form of a base: ran, run. The forms stand in order, each once.
type Form struct{ Form, Base string }
