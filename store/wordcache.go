package store

import (
	"hash/maphash"
	"sync"
)

// wordCache remembers which forms stand in the file, so that adding articles does not ask for the common ones again and again. A form is
// known by its hash of 64 bits; one that is taken for another would only be missing from the spelling corrector.
type wordCache struct {
	mu      sync.Mutex
	seed    maphash.Seed
	changes int64 // of the list of gone passages: making the index anew changes it, and may drop forms
	slots   []uint64
}

// wordSlots takes a quarter of a megabyte.
const wordSlots = 1 << 15

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

func (c *wordCache) has(form string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.slots == nil {
		return false
	}
	h := maphash.String(c.seed, form)
	return c.slots[h%wordSlots] == h
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
