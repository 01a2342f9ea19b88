// Package gloss puts the words of a question that is not in English into English ones, for a search among English articles; it knows the
// vocabulary of news and no more, and nothing that it says is ever shown for an answer.
package gloss

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"parley/article/analysis"
)

// files hold one list a language, written for Parley: a line has an English word, a tab, and the forms that stand for it, parted by commas. The
// English of a question word begins with a question mark.
//
//go:embed words/*.tsv
var files embed.FS

// Word is a stretch of a question that says one thing, in bytes of the question.
type Word struct {
	Start, End int
	// English are the words that it may mean, the likeliest first; nil where it is not known.
	English []string
	// Asks says that it is a question word, Denies that it turns what is asked round: then English is "not".
	Asks, Denies bool
	// Part says that no more than a part of it is known: it may be a name that begins or ends like a word.
	Part bool
}

// Lexicon is the list of one language.
type Lexicon struct {
	lang string
	// exact and stems are the English words by the forms, and by their stems, joined by blanks.
	exact, stems map[string][]string
	// small are those that are small words but for their diacritics, by their own spelling in small letters: Turkish öldü, killed, and oldu, was.
	small map[string][]string
	// longest is how many words a form has at most.
	longest int
}

// lexicons are loaded when they are first asked for.
var lexicons sync.Map

// Of returns the lexicon of a language, a BCP 47 tag without subtags; nil where there is none.
func Of(tag string) *Lexicon {
	if l, ok := lexicons.Load(tag); ok {
		return l.(*Lexicon)
	}
	b, err := files.ReadFile("words/" + tag + ".tsv")
	if err != nil {
		return nil
	}
	l, _ := lexicons.LoadOrStore(tag, parse(tag, string(b)))
	return l.(*Lexicon)
}

func parse(tag, tsv string) *Lexicon {
	l := &Lexicon{lang: tag, exact: map[string][]string{}, stems: map[string][]string{}, small: map[string][]string{}}
	for line := range strings.Lines(tsv) {
		english, forms, _ := strings.Cut(strings.TrimSpace(line), "\t")
		for form := range strings.SplitSeq(forms, ",") {
			toks := l.words(form)
			if len(toks) == 0 {
				continue
			}
			if len(toks) == 1 && toks[0].Stop && english[0] != '?' {
				if spelling := strings.ToLower(strings.TrimSpace(form)); analysis.Fold(spelling) != spelling {
					add(l.small, spelling, english) // others are small words, whatever else they mean: French est
				}
				continue
			}
			add(l.exact, joined(toks, exactOf), english)
			add(l.stems, joined(toks, stemOf), english)
			l.longest = max(l.longest, len(toks))
		}
	}
	return l
}

func add(to map[string][]string, key, english string) {
	if !slices.Contains(to[key], english) {
		to[key] = append(to[key], english)
	}
}

func (l *Lexicon) words(text string) []analysis.Token {
	return slices.DeleteFunc(analysis.Tokenize(text, l.lang), func(t analysis.Token) bool { return t.Joined })
}

func exactOf(t analysis.Token) string { return t.Exact }
func stemOf(t analysis.Token) string  { return t.Stem }

func joined(toks []analysis.Token, of func(analysis.Token) string) string {
	parts := make([]string, len(toks))
	for i, t := range toks {
		parts[i] = of(t)
	}
	return strings.Join(parts, " ")
}

// Words takes a question apart, from left to right, the longest forms first. Small words that stand for nothing are left out.
func (l *Lexicon) Words(text string) []Word {
	toks := l.words(text)
	var out []Word
	for i := 0; i < len(toks); {
		w, n := l.at(toks[i:], text)
		if n == 1 && i > 0 && headOnly[toks[i].Exact] && w.Asks {
			w, n = Word{}, 0
		}
		switch {
		case n == 0 && denials[l.lang][toks[i].Exact]:
			w, n = Word{English: []string{"not"}, Denies: true}, 1
		case n == 0 && !toks[i].Stop:
			w = l.part(toks[i])
			w.Part = true
		}
		if n > 0 || !toks[i].Stop {
			w.Start, w.End = toks[i].Start, toks[i+max(0, n-1)].End
			out = append(out, w)
		}
		i += max(1, n)
	}
	return out
}

// headOnly are question words that ask only at the head of a question; elsewhere they are small words: Arabic "who" is "from", and "what" is "not".
var headOnly = map[string]bool{"من": true, "ما": true, "اي": true}

// at is the longest form at the head of some words of a text, and how many of them it has; 0 where there is none. A small word is only known as a question
// word, or by its diacritics.
func (l *Lexicon) at(toks []analysis.Token, text string) (Word, int) {
	for n := min(l.longest, len(toks)); n > 0; n-- {
		english := l.exact[joined(toks[:n], exactOf)]
		switch {
		case n == 1 && toks[0].Stop:
			if english == nil || english[0][0] != '?' {
				english = l.small[strings.ToLower(text[toks[0].Start:toks[0].End])]
			}
		case english == nil:
			english = l.stems[joined(toks[:n], stemOf)]
		}
		if english != nil {
			return word(english), n
		}
	}
	return Word{}, 0
}

// denials are the words by which a question denies, folded.
var denials = foldedSets(map[string]string{"de": "nicht kein keine keinen keiner keinem nie niemals", "fr": "ne pas jamais aucun aucune", "es": "no nunca jamás ningún ninguna", "it": "non mai nessun nessuna nessuno",
	"pt": "não nunca nenhum nenhuma", "nl": "niet geen nooit", "ru": "не нет никогда", "tr": "değil", "ar": "لا لم لن ليس ليست غير", "fa": "نه نیست نیستند نشد نبود", "ur": "نہیں نہ", "ps": "نه نۀ", "hi": "नहीं न मत"})

func foldedSets(of map[string]string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for tag, list := range of {
		out[tag] = map[string]bool{}
		for w := range strings.FieldsSeq(list) {
			out[tag][analysis.Fold(w)] = true
		}
	}
	return out
}

// Known counts the words of a text that the language has, question words and such as deny double.
func (l *Lexicon) Known(text string) int {
	n := 0
	for _, w := range l.Words(text) {
		switch {
		case w.Asks || w.Denies:
			n += 2
		case len(w.English) > 0:
			n++
		}
	}
	return n
}

func word(english []string) Word {
	if first, asks := strings.CutPrefix(english[0], "?"); asks {
		return Word{English: []string{first}, Asks: true}
	}
	return Word{English: slices.DeleteFunc(slices.Clone(english), func(s string) bool { return s[0] == '?' })}
}

const (
	// root and head are how many letters a form has at least that is known by its beginning, with an ending of its language behind it, or by the end
	// of a compound.
	root, head = 4, 5
	// endings is how many letters such an ending has at most.
	endings = 3
)

// compounding are the languages that write compounds as one word, of which the last part says what it is.
var compounding = map[string]bool{"de": true, "nl": true}

// proclitics are the small words that Arabic writes together with the next one, the longest first; bare is how many letters must remain.
var proclitics = map[string][]string{"ar": {"وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ف", "ل", "ك", "س"}}

const bare = 3

// part is what a word means of which only a part is known: a form with another ending, behind a small word, or the last part of
// a compound.
func (l *Lexicon) part(t analysis.Token) Word {
	for _, w := range []string{t.Exact, t.Stem} {
		letters := []rune(w)
		for n := len(letters) - 1; n >= max(root, len(letters)-endings); n-- {
			if english := l.exact[string(letters[:n])]; english != nil {
				return word(english)
			}
		}
	}
	for _, p := range proclitics[l.lang] {
		if rest, ok := strings.CutPrefix(t.Exact, p); ok && utf8.RuneCountInString(rest) >= bare && l.exact[rest] != nil {
			return word(l.exact[rest])
		}
	}
	if compounding[l.lang] {
		for i := range t.Exact {
			if rest := t.Exact[i:]; i > 0 && utf8.RuneCountInString(rest) >= head && l.exact[rest] != nil {
				return word(l.exact[rest])
			}
		}
	}
	return Word{}
}
