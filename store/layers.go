package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"slices"
)

// kind is what a key of a layer is, and so what its value tells.
type kind int64

const (
	counts   kind = iota + 1 // a term: how the numbers of live passages change whose text holds it, or only whose heading or title does
	postings                 // a term: the passages that hold it, see postings.go
	forms                    // an exact form that was ever indexed: the term that it is found by, see words.go
	sounds                   // a form's sound, a blank and the form: nothing
	tails                    // a form backwards: nothing
)

var kinds = [...]kind{counts, postings, forms, sounds, tails}

// layer is one of those that the index stands in.
type layer struct {
	id   int64
	size int64 // of its blocks, in bytes
}

// layersOf are the layers, in the order in which they were written; a merged one is written when it is merged.
func layersOf(ctx context.Context, tx *sql.Tx) ([]layer, error) {
	var texts [2][]byte
	if err := tx.QueryRowContext(ctx, "SELECT layers, sizes FROM corpus WHERE one = 1").Scan(&texts[0], &texts[1]); err != nil {
		return nil, err
	}
	var numbers, sizes []int64
	if err := errors.Join(json.Unmarshal(texts[0], &numbers), json.Unmarshal(texts[1], &sizes)); err != nil {
		return nil, err
	}
	if len(numbers) != len(sizes) {
		return nil, errBroken
	}
	list := make([]layer, len(numbers))
	for i, id := range numbers {
		list[i] = layer{id, sizes[i]}
	}
	return list, nil
}

func keepLayers(ctx context.Context, tx *sql.Tx, list []layer) error {
	numbers, sizes := make([]int64, len(list)), make([]int64, len(list))
	for i, l := range list {
		numbers[i], sizes[i] = l.id, l.size
	}
	first, err := json.Marshal(numbers)
	if err != nil {
		return err
	}
	second, err := json.Marshal(sizes)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "UPDATE corpus SET layers = ?, sizes = ? WHERE one = 1", string(first), string(second))
	return err
}

// nextLayer is a number that no layer has.
func nextLayer(list []layer) int64 {
	next := int64(1)
	for _, l := range list {
		next = max(next, l.id+1)
	}
	return next
}

const (
	// lookUp takes keys as JSON, and gives for each and every layer the block that may hold it. A long value is not read for
	// another key's sake.
	lookUp = `SELECT k.key, (SELECT iif(b.alone AND b.first <> k.value, NULL, b.body) FROM blocks b
			WHERE b.layer = l.value AND b.kind = ? AND b.first <= k.value ORDER BY b.first DESC LIMIT 1)
		FROM json_each(?) k CROSS JOIN json_each((SELECT layers FROM corpus WHERE one = 1)) l`
	// fromTo gives the blocks of every layer that may hold keys from one on and before another.
	fromTo = `SELECT b.body FROM json_each((SELECT layers FROM corpus WHERE one = 1)) l CROSS JOIN blocks b
		WHERE b.layer = l.value AND b.kind = ?1 AND b.first < ?3 AND b.first >= coalesce(
			(SELECT max(c.first) FROM blocks c WHERE c.layer = l.value AND c.kind = ?1 AND c.first <= ?2), ?2)`
)

// eachValue calls do with the values that the layers have of each of the different keys, layer by layer. A key without any
// is left out.
func eachValue(ctx context.Context, tx *sql.Tx, of kind, keys []string, do func(key string, value []byte) error) error {
	keys = slices.Compact(slices.Sorted(slices.Values(keys)))
	if len(keys) == 0 {
		return nil
	}
	list, err := json.Marshal(keys)
	if err != nil {
		return err
	}
	return each(ctx, tx, func(row *sql.Rows) error {
		var at int
		var block sql.RawBytes
		if err := row.Scan(&at, &block); err != nil || block == nil {
			return err
		}
		value, err := valueOf(block, keys[at])
		if value == nil || err != nil {
			return err
		}
		return do(keys[at], value)
	}, lookUp, int64(of), string(list))
}

// eachKey calls do with the keys from one on and before another until it returns false, layer by layer: a key may come again.
func eachKey(ctx context.Context, tx *sql.Tx, of kind, from, before string, do func(key string) bool) error {
	more := true
	return each(ctx, tx, func(row *sql.Rows) error {
		var block sql.RawBytes
		if err := row.Scan(&block); err != nil || !more {
			return err
		}
		it := items{rest: block}
		for more {
			ok, err := it.next()
			if !ok || err != nil || string(it.key) >= before {
				return err
			}
			more = string(it.key) < from || do(string(it.key))
		}
		return nil
	}, fromTo, int64(of), from, before)
}

// count is what is kept of a term: in how many live passages it stands in the text, and in how many more in the heading or title above alone.
type count struct{ df, above int }

func (c count) plus(d count) count { return count{c.df + d.df, c.above + d.above} }

// all is in how many passages the term stands at all.
func (c count) all() int { return c.df + c.above }

func (c count) bytes(buf []byte) []byte {
	return binary.AppendVarint(binary.AppendVarint(buf, int64(c.df)), int64(c.above))
}

func countOf(value []byte) (count, error) {
	df, n := binary.Varint(value)
	if n <= 0 {
		return count{}, errBroken
	}
	above, m := binary.Varint(value[n:])
	if m <= 0 {
		return count{}, errBroken
	}
	return count{int(df), int(above)}, nil
}

// countsOf are the counts of those terms that any layer knows.
func countsOf(ctx context.Context, tx *sql.Tx, terms []string) (map[string]count, error) {
	sums := make(map[string]count, len(terms))
	err := eachValue(ctx, tx, counts, terms, func(term string, value []byte) error {
		c, err := countOf(value)
		sums[term] = sums[term].plus(c)
		return err
	})
	return sums, err
}

const (
	// blockSize is about how many bytes a block has: two fill a page of the file.
	blockSize = 1900
	// alone is from how many bytes on a value has a block of its own.
	alone = 1000
)

// block is a part of a layer.
type block struct {
	kind  kind
	first string // of its keys
	alone bool
	body  []byte
}

// packer makes blocks of keys, which come kind by kind and in order.
type packer struct {
	blocks []block // that are complete
	open   block
	last   []byte // the key before
}

// pack adds a key. Neither it nor the value is kept.
func pack[K string | []byte](p *packer, of kind, key K, value []byte) {
	long := len(value) >= alone
	if long || of != p.open.kind || len(p.open.body)+len(key)+len(value) > blockSize {
		p.seal()
	}
	if len(p.open.body) == 0 {
		p.open = block{of, string(key), long, make([]byte, 0, len(key)+max(len(value), blockSize)+12)}
		p.last = p.last[:0]
	}
	p.open.body = appendItem(p.open.body, p.last, key, value)
	p.last = append(p.last[:0], key...)
	if long {
		p.seal()
	}
}

// seal completes the block at hand.
func (p *packer) seal() {
	if len(p.open.body) > 0 {
		p.blocks = append(p.blocks, p.open)
	}
	p.open = block{}
}

// all completes the last block, and returns those that were not taken yet.
func (p *packer) all() []block {
	p.seal()
	return p.blocks
}

// writeBlocks adds blocks to a layer, in order.
func (l *layer) writeBlocks(ctx context.Context, tx *sql.Tx, blocks []block) error {
	insert, err := tx.PrepareContext(ctx, "INSERT INTO blocks (layer, kind, first, alone, body) VALUES (?, ?, ?, ?, ?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, b := range blocks {
		if _, err := insert.ExecContext(ctx, l.id, int64(b.kind), b.first, b.alone, b.body); err != nil {
			return err
		}
		l.size += int64(len(b.body))
	}
	return nil
}

// addLayer makes a layer of blocks, and merges layers where that makes enough of one size.
func addLayer(ctx context.Context, tx *sql.Tx, blocks []block) error {
	list, err := layersOf(ctx, tx)
	if err != nil || len(blocks) == 0 {
		return err
	}
	l := layer{id: nextLayer(list)}
	if err := l.writeBlocks(ctx, tx, blocks); err != nil {
		return err
	}
	return mergeFull(ctx, tx, append(list, l))
}
