package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"parley/article/analysis"
)

const (
	// linesEach is how many sentences a party of a comparison is given at most.
	linesEach = 3
	// onPoint is what share of the topic a sentence must name of itself; nearPoint is the same with half of what stands over it.
	onPoint, nearPoint = 0.25, 0.4
	// farPoint is that share for what a party says where nothing of it comes nearer.
	farPoint = 0.12
	// contextReach is how many sentences before one tell what it speaks of.
	contextReach = 2
	// disputesWorth is what it adds to a sentence that another contradicts.
	disputesWorth = 3
)

// positions are verbs by which a sentence tells where a party stands, though it gives no words of it.
var positions = words(`asked ask asks offered offers agreed agrees accepted accepts refused refuses wanted wants seeks sought hoped hopes fears feared backed backs
	opposed opposes supported supports required requires regards sees considers speak speaks spoke put puts promised promises proposed proposes threatened
	threatens called calls deemed expects expected hold holds held favours favoured`)

// blames are words by which one party turns on another.
var blames = words("blame blames blamed blaming accuse accuses accused accusing fault guilty responsible liar lied scapegoat scapegoats refused failed broke walked")

// camps are the parties whose accounts the question sets side by side, or nil where it does not.
func (f *found) camps() []*camp {
	parties, both := setAgainst(f.query.text, f.query.toks)
	views := f.views[:min(searched, len(f.views))]
	var ks []*camp
	if both {
		ks = foremost(views, f.book)
	}
	for _, p := range parties {
		ks = append(ks, newCamp(p, f.book))
	}
	if len(ks) < 2 || ks[0].party.sidesWith(ks[1].party, f.book) {
		return nil
	}
	staff(ks, views, f.book)
	return ks
}

// comparison fills the answer of a question that sets parties side by side: what each says, or what is told of where it stands. It says
// whether it found any.
func (f *found) comparison(ctx context.Context, ix Index, a *Answer, ks []*camp) (bool, error) {
	if ks == nil {
		return false, nil
	}
	r := f.arena()
	all := f.matcher.choices(f.views[:min(searched, len(f.views))])
	rs := f.rivalry(all, f.book)
	topic := f.topicOf(ks)
	for _, c := range all {
		if !stands(overtakenBy(rs), c) {
			f.assign(r, ks, c, topic, rs)
		}
	}
	var picked []*choice
	for _, k := range ks {
		k.best()
		for _, l := range k.lines {
			picked = append(picked, l.choice)
		}
	}
	if len(picked) == 0 || f.betterAtLarge(ks, rs) {
		return false, nil
	}
	sides := picked
	if slices.ContainsFunc(ks, func(k *camp) bool { return len(k.lines) == 0 }) && a.Confidence >= enough {
		picked = alongsideOf(picked, f.pick(all, rs))
	}
	own := func(o, n *choice) bool { return o.speakerOf() != "" && o.touches(n) } // of what is told of a party the next sentence may tell of another
	shown, err := f.show(ctx, ix, a, f.inContext(picked, sides, all, rs, own), nil)
	if err != nil || len(shown) == 0 {
		return false, err
	}
	f.verdictOn(a, r, ks, shown, rs)
	a.Confidence = max(a.Confidence, certain)
	return true, f.tally(ctx, ix, a)
}

// between leaves out, where a question sets parties side by side, the disagreements that are none of theirs: it did not ask for others.
func (f *found) between(ks []*camp, rs []rivals) []rivals {
	if ks == nil {
		return rs
	}
	return slices.DeleteFunc(rs, func(r rivals) bool {
		return !r.overtaken && !slices.ContainsFunc(ks, func(k *camp) bool { return k.has(r.a.voice, f.book) || k.has(r.b.voice, f.book) })
	})
}

// alongsideOf adds to what one party says what else was found, as far as an answer to a question about sides has room.
func alongsideOf(picked, more []*choice) []*choice {
	for _, c := range more {
		if len(picked) < sentencesFor(wantAny) && !slices.ContainsFunc(picked, func(o *choice) bool { return overlaps(o, c) || alike(o, c) >= sameSaying }) {
			picked = append(picked, c)
		}
	}
	return picked
}

// betterAtLarge says that a party of which the articles tell has no sentence that was recognised as its own, but the contest has what
// stands against another's.
func (f *found) betterAtLarge(ks []*camp, rs []rivals) bool {
	if !slices.ContainsFunc(ks, func(k *camp) bool { return len(k.lines) == 0 && f.tellsOf(k) }) {
		return false
	}
	return slices.ContainsFunc(rs, func(r rivals) bool {
		if r.overtaken {
			return false
		}
		for _, k := range ks {
			if k.has(r.a.voice, f.book) != k.has(r.b.voice, f.book) {
				return true
			}
		}
		return false
	})
}

// tellsOf says that the passages name a camp.
func (f *found) tellsOf(k *camp) bool {
	return slices.ContainsFunc(f.views[:min(searched, len(f.views))], func(v *view) bool { return k.named(v.Passage.Text, v.toks, f.book) })
}

// topicOf are the concepts of the question beside its parties: what they are compared on.
func (f *found) topicOf(ks []*camp) []int {
	var out []int
	for i, c := range f.query.concepts {
		party := slices.ContainsFunc(ks, func(k *camp) bool { return slices.Contains(k.stems, c.token.Stem) })
		if !party && c.counts == 1 && !camps[c.token.Exact] && !sets[c.token.Exact] && !versus[c.token.Exact] && !stances[c.token.Exact] {
			out = append(out, i)
		}
	}
	return out
}

// touch is what share of the topic a sentence names of itself, and what more stands over or before it.
func (f *found) touch(c *choice, topic []int) (own, with float64) {
	all := 0.0
	for _, i := range topic {
		w := closeTo(c.sentence(), i)
		x := c.v.above[i]
		for j := max(0, c.i-contextReach); j < c.i; j++ {
			x = max(x, c.v.sents[j].best[i])
		}
		idf := f.query.concepts[i].idf
		all, own, with = all+idf, own+idf*w, with+idf*max(w, x/2)
	}
	if all == 0 {
		return 1, 1
	}
	return own / all, with / all
}

// assign gives a sentence to the one camp that says it, or of which it tells.
func (f *found) assign(r *arena, ks []*camp, c *choice, topic []int, rs []rivals) {
	own, with := f.touch(c, topic)
	disputes := stands(disputers(rs), c)
	if disputes {
		with = max(with, nearPoint)
	}
	if c.features[sQuestion] > 0 || len(c.stems) < fewestEchoed || with < farPoint {
		return
	}
	far := own < onPoint && with < nearPoint
	voice, spoken := f.voiceOf(r, c)
	var of, others []*camp
	for _, k := range ks {
		if k.has(voice, f.book) {
			of = append(of, k)
		} else if k.named(c.text(), c.tokens(), f.book) {
			others = append(others, k)
		}
	}
	tells := disputes || len(topic) > 0 && own >= onPoint || anyOf(c.tokens(), positions) || anyOf(c.tokens(), reporting)
	if len(of) != 1 || !spoken && (!tells || far) {
		return
	}
	l := &line{choice: c, spoken: spoken, far: far, worth: c.score + 3*own + with}
	l.worth += spokenWorth*one(spoken) + one(len(others) > 0) + one(anyOf(c.tokens(), blames) || anyOf(c.tokens(), denials)) + disputesWorth*one(disputes)
	of[0].lines = append(of[0].lines, l)
}

// voiceOf is who says a sentence, or of whose doing it tells.
func (f *found) voiceOf(r *arena, c *choice) (voice string, spoken bool) {
	if who := c.speakerOf(); who != "" {
		return doerOf(c.text(), who), true
	}
	if p := c.v.Meta.Publisher; p != "" && (r.partisan(c.v) || anyOf(analysis.Tokenize(p, ""), public) || anyOf(analysis.Tokenize(p, ""), private)) {
		return p, true
	}
	return head(c), false
}

// doerOf is who says a sentence where what was read as the speaker is a deed of theirs: "The union, Ada Brook said, blamed the port".
func doerOf(text, who string) string {
	first, _, _ := strings.Cut(who, " ")
	if !blames[first] && !positions[first] && !reporting[first] {
		return who
	}
	before, _, found := strings.Cut(text, who)
	if !found {
		return who
	}
	return strings.Trim(before, " ,")
}

// headWords is within how many words a sentence names who does what it tells.
const headWords = 6

// head is the opening of a sentence up to its first small word.
func head(c *choice) string {
	toks := c.tokens()
	n := 0
	for n < len(toks) && n < headWords && !(n > 0 && endsHead(toks[n])) {
		n++
	}
	if n == 0 || opensQuote(c.text()) {
		return ""
	}
	return c.v.Passage.Text[toks[0].Start:toks[n-1].End]
}

func endsHead(t analysis.Token) bool {
	return t.Stop && t.Exact != "of" || reporting[t.Exact] || positions[t.Exact] || blames[t.Exact]
}

// best leaves of a camp's lines the best few, none twice: what it says, and where that is little, what is told of it.
func (k *camp) best() {
	if near := slices.DeleteFunc(slices.Clone(k.lines), func(l *line) bool { return l.far }); len(near) > 0 {
		k.lines = near
	}
	slices.SortStableFunc(k.lines, func(a, b *line) int { return cmp.Compare(b.worth, a.worth) })
	var out []*line
	for _, l := range k.lines {
		twice := slices.ContainsFunc(out, func(o *line) bool { return alike(o.choice, l.choice) >= sameSaying || overlaps(o.choice, l.choice) })
		if twice || len(out) == linesEach || l.worth < k.lines[0].worth-2*worth {
			continue
		}
		out = append(out, l)
	}
	k.lines = out
}

// verdictOn sets the sides and the verdict of a comparison.
func (f *found) verdictOn(a *Answer, r *arena, ks []*camp, shown []*choice, rs []rivals) {
	for _, k := range ks {
		s := Side{Who: k.name}
		for _, l := range k.lines {
			if i := slices.Index(shown, l.choice); i >= 0 {
				s.Sentences = append(s.Sentences, i)
				if !l.spoken {
					s.Who = "the articles, on " + k.name
				}
			}
		}
		if len(s.Sentences) > 0 {
			a.Sides = append(a.Sides, s)
		}
	}
	switch {
	case len(a.Sides) < len(ks):
		a.Verdict = Partial
	case atOdds(ks, rs) || r.campsOppose(ks) || contrasts(f.query.text) && allSpeak(ks):
		a.Verdict = Disputed
	default:
		a.Verdict = Answered
	}
}

// allSpeak says that each camp has its say on the very topic.
func allSpeak(ks []*camp) bool {
	return !slices.ContainsFunc(ks, func(k *camp) bool {
		return !slices.ContainsFunc(k.lines, func(l *line) bool { return l.spoken && !l.far })
	})
}

// disputers are the sentences that others contradict, by the contest.
func disputers(rs []rivals) []*choice {
	var out []*choice
	for _, r := range rs {
		if !r.overtaken {
			out = append(out, r.a.choice, r.b.choice)
		}
	}
	return out
}

// atOdds says that the contest found two sentences to disagree of which two camps are shown with one each.
func atOdds(ks []*camp, rs []rivals) bool {
	of := func(c *choice) int {
		return slices.IndexFunc(ks, func(k *camp) bool {
			return slices.ContainsFunc(k.lines, func(l *line) bool { return l.is(c) })
		})
	}
	return slices.ContainsFunc(rs, func(r rivals) bool {
		a, b := of(r.a.choice), of(r.b.choice)
		return !r.overtaken && !r.aside && a >= 0 && b >= 0 && a != b
	})
}

// campsOppose says that two camps contradict one another: two of their sentences by the weights of the contest, or each turns on the other.
func (r *arena) campsOppose(ks []*camp) bool {
	for i, x := range ks {
		for _, y := range ks[i+1:] {
			if (r.turnsOn(x, y) || r.turnsOn(y, x)) && x.hostile() && y.hostile() || r.contradict(x, y) {
				return true
			}
		}
	}
	return false
}

func (r *arena) turnsOn(x, y *camp) bool {
	return slices.ContainsFunc(x.lines, func(l *line) bool {
		toks := l.tokens()
		return (anyOf(toks, blames) || anyOf(toks, denials)) && y.named(l.text(), toks, r.book)
	})
}

// hostile says that a camp denies something or puts blame on somebody.
func (k *camp) hostile() bool {
	return slices.ContainsFunc(k.lines, func(l *line) bool { return anyOf(l.tokens(), blames) || anyOf(l.tokens(), denials) })
}

func (r *arena) contradict(x, y *camp) bool {
	top := max(x.lines[0].score, y.lines[0].score)
	for _, a := range x.lines {
		for _, b := range y.lines {
			features := r.compare(r.member(a.choice), r.member(b.choice), top)
			if r.contradicts(&features) && dot(features[:], whetherWeights[:]) >= disputed {
				return true
			}
		}
	}
	return false
}
