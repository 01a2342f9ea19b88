package answer

import (
	"cmp"
	"slices"
	"strings"

	"parley/article"
	"parley/article/analysis"
)

// arena is where the sentences that were found for a question are held against one another.
type arena struct {
	*found
	// counted are the stems of what the question counts.
	counted map[string]bool
	// asksSpan says that it asks how long, asksOrder what was before or after, asksLatest for the newest count, doubts that its asker has heard more than one answer.
	asksSpan, asksOrder, asksLatest, doubts bool
	// asksFigure says that it asks for a figure: how many, or what the turnout was.
	asksFigure bool
	// deed is the concept of what the question asks who did, or -1.
	deed int
	// asksSource says that it asks where something is from: who says so.
	asksSource bool
	// asksGap says that it asks how long after or before something: that is told by the two dates as well.
	asksGap  bool
	parties  map[article.ID]bool
	headings map[*view][]float64
	voices   map[string]*party
	stances  []*stance
	// pairs are the sentences that could be two sides of a disagreement.
	pairs []pairing
}

// pairing is two stances with what was measured of them.
type pairing struct {
	a, b     *stance
	features [contestFeatures]float64
	// lengths says that the question asks how long something lasted, and each says so, and not the same; agents that it asks who did something, and each
	// names another; clocks that it asks for the time of day of something of which both tell in some of the same words, each at another
	// time, one of them by the clock.
	lengths, agents, clocks bool
}

const (
	// contestants is how many of the best sentences are held against one another; half as many more may come in that hold what the
	// question asks for, from the next ones.
	contestants = 24
	// retoldShare is the share of content words by which a sentence is known in the correction that repeats it.
	retoldShare = 0.5
	// scrap is below how many content words a sentence says too little.
	scrap = 2
)

// doubting words of a question say that its asker has heard more than one answer; newest ones ask for the last
// count, ordering ones what was before and what after.
var (
	doubting = words("really actually truly exactly true")
	newest   = words("latest newest current currently update updated far")
	ordering = words("before after late later early earlier deadline until till since already first prior time")
)

func (f *found) arena() *arena {
	toks := f.query.toks
	text := " " + folded(toks)
	r := &arena{found: f, counted: countedBy(toks), parties: map[article.ID]bool{}, headings: map[*view][]float64{}, voices: map[string]*party{}}
	r.asksFigure = f.query.want == wantQuantity || f.query.want == wantAny && !f.query.yesNo && asksAmount(toks)
	r.asksOrder = anyOf(toks, ordering) || timed(toks)
	r.doubts, r.asksLatest = f.query.want != wantWords && anyOf(toks, doubting), anyOf(toks, newest)
	r.doubts = r.doubts || tagged.MatchString(f.query.text) || containsAny(text, []string{" or not ", " or isnt ", " or no "})
	r.asksSource = containsAny(text, sourceCues) || slices.ContainsFunc(sourceHeads, func(s string) bool { return strings.HasPrefix(text, s) })
	r.deed = f.query.deed(toks)
	r.asksSpan, r.asksGap = lasting(r.counted), asksGap(toks)
	r.asksSpan = r.asksSpan || containsAny(text, []string{" how long ", " how fast ", " how soon ", " how quickly "})
	return r
}

func containsAny(text string, cues []string) bool {
	return slices.ContainsFunc(cues, func(s string) bool { return strings.Contains(text, s) })
}

// amounts are what a figure tells of; amountReach is within how many words behind "what" one stands.
var amounts = words(`turnout toll price prices cost costs rate total amount sum fine penalty budget salary wage rise raise percentage size height length depth
	width distance weight speed score ransom bill debt fee temperature level dose`)

const amountReach = 4

// sourceCues ask where something is from, not whether it is so; those of sourceHeads do at the head of a question only.
var (
	sourceCues  = []string{" who the source ", " who is the source ", " who says ", " who said ", " who is saying ", " who saying ", " who claims ", " who claimed ", " who is claiming ", " says who "}
	sourceHeads = []string{" source on ", " source for ", " sources on ", " sources for "}
)

// asksGap says that a question asks how long after or before something: "how many days after the storm".
func asksGap(toks []analysis.Token) bool {
	for i := 1; i < len(toks); i++ {
		if relative[toks[i].Exact] && minutes[toks[i-1].Exact] > 0 {
			return true
		}
	}
	return false
}

// asksAmount says that a question asks what such a thing is: "what was the turnout", "what pay rise".
func asksAmount(toks []analysis.Token) bool {
	for i, t := range toks {
		if asked(t) == "what" {
			return anyOf(toks[i+1:min(len(toks), i+1+amountReach)], amounts)
		}
	}
	return false
}

// party is a voice taken apart, remembered.
func (r *arena) party(voice string) *party {
	p, ok := r.voices[voice]
	if !ok {
		p = partyOf(voice, r.book)
		r.voices[voice] = p
	}
	return p
}

func (r *arena) oneSide(a, b string) bool { return r.party(a).sidesWith(r.party(b), r.book) }

// pairings measures every two of the best sentences that could be two sides of a disagreement.
func (r *arena) pairings() []pairing {
	all := r.matcher.choices(r.views[:min(searched, len(r.views))])
	if len(all) == 0 {
		return nil
	}
	r.enlist(all)
	tied, same := map[[2]*stance]bool{}, map[[2]*stance]bool{}
	for _, t := range r.retorts(all) {
		claim, reply := r.member(t.claim), r.member(t.reply)
		tied[[2]*stance{claim, reply}], tied[[2]*stance{reply, claim}] = true, true
		if told := r.member(t.told); told != claim {
			same[[2]*stance{claim, told}], same[[2]*stance{told, claim}] = true, true
		}
	}
	var out []pairing
	for i, a := range r.stances {
		for _, b := range r.stances[i+1:] {
			p := pairing{a: a, b: b, agents: r.otherAgents(a, b)}
			if same[[2]*stance{a, b}] || !r.pairable(&p) {
				continue
			}
			p.features, p.lengths = r.compare(a, b, all[0].score), r.asksSpan && disjoint(a.lengths, b.lengths)
			p.features[cRetort] = one(tied[[2]*stance{a, b}])
			p.clocks = r.query.clock && p.features[cTime] > 0 && (a.tellsTime() || b.tellsTime()) && a.tellsOf(b)
			if p.bears(r.asksFigure) && r.contradicts(&p.features) {
				out = append(out, p)
			}
		}
	}
	return out
}

// each and jointly are the least shares of a question that each of two sentences must cover with its neighbours, and both together: what hardly
// speaks of it is no answer to it, and so no side. Figures ask for more, eachFigure: most counts of one unit are of different things. They are low, for sides
// speak in words of their own; at 0.2, 0.35 and 0.3 a third of the pairs that show a disagreement never came to be weighed.
const each, eachFigure, jointly = 0.08, 0.15, 0.15

func (p *pairing) bears(figure bool) bool {
	x, least := &p.features, each
	if figure {
		least = eachFigure
	}
	return x[cRetort] > 0 || x[cPassages] >= least && x[cJoint] >= jointly
}

func stands(list []*choice, c *choice) bool { return slices.ContainsFunc(list, c.is) }

// enlist takes the best sentences in: no questions, no scraps or items of a list of demands, none that says the same as one before.
func (r *arena) enlist(all []*choice) {
	late := 0
	retold := slices.DeleteFunc(slices.Clone(all), func(c *choice) bool { return !c.retells() })
	for n, c := range all[:min(3*contestants, len(all))] {
		typed := c.features[sType]+c.features[sFigure]+c.features[sTime] > 0
		if c.features[sQuestion] > 0 || takenBack(c, retold) || n >= contestants && (late >= contestants/2 || !typed) || len(saidBy(c)) < scrap || strings.HasSuffix(c.text(), ";") {
			continue
		}
		if slices.ContainsFunc(r.stances, func(o *stance) bool { return repeats(c, o.choice) }) {
			continue
		}
		if n >= contestants {
			late++
		}
		r.member(c)
	}
}

// takenBack says that a sentence is what a correction repeats in order to correct it, or gives the same figures in much the same words.
func takenBack(c *choice, retold []*choice) bool {
	return slices.ContainsFunc(retold, func(o *choice) bool {
		return c == o || alike(c, o) >= retoldShare && slices.Equal(keys(c), keys(o))
	})
}

// repeats says that two sentences say the same in much the same words, figures included.
func repeats(a, b *choice) bool {
	return len(a.stems) > 3 && alike(a, b) >= sameSaying && slices.Equal(keys(a), keys(b))
}

// copies says that two sentences have the same content words.
func copies(a, b *choice) bool { return len(a.stems) == len(b.stems) && alike(a, b) == 1 }

func keys(c *choice) []string {
	var out []string
	for _, v := range figuresOf(c) {
		out = append(out, v.key())
	}
	slices.Sort(out)
	return out
}

// member is the stance of a choice, taken in now where it was not.
func (r *arena) member(c *choice) *stance {
	for _, s := range r.stances {
		if s.is(c) {
			return s
		}
	}
	s := r.stance(c)
	r.stances = append(r.stances, s)
	return s
}

// pairable says that two sentences can be two sides: two voices, and a figure or a time each where the question asks for one.
func (r *arena) pairable(p *pairing) bool {
	a, b := p.a, p.b
	if r.asksSource || a.v.ArticleID == b.v.ArticleID && !a.attributed && !b.attributed || r.oneSide(a.voice, b.voice) {
		return false
	}
	switch {
	case r.query.want == wantTime:
		return a.holds && b.holds
	case r.query.want == wantPerson:
		return r.query.either || slices.Contains(a.signs, -1) || slices.Contains(b.signs, -1) || p.agents
	case r.asksFigure:
		return !r.asksGap && yearTold(a.tokens()) == yearTold(b.tokens()) && len(a.values) > 0 && len(b.values) > 0 && (a.holds || b.holds)
	}
	return true
}

// tellsOf says that two sentences share two content words, times aside: they tell of one thing.
func (s *stance) tellsOf(o *stance) bool {
	n := 0
	for stem := range s.content {
		if o.content[stem] && !calendarStems[stem] {
			n++
		}
	}
	return n > 1
}

// tellsTime says that a sentence gives a time of day.
func (s *stance) tellsTime() bool { return slices.ContainsFunc(s.days, isClock) }

// calendarStems are the stems of days, months and spans of time.
var calendarStems = stemsOfAll(calendar, clockish)

func stemsOfAll(sets ...map[string]bool) map[string]bool {
	out := map[string]bool{}
	for _, set := range sets {
		for w := range set {
			for _, s := range stemsOf(w) {
				out[s] = true
			}
		}
	}
	return out
}

// quarrel judges the pairings: how likely it is that any two disagree, as log odds, and which show it best, best first.
func quarrel(ps []pairing) (odds float64, best []pairing) {
	odds = calm
	for _, p := range ps {
		odds = max(odds, p.odds())
	}
	best = slices.Clone(ps)
	slices.SortStableFunc(best, func(x, y pairing) int {
		return cmp.Compare(dot(y.features[:], whichWeights[:]), dot(x.features[:], whichWeights[:]))
	})
	return odds, best
}

// odds are how likely it is that two sentences disagree, as log odds.
func (p *pairing) odds() float64 {
	if p.plain() {
		return plainly
	}
	return dot(p.features[:], whetherWeights[:])
}

// plain says that two articles tell of one thing, and not the same: when it was, how long it lasted, who did it, or at what time of day it was, whichever is
// asked for. No weighing is needed.
func (p *pairing) plain() bool {
	x := &p.features
	return x[cOther] > 0 && (x[cTime] > 0 && x[cHold] > 0 && x[cSure] >= answering || p.lengths && x[cJoint] >= answering || p.agents && x[cWeaker] >= answering || p.clocks && x[cPassages] >= jointly)
}

// plainly are the log odds of such a disagreement.
const plainly = 10

// calm are the log odds of a disagreement where no two sentences can be held against one another.
const calm = -10
