package main

import "math"

// A word's allies are words whose walks come by the same synsets: personalised PageRank over WordNet's relations and definitions, held
// against one another by their cosine (Hughes and Ramage, EMNLP 2007; Agirre and others, NAACL 2009). The shares below order the
// steps of a walk; no measurement stands behind their exact values.
const (
	// restart is how likely a walk is to go back to its word at each step.
	restart = 0.25
	// byRelation and byDefinition are how likely it goes on from a synset by a relation, and to a word of the definition.
	byRelation, byDefinition = 0.55, 0.45
	// toDefined is how likely it goes on from a word to a synset that the word defines, rather than to one of its meanings. From a
	// word that defines more than mostDefined it never does.
	toDefined   = 0.15
	mostDefined = 3000
	// leastLeft is what a node must have left to hand on for the push to go on (Andersen, Chung and Lang, FOCS 2006).
	leastLeft = 2e-4
)

// byPointer is how likely each pointer of wninput(5WN) is taken; the others never are, so that no walk goes by an opposite.
var byPointer = map[string]float32{"@": 1, "@i": 0.3, "~": 1, "+": 1.5, "&": 1, "$": 1, "*": 1, ">": 1, "^": 0.7, "=": 0.7, `\`: 1, "<": 1,
	"#p": 0.5, "%p": 0.5, "#m": 0.5, "%m": 0.5, "#s": 0.3, "%s": 0.3, ";c": 0.7, "-c": 0.7}

// manyKinds is how many kinds a synset has before each is the less likely taken.
const manyKinds = 4

// move leads from one node of the walk to another.
type move struct {
	to    int32
	share float32
}

// walker walks from words. Its nodes are the synsets in their order, and after them the words of the graph.
type walker struct {
	net   *wordnet
	ids   map[string]int
	steps [][]move
}

// newWalker lays out the steps. ids are the words' places in the graph, by their normal form.
func newWalker(net *wordnet, ids map[string]int) *walker {
	w := &walker{net: net, ids: ids, steps: make([][]move, len(net.order)+len(ids))}
	places := make(map[key]int32, len(net.order))
	for i, s := range net.order {
		places[s.key] = int32(i)
	}
	defined := w.define()
	for i, s := range net.order {
		w.leave(i, related(s, places), 0, byRelation)
		w.leave(i, defined[i], len(net.order), byDefinition)
	}
	w.leaveWords(places, defined)
	return w
}

// leave adds steps from a node that are taken with a likelihood together, each by its share. Their ends are counted from offset.
func (w *walker) leave(node int, steps []move, offset int, likelihood float32) {
	all := float32(0)
	for _, s := range steps {
		all += s.share
	}
	for _, s := range steps {
		if s.share > 0 {
			w.steps[node] = append(w.steps[node], move{s.to + int32(offset), likelihood * s.share / all})
		}
	}
}

// related are the steps from a synset by its pointers.
func related(s *synset, places map[key]int32) []move {
	kinds := 0
	for _, p := range s.pointers {
		if p.symbol == "~" {
			kinds++
		}
	}
	var out []move
	for _, p := range s.pointers {
		share := byPointer[p.symbol]
		if p.symbol == "~" && kinds > manyKinds {
			share *= manyKinds / float32(kinds)
		}
		out = append(out, move{places[p.to], share})
	}
	return out
}

// leaveWords adds the steps from words to their meanings, by how often each was counted and its place among them, and to the synsets
// that they define.
func (w *walker) leaveWords(places map[key]int32, defined [][]move) {
	meanings, uses := make([][]move, len(w.ids)), make([][]move, len(w.ids))
	for _, s := range w.net.senses {
		if id, ok := w.ids[normal(s.word)]; ok {
			share := float64(s.count+1) / math.Sqrt(float64(max(1, s.number)))
			meanings[id] = append(meanings[id], move{places[s.synset], float32(share)})
		}
	}
	for i, words := range defined {
		all := float32(0)
		for _, d := range words {
			all += d.share
		}
		for _, d := range words {
			uses[d.to] = append(uses[d.to], move{int32(i), d.share / all})
		}
	}
	for id := range meanings {
		node := len(w.net.order) + id
		w.leave(node, meanings[id], 0, 1-toDefined)
		if len(uses[id]) < mostDefined {
			w.leave(node, uses[id], 0, toDefined)
		}
	}
}

// walk is one walk's state; it is used again for the next word.
type walk struct {
	passed, left []float32 // of each node
	queued       []bool
	queue        []int32
	touched      []int32
}

func (w *walker) newWalk() *walk {
	n := len(w.steps)
	return &walk{passed: make([]float32, n), left: make([]float32, n), queued: make([]bool, n)}
}

// from returns the synsets that a walk from a word comes by, with how often, unordered.
func (w *walker) from(word int, k *walk) []move {
	k.queue, k.touched = k.queue[:0], k.touched[:0]
	k.hand(int32(len(w.net.order)+word), 1)
	for at := 0; at < len(k.queue); at++ {
		node := k.queue[at]
		k.queued[node] = false
		left := k.left[node]
		k.left[node] = 0
		k.passed[node] += restart * left
		for _, s := range w.steps[node] {
			k.hand(s.to, left*(1-restart)*s.share)
		}
	}
	var out []move
	for _, node := range k.touched {
		if passed := k.passed[node]; passed > 0 && int(node) < len(w.net.order) {
			out = append(out, move{node, passed})
		}
		k.passed[node], k.left[node] = 0, 0
	}
	return out
}

// hand gives a node something to hand on, and has it do so when that is enough.
func (k *walk) hand(node int32, share float32) {
	if k.left[node] == 0 && k.passed[node] == 0 {
		k.touched = append(k.touched, node)
	}
	k.left[node] += share
	if k.left[node] >= leastLeft && !k.queued[node] {
		k.queued[node] = true
		k.queue = append(k.queue, node)
	}
}
