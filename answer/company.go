package answer

import (
	"math"
	"slices"
	"sync"

	"parley/article/analysis"

	"parley/answer/vectors"
)

// company is what the words of a question are by the company that they keep, to hold sentences against them.
type company struct {
	// all is the sum of the vectors of its concepts, each by its idf, at unit length; nil where none has one.
	all []float64
	// words remembers the vectors of the passages' words, by their exact forms.
	words sync.Map
}

// companion is a word's vector, empty where it has none, and what it tells of a sentence.
type companion struct {
	vector vectors.Vector
	tells  float64
}

// keepCompany readies a question, whose concepts have been weighed. A name and a figure have no company, nor has a question in another language.
func keepCompany(q *query) *company {
	c := &company{}
	if q.foreign() {
		return c
	}
	said := c.translate(q)
	for i, k := range q.concepts {
		if k.name || k.number || k.listed || said[i] {
			continue
		}
		if v, ok := vectors.Of(k.token.Exact); ok {
			c.all = plus(c.all, v, k.idf)
		}
	}
	normalise(c.all)
	return c
}

// translate puts what newspapers write for the phrases of a question in their place, and says which concepts that are: nobody who ties the knot keeps the
// company of knots. It comes before the question's other words.
func (c *company) translate(q *query) map[int]bool {
	said := map[int]bool{}
	for _, s := range q.sayings {
		if len(s.concepts) == 0 || !s.phrase {
			continue
		}
		var sum []float64
		for _, phrase := range s.written {
			for _, t := range phrase {
				if v, ok := vectors.Of(t.Exact); ok && !t.Stop {
					sum = plus(sum, v, 1)
				}
			}
		}
		if sum == nil {
			continue
		}
		normalise(sum)
		weight := 0.0
		for _, i := range s.concepts {
			said[i] = true
			weight = max(weight, q.concepts[i].idf)
		}
		if c.all == nil {
			c.all = make([]float64, len(sum))
		}
		for i, x := range sum {
			c.all[i] += weight * x
		}
	}
	return said
}

// plus adds a vector to a sum, which it makes where it is nil.
func plus(sum []float64, v vectors.Vector, weight float64) []float64 {
	if sum == nil {
		sum = make([]float64, len(v.Steps))
	}
	for i, x := range v.Steps {
		sum[i] += float64(int8(x)) * v.Scale * weight
	}
	return sum
}

// commonRank is the rank of a word that tells half as much as a rare one.
const commonRank = 100

// tells is what a word tells of a sentence, 0 to 1 (smooth inverse frequency, Arora and others 2017, by Zipf's law).
func tells(v vectors.Vector) float64 { return v.Rank() / (v.Rank() + commonRank) }

// normalise brings a vector to unit length, but for one of none.
func normalise(v []float64) {
	length := math.Sqrt(dot(v, v))
	if length == 0 {
		return
	}
	for i := range v {
		v[i] /= length
	}
}

// of is a word's company.
func (c *company) of(t analysis.Token) *companion {
	if known, ok := c.words.Load(t.Exact); ok {
		return known.(*companion)
	}
	x := &companion{}
	if v, ok := vectors.Of(t.Exact); ok {
		x.vector, x.tells = v, tells(v)
	}
	c.words.Store(t.Exact, x)
	return x
}

// meet finds how much a sentence is alike to the question.
func (c *company) meet(s *sentence, toks []analysis.Token) {
	if c.all == nil {
		return
	}
	for _, t := range toks[s.from:s.to] {
		if t.Stop || t.Kind != analysis.Word {
			continue
		}
		if x := c.of(t); x.vector.Steps != nil {
			s.sum = plus(s.sum, x.vector, x.tells)
		}
	}
	s.like = c.like(s.sum)
}

// like is how much a sum of vectors is alike to the question's, 0 to 1.
func (c *company) like(sum []float64) float64 {
	if sum == nil || c.all == nil {
		return 0
	}
	length := math.Sqrt(dot(sum, sum))
	if length == 0 {
		return 0
	}
	return max(0, dot(sum, c.all)/length)
}

// whole is how much a passage is alike to the question.
func (c *company) whole(v *view) float64 {
	var all []float64
	for i := range v.sents {
		if all == nil {
			all = slices.Clone(v.sents[i].sum)
			continue
		}
		for j, x := range v.sents[i].sum {
			all[j] += x
		}
	}
	return c.like(all)
}
