package company

import "testing"

func keeps(t *testing.T, stem, other string) (float64, bool) {
	t.Helper()
	for _, w := range Of(stem) {
		if w.Stem == other {
			return w.Cosine, true
		}
	}
	return 0, false
}

func TestWordsThatKeepTheSameCompany(t *testing.T) {
	for stem, other := range map[string]string{"turnout": "voter", "farmer": "crop", "resign": "quit", "transfus": "blood", "ban": "prohibit", "open": "close"} {
		if _, ok := keeps(t, stem, other); !ok {
			t.Errorf("%s does not keep the company of %s: %v", stem, other, Of(stem))
		}
	}
	for stem, other := range map[string]string{"farmer": "parliament", "turnout": "blood", "ban": "ban"} {
		if c, ok := keeps(t, stem, other); ok {
			t.Errorf("%s keeps the company of %s, by %.2f", stem, other, c)
		}
	}
}

func TestOfEndsAtTheTablesEdges(t *testing.T) {
	for i := range table.Len() {
		last := 1.0
		for _, w := range Of(table.Stem(i)) {
			if w.Cosine > last || w.Cosine < Least-0.01 || w.Stem == "" {
				t.Fatalf("%s: %v behind a cosine of %.3f", table.Stem(i), w, last)
			}
			last = w.Cosine
		}
	}
	for _, unknown := range []string{"", "zzz", "\xff", "aaaa"} {
		if Of(unknown) != nil {
			t.Errorf("%q keeps company", unknown)
		}
		if _, ok := Use(unknown); ok {
			t.Errorf("%q is in use", unknown)
		}
	}
}

func TestUseOrdersWords(t *testing.T) {
	common, _ := Use("school")
	rare, ok := Use("transfus")
	if !ok || common >= rare {
		t.Errorf("school is at %d, transfusion at %d", common, rare)
	}
}

func BenchmarkOf(b *testing.B) {
	for b.Loop() {
		Of("withdraw")
	}
}
