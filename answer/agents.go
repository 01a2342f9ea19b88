package answer

import (
	"slices"
	"strings"

	"parley/article/analysis"
)

// agentReach is within how many words of what the question tells of somebody it is said who did it.
const agentReach = 6

// otherAgents says that two sentences tell who did what the question asks about, and not the same: who mediated is told alike by
// "mediated by Norland and Sudmark" and "the Norland-mediated talks".
func (r *arena) otherAgents(a, b *stance) bool {
	for _, x := range a.agents {
		for _, y := range b.agents {
			if !otherPerson(x, y, r.book) {
				return false
			}
		}
	}
	return len(a.agents) > 0 && len(b.agents) > 0
}

// byAt is the place behind the word that tells who did what stands before p: "by the guards", "the mediation of Norland"; 0 where there is none.
func (r *arena) byAt(v *view, p, end int) int {
	for i := p; i < min(end, p+2); i++ {
		if v.toks[i].Exact == "by" {
			return i + 1
		}
	}
	if p < end && v.toks[p].Exact == "of" && !strings.HasSuffix(v.toks[p-1].Exact, "ed") {
		return p + 1
	}
	return 0
}

// agents are the words that say who did what the question asks about, where it asks who and offers no choice: those behind "by", and otherwise those right before what is told, as in "the guards
// started", "the Norland-mediated talks". What the question says itself is none.
func (r *arena) agents(s *stance) []string {
	if r.deed < 0 || r.query.want != wantPerson || r.query.either {
		return nil
	}
	var out []string
	own := s.sentence()
	for p := own.from; p < own.to; p++ {
		if !r.matcher.means(s.v, p, r.deed, surelyKin) {
			continue
		}
		if by := r.byAt(s.v, p+1, own.to); by > 0 {
			out = append(out, r.nouns(s.v, by, min(own.to, by+agentReach))...)
			continue
		}
		out = append(out, r.nouns(s.v, max(own.from, p-agentReach), p)...)
	}
	return out
}

// nouns are the content words of a stretch that the question lacks, within the clause in which it begins or, where it leads up to a word, ends.
func (r *arena) nouns(v *view, from, to int) []string {
	behind := from > 0 && (v.toks[from-1].Exact == "by" || v.toks[from-1].Exact == "of")
	var out []string
	for p := from; p < to; p++ {
		t := v.toks[p]
		if p > from && v.toks[p-1].End < t.Start && strings.ContainsAny(v.Passage.Text[v.toks[p-1].End:t.Start], ",;:—–“”\"") {
			if behind {
				break
			}
			out = nil
		}
		if !t.Stop && !t.Joined && t.Kind == analysis.Word && !r.query.brings(t) && !reportingStems[t.Stem] {
			out = append(out, v.Passage.Text[t.Start:t.End])
		}
	}
	if !behind {
		out = out[max(0, len(out)-nounPhrase):]
	}
	return out
}

// nounPhrase is how many content words before a verb are taken for who did what it tells.
const nounPhrase = 3

// deed is the concept that stands first behind "who", names and figures aside, or -1: what the question asks who did. The tokens are the question's.
func (q *query) deed(toks []analysis.Token) int {
	who := slices.IndexFunc(toks, func(t analysis.Token) bool { return asked(t) == "who" || asked(t) == "whose" })
	if who < 0 {
		return -1
	}
	return slices.IndexFunc(q.concepts, func(c concept) bool { return c.token.Start > toks[who].Start && !c.name && !c.number && c.counts == 1 })
}
