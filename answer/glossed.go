package answer

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/article/analysis"
	"parley/article/names"

	"parley/answer/gloss"
	"parley/answer/thesaurus"
)

// A question in another language is looked for as it is first, in articles of its language. Where that finds no answer, its words are put into
// English, one by one, and looked for again: what is then shown are the articles' sentences, as ever.

const (
	// understood is the least share of a question's words that must be known, for its English to be looked for.
	understood = 0.6
	// soundsLong is how many sounds a name in another script has at least that is known by them: shorter ones sound like too much.
	soundsLong = 3
	// nameEdits is by how many letters a name of longName letters or more may differ in another language: Estambul, Istanbul.
	nameEdits, longName = 2, 7
)

// inEnglish looks for a question of another language in English words, and returns what it came to where that answers better than f; f otherwise.
func (d *Desk) inEnglish(ctx context.Context, ix Index, q Question, f *found) (*found, error) {
	lexicon, own := gloss.Of(f.query.lang), f.sure(f.choices())
	if lexicon == nil || own >= certain {
		return f, nil
	}
	g := glosser{lexicon: lexicon, book: f.book, index: ix}
	text, share, err := g.gloss(ctx, f.query.text)
	if err != nil {
		return nil, fmt.Errorf("gloss: %w", err)
	}
	if share < understood {
		return f, nil
	}
	q.Text = text
	other, err := d.search(ctx, ix, q, f.book)
	if err != nil {
		return nil, err
	}
	other.corrected, other.understood = text, share
	if other.sure(other.choices()) > own {
		return other, nil
	}
	return f, nil
}

// glosser puts a question into English words.
type glosser struct {
	lexicon *gloss.Lexicon
	book    *names.Book
	index   Index
	words   []string
	// known and all are how many of its content words are known, and how many there are.
	known, all int
}

// gloss is a question in English words, in its own order, and the share of its content words that they stand for, 0 where it has none.
func (g *glosser) gloss(ctx context.Context, text string) (string, float64, error) {
	at := 0
	for _, m := range append(g.book.Find(text), names.Match{Start: len(text), End: len(text)}) {
		if m.Start < at || m.End > m.Start && g.plainly(text[m.Start:m.End]) {
			continue
		}
		if err := g.plain(ctx, text[at:m.Start]); err != nil {
			return "", 0, err
		}
		if m.End > m.Start {
			g.put(g.nameOf(text[m.Start:m.End]), true)
		}
		at = m.End
	}
	if g.all == 0 {
		return "", 0, nil
	}
	return strings.Join(g.words, " "), float64(g.known) / float64(g.all), nil
}

// plainly says that what may be a name is a word: it is written small, or the language has it: Arabic "the island", which is Algiers too.
func (g *glosser) plainly(name string) bool {
	if r, _ := utf8.DecodeRuneInString(name); unicode.IsLower(r) {
		return true
	}
	if hasCase(name) {
		return false
	}
	ws := g.lexicon.Words(name)
	return len(ws) == 1 && len(ws[0].English) > 0
}

// hasCase says that a word is in a script with capitals.
func hasCase(word string) bool { return strings.ToUpper(word) != word || strings.ToLower(word) != word }

func (g *glosser) put(english string, content bool) {
	if english != "" {
		g.words = append(g.words, english)
	}
	if content {
		g.all++
		if english != "" {
			g.known++
		}
	}
}

// plain glosses a stretch without names that are known as such.
func (g *glosser) plain(ctx context.Context, text string) error {
	for _, w := range g.lexicon.Words(text) {
		if g.all == maxConcepts {
			return nil
		}
		english := ""
		var err error
		switch {
		case w.Asks || w.Denies:
			g.put(w.English[0], false)
			continue
		case w.Part:
			if english, err = g.unknown(ctx, text[w.Start:w.End]); err == nil && english == "" && len(w.English) > 0 {
				english, err = g.usual(ctx, w.English)
			}
		default:
			english, err = g.usual(ctx, w.English)
		}
		if err != nil {
			return err
		}
		g.put(english, true)
	}
	return nil
}

// usual is of several English words the one that most passages have, the first where none has any.
func (g *glosser) usual(ctx context.Context, english []string) (string, error) {
	if len(english) == 1 {
		return english[0], nil
	}
	var terms []string
	for _, w := range english {
		terms = append(terms, indexTerms(stemsOf(w))...)
	}
	df, err := g.index.DocFreq(ctx, terms)
	if err != nil {
		return "", err
	}
	best, most := english[0], 0
	for _, w := range english {
		if n := leastOf(df, stemsOf(w)); n > most && len(stemsOf(w)) > 0 {
			best, most = w, n
		}
	}
	return best, nil
}

// nameOf is a name in English spelling, where the guild's names know one.
func (g *glosser) nameOf(name string) string {
	if inLatin(name) {
		return name
	}
	for _, f := range g.book.Forms(name) {
		if f.Relation == names.Same && ascii(f.Text) {
			return f.Text
		}
	}
	return name
}

// unknown is what a word may be that the lexicon lacks: a word that the articles use as it stands, a name that is known but for its ending, or
// one that sounds like it and is no common English one, "" where there is none.
func (g *glosser) unknown(ctx context.Context, word string) (string, error) {
	folded := analysis.Fold(word)
	spelled := gloss.Latin(folded)
	known, err := g.index.Known(ctx, []string{spelled})
	if err != nil || known[spelled] {
		return spelled, err
	}
	if name := g.derived(folded); name != "" {
		return name, nil
	}
	if !ascii(spelled) {
		return "", nil
	}
	near, err := g.index.Near(ctx, spelled, nearest)
	if err != nil {
		return "", err
	}
	for _, n := range near {
		if thesaurus.Frequency(n.Text) < 1 && sameName(spelled, n.Text, !inLatin(word)) {
			return n.Text, nil
		}
	}
	return "", nil
}

// sameName says that two words may be one name in the spelling of two languages. In another script the vowels are guessed, and what sounds alike
// is one; short names must be nearer.
func sameName(a, b string, otherScript bool) bool {
	switch away := analysis.Distance(a, b, nameEdits); {
	case otherScript:
		return analysis.Sound(a) == analysis.Sound(b) && (len(analysis.Sound(a)) >= soundsLong || away <= 1)
	case len(a) >= longName:
		return away <= nameEdits
	}
	return false
}

// countrySuffix makes of a people in the Arabic script the name of its country: Afghan, Uzbek.
const countrySuffix = "ستان"

const (
	// nameRoot is how many letters a name has at least that is known behind an ending; nameEnding is how many such an ending has at most.
	nameRoot, nameEnding = 5, 5
)

// derived is the country of which a word is made, "" where there is none: pakistanische, пакистанский, افغان.
func (g *glosser) derived(word string) string {
	letters := []rune(word)
	tries := []string{word + countrySuffix}
	for n := len(letters) - 1; n >= max(nameRoot, len(letters)-nameEnding); n-- {
		tries = append(tries, string(letters[:n]))
	}
	for _, try := range tries {
		r, size := utf8.DecodeRuneInString(try)
		capital := string(unicode.ToUpper(r)) + try[size:]
		if m := g.book.Find(capital); len(m) == 1 && m[0].End-m[0].Start == len(capital) {
			return g.nameOf(capital)
		}
	}
	return ""
}
