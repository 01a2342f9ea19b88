package analysis

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// exacts spells tokens for comparing: # marks a number, ~ a joined form, and function words stand in brackets.
func exacts(tokens []Token) string {
	var out []string
	for _, t := range tokens {
		w := t.Exact
		if t.Kind == Number {
			w = "#" + w
		}
		if t.Joined {
			w = "~" + w
		}
		if t.Stop {
			w = "(" + w + ")"
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

func TestTokenize(t *testing.T) {
	for _, c := range []struct{ lang, text, want, odd string }{
		{"en", "The dam burst.", "(the) dam burst", "plain"},
		{"en", "U.S. envoys met us", "u.s envoys met (us)", "dotted acronym that would be a function word"},
		{"en", "US envoys met", "u.s envoys met", "the same without dots"},
		{"en", "T.T.P. and TTP and T.T.P", "ttp (and) ttp (and) ttp", "dotted and plain are one"},
		{"en", "The WHO said it did NOT know who", "(the) w.h.o said (it) (did) (not) know (who)", "an acronym, an emphasis, a pronoun"},
		{"en", "cease-fire", "cease fire ~ceasefire", "hyphen"},
		{"en", "a Norway-Sweden deal", "(a) norway sweden deal", "a pair of names is not joined"},
		{"en", "an F-16 over", "(an) f #16 ~f16 (over)", "name with a number"},
		{"en", "a 48-hour strike", "(a) #48 hour strike", "number with its noun"},
		{"en", "2,600 2600 26,00 1,234,567", "#2600 #2600 #26 #0 #1234567", "groups of three only"},
		{"en", "12,34,567 people", "#1234567 people", "Indian groups"},
		{"en", "2.600 and 1.234.567", "#2.6 (and) #1234567", "a point is a decimal unless there are two"},
		{"de", "2.600 und 2,5", "#2600 (und) #2.5", "the other way about in German"},
		{"en", "2012.12:01", "#2012 #12:01", "a glued clock is no decimal"},
		{"en", "2025.10.28", "#2025 #10 #28", "a dotted date is no decimal"},
		{"en", "12.11.2025", "#12 #11 #2025", "a dotted date, day first"},
		{"en", "at 23:40, 9:05 and 09:05", "(at) #23:40 #9:05 (and) #9:05", "clock times"},
		{"en", "3:100", "#3 #100", "no clock"},
		{"en", "2.3% or 40 percent or 40 per cent", "#2.3 percent (or) #40 percent (or) #40 percent", "percent"},
		{"en", "$1 million", "#1 million", "scale words stay"},
		{"en", "the 19th and the nineteenth", "(the) #19 (and) (the) #19", "ordinals"},
		{"en", "two thousand six hundred", "#2600", "in words"},
		{"en", "one hundred and eighteen dead", "#118 dead", "and within a number"},
		{"en", "forty-six or twenty five", "#46 (or) #25", "hyphen or blank"},
		{"en", "the twenty-first", "(the) #21", "ordinal in words"},
		{"en", "eleven, twelve", "#11 #12", "a list is not a sum"},
		{"en", "two three", "#2 #3", "two words that do not add up"},
		{"en", "10 thousand crates", "#10000 crates", "digits before a word"},
		{"en", "a dozen ships", "(a) dozen ships", "dozen is a word"},
		{"en", "hundreds of ships", "hundreds (of) ships", "hundreds is a word"},
		{"en", "no one and one of them; one ship", "(no) (one) (and) (one) (of) (them) (#1) ship", "one as pronoun and as number"},
		{"en", "first second", "first second", "words"},
		{"en", "Harbour's harbour’s HARBOUR'S", "harbour harbour harbour", "possessives"},
		{"en", "don't whos dont we'll", "(dont) (who) (dont) (we)", "contractions"},
		{"en", "O'Brien and Sana'a", "obrien (and) sanaa", "apostrophe within a name"},
		{"en", "wat abt ppl in teh port", "(what) (about) people (in) (the) port", "chat"},
		{"en", "5km 10k 7pm 4x4 14b 1990s", "#5 km #10 k #7 pm 4x4 14b 1990s", "glued letters"},
		{"en", "STRIKE AT US PORT", "strike (at) (us) port", "a line in capitals marks no acronyms"},
		{"en", "in May we may", "(in) may (we) (may)", "month"},
		{"en", "end.Start", "end start", "glued sentence"},
		{"en", "Łódź Weiß Sørli İzmir Ilgın", "lodz weiss sorli izmir ilgin", "letters without decomposition"},
		{"tr", "İzmir'de görüşmeler", "izmir gorusmeler", "Turkish case ending"},
		{"fr", "l'accord d'hier", "accord hier", "elision"},
		{"ur", "۲۰۲۱ میں ۲٬۶۰۰ افراد", "#2021 (میں) #2600 افراد", "digits of another script"},
		{"", "كتاب کتاب", "کتاب کتاب", "Arabic and Persian kaf"},
		{"", "قُرْآن می\u200cخواهم", "قران میخواهم", "harakat and joiner"},
		{"hi", "हिन्दी में १२", "हिन्दी (में) #12", "Devanagari keeps vowel signs"},
		{"", "北京市", "北京 京市", "no blanks: pairs"},
		{"", "“quoted” ‘single’ …", "quoted single", "typographic quotes"},
		{"", "\x00\xff\xfe", "", "broken text"},
	} {
		if diff := cmp.Diff(c.want, exacts(Tokenize(c.text, c.lang))); diff != "" {
			t.Errorf("%s: %q\n%s", c.odd, c.text, diff)
		}
	}
}
