package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTerm is the most bytes that a term takes in the index; a longer word is known by its first 40.
const maxTerm = 40

// dot and colon stand for the signs within a term ("u.s", "2.3", "23:40"): letters that no language of news uses, so that a
// full-text tokenizer which splits at punctuation keeps the term whole.
const dot, colon = 'ǀ', 'ǁ'

// Term is the stem as it stands in the index: letters and digits only, at most 40 bytes.
func (t Token) Term() string { return spell(t.Stem) }

// spell writes a stem so that FTS5's unicode61 takes it as one token.
func spell(stem string) string {
	if len(stem) <= maxTerm && isPlain(stem) {
		return stem
	}
	var b strings.Builder
	for _, r := range stem {
		switch {
		case r == '.':
			r = dot
		case r == ':':
			r = colon
		case unicode.IsMark(r) && r >= 0x0900 && r < 0x2200:
			// A vowel sign would split the word: it takes a letter of private use, which unicode61 keeps.
			r += 0xE000 - 0x0900
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Co, r):
			continue
		}
		if b.Len()+utf8.RuneLen(r) > maxTerm {
			break
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isPlain says that s holds only ASCII letters and digits.
func isPlain(s string) bool {
	for i := range len(s) {
		if !isLetter(s[i]) && !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// Index returns the terms of a text of that language for the index, in text order with repeats, each safe as one word of a blank-
// separated text under FTS5's unicode61. Function words are left out. An acronym whose small-letter spelling would be
// stemmed stands in both forms, so that "isis" finds ISIS.
func Index(text, lang string) []string {
	return IndexTokens(Tokenize(text, lang), lang)
}

// IndexTokens is Index for a text whose tokens are at hand, of the same language.
func IndexTokens(tokens []Token, lang string) []string {
	return AppendIndex(make([]string, 0, len(tokens)), tokens, lang)
}

// AppendIndex is IndexTokens at the end of a list.
func AppendIndex(terms []string, tokens []Token, lang string) []string {
	l := lookup(lang)
	for i := range tokens {
		t := &tokens[i]
		if t.Stop {
			continue
		}
		term := t.Term()
		if term == "" {
			continue
		}
		terms = append(terms, term)
		if t.Cap && t.Kind == Word && t.Stem == t.Exact && isPlain(t.Exact) {
			if small := spell(l.smallStem(t.Exact)); small != term {
				terms = append(terms, small)
			}
		}
	}
	return terms
}
