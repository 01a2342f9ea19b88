package answer

import (
	"math"

	"parley/article/analysis"

	"parley/answer/vectors"
)

// company is where the words of a question stand by the company that they keep, to hold sentences against it: the sum of the vectors of its concepts, each by
// its idf, at unit length; nil where none has one.
type company []float64

// keepCompany readies a question, whose concepts have been weighed. A name and a figure have no company, nor has a question in another language.
func keepCompany(q *query) company {
	if q.foreign() {
		return nil
	}
	all, said := translate(q)
	for i, k := range q.concepts {
		if k.name || k.number || k.listed || said[i] {
			continue
		}
		if v, ok := vectors.Of(k.token.Exact); ok {
			all = v.Add(all, k.idf)
		}
	}
	normalise(all)
	return all
}

// translate sums what newspapers write for the phrases of a question, and says for which concepts that stands: nobody who ties the knot keeps the
// company of knots.
func translate(q *query) (all []float64, said map[int]bool) {
	said = map[int]bool{}
	for _, s := range q.sayings {
		if len(s.concepts) == 0 || !s.phrase {
			continue
		}
		var sum []float64
		for _, phrase := range s.written {
			for _, t := range phrase {
				if v, ok := vectors.Of(t.Exact); ok && !t.Stop {
					sum = v.Add(sum, 1)
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
		all = plus(all, sum, weight)
	}
	return all, said
}

// plus adds to a sum, which it makes where it is empty.
func plus(sum, x []float64, weight float64) []float64 {
	if len(sum) == 0 {
		sum = make([]float64, len(x))
	}
	for i := range x {
		sum[i] += weight * x[i]
	}
	return sum
}

// commonRank is the rank of a word that tells half as much as a rare one.
const commonRank = 100

// tells is what a word tells of a sentence, 0 to 1 (smooth inverse frequency, Arora and others 2017, by Zipf's law).
func tells(v vectors.Vector) float64 { return v.Rank() / (v.Rank() + commonRank) }

// normalise brings a vector to unit length, but for one of none.
func normalise(v []float64) {
	if n := magnitude(v); n > 0 {
		for i := range v {
			v[i] /= n
		}
	}
}

// magnitude is a vector's length.
func magnitude(v []float64) float64 { return math.Sqrt(dot(v, v)) }

// companion is a word's vector and what it tells of a sentence, 0 where it has none.
type companion struct {
	vector vectors.Vector
	tells  float64
}

// companions remembers words, for all questions.
var companions = &memory[companion]{words: map[string]companion{}}

func companionOf(word string) companion {
	return companions.get(word, func() companion {
		v, ok := vectors.Of(word)
		if !ok {
			return companion{}
		}
		return companion{v, tells(v)}
	})
}

// meet finds how much a sentence is alike to the question.
func (c company) meet(s *sentence, toks []analysis.Token) {
	if c == nil {
		return
	}
	for _, t := range toks[s.from:s.to] {
		if t.Stop || t.Kind != analysis.Word {
			continue
		}
		if x := companionOf(t.Exact); x.tells > 0 {
			s.sum = x.vector.Add(s.sum, x.tells)
		}
	}
	s.like = c.like(s.sum)
}

// like is how much a sum of vectors is alike to the question's, 0 to 1.
func (c company) like(sum []float64) float64 {
	n := magnitude(sum)
	if c == nil || n == 0 {
		return 0
	}
	return max(0, dot(sum, c)/n)
}

// whole is how much a passage is alike to the question.
func (c company) whole(v *view) float64 {
	var all []float64
	for i := range v.sents {
		all = plus(all, v.sents[i].sum, 1)
	}
	return c.like(all)
}
