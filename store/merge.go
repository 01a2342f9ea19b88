package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"slices"
)

const (
	// mergedAtOnce is how many layers of about one size there are when they are merged, and how many times larger the next size is.
	mergedAtOnce = 8
	// leastSize is up to how many bytes layers are of the smallest size: an article's has about so many.
	leastSize = 32_000
)

// sizeClass is the size of a layer by powers of mergedAtOnce.
func (l layer) sizeClass() int {
	class := 0
	for size := l.Size / leastSize; size > 0; size /= mergedAtOnce {
		class++
	}
	return class
}

// fullOf are layers of one size of which there are enough to be merged, nil where there are of none.
func fullOf(list []layer) []layer {
	bySize := map[int][]layer{}
	for _, l := range list {
		class := l.sizeClass()
		if bySize[class] = append(bySize[class], l); len(bySize[class]) == mergedAtOnce {
			return bySize[class]
		}
	}
	return nil
}

// mergeFull merges layers while there are enough of one size.
func mergeFull(ctx context.Context, tx *sql.Tx, list []layer) error {
	for full := fullOf(list); full != nil; full = fullOf(list) {
		merged, err := merge(ctx, tx, full, nextLayer(list))
		if err != nil {
			return err
		}
		list = append(slices.DeleteFunc(list, func(l layer) bool { return slices.Contains(full, l) }), merged)
	}
	return keepLayers(ctx, tx, list)
}

// merge makes one layer of several.
func merge(ctx context.Context, tx *sql.Tx, from []layer, into int64) (layer, error) {
	w, err := newLayerWriter(ctx, tx, into)
	if err != nil {
		return layer{}, err
	}
	for _, of := range kinds {
		err := eachMerged(ctx, tx, of, from, func(key string, value []byte) error { return w.put(ctx, of, key, value) })
		if err != nil {
			return layer{}, err
		}
	}
	for _, l := range from {
		if _, err := tx.ExecContext(ctx, "DELETE FROM blocks WHERE layer = ?", l.ID); err != nil {
			return layer{}, err
		}
	}
	return w.close(ctx)
}

// eachMerged calls do with all keys of a kind in order, each with what the layers together say of it, which does not last.
func eachMerged(ctx context.Context, tx *sql.Tx, of kind, from []layer, do func(key string, value []byte) error) (err error) {
	read, err := tx.PrepareContext(ctx, nextBlock)
	if err != nil {
		return err
	}
	defer read.Close()
	var open []*cursor
	for _, l := range from {
		open = append(open, &cursor{read: read, layer: l.ID, kind: of})
	}
	if open, err = advance(ctx, open, nil); err != nil {
		return err
	}
	values := make([][]byte, 0, len(open))
	var joined []byte
	for len(open) > 0 {
		key := slices.MinFunc(open, func(a, b *cursor) int { return bytes.Compare(a.key, b.key) }).key
		values = values[:0]
		for _, c := range open {
			if bytes.Equal(c.key, key) {
				values = append(values, c.value)
			}
		}
		if joined, err = join(joined[:0], of, values); err != nil {
			return err
		}
		if err := do(string(key), joined); err != nil {
			return err
		}
		if open, err = advance(ctx, open, bytes.Clone(key)); err != nil {
			return err
		}
	}
	return nil
}

// join puts together what several layers say of one key.
func join(buf []byte, of kind, values [][]byte) ([]byte, error) {
	switch of {
	case counts:
		var sum count
		for _, v := range values {
			c, err := countOf(v)
			if err != nil {
				return nil, err
			}
			sum = sum.plus(c)
		}
		return sum.bytes(buf), nil
	case postings:
		for _, v := range values {
			buf = append(buf, v...)
		}
		return buf, nil
	}
	return append(buf, values[0]...), nil
}

// advance moves on the cursors that stand at that key, and leaves out those that are done.
func advance(ctx context.Context, open []*cursor, key []byte) ([]*cursor, error) {
	left := open[:0]
	for _, c := range open {
		more := true
		if bytes.Equal(c.key, key) {
			var err error
			if more, err = c.next(ctx); err != nil {
				return nil, err
			}
		}
		if more {
			left = append(left, c)
		}
	}
	return left, nil
}

// cursor reads the keys of one kind of one layer, a block at a time.
type cursor struct {
	read  *sql.Stmt
	layer int64
	kind  kind
	first string // of the block at hand
	items
}

const nextBlock = `SELECT first, body FROM blocks WHERE layer = ? AND kind = ? AND first > ? ORDER BY first LIMIT 1`

func (c *cursor) next(ctx context.Context) (bool, error) {
	if more, err := c.items.next(); more || err != nil {
		return more, err
	}
	var block []byte
	err := c.read.QueryRowContext(ctx, c.layer, int64(c.kind), c.first).Scan(&c.first, &block)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	c.items = items{rest: block, key: c.key[:0]}
	return c.items.next()
}
