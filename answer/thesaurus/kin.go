package thesaurus

import (
	"slices"

	"parley/answer/thesaurus/packed"
)

// What each relation weighs at best. They order hints; no measurement stands behind their exact values.
const (
	asSynonym  = 0.7
	asDerived  = 0.7
	asSimilar  = 0.4
	asBroader  = 0.35
	asNarrower = 0.35
	asEntailed = 0.3

	// asBase is the share of the kin of a base where the inflected form is a word of its own: "left" beside "leave".
	asBase = 0.8
	// leastWeight is what is still worth telling.
	leastWeight = 0.1
	// mostNarrower is how many kinds a meaning has before naming them tells nothing.
	mostNarrower = 16
)

// ofRank is the share of a meaning by its rank among those of the word that was asked for.
var ofRank = [8]float64{1, 0.85, 0.7, 0.6, 0.5, 0.45, 0.4, 0.4}

// asRank is the share of a word by the rank that the meaning has among its own: "tap" is a rare word for a wiretap.
var asRank = [8]float64{1, 0.95, 0.85, 0.8, 0.7, 0.65, 0.6, 0.5}

// ofFrequency is the share of a word by how common it is.
var ofFrequency = [4]float64{0.85, 0.92, 0.96, 1}

// kin are the words near to some readings of a phrase.
type kin struct {
	found []candidate
	room  [96]candidate
	own   []int
}

type candidate struct {
	word   int
	weight float64
}

// from adds what is near to a reading.
func (k *kin) from(n *network, r reading) {
	if k.found == nil {
		k.found = k.room[:0]
	}
	share := 1.0
	if r.inflected && len(k.own) > 0 {
		share = asBase
	}
	k.own = append(k.own, r.word)
	for _, s := range n.senses.row(r.word) {
		group, w := int(s>>3), share*ofRank[s&7]
		k.members(n, group, w*asSynonym)
		k.around(n, group, w)
	}
	for _, l := range n.links.row(r.word) {
		if packed.LinkKind(l>>4&1) == packed.Derived {
			k.add(int(l>>5), share*asDerived*ofRank[l>>2&3]*asRank[l&3])
		}
	}
}

// around adds the members of the groups one step from group.
func (k *kin) around(n *network, group int, w float64) {
	edges := n.edges.row(group)
	kinds := 0
	for _, e := range edges {
		if e&3 == narrower {
			kinds++
		}
	}
	for _, e := range edges {
		switch e & 3 {
		case broader:
			k.members(n, int(e>>2), w*asBroader)
		case narrower:
			if kinds <= mostNarrower {
				k.members(n, int(e>>2), w*asNarrower)
			}
		case similar:
			k.members(n, int(e>>2), w*asSimilar)
		case entails:
			k.members(n, int(e>>2), w*asEntailed)
		}
	}
}

func (k *kin) members(n *network, group int, w float64) {
	for _, m := range n.members.row(group) {
		k.add(int(m>>3), w*asRank[m&7])
	}
}

func (k *kin) add(word int, w float64) {
	k.found = append(k.found, candidate{word, w})
}

// best are the words found, each once with its best weight, but for those asked for and their opposites.
func (k *kin) best(n *network) []Word {
	if len(k.found) == 0 {
		return nil
	}
	for i := range k.found {
		c := &k.found[i]
		c.weight *= ofFrequency[n.classes[c.word].Frequency()]
	}
	slices.SortFunc(k.found, byWeight)
	out := make([]Word, 0, min(maxKin, len(k.found)))
	for i, c := range k.found {
		if len(out) == maxKin || c.weight < leastWeight {
			break
		}
		if k.isOwn(n, c.word) || slices.ContainsFunc(k.found[:i], func(b candidate) bool { return b.word == c.word }) {
			continue
		}
		out = append(out, Word{n.word(c.word), c.weight})
	}
	return out
}

func byWeight(a, b candidate) int {
	switch {
	case a.weight > b.weight:
		return -1
	case a.weight < b.weight:
		return 1
	}
	return a.word - b.word
}

// isOwn says that a word was asked for, or is an opposite of what was.
func (k *kin) isOwn(n *network, word int) bool {
	for _, own := range k.own {
		if own == word || n.opposed(own, word) {
			return true
		}
	}
	return false
}

func (n *network) opposed(a, b int) bool {
	for _, l := range n.links.row(a) {
		if int(l>>5) == b && packed.LinkKind(l>>4&1) == packed.Opposite {
			return true
		}
	}
	return false
}

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
