package names

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"parley/article/analysis"
)

// Mentions are the names that an article mentions, sentence by sentence, without repeats within one. It can be kept as JSON.
type Mentions [][]string

// Mention reads an article's Mentions.
func Mention(body string) Mentions {
	var m Mentions
	last := -1
	for _, n := range ProperNames(body) {
		if n.Sentence != last {
			m = append(m, nil)
			last = n.Sentence
		}
		if s := &m[len(m)-1]; !slices.Contains(*s, n.Text) {
			*s = append(*s, n.Text)
		}
	}
	return m
}

// Variants returns the names that articles of one guild spell in several ways, the most frequent spelling first, with Origin
// FromArticle. Two names are variants where, word by word, they sound alike and differ by a letter or two, as transliterations
// do. Names that stand in one sentence are two names, and so are two names of the gazetteer. It would rather miss a
// variant than join two people. Time grows with the number of different names, not with its square.
func Variants(articles []Mentions) []Group {
	s := spellings{count: map[string]int{}, beside: map[[2]string]bool{}}
	for _, m := range articles {
		for _, sentence := range m {
			s.see(sentence)
		}
	}
	buckets := map[string][]string{}
	for name := range s.count {
		for _, b := range bucketsOf(name) {
			buckets[b] = append(buckets[b], name)
		}
	}
	join := joiner{}
	for _, names := range buckets {
		slices.Sort(names)
		s.compare(names, join)
	}
	return s.groups(join)
}

// spellings counts names, and which of them stand in one sentence.
type spellings struct {
	count  map[string]int
	beside map[[2]string]bool
}

func (s *spellings) see(sentence []string) {
	for i, a := range sentence {
		s.count[a]++
		for _, b := range sentence[i+1:] {
			s.beside[[2]string{a, b}], s.beside[[2]string{b, a}] = true, true
		}
	}
}

// maxBucket keeps a bucket of very many names from costing its square.
const maxBucket = 200

func (s *spellings) compare(names []string, join joiner) {
	names = names[:min(len(names), maxBucket)]
	for i, a := range names {
		for _, b := range names[i+1:] {
			if !s.beside[[2]string{a, b}] && variant(a, b) {
				join.union(a, b)
			}
		}
	}
}

func (s *spellings) groups(join joiner) []Group {
	sets := map[string][]string{}
	for name := range join {
		root := join.find(name)
		sets[root] = append(sets[root], name)
	}
	var groups []Group
	for _, forms := range sets {
		slices.SortFunc(forms, func(a, b string) int {
			return cmp.Or(cmp.Compare(s.count[b], s.count[a]), cmp.Compare(a, b))
		})
		groups = append(groups, Group{Forms: forms, Relation: Same, Origin: FromArticle})
	}
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Compare(a.Forms[0], b.Forms[0]) })
	return groups
}

// joiner is a union-find over names.
type joiner map[string]string

func (j joiner) find(name string) string {
	for j[name] != "" && j[name] != name {
		name = j[name]
	}
	return name
}

func (j joiner) union(a, b string) {
	ra, rb := j.find(a), j.find(b)
	j[ra] = ra
	j[rb] = min(ra, rb)
	j[ra] = min(ra, rb)
}

// bucketsOf are keys of which two variants share one: the sound of the first or of the last word that is no linking one.
func bucketsOf(name string) []string {
	w := parts(name)
	if len(w) == 0 {
		return nil
	}
	first, last := skeleton(w[0]), skeleton(w[len(w)-1])
	n := string(rune('0' + len(w)%10))
	if len(w) == 1 {
		return []string{n + prefix(first, 2)}
	}
	return []string{n + "<" + prefix(first, 2), n + ">" + prefix(last, 2)}
}

func prefix(s string, n int) string {
	if len(s) > n {
		return s[:n]
	}
	return s
}

// parts are a name's folded words without the linking ones, hyphens closed up; "st" before another word is "saint".
func parts(name string) []string {
	var w []string
	for field := range strings.FieldsSeq(name) {
		var b strings.Builder
		for _, t := range words(field) {
			if !linking[t.Exact] {
				b.WriteString(t.Exact)
			}
		}
		if b.Len() > 0 {
			w = append(w, b.String())
		}
	}
	for i := range w {
		if w[i] == "st" && i+1 < len(w) {
			w[i] = "saint"
		}
	}
	return w
}

// variant says that two names are spellings of one.
func variant(a, b string) bool {
	wa, wb := parts(a), parts(b)
	if len(wa) != len(wb) || len(wa) == 0 || shortForm(a) || shortForm(b) || inGazetteer(a) && inGazetteer(b) {
		return false
	}
	// A word that both names share vouches for the others.
	shared := false
	for i := range wa {
		shared = shared || wa[i] == wb[i] && utf8.RuneCountInString(wa[i]) >= 4
	}
	for i := range wa {
		if wa[i] != wb[i] && !near(wa[i], wb[i], shared, len(wa) == 1) {
			return false
		}
	}
	return a != b
}

func inGazetteer(name string) bool { return Gazetteer().has(key(name)) }

// near says that two folded words are spellings of one name. alone says that the word is the whole name, and must not be
// another form of it: Maria and Mario, Docker and Dockers.
func near(a, b string, shared, alone bool) bool {
	n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	limit := 0
	switch {
	case n >= 9, shared && n >= 6:
		limit = 2
	case n >= 5:
		limit = 1
	}
	if !alone && n >= 3 && singly(a) == singly(b) {
		return true
	}
	if limit == 0 || analysis.Distance(a, b, limit) > limit || differsAtEnd(a, b, alone) {
		return false
	}
	ka, kb := skeleton(a), skeleton(b)
	if ka == kb {
		return true
	}
	// In a long word one consonant may be left out, not another put for it.
	return n >= 9 && len(ka) != len(kb) && analysis.Distance(ka, kb, 1) == 1 && prefix(ka, 2) == prefix(kb, 2)
}

// differsAtEnd says that the words differ by a final vowel or s alone, which is grammar rather than spelling.
func differsAtEnd(a, b string, alone bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if b == a+"s" || b == a+"es" {
		return true
	}
	if !alone && len(a) >= 8 {
		return false
	}
	cut := func(s string) string { return strings.TrimRight(s, "aeo") }
	return a != b && cut(a) == cut(b)
}

// singly writes double letters once.
func singly(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// alike are spellings of one sound in names, finer than analysis.Sound: voiced and voiceless stay apart.
var alike = strings.NewReplacer(
	"tsch", "c", "sch", "s", "tch", "c", "sh", "s", "ch", "c", "cz", "c", "kh", "h", "gh", "g", "ph", "f", "th", "t", "dh", "d", "zh", "z",
	"dj", "j", "ck", "k", "cq", "k", "q", "k", "w", "v", "ks", "x", "ou", "u", "oo", "u",
)

// skeleton is a word's consonants as names are spelled: doubles once, vowels out but for one at the head, j and y as vowels
// behind one.
func skeleton(word string) string {
	s := alike.Replace(word)
	var b strings.Builder
	var last rune
	for i, r := range s {
		vowel := strings.ContainsRune("aeiouy", r) || r == 'h' && i > 0 || r == 'j' && strings.ContainsRune("aeiou", last)
		switch {
		case vowel && i == 0:
			b.WriteByte('a')
		case !vowel && r != last:
			b.WriteRune(normalSibilant(r))
		}
		last = r
	}
	return b.String()
}

// normalSibilant writes z as s and c as k, which transliterations exchange.
func normalSibilant(r rune) rune {
	switch r {
	case 'z':
		return 's'
	case 'c':
		return 'k'
	}
	return r
}
