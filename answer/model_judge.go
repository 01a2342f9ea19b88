package answer

import (
	"context"
	"slices"

	"parley/answer/gate"
	"parley/article"
	"parley/article/analysis"
	"parley/prompts"
)

// judge asks the model about the sentences of which the gate is unsure, where the operator wants that. Among them stands one that its
// quotation does not support: a judge that takes that one, since it takes everything or since a quotation told it to, is not believed.
func (s *sitting) judge(ctx context.Context, drafts []draft) {
	var claims []prompts.Claim
	var places []int
	for i, d := range drafts {
		if d.result.Verdict != gate.Unsure || !s.Judge {
			continue
		}
		c := prompts.Claim{Text: d.text}
		for _, p := range d.cites {
			c.Quotes = append(c.Quotes, visible(p.quote()))
		}
		claims, places = append(claims, c), append(places, i)
	}
	if len(claims) == 0 {
		return
	}
	decoy, ok := s.decoy(drafts[places[0]])
	if !ok {
		return
	}
	fence := s.fence()
	at := 0
	if fence != "" && fence[len(fence)-1]%2 == 1 {
		at = len(claims)
	}
	claims = slices.Insert(claims, at, decoy)
	for i := range claims {
		claims[i].N = i + 1
	}
	p, err := s.wording.Judge(fence, claims)
	if err != nil {
		return
	}
	text, err := s.send(ctx, p)
	if err != nil {
		return
	}
	supported := readJudgement(text, len(claims))
	if supported[at] {
		return
	}
	for i, yes := range slices.Delete(supported, at, at+1) {
		drafts[places[i]].judged = yes
	}
}

// decoy is the draft's sentence under a quotation that speaks of something else: of all sentences that were sent and that the draft
// does not cite, the one that shares the fewest words with it. There is none where every other sentence is near to it.
func (s *sitting) decoy(d draft) (prompts.Claim, bool) {
	claim := stemSet(analysis.Tokenize(d.text, ""))
	least, quote := decoyShare, ""
	for _, v := range s.sent {
		for _, span := range article.Sentences(v.Passage.Text) {
			if slices.ContainsFunc(d.cites, func(p located) bool { return p.view == v.view && p.span.Start < span.End && span.Start < p.span.End }) {
				continue
			}
			text := v.Passage.Text[span.Start:span.End]
			if share := covered(claim, analysis.Tokenize(text, "")); share < least && len(text) >= leastDecoy {
				least, quote = share, text
			}
		}
	}
	return prompts.Claim{Text: d.text, Quotes: []string{visible(quote)}}, quote != ""
}

const (
	// decoyShare is how much of the sentence's content a quotation that does not support it may have, and leastDecoy how many bytes
	// it has at least: a heading is told at once.
	decoyShare = 0.5
	leastDecoy = 40
)
