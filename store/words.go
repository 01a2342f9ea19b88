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

// insertWords adds the forms that are not there yet. Forms stay when their articles go: a form is in use while its term is.
func insertWords(ctx context.Context, tx *sql.Tx, vocab map[string]string) error {
	forms := slices.Sorted(maps.Keys(vocab))
	for part := range slices.Chunk(forms, 500) {
		err := each(ctx, tx, func(row *sql.Rows) error {
			var old string
			err := row.Scan(&old)
			delete(vocab, old)
			return err
		}, "SELECT word FROM words WHERE word IN ("+marks(len(part))+")", anys(part)...)
		if err != nil {
			return err
		}
	}
	for part := range slices.Chunk(slices.Sorted(maps.Keys(vocab)), 100) {
		args := make([]any, 0, 3*len(part))
		for _, form := range part {
			args = append(args, form, vocab[form], analysis.Sound(form))
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO words (word, term, sound) VALUES "+rowMarks(len(part), 3), args...)
		if err != nil {
			return err
		}
	}
	return insertTails(ctx, tx, vocab)
}

func insertTails(ctx context.Context, tx *sql.Tx, vocab map[string]string) error {
	tails := make([]string, 0, len(vocab))
	for form := range vocab {
		tails = append(tails, backwards(form))
	}
	slices.Sort(tails)
	for part := range slices.Chunk(tails, 200) {
		if _, err := tx.ExecContext(ctx, "INSERT INTO tails (tail) VALUES "+rowMarks(len(part), 1), anys(part)...); err != nil {
			return err
		}
	}
	return nil
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
		for part := range slices.Chunk(words, 500) {
			err := each(ctx, tx, func(row *sql.Rows) error {
				var w Word
				err := row.Scan(&w.Text, &w.Freq)
				known[w.Text] = true
				return err
			}, inUse+"("+marks(len(part))+")", anys(part)...)
			if err != nil {
				return err
			}
		}
		return knownStems(ctx, tx, words, known)
	})
	return known, err
}

// knownStems adds the words whose own index terms are all in use.
func knownStems(ctx context.Context, tx *sql.Tx, words []string, known map[string]bool) error {
	for _, w := range words {
		list := terms(w, "")
		if known[w] || len(list) == 0 {
			continue
		}
		list = distinct(map[string]bool{}, list)
		var n int
		row := tx.QueryRowContext(ctx, "SELECT count(*) FROM terms WHERE df + above > 0 AND term IN ("+marks(len(list))+")", anys(list)...)
		if err := row.Scan(&n); err != nil {
			return err
		}
		if n == len(list) {
			known[w] = true
		}
	}
	return nil
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
		list, err = n.best(ctx, tx, limit)
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

const (
	bySound = `SELECT word FROM words WHERE sound = ? LIMIT ?`
	byHead  = `SELECT word FROM words WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ? LIMIT ?`
	byTail  = `SELECT tail FROM tails WHERE tail >= ? AND tail < ? AND length(tail) BETWEEN ? AND ? LIMIT ?`
	inUse   = `SELECT w.word, t.df + t.above FROM words w CROSS JOIN terms t ON t.term = w.term WHERE t.df + t.above > 0 AND w.word IN `
)

func (n *nearness) gather(ctx context.Context, tx *sql.Tx) error {
	if sound := analysis.Sound(n.word); sound != "" {
		err := n.collect(ctx, tx, strings.Clone, bySound, sound, nearScan)
		if err != nil {
			return err
		}
	}
	letters := []rune(n.word)
	half := max(n.size/2-1, 2)
	head, tail := string(letters[:half]), backwards(string(letters[n.size-half:]))
	least, most := n.size-n.most, n.size+n.most
	err := n.collect(ctx, tx, strings.Clone, byHead, head, after(head), least, most, nearScan)
	if err != nil {
		return err
	}
	return n.collect(ctx, tx, backwards, byTail, tail, after(tail), least, most, nearScan)
}

// after is the least string after all that begin with prefix.
func after(prefix string) string { return prefix + "\U0010FFFF" }

// collect keeps the forms within reach; turn makes a form of what the query gives.
func (n *nearness) collect(ctx context.Context, tx *sql.Tx, turn func(string) string, query string, args ...any) error {
	return each(ctx, tx, func(row *sql.Rows) error {
		var s string
		if err := row.Scan(&s); err != nil {
			return err
		}
		form := turn(s)
		if d := analysis.Distance(n.word, form, n.most); d <= n.most && form != n.word {
			n.found[form] = d
		}
		return nil
	}, query, args...)
}

// best returns those in use.
func (n *nearness) best(ctx context.Context, tx *sql.Tx, limit int) ([]Word, error) {
	var list []Word
	for part := range slices.Chunk(slices.Collect(maps.Keys(n.found)), 500) {
		err := each(ctx, tx, func(row *sql.Rows) error {
			var w Word
			err := row.Scan(&w.Text, &w.Freq)
			list = append(list, w)
			return err
		}, inUse+"("+marks(len(part))+")", anys(part)...)
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(list, func(a, b Word) int {
		return cmp.Or(cmp.Compare(n.found[a.Text], n.found[b.Text]), cmp.Compare(b.Freq, a.Freq), cmp.Compare(a.Text, b.Text))
	})
	return list[:min(len(list), limit)], nil
}
