package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/article/analysis"
)

// Word is a form that live articles use, and in how many passages its term stands.
type Word struct {
	Text string
	Freq int
}

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
func insertWords(ctx context.Context, tx *sql.Tx, vocab map[string]word) error {
	const rows, columns = 50, 5
	list := make([]word, 0, len(vocab))
	for _, w := range vocab {
		list = append(list, w)
	}
	slices.SortFunc(list, func(a, b word) int { return cmp.Compare(a.form, b.form) })
	for part := range slices.Chunk(list, rows) {
		args := make([]any, 0, rows*columns)
		for _, w := range part {
			args = append(args, w.form, w.term, analysis.Sound(w.form), utf8.RuneCountInString(w.form), backwards(w.form))
		}
		row := "(" + marks(columns) + ")"
		_, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO words (word, term, sound, size, tail) VALUES "+
			strings.Repeat(row+",", len(part)-1)+row, args...)
		if err != nil {
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
				var w string
				err := row.Scan(&w)
				known[w] = true
				return err
			}, `SELECT w.word FROM words w JOIN terms t ON t.term = w.term
				WHERE w.word IN (`+marks(len(part))+`) AND t.df + t.above > 0`, anys(part)...)
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

// nearScan bounds how many forms one index range may offer to Near.
const nearScan = 4000

// Near returns at most limit words in use that may have been meant by word: those that sound alike, and those of about
// its length that share its first or its last half, within two edits (one below six letters), nearest first and of those
// the most used. The word itself is never among them.
//
// A single edit leaves one half of a word intact, so no word at distance one is missed but beyond the scan limit.
func (g *Guild) Near(ctx context.Context, word string, limit int) ([]Word, error) {
	size := utf8.RuneCountInString(word)
	if size < 3 || size > 40 {
		return nil, nil
	}
	n := nearness{word: word, most: 2, found: map[string]near{}}
	if size < 6 {
		n.most = 1
	}
	err := g.read(ctx, "look for near words", func(tx *sql.Tx) error { return n.gather(ctx, tx, size) })
	return n.best(limit), err
}

// near is a candidate with its distance.
type near struct {
	Word
	distance int
}

type nearness struct {
	word  string
	most  int
	found map[string]near
}

const inUse = ` JOIN terms t ON t.term = w.term AND t.df + t.above > 0`

func (n *nearness) gather(ctx context.Context, tx *sql.Tx, size int) error {
	if sound := analysis.Sound(n.word); sound != "" {
		err := n.collect(ctx, tx, "SELECT w.word, t.df + t.above FROM words w"+inUse+" WHERE w.sound = ? LIMIT ?", sound, nearScan)
		if err != nil {
			return err
		}
	}
	letters := []rune(n.word)
	half := max(size/2-1, 1)
	head, tail := string(letters[:half]), backwards(string(letters[size-half:]))
	for length := max(size-n.most, 3); length <= size+n.most; length++ {
		err := n.collect(ctx, tx, "SELECT w.word, t.df + t.above FROM words w"+inUse+
			" WHERE w.size = ? AND w.word >= ? AND w.word < ? LIMIT ?", length, head, after(head), nearScan)
		if err != nil {
			return err
		}
		err = n.collect(ctx, tx, "SELECT w.word, t.df + t.above FROM words w"+inUse+
			" WHERE w.size = ? AND w.tail >= ? AND w.tail < ? LIMIT ?", length, tail, after(tail), nearScan)
		if err != nil {
			return err
		}
	}
	return nil
}

// after is the least string after all that begin with prefix.
func after(prefix string) string { return prefix + "\U0010FFFF" }

func (n *nearness) collect(ctx context.Context, tx *sql.Tx, query string, args ...any) error {
	return each(ctx, tx, func(row *sql.Rows) error {
		var w Word
		if err := row.Scan(&w.Text, &w.Freq); err != nil || w.Text == n.word {
			return err
		}
		if _, seen := n.found[w.Text]; seen {
			return nil
		}
		if d := analysis.Distance(n.word, w.Text, n.most); d <= n.most {
			n.found[w.Text] = near{w, d}
		}
		return nil
	}, query, args...)
}

func (n *nearness) best(limit int) []Word {
	list := make([]near, 0, len(n.found))
	for _, c := range n.found {
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(b.Freq, a.Freq), cmp.Compare(a.Text, b.Text))
	})
	out := make([]Word, 0, limit)
	for _, c := range list[:min(len(list), max(limit, 0))] {
		out = append(out, c.Word)
	}
	return out
}
