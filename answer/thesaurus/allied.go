package thesaurus

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"

	"parley/answer/thesaurus/packed"
)

// embeddedAllies are the words that walks through WordNet bring together; gen/walk.go says how.
//
//go:generate sh -c "go run ./gen -dict $DICT -exceptions $EXCEPTIONS -allies > allies.bin"
//go:embed allies.bin
var embeddedAllies []byte

var allies = sync.OnceValue(func() *packed.Allies {
	a, err := packed.ReadAllies(embeddedAllies, len(loaded().ends))
	if err != nil {
		panic("thesaurus: the embedded allies are damaged: " + err.Error())
	}
	return a
})

// Allied returns words that have to do with a word or a phrase, whatever the relation: "ballot" and "referendum" for "vote", "negotiate" and
// "diplomat" for "mediator". Heaviest first, at most 40 for each word that it may be a form of, and after them their irregular forms; never its opposites, never itself. An
// inflected form has the allies of its base. Weight is the square root of a cosine, 0.3 to 1: far from all mean the same, and what
// they say together counts more than what one says. Nil where none are known.
func Allied(phrase string) []Word {
	n := loaded()
	var room [8]reading
	readings := n.read(room[:0], phrase)
	best := map[int]float64{}
	for i, r := range readings {
		share := 1.0
		if i > 0 && !readings[0].inflected {
			share = asBase
		}
		allies().Of(r.word, func(a packed.Ally) {
			best[a.Word] = max(best[a.Word], share*math.Sqrt(a.Cosine))
		})
	}
	for word := range best {
		if slices.ContainsFunc(readings, func(r reading) bool { return r.word == word || n.opposed(r.word, word) }) {
			delete(best, word)
		}
	}
	return n.heaviest(best)
}

func (n *network) heaviest(weights map[int]float64) []Word {
	var out []Word
	for word, weight := range weights {
		out = append(out, Word{n.word(word), weight})
	}
	slices.SortFunc(out, func(a, b Word) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Text, b.Text))
	})
	for _, w := range out {
		for _, form := range irregularForms()[w.Text] {
			out = append(out, Word{form, w.Weight})
		}
	}
	return out
}

// irregularForms are the irregular forms of each base.
var irregularForms = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, f := range loaded().irregular {
		out[f.Base] = append(out[f.Base], f.Form)
	}
	return out
})
