package packed

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestAlliesComeBackAsTheyWerePacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := make([][]Ally, rapid.IntRange(1, 20).Draw(t, "words"))
		want := make([][]Ally, len(all))
		for i := range all {
			for w := range all {
				if rapid.Bool().Draw(t, "ally") {
					step := rapid.IntRange(0, steps-1).Draw(t, "step")
					a := Ally{w, LeastCosine + (1-LeastCosine)*(float64(step)+0.5)/steps}
					want[i] = append(want[i], a)
					all[i] = append([]Ally{a}, all[i]...) // in any order
				}
			}
		}
		packed, err := ReadAllies(PackAllies(all), len(all))
		if err != nil {
			t.Fatal(err)
		}
		for i := range all {
			var got []Ally
			packed.Of(i, func(a Ally) { got = append(got, a) })
			if d := cmp.Diff(want[i], got); d != "" {
				t.Fatalf("word %d: %s", i, d)
			}
		}
	})
}

func TestAlliesOfAnotherGraphAndCutOnesAreRefused(t *testing.T) {
	b := PackAllies([][]Ally{{{1, 0.5}}, {{0, 0.5}}})
	if _, err := ReadAllies(b, 3); err == nil {
		t.Error("the allies of two words were taken for those of three")
	}
	for n := range b {
		if _, err := ReadAllies(b[:n], 2); err == nil {
			t.Errorf("%d of %d bytes were read without an error", n, len(b))
		}
	}
}
