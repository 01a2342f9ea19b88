package vectors

import "testing"

func cosine(t *testing.T, a, b string) float64 {
	t.Helper()
	x, ok := Of(a)
	if !ok {
		t.Fatalf("%q is not known", a)
	}
	y, ok := Of(b)
	if !ok {
		t.Fatalf("%q is not known", b)
	}
	sum, u, v := 0.0, x.Add(nil, 1), y.Add(nil, 1) // both of unit length
	for i := range u {
		sum += u[i] * v[i]
	}
	return sum
}

func TestWordsThatKeepOneCompanyAreNearerThanOthers(t *testing.T) {
	for _, c := range []struct{ word, near, far string }{
		{"ceasefire", "truce", "flour"},
		{"hostages", "captives", "ferries"},
		{"walkout", "stoppage", "museum"},
		{"mediator", "envoy", "trawler"},
		{"boats", "ships", "verdict"},
	} {
		if near, far := cosine(t, c.word, c.near), cosine(t, c.word, c.far); near < far+0.3 {
			t.Errorf("%s and %s: %.2f; %s and %s: %.2f", c.word, c.near, near, c.word, c.far, far)
		}
	}
	if c := cosine(t, "harbour", "harbour"); c < 0.99 || c > 1.01 {
		t.Errorf("a word's cosine with itself is %.3f", c)
	}
}

func TestUnknownWordsHaveNoVector(t *testing.T) {
	for _, w := range []string{"", "zzyzxq", "Truce", "cease-fire", "1986"} {
		if _, ok := Of(w); ok {
			t.Errorf("%q has a vector", w)
		}
	}
}

func TestFrequentWordsHaveALowerRank(t *testing.T) {
	said, _ := Of("said")
	wharf, _ := Of("wharf")
	if said.Rank() < 1 || said.Rank() > 50 || wharf.Rank() < 100*said.Rank() {
		t.Errorf("said has rank %.0f, wharf %.0f", said.Rank(), wharf.Rank())
	}
}
