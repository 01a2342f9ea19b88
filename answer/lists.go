package answer

import (
	"slices"
	"strings"

	"parley/article/analysis"
)

// together replaces the items of a list among the picked sentences by the whole list, in its order, where the question asks for a
// list and one item at least was picked, or where what announces the list was: it says nothing without it. The list that has most of the best
// items goes first.
func together(q *query, picked []*choice, all []*choice) []*choice {
	best := announced(picked)
	if best == nil && q.want == wantList {
		best = mostItems(all, q.asksFor())
	}
	if best == nil {
		return enumerated(picked, all, q.asksFor())
	}
	var list []*choice
	for i := range best.sents {
		if c := choiceAt(all, best, i); c != nil && len(list) < sentencesFor(wantList) && (best.itemised(i) || best.announces(i)) {
			list = append(list, c)
		}
	}
	for _, c := range picked {
		if c.v != best && len(list) < sentencesFor(wantList) {
			list = append(list, c)
		}
	}
	return list
}

// announced is the passage of which the best picked sentences hold what announces a list, or nil.
func announced(picked []*choice) *view {
	for _, c := range picked[:min(announcers, len(picked))] {
		if c.v.announces(c.i) {
			return c.v
		}
	}
	return nil
}

// announcers is among how many of the best sentences one must be that announces a list.
const announcers = 2

// announces says that a sentence ends in a colon, and an item of a list stands behind it.
func (v *view) announces(i int) bool {
	return i+1 < len(v.sents) && strings.HasSuffix(v.text(&v.sents[i]), ":") && v.isItem(&v.sents[i+1])
}

// mostItems is the passage whose list has most of the best sentences, or nil. Where as many are asked for as one of the lists has, that is the one.
func mostItems(all []*choice, asked int) *view {
	best, most, fits := (*view)(nil), 0.0, false
	weight := map[*view]float64{}
	for _, c := range all[:min(weighed, len(all))] {
		if !c.v.isItem(c.sentence()) && !c.v.announces(c.i) || c.score <= all[0].score-2*worth {
			continue
		}
		weight[c.v] += c.score - all[0].score + 2*worth
		if many := c.v.items() == asked; many && !fits || many == fits && weight[c.v] > most {
			best, most, fits = c.v, weight[c.v], many
		}
	}
	return best
}

// items counts the items of the lists in a passage.
func (v *view) items() int {
	n := 0
	for i := range v.sents {
		if v.itemised(i) {
			n++
		}
	}
	return n
}

// fewestAsked and mostAsked bound how many things a question asks for by number: "the three conditions".
const fewestAsked, mostAsked = 2, 7

// asksFor is how many things a question asks for that names a number of them, or 0.
func (q *query) asksFor() int {
	if q.yesNo || q.want == wantQuantity || q.want == wantTime {
		return 0
	}
	for _, c := range q.concepts {
		if v, _, ok := analysis.Value([]analysis.Token{c.token}, 0); ok && c.number && v >= fewestAsked && v <= mostAsked {
			return int(v)
		}
	}
	return 0
}

// shortAnnouncement is how many content words a sentence has at most that only announces what the next ones tell.
const shortAnnouncement = 8

// enumerated adds to a picked sentence that says how many things there are, "Three paths are open.", the next ones of its paragraph, which tell them.
func enumerated(picked, all []*choice, asked int) []*choice {
	if asked == 0 {
		return picked
	}
	for k, c := range picked[:min(announcers, len(picked))] {
		if len(c.stems) > shortAnnouncement || !numbers(c, asked) {
			continue
		}
		out := slices.Clone(picked[:k+1])
		for i := c.i + 1; i <= c.i+asked && i < len(c.v.sents) && c.v.oneLine(c.i, i); i++ {
			if next := choiceAt(all, c.v, i); next != nil && !slices.Contains(out, next) {
				out = append(out, next)
			}
		}
		for _, o := range picked[k+1:] {
			if !slices.Contains(out, o) && len(out) < sentencesFor(wantList) {
				out = append(out, o)
			}
		}
		return out
	}
	return picked
}

// numbers says that a sentence has a figure.
func numbers(c *choice, figure int) bool {
	return slices.ContainsFunc(figuresOf(c), func(v quantityValue) bool { return v.value == float64(figure) })
}

// itemised says that the sentence is an item of a list, or the first of a passage that is one: its own bullet stands before it.
func (v *view) itemised(i int) bool {
	if v.isItem(&v.sents[i]) {
		return true
	}
	return i == 0 && !v.announces(0) && slices.ContainsFunc(v.sents[1:], func(s sentence) bool { return v.isItem(&s) })
}
