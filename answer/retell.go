package answer

import "parley/article/analysis"

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

// earlierText says that an earlier version of a text stands at a place: of this article, of the report.
func earlierText(toks []analysis.Token, i int) bool {
	if i == 0 || toks[i].Exact != "version" || toks[i-1].Exact != "earlier" && toks[i-1].Exact != "previous" {
		return false
	}
	return i+3 < len(toks) && toks[i+1].Exact == "of" && editions[toks[i+3].Exact]
}
