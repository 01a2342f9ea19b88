package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"sync"

	"parley/article"
)

// stretch are the passages of one version, numbered in a row.
type stretch struct{ first, last int64 }

// goneCache keeps the stretches that do not count, since a search needs all of them and they rarely change.
type goneCache struct {
	mu      sync.Mutex
	known   bool
	changes int64 // of the list that it holds
	list    []stretch
}

// get returns the stretches as they are after so many changes.
func (c *goneCache) get(ctx context.Context, tx *sql.Tx, changes int64) ([]stretch, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.known && c.changes == changes {
		return c.list, nil
	}
	list, err := goneStretches(ctx, tx)
	if err != nil {
		return nil, err
	}
	c.known, c.changes, c.list = true, changes, list
	return list, nil
}

func goneStretches(ctx context.Context, tx *sql.Tx) ([]stretch, error) {
	var list []stretch
	err := each(ctx, tx, func(row *sql.Rows) error {
		var s stretch
		err := row.Scan(&s.first, &s.last)
		list = append(list, s)
		return err
	}, "SELECT first, last FROM gone ORDER BY first")
	return list, err
}

// forgo lets the postings of n passages from first on count no more.
func forgo(ctx context.Context, tx *sql.Tx, first article.PassageID, n int) error {
	_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO gone (first, last) VALUES (?, ?)", int64(first), int64(first)+int64(n)-1)
	if err != nil {
		return err
	}
	return goneChanged(ctx, tx)
}

// regain lets postings count again that forgo took out, and says whether there are any.
func regain(ctx context.Context, tx *sql.Tx, first article.PassageID) (bool, error) {
	res, err := tx.ExecContext(ctx, "DELETE FROM gone WHERE first = ?", int64(first))
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	if err != nil || n == 0 {
		return false, err
	}
	return true, goneChanged(ctx, tx)
}

func goneChanged(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "UPDATE corpus SET gone = gone + 1 WHERE one = 1")
	return err
}

// isGone says that a passage is in one of the stretches, which are sorted.
func isGone(list []stretch, id int64) bool {
	i, _ := slices.BinarySearchFunc(list, id, func(s stretch, id int64) int { return cmp.Compare(s.last, id) })
	return i < len(list) && list[i].first <= id
}
