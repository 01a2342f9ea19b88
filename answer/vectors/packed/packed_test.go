package packed

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestWhatIsPackedIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,6}`), 1, 30, rapid.ID[string]).Draw(t, "words")
		dimensions := rapid.IntRange(1, 8).Draw(t, "dimensions")
		var vectors [][]float64
		for i := range words {
			vectors = append(vectors, rapid.SliceOfN(rapid.Float64Range(-3, 3), dimensions, dimensions).Draw(t, fmt.Sprint("vector ", i)))
		}
		table, err := Read(Pack(words, vectors))
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range words {
			got, ok := table.Find(w)
			if !ok {
				t.Fatalf("%q is not found", w)
			}
			if rank := float64(i + 1); math.Abs(got.Rank()-rank) > 0.03*rank {
				t.Fatalf("%q has rank %.2f, not %.0f", w, got.Rank(), rank)
			}
			for k, x := range unit(vectors[i]) {
				if n := got.Add(nil, 1)[k]; math.Abs(n-x) > 0.005 {
					t.Fatalf("%q: number %d is %.4f, not %.4f", w, k, n, x)
				}
			}
		}
		if _, ok := table.Find("not a word"); ok {
			t.Fatal("a word that was not packed is found")
		}
	})
}

func unit(v []float64) []float64 {
	length := 0.0
	for _, x := range v {
		length += x * x
	}
	if length == 0 {
		return v
	}
	out := make([]float64, len(v))
	for i, x := range v {
		out[i] = x / math.Sqrt(length)
	}
	return out
}

func TestACutTableIsRefused(t *testing.T) {
	b := Pack([]string{"boat", "ship"}, [][]float64{{1, 2}, {2, 1}})
	for n := range b {
		if _, err := Read(b[:n]); err == nil {
			t.Errorf("%d of %d bytes were read without an error", n, len(b))
		}
	}
	if _, err := Read(append(b, 0)); err == nil {
		t.Error("a byte too many was read without an error")
	}
}
