package answer

import "parley/article/analysis"

// choose finds two answers that the question offers ("for 3 days or 4", "the ministry or the union") and makes one concept
// of them: a passage that names either is on the point.
func (q *query) choose(toks []analysis.Token) {
	for i, t := range toks {
		if i == 0 || i+1 >= len(toks) || t.Exact != "or" && !(q.want == wantSides && between[t.Exact]) {
			continue
		}
		a, b := q.conceptBefore(toks, i), q.conceptAfter(toks, i)
		if a >= 0 && b >= 0 && a != b && t.Exact != "or" {
			q.merge(a, b)
			return
		}
		if a < 0 || b < 0 || a == b || q.concepts[a].number != q.concepts[b].number || q.concepts[a].name != q.concepts[b].name {
			continue
		}
		if !q.concepts[a].number && !q.concepts[a].name && q.want != wantPerson {
			continue
		}
		if q.concepts[a].number {
			q.want, q.unit = wantQuantity, unitBeside(toks, q.concepts[a].token, q.concepts[b].token)
		}
		q.merge(a, b)
		return
	}
}

// between are the words that stand between the two sides of a comparison.
var between = words("and vs versus against or")

// eitherReach is how many tokens may stand between an answer that is offered and the "or".
const eitherReach = 4

// conceptBefore is the nearest number or name before the token at i, or -1.
func (q *query) conceptBefore(toks []analysis.Token, i int) int {
	for j := i - 1; j >= 0 && j >= i-eitherReach; j-- {
		if k := q.at(toks[j]); k >= 0 && (q.concepts[k].number || q.concepts[k].name || q.want == wantSides || q.want == wantPerson) {
			return k
		}
	}
	return -1
}

func (q *query) conceptAfter(toks []analysis.Token, i int) int {
	for j := i + 1; j < len(toks) && j <= i+eitherReach; j++ {
		if k := q.at(toks[j]); k >= 0 {
			if q.concepts[k].number || q.concepts[k].name || q.want == wantSides || q.want == wantPerson {
				return k
			}
			return -1
		}
	}
	return -1
}

func (q *query) at(t analysis.Token) int {
	for k, c := range q.concepts {
		if c.token.Start == t.Start {
			return k
		}
	}
	return -1
}

// unitBeside is the stem of what two figures count: the first content word after either.
func unitBeside(toks []analysis.Token, figures ...analysis.Token) string {
	for _, f := range figures {
		for i, t := range toks {
			if t.Start == f.Start && i+1 < len(toks) && !toks[i+1].Stop && toks[i+1].Kind == analysis.Word {
				return toks[i+1].Stem
			}
		}
	}
	return ""
}

func (q *query) merge(a, b int) {
	q.either = true
	q.concepts[a].forms = append(q.concepts[a].forms, q.concepts[b].forms...)
	q.concepts = append(q.concepts[:b], q.concepts[b+1:]...)
	if b < len(q.concepts) {
		q.concepts[b].gap = 0
	}
}
