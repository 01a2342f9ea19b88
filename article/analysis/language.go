package analysis

import (
	"embed"
	"strings"
	"sync"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"
)

// stopFiles hold one list a language, in its own spelling.
//
//go:embed stop/*.txt
var stopFiles embed.FS

// language is what differs between languages. It is immutable but for its memo.
type language struct {
	tag string
	// stem works on lower-case words with their diacritics, nil where the library has no stemmer.
	stem func(*snowballstem.Env) bool
	stop map[string]bool
	// script is the one that the language is written in; words in another script follow that script's rules.
	script script
	// comma says that "2,5" is a decimal and "2.500" a thousand.
	comma bool
	// apostrophe says what follows one: an English possessive, a Turkish case ending, a French elision before it.
	apostrophe apostrophe
	memo       memo
}

type script uint8

const (
	latin script = iota
	arabicScript
	cyrillic
	devanagari
	otherScript
)

type apostrophe uint8

const (
	possessive apostrophe = iota
	ending
	elision
)

var languages = sync.OnceValue(func() map[string]*language {
	all := []*language{
		{tag: "en", stem: english.Stem},
		{tag: "de", stem: german.Stem, comma: true},
		{tag: "nl", stem: dutch.Stem, comma: true},
		{tag: "fr", stem: french.Stem, comma: true, apostrophe: elision},
		{tag: "it", stem: italian.Stem, comma: true, apostrophe: elision},
		{tag: "es", stem: spanish.Stem, comma: true},
		{tag: "pt", stem: portuguese.Stem, comma: true},
		{tag: "ro", stem: romanian.Stem, comma: true},
		{tag: "tr", stem: turkish.Stem, comma: true, apostrophe: ending},
		{tag: "da", stem: danish.Stem, comma: true},
		{tag: "no", stem: norwegian.Stem, comma: true},
		{tag: "sv", stem: swedish.Stem, comma: true},
		{tag: "fi", stem: finnish.Stem, comma: true},
		{tag: "hu", stem: hungarian.Stem, comma: true},
		{tag: "ru", stem: russian.Stem, comma: true, script: cyrillic},
		{tag: "ar", stem: arabic.Stem, script: arabicScript},
		{tag: "fa", script: arabicScript},
		{tag: "ur", script: arabicScript},
		{tag: "ps", script: arabicScript},
		{tag: "hi", script: devanagari},
	}
	byTag := make(map[string]*language, len(all))
	for _, l := range all {
		l.stop = stopList(l.tag)
		byTag[l.tag] = l
	}
	return byTag
})

// stopList reads a language's list, folded. A language without a list has no stop words.
func stopList(tag string) map[string]bool {
	b, err := stopFiles.ReadFile("stop/" + tag + ".txt")
	if err != nil {
		return nil
	}
	words := map[string]bool{}
	for w := range strings.FieldsSeq(string(b)) {
		words[Fold(w)] = true
	}
	return words
}

// byScript are the rules for words in a script that the text's own language is not written in.
var byScript = sync.OnceValue(func() map[script]*language {
	all := languages()
	arab := &language{script: arabicScript, stop: map[string]bool{}}
	for _, tag := range []string{"ar", "fa", "ur", "ps"} {
		for w := range all[tag].stop {
			arab.stop[w] = true
		}
	}
	return map[script]*language{
		latin: all["en"], arabicScript: arab, cyrillic: all["ru"], devanagari: all["hi"], otherScript: {script: otherScript},
	}
})

// lookup finds the rules for a BCP 47 tag: those of its first subtag, English where there are none of its own.
func lookup(tag string) *language {
	all := languages()
	if tag == "" || tag == "en" {
		return all["en"]
	}
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch base {
	case "nb", "nn":
		base = "no"
	case "prs":
		base = "fa"
	}
	if l, ok := all[base]; ok {
		return l
	}
	return all["en"]
}

// SameRules says that texts of two languages, BCP 47 tags, are taken apart alike; "" is no language.
func SameRules(a, b string) bool { return lookup(a) == lookup(b) }

// of returns the rules for a word that begins with r in a text of language l.
func (l *language) of(r rune) *language {
	s := scriptOf(r)
	if s == l.script {
		return l
	}
	return byScript()[s]
}

func scriptOf(r rune) script {
	switch {
	case r < 0x0250 || unicode.Is(unicode.Latin, r):
		return latin
	case unicode.Is(unicode.Arabic, r):
		return arabicScript
	case unicode.Is(unicode.Cyrillic, r):
		return cyrillic
	case unicode.Is(unicode.Devanagari, r):
		return devanagari
	}
	return otherScript
}

// stemOf is the folded stem of a word, whose folded form is exact. Stemmers other than the English one know the diacritics
// of their language, so they see the word as it stood.
func (l *language) stemOf(word, exact string) string {
	if l.stem == nil || len(exact) < 3 || len(exact) > maxTerm {
		return exact
	}
	if l.tag != "en" {
		env := snowballstem.NewEnv(strings.ToLower(word))
		l.stem(env)
		if s := Fold(env.Current()); s != "" {
			return s
		}
		return exact
	}
	env := snowballstem.NewEnv(exact)
	l.stem(env)
	return env.Current()
}

// smallStem is the stem of a folded word as if the text had it in small letters.
func (l *language) smallStem(exact string) string {
	f := l.memo.get(exact, false)
	if f == nil {
		f = l.read(exact, false)
		l.memo.put(f)
	}
	if f.exact != exact { // it stands for another word
		return l.stemOf(exact, exact)
	}
	return f.stem
}
