package store

// held is a term that a version holds: in how many of its passages' texts, in how many more in the heading or title above alone, and
// where and how.
type held struct {
	term      string
	df, above int
	in        []place
}

// place is a passage of a version, counted from 0, and how it holds a term.
type place struct {
	ord int
	how manner
}

// indexer gathers the terms of one version, passage by passage.
type indexer struct {
	slots map[string]int // the place in held and now of each term
	held  []held
	now   []mention
	seen  []int // slots that the passage at hand has
}

// mention is how the passage at hand holds a term.
type mention struct {
	ord   int
	often int
	above bool
}

// passage takes up the terms of a passage's text, of its heading and of its title.
func (x *indexer) passage(ord int, body, heading, title []string) {
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
		h.in = append(h.in, place{ord, mannerOf(m.often, m.above, class)})
	}
}

func (x *indexer) at(term string, ord int) *mention {
	slot, known := x.slots[term]
	if !known {
		slot = len(x.held)
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
