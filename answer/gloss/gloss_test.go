package gloss

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// languages are those that have a list.
var languages = []string{"ar", "de", "es", "fa", "fr", "hi", "it", "nl", "ps", "pt", "ru", "tr", "ur"}

func TestWords(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"de", "Wie viele Soldaten wurden an der Grenze getötet?", "how many? soldier border kill"},
		{"de", "Warum scheiterten die Friedensverhandlungen?", "why? fail negotiation"},
		{"tr", "Görüşmeler kaç gün sürdü?", "talks how many? day last"},
		{"fa", "آتش\u200cبس در چه تاریخی امضا شد؟", "ceasefire when? sign"},
		{"ur", "سرحد کیوں بند ہے؟", "border why? closed"},
		{"ar", "متى بدأت المحادثات؟", "when? start talks"},
		{"es", "¿Por qué cerraron la frontera?", "why? close border"},
		{"ru", "Кто подписал соглашение?", "who? sign agreement"},
		{"hi", "सीमा क्यों बंद है?", "border why? closed"},
	} {
		var got []string
		for _, w := range Of(c.lang).Words(c.text) {
			switch {
			case w.Asks:
				got = append(got, w.English[0]+"?")
			case len(w.English) > 0:
				got = append(got, w.English[0])
			default:
				got = append(got, "("+c.text[w.Start:w.End]+")")
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s %q (-want +got): %s", c.lang, c.text, diff)
		}
	}
	if Of("en") != nil || Of("xx") != nil || Of("../words/de") != nil {
		t.Error("a lexicon of no language")
	}
}

// Unknown words are told, small ones are not; a word is where it stands.
func TestUnknownWords(t *testing.T) {
	text := "Wer ist Jördis Grossmann?"
	var unknown []string
	for _, w := range Of("de").Words(text) {
		if w.English == nil {
			unknown = append(unknown, text[w.Start:w.End])
		}
	}
	if diff := cmp.Diff([]string{"Jördis", "Grossmann"}, unknown); diff != "" {
		t.Error(diff)
	}
}

// english is how the English side of a line looks.
var english = regexp.MustCompile(`^\??[a-z]+(?: [a-z]+)*$`)

func TestListsAreWellFormed(t *testing.T) {
	for _, lang := range languages {
		b, err := files.ReadFile("words/" + lang + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		if !norm.NFC.IsNormal(b) || !utf8.Valid(b) {
			t.Errorf("%s: not in normal form C", lang)
		}
		seen, asks := map[string]bool{}, 0
		for line := range strings.Lines(string(b)) {
			head, forms, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			if !ok || !english.MatchString(head) || seen[head] || strings.TrimSpace(forms) == "" || strings.Contains(forms, "\t") || strings.Contains(forms+",", ", ,") {
				t.Errorf("%s: %q", lang, line)
			}
			if seen[head] = true; head[0] == '?' {
				asks++
			}
		}
		if len(seen) < 400 || asks != 12 {
			t.Errorf("%s: %d words, %d of them ask", lang, len(seen), asks)
		}
	}
}

func TestLatin(t *testing.T) {
	for word, want := range map[string]string{"استانبول": "astanbul", "دوحه": "duha", "стамбул": "stambul", "दिल्ली": "dilli", "oslo": "oslo"} {
		if got := Latin(word); got != want {
			t.Errorf("Latin(%q) = %q, want %q", word, got, want)
		}
	}
}

// Whatever is asked, words come in order, do not overlap, and lie within the text.
func TestAnyQuestion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lang, text := rapid.SampledFrom(languages).Draw(t, "lang"), rapid.String().Draw(t, "text")
		at := 0
		for _, w := range Of(lang).Words(text) {
			if w.Start < at || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("%+v after %d of %d", w, at, len(text))
			}
			at = w.End
		}
	})
}
