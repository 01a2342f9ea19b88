package answer

import (
	"context"
	"slices"
)

// Lesson is what one question teaches the weights: the features of what was found, in the order in which it was found.
type Lesson struct {
	Passages  []PassageLesson
	Sentences []SentenceLesson
	// Silence are the features from which silence is decided, nil where nothing was found.
	Silence []float64
	// Pairs are the sentences that could disagree on the question, two by two.
	Pairs []PairLesson
}

// PairLesson is two sentences that could disagree, with their features, in the order of PairFeatures.
type PairLesson struct {
	A, B     SentenceLesson
	Features []float64
}

// PassageLesson is a candidate passage with its features, in the order of PassageFeatures.
type PassageLesson struct {
	Source, Text string
	Features     []float64
}

// SentenceLesson is a sentence of the best passages with its features, in the order of SentenceFeatures.
type SentenceLesson struct {
	Source, Text, Passage string
	Features              []float64
}

// Lesson runs the search for a question and returns its features, for fitting the weights.
func (d *Desk) Lesson(ctx context.Context, ix Index, q Question) (Lesson, error) {
	f, err := d.find(ctx, ix, q)
	if err != nil {
		return Lesson{}, err
	}
	var l Lesson
	for _, v := range f.views {
		l.Passages = append(l.Passages, PassageLesson{v.Source, v.Passage.Text, slices.Clone(v.features[:])})
	}
	all := f.choices()
	for _, c := range all {
		l.Sentences = append(l.Sentences, SentenceLesson{c.v.Source, c.text(), c.v.Passage.Text, slices.Clone(c.features[:])})
	}
	if len(all) > 0 {
		s := f.evidence(all)
		l.Silence = s[:]
		l.Pairs = f.pairLessons(all)
	}
	return l, nil
}

func (f *found) pairLessons(all []*choice) []PairLesson {
	var out []PairLesson
	r := f.arena()
	r.pairs = r.pairings()
	for _, p := range r.standing(overtakenBy(r.overtakings(all))) {
		lesson := func(s *stance) SentenceLesson {
			return SentenceLesson{s.v.Source, s.text(), s.v.Passage.Text, slices.Clone(s.features[:])}
		}
		out = append(out, PairLesson{lesson(p.a), lesson(p.b), slices.Clone(p.features[:])})
	}
	return out
}

// PairFeatures names the columns of a PairLesson.
func PairFeatures() []string { return contestNames[:] }

// PassageFeatures, SentenceFeatures and SilenceFeatures name the columns of a Lesson.
func PassageFeatures() []string  { return featureNames[:] }
func SentenceFeatures() []string { return sentenceNames[:] }
func SilenceFeatures() []string  { return silenceNames[:] }

// Weights are the weights in use.
type Weights struct{ Passage, Sentence, Silence, Whether, Which []float64 }

// CurrentWeights returns a copy of the weights in use, in the order of the features' names.
func CurrentWeights() Weights {
	p, s, e, x, y := passageWeights, sentenceWeights, silenceWeights, whetherWeights, whichWeights
	return Weights{p[:], s[:], e[:], x[:], y[:]}
}

// Enough is the probability from which an answer is given.
func Enough() float64 { return enough }
