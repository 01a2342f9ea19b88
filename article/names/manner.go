package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// alsoWords are names that are words in small letters. Some are so seldom meant as words where people ask about the news that
// a text without any capital may mean the name; the others never are the name without their capital.
var alsoWords = map[string]manner{
	"turkey": uncased, "china": uncased, "guinea": uncased, "jersey": uncased, "polish": uncased, "pentagon": uncased, "america": anyCase,
	"chad": capital, "male": capital, "pole": capital, "poles": capital, "dane": capital, "man": capital, "nice": capital, "suede": capital,
	"indie": capital, "swede": capital, "swedes": capital, "emirates": capital, "the states": capital, "lome": capital, "bern": capital,
	"victoria": capital, "sofia": capital, "wellington": capital, "praia": capital, "apia": capital, "lima": capital, "island": capital,
	"grace": capital, "security council": anyCase, "red cross": anyCase, "world court": anyCase, "turks": capital, "finn": capital,
	"finns": capital, "danes": capital, "brits": uncased, "marino": capital, "colon": capital, "san": capital, "somali": anyCase,
}

// mannerOf says in which dress a form is a name. Short acronyms are words of some language, and need their capitals.
func mannerOf(form string, keys []string) manner {
	if len(keys) != 1 {
		if m, ok := alsoWords[strings.Join(keys, " ")]; ok {
			return m
		}
		return anyCase
	}
	first, _ := utf8.DecodeRuneInString(form)
	if !unicode.IsUpper(first) {
		return anyCase
	}
	if m, ok := alsoWords[keys[0]]; ok {
		return m
	}
	switch n := utf8.RuneCountInString(keys[0]); {
	case keys[0] == "uk" || keys[0] == "eu":
		return uncased
	case n <= 2:
		return capital
	}
	return anyCase
}
