package store

import (
	"encoding/binary"
	"math"
	"slices"
)

// A term's postings are the passages that hold it, in runs. A run is a count, and so many postings: the distance from the
// passage before (in the first, the passage itself), all as varints, and a byte that says how the passage holds the term.
// Runs stand in any order.

// manner is how a passage holds a term: how often its text does, up to 7; whether its heading or title does; and the length of
// the text, in 16 classes each longer by the root of two.
type manner byte

const (
	mostOften    = 7
	aboveBit     = 1 << 3
	lengthBits   = 4
	longestClass = 15
	classOffset  = 2 // the shortest class is two terms
)

func mannerOf(often int, above bool, class manner) manner {
	m := manner(min(often, mostOften)) | class
	if above {
		m |= aboveBit
	}
	return m
}

// classOf is the part of a manner that tells how many terms the text has.
func classOf(terms int) manner {
	class := int(math.Round(2*math.Log2(float64(max(terms, 1))))) - classOffset
	return manner(min(max(class, 0), longestClass)) << lengthBits
}

func (m manner) often() float64 { return float64(m & mostOften) }
func (m manner) above() bool    { return m&aboveBit != 0 }
func (m manner) terms() float64 { return math.Exp2(float64(m>>lengthBits+classOffset) / 2) }

// BM25's constants, those that RETRIEVAL's measurements favour for passages, and what a heading or title counts beside the text.
const (
	saturation  = 0.9 // k1
	byLength    = 0.6 // b
	aboveWeight = 0.5
)

// weights are what a term counts in each manner, after Robertson's BM25, for passages of that length on average.
func weights(weight, average float64) *[256]float32 {
	var w [256]float32
	for class := manner(0); class <= longestClass; class++ {
		length := (class << lengthBits).terms()
		norm := saturation * (1 - byLength + byLength*length/average)
		for low := range manner(1 << lengthBits) {
			m := class<<lengthBits | low
			score := m.often() * (saturation + 1) / (m.often() + norm)
			if m.above() {
				score += aboveWeight
			}
			w[m] = float32(weight * score)
		}
	}
	return &w
}

// runs are postings on their way to the file.
type runs struct {
	sealed []byte // runs that are complete
	open   []byte // the postings of the last one
	count  int    // of them
	last   int64
}

func (r *runs) add(id int64, m manner) {
	if id <= r.last {
		r.seal()
	}
	r.open = append(binary.AppendUvarint(r.open, uint64(id-r.last)), byte(m))
	r.count, r.last = r.count+1, id
}

func (r *runs) seal() {
	if r.count > 0 {
		r.sealed = slices.Grow(r.sealed, len(r.open)+binary.MaxVarintLen32)
		r.sealed = append(binary.AppendUvarint(r.sealed, uint64(r.count)), r.open...)
	}
	r.open, r.count, r.last = r.open[:0], 0, 0
}

// bytes ends the last run.
func (r *runs) bytes() []byte {
	r.seal()
	return r.sealed
}

// reset forgets what was added.
func (r *runs) reset() { *r = runs{sealed: r.sealed[:0], open: r.open[:0]} }

// readAtOnce is how many postings eachPosting hands over at once, since a call for each would cost more than the reading.
const readAtOnce = 256

// eachPosting reads runs, some postings at a time; what it hands over is its own. A list that is cut is errBroken.
func eachPosting(list []byte, do func(ids []int64, in []manner)) error {
	var ids [readAtOnce]int64
	var in [readAtOnce]manner
	for len(list) > 0 {
		count, n := binary.Uvarint(list)
		if n <= 0 {
			return errBroken
		}
		list = list[n:]
		for id := int64(0); count > 0; {
			some := int(min(count, readAtOnce))
			for i := range some {
				step, n := uint64(0), 1
				if len(list) > 1 && list[0] < 0x80 { // most distances are short
					step = uint64(list[0])
				} else if step, n = binary.Uvarint(list); n <= 0 || n == len(list) {
					return errBroken
				}
				id += int64(step)
				ids[i], in[i] = id, manner(list[n])
				list = list[n+1:]
			}
			do(ids[:some], in[:some])
			count -= uint64(some)
		}
	}
	return nil
}
