package answer

import (
	"slices"
	"strings"

	"parley/article/analysis"
)

// leaners open a sentence that cannot be understood without the one before it.
var leaners = words("he she they it his her their its him them this that these those such both neither")

// links join a sentence to the one before; what stands after them may lean on that.
var links = words(`nevertheless however but and then also so yet still thus therefore instead later meanwhile moreover furthermore nonetheless
	consequently afterwards subsequently finally eventually soon`)

// persons are pronouns that stand for somebody named before.
var persons = words("he she they")

// introReach is within how many tokens an opening phrase ends: "Having crossed the river at night, she".
const introReach = 12

// leans says that a sentence cannot be understood without the one before it: it opens with a pronoun, behind a linking word or not, or
// names a person by one behind an opening phrase without a name.
func leans(toks []analysis.Token) bool {
	at := 0
	for at < len(toks)-1 && links[toks[at].Exact] {
		at++
	}
	if at < len(toks) && leaners[toks[at].Exact] && (at == 0 || !demonstrative[toks[at].Exact]) {
		return true
	}
	for i := 1; i < min(len(toks), introReach); i++ {
		if toks[i].Cap {
			return false
		}
		if persons[toks[i].Exact] && toks[i].Start-toks[i-1].End == len(", ") {
			return true
		}
	}
	return false
}

// demonstrative words behind a linking word mostly go with a noun or open a clause: "but that the bridge held".
var demonstrative = words("this that these those such both neither")

// oneLine says that two sentences of a passage stand on one line of the article.
func (v *view) oneLine(i, j int) bool {
	return !strings.Contains(v.Passage.Text[v.sents[i].End:v.sents[j].Start], "\n")
}

// maxBeside is how many sentences are shown as one at most.
const maxBeside = 3

// neighbour is which of the picked sentences c is shown together with, or -1. Sentences that stand side by side in an article are shown as
// one, in its order: so they are read as they were written, and one citation proves both. Sentences that others dispute or overtake
// stay by themselves, and so do items of a list.
func (f *found) neighbour(picked []*choice, c *choice, all []*choice, rs []rivals) int {
	if w := f.query.want; w == wantList || w == wantSides || w == wantWords {
		return -1
	}
	return slices.IndexFunc(picked, func(o *choice) bool { return o.touches(c) && joinable(o, all, rs) && joinable(c, all, rs) })
}

// touches says that c is the sentence before or after what o shows, on the same line and from the same speaker.
func (o *choice) touches(c *choice) bool {
	return o.adjoins(c) && o.speakerOf() == c.speakerOf()
}

// adjoins says that c is the sentence before or after what o shows, on the same line, and that one more may be shown with it.
func (o *choice) adjoins(c *choice) bool {
	first, last := o.first(), o.last()
	if o.v != c.v || last-first+1 >= maxBeside || c.i != first-1 && c.i != last+1 {
		return false
	}
	return c.i == first-1 && o.v.oneLine(c.i, first) || c.i == last+1 && o.v.oneLine(last, c.i)
}

// with is o shown together with the sentence beside it.
func (o *choice) with(c *choice) *choice {
	joint := *o
	if c.i < o.i {
		joint.before++
	} else {
		joint.after++
	}
	return &joint
}

// contextWords is up to how many words a sentence is shown with those beside it for no other reason than that they stand there.
const contextWords = 60

// inContext are the choices that are shown, each together with the sentences beside it that are worth showing: what answers a question is often told in two
// sentences, of which only one has its words. Those that tell one side are joined only by what is that side's own. The choices themselves are widened.
func (f *found) inContext(shown, sides, all []*choice, rs []rivals, own func(side, beside *choice) bool) []*choice {
	if w := f.query.want; w == wantList || w == wantWords {
		return shown
	}
	for _, o := range shown {
		switch {
		case stands(sides, o):
			o.widen(shown, all, func(n *choice) bool { return own(o, n) && joinable(n, all, rs) })
		case joinable(o, all, rs):
			o.widen(shown, all, func(n *choice) bool { return o.adjoins(n) && o.heardWith(n) && joinable(n, all, rs) })
		}
	}
	return shown
}

// widen has a choice show the sentences beside it that fit and are not far from worth showing by themselves, the better ones first, but none that another shows.
func (o *choice) widen(shown, all []*choice, fits func(*choice) bool) {
	elsewhere := func(n *choice) bool {
		return slices.ContainsFunc(shown, func(p *choice) bool { return p != o && overlaps(p, n) })
	}
	for {
		var next *choice
		for _, i := range []int{o.first() - 1, o.last() + 1} {
			n := choiceAt(all, o.v, i)
			if n == nil || next != nil && n.score <= next.score || n.score < all[0].score-otherWorth || !n.substantial() {
				continue
			}
			if len(o.wording())+len(n.wording()) <= contextWords && fits(n) && !elsewhere(n) {
				next = n
			}
		}
		if next == nil {
			return
		}
		*o = *o.with(next)
	}
}

// substantial says that a sentence tells something by itself, and on what the question is about: it is no question, does not lead in to what follows, has
// enough content words, and it or what stands over it has one of the question's.
func (c *choice) substantial() bool {
	x := &c.features
	return x[sQuestion] == 0 && !strings.HasSuffix(c.text(), ":") && len(c.stems) >= fewestEchoed && x[sCover]+x[sNear]+x[sKin]+x[sContext] > 0
}

// first and last are the places of the sentences that a choice shows first and last, what the first one leans on aside.
func (c *choice) first() int { return c.i - c.before }
func (c *choice) last() int  { return c.i + c.after }

// wording is the tokens of them all.
func (c *choice) wording() []analysis.Token {
	return c.v.toks[c.v.sents[c.first()].from:c.v.sents[c.last()].to]
}

// heardWith says that it can be read who speaks in a choice and in the sentence beside it, shown together: one speaker, or each named in the text. Behind what
// somebody says nothing stands that nobody is named for: it would read as his.
func (c *choice) heardWith(o *choice) bool {
	earlier, later := o, &choice{v: c.v, i: c.first()}
	if o.i > c.i {
		earlier, later = &choice{v: c.v, i: c.last()}, o
	}
	x, y := earlier.speakerOf(), later.speakerOf()
	if x == y {
		return true
	}
	text := folded(c.wording()) + folded(o.wording())
	named := func(who string) bool { return strings.Contains(text, folded(analysis.Tokenize(who, ""))) }
	return y != "" && named(y) && (x == "" || named(x))
}

// speaker is who speaks in all that a choice shows, or "" where that is not one.
func (c *choice) speaker() string {
	who := c.speakerOf()
	for i := c.first(); i <= c.last(); i++ {
		if (&choice{v: c.v, i: i}).speakerOf() != who {
			return ""
		}
	}
	return who
}

// joinable says that nothing speaks against a sentence's being shown with its neighbour: no rival, no report that it corrects, no order to
// a program in it, and among all sentences none of another article that may prove it by itself.
func joinable(c *choice, all []*choice, rs []rivals) bool {
	rival := slices.ContainsFunc(rs, func(r rivals) bool { return r.a.is(c) || r.b.is(c) })
	proved := func(o *choice) bool {
		return o.v.ArticleID != c.v.ArticleID && len(o.stems) >= fewestEchoed && alike(c, o) >= sameSaying
	}
	return !rival && !c.retells() && !slices.ContainsFunc(all, proved) && !commands(c.text())
}

// followed is a sentence together with those right behind it that lean on it, up to the last that holds what the question asks for: "Two bodies were found.
// That brings the number of dead to eleven."
func (f *found) followed(o *choice, all []*choice, rs []rivals) *choice {
	if !f.query.typed() || f.query.want == wantWords || !joinable(o, all, rs) {
		return o
	}
	out, joint := o, o
	for {
		next := choiceAt(all, joint.v, joint.last()+1)
		if next == nil || !leans(next.tokens()) || !joint.adjoins(next) || next.speakerOf() != "" && !joint.touches(next) || !joinable(next, all, rs) {
			return out
		}
		joint = joint.with(next)
		if next.sentence().held {
			out = joint
		}
	}
}
