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
	shared := 0
	for shared < min(len(last), len(key)) && last[shared] == key[shared] {
		shared++
	}
	block = binary.AppendUvarint(block, uint64(shared))
	block = binary.AppendUvarint(block, uint64(len(key)-shared))
	block = append(block, key[shared:]...)
	block = binary.AppendUvarint(block, uint64(len(value)))
	return append(block, value...)
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
	shared, ok := it.number()
	if !ok || shared > uint64(len(it.key)) {
		return false, errBroken
	}
	own, ok := it.bytes()
	if !ok {
		return false, errBroken
	}
	it.key = append(it.key[:shared], own...)
	if it.value, ok = it.bytes(); !ok {
		return false, errBroken
	}
	return true, nil
}

func (it *items) number() (uint64, bool) {
	n, size := binary.Uvarint(it.rest)
	if size <= 0 {
		return 0, false
	}
	it.rest = it.rest[size:]
	return n, true
}

func (it *items) bytes() ([]byte, bool) {
	n, ok := it.number()
	if !ok || n > uint64(len(it.rest)) {
		return nil, false
	}
	b := it.rest[:n]
	it.rest = it.rest[n:]
	return b, true
}

// valueOf is a key's value in a block, nil where the block has no such key.
func valueOf(block []byte, key string) ([]byte, error) {
	it := items{rest: block}
	for {
		ok, err := it.next()
		if !ok || err != nil {
			return nil, err
		}
		switch strings.Compare(string(it.key), key) {
		case 0:
			return it.value, nil
		case 1:
			return nil, nil
		}
	}
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
