package answer

import (
	"cmp"
	"slices"
	"strings"

	"parley/article/names"
)

// maxShown is how many accounts of a dispute are put first.
const maxShown = 6

// lead puts what matters most first: both accounts of a dispute, the newer of two reports before the one that it overtakes.
func lead(picked []*choice, rs []rivals) []*choice {
	var first []*choice
	add := func(c *choice) {
		if !slices.ContainsFunc(first, func(o *choice) bool { return o == c || overlaps(o, c) || copies(o, c) }) {
			first = append(first, c)
		}
	}
	for _, r := range strongest(rs) {
		if r.overtaken {
			add(r.b.choice)
			if r.off {
				add(r.a.choice)
			}
			continue
		}
		add(r.a.choice)
		add(r.b.choice)
		if len(first) >= maxShown {
			break
		}
	}
	limit := max(len(picked), len(first))
	if len(first) > 1 && settled(rs) {
		limit = len(first) + alongside
	}
	for _, c := range picked {
		if len(first) < limit {
			add(c)
		}
	}
	slices.SortStableFunc(first, func(a, b *choice) int {
		return cmp.Compare(rank(overtaken(a, rs)), rank(overtaken(b, rs)))
	})
	return first
}

// alongside is how many other sentences are shown beside a dispute over a figure, a time or a name.
const alongside = 2

// settled says that the dispute is over a figure, a time or a name: what else was found adds little.
func settled(rs []rivals) bool {
	return slices.ContainsFunc(rs, func(r rivals) bool { return !r.overtaken && r.a.figure != "" })
}

func rank(late bool) int {
	if late {
		return 1
	}
	return 0
}

// likenessWorth is what it counts for a pair that its accounts share words: the more, the surer they speak of one thing.
const likenessWorth = 4

// sureOf puts what was judged as a whole before what single rules say.
const sureOf = 100

// strength is how well the weaker account of a pair answers the question, and how alike the two are.
func (r rivals) strength() float64 {
	if r.bond != 0 {
		return sureOf + r.bond
	}
	return min(r.a.score, r.b.score) + likenessWorth*alike(r.a.choice, r.b.choice)
}

// strongest are the pairs that show a dispute best, those of rules among them.
func strongest(rs []rivals) []rivals {
	out := slices.Clone(rs)
	slices.SortStableFunc(out, func(x, y rivals) int {
		return cmp.Compare(y.strength(), x.strength())
	})
	return out[:min(shownPairs, len(out))]
}

// overtaken says that a newer report among the rivals takes this one's place.
func overtaken(c *choice, rs []rivals) bool {
	return slices.ContainsFunc(rs, func(r rivals) bool { return r.overtaken && r.a.is(c) })
}

// sidesShown groups the shown sentences of a dispute by who gives the account, in the order shown. One side is no dispute.
func sidesShown(shown []*choice, rs []rivals, book *names.Book) []Side {
	var out []Side
	voices := map[int]string{} // of each sentence
	for i, c := range shown {
		a := disputing(c, rs)
		if a == nil {
			continue
		}
		k := slices.IndexFunc(out, func(s Side) bool {
			if a.figure != "" {
				return figureOf(shown[s.Sentences[0]], rs) == a.figure
			}
			voice := voices[s.Sentences[0]]
			return voice == a.voice || a.attributed && oneSide(voice, a.voice, book)
		})
		if k < 0 {
			k = slices.IndexFunc(out, func(s Side) bool {
				return s.Who == a.label() && (a.figure == "" || figureOf(shown[s.Sentences[0]], rs) == "")
			})
		}
		if k < 0 {
			out = append(out, Side{Who: a.label()})
			k = len(out) - 1
		} else if !oneSide(out[k].Who, a.voice, book) && !strings.Contains(out[k].Who, a.voice) {
			out[k].Who += " and " + a.label()
		}
		out[k].Sentences = append(out[k].Sentences, i)
		voices[i] = a.voice
	}
	return out
}

func figureOf(c *choice, rs []rivals) string {
	if a := disputing(c, rs); a != nil {
		return a.figure
	}
	return ""
}

// disputing is the account of c in a dispute, or nil; what a later report has overtaken takes no side.
func disputing(c *choice, rs []rivals) *account {
	if overtaken(c, rs) {
		return nil
	}
	for _, r := range rs {
		if r.overtaken || r.aside {
			continue
		}
		for _, a := range []*account{r.a, r.b} {
			if a.choice == c {
				return a
			}
		}
	}
	return nil
}
