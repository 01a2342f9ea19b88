package answer

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"parley/article/analysis"
)

// The features of a sentence, beside those of its passage.
const (
	sCover          = iota // idf share of the concepts in the sentence
	sNear                  // idf share of concepts that only a word with the same first letters stands for
	sContext               // idf share of concepts that the sentence before, the heading or the title adds
	sPassage               // the passage's score, less that of the best passage
	sFirst                 // 1 for the best passage
	sBigram                // neighbours of the question in order within the sentence
	sType                  // it holds what the question asks for, which is neither a figure nor a time
	sFigure                // it has a figure, and the question asks for one
	sTime                  // it has a time, and the question asks for one
	sIdle                  // coverage without what the question asks for, where that is a figure, a time, a person or a reason
	sNew                   // log of its content words that the question did not bring
	sQuestion              // it is itself a question
	sMissing               // idf share of names and numbers that neither it nor its context has
	sLead                  // it opens its article
	sLength                // log of its number of tokens
	sKin                   // idf share of concepts that only a word near in meaning stands for
	sUnit                  // a figure stands beside what the question counts
	sVoice                 // it gives the words of somebody whose words the question asks for
	sListItem              // an item of a list, where the question wants one
	sSoft                  // its share when near and kin words count, and in part what its heading, its title and the sentences before it name
	sSoftRelative          // sSoft beside that of the best choice, 0 to 1
	sHeldRelative          // the same, of the sentences that hold what is asked for
	sOpens                 // it opens its passage
	sAllied                // as sSoft, when words that are only allied to the question's count too
	sAlliedRelative        // sAllied beside that of the best choice, 0 to 1
	sLike                  // how much it is alike to the question by the company that their words keep
	sLikeRelative          // the same beside that of the best choice, 0 to 1
	sentenceFeatures
)

var sentenceNames = [sentenceFeatures]string{"cover", "near", "context", "passage", "first", "bigram", "type", "figure", "time", "idle", "new", "question", "missing", "lead", "length", "kin", "unit", "voice", "item",
	"soft", "soft_rel", "held_rel", "opens", "allied", "allied_rel", "like", "like_rel"}

// choice is a sentence that may be shown.
type choice struct {
	v *view
	i int // index into v.sents
	// before and after are how many of the sentences beside it are shown with it, as one.
	before, after int
	features      [sentenceFeatures]float64
	score         float64
	stems         map[string]bool
	// alone says that it is shown without the sentence before, which stands beside it.
	alone bool
}

func (c *choice) sentence() *sentence { return &c.v.sents[c.i] }

// text is the choice's own words.
func (c *choice) text() string { return c.v.text(c.sentence()) }

// is says that two choices are one sentence, whenever they were taken from its passage.
func (c *choice) is(o *choice) bool { return c.v == o.v && c.i == o.i }

// about is what stands over a passage: its article's title and outlet, its heading, its speaker.
func about(c *Candidate) string {
	return c.Meta.Title + " . " + c.Meta.Publisher + " . " + c.Passage.Heading + " . " + c.Passage.Speaker
}

// choices scores the sentences of the first passages, best first.
func (m *matcher) choices(views []*view) []*choice {
	var out []*choice
	for rank, v := range views {
		for i := range v.sents {
			c := &choice{v: v, i: i}
			if i+1 == len(v.sents) && c.retells() {
				continue // what corrects it is not here
			}
			m.gauge(c, v.above, views[0].score, rank)
			out = append(out, c)
		}
	}
	m.compare(out)
	for _, c := range out {
		c.score = dot(c.features[:], sentenceWeights[:])
	}
	slices.SortStableFunc(out, func(a, b *choice) int { return cmp.Compare(b.score, a.score) })
	return out
}

func (m *matcher) gauge(c *choice, title []float64, top float64, rank int) {
	s, v, f := c.sentence(), c.v, &c.features
	context := slices.Clone(title)
	if c.i > 0 {
		for j, w := range v.sents[c.i-1].best {
			context[j] = max(context[j], w)
		}
	}
	f[sCover] = m.share(s.best)
	f[sNear], f[sContext], f[sMissing] = m.rest(s, context)
	f[sPassage] = v.score - top
	if rank == 0 {
		f[sFirst] = 1
	}
	f[sKin] = m.kinShare(s.best, s.near, s.kin)
	f[sBigram] = m.bigrams(hitsWithin(v.hits, s))
	if s.held {
		f[typeFeature(m.q.want)] = 1
	} else {
		f[sIdle] = f[sCover] + f[sContext] + f[sNear]
	}
	before := c.withBefore()
	f[sSoft] = m.share(before)
	f[sAllied] = m.share(c.withAllied(before))
	f[sLike] = s.like
	if c.i == 0 {
		f[sOpens] = 1
	}
	c.stems = stemSet(v.toks[s.from:s.to])
	f[sNew] = math.Log(1 + float64(m.fresh(c.stems)))
	if strings.HasSuffix(strings.TrimRight(c.text(), `"”’'»`), "?") {
		f[sQuestion] = 1
	}
	if v.Ord == 0 && c.i == 0 {
		f[sLead] = 1
	}
	if m.q.unit != "" && counted(m.q, v.Passage.Text, v.toks[s.from:s.to]) {
		f[sUnit] = 1
	}
	if len(m.q.voices) > 0 && m.q.spokenBy(c.speakerOf(), m.book) {
		f[sVoice] = 1
	}
	if (m.q.want == wantList || m.q.want == wantSides) && v.isItem(s) {
		f[sListItem] = 1
	}
	f[sLength] = math.Log(1 + float64(s.to-s.from))
}

// withBefore is how well a choice names each concept, with what stands before it and above it.
func (c *choice) withBefore() []float64 {
	out := softly(nil, c.sentence(), c.v.above)
	for i := range c.v.sents[:c.i] {
		for j, w := range c.v.sents[i].best {
			out[j] = max(out[j], c.counts(i)*w)
		}
	}
	return out
}

// counts is what a sentence of its passage up to its own counts for a choice.
func (c *choice) counts(i int) float64 {
	switch i {
	case c.i:
		return 1
	case c.i - 1:
		return beforeShare
	}
	return earlierShare
}

// withAllied adds to what withBefore found what is only allied to a concept.
func (c *choice) withAllied(out []float64) []float64 {
	for i := range c.v.sents[:c.i+1] {
		for j, w := range c.v.sents[i].allied {
			out[j] = max(out[j], c.counts(i)*w)
		}
	}
	return out
}

// compare sets the features that hold a choice against the others.
func (m *matcher) compare(all []*choice) {
	var rows, held [][]float64
	for _, c := range all {
		rows = append(rows, c.features[:])
		if c.sentence().held {
			held = append(held, c.features[:])
		}
	}
	shareOfMost(rows, sSoft, sSoftRelative)
	shareOfMost(rows, sAllied, sAlliedRelative)
	shareOfMost(rows, sLike, sLikeRelative)
	shareOfMost(held, sSoft, sHeldRelative)
}

// typedFeature is the feature of a passage for what the question wants.
func typedFeature(w want) int {
	switch w {
	case wantQuantity:
		return fTypeFigure
	case wantTime:
		return fTypeTime
	}
	return fType
}

func typeFeature(w want) int {
	switch w {
	case wantQuantity:
		return sFigure
	case wantTime:
		return sTime
	}
	return sType
}

// rest is what of the question the sentence itself does not name: near matches, what its context names, and lacking names.
func (m *matcher) rest(s *sentence, context []float64) (near, ctx, missing float64) {
	n, c, x := make([]float64, len(s.best)), make([]float64, len(s.best)), make([]float64, len(s.best))
	for i, k := range m.q.concepts {
		if s.best[i] > 0 {
			continue
		}
		n[i], c[i] = s.near[i], context[i]
		if (k.name || k.number) && context[i] == 0 {
			x[i] = 1
		}
	}
	return m.share(n), m.share(c), m.share(x)
}

// isItem says that a sentence is an item of a list: only a bullet or a number stands before it on its line.
func (v *view) isItem(s *sentence) bool {
	line := v.Passage.Text[strings.LastIndexByte(v.Passage.Text[:s.Start], '\n')+1 : s.Start]
	line = strings.TrimSpace(line)
	return line != "" && strings.Trim(line, "-*•–·#()0123456789. ") == ""
}

func hitsWithin(hits []hit, s *sentence) []hit {
	var out []hit
	for _, h := range hits {
		if h.pos >= s.from && h.pos < s.to {
			out = append(out, h)
		}
	}
	return out
}

// stemSet is the content of a sentence, for comparison with others.
func stemSet(toks []analysis.Token) map[string]bool {
	out := make(map[string]bool, len(toks))
	for _, t := range toks {
		if !t.Stop && !t.Part {
			out[t.Stem] = true
		}
	}
	return out
}

// fresh counts the content words of a sentence that the question did not bring.
func (m *matcher) fresh(stems map[string]bool) int {
	n := len(stems)
	for s := range stems {
		if _, ok := m.first[s]; ok {
			n--
		}
	}
	return n
}

// alike is the share of content words that two sentences have in common, of the shorter one's, 0 to 1.
func alike(a, b *choice) float64 {
	if len(a.stems) > len(b.stems) {
		a, b = b, a
	}
	if len(a.stems) == 0 {
		return 0
	}
	n := 0
	for s := range a.stems {
		if b.stems[s] {
			n++
		}
	}
	return float64(n) / float64(len(a.stems))
}
