package names

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Form is another form of a name, and how close it is.
type Form struct {
	Text     string
	Relation Relation
}

// Forms returns the other forms of a name: those of its own thing first, then its people's or country's, then what it stands
// for or what stands for it. Forms that fold alike are given once. An unknown form has none.
func (b *Book) Forms(form string) []Form {
	if b == nil {
		return nil
	}
	k := key(form)
	if !b.has(k) {
		return nil
	}
	return slices.Clone(b.circle(form, k).forms[1:])
}

// Same says by which relation two forms name the same, the closest there is: one spelling or acronym for another, a people for
// its country, a capital for its country or the country's people. It is symmetric, and not transitive: two groups that share a form do
// not become one. ok is false where the book knows of none.
func (b *Book) Same(a, c string) (Relation, bool) {
	ka, kc := key(a), key(c)
	if ka == kc {
		return Same, ka != ""
	}
	if b == nil || !b.has(ka) || !b.has(kc) {
		return 0, false
	}
	r, ok := b.circle(a, ka).relation(kc)
	if back, also := b.circle(c, kc).relation(ka); also && (!ok || back < r) {
		r, ok = back, true
	}
	return r, ok
}

func (b *Book) has(key string) bool {
	for _, l := range b.layers {
		if len(l.byKey[key]) > 0 {
			return true
		}
	}
	return false
}

// circle is what stands around one form: each relation taken one step further than the last.
type circle struct {
	book  *Book
	forms []Form
	keys  []string
	known map[string]int
}

// circle is worked out once for each form of the book.
func (b *Book) circle(form, k string) *circle {
	if c, ok := b.circles.Load(k); ok {
		return c.(*circle)
	}
	c := &circle{book: b, forms: []Form{{form, Same}}, keys: []string{k}, known: map[string]int{k: 0}}
	same := c.step(0, Same, Same)
	people := c.step(0, Demonym, Demonym)
	// A people leads to its country's other names as well.
	c.step(same, Same, Demonym)
	c.step(0, Metonym, Metonym)
	c.step(people, Same, Metonym)
	c.step(people, Demonym, Metonym)
	b.circles.Store(k, c)
	return c
}

func (c *circle) relation(key string) (Relation, bool) {
	i, ok := c.known[key]
	if !ok {
		return 0, false
	}
	return c.forms[i].Relation, true
}

// step adds the forms of all groups of relation via that hold one of the forms known so far, from the given one on, as
// relation r. It returns how many are known then.
func (c *circle) step(from int, via, r Relation) int {
	for i, known := from, len(c.forms); i < known; i++ {
		c.book.holding(c.keys[i], via, func(g *Group, keys []string) {
			for j, k := range keys {
				c.learn(g.Forms[j], k, r)
			}
		})
	}
	return len(c.forms)
}

func (c *circle) learn(form, key string, r Relation) {
	if _, ok := c.known[key]; ok || key == "" {
		return
	}
	c.known[key] = len(c.forms)
	c.forms = append(c.forms, Form{form, r})
	c.keys = append(c.keys, key)
}

// holding gives each group of that relation that has the form. An acronym that an article or a moderator explains has that
// meaning alone, whatever it is in the gazetteer.
func (b *Book) holding(key string, via Relation, give func(*Group, []string)) {
	for i := len(b.layers) - 1; i >= 0; i-- {
		l, explained := b.layers[i], false
		for _, g := range l.byKey[key] {
			if l.groups[g].Relation == via {
				give(&l.groups[g], l.keys[g])
				explained = explained || via == Same && isAcronym(l.groups[g].Forms[slices.Index(l.keys[g], key)])
			}
		}
		if explained {
			return
		}
	}
}

// isAcronym says that a form is two capitals or more, and nothing else but dots and digits.
func isAcronym(form string) bool {
	for _, r := range form {
		if !unicode.IsUpper(r) && r != '.' && !unicode.IsDigit(r) {
			return false
		}
	}
	return utf8.RuneCountInString(form) > 1
}
