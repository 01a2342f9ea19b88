package answer

import "math"

// The features from which silence is decided. All are shares of the question's idf or bounded, so that one threshold serves
// short and long questions, small and large guilds.
const (
	eBias    = iota
	eCover   // the best sentence's coverage
	ePair    // the best passage's best two neighbouring sentences
	ePassage // the best passage's coverage
	eNear    // what of the question only near matches stand for in the best sentence
	eContext // what its context adds
	eKin     // what only words near in meaning stand for
	eUnseen  // idf share of names and unknown words that no live passage has
	eCommon  // idf share of common words that no live passage has
	eMissing // idf share of names and numbers that the best sentence and its context lack
	eArticle // the best article's coverage
	eBigram  // neighbours in order in the best passage
	eTitle   // title and heading
	eType    // the best sentence holds what is asked for
	eScore   // the best passage's score
	eGap     // the largest idf share of one concept that the best sentence lacks, over all concepts
	eTopic   // share of what the question asks about its names that the best sentence and its context lack
	eUnsaid  // it asks for somebody's words, and none of the best sentences gives them
	eSoft    // the best of the first sentences, in any words, with what stands before and above it
	eCount   // log of the number of concepts, each by what it counts: a long question is never covered as a short one is
	eAnswer  // the best sentence's score
	silenceFeatures
)

var silenceNames = [silenceFeatures]string{"bias", "cover", "pair", "passage", "near", "context", "kin", "unseen", "common", "missing", "article", "bigram", "title", "type", "score", "gap", "topic", "unsaid", "soft", "count", "answer"}

// evidence describes how well the best of what was found answers the question.
func (f *found) evidence(all []*choice) [silenceFeatures]float64 {
	best, top := all[0], f.views[0]
	return [silenceFeatures]float64{
		eBias: 1, eCover: best.features[sCover], ePair: top.features[fPair], ePassage: top.features[fCover], eNear: best.features[sNear],
		eContext: best.features[sContext], eKin: best.features[sKin], eUnseen: f.unseen(false), eCommon: f.unseen(true), eMissing: best.features[sMissing], eArticle: best.v.features[fArticle],
		eBigram: top.features[fBigram], eTitle: top.features[fTitle], eType: best.features[typeFeature(f.query.want)], eScore: top.score, eGap: f.gap(best),
		eTopic: f.offTopic(best), eUnsaid: f.unsaid(all), eSoft: softest(all), eCount: f.query.size(), eAnswer: best.score,
	}
}

// softest is the best sSoft among the first choices.
func softest(all []*choice) float64 {
	x := 0.0
	for _, c := range all[:min(listened, len(all))] {
		x = max(x, c.features[sSoft])
	}
	return x
}

// size is the log of the number of concepts, each by what it counts.
func (q *query) size() float64 {
	n := 1.0
	for _, c := range q.concepts {
		n += c.counts
	}
	return math.Log(n)
}

// unseen is the idf share of concepts that no live passage names: common words, which may only be said otherwise, or the
// rest, for which there is nothing else to say.
func (f *found) unseen(common bool) float64 {
	w := make([]float64, len(f.query.concepts))
	for i, c := range f.query.concepts {
		if c.unseen && common == (!c.name && !c.number && english(c.token.Exact)) {
			w[i] = 1
		}
	}
	return f.matcher.share(w)
}

// offTopic is how much of the concepts that are neither names nor figures the sentence lacks, by idf: names alone are no answer.
func (f *found) offTopic(c *choice) float64 {
	s := c.sentence()
	lacks, all := 0.0, 0.0
	for i, k := range f.query.concepts {
		if k.name || k.number || k.counts < 1 {
			continue
		}
		all += k.idf
		lacks += k.idf * (1 - max(s.best[i], s.near[i], s.kin[i]))
	}
	if all == 0 {
		return 0
	}
	return lacks / all
}

// namesAloneWeight is what the probability is cut to when the passages found share nothing with the question but names.
const namesAloneWeight = 0.4

// akinEnough is how near in meaning a word must be to show that a passage speaks of what was asked.
const akinEnough = 0.4

// thin is the coverage by the very words of the question below which neither the best passage nor the best sentence is much of an
// answer, whatever else speaks for it; thinWeight is what the probability is cut to.
const thin, thinWeight = 0.15, 0.5

// namesAlone says that the question asks something about its names, and no passage found speaks of it in any words: that a minister
// stands in the articles does not mean that they say when he resigned.
func (f *found) namesAlone() bool {
	asked, named := false, false
	for i, c := range f.query.concepts {
		if c.name || c.number {
			named = true
			continue
		}
		if c.counts < 1 {
			continue
		}
		asked = true
		for _, v := range f.views[:min(searched, len(f.views))] {
			if v.best[i] > 0 || v.near[i] > 0 || v.kin[i] >= akinEnough {
				return false
			}
		}
	}
	return asked && named
}

// listened is among how many of the best sentences an asked voice is looked for.
const listened = 12

// unsaid is 1 where the question asks for somebody's words and none of the best sentences gives them.
func (f *found) unsaid(all []*choice) float64 {
	if len(f.query.voices) == 0 {
		return 0
	}
	for _, c := range all[:min(listened, len(all))] {
		if c.features[sVoice] > 0 {
			return 0
		}
	}
	return 1
}

// gap is the largest share of the question that one concept has and the sentence lacks.
func (f *found) gap(c *choice) float64 {
	if f.query.total == 0 {
		return 0
	}
	worst := 0.0
	s := c.sentence()
	for i, k := range f.query.concepts {
		worst = max(worst, k.idf*(1-max(s.best[i], s.near[i], s.kin[i])))
	}
	return worst / f.query.total
}

// sure is the probability that what was found answers the question, by the logistic weights of weights.go.
func (f *found) sure(all []*choice) float64 {
	if len(all) == 0 || !f.query.hasTopic() {
		return 0
	}
	e := f.evidence(all)
	p := 1 / (1 + math.Exp(-dot(e[:], silenceWeights[:])))
	if f.namesAlone() {
		p *= namesAloneWeight
	}
	if f.views[0].features[fCover] < thin && all[0].features[sCover] < thin {
		p *= thinWeight
	}
	return p
}
