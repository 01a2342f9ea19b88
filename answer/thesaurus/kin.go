package thesaurus

import (
	"slices"
	"strings"

	"parley/answer/thesaurus/packed"
)

// What each relation weighs at best. They order hints; no measurement stands behind their exact values.
const (
	asSynonym  = 0.7
	asDerived  = 0.7
	asSimilar  = 0.4
	asBroader  = 0.35
	asNarrower = 0.3
	asEntailed = 0.3
	// asDerivedKin is for the synonyms of a word of one root, in the meaning that joins them; asDerivedBroader for what is wider.
	asDerivedKin     = 0.4
	asDerivedBroader = 0.25

	// asBase is the share of the kin of a base where the inflected form is a word of its own: "left" beside "leave".
	asBase = 0.8
	// leastWeight is what is still worth telling.
	leastWeight = 0.1
	// mostNarrower is how many kinds a meaning has before naming them tells nothing.
	mostNarrower = 16
)

// ofRank is the share of a meaning by its rank among those of the word that was asked for.
var ofRank = [packed.LastRank + 1]float64{1, 0.85, 0.7, 0.6, 0.5, 0.45, 0.4, 0.4}

// asRank is the share of a word by the rank that the meaning has among its own: "tap" is a rare word for a wiretap.
var asRank = [packed.LastRank + 1]float64{1, 0.95, 0.85, 0.8, 0.7, 0.65, 0.6, 0.5}

// ofFrequency is the share of a word by how common it is.
var ofFrequency = [4]float64{0.85, 0.92, 0.96, 1}

// kin are the words near to some readings of a phrase: the best so far, best first, each once.
type kin struct {
	*network
	readings []reading
	best     [maxKin]candidate
	n        int
}

type candidate struct {
	word   int
	weight float64
}

// from adds what is near to reading i.
func (k *kin) from(i int) {
	r, share := k.readings[i], 1.0
	if i > 0 {
		share = asBase
	}
	for _, s := range k.senses.row(r.word) {
		group, w := int(s>>3), share*ofRank[s&7]
		k.members(group, w*asSynonym)
		k.around(group, w)
	}
	for _, l := range k.links.row(r.word) {
		if packed.LinkKind(l>>4&1) != packed.Derived {
			continue
		}
		w := share * ofRank[l>>2&3]
		k.add(int(l>>5), w*asDerived*asRank[l&3])
		k.aroundDerived(int(l>>5), l&3, w)
	}
}

// around adds the members of the groups one step from group.
func (k *kin) around(group int, w float64) {
	edges := k.edges.row(group)
	manyKinds := tooMany(edges)
	for _, e := range edges {
		switch e & 3 {
		case broader:
			k.members(int(e>>2), w*asBroader)
		case narrower:
			if !manyKinds {
				k.members(int(e>>2), w*asNarrower)
			}
		case similar:
			k.members(int(e>>2), w*asSimilar)
		case entails:
			k.members(int(e>>2), w*asEntailed)
		}
	}
}

// tooMany says that a group has so many kinds that none is near.
func tooMany(edges []uint32) bool {
	if len(edges) <= mostNarrower {
		return false
	}
	kinds := 0
	for _, e := range edges {
		if e&3 == narrower {
			kinds++
		}
	}
	return kinds > mostNarrower
}

// aroundDerived adds what is near to a word of one root in its meaning of that rank; 3 stands for any rare meaning and leads nowhere.
func (k *kin) aroundDerived(word int, rank uint32, w float64) {
	for _, s := range k.senses.row(word) {
		if s&7 != rank || rank == 3 {
			continue
		}
		k.members(int(s>>3), w*asDerivedKin)
		for _, e := range k.edges.row(int(s >> 3)) {
			if e&3 == broader {
				k.members(int(e>>2), w*asDerivedBroader)
			}
		}
	}
}

func (k *kin) members(group int, w float64) {
	if w <= k.floor() {
		return
	}
	for _, m := range k.network.members.row(group) {
		k.add(int(m>>3), w*asRank[m&7])
	}
}

// floor is the weight that a word must be above to stand among the best.
func (k *kin) floor() float64 {
	if k.n < maxKin {
		return leastWeight
	}
	return k.best[maxKin-1].weight
}

// add puts a word among the best, where its weight is worth telling; a word that stands there keeps its best weight.
func (k *kin) add(word int, w float64) {
	w *= ofFrequency[k.classes[word].Frequency()]
	if w <= k.floor() {
		return
	}
	at := slices.IndexFunc(k.best[:k.n], func(c candidate) bool { return c.word == word })
	switch {
	case at >= 0 && k.best[at].weight >= w, at < 0 && k.excluded(word):
		return
	case at < 0 && k.n < maxKin:
		at = k.n
		k.n++
	case at < 0:
		at = maxKin - 1
	}
	for ; at > 0 && k.best[at-1].weight < w; at-- {
		k.best[at] = k.best[at-1]
	}
	k.best[at] = candidate{word, w}
}

// excluded says that a word was asked for, or is a phrase that holds what was, or its opposite.
func (k *kin) excluded(word int) bool {
	text := k.word(word)
	for _, r := range k.readings {
		if r.word == word || holds(text, k.word(r.word)) || k.opposed(r.word, word) {
			return true
		}
	}
	return false
}

// holds says that a phrase has word as one of its words.
func holds(phrase, word string) bool {
	i := strings.Index(phrase, word)
	if i < 0 {
		return false
	}
	end := i + len(word)
	return (i == 0 || blank(phrase[i-1]) == ' ') && (end == len(phrase) || blank(phrase[end]) == ' ')
}

// words are the best with their weights, nil where there are none.
func (k *kin) words() []Word {
	if k.n == 0 {
		return nil
	}
	out := make([]Word, k.n)
	for i, c := range k.best[:k.n] {
		out[i] = Word{k.word(c.word), c.weight}
	}
	return out
}

func (n *network) opposed(a, b int) bool {
	for _, l := range n.links.row(a) {
		if int(l>>5) == b && packed.LinkKind(l>>4&1) == packed.Opposite {
			return true
		}
	}
	return false
}
