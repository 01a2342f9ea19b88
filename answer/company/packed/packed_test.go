package packed

import (
	"bytes"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestATableGivesBackWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stems := rapid.SliceOfDistinct(rapid.StringMatching(`[a-z]{1,8}`), func(s string) string { return s }).Draw(t, "stems")
		rows := make([][]Neighbour, len(stems))
		for i := range rows {
			rows[i] = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Neighbour {
				return Neighbour{Place: rapid.IntRange(0, len(stems)-1).Draw(t, "place"), Cosine: rapid.Float64Range(Least, 1).Draw(t, "cosine")}
			}), 0, 5).Draw(t, "row")
		}
		var b bytes.Buffer
		if err := Write(&b, stems, rows); err != nil {
			t.Fatal(err)
		}
		table := Open(b.String())
		if table.Len() != len(stems) {
			t.Fatalf("%d stems of %d", table.Len(), len(stems))
		}
		for i, s := range stems {
			at, ok := table.Find(s)
			if !ok || table.Stem(at) != s || table.Use(at) != i {
				t.Fatalf("%q is at %d: %v", s, at, ok)
			}
			n := 0
			table.Row(at, func(got Neighbour) {
				want := rows[i][n]
				if table.Stem(got.Place) != stems[want.Place] || math.Abs(got.Cosine-want.Cosine) > 1.0/255 {
					t.Fatalf("%q has %v, want %v", s, got, want)
				}
				n++
			})
			if n != len(rows[i]) {
				t.Fatalf("%q has %d neighbours, want %d", s, n, len(rows[i]))
			}
		}
	})
}

func TestTooManyStemsAreRefused(t *testing.T) {
	if err := Write(&bytes.Buffer{}, make([]string, stemsMost+1), make([][]Neighbour, stemsMost+1)); err == nil {
		t.Error("more stems than places were written")
	}
}
