// Package packed holds word vectors in a file that is read in place: what Pack writes, Read reads back.
package packed

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"
)

// Table is a packed table of words, each with a vector of unit length, read in place.
type Table struct {
	n, dimensions int
	// ends are where each word ends in letters, 4 bytes each, little endian; the words are sorted.
	ends, letters []byte
	// rarities are how rare each word is, a byte each: 15 times the binary logarithm of its rank by frequency.
	rarities []byte
	// scales are what each vector's steps count, 4 bytes of a float each; steps are the vectors, a signed byte a number.
	scales, steps []byte
}

// Vector is a word's vector, of unit length: its numbers are steps times scale.
type Vector struct {
	steps  []byte
	scale  float64
	rarity byte
}

// Add adds the vector so many times to a sum of vectors of its table, which it makes where it is nil.
func (v Vector) Add(sum []float64, times float64) []float64 {
	if sum == nil {
		sum = make([]float64, len(v.steps))
	}
	for i, x := range v.steps {
		sum[i] += float64(int8(x)) * v.scale * times
	}
	return sum
}

// Rank is the word's place among the words by frequency, from 1, as nearly as it was kept: within three per cent.
func (v Vector) Rank() float64 { return math.Exp2(float64(v.rarity) / rankSteps) }

// Pack packs words, the most frequent first, and their vectors, which are brought to unit length first; all have the length of the first.
func Pack(words []string, vectors [][]float64) []byte {
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(words[a], words[b]) })
	dimensions := 0
	if len(vectors) > 0 {
		dimensions = len(vectors[0])
	}
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(words)))
	out = binary.LittleEndian.AppendUint32(out, uint32(dimensions))
	var letters, rarities, scales, steps []byte
	for _, i := range order {
		letters = append(letters, words[i]...)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(letters)))
		rarities = append(rarities, byte(min(255, math.Round(rankSteps*math.Log2(float64(i+1))))))
		scale, row := inSteps(vectors[i])
		scales = binary.LittleEndian.AppendUint32(scales, math.Float32bits(float32(scale)))
		steps = append(steps, row...)
	}
	return slices.Concat(out, letters, rarities, scales, steps)
}

// rankSteps is in how many steps each doubling of the rank is kept.
const rankSteps = 15

// inSteps brings a vector to unit length and to steps of a 127th of its largest number.
func inSteps(v []float64) (scale float64, steps []byte) {
	length, most := 0.0, 0.0
	for _, x := range v {
		length += x * x
		most = max(most, math.Abs(x))
	}
	if length == 0 {
		return 0, make([]byte, len(v))
	}
	length = math.Sqrt(length)
	for _, x := range v {
		steps = append(steps, byte(int8(math.Round(x/most*127))))
	}
	return most / 127 / length, steps
}

// Read reads what Pack packed. It keeps b.
func Read(b []byte) (*Table, error) {
	if len(b) < 8 {
		return nil, errShort
	}
	t := &Table{n: int(binary.LittleEndian.Uint32(b)), dimensions: int(binary.LittleEndian.Uint32(b[4:]))}
	b = b[8:]
	if t.n > len(b)/4 {
		return nil, errShort
	}
	t.ends, b = b[:4*t.n], b[4*t.n:]
	letters := 0
	for i := range t.n {
		end := t.end(i)
		if end < letters {
			return nil, errors.New("a word ends before it begins")
		}
		letters = end
	}
	if len(b) != letters+t.n*(1+4+t.dimensions) {
		return nil, errShort
	}
	t.letters, b = b[:letters], b[letters:]
	t.rarities, b = b[:t.n], b[t.n:]
	t.scales, t.steps = b[:4*t.n], b[4*t.n:]
	return t, nil
}

var errShort = errors.New("the table is cut short or too long")

// Find returns a word's vector.
func (t *Table) Find(word string) (Vector, bool) {
	lo, hi := 0, t.n
	for lo < hi {
		if mid := (lo + hi) / 2; string(t.word(mid)) < word {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == t.n || string(t.word(lo)) != word {
		return Vector{}, false
	}
	return t.vector(lo), true
}

func (t *Table) vector(i int) Vector {
	return Vector{
		steps:  t.steps[i*t.dimensions : (i+1)*t.dimensions],
		scale:  float64(math.Float32frombits(binary.LittleEndian.Uint32(t.scales[4*i:]))),
		rarity: t.rarities[i],
	}
}

func (t *Table) end(i int) int { return int(binary.LittleEndian.Uint32(t.ends[4*i:])) }

func (t *Table) word(i int) []byte {
	from := 0
	if i > 0 {
		from = t.end(i - 1)
	}
	return t.letters[from:t.end(i)]
}
