package analysis

import "sync/atomic"

// form is what a word's spelling alone decides. It takes 64 bytes, which a processor reads at once.
type form struct {
	// raw is the spelling in the text, possessive and all.
	raw   string
	exact string
	stem  string
	// from and to are the bytes of raw that are the word itself.
	from, to uint32
	// acronym says that it was read as one.
	acronym bool
	capital bool
	stop    bool
	// spelled says that the word may be part of a number in words.
	spelled bool
}

// memoSize bounds what a language remembers: about 150 bytes an entry.
const memoSize = 1 << 15

// memo remembers forms by spelling, in pairs of slots. A new word takes the second slot of its pair, and changes places with the first when
// it comes again: so the words that come only once, of which there are most, do not drive out the common ones. It never grows;
// any number of goroutines may use it.
type memo struct {
	pairs [memoSize / 2][2]atomic.Pointer[form]
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
	pair := &m.pairs[hash(raw)%uint32(len(m.pairs))]
	first := pair[0].Load()
	if first.is(raw, acronym) {
		return first
	}
	second := pair[1].Load()
	if !second.is(raw, acronym) {
		return nil
	}
	pair[0].Store(second)
	pair[1].Store(first)
	return second
}

func (f *form) is(raw string, acronym bool) bool {
	return f != nil && f.raw == raw && f.acronym == acronym
}

// maxRemembered is the longest spelling in bytes that is remembered, so that no text can fill the memory.
const maxRemembered = 64

func (m *memo) put(f *form) {
	if len(f.raw) <= maxRemembered {
		m.pairs[hash(f.raw)%uint32(len(m.pairs))][1].Store(f)
	}
}
