package answer

import (
	"slices"

	"parley/article"
	"parley/article/analysis"
)

// sentencesFor is how many sentences an answer shows at most, by what the question wants.
func sentencesFor(w want) int {
	switch w {
	case wantList, wantSides:
		return 8
	case wantReason, wantAny:
		return 5
	}
	return 4
}

const (
	// sameSaying is the share of common content words from which two sentences are taken to say the same.
	sameSaying = 0.8
	// worth is how far below the best sentence's score another may lie and still be shown.
	worth = 3.2
)

// pick chooses what to show among the scored sentences: the best, none twice, spread over articles.
func pick(q *query, all []*choice) []*choice {
	limit := sentencesFor(q.want)
	perArticle := (limit + 1) / 2
	var out []*choice
	taken := map[article.ID]int{}
	for _, c := range all {
		if len(out) == limit || c.score < all[0].score-worth {
			break
		}
		if taken[c.v.ArticleID] >= perArticle && othersLeft(all, c, taken) {
			continue
		}
		if slices.ContainsFunc(out, func(o *choice) bool { return alike(o, c) >= sameSaying || overlaps(o, c) }) {
			continue
		}
		taken[c.v.ArticleID]++
		out = append(out, c)
	}
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
	x, y := a.span(), b.span()
	return x.Start < y.End && y.Start < x.End
}

// span is what of the body a choice shows: its sentence, with the one before where it cannot be understood without.
func (c *choice) span() article.Span {
	s := c.sentence()
	from := s.Start
	if c.i > 0 && leans(c.v.toks[s.from:s.to]) {
		from = c.v.sents[c.i-1].Start
	}
	at := c.v.Passage.Start
	return article.Span{Start: at + from, End: at + s.End}
}

// leaners open a sentence that cannot be understood without the one before it.
var leaners = words("he she they it his her their its him them this that these those such both neither")

func leans(toks []analysis.Token) bool {
	return len(toks) > 0 && leaners[toks[0].Exact]
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
