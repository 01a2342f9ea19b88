package analysis

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Term is a word of a question that is worth searching.
type Term struct {
	// Token is the word as the question's own language has it; its offsets are those of the question.
	Token
	// Index are the spellings under which the word may stand in the index, by the question's language first and then by the others,
	// without repeats; never empty.
	Index []string
}

// asking are English words by which people put a question, and not part of what they ask; they are searched only where
// nothing else is left.
var asking = map[string]bool{
	"tell": true, "explain": true, "know": true, "please": true, "pls": true, "plz": true, "thanks": true, "thx": true, "thank": true,
	"hey": true, "hello": true, "wondering": true, "idk": true, "lol": true, "lmao": true, "omg": true, "wtf": true, "tldr": true,
	"anyone": true, "someone": true, "anybody": true, "somebody": true, "guys": true, "rn": true, "actually": true, "exactly": true,
}

// Terms returns the words of a question that are worth searching, in order, each once. lang is the question's language; where
// it is "" it is guessed from function words among English and more, the languages of the articles that are to be searched.
// A question of nothing but function words gives all of them.
func Terms(question, lang string, more ...string) []Term {
	if lang == "" {
		lang = Guess(question, append([]string{"en"}, more...)...)
	}
	tokens := Tokenize(question, lang)
	terms := gather(tokens, func(t Token) bool { return !t.Stop && !asking[t.Exact] })
	if len(terms) == 0 {
		terms = gather(tokens, func(t Token) bool { return !t.Stop })
	}
	if len(terms) == 0 {
		terms = gather(tokens, func(Token) bool { return true })
	}
	for _, l := range append([]string{lang}, more...) {
		addSpellings(terms, l)
	}
	return terms
}

func gather(tokens []Token, keep func(Token) bool) []Term {
	var terms []Term
	for _, t := range tokens {
		known := slices.ContainsFunc(terms, func(have Term) bool { return have.Exact == t.Exact })
		if !known && keep(t) && t.Term() != "" {
			terms = append(terms, Term{Token: t, Index: []string{t.Term()}})
		}
	}
	return terms
}

// addSpellings adds to each term how a text in lang would have it in the index: stemmed, and as an acronym.
func addSpellings(terms []Term, lang string) {
	for i := range terms {
		t := &terms[i]
		if t.Kind == Number || strings.ContainsRune(t.Exact, '.') {
			continue
		}
		first, _ := utf8.DecodeRuneInString(t.Exact)
		t.spell(lookup(lang).of(first).stemOf(t.Exact, t.Exact))
		if t.Cap {
			t.spell(t.Exact)
		}
	}
}

// spell adds a spelling that the term does not have yet.
func (t *Term) spell(stem string) {
	if s := spell(stem); s != "" && !slices.Contains(t.Index, s) {
		t.Index = append(t.Index, s)
	}
}

// Guess returns which of the languages a short text is in: the first of those whose function words cover most of its tokens.
// It is a guess for choosing rules by, never to be shown; "" where langs is empty.
func Guess(text string, langs ...string) string {
	best, most := "", -1
	for _, lang := range langs {
		l, n := lookup(lang), 0
		for _, t := range Tokenize(text, lang) {
			if t.Stop && l.stop[t.Exact] {
				n++
			}
		}
		if n > most {
			best, most = lang, n
		}
	}
	return best
}
