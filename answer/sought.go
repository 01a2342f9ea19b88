package answer

import (
	"cmp"
	"slices"

	"parley/article/analysis"
)

// smallGuild is up to how many passages a guild has every candidate taken apart: there it costs little, and the index's own order
// says less.
const smallGuild = 5_000

// proposals is how many candidates the index is asked for, all of which are taken apart. In a small guild more cost time and found
// nothing in the measurements. In a large one the index weighs concepts as we do: of 608 questions about half an encyclopedia
// hidden among 100,000 passages, 30 candidates find one more in the first place than 50, and two and three fewer among five and ten; 20 lose nine
// among ten.
func proposals(passages int) int {
	if passages <= smallGuild {
		return 200
	}
	return 30
}

// widened is up to how many passages a guild has the words searched for, too, that are only allied to the question's: there they find what
// is said in other words; among many passages they would crowd out what is said in the same.
const widened = 1_000

// alliedShare is what holding an allied word is worth beside the word itself, before its weight.
const alliedShare = 0.5

// widerTerms are the index terms of what has to do with concept i, with what each is worth: of the words allied to it, and of what newspapers write
// for it. There are none where a guild has too many passages for them.
func (q *query) widerTerms(i, passages int) []WeighedTerm {
	if passages > widened {
		return nil
	}
	return append(q.alliedTerms(&q.concepts[i]), q.writtenTerms(i)...)
}

// alliedTerms are the index terms of the words allied to a concept; none where the question is in another language.
func (q *query) alliedTerms(c *concept) []WeighedTerm {
	if q.foreign() || c.name || c.number {
		return nil
	}
	var out []WeighedTerm
	for _, a := range alliedTo(c.token.Exact) {
		for _, t := range indexTerms(a.stems) {
			out = append(out, WeighedTerm{t, alliedShare * a.weight})
		}
	}
	return out
}

// sought are the terms that candidates are proposed by, concept by concept. In a large guild it is the rarest term of each form, since
// a passage that has the form has that too: what else a name's forms bring ("republic", "united") costs time and
// finds what is about something else.
func (q *query) sought(df map[string]int, passages int) []Sought {
	var out []Sought
	for i := range q.concepts {
		c := &q.concepts[i]
		var s Sought
		for _, f := range c.forms {
			terms := indexTerms(f.stems)
			if passages > smallGuild {
				terms = []string{slices.MinFunc(terms, func(a, b string) int { return cmp.Compare(df[a], df[b]) })}
			}
			for _, t := range terms {
				s.Terms = append(s.Terms, WeighedTerm{t, c.idf * f.weight})
			}
		}
		for _, t := range q.widerTerms(i, passages) {
			if df[t.Term] > 0 {
				s.Terms = append(s.Terms, WeighedTerm{t.Term, c.idf * t.Weight})
			}
		}
		out = append(out, s)
	}
	return out
}

func indexTerms(stems []string) []string {
	out := make([]string, len(stems))
	for i, s := range stems {
		out[i] = analysis.Token{Stem: s}.Term()
	}
	return out
}
