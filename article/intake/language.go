package intake

import (
	"slices"
	"unicode"

	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"

	"parley/article/analysis"
)

// enoughLetters is how many letters whatlanggo's own word for its certainty needs, fewLetters how many a detection needs at all.
const (
	enoughLetters = 200
	fewLetters    = 60
)

// sample bounds what detection looks at, in bytes: more of a text does not change the outcome.
const sample = 20_000

// byFunctionWords are the languages of one script whose function words we know.
var byFunctionWords = []string{"en", "de", "fr", "es", "it", "pt", "nl", "tr"}

// detect returns the BCP 47 tag of a text's language, or "" where the text is short or detection is not sure. Where whatlanggo
// is not certain, which names from elsewhere and long texts make it, it is believed if the text's function words say the same.
func detect(text string) string {
	text = head(text, sample)
	n := letters(text)
	if n < fewLetters {
		return ""
	}
	info := whatlanggo.Detect(text)
	tag := info.Lang.Iso6391()
	if n >= enoughLetters && info.IsReliable() {
		return tag
	}
	if slices.Contains(byFunctionWords, tag) {
		if analysis.Guess(text, byFunctionWords...) == tag {
			return tag
		}
		return ""
	}
	if info.IsReliable() {
		return tag
	}
	return ""
}

// declared returns tag's base language as a page declares it, or "" where it is no language or the text is in another script
// than that language is written in: templates carry lang="en" around any language.
func declared(tag, text string) string {
	parsed, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	base, sure := parsed.Base()
	if sure == language.No || base.String() == "und" {
		return ""
	}
	script, sure := parsed.Script()
	if sure != language.No && !written(head(text, sample), script.String()) {
		return ""
	}
	return base.String()
}

// written says that at least a fifth of text's letters are in script (an ISO 15924 code), or that the code names no one table.
func written(text, script string) bool {
	table := scripts[script]
	if table == nil {
		return true
	}
	in, all := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			all++
			if unicode.Is(table, r) {
				in++
			}
		}
	}
	return in*5 >= all
}

// scripts are the tables of the ISO 15924 codes that hold one Unicode script. Japanese and Korean mix several and are left out.
var scripts = map[string]*unicode.RangeTable{
	"Latn": unicode.Latin, "Cyrl": unicode.Cyrillic, "Arab": unicode.Arabic, "Hebr": unicode.Hebrew, "Grek": unicode.Greek,
	"Deva": unicode.Devanagari, "Beng": unicode.Bengali, "Guru": unicode.Gurmukhi, "Gujr": unicode.Gujarati, "Taml": unicode.Tamil,
	"Telu": unicode.Telugu, "Knda": unicode.Kannada, "Mlym": unicode.Malayalam, "Sinh": unicode.Sinhala, "Thai": unicode.Thai,
	"Geor": unicode.Georgian, "Armn": unicode.Armenian, "Ethi": unicode.Ethiopic, "Khmr": unicode.Khmer, "Mymr": unicode.Myanmar,
	"Hans": unicode.Han, "Hant": unicode.Han,
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// head is at most n bytes of s, cut between two characters.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return s[:n]
}
