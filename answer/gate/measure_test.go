package gate

import (
	"encoding/json"
	"math/rand/v2"
	"testing"
)

// perKind is how many edits of a kind are tried.
const perKind = 400

func TestUnchangedSentencesAreSupported(t *testing.T) {
	flagged, reread := 0, 0
	all := corpus(t)
	for _, s := range all {
		quotes := []Quote{{Text: s.passage, Before: s.before}}
		if r := Check(s.sentence, quotes, testBook()); r.Verdict != Supported {
			flagged++
			t.Errorf("%s: %+v\n%s", r.Verdict, r.Reasons, s.sentence)
		}
		if r := examine(s.sentence, quotes, testBook()); r.Verdict != Supported {
			reread++
			if reread <= 40 {
				t.Logf("without the short cut: %s %+v\n  %.200s", r.Verdict, r.Reasons, s.sentence)
			}
		}
	}
	t.Logf("%d of %d flagged; %d (%.3f) where the checks read them without the short cut", flagged, len(all), reread, float64(reread)/float64(len(all)))
	if float64(reread) > 0.02*float64(len(all)) {
		t.Errorf("the checks flag %d of %d unchanged sentences", reread, len(all))
	}
}

func TestMechanicalEditsAreCaught(t *testing.T) {
	all := corpus(t)
	for _, e := range edits {
		t.Run(e.kind, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			n, caught, shown := 0, 0, 0
			for _, at := range r.Perm(len(all)) {
				s := all[at]
				changed, ok := e.apply(r, s, read(s.sentence))
				if !ok || changed == s.sentence {
					continue
				}
				n++
				if got := Check(changed, []Quote{{Text: s.passage, Before: s.before}}, testBook()); got.Verdict != Supported {
					caught++
				} else if shown++; shown <= 8 {
					t.Logf("missed: %.300s\n    was: %.300s", changed, s.sentence)
				}
				if n == perKind {
					break
				}
			}
			rate := float64(caught) / float64(max(n, 1))
			t.Logf("%-30s n %3d caught %.3f (floor %.2f)", e.kind, n, rate, e.floor)
			if rate < e.floor {
				t.Errorf("caught %.3f, want %.2f", rate, e.floor)
			}
		})
	}
}

func TestSampleClaims(t *testing.T) {
	type count struct{ supported, unsure, rejected int }
	table := map[string]*count{}
	n, trueUnsure, falseSupported := 0, 0, 0
	lines(t, shared+"/bench/talks/claims.jsonl", func(line []byte) {
		var c struct {
			ID, Claim, Passage, Change string
			Supported                  bool
		}
		if err := json.Unmarshal(line, &c); err != nil {
			t.Fatal(err)
		}
		n++
		k := table[c.Change]
		if k == nil {
			k = &count{}
			table[c.Change] = k
		}
		r := Check(c.Claim, []Quote{{Text: c.Passage}}, testBook())
		switch r.Verdict {
		case Supported:
			k.supported++
		case Unsure:
			k.unsure++
		case Rejected:
			k.rejected++
		}
		if c.Supported && r.Verdict != Supported || !c.Supported && r.Verdict == Supported {
			t.Logf("miss %s %s %s: %+v", c.ID, c.Change, r.Verdict, r.Reasons)
		}
		if c.Supported && r.Verdict == Unsure {
			trueUnsure++
		}
		if c.Supported && r.Verdict == Rejected {
			t.Errorf("%s: a true claim is rejected: %+v", c.ID, r.Reasons)
		}
		if !c.Supported && r.Verdict == Supported {
			falseSupported++
			if c.Change == "number" || c.Change == "date" || c.Change == "name" {
				t.Errorf("%s: a false %s is supported", c.ID, c.Change)
			}
		}
	})
	if n == 0 {
		t.Skipf("no claims: %s/bench/talks/claims.jsonl is not there", shared)
	}
	for kind, k := range table {
		t.Logf("%-12s supported %2d unsure %2d rejected %2d", kind, k.supported, k.unsure, k.rejected)
	}
	if trueUnsure > 1 || falseSupported > 1 {
		t.Errorf("%d true claims unsure, %d false ones supported; at most one each", trueUnsure, falseSupported)
	}
}
