package answer

import (
	"parley/article/analysis"
	"parley/article/names"
)

// denialReach is how many tokens before a word a negator may stand that turns that very word round: "no trace of a landslide".
const denialReach = 5

// denialOverlap is the share of the shorter sentence's content words that the other must have too.
const denialOverlap = 0.3

// denied finds sentences that deny what one of the best affirms, or the other way round: they share two content words at least, one a
// concept of the question, and one of the words is negated in one of them only. The sides must be different ones.
func (f *found) denied(all []*choice, book *names.Book) []rivals {
	if !f.query.yesNo {
		return nil
	}
	var out []rivals
	for _, c := range all[:min(leading, len(all))] {
		a := accountOf(c, &f.query, book)
		if a.covers < answering || c.features[sQuestion] > 0 {
			continue
		}
		for _, v := range f.views[:min(searched, len(f.views))] {
			for i := range v.sents {
				if v.ArticleID == c.v.ArticleID || !f.turns(a.choice, &choice{v: v, i: i}) {
					continue
				}
				if b := accountOf(f.measured(v, i, all), &f.query, book); !oneSide(a.voice, b.voice, book) && b.features[sQuestion] == 0 {
					out = append(out, rivals{a: a, b: b})
				}
			}
		}
	}
	return out
}

// turns says that two sentences share content words enough and that one of these is negated in one sentence only.
func (f *found) turns(a, b *choice) bool {
	x, y := contentSigns(a), contentSigns(b)
	shared, turned := 0, false
	for stem, sign := range x {
		other, ok := y[stem]
		if !ok || isFigure(stem) {
			continue
		}
		if sign < 0 && other < 0 {
			return false
		}
		shared++
		turned = turned || sign != other
	}
	least := float64(min(len(x), len(y)))
	return turned && shared >= kindredStems && float64(shared) >= denialOverlap*least && f.meet(a.sentence(), b.sentence())
}

// contentSigns are the content words of a sentence, -1 where a negator stands just before the word, 1 elsewhere.
func contentSigns(c *choice) map[string]int {
	s := c.sentence()
	out := map[string]int{}
	for p := s.from; p < s.to; p++ {
		t := c.v.toks[p]
		if t.Stop || t.Joined || t.Kind != analysis.Word || negators[t.Exact] {
			continue
		}
		sign := 1
		for i := max(s.from, p-denialReach); i < p; i++ {
			if e := c.v.toks[i].Exact; e == "no" || e == "not" || e == "never" || e == "nor" || e == "none" || e == "nobody" {
				sign = -1
			}
		}
		if out[t.Stem] == 0 || sign < 0 {
			out[t.Stem] = sign
		}
	}
	return out
}
