package answer

import "slices"

// What a concept counts that a sentence does not name itself: where its heading or title does, the sentence before it, or any
// sentence of the passage before that.
const (
	aboveShare   = 0.5
	beforeShare  = 0.7
	earlierShare = 0.5
)

// softly is how well a sentence names each concept when near and kin words count, and what stands over it counts half: into out, if that is
// long enough.
func softly(out []float64, s *sentence, above []float64) []float64 {
	out = slices.Grow(out[:0], len(s.best))[:len(s.best)]
	for i := range out {
		out[i] = max(s.best[i], s.near[i], s.kin[i], aboveShare*above[i])
	}
	return out
}

// widely is softly, and what is only allied to a concept counts too.
func widely(out []float64, s *sentence, above []float64) []float64 {
	out = softly(out, s, above)
	for i, w := range s.allied {
		out[i] = max(out[i], w)
	}
	return out
}

// names is how well a passage, or what stands over it, names a concept in any words.
func (v *view) names(concept int) float64 {
	return max(v.best[concept], v.near[concept], v.kin[concept], v.above[concept])
}

// soften measures how well the passage's sentences name the question in any words, and how near to one another.
func (m *matcher) soften(v *view) {
	m.measureBy(softly, v, fSoft, fSoftPair, fSoftTyped)
	m.measureBy(widely, v, fAllied, fAlliedPair, fAlliedTyped)
	for i := range v.sents {
		v.features[fLike] = max(v.features[fLike], v.sents[i].like)
	}
	v.features[fLikeWhole] = m.company.whole(v)
	v.features[fWindow] = m.window(v)
	v.features[fFocus] = m.focused(v)
}

// measureBy measures what the best sentence names, what it names with those before it, and the same of those that hold what is asked for.
func (m *matcher) measureBy(names func([]float64, *sentence, []float64) []float64, v *view, one, pair, typed int) {
	f := &v.features
	var own []float64
	before := make([]float64, len(v.above))
	for i := range v.sents {
		own = names(own, &v.sents[i], v.above)
		f[one] = max(f[one], m.share(own))
		for j := range before {
			before[j] = max(own[j], beforeShare*before[j])
		}
		share := m.share(before)
		f[pair] = max(f[pair], share)
		if v.sents[i].held {
			f[typed] = max(f[typed], share)
		}
		copy(before, own)
	}
}

// relate sets the features that compare a candidate with the others.
func relate(views []*view) {
	var rows [][]float64
	for _, v := range views {
		rows = append(rows, v.features[:])
	}
	shareOfMost(rows, fSoft, fSoftRelative)
	shareOfMost(rows, fBM25Short, fBM25Relative)
	shareOfMost(rows, fAllied, fAlliedRelative)
	shareOfMost(rows, fLike, fLikeRelative)
}

// shareOfMost sets a feature of each row to another one's share of the most that any row has of it; where none has any it is left.
func shareOfMost(rows [][]float64, of, into int) {
	top := 0.0
	for _, x := range rows {
		top = max(top, x[of])
	}
	if top == 0 {
		return
	}
	for _, x := range rows {
		x[into] = x[of] / top
	}
}

// windowTokens is how near to one another concepts must stand to be of one thought, whatever the sentences.
const windowTokens = 20

// window is the largest idf share of concepts that the passage names within windowTokens.
func (m *matcher) window(v *view) float64 {
	best := 0.0
	weights := make([]float64, len(m.q.concepts))
	for i := range v.hits {
		clear(weights)
		for _, h := range v.hits[i:] {
			if h.pos >= v.hits[i].pos+windowTokens {
				break
			}
			weights[h.concept] = max(weights[h.concept], h.weight)
		}
		best = max(best, m.share(weights))
	}
	return best
}

// focused is the idf share of what the question asks to be named, where the passage names it.
func (m *matcher) focused(v *view) float64 {
	k := m.q.focus
	if k < 0 || k >= len(v.best) || m.q.total == 0 {
		return 0
	}
	return m.q.concepts[k].idf * v.best[k] / m.q.total
}
