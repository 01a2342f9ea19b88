package store

import (
	"cmp"
	"math"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

type posting struct {
	ID int64
	In manner
}

// What is added comes back, in whatever order it came; a list that is cut anywhere is an error or ends with a run.
func TestPostingsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		added := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) posting {
			return posting{rapid.Int64Range(1, 1<<40).Draw(t, "id"), manner(rapid.Byte().Draw(t, "in"))}
		}), 0, 700).Draw(t, "postings")
		if rapid.Bool().Draw(t, "sorted") {
			slices.SortFunc(added, func(a, b posting) int { return cmp.Compare(a.ID, b.ID) })
		}
		var r runs
		for _, p := range added {
			r.add(p.ID, p.In)
		}
		list := r.bytes()
		read := func(list []byte) ([]posting, error) {
			var got []posting
			err := eachPosting(list, func(ids []int64, in []manner) {
				for i := range ids {
					got = append(got, posting{ids[i], in[i]})
				}
			})
			return got, err
		}
		got, err := read(list)
		if !slices.Equal(got, added) || err != nil {
			t.Fatal(gocmp.Diff(added, got), err)
		}
		cut := rapid.IntRange(0, len(list)).Draw(t, "cut")
		if got, err := read(list[:cut]); err == nil && !slices.Equal(got, added[:len(got)]) {
			t.Fatal(got)
		}
	})
}

func TestMannerKeepsWhatScoringNeeds(t *testing.T) {
	for _, c := range []struct {
		often int
		above bool
		terms int
		want  float64
	}{
		{1, false, 60, 60}, {0, true, 60, 60}, {7, true, 11, 11}, {200, false, 350, 350}, {1, false, 1, 2}, {3, false, 100_000, 362},
	} {
		m := mannerOf(c.often, c.above, classOf(c.terms))
		if m.often() != float64(min(c.often, 7)) || m.above() != c.above || math.Abs(math.Log2(m.terms()/c.want)) > 0.25 {
			t.Errorf("%+v: %v times, above %v, %.0f terms", c, m.often(), m.above(), m.terms())
		}
	}
}

// More often counts more, a longer text less, and a heading above a little.
func TestWeightsFollowBM25(t *testing.T) {
	w := weights(2, 60)
	if got, want := float64(w[mannerOf(1, false, classOf(64))]), 2*1.9/(1+0.9*(0.4+0.6*64/60)); math.Abs(got-want) > 1e-6 {
		t.Errorf("%v, want %v", got, want)
	}
	ordered := []manner{mannerOf(0, true, classOf(60)), mannerOf(1, false, classOf(240)), mannerOf(1, false, classOf(60)), mannerOf(1, true, classOf(60)), mannerOf(3, true, classOf(60))}
	for i := 1; i < len(ordered); i++ {
		if w[ordered[i]] <= w[ordered[i-1]] {
			t.Errorf("place %d counts %v, the one before %v", i, w[ordered[i]], w[ordered[i-1]])
		}
	}
}
