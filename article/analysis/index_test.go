package analysis

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestIndex(t *testing.T) {
	for _, c := range []struct{ lang, text, want, odd string }{
		{"en", "The dockers were striking", "docker strike", "stems, no function words"},
		{"en", "ISIS and the U.S.", "isis isi uǀs", "an acronym in both forms; dots kept as a letter"},
		{"en", "cease-fires at 23:40", "ceas fire ceasefir 23ǁ40", "hyphen, clock"},
		{"en", "2.3 million, 2,600", "2ǀ3 million 2600", "decimal"},
		{"en", "NGOs", "ngo", "plural of an acronym"},
		{"de", "die Verhandlungen über Öl", "verhandl ol", "German"},
		{"tr", "görüşmelerde", "gorusme", "Turkish"},
		{"ru", "переговоры в Осло", "переговор осл", "Russian"},
		{"fa", "کتاب\u200cها", "کتابها", "no stemmer"},
		{"en", "the of and", "", "nothing left"},
		{"en", strings.Repeat("ab", 40), strings.Repeat("ab", 20), "cut at forty bytes"},
	} {
		if diff := cmp.Diff(c.want, strings.Join(Index(c.text, c.lang), " ")); diff != "" {
			t.Errorf("%s: %q\n%s", c.odd, c.text, diff)
		}
	}
}

func TestTerms(t *testing.T) {
	for _, c := range []struct {
		question, lang string
		more           []string
		want, odd      string
	}{
		{"who sank the ferries?", "", nil, "sank[sank] ferries[ferri]", "English by default"},
		{"tell me who knows", "", nil, "knows[know]", "words of asking fall away"},
		{"pls tell me", "", nil, "pls[pls] tell[tell]", "unless nothing else is left"},
		{"who is who", "", nil, "who[who] is[is]", "nothing but function words"},
		{"the ferry ferry", "", nil, "ferry[ferri]", "each once"},
		{"isis attack", "", nil, "isis[isi] attack[attack]", "small letters"},
		{"ISIS attack", "", nil, "isis[isis isi] attack[attack]", "an acronym is found by its small form too"},
		{"wie viele Fähren sanken und wann", "", []string{"de"}, "fahren[fahr fahren] sanken[sank]", "German is guessed from its function words"},
		{"did the ferry die", "", []string{"de"}, "ferry[ferri ferry] die[die]", "no German article in an English question"},
		{"US ships", "", nil, "u.s[uǀs] ships[ship]", "not a pronoun"},
		{"", "", nil, "", "empty"},
		{"?!", "", nil, "", "no words"},
	} {
		var got []string
		for _, term := range Terms(c.question, c.lang, c.more...) {
			got = append(got, fmt.Sprint(term.Exact, term.Index))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s: %q\n%s", c.odd, c.question, diff)
		}
	}
}

func TestValue(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       float64
		n          int
		ok         bool
		odd        string
	}{
		{"en", "2,600 tonnes", 2600, 1, true, "grouped"},
		{"en", "$1 million fine", 1e6, 2, true, "scale word"},
		{"en", "2.3bn", 2.3e9, 2, true, "glued scale"},
		{"en", "10k", 1e4, 2, true, "one letter, glued"},
		{"en", "5 m away", 5, 1, true, "one letter, apart: a length"},
		{"en", "3 lakh crore", 3e12, 3, true, "two scales"},
		{"en", "forty-six million", 46e6, 2, true, "in words"},
		{"en", "twelve hundred", 1200, 1, true, "hundreds above ten"},
		{"en", "2.5 thousand", 2500, 2, true, "a fraction of a thousand"},
		{"de", "2,5 Millionen", 2.5e6, 2, true, "German"},
		{"hi", "१२ लाख", 12e5, 2, true, "Hindi"},
		{"en", "23:40", 0, 0, false, "clock"},
		{"en", "million", 0, 0, false, "a word"},
		{"en", "2, million", 2e6, 2, true, "a slip of the comma"},
		{"en", "2. 5 million", 2, 1, true, "another number follows"},
	} {
		v, n, ok := Value(Tokenize(c.text, c.lang), 0)
		if diff := v - c.want; diff > 1e-3 || diff < -1e-3 || n != c.n || ok != c.ok {
			t.Errorf("%s: %q is %v, %d, %v", c.odd, c.text, v, n, ok)
		}
	}
	if _, _, ok := Value(nil, 0); ok {
		t.Error("no tokens have a value")
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b      string
		limit, wd int
		odd       string
	}{
		{"ferry", "ferry", 2, 0, "equal"},
		{"ferry", "fery", 2, 1, "dropped"},
		{"ferry", "ferrey", 2, 1, "inserted"},
		{"ferry", "fenry", 2, 1, "replaced"},
		{"ferry", "fery r", 5, 3, "three"},
		{"teh", "the", 2, 1, "swapped"},
		{"ca", "abc", 3, 3, "no letter is edited twice"},
		{"kitten", "sitting", 3, 3, "the usual example"},
		{"kitten", "sitting", 2, 3, "beyond the limit"},
		{"", "abc", 5, 3, "from nothing"},
		{"گلاب", "گلب", 2, 1, "runes, not bytes"},
	} {
		if d := Distance(c.a, c.b, c.limit); d != c.wd {
			t.Errorf("%s: Distance(%q, %q, %d) = %d, not %d", c.odd, c.a, c.b, c.limit, d, c.wd)
		}
		if d := Distance(c.b, c.a, c.limit); d != c.wd {
			t.Errorf("%s: Distance(%q, %q, %d) = %d, not %d", c.odd, c.b, c.a, c.limit, d, c.wd)
		}
	}
}

func TestSound(t *testing.T) {
	for _, pair := range [][2]string{
		{"Mohammed", "Muhamad"}, {"Katherine", "Catharine"}, {"Philip", "Filip"}, {"Kadhafi", "Qaddafi"}, {"Zelensky", "Zelenskiy"},
		{"fertilizer", "fertiliser"}, {"Dnepr", "Dneper"}, {"embarrass", "embaras"},
	} {
		if a, b := Sound(pair[0]), Sound(pair[1]); a != b {
			t.Errorf("%s sounds %q and %s sounds %q", pair[0], a, pair[1], b)
		}
	}
	for _, pair := range [][2]string{{"Martin", "Marvin"}, {"Iran", "Iraq"}, {"port", "poem"}, {"strike", "stripe"}} {
		if a, b := Sound(pair[0]), Sound(pair[1]); a == b {
			t.Errorf("%s and %s both sound %q", pair[0], pair[1], a)
		}
	}
	if Sound("کتاب") != "کتاب" {
		t.Error("another script is its own key")
	}
}

func TestManyGoroutinesShareTheMemo(t *testing.T) {
	want := exacts(Tokenize(report, "en"))
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for j := range 20 {
				Tokenize(strings.Repeat(fmt.Sprint("w", i, "x", j, " "), 50), "en")
				if exacts(Tokenize(report, "en")) != want {
					t.Error("the same text gave other tokens")
				}
			}
		})
	}
	wg.Wait()
}
