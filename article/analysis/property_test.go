package analysis

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

var someText = rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune(
	"aeiouTSPNdglrs .,:-'’%0123456789\n\u00ad\u200cßøłıİéةيكگہہं ि१९北京ЙЁйُـﬁ½²ᾳ"))))

func TestFoldIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someText.Draw(t, "text")
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Fatalf("%q folds to %q and that to %q", s, once, twice)
		}
	})
}

func TestTokensStandInTheText(t *testing.T) {
	langs := rapid.SampledFrom([]string{"", "en", "de", "tr", "fr", "ar", "ur", "hi", "ru", "xx", "zh-Hans"})
	rapid.Check(t, func(t *rapid.T) {
		checkTokens(t, someText.Draw(t, "text"), langs.Draw(t, "lang"))
	})
}

func FuzzTokenize(f *testing.F) {
	for _, s := range []string{"U.S.-backed 2,600.5% of one hundred and-two", "قُرْ۲٬۶۰۰", "\xff'’-‐A.B", "北京-x"} {
		f.Add(s, "en")
		f.Add(s, "ur")
	}
	f.Fuzz(func(t *testing.T, text, lang string) { checkTokens(t, text, lang) })
}

type failer interface{ Fatalf(string, ...any) }

func checkTokens(t failer, text, lang string) {
	start := 0
	for _, tok := range Tokenize(text, lang) {
		if tok.Start < 0 || tok.End > len(text) || tok.Start >= tok.End {
			t.Fatalf("%q: token %+v is not in the text", text, tok)
		}
		if tok.Start < start && !tok.Joined && scriptOf([]rune(text[tok.Start:])[0]) != otherScript {
			t.Fatalf("%q: token %+v is out of order", text, tok)
		}
		start = tok.Start
		if tok.Exact == "" || tok.Stem == "" {
			t.Fatalf("%q: token %+v has no form", text, tok)
		}
	}
	for _, term := range Index(text, lang) {
		if term == "" || len(term) > maxTerm || !utf8.ValidString(term) || strings.ContainsAny(term, " .,:-'\"*") {
			t.Fatalf("%q: term %q is not fit for the index", text, term)
		}
	}
	for _, term := range Terms(text, lang, "ru", "tr") {
		if len(term.Index) == 0 || term.Index[0] == "" {
			t.Fatalf("%q: term %+v has no spelling", text, term)
		}
	}
}
