// Package store keeps each guild's articles, their full-text search and the record of answers in one SQLite file of its
// own. It is the only room that knows SQL; it decides nothing about what is asked or shown.
package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"parley/article"
)

// ErrUnproved says that an answer holds a sentence without a citation, or a citation whose quote does not stand where it
// says. Settle returns it; nothing was stored.
var ErrUnproved = errors.New("a citation is not proved by the stored text")

// ErrStale says that an article was withdrawn or overtaken while the answer that cites it was composed. Settle returns
// it; nothing was stored, and asking again gives an answer from what is live now.
var ErrStale = errors.New("a cited article is no longer live")

// ErrNotOpen says that a question is not known, or is further than the step that was asked for. Settle, Posted and Fail
// return it.
var ErrNotOpen = errors.New("the question is not open")

// write runs f in one transaction that holds the file's write lock from its start, and commits it when f returns nil.
func (g *Guild) write(ctx context.Context, doing string, f func(tx *sql.Tx) error) error {
	tx, err := g.rw.BeginTx(ctx, nil)
	if err != nil {
		return explain(doing, err)
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return explain(doing, err)
	}
	return explain(doing, tx.Commit())
}

// read runs f in one transaction that sees the file as it was at its start, and never waits for a writer.
func (g *Guild) read(ctx context.Context, doing string, f func(tx *sql.Tx) error) error {
	tx, err := g.ro.BeginTx(ctx, nil)
	if err != nil {
		return explain(doing, err)
	}
	defer tx.Rollback()
	return explain(doing, f(tx))
}

// each runs a query and calls scan for each row.
func each(ctx context.Context, tx *sql.Tx, scan func(row *sql.Rows) error, query string, args ...any) error {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// stamp is a When as two columns: Unix seconds, nil where no time is known, and whether the clock is.
func stamp(w article.When) (any, bool) {
	if w.IsZero() {
		return nil, false
	}
	return w.Time.Unix(), w.Clock
}

func when(seconds sql.NullInt64, clock bool) article.When {
	if !seconds.Valid {
		return article.When{}
	}
	return article.When{Time: time.Unix(seconds.Int64, 0).UTC(), Clock: clock}
}

// marks is n question marks for an IN list.
func marks(n int) string {
	b := make([]byte, 0, 2*n)
	for i := range n {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '?')
	}
	return string(b)
}

// rowMarks is rows of n question marks for a VALUES list: one statement for many rows, since a call into SQLite costs more
// than a row.
func rowMarks(rows, n int) string {
	row := "(" + marks(n) + ")"
	return strings.Repeat(row+",", rows-1) + row
}

func anys[T any](list []T) []any {
	out := make([]any, len(list))
	for i, v := range list {
		out[i] = v
	}
	return out
}
