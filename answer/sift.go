package answer

import (
	"cmp"
	"slices"
	"strings"

	"parley/article/analysis"
)

const (
	// smallGuild is up to how many passages a guild has every candidate taken apart: there it costs little.
	smallGuild = 5_000
	// examined is how many candidates are taken apart in a larger guild. Of 608 questions about half an encyclopedia
	// hidden among 100,000 passages, as many were answered at 1, 5 and 10 as with all 200.
	examined = 50
	// trusted is how many of them are the index's own first: it folds and stems, and sees what letters do not show.
	trusted = 10
)

// sift leaves of the candidates of a large guild those that are worth taking apart, in the order in which they came. Here
// how often a concept is named counts too, but it is found by the letters of its stem alone, which takes a tenth of the
// time of taking a text apart.
func (m *matcher) sift(cands []Candidate, passages int) []Candidate {
	if passages <= smallGuild || len(cands) <= examined {
		return cands
	}
	clues := m.clues()
	scores := make([]float64, len(cands))
	rest := make([]int, 0, len(cands)-trusted)
	var buf []byte
	for i := trusted; i < len(cands); i++ {
		scores[i], buf = glance(clues, &cands[i], buf)
		rest = append(rest, i)
	}
	slices.SortStableFunc(rest, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	rest = rest[:examined-trusted]
	slices.Sort(rest)
	out := slices.Clone(cands[:trusted])
	for _, i := range rest {
		out = append(out, cands[i])
	}
	return out
}

// clue is how a concept is found in letters: by any of its forms, each all of its stems.
type clue struct {
	idf   float64
	forms []clueForm
}

type clueForm struct {
	roots  []string
	weight float64
}

func (m *matcher) clues() []clue {
	out := make([]clue, len(m.q.concepts))
	for i, c := range m.q.concepts {
		out[i].idf = c.idf
		for _, f := range c.forms {
			g := clueForm{weight: f.weight}
			for _, s := range f.stems {
				g.roots = append(g.roots, root(s))
			}
			out[i].forms = append(out[i].forms, g)
		}
	}
	return out
}

// root is a stem without the last letter that its word may have otherwise: citi of city, hope of hoping.
func root(stem string) string {
	if n := len(stem); n > 3 && (stem[n-1] == 'i' || stem[n-1] == 'e') {
		return stem[:n-1]
	}
	return stem
}

// aboveWeight is what a concept in the heading or title counts beside one in the text.
const aboveWeight = 0.5

// glance scores a candidate by what its letters name: each concept by its idf, and by how often with BM25's saturation for
// k1 0.9. buf is room for the next call.
func glance(clues []clue, c *Candidate, buf []byte) (float64, []byte) {
	buf = small(buf[:0], c.Passage.Text)
	n := len(buf)
	buf = small(append(small(append(buf, ' '), c.Passage.Heading), ' '), c.Meta.Title)
	all := string(buf)
	text, above := all[:n], all[n:]
	score := 0.0
	for i := range clues {
		in, over := 0.0, 0.0
		for j := range clues[i].forms {
			f := &clues[i].forms[j]
			in = max(in, f.weight*float64(f.count(text)))
			over = max(over, f.weight*float64(min(1, f.count(above))))
		}
		score += clues[i].idf * (in*1.9/(in+0.9) + aboveWeight*over)
	}
	return score, buf
}

// count is how often words of text begin with the form's rarest root.
func (f *clueForm) count(text string) int {
	least := enoughOften
	for _, r := range f.roots {
		if least = min(least, begins(text, r)); least == 0 {
			break
		}
	}
	return least
}

// enoughOften is where counting ends: more says no more.
const enoughOften = 4

// begins counts the words of text that begin with root.
func begins(text, root string) int {
	n := 0
	for at := 0; n < enoughOften; at += len(root) {
		i := strings.Index(text[at:], root)
		if i < 0 {
			break
		}
		if at += i; at == 0 || !isLetter(text[at-1]) {
			n++
		}
	}
	return n
}

// small appends s with its ASCII letters small: what else folding would change is left to the trusted.
func small(b []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

// sought are the terms that candidates of a large guild are proposed by: of each form that any passage has, the rarest, since a
// passage that has the form has that too. What else a name's other forms bring ("republic", "united") costs time and finds what
// is about something else. In a small guild all terms are sought.
func (q *query) sought(terms []string, df map[string]int, passages int) []string {
	if passages <= smallGuild {
		return terms
	}
	var out []string
	for _, c := range q.concepts {
		for _, f := range c.forms {
			term := func(stem string) string { return analysis.Token{Stem: stem}.Term() }
			rarest := slices.MinFunc(f.stems, func(a, b string) int { return cmp.Compare(df[term(a)], df[term(b)]) })
			if t := term(rarest); !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}
