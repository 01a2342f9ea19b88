package main

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestDecodeReadsWordsAndVectors(t *testing.T) {
	v := "[" + strings.Repeat("0.5,", dimensions) + "1,0]"
	words, vectors, err := decode(strings.NewReader(`{"precision":6,"words":["school","schools"],"vectors":{"school":` + v + `,"other":` + v + `},"unkVector":[]}`))
	if err != nil || !slices.Equal(words, []string{"school", "schools"}) || len(vectors) != 1 || len(vectors["school"]) != dimensions {
		t.Error(words, len(vectors), err)
	}
	for _, bad := range []string{"", "{}", `{"words":["a"],"vectors":{"a":[1]}}`, `{"words":["a"]`} {
		if _, _, err := decode(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

func TestFlattenTakesOffWhatAllShare(t *testing.T) {
	vectors := make([][]float64, 40)
	for i := range vectors {
		vectors[i] = make([]float64, dimensions)
		vectors[i][0] = 5                     // the mean
		vectors[i][1] = 3 * float64(i%2*2-1)  // the strongest direction
		vectors[i][2+i] = 1                   // what is its own
		vectors[i][60] = 0.5 * float64(i%3-1) // a weaker direction
	}
	flatten(vectors, 1)
	for i, v := range vectors {
		if math.Abs(v[0]) > 0.2 || math.Abs(v[1]) > 0.2 || v[2+i] < 0.5 {
			t.Fatalf("vector %d: %.2f %.2f, own %.2f", i, v[0], v[1], v[2+i])
		}
		if n := math.Sqrt(dot(v, v)); math.Abs(n-1) > 1e-9 {
			t.Fatalf("vector %d is %.3f long", i, n)
		}
	}
}

func TestStemmedLeavesOutNamesAndFunctionWords(t *testing.T) {
	v := make([]float32, dimensions)
	v[0] = 1
	l := stemmed([]string{"the", "schools", "zyxabc", "school", "u.s."}, map[string][]float32{"the": v, "schools": v, "zyxabc": v, "school": v, "u.s.": v})
	if !slices.Equal(l.stems, []string{"school"}) {
		t.Error(l.stems)
	}
}
