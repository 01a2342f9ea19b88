package analysis

import "sync/atomic"

// form is what a word's spelling alone decides.
type form struct {
	// raw is the spelling in the text, possessive and all; acronym whether it was read as one.
	raw     string
	acronym bool
	// from and to are the bytes of raw that are the word itself.
	from, to int
	exact    string
	stem     string
	capital  bool
	stop     bool
	// spelled says that the word may be part of a number in words.
	spelled bool
}

// memoSize bounds what a language remembers: about 100 bytes an entry.
const memoSize = 1 << 15

// memo remembers forms by spelling. A newer word takes an older one's slot, so it never grows; any number of goroutines may use it.
type memo struct {
	slots [memoSize]atomic.Pointer[form]
}

// hash is FNV-1a: the words are short and come byte by byte.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

// get returns what is remembered of a spelling, or nil.
func (m *memo) get(raw string, acronym bool) *form {
	f := m.slots[hash(raw)%memoSize].Load()
	if f == nil || f.raw != raw || f.acronym != acronym {
		return nil
	}
	return f
}

// maxRemembered is the longest spelling in bytes that is remembered, so that no text can fill the memory.
const maxRemembered = 64

func (m *memo) put(f *form) {
	if len(f.raw) <= maxRemembered {
		m.slots[hash(f.raw)%memoSize].Store(f)
	}
}
