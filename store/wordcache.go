package store

import (
	"hash/maphash"
	"sync"
)

// wordCache remembers which forms stand in the file, so that adding articles does not write the common ones again and again. A form is
// known by its hash of 64 bits; one that is taken for another would only be missing from the spelling corrector.
type wordCache struct {
	mu      sync.Mutex
	seed    maphash.Seed
	changes int64 // of the list of gone passages: making the index anew changes it, and may drop forms
	slots   []uint64
}

// wordSlots takes a megabyte.
const wordSlots = 1 << 17

// since forgets everything where the list has changed.
func (c *wordCache) since(changes int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.slots == nil {
		c.seed, c.slots = maphash.MakeSeed(), make([]uint64, wordSlots)
	} else if c.changes != changes {
		clear(c.slots)
	}
	c.changes = changes
}

// eachUnknown calls do with the words whose forms are not remembered. It must not use the cache.
func (c *wordCache) eachUnknown(list []word, do func(word)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, w := range list {
		if h := maphash.String(c.seed, w.form); c.slots[h%wordSlots] != h {
			do(w)
		}
	}
}

// note takes up forms that are committed. The first to come keeps its slot: the most common come first.
func (c *wordCache) note(forms []string, changes int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.changes != changes {
		return
	}
	for _, form := range forms {
		h := maphash.String(c.seed, form)
		if slot := &c.slots[h%wordSlots]; *slot == 0 {
			*slot = h
		}
	}
}
