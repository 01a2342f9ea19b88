package store

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/answer"
	"parley/article/analysis"
)

// Word is a form that live articles use, and in how many passages its term stands.
type Word = answer.Word

// spelled says that a form is worth correcting a misspelling to: three letters or more and nothing else.
func spelled(form string) bool {
	n := 0
	for _, r := range form {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return false
		}
		n++
	}
	return n >= 3 && n <= 40
}

// packWords hands forms over, with the term that each is found by. Forms stay when their articles go: a form is in use while its term is.
func packWords(p *packer, vocab map[string]string) {
	list := slices.Collect(maps.Keys(vocab))
	var buf []byte
	for _, i := range inOrder(list) {
		buf = termValue(buf[:0], list[i], vocab[list[i]])
		pack(p, forms, list[i], buf)
	}
	heard, turned := make([]string, 0, len(list)), make([]string, len(list))
	for i, form := range list {
		turned[i] = backwards(form)
		if s := analysis.Sound(form); s != "" {
			heard = append(heard, s+" "+form)
		}
	}
	for _, i := range inOrder(heard) {
		pack(p, sounds, heard[i], nil)
	}
	for _, i := range inOrder(turned) {
		pack(p, tails, turned[i], nil)
	}
}

// termValue writes a form's term as what it shares with the form, a number of bytes, and the rest: most terms begin their forms.
func termValue(buf []byte, form, term string) []byte {
	shared := min(sharedBy(form, term), 255)
	return append(append(buf, byte(shared)), term[shared:]...)
}

// termOf reads what termValue wrote.
func termOf(form string, value []byte) (string, error) {
	if len(value) == 0 || int(value[0]) > len(form) {
		return "", errBroken
	}
	return form[:value[0]] + string(value[1:]), nil
}

func backwards(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

// Known says which of the words live articles use, in their text, headings or titles. A word is known when its exact form
// or its stem is: search finds both.
func (g *Guild) Known(ctx context.Context, words []string) (map[string]bool, error) {
	known := make(map[string]bool, len(words))
	err := g.read(ctx, "look up words", func(tx *sql.Tx) error {
		if err := g.knownStems(ctx, tx, words, known); err != nil {
			return err
		}
		// Most words are known by now, and a form is looked up at twice the cost.
		left := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return known[w] })
		used, err := g.inUse(ctx, tx, left)
		for w := range used {
			known[w] = true
		}
		return err
	})
	return known, err
}

// inUse says of forms that live articles use in how many passages their terms stand.
func (g *Guild) inUse(ctx context.Context, tx *sql.Tx, list []string) (map[string]int, error) {
	terms := make(map[string]string, len(list))
	err := eachValue(ctx, tx, forms, list, func(form string, value []byte) error {
		if _, twice := terms[form]; twice {
			return nil
		}
		term, err := termOf(form, value)
		terms[form] = term
		return err
	})
	if err != nil {
		return nil, err
	}
	held, err := g.terms.get(ctx, tx, slices.Collect(maps.Values(terms)))
	used := make(map[string]int, len(terms))
	for form, term := range terms {
		if n := held[term].all(); n > 0 {
			used[form] = n
		}
	}
	return used, err
}

// knownStems notes the words whose own index terms are all in use.
func (g *Guild) knownStems(ctx context.Context, tx *sql.Tx, words []string, known map[string]bool) error {
	stems := map[string][]string{}
	var all []string
	for _, w := range words {
		if list := terms(w, ""); len(list) > 0 {
			stems[w] = list
			all = append(all, list...)
		}
	}
	held, err := g.terms.get(ctx, tx, all)
	for w, list := range stems {
		if !slices.ContainsFunc(list, func(t string) bool { return held[t].all() < 1 }) {
			known[w] = true
		}
	}
	return err
}

// nearScan bounds how many forms of one sound, head or tail are looked at.
const nearScan = 5000

// Near returns at most limit words in use that may have been meant by word: those that sound alike, and those of about
// its length that share its first or its last half, within two edits (one below six letters), nearest first and of those
// the most used. The word itself is never among them.
//
// A single edit leaves one half of a word intact, so no word at distance one is missed but beyond the scan limit.
func (g *Guild) Near(ctx context.Context, word string, limit int) ([]Word, error) {
	size := utf8.RuneCountInString(word)
	if size < 3 || size > 40 || limit < 1 {
		return nil, nil
	}
	n := nearness{word: word, size: size, most: 2, found: map[string]int{}}
	if size < 6 {
		n.most = 1
	}
	var list []Word
	err := g.read(ctx, "look for near words", func(tx *sql.Tx) error {
		if err := n.gather(ctx, tx); err != nil {
			return err
		}
		var err error
		list, err = n.best(ctx, tx, g, limit)
		return err
	})
	return list, err
}

// nearness gathers the forms near a word, with their distances.
type nearness struct {
	word       string
	size, most int
	found      map[string]int
}

func (n *nearness) gather(ctx context.Context, tx *sql.Tx) error {
	if sound := analysis.Sound(n.word); sound != "" {
		ofSound := func(key string) string { return key[len(sound)+1:] }
		if err := n.collect(ctx, tx, sounds, sound+" ", ofSound); err != nil {
			return err
		}
	}
	letters := []rune(n.word)
	half := max(n.size/2-1, 2)
	if err := n.collect(ctx, tx, forms, string(letters[:half]), strings.Clone); err != nil {
		return err
	}
	return n.collect(ctx, tx, tails, backwards(string(letters[n.size-half:])), backwards)
}

// after is the least string after all that begin with prefix.
func after(prefix string) string { return prefix + "\U0010FFFF" }

// collect keeps the forms within reach whose keys begin so; turn makes a form of a key.
func (n *nearness) collect(ctx context.Context, tx *sql.Tx, of kind, prefix string, turn func(string) string) error {
	left := nearScan
	return eachKey(ctx, tx, of, prefix, after(prefix), func(key string) bool {
		form := turn(key)
		if size := utf8.RuneCountInString(form); size < n.size-n.most || size > n.size+n.most {
			return true
		}
		if d := analysis.Distance(n.word, form, n.most); d <= n.most && form != n.word {
			n.found[form] = d
		}
		left--
		return left > 0
	})
}

// best returns those in use.
func (n *nearness) best(ctx context.Context, tx *sql.Tx, g *Guild, limit int) ([]Word, error) {
	used, err := g.inUse(ctx, tx, slices.Collect(maps.Keys(n.found)))
	list := make([]Word, 0, len(used))
	for form, freq := range used {
		list = append(list, Word{Text: form, Freq: freq})
	}
	slices.SortFunc(list, func(a, b Word) int {
		return cmp.Or(cmp.Compare(n.found[a.Text], n.found[b.Text]), cmp.Compare(b.Freq, a.Freq), cmp.Compare(a.Text, b.Text))
	})
	return list[:min(len(list), limit)], err
}
