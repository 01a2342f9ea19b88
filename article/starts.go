package article

import (
	"regexp/syntax"
	"strings"
	"unicode"
)

// starts knows with which two letters a text can begin that an anchored form matches, so that the form itself is tried on
// few texts: the rules are many, and a form costs some hundred times more than this. The zero value knows nothing.
type starts struct {
	// narrow is false where the form may begin with anything.
	narrow bool
	// pairs are by the first two bytes in small letters; anyByte stands for all that is not ASCII.
	pairs [anyByte + 1][anyByte + 1]bool
}

// anyByte stands for a byte that is not ASCII, and for the end of the text.
const anyByte = 0x7f

// startsOf reads the two letters off a compiled form.
func startsOf(form string) *starts {
	s := &starts{}
	tree, err := syntax.Parse(form, syntax.Perl)
	if err != nil {
		return s
	}
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil || prog.StartCond()&syntax.EmptyBeginText == 0 {
		return s
	}
	s.narrow = true
	for first, next := range firstBytes(prog, uint32(prog.Start)) {
		for _, pc := range next {
			seconds := firstBytes(prog, pc)
			for second := range seconds {
				s.pairs[first][second] = true
			}
		}
	}
	return s
}

// may says that a text with these letters can match.
func (s *starts) may(text string) bool {
	return !s.narrow || s.pairs[smallByte(text, 0)][smallByte(text, 1)]
}

func smallByte(text string, i int) byte {
	switch {
	case i >= len(text) || text[i] >= anyByte:
		return anyByte
	case text[i] >= 'A' && text[i] <= 'Z':
		return text[i] + 'a' - 'A'
	}
	return text[i]
}

// firstBytes returns the bytes that the program can read next at pc, each with where it goes on.
func firstBytes(prog *syntax.Prog, pc uint32) map[byte][]uint32 {
	next := map[byte][]uint32{}
	seen := map[uint32]bool{}
	var walk func(pc uint32)
	walk = func(pc uint32) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		in := &prog.Inst[pc]
		switch in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			walk(in.Out)
			walk(in.Arg)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			walk(in.Out)
		case syntax.InstMatch:
			for b := range byte(anyByte) {
				next[b] = append(next[b], pc)
			}
			next[anyByte] = append(next[anyByte], pc)
		case syntax.InstFail:
		default:
			for b := range byte(anyByte) {
				if in.MatchRune(rune(b)) || in.MatchRune(unicode.ToUpper(rune(b))) {
					small := smallByte(string(rune(b)), 0)
					next[small] = append(next[small], in.Out)
				}
			}
			next[anyByte] = append(next[anyByte], in.Out)
		}
	}
	walk(pc)
	return next
}

// hasAny says that one of the cues occurs in lower.
func hasAny(lower string, cues []string) bool {
	for _, c := range cues {
		if strings.Contains(lower, c) {
			return true
		}
	}
	return false
}

// cueSet tells in one pass over a text whether any of its cues, of two bytes or more, occurs there.
type cueSet struct {
	pairs   [1 << 16 / 64]uint64 // the first two bytes of the cues, a bit each
	byFirst [1 << 8][]string
}

func newCueSet(cues ...string) *cueSet {
	c := &cueSet{}
	for _, cue := range cues {
		pair := int(cue[0])<<8 | int(cue[1])
		c.pairs[pair/64] |= 1 << (pair % 64)
		c.byFirst[cue[0]] = append(c.byFirst[cue[0]], cue)
	}
	return c
}

func (c *cueSet) in(lower string) bool {
	for i := range len(lower) - 1 {
		pair := int(lower[i])<<8 | int(lower[i+1])
		if c.pairs[pair/64]>>(pair%64)&1 == 1 && startsAny(lower[i:], c.byFirst[lower[i]]) {
			return true
		}
	}
	return false
}
