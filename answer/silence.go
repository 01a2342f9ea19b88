package answer

import (
	"math"

	"parley/answer/thesaurus"
)

// The features from which silence is decided. Most are shares of the question's idf, so that one threshold serves short and long
// questions; eSize lets it serve small and large guilds, where more is found by chance.
const (
	eBias      = iota
	eCover     // the best sentence's coverage
	ePair      // the best passage's best two neighbouring sentences
	ePassage   // the best passage's coverage
	eNear      // what of the question only near matches stand for in the best sentence
	eContext   // what its context adds
	eKin       // what only words near in meaning stand for
	eElsewhere // idf share of what live passages name, but not the best sentence's
	eCommon    // idf share of common words that no live passage has
	eMissing   // idf share of names and numbers that the best sentence and its context lack
	eHome      // how much of the best sentence's article speaks of what the question is about
	eBigram    // neighbours in order in the best passage
	eTitle     // title and heading
	eType      // the best sentence holds what is asked for
	eScore     // the best passage's score
	eGap       // the largest idf share of one concept that the best sentence lacks, over all concepts
	eTopic     // share of what the question asks about its names that the best sentence and its context lack
	eUnsaid    // it asks for somebody's words, and none of the best sentences gives them
	eSoft      // the best of the first sentences, in any words, with what stands before and above it
	eCount     // log of the number of concepts, each by what it counts: a long question is never covered as a short one is
	eAnswer    // the best sentence's score
	eExact     // BM25 of the best passage over the very forms of the question
	eLack      // what the best sentence lacks in any words, counted in words that stand nowhere, whatever the question's length
	eGuessed   // idf share of names that no live passage has and that were taken for the misspelling of another
	eFocus     // it asks which of a kind, and nothing of the kind is named
	eSize      // log of the number of the guild's index terms, within what was fitted on
	eAllied    // as eSoft, when words that are only allied to the question's count too
	silenceFeatures
)

var silenceNames = [silenceFeatures]string{"bias", "cover", "pair", "passage", "near", "context", "kin", "elsewhere", "common", "missing", "home", "bigram", "title", "type", "score", "gap", "topic", "unsaid", "soft", "count", "answer",
	"exact", "lack", "guessed", "focus", "size", "allied"}

// evidence describes how well the best of what was found answers the question.
func (f *found) evidence(all []*choice) [silenceFeatures]float64 {
	best, top := all[0], f.views[0]
	return [silenceFeatures]float64{
		eBias: 1, eCover: best.features[sCover], ePair: top.features[fPair], ePassage: top.features[fCover], eNear: best.features[sNear],
		eContext: best.features[sContext], eKin: best.features[sKin], eElsewhere: f.elsewhere(best), eCommon: f.unseen(), eMissing: best.features[sMissing], eHome: f.home(best),
		eBigram: top.features[fBigram], eTitle: top.features[fTitle], eType: best.features[typeFeature(f.query.want)], eScore: top.score, eGap: f.gap(best),
		eTopic: f.offTopic(best), eUnsaid: f.unsaid(all), eSoft: most(all, sSoft), eCount: f.query.size(), eAnswer: best.score,
		eExact: top.features[fExact], eLack: f.lack(best), eGuessed: f.guessed(), eFocus: f.unfocused(best), eSize: breadth(f.corpus), eAllied: most(all, sAllied),
	}
}

// fewestTerms and mostTerms bound the logs of the sizes of the guilds that the weights were fitted on, some 1,800 and 13,400 terms: what is
// beyond them counts as they do.
const fewestTerms, mostTerms = 7.5, 9.5

// breadth is how much there is to be met by chance.
func breadth(c Corpus) float64 {
	return min(max(math.Log(float64(max(1, c.Terms))), fewestTerms), mostTerms)
}

// ofSubject is what a common word tells of the subject of an article, by its frequency in English, from never to often met.
var ofSubject = [4]float64{1, 0.8, 0.5, 0.2}

// strangers are passages that speak of nothing in the question, supposed in each article: one passage makes no subject.
const strangers = 5

// home is how large a part of the candidates of the sentence's article names the most telling word of the question: what an article
// is about it says again and again, what it mentions by the way it says once.
func (f *found) home(c *choice) float64 {
	all, naming := float64(strangers), make([]float64, len(f.query.concepts))
	for _, v := range f.views {
		if v.ArticleID != c.v.ArticleID {
			continue
		}
		all++
		for i, w := range v.best {
			if w > 0 {
				naming[i]++
			}
		}
	}
	most := 0.0
	for i, k := range f.query.concepts {
		if !k.number && k.counts == 1 {
			most = max(most, naming[i]/all*k.subject())
		}
	}
	return most
}

// subject is how much a concept tells of what a text that repeats it is about.
func (c *concept) subject() float64 {
	if c.name || c.listed {
		return 1
	}
	if n := thesaurus.Frequency(c.token.Exact); n >= 0 {
		return ofSubject[n]
	}
	return 1
}

// lack is the idf, undamped, of what a sentence and what stands over it lack in any words, in units of that of a word which stands
// nowhere. A share would hide that a long question lacks three things.
func (f *found) lack(c *choice) float64 {
	own, sum := softly(nil, c.sentence(), c.v.above), 0.0
	for i, k := range f.query.concepts {
		sum += k.plain * (1 - own[i])
	}
	return sum / idf(0, max(1, f.corpus.Passages))
}

// guessed is the share, by undamped idf, of names that were only found by another's spelling.
func (f *found) guessed() float64 {
	return f.plainShare(func(i int) float64 {
		if c := f.query.concepts[i]; c.guessed && c.name {
			return 1
		}
		return 0
	})
}

// most is the most of a feature that one of the first choices has.
func most(all []*choice, feature int) float64 {
	x := 0.0
	for _, c := range all[:min(listened, len(all))] {
		x = max(x, c.features[feature])
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

// unseen is the idf share of common words that no live passage names: they may only be said otherwise.
func (f *found) unseen() float64 {
	w := make([]float64, len(f.query.concepts))
	for i, c := range f.query.concepts {
		if c.unseen && !c.name && !c.number && english(c.token.Exact) {
			w[i] = 1
		}
	}
	return f.matcher.share(w)
}

// elsewhere is the undamped idf share of concepts that some passage names, but neither the sentence's passage, in any words, nor what
// stands over it: words that meet only in the question.
func (f *found) elsewhere(c *choice) float64 {
	return f.plainShare(func(i int) float64 {
		any := 0.0
		for _, v := range f.views {
			any = max(any, v.best[i], v.above[i])
		}
		return max(0, any-c.v.names(i))
	})
}

// plainShare is the share of concepts by their undamped idf, each counted by its weight.
func (f *found) plainShare(weight func(int) float64) float64 {
	sum, all := 0.0, 0.0
	for i, c := range f.query.concepts {
		all += c.plain
		sum += c.plain * weight(i)
	}
	if all == 0 {
		return 0
	}
	return sum / all
}

// unfocused is 1 where the question asks to be named one of a kind, which airline, and neither the sentence in any words nor its passage
// names the kind.
func (f *found) unfocused(c *choice) float64 {
	k := f.query.focus
	if k < 0 || k >= len(f.query.concepts) {
		return 0
	}
	s := c.sentence()
	if max(s.near[k], s.kin[k], c.v.best[k], c.v.above[k]) > 0 {
		return 0
	}
	return 1
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

// unmetWeight is what the probability is cut to when the best sentences lack what the question demands: below enough, whatever it was.
const unmetWeight = 0.25

// akinEnough is how near in meaning a word must be to show that a passage speaks of what was asked.
const akinEnough = 0.5

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

// sure is the probability that what was found answers the question, by the logistic weights of weights.go; less where only names were met.
func (f *found) sure(all []*choice) float64 {
	if len(all) == 0 || !f.query.hasTopic() {
		return 0
	}
	e := f.evidence(all)
	p := 1 / (1 + math.Exp(-dot(e[:], silenceWeights[:])))
	if f.namesAlone() {
		p *= namesAloneWeight
	}
	if f.unmet(all) {
		p *= unmetWeight
	}
	if f.understood > 0 {
		p *= f.understood
	}
	return p
}
