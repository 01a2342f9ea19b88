package gate

import (
	"parley/article/names"
)

type itemKind uint8

const (
	plain itemKind = iota
	// minor words carry no content but may exclude one another: before, after; all, some.
	minor
	name
	number
	day
)

// item is what is compared between a claim and a passage: a content word, a word of a name, a number or a date.
type item struct {
	// from and to are its words, to excluded.
	from, to int
	kind     itemKind
	// weight is its share in coverage.
	weight float64
	senses []sense
	// form is the name as the book knows it, "" where it does not.
	form string
}

// items are the text's items in order.
func (t *text) items(book *names.Book, entities []entity) []item {
	named := make([]bool, len(t.words))
	for _, n := range entities {
		for i := n.from; i < n.to; i++ {
			named[i] = true
		}
	}
	forms := t.forms(book)
	var out []item
	for i := 0; i < len(t.words); {
		it := t.item(i, named[i], forms)
		if it.kind != minor || it.senses != nil {
			out = append(out, it)
		}
		i = it.to
	}
	return out
}

// item reads the item that begins at word i.
func (t *text) item(i int, named bool, forms map[int]names.Match) item {
	w := &t.words[i]
	it := item{from: i, to: i + 1, weight: 1, senses: sensesOf(w)}
	switch {
	case t.dated[i] >= 0:
		it.kind, it.to, it.senses = day, t.dates[t.dated[i]].to, nil
	case t.counted[i] >= 0:
		a := &t.amounts[t.counted[i]]
		it.kind, it.to, it.senses = number, a.to, nil
		if a.small() {
			it.weight = 0.5
		}
	case (w.function || particles[w.exact]) && (!named || !w.cap):
		it.kind, it.weight = minor, 0
	case named:
		it.kind, it.senses = name, nil
		if m, ok := forms[i]; ok {
			it.form = t.raw[m.Start:m.End]
			for it.to < len(t.words) && t.words[it.to].start < m.End {
				it.to++
			}
		}
	case speech[w.stem] || speech[w.exact]:
		it.weight = 0.4
	case titles[w.exact]:
		it.weight = 0.7
	}
	return it
}

// forms gives for each word at which a form of the book begins that form.
func (t *text) forms(book *names.Book) map[int]names.Match {
	matches := find(book, t.raw)
	if len(matches) == 0 {
		return nil
	}
	out := make(map[int]names.Match, len(matches))
	at := 0
	for _, m := range matches {
		for at < len(t.words) && t.words[at].start < m.Start {
			at++
		}
		if at < len(t.words) && t.words[at].start < m.End {
			out[at] = m
		}
	}
	return out
}

// same says whether item a of t is item b of u, as far as words tell.
func (t *text) same(a *item, u *text, b *item, book *names.Book) bool {
	if a.kind == number || b.kind == number || a.kind == day || b.kind == day {
		return a.kind == b.kind && t.sameValue(a, u, b)
	}
	if a.kind == minor || b.kind == minor {
		return a.kind == b.kind && t.words[a.from].exact == u.words[b.from].exact
	}
	w, p := &t.words[a.from], &u.words[b.from]
	if a.kind != b.kind && (speech[w.exact] || speech[p.exact]) {
		return false // Mr Said, said
	}
	switch {
	case w.stem == p.stem || w.exact == p.exact:
		return true
	case a.form != "" && b.form != "":
		return same(book, a.form, b.form)
	case a.kind == name || b.kind == name:
		return derived(w.exact, p.exact) || a.kind == b.kind && (misspelt(p, w) || w.caps && u.spellsFrom(b.from, w.exact) || p.caps && t.spellsFrom(a.from, p.exact))
	}
	return akin(a.senses, b.senses) || family(w.exact, p.exact)
}

func (t *text) sameValue(a *item, u *text, b *item) bool {
	if a.kind == number {
		return t.amounts[t.counted[a.from]].equals(&u.amounts[u.counted[b.from]])
	}
	d, p := t.dates[t.dated[a.from]], u.dates[u.dated[b.from]]
	return p.covers(d) || d.month != 0 && p.covers(d.without())
}

// family says that two words share a long beginning and differ in their ending: threat, threatening.
func family(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && len(a)-n <= 4 && len(b)-n <= 4 && min(len(a), len(b))-n <= 2
}
