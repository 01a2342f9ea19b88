package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parley/answer/thesaurus/packed"
)

// links are the pointers between words, with what they say of them.
var links = map[string]packed.LinkKind{
	"+": packed.Derived, "\\": packed.Derived, "<": packed.Derived, // of one root, of the noun, participle of
	"!": packed.Opposite,
}

func (b *builder) addLinks() {
	type pair struct {
		a, b int
		kind packed.LinkKind
	}
	best := map[pair]packed.Link{}
	for _, s := range b.net.order {
		for _, p := range s.pointers {
			l, ok := b.link(s, p)
			if !ok {
				continue
			}
			at := pair{l.A, l.B, l.Kind}
			if old, ok := best[at]; ok {
				l.RankA, l.RankB = min(l.RankA, old.RankA), min(l.RankB, old.RankB)
			}
			best[at] = l
		}
	}
	b.graph.Links = slices.SortedFunc(maps.Values(best), func(a, b packed.Link) int {
		return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B), cmp.Compare(a.Kind, b.Kind))
	})
}

func (b *builder) link(s *synset, p pointer) (packed.Link, bool) {
	kind, ok := links[p.symbol]
	if !ok || p.fromWord == 0 || p.toWord == 0 || b.marked(s, p.fromWord) {
		return packed.Link{}, false
	}
	from, ok := b.kept[s.key][p.fromWord]
	to, ok2 := b.kept[p.to][p.toWord]
	if !ok || !ok2 || b.marked(b.net.synsets[p.to], p.toWord) {
		return packed.Link{}, false
	}
	l := packed.Link{A: b.ids[normal(from)], B: b.ids[normal(to)], Kind: kind,
		RankA: min(3, b.ranks[sense{s.key, from}]), RankB: min(3, b.ranks[sense{p.to, to}])}
	if l.A > l.B {
		l.A, l.B, l.RankA, l.RankB = l.B, l.A, l.RankB, l.RankA
	}
	return l, l.A != l.B
}

// addForms adds the irregular forms of one word. Of several bases the most frequent stands first, a verb before a noun.
func (b *builder) addForms(irregular map[string][]string) {
	for _, form := range slices.Sorted(maps.Keys(irregular)) {
		base := ""
		for _, c := range irregular[form] {
			if id, ok := b.ids[c]; ok && (base == "" || b.graph.Classes[id].Frequency() > b.graph.Classes[b.ids[base]].Frequency()) {
				base = c
			}
		}
		if base != "" && !strings.ContainsAny(form, " -_'") && keep(form) {
			b.graph.Irregular = append(b.graph.Irregular, packed.Form{Form: form, Base: base})
		}
	}
}
