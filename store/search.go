package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode"

	"parley/answer"
)

// maxTerms bounds a query: SQLite takes 20,000 terms without an error, only time.
const maxTerms = 64

// Up to smallCorpus passages FTS5 scores all of them by bm25. Above, see gather; there the rarest terms are taken until their
// passages exceed a budget, at least two terms: what a very common term adds would change little.
const (
	smallCorpus = 20_000
	leastBudget = 15_000
	budgetShare = 10 // one in so many passages more
	fewestTerms = 2
)

// search returns the candidates by FTS5's bm25: the title and the heading weigh little beside the text, since all
// passages below share them. It sorts only ids, and by the expression, not by rank, which sorts all matches;
// the texts are joined to what is left.
const search = `SELECT ` + passageColumns + `, hit.score
	FROM (SELECT rowid AS id, bm25(search, 1.0, 0.5, 0.3) AS score FROM search WHERE search MATCH ?
		ORDER BY bm25(search, 1.0, 0.5, 0.3), rowid LIMIT ?) AS hit
	CROSS JOIN passages p ON p.id = hit.id
	ORDER BY hit.score, hit.id`

// Propose returns at most limit live passages that hold any of the terms, best first: by BM25, or in a guild of more than 20,000
// passages by which of the terms they hold. No term is ever read as query syntax; no terms give no passages. At most
// 64 terms are searched, the rarest.
func (g *Guild) Propose(ctx context.Context, list []string, limit int) ([]answer.Candidate, error) {
	var found []answer.Candidate
	err := g.read(ctx, "search", func(tx *sql.Tx) error {
		size, err := corpus(ctx, tx)
		if err != nil || limit < 1 {
			return err
		}
		picked, freq, err := pick(ctx, tx, tokens(list), size.Passages)
		if err != nil || len(picked) == 0 {
			return err
		}
		if size.Passages > smallCorpus {
			found, err = gather(ctx, tx, picked, freq, size.Passages, limit)
		} else {
			found, err = score(ctx, tx, picked, limit)
		}
		if err != nil {
			return err
		}
		return g.introduce(ctx, tx, found)
	})
	return found, err
}

// score lets FTS5 score the passages that hold any of the terms.
func score(ctx context.Context, tx *sql.Tx, terms []string, limit int) ([]answer.Candidate, error) {
	var found []answer.Candidate
	err := each(ctx, tx, func(row *sql.Rows) error {
		var score float64
		c, err := scanPassage(row, &score)
		c.Score = -score // FTS5 gives the best the least
		found = append(found, c)
		return err
	}, search, query(terms), limit)
	return found, err
}

// query is an OR of quoted tokens. Between quotes FTS5 knows no syntax but the quote itself, which is doubled.
func query(terms []string) string {
	quoted := make([]string, len(terms))
	for i, t := range terms {
		quoted[i] = `"` + strings.ReplaceAll(t, `"`, `""`) + `"`
	}
	return strings.Join(quoted, " OR ")
}

// tokens leaves out repeats and what can be no token of the search table.
func tokens(list []string) []string {
	seen := make(map[string]bool, len(list))
	var out []string
	for _, t := range list {
		if isToken(t) && !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}

// isToken says that the search table's tokenizer takes t as one token: letters, marks, digits, punctuation and signs,
// no blank, nothing unprintable.
func isToken(t string) bool {
	for _, r := range t {
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			continue
		}
		if !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Co) || r == unicode.ReplacementChar {
			return false
		}
	}
	return t != ""
}

// pick returns the terms worth searching, and in how many passages each stands where that was looked up.
func pick(ctx context.Context, tx *sql.Tx, list []string, passages int) ([]string, map[string]int, error) {
	if len(list) <= maxTerms && passages <= smallCorpus {
		return list, nil, nil
	}
	freq, err := frequencies(ctx, tx, list, "df + above")
	if err != nil {
		return nil, nil, err
	}
	held := slices.DeleteFunc(slices.Clone(list), func(t string) bool { return freq[t] == 0 })
	slices.SortStableFunc(held, func(a, b string) int { return cmp.Compare(freq[a], freq[b]) })
	held = held[:min(len(held), maxTerms)]
	if passages <= smallCorpus {
		return held, freq, nil
	}
	spent := 0
	for i, t := range held {
		if spent += freq[t]; i >= fewestTerms && spent > leastBudget+passages/budgetShare {
			return held[:i], freq, nil
		}
	}
	return held, freq, nil
}

// DocFreq returns for each term in how many live passages it stands in the text; a term that stands nowhere is absent.
func (g *Guild) DocFreq(ctx context.Context, list []string) (map[string]int, error) {
	var freq map[string]int
	err := g.read(ctx, "count terms", func(tx *sql.Tx) (err error) {
		freq, err = frequencies(ctx, tx, list, "df")
		return err
	})
	return freq, err
}

// frequencies reads a count, which is an expression over the columns of terms, for each term where it is above 0.
func frequencies(ctx context.Context, tx *sql.Tx, list []string, count string) (map[string]int, error) {
	freq := make(map[string]int, len(list))
	for part := range slices.Chunk(list, 500) {
		err := each(ctx, tx, func(row *sql.Rows) error {
			var t string
			var n int
			err := row.Scan(&t, &n)
			if n > 0 {
				freq[t] = n
			}
			return err
		}, "SELECT term, "+count+" FROM terms WHERE term IN ("+marks(len(part))+")", anys(part)...)
		if err != nil {
			return nil, err
		}
	}
	return freq, nil
}

// Corpus returns the sizes of what is live.
func (g *Guild) Corpus(ctx context.Context) (answer.Corpus, error) {
	var c answer.Corpus
	err := g.read(ctx, "read sizes", func(tx *sql.Tx) (err error) {
		c, err = corpus(ctx, tx)
		return err
	})
	return c, err
}

func corpus(ctx context.Context, tx *sql.Tx) (c answer.Corpus, err error) {
	err = tx.QueryRowContext(ctx, "SELECT articles, passages, terms FROM corpus WHERE one = 1").Scan(&c.Articles, &c.Passages, &c.Terms)
	return c, err
}

var _ answer.Index = (*Guild)(nil)
