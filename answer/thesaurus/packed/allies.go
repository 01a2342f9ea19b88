package packed

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// Ally is a word that has to do with another. Cosine is how near they are: LeastCosine to 1.
type Ally struct {
	Word   int
	Cosine float64
}

// LeastCosine is how near a word must be to be kept as an ally.
const LeastCosine = 0.12

// steps is in how many steps a cosine is kept.
const steps = 16

// Allies are those of each word of a graph, in a form that is read without being unpacked.
type Allies struct {
	all []byte
	// rows are the places in all at which each word's row begins, with its length.
	rows []uint32
}

// PackAllies packs the allies of the words of a graph, in the words' order: how many words there are, then for each how many bytes its row has,
// and in it for each ally the distance from the one before, shifted by four bits, and a step of nearness.
func PackAllies(all [][]Ally) []byte {
	out := binary.AppendUvarint(nil, uint64(len(all)))
	for _, allies := range all {
		sorted := slices.Clone(allies)
		slices.SortFunc(sorted, func(a, b Ally) int { return cmp.Compare(a.Word, b.Word) })
		var row []byte
		before := 0
		for _, a := range sorted {
			step := min(steps-1, int((a.Cosine-LeastCosine)/(1-LeastCosine)*steps))
			row = binary.AppendUvarint(row, uint64(a.Word-before)<<4|uint64(step))
			before = a.Word
		}
		out = binary.AppendUvarint(out, uint64(len(row)))
		out = append(out, row...)
	}
	return out
}

// ReadAllies reads what PackAllies packed for a graph of so many words. It keeps b.
func ReadAllies(b []byte, words int) (*Allies, error) {
	n, at := binary.Uvarint(b)
	if at <= 0 || n != uint64(words) {
		return nil, fmt.Errorf("the allies are those of %d words, not of %d", n, words)
	}
	a := &Allies{all: b, rows: make([]uint32, words)}
	for i := range words {
		a.rows[i] = uint32(at)
		length, k := binary.Uvarint(b[at:])
		if k <= 0 || length > uint64(len(b)-at-k) {
			return nil, errShort
		}
		at += k + int(length)
	}
	return a, nil
}

// Of calls yield with each ally of a word, in the words' order.
func (a *Allies) Of(word int, yield func(Ally)) {
	row := a.all[a.rows[word]:]
	length, n := binary.Uvarint(row)
	row = row[n : n+int(length)]
	at := 0
	for len(row) > 0 {
		v, n := binary.Uvarint(row)
		if n <= 0 {
			return
		}
		row = row[n:]
		at += int(v >> 4)
		yield(Ally{at, LeastCosine + (1-LeastCosine)*(float64(v&15)+0.5)/steps})
	}
}
