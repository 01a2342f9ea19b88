package answer

import (
	"cmp"
	"slices"
	"strings"

	"parley/article"
	"parley/article/analysis"
	"parley/article/names"
)

// sentencesFor is how many sentences an answer shows at most, by what the question wants.
func sentencesFor(w want) int {
	switch w {
	case wantList, wantSides:
		return 8
	case wantReason, wantAny:
		return 6
	}
	return 5
}

const (
	// sameSaying is the share of common content words from which two sentences are taken to say the same.
	sameSaying = 0.8
	// worth is how far below the best sentence's score another may lie and still be shown.
	worth = 3.6
)

// pick chooses what to show among the scored sentences: the best, none twice, spread over articles, neighbours joined.
func (f *found) pick(all []*choice, rs []rivals) []*choice {
	if f.query.want == wantSides || f.query.either {
		all = spoken(all, f.book)
	}
	if f.query.clock {
		all = timely(all)
	}
	limit := sentencesFor(f.query.want)
	var out []*choice
	taken, shown := map[article.ID]int{}, 0
	for _, c := range all {
		if shown == limit || c.score < all[0].score-worth {
			break
		}
		if taken[c.v.ArticleID] >= (limit+1)/2 && othersLeft(all, c, taken) || slices.ContainsFunc(out, func(o *choice) bool { return alike(o, c) >= sameSaying }) {
			continue
		}
		if k := f.neighbour(out, c, all, rs); k >= 0 {
			out[k] = out[k].with(c)
		} else if slices.ContainsFunc(out, func(o *choice) bool { return overlaps(o, c) }) {
			continue
		} else {
			out = append(out, c)
		}
		taken[c.v.ArticleID]++
		shown++
	}
	if len(out) > 0 {
		out[0] = f.followed(out[0], all, rs)
	}
	return slices.DeleteFunc(out, func(c *choice) bool { return c != out[0] && overlaps(c, out[0]) })
}

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

// timely puts sentences that give a time of day before the others, where the time of day is asked for: those that are not much worse than the best.
func timely(all []*choice) []*choice {
	rank := func(c *choice) int {
		if c.sentence().held && c.score >= all[0].score-2*worth {
			return 0
		}
		return 1
	}
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b *choice) int { return cmp.Compare(rank(a), rank(b)) })
	return out
}

// spokenWorth is what it adds to a sentence that it gives the words of a named side, where the question asks who says what.
const spokenWorth = 2

// spoken sorts the sentences again for a question about sides: those with a named speaker gain.
func spoken(all []*choice, book *names.Book) []*choice {
	out := slices.Clone(all)
	gain := map[*choice]float64{}
	for _, c := range out[:min(len(out), 2*weighed)] {
		if who := c.speakerOf(); who != "" && !anonymous(who, book) {
			gain[c] = spokenWorth
		}
	}
	slices.SortStableFunc(out, func(a, b *choice) int { return cmp.Compare(b.score+gain[b], a.score+gain[a]) })
	return out
}

// othersLeft says whether an article that is not yet shown has a sentence worth showing.
func othersLeft(all []*choice, c *choice, taken map[article.ID]int) bool {
	return slices.ContainsFunc(all, func(o *choice) bool {
		return taken[o.v.ArticleID] == 0 && o.v.ArticleID != c.v.ArticleID && o.score >= all[0].score-worth
	})
}

// overlaps says that two choices would show the same stretch of text.
func overlaps(a, b *choice) bool {
	if a.v.ArticleID != b.v.ArticleID || a.v.Version != b.v.Version {
		return false
	}
	return slices.ContainsFunc(a.spans(), func(x article.Span) bool {
		return slices.ContainsFunc(b.spans(), func(y article.Span) bool { return x.Start < y.End && y.Start < x.End })
	})
}

// spans is what of the body a choice shows: its sentence, with the one before where it cannot be understood without. Two sentences of
// one line are one span; of two lines they are two, since something that is not the article's may stand between lines.
func (c *choice) spans() []article.Span {
	first := c.i - c.before
	s := &c.v.sents[first]
	at := c.v.Passage.Start
	own := article.Span{Start: at + s.Start, End: at + c.v.sents[c.i+c.after].End}
	if c.retells() && c.i+1 < len(c.v.sents) {
		return append([]article.Span{own}, article.Span{Start: at + c.v.sents[c.i+1].Start, End: at + c.v.sents[c.i+1].End})
	}
	if first == 0 || c.alone || !leans(c.v.toks[s.from:s.to]) {
		return []article.Span{own}
	}
	before := c.v.sents[first-1].Span
	if !c.v.oneLine(first-1, first) {
		return []article.Span{{Start: at + before.Start, End: at + before.End}, own}
	}
	return []article.Span{{Start: at + before.Start, End: own.End}}
}

// retold verbs tell what an outlet itself said before, in one of its reports; retoldReach is how many words may stand between the two.
var (
	retold   = words("said stated reported named gave wrote described called published put misstated misspelled misidentified")
	editions = words("report story article version dispatch item post caption headline edition page")
)

const retoldReach = 12

// retells says that a sentence of a correction repeats the earlier report, "we said that it was finished in 1958", "an earlier version gave the
// toll as 12": it is shown only with the next one, which corrects it.
func (c *choice) retells() bool {
	toks := c.tokens()
	told, earlier := -1, false // where what told it stands, and whether that was an earlier version
	for i, t := range toks {
		switch {
		case t.Exact == "we" || editions[t.Exact] && i > 0 && !t.Cap:
			told, earlier = i, earlier || earlierText(toks[:i+1])
		case retold[t.Exact] && told >= 0 && i-told <= retoldReach:
			return earlier || (toks[told].Exact != "we" || i-told <= 2) && corrects(&account{choice: c})
		}
	}
	return false
}

// earlierText says that some words end in an earlier version of a text.
func earlierText(toks []analysis.Token) bool {
	return len(toks) > 1 && toks[len(toks)-1].Exact == "version" && (toks[len(toks)-2].Exact == "earlier" || toks[len(toks)-2].Exact == "previous")
}

// cite is the quote of a span of a candidate.
func cite(c *Candidate, span article.Span) Citation {
	day := c.Passage.At.Day()
	if day == "" {
		day = c.Meta.Published.Day()
	}
	return Citation{
		ArticleID: c.ArticleID, Version: c.Version, Article: c.Source, Title: c.Meta.Title, Publisher: c.Meta.Publisher, URL: c.Meta.URL,
		Published: day, Quote: c.Passage.Text[span.Start-c.Passage.Start : span.End-c.Passage.Start], Start: span.Start, End: span.End,
	}
}
