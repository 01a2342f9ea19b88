package answer

import (
	"cmp"
	"math"
	"slices"

	"parley/article"
	"parley/article/analysis"
)

// The features of a passage. Sums over concepts are divided by the question's total idf, so that they lie between 0 and
// about 2 whatever the question's length.
const (
	fBM25Short      = iota // BM25 with k1 0.9, b 0.4
	fBM25Long              // BM25 with k1 1.2, b 0.75
	fExact                 // BM25 over matches of the exact form
	fTitle                 // concepts in the article's title or the section's heading
	fCover                 // idf share of the concepts in the passage
	fSentence              // the same, in its best sentence
	fPair                  // the same, in its best two neighbouring sentences
	fBigram                // neighbours in the question that stand in the same order and distance
	fNear                  // idf share of concepts that only a word with the same first five letters stands for
	fMissing               // idf share of names and numbers that the passage lacks
	fArticle               // idf share of the concepts in all candidates of the article
	fLength                // log of the passage's number of tokens
	fType                  // the coverage of the best sentence that holds what is asked for, which is neither a figure nor a time
	fWithin                // idf share by how rare the concepts are within the article: which of its passages, once it is the right one
	fWithinSentence        // the same, in its best sentence
	fLead                  // it opens its article
	fKin                   // idf share of concepts that only a word near in meaning stands for
	fKinSentence           // the share of the best sentence when such words count too
	fBM25Within            // BM25 by the idf within the article
	fTypeFigure            // as fType, where a figure is asked for
	fTypeTime              // as fType, where a time is
	fSoft                  // the best sentence's share when near and kin words count, and half of what stands over it
	fSoftPair              // the same, with what the sentence before has
	fSoftTyped             // the same, of the sentences that hold what is asked for
	fSoftRelative          // fSoft beside that of the best candidate, 0 to 1
	fBM25Relative          // fBM25Short beside that of the best candidate, 0 to 1
	fWindow                // idf share of the concepts within 20 tokens
	fFocus                 // idf share of what the question asks to be named: the city of "which city"
	fAllied                // as fSoft, when words that are only allied to the question's count too
	fAlliedPair            // as fSoftPair, when they do
	fAlliedTyped           // as fSoftTyped, when they do
	fAlliedRelative        // fAllied beside that of the best candidate, 0 to 1
	fLike                  // how much its best sentence is alike to the question by the company that their words keep
	fLikeRelative          // the same beside that of the best candidate, 0 to 1
	fLikeWhole             // how much it is alike to the question as a whole
	passageFeatures
)

type features [passageFeatures]float64

// featureNames are how `search --explain` prints them, in the same order.
var featureNames = [passageFeatures]string{"bm25_short", "bm25_long", "exact", "title", "cover", "sentence", "pair", "bigram",
	"near", "missing", "article", "length", "type", "within", "within_sent", "lead", "kin", "kin_sent", "bm25_within",
	"type_figure", "type_time", "soft", "soft_pair", "soft_typed", "soft_rel", "bm25_rel", "window", "focus", "allied", "allied_pair", "allied_typed", "allied_rel",
	"like", "like_rel", "like_whole"}

// rank scores the views and sorts them, best first. Robertson's BM25 (Okapi at TREC-3) beside coverage and order,
// joined by the weights of weights.go.
func (m *matcher) rank(views []*view, avgLen float64) {
	byArticle := m.articles(views)
	for _, v := range views {
		m.measure(v, avgLen, byArticle[v.ArticleID])
	}
	relate(views)
	for _, v := range views {
		v.score = dot(v.features[:], passageWeights[:])
	}
	slices.SortStableFunc(views, func(a, b *view) int { return cmp.Compare(b.score, a.score) })
}

func dot(x, w []float64) float64 {
	s := 0.0
	for i := range x {
		s += x[i] * w[i]
	}
	return s
}

// source is what the candidates of one article name together.
type source struct {
	// share is the idf share of the concepts that they name.
	share float64
	// idf weighs each concept by how few of the article's candidates name it; total is the sum.
	idf   []float64
	total float64
}

// articles looks at the candidates of each article together.
func (m *matcher) articles(views []*view) map[article.ID]*source {
	group := map[article.ID][]*view{}
	for _, v := range views {
		group[v.ArticleID] = append(group[v.ArticleID], v)
	}
	out := map[article.ID]*source{}
	for id, vs := range group {
		out[id] = m.together(vs)
	}
	return out
}

func (m *matcher) together(vs []*view) *source {
	n := len(m.q.concepts)
	s := &source{idf: make([]float64, n)}
	best, df := make([]float64, n), make([]int, n)
	for _, v := range vs {
		for i, w := range v.best {
			best[i] = max(best[i], w)
			if w > 0 {
				df[i]++
			}
		}
	}
	s.share = m.share(best)
	for i, c := range m.q.concepts {
		s.idf[i] = idf(df[i], len(vs)) * c.counts
		s.total += s.idf[i]
	}
	return s
}

// within is the share of concepts by their idf within the article.
func (s *source) within(w []float64) float64 {
	if s.total == 0 {
		return 0
	}
	x := 0.0
	for i := range w {
		x += s.idf[i] * w[i]
	}
	return x / s.total
}

func (m *matcher) share(w []float64) float64 { return m.q.share(w) }

// share is the idf share of concepts, each counted by its weight.
func (q *query) share(w []float64) float64 {
	if q.total == 0 {
		return 0
	}
	s := 0.0
	for i, c := range q.concepts {
		s += c.idf * w[i]
	}
	return s / q.total
}

func (m *matcher) measure(v *view, avgLen float64, src *source) {
	f := &v.features
	n := float64(len(v.toks))
	f[fBM25Short] = m.bm25(v.count, n/avgLen, 0.9, 0.4)
	f[fBM25Long] = m.bm25(v.count, n/avgLen, 1.2, 0.75)
	f[fExact] = m.bm25(m.exactCount(v), n/avgLen, 0.9, 0.4)
	f[fTitle] = m.share(v.above)
	f[fCover] = m.share(v.best)
	f[fSentence], f[fPair] = m.bestSentences(v)
	f[fBigram] = m.bigrams(v.hits)
	f[fNear] = m.nearShare(v)
	f[fKin] = m.kinShare(v.best, v.near, v.kin)
	for i := range v.sents {
		x := &v.sents[i]
		f[fKinSentence] = max(f[fKinSentence], m.share(x.best)+m.kinShare(x.best, x.near, x.kin))
	}
	f[fMissing] = m.missing(v)
	f[fArticle] = src.share
	f[fWithin] = src.within(v.best)
	for i := range v.sents {
		f[fWithinSentence] = max(f[fWithinSentence], src.within(v.sents[i].best))
	}
	if v.Ord == 0 {
		f[fLead] = 1
	}
	f[fBM25Within] = src.bm25(v.count, n/avgLen)
	f[fLength] = math.Log(1 + n)
	f[typedFeature(m.q.want)] = m.typed(v)
}

// bm25 is Okapi BM25 over the concepts' counts, divided by the question's total idf.
func (m *matcher) bm25(count []float64, length, k1, b float64) float64 {
	if m.q.total == 0 {
		return 0
	}
	s := 0.0
	for i, c := range m.q.concepts {
		if count[i] > 0 {
			s += c.idf * count[i] * (k1 + 1) / (count[i] + k1*(1-b+b*length))
		}
	}
	return s / m.q.total
}

// bm25 is Okapi BM25 with k1 0.9, b 0.6 by the idf within the article, divided by its total.
func (s *source) bm25(count []float64, length float64) float64 {
	if s.total == 0 {
		return 0
	}
	const k1, b = 0.9, 0.6
	x := 0.0
	for i, n := range count {
		if n > 0 {
			x += s.idf[i] * n * (k1 + 1) / (n + k1*(1-b+b*length))
		}
	}
	return x / s.total
}

func (m *matcher) exactCount(v *view) []float64 {
	out := make([]float64, len(m.q.concepts))
	for _, h := range v.hits {
		if h.exact {
			out[h.concept]++
		}
	}
	return out
}

// named is which concepts a short text in a language names.
func (m *matcher) named(text, lang string) []float64 {
	out := make([]float64, len(m.q.concepts))
	toks := analysis.Tokenize(text, lang)
	for p := range toks {
		for _, r := range m.first[toks[p].Stem] {
			f := &m.q.concepts[r.concept].forms[r.form]
			if follows(toks, p, f.stems) {
				out[r.concept] = max(out[r.concept], f.weight)
			}
		}
	}
	return out
}

func (m *matcher) bestSentences(v *view) (one, two float64) {
	pair := make([]float64, len(m.q.concepts))
	for i := range v.sents {
		one = max(one, m.share(v.sents[i].best))
		copy(pair, v.sents[i].best)
		if i > 0 {
			for j, w := range v.sents[i-1].best {
				pair[j] = max(pair[j], w)
			}
		}
		two = max(two, m.share(pair))
	}
	return one, two
}

// bigrams is the idf share of neighbouring concepts that stand in the question's order, at its distance or one more.
func (m *matcher) bigrams(hits []hit) float64 {
	sum, all := 0.0, 0.0
	for i := 1; i < len(m.q.concepts); i++ {
		w := m.q.concepts[i-1].idf + m.q.concepts[i].idf
		all += w
		if m.inOrder(hits, i) {
			sum += w
		}
	}
	if all == 0 {
		return 0
	}
	return sum / all
}

func (m *matcher) inOrder(hits []hit, i int) bool {
	gap := m.q.concepts[i].gap
	for _, a := range hits {
		if a.concept != i-1 {
			continue
		}
		for _, b := range hits {
			if b.concept == i && (b.pos-a.pos == gap || b.pos-a.pos == gap+1) {
				return true
			}
		}
	}
	return false
}

func (m *matcher) nearShare(v *view) float64 {
	w := make([]float64, len(v.near))
	for i := range w {
		if v.best[i] == 0 {
			w[i] = v.near[i]
		}
	}
	return m.share(w)
}

// kinShare is the idf share of the concepts for which only a word near in meaning stands.
func (m *matcher) kinShare(best, near, kin []float64) float64 {
	w := make([]float64, len(kin))
	for i := range w {
		if best[i] == 0 && near[i] == 0 {
			w[i] = kin[i]
		}
	}
	return m.share(w)
}

func (m *matcher) missing(v *view) float64 {
	w := make([]float64, len(v.best))
	for i, c := range m.q.concepts {
		if (c.name || c.number) && v.best[i] == 0 {
			w[i] = 1
		}
	}
	return m.share(w)
}

// typed says how well the passage holds what the question asks for: the coverage of the best sentence that does.
func (m *matcher) typed(v *view) float64 {
	best := 0.0
	for i := range v.sents {
		s := &v.sents[i]
		if s.held {
			best = max(best, m.share(s.best))
		}
	}
	return best
}
