package store

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
)

// A block is keys in order with their values: how many bytes a key shares with the one before it, how many follow, these, how many the
// value has, and these; numbers as varints.

// errBroken says that a block or a list of postings cannot be read.
var errBroken = errors.New("a part of the search index is damaged")

// appendItem adds a key and its value to a block whose last key is given.
func appendItem[K string | []byte](block, last []byte, key K, value []byte) []byte {
	shared := sharedBy(last, key)
	block = binary.AppendUvarint(block, uint64(shared))
	block = binary.AppendUvarint(block, uint64(len(key)-shared))
	block = append(block, key[shared:]...)
	block = binary.AppendUvarint(block, uint64(len(value)))
	return append(block, value...)
}

// sharedBy is how many bytes two begin with alike.
func sharedBy[A, B string | []byte](a A, b B) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// items reads a block. Key and value hold until the next one is read, the value as long as the block.
type items struct {
	rest, key, value []byte
}

// next reads an item, and is false at the end of the block.
func (it *items) next() (bool, error) {
	if len(it.rest) == 0 {
		return false, nil
	}
	shared, own, err := it.item()
	if err != nil || shared > len(it.key) {
		return false, errBroken
	}
	it.key = append(it.key[:shared], own...)
	return true, nil
}

// item reads an item without putting its key together: how much it shares with the one before it, and the rest of it.
func (it *items) item() (shared int, own []byte, err error) {
	n, ok := it.number()
	if own, it.value = it.bytes(), it.bytes(); !ok || own == nil || it.value == nil || n > maxKey {
		return 0, nil, errBroken
	}
	return int(n), own, nil
}

// maxKey is more bytes than any key has.
const maxKey = 1 << 20

func (it *items) number() (uint64, bool) {
	if len(it.rest) > 0 && it.rest[0] < 0x80 { // most are small
		n := uint64(it.rest[0])
		it.rest = it.rest[1:]
		return n, true
	}
	n, size := binary.Uvarint(it.rest)
	if size <= 0 {
		return 0, false
	}
	it.rest = it.rest[size:]
	return n, true
}

// bytes reads a length and so many bytes, nil where there are not so many.
func (it *items) bytes() []byte {
	n, ok := it.number()
	if !ok || n > uint64(len(it.rest)) {
		return nil
	}
	b := it.rest[:n:n]
	it.rest = it.rest[n:]
	return b
}

// valueOf is a key's value in a block, nil where the block has no such key. All keys before the one that is sought differ from it behind
// as many bytes as they share, so that most are passed over by what they share with one another.
func valueOf(block []byte, key string) ([]byte, error) {
	it, same := items{rest: block}, 0
	for len(it.rest) > 0 {
		shared, own, err := it.item()
		switch {
		case err != nil:
			return nil, err
		case shared > same:
			continue
		case shared < same:
			return nil, nil
		}
		for len(own) > 0 && same < len(key) && own[0] == key[same] {
			own, same = own[1:], same+1
		}
		switch {
		case len(own) == 0 && same == len(key):
			return it.value, nil
		case len(own) > 0 && (same == len(key) || own[0] > key[same]):
			return nil, nil
		}
	}
	return nil, nil
}

// inOrder are the places of keys in the order of the keys. It compares the first eight bytes as a number: few keys share them.
func inOrder(keys []string) []int32 {
	type place struct {
		head uint64
		at   int32
	}
	places := make([]place, len(keys))
	for i, k := range keys {
		var head [8]byte
		copy(head[:], k)
		places[i] = place{binary.BigEndian.Uint64(head[:]), int32(i)}
	}
	slices.SortFunc(places, func(a, b place) int {
		if a.head != b.head {
			return cmp.Compare(a.head, b.head)
		}
		return strings.Compare(keys[a.at], keys[b.at])
	})
	out := make([]int32, len(places))
	for i, p := range places {
		out[i] = p.at
	}
	return out
}
