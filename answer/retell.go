package answer

import (
	"slices"

	"parley/article/analysis"
)

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
			told, earlier = i, earlier || earlierText(toks, i)
		case retold[t.Exact] && told >= 0 && i-told <= retoldReach:
			return earlier || (toks[told].Exact != "we" || i-told <= 2) && corrects(&account{choice: c})
		}
	}
	return false
}

// correctedBy is how many sentences behind one that repeats an earlier report correct it: the next one, and where that only says that it was wrong, the one
// after it, which says what is right.
func (c *choice) correctedBy() int {
	if c.i+1 >= len(c.v.sents) {
		return 0
	}
	next := c.v.sents[c.i+1]
	toks := c.v.toks[next.from:next.to]
	if len(toks) <= bareDenial && anyOf(toks, corrections) && c.i+2 < len(c.v.sents) && c.v.oneLine(c.i+1, c.i+2) {
		return 2
	}
	return 1
}

// bareDenial is how many words a sentence has at most that only says that something was wrong: "That was wrong.", "Both statements were incorrect."
const bareDenial = 6

// takenShare is the share of content words by which a statement is known in a correction in other words, and takenWords how many of them are no names at
// least: two sentences about one person are not yet one statement.
const takenShare, takenWords = 0.4, 3

// takesBack says that a correction repeats a statement, figures included.
func (c *choice) takesBack(o *choice) bool {
	n := 0
	for _, t := range o.tokens() {
		if !t.Stop && !t.Part && !t.Cap && c.stems[t.Stem] {
			n++
		}
	}
	return n >= takenWords && alike(o, c) >= takenShare && slices.Equal(keys(o), keys(c))
}

// takenBackBy are the earlier reports, among the sentences of other articles that are worth showing, which a correction repeats: it has overtaken them.
func (f *found) takenBackBy(all []*choice) []rivals {
	best := all[:min(weighed, len(all))]
	var out []rivals
	for _, c := range best {
		if !c.retells() {
			continue
		}
		for _, o := range best {
			if o.score >= all[0].score-worth && o.v.ArticleID != c.v.ArticleID && o.day() <= c.day() && !o.retells() && c.takesBack(o) {
				out = append(out, rivals{a: accountOf(o, &f.query, f.book), b: accountOf(c, &f.query, f.book), overtaken: true})
			}
		}
	}
	return out
}

// earlierText says that an earlier version of a text stands at a place: of this article, of the report.
func earlierText(toks []analysis.Token, i int) bool {
	if i == 0 || toks[i].Exact != "version" || toks[i-1].Exact != "earlier" && toks[i-1].Exact != "previous" {
		return false
	}
	return i+3 < len(toks) && toks[i+1].Exact == "of" && editions[toks[i+3].Exact]
}
