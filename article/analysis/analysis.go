// Package analysis turns text into the terms that index and question share: folded, normalised, stemmed.
// It is pure and knows no language model, no store and no article.
package analysis

// Kind is what a token is.
type Kind uint8

const (
	// Word is a run of letters, hyphenated parts apart.
	Word Kind = iota
	// Number is a quantity by value: "2,600" and "2600" and "two thousand six hundred" are one Exact form, "2600".
	Number
)

// Token is a word or a number of a text.
type Token struct {
	// Start and End are byte offsets into the text: text[Start:End] is what stood there.
	Start, End int
	// Exact is the folded form: case, diacritics (also ı, ß, ø, ł), Arabic-script variants; dotted capitals joined ("T.T.P." is
	// "ttp", "U.S." is "u.s" so that it is not "us"); numbers by value ("2,600" is "2600", "seventeen" is "17").
	Exact string
	// Stem is Exact's stem, or Exact where it has none (numbers, acronyms, languages without a stemmer).
	Stem string
	Kind Kind
	// Cap says that the text has a capital there: a name, perhaps, or the head of a sentence.
	Cap bool
	// Stop says that the word is a function word: it is never a search term by itself.
	Stop bool
	// Part and Joined handle hyphens: "cease-fire" gives cease (Part), fire (Part) and ceasefire (Joined, spanning both).
	Part, Joined bool
	// Possessive ’s is not part of the token.
}
