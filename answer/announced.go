package answer

import "regexp"

// announcing matches how a report says that those whom it goes on to quote disagree: "the two gave different accounts of the protocol", "here their stories part".
var announcing = regexp.MustCompile(`(?i)\b(?:g[ai]ve|gives|offer(?:s|ed)?|tells?|told|present(?:s|ed)?|put forward|has|have|had|are|were) (?:\w+ ){0,2}(?:different|differing|conflicting|contradictory|competing|opposite|two|rival) (?:accounts?|versions?|stories|explanations?|figures|numbers|readings|views)\b` +
	`|\b(?:accounts?|versions?|stories|figures|readings|explanations?) (?:\w+ ){0,3}(?:differ|diverge|part|clash|contradict|conflict|do not (?:match|agree|tally))\b` +
	`|\b(?:disagree[ds]?|are at odds|were at odds|are divided|contradict(?:s|ed)? (?:each other|one another)) (?:on|over|about|whether|as to|how|who|what|when|why)\b`)

// announcements is among how many of the best sentences one must be that announces a disagreement, and announced how many of the next ones may give it.
const announcements, announced = 3, 4

// announcedQuarrels are the accounts that a report itself calls different: of those who speak in the sentences behind one of the best that says so, the first two who
// are not of one side.
func (r *arena) announcedQuarrels(all []*choice) []rivals {
	var out []rivals
	for _, c := range all[:min(announcements, len(all))] {
		if c.score < all[0].score-worth || !announcing.MatchString(c.text()) {
			continue
		}
		if d, ok := r.quarrelBehind(c, all); ok {
			out = append(out, d)
		}
	}
	return out
}

// quarrelBehind are the first two accounts behind a sentence that announces them which are not of one side, if there are two.
func (r *arena) quarrelBehind(c *choice, all []*choice) (rivals, bool) {
	var first *account
	for i := c.i + 1; i < min(len(c.v.sents), c.i+1+announced); i++ {
		a := accountOf(r.measured(c.v, i, all), &r.query, r.book)
		switch {
		case !a.attributed:
		case first == nil:
			first = a
		case !r.oneSide(first.voice, a.voice):
			return rivals{a: first, b: a, bond: sureOf}, true
		}
	}
	return rivals{}, false
}
