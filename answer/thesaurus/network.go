package thesaurus

import (
	"bytes"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"parley/answer/thesaurus/packed"
)

// embedded is WordNet, reduced; NOTICE beside it has its licence.
//
//go:generate sh -c "go run ./gen -dict $DICT -exceptions $EXCEPTIONS > words.bin.gz"
//go:embed words.bin.gz
var embedded []byte

var loaded = sync.OnceValue(func() *network {
	g, err := packed.Read(bytes.NewReader(embedded))
	if err != nil {
		panic("thesaurus: the embedded words are damaged: " + err.Error())
	}
	return newNetwork(g)
})

// network is the graph of words, laid out to be walked: rows of numbers, each number a place and some bits that say more.
type network struct {
	text      string
	ends      []uint32                    // of each word in text
	starts    [letters*letters + 1]uint32 // the first word with each two first letters
	classes   []packed.Class
	irregular []packed.Form

	members rows // of a group: word<<3 | rank
	senses  rows // of a word: group<<3 | rank, the most usual first
	edges   rows // of a group: group<<2 | direction
	links   rows // of a word: word<<5 | kind<<4 | own rank<<2 | the other's rank
}

// direction is how an edge leads on from a group.
const (
	broader = iota
	narrower
	similar
	entails
)

func newNetwork(g *packed.Graph) *network {
	n := &network{classes: g.Classes, irregular: g.Irregular, ends: make([]uint32, len(g.Words))}
	end := 0
	for i, w := range g.Words {
		end += len(w)
		n.ends[i] = uint32(end)
	}
	n.text = strings.Join(g.Words, "")
	for _, w := range g.Words {
		n.starts[twoLetters(w)+1]++
	}
	for i := range letters * letters {
		n.starts[i+1] += n.starts[i]
	}
	n.members = newRows(len(g.Groups), func(put func(int, uint32)) {
		for i, members := range g.Groups {
			for _, m := range members {
				put(i, uint32(m.Word)<<3|uint32(m.Rank))
			}
		}
	})
	n.senses = newRows(len(g.Words), func(put func(int, uint32)) {
		for i, members := range g.Groups {
			for _, m := range members {
				if m.Rank < packed.LastRank {
					put(m.Word, uint32(i)<<3|uint32(m.Rank))
				}
			}
		}
	})
	n.edges = newRows(len(g.Groups), func(put func(int, uint32)) { putEdges(g.Edges, put) })
	n.links = newRows(len(g.Words), func(put func(int, uint32)) { putLinks(g.Links, put) })
	for i := range g.Words {
		slices.SortFunc(n.senses.row(i), func(a, b uint32) int { return int(a&7) - int(b&7) })
	}
	return n
}

func putEdges(edges []packed.Edge, put func(int, uint32)) {
	for _, e := range edges {
		there, back := similar, similar
		switch e.Kind {
		case packed.Broader:
			there, back = broader, narrower
		case packed.Entails:
			there, back = entails, entails
		}
		put(e.From, uint32(e.To)<<2|uint32(there))
		put(e.To, uint32(e.From)<<2|uint32(back))
	}
}

func putLinks(links []packed.Link, put func(int, uint32)) {
	for _, l := range links {
		kind, a, b := uint32(l.Kind)<<4, uint32(l.RankA), uint32(l.RankB)
		put(l.A, uint32(l.B)<<5|kind|a<<2|b)
		put(l.B, uint32(l.A)<<5|kind|b<<2|a)
	}
}

// rows are lists of numbers end to end.
type rows struct {
	ends   []uint32
	values []uint32
}

// newRows lays out n rows of what fill puts, in the order in which it comes. It calls fill twice: to measure and to place.
func newRows(n int, fill func(put func(row int, value uint32))) rows {
	at := make([]uint32, n)
	fill(func(row int, _ uint32) { at[row]++ })
	total := uint32(0)
	for i, count := range at {
		at[i] = total
		total += count
	}
	values := make([]uint32, total)
	fill(func(row int, v uint32) {
		values[at[row]] = v
		at[row]++
	})
	return rows{at, values} // each place has moved to its row's end
}

func (r rows) row(i int) []uint32 {
	if i == 0 {
		return r.values[:r.ends[0]]
	}
	return r.values[r.ends[i-1]:r.ends[i]]
}

func (n *network) word(i int) string {
	if i == 0 {
		return n.text[:n.ends[0]]
	}
	return n.text[n.ends[i-1]:n.ends[i]]
}

// find is the place of a word or phrase as it stands, a hyphen taken for a blank.
func (n *network) find(word string) (int, bool) {
	if len(word) < 2 {
		return 0, false
	}
	at := twoLetters(word)
	lo, hi := int(n.starts[at]), int(n.starts[at+1])
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		switch c := compare(n.word(mid), word); {
		case c == 0:
			return mid, true
		case c < 0:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0, false
}

// letters are those of English, and one place before them for any other sign.
const letters = 27

// twoLetters numbers words by their first two letters, in their order. The word has two bytes at least.
func twoLetters(word string) int { return letter(word[0])*letters + letter(word[1]) }

func letter(c byte) int {
	if c < 'a' || c > 'z' {
		return 0
	}
	return int(c-'a') + 1
}

// compare orders words by their bytes, a hyphen taken for a blank.
func compare(a, b string) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if x, y := blank(a[i]), blank(b[i]); x != y {
			return int(x) - int(y)
		}
	}
	return len(a) - len(b)
}

func blank(c byte) byte {
	if c == '-' {
		return ' '
	}
	return c
}
