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

// smallCorpus is up to how many passages FTS5 scores them by its bm25; above, see gather.
const smallCorpus = 5_000

// search returns the candidates by FTS5's bm25: the title and the heading weigh little beside the text, since all
// passages below share them. It sorts only ids, and by the expression, not by rank, which sorts all matches;
// the texts are joined to what is left.
const search = `SELECT ` + passageColumns + `, hit.score
	FROM (SELECT rowid AS id, bm25(search, 1.0, 0.5, 0.3) AS score FROM search WHERE search MATCH ?
		ORDER BY bm25(search, 1.0, 0.5, 0.3), rowid LIMIT ?) AS hit
	CROSS JOIN passages p ON p.id = hit.id
	ORDER BY hit.score, hit.id`

// Propose returns at most limit live passages that hold any of what is sought, best first: by FTS5's BM25, which knows no weights, or in
// a guild of more than 5,000 passages by our own. No term is ever read as query syntax; no terms give no passages. At most
// 64 terms are searched, the heaviest of those that any passage holds.
func (g *Guild) Propose(ctx context.Context, sought []answer.Sought, limit int) ([]answer.Candidate, error) {
	var found []answer.Candidate
	err := g.read(ctx, "search", func(tx *sql.Tx) error {
		size, err := sizesOf(ctx, tx)
		if err != nil || limit < 1 {
			return err
		}
		picked, err := g.pick(ctx, tx, sought)
		if err != nil || len(picked) == 0 {
			return err
		}
		if size.Passages > smallCorpus {
			found, err = g.gather(ctx, tx, picked, size, limit)
		} else {
			found, err = score(ctx, tx, distinct(map[string]bool{}, termsOf(picked)), limit)
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

// pick leaves out what can be no token of the search table, what one thing is sought by twice, and where there are very many terms all
// but the heaviest that any passage holds.
func (g *Guild) pick(ctx context.Context, tx *sql.Tx, sought []answer.Sought) ([]answer.Sought, error) {
	out := keep(sought, func(t answer.WeighedTerm) bool { return isToken(t.Term) })
	if list := termsOf(out); len(list) > maxTerms {
		held, err := g.terms.get(ctx, tx, list)
		if err != nil {
			return nil, err
		}
		out = keep(out, func(t answer.WeighedTerm) bool { return held[t.Term].all() > 0 })
	}
	if all := weightsOf(out); len(all) > maxTerms {
		least, left := all[maxTerms-1], maxTerms
		out = keep(out, func(t answer.WeighedTerm) bool {
			if t.Weight >= least {
				left--
			}
			return t.Weight >= least && left >= 0
		})
	}
	return out, nil
}

// keep leaves of each thing its different terms that are good, and no thing without any.
func keep(sought []answer.Sought, good func(answer.WeighedTerm) bool) []answer.Sought {
	var out []answer.Sought
	for _, s := range sought {
		seen := make(map[string]bool, len(s.Terms))
		var kept []answer.WeighedTerm
		for _, t := range s.Terms {
			if !seen[t.Term] && good(t) {
				seen[t.Term] = true
				kept = append(kept, t)
			}
		}
		if len(kept) > 0 {
			out = append(out, answer.Sought{Terms: kept})
		}
	}
	return out
}

// weightsOf are the weights of all terms, heaviest first.
func weightsOf(sought []answer.Sought) []float64 {
	var all []float64
	for _, s := range sought {
		for _, t := range s.Terms {
			all = append(all, t.Weight)
		}
	}
	slices.SortFunc(all, func(a, b float64) int { return cmp.Compare(b, a) })
	return all
}

// DocFreq returns for each term in how many live passages it stands in the text; a term that stands nowhere is absent.
func (g *Guild) DocFreq(ctx context.Context, list []string) (map[string]int, error) {
	freq := make(map[string]int, len(list))
	err := g.read(ctx, "count terms", func(tx *sql.Tx) error {
		sums, err := g.terms.get(ctx, tx, list)
		for t, c := range sums {
			if c.df > 0 {
				freq[t] = c.df
			}
		}
		return err
	})
	return freq, err
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

func corpus(ctx context.Context, tx *sql.Tx) (answer.Corpus, error) {
	s, err := sizesOf(ctx, tx)
	return s.Corpus, err
}

// sizes are the corpus's, and how often the list of gone passages has changed.
type sizes struct {
	answer.Corpus
	gone int64
}

func sizesOf(ctx context.Context, tx *sql.Tx) (s sizes, err error) {
	err = tx.QueryRowContext(ctx, "SELECT articles, passages, terms, gone FROM corpus WHERE one = 1").
		Scan(&s.Articles, &s.Passages, &s.Terms, &s.gone)
	return s, err
}

// average is how many terms a passage has.
func (s sizes) average() float64 { return max(1, float64(s.Terms)/float64(max(1, s.Passages))) }

var _ answer.Index = (*Guild)(nil)
