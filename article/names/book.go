package names

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parley/article/analysis"
)

// layer is a set of groups with the ways to them. It never changes once built.
type layer struct {
	groups []Group
	// keys are those of each group's forms.
	keys  [][]string
	root  *node
	byKey map[string][]int
}

// node is a place in the tree of forms, word by word.
type node struct {
	next map[string]*node
	// groups are those that have a form ending here.
	groups []int
	manner manner
}

// manner says in which dress a form is a name.
type manner uint8

const (
	// anyCase forms are names in small letters too.
	anyCase manner = iota
	// uncased forms are words as well: in small letters they are names only in a text without any capital.
	uncased
	// capital forms are names only with their capital.
	capital
)

func newLayer(groups []Group) *layer {
	l := &layer{groups: groups, keys: make([][]string, len(groups)), root: &node{}, byKey: map[string][]int{}}
	for i, g := range groups {
		for _, form := range g.Forms {
			l.keys[i] = append(l.keys[i], l.add(form, i))
		}
	}
	return l
}

// add makes a form of a group findable, and returns its key.
func (l *layer) add(form string, group int) string {
	keys := keysOf(form)
	if len(keys) == 0 {
		return ""
	}
	n := l.root
	for _, k := range keys {
		child := n.next[k]
		if child == nil {
			child = &node{}
			if n.next == nil {
				n.next = map[string]*node{}
			}
			n.next[k] = child
		}
		n = child
	}
	if len(n.groups) == 0 {
		n.manner = mannerOf(form, keys)
	}
	key := strings.Join(keys, " ")
	if !slices.Contains(n.groups, group) {
		n.groups = append(n.groups, group)
		l.byKey[key] = append(l.byKey[key], group)
	}
	return key
}

// words are the parts of a text that forms are compared by; a hyphenated word counts by its parts.
func words(text string) []analysis.Token { return apart(analysis.Tokenize(text, "")) }

// apart leaves out the joined forms of hyphenated words. It writes over its argument.
func apart(tokens []analysis.Token) []analysis.Token {
	return slices.DeleteFunc(tokens, func(t analysis.Token) bool { return t.Joined })
}

// keyOf is what a word is compared by: its folded form, in Cyrillic its stem, since names are inflected there.
func keyOf(t analysis.Token) string {
	if first, _ := utf8.DecodeRuneInString(t.Exact); unicode.Is(unicode.Cyrillic, first) {
		return t.Stem
	}
	return t.Exact
}

func keysOf(form string) []string {
	tokens := words(form)
	keys := make([]string, len(tokens))
	for i, t := range tokens {
		keys[i] = keyOf(t)
	}
	return keys
}

// key is what a whole form is found by.
func key(form string) string { return strings.Join(keysOf(form), " ") }

// Book is a set of groups. It is immutable and safe for many goroutines; the nil *Book is empty.
type Book struct {
	// layers are asked last to first: what an article or a moderator says goes before the gazetteer.
	layers []*layer
	// circles remembers what stands around a form, by its key; only forms of the book are kept.
	circles *sync.Map
}

func newBook(layers []*layer) *Book { return &Book{layers: layers, circles: &sync.Map{}} }

// With returns a book that also has these groups; b itself is not changed. It costs time in proportion to groups alone.
func (b *Book) With(groups ...Group) *Book {
	var layers []*layer
	if b != nil {
		layers = b.layers
	}
	return newBook(append(slices.Clip(layers), newLayer(slices.Clone(groups))))
}

// Find returns the names that stand in text, in order, none within another: where several begin at one word, the longest. Spelling is
// compared folded. A name that is a word too (Turkey, Chad) needs its capital: always, or where the text has any capital.
// The group of a match is the one with the closest relation among those that have the form. Time is linear in the text.
func (b *Book) Find(text string) []Match {
	if b == nil {
		return nil
	}
	f := finder{text: text, tokens: words(text), cased: hasCapital(text)}
	var found []Match
	for i := 0; i < len(f.tokens); {
		best, last := (*Group)(nil), i
		for k := len(b.layers) - 1; k >= 0; k-- {
			if g, end := f.longest(b.layers[k], i); g != nil && (best == nil || end > last) {
				best, last = g, end
			}
		}
		if best != nil {
			found = append(found, Match{Start: f.tokens[i].Start, End: f.end(last), Group: best})
			i = last
		}
		i++
	}
	return found
}

// finder looks for forms at the words of one text.
type finder struct {
	text   string
	tokens []analysis.Token
	cased  bool
}

// longest is the group of the longest form that begins at word i, and the word that it ends with.
func (f *finder) longest(l *layer, i int) (*Group, int) {
	var best *node
	last := i
	n := l.root
	for j := i; j < len(f.tokens); j++ {
		if j > i && !f.tied(j-1) {
			break
		}
		child := n.next[keyOf(f.tokens[j])]
		if child == nil {
			child = n.next[f.bare(j)]
		}
		if child == nil {
			break
		}
		n = child
		if len(n.groups) > 0 && f.dressed(n.manner, f.tokens[i:j+1]) {
			best, last = n, j
		}
	}
	if best == nil {
		return nil, 0
	}
	g := best.groups[0]
	for _, other := range best.groups {
		if l.groups[other].Relation < l.groups[g].Relation {
			g = other
		}
	}
	return &l.groups[g], last
}

// bare is the key of word j without the ending that an apostrophe ties to it (Ankara'da), or "".
func (f *finder) bare(j int) string {
	if at := f.apostrophe(j); at > 0 {
		return analysis.Fold(f.text[f.tokens[j].Start:at])
	}
	return ""
}

// apostrophe is where in the text word j has one, or 0.
func (f *finder) apostrophe(j int) int {
	t := f.tokens[j]
	if at := strings.IndexAny(f.text[t.Start:t.End], "'’"); at > 1 {
		return t.Start + at
	}
	return 0
}

// end is where word j ends as a name.
func (f *finder) end(j int) int {
	t := f.tokens[j]
	if at := f.apostrophe(j); at > 0 && analysis.Fold(f.text[t.Start:at]) != t.Exact {
		for _, r := range f.text[at:t.End] {
			if unicode.IsUpper(r) {
				return t.End
			}
		}
		if len(f.text[at:t.End]) <= 6 {
			return at
		}
	}
	return t.End
}

// tied says that words j and j+1 may belong to one name: a blank, a hyphen, an abbreviation's dot between them.
func (f *finder) tied(j int) bool {
	a, z := f.tokens[j].End, f.tokens[j+1].Start
	if z < a {
		return true
	}
	gap := f.text[a:z]
	return len(gap) <= 4 && !strings.ContainsAny(gap, ",;:!?\n()[]\"") && (gap == "" || strings.Trim(gap, " -–.'’‐‑&\u00a0") == "")
}

// dressed says that words in this dress are a name of that manner.
func (f *finder) dressed(m manner, span []analysis.Token) bool {
	for _, t := range span {
		if t.Cap {
			return true
		}
	}
	switch m {
	case anyCase:
		return true
	case uncased:
		return !f.cased
	}
	return false
}

func hasCapital(text string) bool {
	return strings.IndexFunc(text, unicode.IsUpper) >= 0
}
