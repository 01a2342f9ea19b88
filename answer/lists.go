package answer

import (
	"slices"
	"strings"

	"parley/article/analysis"
)

// together shows the whole list, in its order, in the place of the first of the picked sentences that belongs to it: where the question asks for a list
// and one item at least was picked, or where what announces it was picked first, which says nothing without it. The list that has most of the best items
// is taken. What else was picked stays.
func together(q *query, picked []*choice, all []*choice) []*choice {
	var best *view
	switch {
	case len(picked) == 0:
	case q.want == wantList:
		best = mostItems(q, all)
	case picked[0].v.announces(picked[0].i):
		best = picked[0].v
	}
	if best == nil {
		return enumerated(q, picked, all)
	}
	list := best.list(all)
	var out []*choice
	room := func(c *choice) {
		if len(out) < sentencesFor(wantList) && !slices.ContainsFunc(out, func(o *choice) bool { return o == c || overlaps(o, c) }) {
			out = append(out, c)
		}
	}
	if q.want == wantList && shownFirst(list, all) {
		for _, c := range list {
			room(c)
		}
	}
	for _, c := range picked {
		if slices.ContainsFunc(list, func(o *choice) bool { return overlaps(o, c) }) {
			for _, o := range list {
				room(o)
			}
			continue
		}
		room(c)
	}
	return out
}

// shownFirst says that a list has a sentence that is hardly worse than the best of all: it is shown first, else in the place of the first of it that was picked.
func shownFirst(list, all []*choice) bool {
	return slices.ContainsFunc(list, func(c *choice) bool { return c.score >= all[0].score-worth/2 })
}

// list are the items of the list in a passage, with what announces it.
func (v *view) list(all []*choice) []*choice {
	var out []*choice
	for i := range v.sents {
		if c := choiceAt(all, v, i); c != nil && (v.itemised(i) || v.announces(i)) {
			out = append(out, c)
		}
	}
	return out
}

// announces says that a sentence ends in a colon, and an item of a list stands behind it.
func (v *view) announces(i int) bool {
	return i+1 < len(v.sents) && strings.HasSuffix(v.text(&v.sents[i]), ":") && v.isItem(&v.sents[i+1])
}

// mostItems is the passage whose list has most of the best sentences, or nil. It must be about what is asked: half of its items are worth showing, or what
// announces it is. Where a number of things is asked for, a list of as many goes before all others; what stands over a list counts, too, as far as it
// names what is asked.
func mostItems(q *query, all []*choice) *view {
	asked := q.asksFor()
	weight, good := map[*view]float64{}, map[*view]int{}
	var lists []*view
	for _, c := range all[:min(weighed, len(all))] {
		announces := c.v.announces(c.i)
		if !c.v.isItem(c.sentence()) && !announces || c.score <= all[0].score-2*worth {
			continue
		}
		if _, seen := weight[c.v]; !seen {
			lists = append(lists, c.v)
			weight[c.v] = worth * q.share(c.v.above) * float64(c.v.items())
			if asked > 0 && c.v.items() == asked {
				weight[c.v] += 2 * worth * weighed
			}
		}
		weight[c.v] += c.score - all[0].score + 2*worth
		if c.score >= all[0].score-worth {
			if good[c.v]++; announces {
				good[c.v] = c.v.items()
			}
		}
	}
	var best *view
	for _, v := range lists {
		if 2*good[v] >= v.items() && (best == nil || weight[v] > weight[best]) {
			best = v
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

// announcers is among how many of the best sentences one must be that says how many things there are.
const announcers = 2

// shortAnnouncement is how many content words a sentence has at most that only announces what the next ones tell.
const shortAnnouncement = 8

// enumerated adds to a picked sentence that says how many things there are, "Three paths are open.", the next ones of its paragraph that tell them one by one,
// where the question asks for them.
func enumerated(q *query, picked, all []*choice) []*choice {
	asked := q.asksFor()
	if asked == 0 || q.want != wantList && q.want != wantAny {
		return picked
	}
	for k, c := range picked[:min(announcers, len(picked))] {
		if len(c.stems) > shortAnnouncement || !numbers(c, asked) {
			continue
		}
		out := slices.Clone(picked[:k+1])
		for i := c.i + c.after + 1; i < len(c.v.sents) && len(out) <= k+asked && c.v.oneLine(c.i, i); i++ {
			if next := choiceAt(all, c.v, i); next != nil && enumerates(next) && !slices.Contains(out, next) {
				out = append(out, next)
			}
		}
		if len(out) == k+1 && c.after == 0 {
			continue
		}
		for _, o := range picked[k+1:] {
			if !slices.ContainsFunc(out, func(x *choice) bool { return x == o || overlaps(x, o) }) && len(out) < sentencesFor(wantList) {
				out = append(out, o)
			}
		}
		return out
	}
	return picked
}

// ordinals begin a sentence that goes on with an enumeration.
var ordinals = words("one another first second third fourth fifth next last finally other better worse best worst likeliest likelier most least more")

// enumerates says that a sentence begins as one of several things told one after the other: "The second is", "A better one", "Another".
func enumerates(c *choice) bool {
	toks := c.tokens()
	if len(toks) > 1 && (toks[0].Exact == "the" || toks[0].Exact == "a" || toks[0].Exact == "an") {
		toks = toks[1:]
	}
	return len(toks) > 0 && (ordinals[toks[0].Exact] || len(toks[0].Exact) > 5 && strings.HasSuffix(toks[0].Exact, "est"))
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
	next := slices.IndexFunc(v.sents, func(s sentence) bool { return v.isItem(&s) })
	return i == 0 && next > 0 && !v.announces(next-1) && (next == 1 || v.oneLine(0, next-1))
}
