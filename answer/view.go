package answer

import (
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"parley/article"
	"parley/article/analysis"
	"parley/article/names"

	"parley/answer/thesaurus"
)

// hit is one place where a passage names a concept of the question.
type hit struct {
	concept int
	pos     int // index of the token
	weight  float64
	exact   bool
}

// view is a candidate taken apart for one question.
type view struct {
	Candidate
	toks  []analysis.Token
	hits  []hit
	sents []sentence
	// best[i] is the weight of concept i's best match in the passage, 0 for none; near[i] that of a near match (same five letters).
	best, near []float64
	// kin[i] is the weight of the nearest word in meaning, 0 for none.
	kin   []float64
	count []float64
	// above[i] is the weight of concept i's match in what stands over the passage.
	above    []float64
	score    float64
	features features
}

// sentence is one sentence of a view.
type sentence struct {
	article.Span // within the passage's text
	// from and to bound the sentence's tokens, half open.
	from, to        int
	best, near, kin []float64
	// allied[i] is the weight of the word that has most to do with concept i, 0 for none.
	allied []float64
	// like is how much the sentence is alike to the question by the company that their words keep, 0 to 1.
	like float64
	// sum is the sum of its words' vectors, nil where none has one.
	sum []float64
	// held says that it holds what the question asks for.
	held bool
}

// matcher finds a question's concepts in passages.
type matcher struct {
	q       *query
	book    *names.Book
	first   map[string][]formRef
	prefix  map[string][]int
	kin     map[string][]kinRef
	company company
	// initials are the concepts that may stand spelled out, by first letter.
	initials map[byte][]int
}

// kinRef is a word or phrase near in meaning to a concept, or only allied to it: its stems, of which the map has the first.
type kinRef struct {
	concept int
	stems   []string
	weight  float64
	allied  bool
	// written says that newspapers write it for the concept: it counts as allied words do, and yet means the same.
	written bool
}

type formRef struct{ concept, form int }

// Two words are near when they share their first letters: all of the shorter stem, of four or more, or five.
const (
	prefixLength = 4
	nearLength   = 5
	nearWeight   = 0.6
)

func newMatcher(q *query, book *names.Book) *matcher {
	m := &matcher{q: q, book: book, first: map[string][]formRef{}, prefix: map[string][]int{}, initials: map[byte][]int{}}
	for i, c := range q.concepts {
		for j, f := range c.forms {
			m.first[f.stems[0]] = append(m.first[f.stems[0]], formRef{i, j})
		}
		if c.initials != "" {
			m.initials[c.initials[0]] = append(m.initials[c.initials[0]], i)
		}
		if s := c.token.Stem; len(s) >= prefixLength && !c.number {
			m.prefix[s[:prefixLength]] = append(m.prefix[s[:prefixLength]], i)
		}
	}
	m.kin = kindred(q)
	m.company = keepCompany(q)
	return m
}

// views takes candidates apart, on all cores: the matcher is only read.
func (m *matcher) views(cands []Candidate) []*view {
	out := make([]*view, len(cands))
	var next atomic.Int64
	var done sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(cands)) {
		done.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(cands); i = int(next.Add(1)) - 1 {
				out[i] = m.view(cands[i])
				m.split(out[i])
				m.soften(out[i])
			}
		})
	}
	done.Wait()
	return out
}

// view takes a candidate apart.
func (m *matcher) view(c Candidate) *view {
	n := len(m.q.concepts)
	v := &view{Candidate: c, toks: analysis.Tokenize(c.Passage.Text, c.Meta.Language)}
	buf := make([]float64, 4*n)
	v.best, v.near, v.kin, v.count = buf[:n], buf[n:2*n], buf[2*n:3*n], buf[3*n:]
	for p := range v.toks {
		m.at(v, p)
	}
	v.above = m.named(about(&v.Candidate), c.Meta.Language)
	for _, h := range v.hits {
		v.count[h.concept] += h.weight
		v.best[h.concept] = max(v.best[h.concept], h.weight)
	}
	return v
}

// at records what the token at p matches.
func (m *matcher) at(v *view, p int) {
	t := v.toks[p]
	for _, r := range m.first[t.Stem] {
		f := &m.q.concepts[r.concept].forms[r.form]
		if follows(v.toks, p, f.stems) {
			v.hits = append(v.hits, hit{r.concept, p, f.weight, t.Exact == f.exact})
		}
	}
	if len(m.initials) > 0 && t.Cap {
		for _, i := range m.initials[t.Exact[0]] {
			if spells(v.toks, p, m.q.concepts[i].initials) {
				v.hits = append(v.hits, hit{i, p, spelledOut, false})
			}
		}
	}
	for _, k := range m.kin[t.Stem] {
		if !k.allied && k.weight > v.kin[k.concept] && follows(v.toks, p, k.stems) {
			v.kin[k.concept] = k.weight
		}
	}
	m.likeness(t, v.near)
}

// likeness notes which concepts a token is near to by its letters.
func (m *matcher) likeness(t analysis.Token, near []float64) {
	if len(t.Stem) < prefixLength || t.Kind != analysis.Word {
		return
	}
	for _, i := range m.prefix[t.Stem[:prefixLength]] {
		s := m.q.concepts[i].token.Stem
		n := commonPrefix(s, t.Stem)
		if n >= nearLength || n == min(len(s), len(t.Stem)) && max(len(s), len(t.Stem)) <= n+3 {
			near[i] = max(near[i], nearWeight)
		}
	}
}

// spelledOut is what a name counts whose initials are those of an acronym in the question.
const spelledOut = 0.8

// spells says whether capitalised words from p on have these initials, small words between them aside.
func spells(toks []analysis.Token, p int, initials string) bool {
	n := 0
	for ; p < len(toks) && n < len(initials); p++ {
		t := toks[p]
		switch {
		case t.Joined:
		case t.Cap && t.Exact[0] == initials[n]:
			n++
		case t.Stop && n > 0:
		default:
			return false
		}
	}
	return n == len(initials) && n > 1
}

// follows says whether the stems stand in a row from p on, hyphen joints aside.
func follows(toks []analysis.Token, p int, stems []string) bool {
	for _, s := range stems {
		for p < len(toks) && toks[p].Joined && toks[p].Stem != s {
			p++
		}
		if p >= len(toks) || toks[p].Stem != s {
			return false
		}
		p++
	}
	return true
}

// split finds the sentences of the passage and what each of them names.
func (m *matcher) split(v *view) {
	n := len(m.q.concepts)
	spans := article.Sentences(v.Passage.Text)
	buf := make([]float64, 4*n*len(spans))
	tok := 0
	for _, sp := range spans {
		s := sentence{Span: sp, best: buf[:n], near: buf[n : 2*n], kin: buf[2*n : 3*n], allied: buf[3*n : 4*n]}
		buf = buf[4*n:]
		for tok < len(v.toks) && v.toks[tok].Start < sp.Start {
			tok++
		}
		s.from = tok
		for tok < len(v.toks) && v.toks[tok].Start < sp.End {
			tok++
		}
		s.to = tok
		v.sents = append(v.sents, s)
	}
	for _, h := range v.hits {
		if s := v.sentenceAt(h.pos); s != nil {
			s.best[h.concept] = max(s.best[h.concept], h.weight)
		}
	}
	for i := range v.sents {
		m.weakly(v, &v.sents[i])
		m.company.meet(&v.sents[i], v.toks)
		v.sents[i].held = holds(m.q, v, &v.sents[i])
	}
}

// weakly finds what only stands for a concept: a word with the same first letters, a word near in meaning.
func (m *matcher) weakly(v *view, s *sentence) {
	for p := s.from; p < s.to; p++ {
		t := v.toks[p]
		for _, k := range m.kin[t.Stem] {
			of := s.kin
			if k.allied {
				of = s.allied
			}
			if k.weight > of[k.concept] && follows(v.toks[:s.to], p, k.stems) {
				of[k.concept] = k.weight
			}
		}
		m.likeness(t, s.near)
	}
}

func (v *view) sentenceAt(pos int) *sentence {
	for i := range v.sents {
		if pos >= v.sents[i].from && pos < v.sents[i].to {
			return &v.sents[i]
		}
	}
	return nil
}

// text is the sentence's own words.
func (v *view) text(s *sentence) string { return v.Passage.Text[s.Start:s.End] }

// weigh gives every concept its inverse document frequency: log(1 + (N-n+0.5)/(n+0.5)), Robertson and Spärck Jones'
// weight as Lucene floors it, never negative. A concept that no passage names gets the highest.
func (q *query) weigh(df map[string]int, passages int) {
	q.total = 0
	for i := range q.concepts {
		c := &q.concepts[i]
		n := 0
		c.forms = slices.DeleteFunc(c.forms, func(f form) bool {
			seen := leastOf(df, f.stems)
			n = max(n, seen)
			return seen == 0 && !slices.Equal(f.stems, []string{c.token.Stem})
		})
		c.unseen = n == 0
		c.plain = idf(n, passages) * c.counts
		c.idf = idf(n, passages) * c.counts * c.tells()
		if i == q.focus && !c.name && !c.number {
			c.idf *= focusTells
		}
		q.total += c.idf
	}
}

// known is what a common word counts by its frequency in English, from never to often met: what is rare in a guild's few articles may
// be common in the language, and then says little. sayable is what remains of it where the guild never uses it: it may be said otherwise.
var known = [4]float64{1, 0.9, 0.75, 0.6}

const sayable = 0.6

// focusTells is what remains of what a question asks to be named: the answer to "which city" names one, and seldom says city.
const focusTells = 0.5

// tells is how much of a concept's idf counts, for what it is in the language.
func (c *concept) tells() float64 {
	if c.name || c.number || c.listed {
		return 1
	}
	frequency := thesaurus.Frequency(c.token.Exact)
	if frequency < 0 {
		return 1
	}
	if c.unseen {
		return known[frequency] * sayable
	}
	return known[frequency]
}

func leastOf(df map[string]int, stems []string) int {
	n := math.MaxInt
	for _, s := range stems {
		n = min(n, df[analysis.Token{Stem: s}.Term()])
	}
	return n
}

func idf(n, passages int) float64 {
	return math.Log(1 + (float64(passages-min(n, passages))+0.5)/(float64(n)+0.5))
}
