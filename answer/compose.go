package answer

import (
	"cmp"
	"slices"

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
	worth = 5.2
	// otherWorth is the same for a sentence of another article, as long as no more than one article is shown: what stands in one alone may be one side's.
	otherWorth = 8
)

// pick chooses what to show among the scored sentences: the best, none twice, spread over articles, neighbours joined.
func (f *found) pick(all []*choice, rs []rivals) []*choice {
	all = f.regarding(all)
	limit, far := sentencesFor(f.query.want), float64(otherWorth)
	if disputers(rs) != nil {
		far = worth // the other side is heard
	}
	var out []*choice
	taken, shown := map[article.ID]int{}, 0
	for _, c := range all {
		if shown == limit || c.score < all[0].score-far {
			break
		}
		if c.score < all[0].score-worth && (taken[c.v.ArticleID] > 0 || len(taken) > 1) {
			continue
		}
		if taken[c.v.ArticleID] >= (limit+1)/2 && othersLeft(all, c, taken) || slices.ContainsFunc(out, func(o *choice) bool { return alike(o, c) >= sameSaying }) {
			continue
		}
		var added bool
		if out, added = f.place(out, c, all, rs); added {
			taken[c.v.ArticleID]++
			shown++
		}
	}
	if len(out) > 0 {
		out[0] = f.followed(out[0], all, rs)
	}
	return slices.DeleteFunc(out, func(c *choice) bool { return c != out[0] && overlaps(c, out[0]) })
}

// regarding sorts the sentences again by what the question asks for beside its subject: a voice, a time of day, the present state, an age.
func (f *found) regarding(all []*choice) []*choice {
	if f.query.want == wantSides || f.query.either {
		all = spoken(all, f.book)
	}
	if f.query.clock {
		all = timely(all)
	}
	if f.query.now {
		all = freshest(all)
	}
	if f.query.demand != demandNothing {
		all = f.meeting(all)
	}
	return all
}

// place puts a sentence among the picked ones: beside its neighbour, or at the end. What is shown already is not added, but joined by what leans on it.
func (f *found) place(picked []*choice, c *choice, all []*choice, rs []rivals) (now []*choice, added bool) {
	if k := f.neighbour(picked, c, all, rs); k >= 0 {
		picked[k] = picked[k].with(c)
		return picked, true
	}
	k := slices.IndexFunc(picked, func(o *choice) bool { return overlaps(o, c) })
	if k < 0 {
		return append(picked, c), true
	}
	if o := picked[k]; c.i == o.last()+1 && o.touches(c) && joinable(o, all, rs) && joinable(c, all, rs) {
		picked[k] = o.with(c)
	}
	return picked, false
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

// nowadays are words by which a question asks how things stand now.
var nowadays = words("still now again currently current latest newest anymore yet already today nowadays")

// asksNow says that a question asks how things stand now.
func asksNow(toks []analysis.Token) bool {
	return anyOf(toks, nowadays) || containsAny(folded(toks), []string{" at the moment ", " so far ", " as of "})
}

// freshWorth is what the newest day among the best sentences adds to a sentence, the oldest nothing.
const freshWorth = 1.5

// freshest sorts the sentences again for a question of how things stand: those of later days gain.
func freshest(all []*choice) []*choice {
	var days []string
	for _, c := range all[:min(weighed, len(all))] {
		if d := c.day(); d != "" && !slices.Contains(days, d) {
			days = append(days, d)
		}
	}
	if len(days) < 2 {
		return all
	}
	slices.Sort(days)
	gain := func(c *choice) float64 {
		i, _ := slices.BinarySearch(days, c.day())
		return freshWorth * float64(min(i, len(days)-1)) / float64(len(days)-1)
	}
	return regained(all, gain)
}

// regained is the sentences sorted again, each by its score and what it gains.
func regained(all []*choice, gain func(*choice) float64) []*choice {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b *choice) int { return cmp.Compare(b.score+gain(b), a.score+gain(a)) })
	return out
}

// day is when the sentence's passage was written, or "".
func (c *choice) day() string { return c.v.day() }

// day is when the passage was written: an entry's own day, or its article's; "" where neither is known.
func (c *Candidate) day() string {
	if d := c.Passage.At.Day(); d != "" {
		return d
	}
	return c.Meta.Published.Day()
}

// spokenWorth is what it adds to a sentence that it gives the words of a named side, where the question asks who says what.
const spokenWorth = 2

// spoken sorts the sentences again for a question about sides: those with a named speaker gain.
func spoken(all []*choice, book *names.Book) []*choice {
	gain := map[*choice]float64{}
	for _, c := range all[:min(len(all), 2*weighed)] {
		if who := c.speakerOf(); who != "" && !anonymous(who, book) {
			gain[c] = spokenWorth
		}
	}
	return regained(all, func(c *choice) float64 { return gain[c] })
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
	first := c.first()
	s := &c.v.sents[first]
	at := c.v.Passage.Start
	own := article.Span{Start: at + s.Start, End: at + c.v.sents[c.last()].End}
	if n := c.correctedBy(); n > 0 && c.retells() {
		return append([]article.Span{own}, article.Span{Start: at + c.v.sents[c.i+1].Start, End: at + c.v.sents[c.i+n].End})
	}
	if first == 0 || c.alone || c.v.isItem(s) || !leans(c.v.toks[s.from:s.to]) {
		return []article.Span{own}
	}
	before := c.v.sents[first-1].Span
	if !c.v.oneLine(first-1, first) {
		return []article.Span{{Start: at + before.Start, End: at + before.End}, own}
	}
	return []article.Span{{Start: at + before.Start, End: own.End}}
}

// cite is the quote of a span of a candidate.
func cite(c *Candidate, span article.Span) Citation {
	return Citation{
		ArticleID: c.ArticleID, Version: c.Version, Article: c.Source, Title: c.Meta.Title, Publisher: c.Meta.Publisher, URL: c.Meta.URL,
		Published: c.day(), Quote: c.Passage.Text[span.Start-c.Passage.Start : span.End-c.Passage.Start], Start: span.Start, End: span.End,
	}
}
