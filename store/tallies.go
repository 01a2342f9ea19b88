package store

import "slices"

// tallies gather what a batch changes of terms.
type tallies struct {
	slots  map[string]int32 // the place of each term in terms and sums
	terms  []string
	sums   []count
	posted [][]posted // in the order in which they came, in parts of the same size
	many   int        // of them
	room   []int32    // for the slots of a version's terms
}

// partSize is how many postings stand in one part: a single list would be copied each time that it grows.
const partSize = 1 << 13

// posted says that a passage holds a term, and how.
type posted struct {
	passage int64
	term    int32
	how     manner
}

// slot is the place of a term.
func (t *tallies) slot(term string) int32 {
	slot, known := t.slots[term]
	if !known {
		slot = int32(len(t.terms))
		t.slots[term] = slot
		t.terms, t.sums = append(t.terms, term), append(t.sums, count{})
	}
	return slot
}

// add takes up a version's terms, or takes them away with sign -1; its postings too, where the id of its first passage is given.
func (t *tallies) add(p *prepared, sign int, first int64) {
	slots := slices.Grow(t.room[:0], len(p.held))
	for _, h := range p.held {
		slot := t.slot(h.term)
		t.sums[slot] = t.sums[slot].plus(count{sign * h.df, sign * h.above})
		slots = append(slots, slot)
	}
	t.room = slots
	if first == 0 {
		return
	}
	for _, at := range p.places {
		if t.many%partSize == 0 {
			t.posted = append(t.posted, make([]posted, 0, partSize))
		}
		part := &t.posted[len(t.posted)-1]
		*part = append(*part, posted{first + int64(at.ord), slots[at.term], at.how})
		t.many++
	}
}

// pack hands everything over in order, and forgets it.
func (t *tallies) pack(p *packer) {
	order := inOrder(t.terms)
	var buf []byte
	for _, slot := range order {
		if t.sums[slot] != (count{}) {
			buf = t.sums[slot].bytes(buf[:0])
			pack(p, counts, t.terms[slot], buf)
		}
	}
	byTerm, ends := t.byTerm()
	var r runs
	for _, slot := range order {
		first := int32(0)
		if slot > 0 {
			first = ends[slot-1]
		}
		if first == ends[slot] {
			continue
		}
		r.reset()
		for _, x := range byTerm[first:ends[slot]] {
			r.add(x.passage, x.how)
		}
		pack(p, postings, t.terms[slot], r.bytes())
	}
	clear(t.slots)
	clear(t.terms)
	t.terms, t.sums, t.posted, t.many = t.terms[:0], t.sums[:0], nil, 0
}

// byTerm sorts what is posted by the places of the terms, and says where each term's ends.
func (t *tallies) byTerm() (sorted []posted, ends []int32) {
	ends = make([]int32, len(t.terms))
	for _, part := range t.posted {
		for _, p := range part {
			ends[p.term]++
		}
	}
	sum := int32(0)
	for i, n := range ends { // from here on where each term's begins
		ends[i], sum = sum, sum+n
	}
	sorted = make([]posted, t.many)
	for _, part := range t.posted {
		for _, p := range part {
			sorted[ends[p.term]] = p
			ends[p.term]++
		}
	}
	return sorted, ends
}
