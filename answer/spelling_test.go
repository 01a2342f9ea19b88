package answer

import (
	"strings"
	"testing"

	"parley/article/analysis"
)

func TestAWordOfThousandsOfLettersIsNotLookedUp(t *testing.T) {
	word := func(s string) concept {
		return concept{token: analysis.Token{Kind: analysis.Word, Exact: s}, counts: 1}
	}
	if doubtful(word(strings.Repeat("qx", 10_000))) {
		t.Error("a word of 20,000 letters would be corrected")
	}
	if !doubtful(word("ceasefyre")) {
		t.Error("a misspelled word would not be")
	}
}
