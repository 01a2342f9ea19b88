package main

import (
	"cmp"
	"slices"
	"strings"

	"parley/answer/thesaurus/packed"
)

const (
	// maxWords is how many words a phrase has at most.
	maxWords = 3
	// tooGeneral is how many synsets stand below one that says too little of what it covers.
	tooGeneral = 60
)

// species are the lexicographer files of animals and plants, whose tree of kinds is no kinship of meaning.
var species = map[string]bool{"05": true, "20": true}

// unwanted are the manners of speaking whose words no search should take for others: what WordNet marks so is nobody's kin.
var unwanted = []string{"ethnic slur", "disparagement", "obscenity", "archaism"}

// builder turns WordNet's synsets into a graph of the words that are kept.
type builder struct {
	net *wordnet
	// kept are the words of each synset that are kept, with their places in it.
	kept map[key]map[int]string
	// ids are the places of the words in the graph, by their normal form.
	ids map[string]int
	// ranks are the places of the senses of a word, over all parts of speech.
	ranks  map[sense]uint8
	groups map[key]int
	below  map[key]int
	graph  packed.Graph
}

func build(net *wordnet, irregular map[string][]string) *packed.Graph {
	b := &builder{net: net, kept: map[key]map[int]string{}, ids: map[string]int{}, ranks: map[sense]uint8{}, groups: map[key]int{}, below: map[key]int{}}
	b.keepWords()
	b.rankSenses()
	b.addGroups()
	b.addEdges()
	b.addLinks()
	b.addForms(irregular)
	return &b.graph
}

// keep says whether a word is kept: small letters, one to three words. What is written with a capital is a name.
func keep(word string) bool {
	if len(word) < 2 || len(word) > 40 || len(strings.Fields(normal(word))) > maxWords {
		return false
	}
	for _, c := range word {
		if (c < 'a' || c > 'z') && c != ' ' && c != '-' && c != '\'' {
			return false
		}
	}
	return word[0] >= 'a' && word[0] <= 'z'
}

// normal is the form by which a word is found: a hyphen counts as a blank.
func normal(word string) string { return strings.ReplaceAll(word, "-", " ") }

func (b *builder) keepWords() {
	spellings := map[string]string{}
	classes := map[string]packed.Class{}
	counts := map[string]int{}
	for _, s := range b.net.order {
		b.kept[s.key] = map[int]string{}
		for i, w := range s.words {
			if !keep(w) {
				continue
			}
			n := normal(w)
			b.kept[s.key][i+1] = w
			if old, ok := spellings[n]; !ok || w < old {
				spellings[n] = w // the blank, which sorts before the hyphen, wins where both are written
			}
			classes[n] |= map[string]packed.Class{"n": packed.Noun, "v": packed.Verb, "a": packed.Adjective, "r": packed.Adverb}[s.pos]
			counts[n] += b.net.counts[sense{s.key, w}]
		}
	}
	for n := range spellings {
		b.graph.Words = append(b.graph.Words, n)
	}
	slices.Sort(b.graph.Words)
	for i, n := range b.graph.Words {
		b.ids[n] = i
		b.graph.Words[i] = spellings[n]
		b.graph.Classes = append(b.graph.Classes, classes[n].WithFrequency(step(counts[n])))
	}
}

// step is a step of frequency for a count in the text that WordNet's authors marked by hand, of some 230,000 words.
func step(count int) int {
	switch {
	case count == 0:
		return 0
	case count < 5:
		return 1
	case count < 25:
		return 2
	}
	return 3
}

// rankSenses orders the senses of each word by how often they were counted, then by their place in their part of speech.
func (b *builder) rankSenses() {
	byWord := map[string][]numbered{}
	for _, s := range b.net.senses {
		if b.has(s.sense) {
			byWord[normal(s.word)] = append(byWord[normal(s.word)], s)
		}
	}
	for _, senses := range byWord {
		slices.SortFunc(senses, func(a, b numbered) int {
			return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.number, b.number),
				strings.Compare(a.synset.pos, b.synset.pos), strings.Compare(a.synset.offset, b.synset.offset), strings.Compare(a.word, b.word))
		})
		for i, s := range senses {
			b.ranks[s.sense] = uint8(min(i, packed.LastRank-1))
			if i >= starts(s, senses) {
				b.ranks[s.sense] = packed.LastRank
			}
		}
	}
}

// starts is how many senses of a word are led on from: four, or six where nothing tells which are usual.
func starts(s numbered, senses []numbered) int {
	if senses[0].count == 0 || s.number == 1 {
		return 6
	}
	return 4
}

// has says that the sense's word is kept in its synset, which it is not when it is written there as a name.
func (b *builder) has(s sense) bool {
	for _, w := range b.kept[s.synset] {
		if w == s.word {
			return true
		}
	}
	return false
}

// addGroups adds the synsets that say something: those of two words or more, and those that lead on.
func (b *builder) addGroups() {
	type group struct {
		key     key
		members []packed.Member
	}
	var groups []group
	for _, s := range b.net.order {
		if members := b.members(s); len(members) > 0 && (len(members) > 1 || b.related(s)) {
			groups = append(groups, group{s.key, members})
		}
	}
	slices.SortStableFunc(groups, func(a, b group) int { return cmp.Compare(a.members[0].Word, b.members[0].Word) })
	for i, g := range groups {
		b.groups[g.key] = i
		b.graph.Groups = append(b.graph.Groups, g.members)
	}
}

// members are the words of a synset that are kept and not marked as abuse or as long out of use.
func (b *builder) members(s *synset) []packed.Member {
	byWord := map[int]packed.Member{}
	for i, w := range b.kept[s.key] {
		if b.marked(s, i) {
			continue
		}
		m := packed.Member{Word: b.ids[normal(w)], Rank: b.ranks[sense{s.key, w}]}
		if old, ok := byWord[m.Word]; !ok || m.Rank < old.Rank {
			byWord[m.Word] = m
		}
	}
	var all []packed.Member
	for _, m := range byWord {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b packed.Member) int { return cmp.Compare(a.Word, b.Word) })
	return all
}

// marked says that the word at a place of a synset, or all of it, is of an unwanted manner of speaking.
func (b *builder) marked(s *synset, at int) bool {
	for _, p := range s.pointers {
		if p.symbol != ";u" || p.fromWord != 0 && p.fromWord != at {
			continue
		}
		for _, w := range b.net.synsets[p.to].words {
			if slices.Contains(unwanted, w) {
				return true
			}
		}
	}
	return false
}

func (b *builder) related(s *synset) bool {
	for _, p := range s.pointers {
		if _, _, ok := b.edge(s, p); ok {
			return true
		}
	}
	return false
}

// edge is the relation that a pointer of s makes between groups, from and to which. Those that hold both ways are taken once.
func (b *builder) edge(s *synset, p pointer) (kind packed.EdgeKind, to *synset, ok bool) {
	to = b.net.synsets[p.to]
	switch p.symbol {
	case "@", "~":
		broad := to
		if p.symbol == "~" {
			broad = s
		}
		return packed.Broader, to, !species[s.file] && !species[to.file] && b.count(broad.key) <= tooGeneral
	case "&", "$":
		return packed.Similar, to, true
	case "*", ">":
		return packed.Entails, to, true
	}
	return 0, nil, false
}

// count is how many synsets stand below k, or a number above tooGeneral where there are more.
func (b *builder) count(k key) int {
	if n, ok := b.below[k]; ok {
		return n
	}
	seen := map[key]bool{}
	queue := []key{k}
	for len(queue) > 0 && len(seen) <= tooGeneral {
		s := b.net.synsets[queue[0]]
		queue = queue[1:]
		for _, p := range s.pointers {
			if (p.symbol == "~" || p.symbol == "~i") && !seen[p.to] {
				seen[p.to] = true
				queue = append(queue, p.to)
			}
		}
	}
	b.below[k] = len(seen)
	return len(seen)
}

func (b *builder) addEdges() {
	seen := map[packed.Edge]bool{}
	for _, s := range b.net.order {
		from, ok := b.groups[s.key]
		if !ok {
			continue
		}
		for _, p := range s.pointers {
			kind, other, ok := b.edge(s, p)
			if !ok || p.symbol == "~" {
				continue
			}
			to, ok := b.groups[other.key]
			if !ok {
				continue
			}
			e := packed.Edge{From: from, To: to, Kind: kind}
			if kind == packed.Similar {
				e.From, e.To = min(from, to), max(from, to)
			}
			if !seen[e] && from != to {
				seen[e] = true
				b.graph.Edges = append(b.graph.Edges, e)
			}
		}
	}
	slices.SortFunc(b.graph.Edges, func(a, b packed.Edge) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Kind, b.Kind))
	})
}
