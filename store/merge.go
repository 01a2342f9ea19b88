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
	mergedAtOnce = 4
	// smallest is up to how many bytes a layer is so small that it is merged with the next one at once.
	smallest = 256_000
)

// sizeClass is the size of a layer by powers of mergedAtOnce, 0 for the smallest.
func (l layer) sizeClass() int {
	class := 0
	for size := l.size / smallest; size > 0; size /= mergedAtOnce {
		class++
	}
	return class
}

// fullOf are layers of one size of which there are enough to be merged, nil where there are of none.
func fullOf(list []layer) []layer {
	bySize := map[int][]layer{}
	for _, l := range list {
		class := l.sizeClass()
		bySize[class] = append(bySize[class], l)
		if n := len(bySize[class]); n == mergedAtOnce || n == 2 && class == 0 {
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

// writtenAtOnce is how many blocks of a merged layer are written together, so that a large one never stands in memory as a whole.
const writtenAtOnce = 256

// merge makes one layer of several.
func merge(ctx context.Context, tx *sql.Tx, from []layer, into int64) (layer, error) {
	merged := layer{id: into}
	var p packer
	for _, of := range kinds {
		err := eachMerged(ctx, tx, of, from, func(key, value []byte) error {
			if pack(&p, of, key, value); len(p.blocks) < writtenAtOnce {
				return nil
			}
			err := merged.writeBlocks(ctx, tx, p.blocks)
			p.blocks = p.blocks[:0]
			return err
		})
		if err != nil {
			return layer{}, err
		}
	}
	for _, l := range from {
		if _, err := tx.ExecContext(ctx, "DELETE FROM blocks WHERE layer = ?", l.id); err != nil {
			return layer{}, err
		}
	}
	return merged, merged.writeBlocks(ctx, tx, p.all())
}

// eachMerged calls do with all keys of a kind in order, each with what the layers together say of it; neither lasts.
func eachMerged(ctx context.Context, tx *sql.Tx, of kind, from []layer, do func(key, value []byte) error) error {
	read, err := tx.PrepareContext(ctx, nextBlock)
	if err != nil {
		return err
	}
	defer read.Close()
	var open, least []*cursor
	for _, l := range from {
		least = append(least, &cursor{read: read, layer: l.id, kind: of})
	}
	open = append(open, least...)
	var joined []byte
	for {
		if open, err = advance(ctx, open, least); err != nil || len(open) == 0 {
			return err
		}
		least = leastOf(open, least[:0])
		if joined, err = join(joined[:0], of, least); err != nil {
			return err
		}
		if err := do(least[0].key, joined); err != nil {
			return err
		}
	}
}

// leastOf are the cursors that stand at the least key, in their order, appended to list.
func leastOf(open, list []*cursor) []*cursor {
	for _, c := range open {
		if len(list) > 0 {
			order := bytes.Compare(c.key, list[0].key)
			if order > 0 {
				continue
			}
			if order < 0 {
				list = list[:0]
			}
		}
		list = append(list, c)
	}
	return list
}

// advance moves on some of the open cursors, and returns those that are still open.
func advance(ctx context.Context, open, some []*cursor) ([]*cursor, error) {
	for _, c := range some {
		more, err := c.next(ctx)
		if err != nil {
			return nil, err
		}
		if !more {
			open = slices.DeleteFunc(open, func(o *cursor) bool { return o == c })
		}
	}
	return open, nil
}

// join puts together what several layers say of one key.
func join(buf []byte, of kind, list []*cursor) ([]byte, error) {
	switch {
	case of == postings:
		for _, c := range list {
			buf = append(buf, c.value...)
		}
		return buf, nil
	case of == counts && len(list) > 1:
		var sum count
		for _, c := range list {
			n, err := countOf(c.value)
			if err != nil {
				return nil, err
			}
			sum = sum.plus(n)
		}
		return sum.bytes(buf), nil
	}
	return append(buf, list[0].value...), nil
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
