package names

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"parley/article/analysis"
)

// Mentions are the names that an article mentions, sentence by sentence, without repeats within one. It can be kept as JSON.
type Mentions [][]string

// Mention reads an article's Mentions.
func Mention(body string) Mentions { return mentions(ProperNames(body)) }

func mentions(found []Name) Mentions {
	var m Mentions
	last := -1
	for _, n := range found {
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
	buckets := map[string][]spelling{}
	for name := range s.count {
		sp := spelled(name)
		for _, b := range sp.buckets() {
			buckets[b] = append(buckets[b], sp)
		}
	}
	join := joiner{}
	for _, all := range buckets {
		slices.SortFunc(all, func(a, b spelling) int { return cmp.Compare(a.text, b.text) })
		s.compare(all, join)
	}
	return append(s.groups(join), s.initials()...)
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

// maxBucket keeps names of one sound from costing their square: beyond the first 300 in order of the alphabet they are not compared.
const maxBucket = 300

func (s *spellings) compare(all []spelling, join joiner) {
	all = all[:min(len(all), maxBucket)]
	for i, a := range all {
		for _, b := range all[i+1:] {
			if variant(a, b) && !s.beside[[2]string{a.text, b.text}] {
				join.union(a.text, b.text)
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
		if forms = differing(forms); len(forms) > 1 {
			groups = append(groups, Group{Forms: forms, Relation: Same, Origin: FromArticle})
		}
	}
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Compare(a.Forms[0], b.Forms[0]) })
	return groups
}

// differing keeps the first of the forms that a Book cannot tell apart: in capitals, without diacritics.
func differing(forms []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(forms, func(form string) bool {
		k := key(form)
		had := seen[k]
		seen[k] = true
		return had
	})
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

// spelling is a name made ready for comparing.
type spelling struct {
	text string
	// parts are its folded words, skeletons their sounds.
	parts, skeletons []string
	// vetoed names are compared only for diacritics and double letters: the gazetteer's, and acronyms.
	vetoed bool
}

func spelled(name string) spelling {
	s := spelling{text: name, parts: parts(name), vetoed: shortForm(name) || Gazetteer().has(key(name))}
	for _, p := range s.parts {
		s.skeletons = append(s.skeletons, skeleton(p))
	}
	return s
}

// buckets are keys of which two variants share one: the sound of the first or of the last word.
func (s spelling) buckets() []string {
	n := len(s.parts)
	if n == 0 {
		return nil
	}
	count := strconv.Itoa(n)
	if n == 1 {
		return []string{count + prefix(s.skeletons[0], 2)}
	}
	return []string{count + "<" + prefix(s.skeletons[0], 3), count + ">" + prefix(s.skeletons[n-1], 3)}
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
			if !linking[t.Exact] || t.Cap && len(t.Exact) == 1 {
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
func variant(a, b spelling) bool {
	if len(a.parts) != len(b.parts) || len(a.parts) == 0 {
		return false
	}
	// A word that both names share vouches for the others.
	shared := false
	for i := range a.parts {
		shared = shared || a.parts[i] == b.parts[i] && utf8.RuneCountInString(a.parts[i]) >= 4
	}
	alone := len(a.parts) == 1
	for i, p := range a.parts {
		q := b.parts[i]
		switch {
		case p == q:
		case a.vetoed || b.vetoed:
			return false
		case !alone && len(p) >= 3 && singly(p) == singly(q):
		case !alone && transliterated(a, b, i):
		case !near(p, q, shared, alone) || !soundsAlike(a.skeletons[i], b.skeletons[i], len(p)):
			return false
		}
	}
	return a.text != b.text
}

// transliterated says that word i of two names of several words is one word put into our letters in two ways: every word of the names
// has the same consonants, and no word is far from the other.
func transliterated(a, b spelling, i int) bool {
	letters := 0
	for k := range a.parts {
		if a.skeletons[k] != b.skeletons[k] || len(a.skeletons[k]) == 0 {
			return false
		}
		letters += len(a.skeletons[k])
	}
	p, q := a.parts[i], b.parts[i]
	n := min(utf8.RuneCountInString(p), utf8.RuneCountInString(q))
	return letters >= 5 && n >= 3 && analysis.Distance(p, q, 2) <= 2 && !grammar(p, q, false)
}

// near says that two folded words differ by few letters, and not by grammar. alone says that the word is the whole name.
func near(a, b string, shared, alone bool) bool {
	n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	limit := 0
	switch {
	case n >= 9, shared && n >= 6:
		limit = 2
	case n >= 5:
		limit = 1
	}
	if limit == 0 || analysis.Distance(a, b, limit) > limit || grammar(a, b, alone) {
		return false
	}
	// Five letters with another vowel are too often another name.
	return n > 5 || !alone || vowels(a) == vowels(b)
}

// soundsAlike says that two skeletons are one; in a long word one consonant may be left out, not another put for it.
func soundsAlike(a, b string, n int) bool {
	if a == b {
		return true
	}
	return n >= 9 && len(a) != len(b) && analysis.Distance(a, b, 1) == 1 && prefix(a, 2) == prefix(b, 2)
}

// grammar says that the words differ at their end as forms of one word or names of two people do: Docker and Dockers, Maria and
// Mario, Calvinist and Calvinism.
func grammar(a, b string, alone bool) bool {
	same := 0
	for same < min(len(a), len(b)) && a[same] == b[same] {
		same++
	}
	// The ends may begin with letters that both have: catholic-ism and catholic-s share none, marin-a and marin-as do.
	for cut := same; cut >= max(3, same-2); cut-- {
		ta, tb := a[cut:], b[cut:]
		if inflections[ta] && inflections[tb] && (alone || len(ta)+len(tb) > 2 || ta == "s" || tb == "s") {
			return true
		}
	}
	return false
}

// inflections are the ends by which forms of a word differ.
var inflections = map[string]bool{
	"": true, "s": true, "es": true, "a": true, "e": true, "o": true, "as": true, "os": true, "ism": true, "isms": true, "ist": true, "ists": true, "ic": true,
	"ics": true, "istic": true, "ian": true, "ians": true, "an": true, "ans": true, "ish": true, "ese": true, "er": true, "ers": true, "ite": true, "ites": true,
}

func vowels(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouy", r) {
			return r
		}
		return -1
	}, singly(s))
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
			if i > 0 {
				r = normalSibilant(r)
			}
			b.WriteRune(r)
		}
		last = r
	}
	return strings.Replace(b.String(), "c", "k", 1)
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
