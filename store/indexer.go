package store

// held is a term that a version holds: in how many of its passages' texts, and in how many more in the heading or title above alone.
type held struct {
	term      string
	df, above int
}

// place says that a passage of a version, counted from 0, holds a term, counted likewise, and how.
type place struct {
	ord, term int32
	how       manner
}

// indexer gathers the terms of one version, passage by passage. It is used for one version after the other.
type indexer struct {
	slots  map[string]int32 // the place in held and now of each term
	held   []held
	places []place
	now    []mention
	seen   []int32 // the terms of the passage at hand
}

// mention is how the passage at hand holds a term.
type mention struct {
	ord   int32
	often int32
	above bool
}

// reset forgets the version before.
func (x *indexer) reset() {
	if x.slots == nil {
		x.slots = map[string]int32{}
	}
	clear(x.slots)
	clear(x.held)
	x.held, x.places, x.now = x.held[:0], x.places[:0], x.now[:0]
}

// passage takes up the terms of a passage's text, of its heading and of its title.
func (x *indexer) passage(ord int32, body, heading, title []string) {
	x.seen = x.seen[:0]
	for _, t := range body {
		x.at(t, ord).often++
	}
	for _, list := range [][]string{heading, title} {
		for _, t := range list {
			x.at(t, ord).above = true
		}
	}
	class := classOf(len(body))
	for _, slot := range x.seen {
		h, m := &x.held[slot], &x.now[slot]
		if m.often > 0 {
			h.df++
		} else {
			h.above++
		}
		x.places = append(x.places, place{ord, slot, mannerOf(int(m.often), m.above, class)})
	}
}

func (x *indexer) at(term string, ord int32) *mention {
	slot, known := x.slots[term]
	if !known {
		slot = int32(len(x.held))
		x.slots[term] = slot
		x.held = append(x.held, held{term: term})
		x.now = append(x.now, mention{ord: -1})
	}
	m := &x.now[slot]
	if m.ord != ord {
		*m = mention{ord: ord}
		x.seen = append(x.seen, slot)
	}
	return m
}
