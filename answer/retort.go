package answer

import (
	"maps"

	"parley/article/analysis"
)

const (
	// replyReach is how many sentences after a reported claim may answer it, in the same paragraph.
	replyReach = 3
	// retorted is how much of the question a claim and its answer must cover together.
	retorted = 0.55
	// touched is how much of the question an answer that names a cause must name itself, with its heading.
	touched = 0.3
	// echoed is the share of a reported claim's content words by which its author's own statement is known.
	echoed = 0.3
)

// retort is a claim in the words of its author, where they were found, as it is told, and what answers it.
type retort struct{ claim, told, reply *choice }

// retorts finds claims that a text reports to answer them: "The ministry says that the shed was empty. We carried 900 sacks into it." The
// claim is taken from a text of its author's where there is one.
func (r *arena) retorts(all []*choice) []retort {
	var out []retort
	for _, v := range r.views[:min(searched, len(r.views))] {
		for i := range v.sents {
			who := spokesman(v, &v.sents[i])
			if who == "" || opensQuote(v.text(&v.sents[i])) || r.oneSide(who, outlet(&v.Candidate)) {
				continue
			}
			claim := r.measured(v, i, all)
			reply := r.reply(claim, who, all)
			if reply == nil {
				continue
			}
			own := r.ownWords(claim, who, all)
			if r.joint(claim, reply, own) >= retorted && r.fits(claim, own, reply) && !r.oneSide(who, accountOf(reply, &r.query, r.book).voice) {
				out = append(out, retort{own, claim, reply})
			}
		}
	}
	return out
}

// reply is what answers a claim in the sentences after it, the best for the question, or nil.
func (r *arena) reply(claim *choice, who string, all []*choice) *choice {
	v, partisan := claim.v, r.partisan(claim.v)
	var best *choice
	for j := claim.i + 1; j <= claim.i+replyReach && j < len(v.sents) && v.oneLine(claim.i, j); j++ {
		c := r.measured(v, j, all)
		voice := spokesman(v, c.sentence())
		if voice != "" && (partisan || r.oneSide(voice, who)) {
			break
		}
		if (best != nil && r.explains(c) || r.answers(claim, c, voice)) && (best == nil || c.score > best.score) {
			best = c
		}
	}
	return best
}

// spokesman is who a sentence says it is said by, "" where that is only a pronoun.
func spokesman(v *view, s *sentence) string {
	if who := attributed(v, s); !pronoun(who) {
		return who
	}
	return ""
}

// partisan says that an article speaks for its authors: it says "we" in its own voice.
func (r *arena) partisan(v *view) bool {
	if p, known := r.parties[v.ArticleID]; known {
		return p
	}
	for _, o := range r.views {
		for i := 0; o.ArticleID == v.ArticleID && i < len(o.sents); i++ {
			if firstPerson(o, &o.sents[i]) {
				r.parties[v.ArticleID] = true
				return true
			}
		}
	}
	r.parties[v.ArticleID] = false
	return false
}

// turning words open a sentence that answers the one before.
var turning = words("truth fact reality actually but yet however instead contrary nonsense rather")

const (
	// openingWords is within how many words a sentence turns, if it does; early is the same for a negation, denying for a denial.
	openingWords, early, denying = 4, 8, 12
)

// answers says that a sentence contradicts the claim before it. In a partisan text that is to be expected, and less is asked for.
func (r *arena) answers(claim, reply *choice, voice string) bool {
	toks := reply.tokens()
	first := func(n int) []analysis.Token { return toks[:min(len(toks), n)] }
	turned, denied, counted := anyOf(first(openingWords), turning), anyOf(first(denying), denials), r.otherFigure(claim, reply)
	if voice == "" {
		return r.partisan(reply.v) && (turned || denied || counted || firstPerson(reply.v, reply.sentence()) || anyOf(first(early), negators) || cleft(toks))
	}
	if disputesBefore(toks) || ownCount(claim, reply) {
		return true
	}
	return sharedContent(saidBy(claim), reply) >= kindredStems && (denied || turned && (counted || anyOf(toks, negators)))
}

// cleft finds "It was the ministry that …" and "What they were handed was …": who or what it really was.
func cleft(toks []analysis.Token) bool {
	if len(toks) < 4 {
		return false
	}
	return toks[0].Exact == "what" || toks[0].Exact == "it" && (toks[1].Exact == "was" || toks[1].Exact == "is")
}

// fits says that a claim and its answer give what the question asks for: figures of one thing, a time, a cause, or else its topic.
func (r *arena) fits(claim, own, reply *choice) bool {
	switch r.query.want {
	case wantQuantity:
		return r.otherFigure(own, reply) || ownCount(claim, reply)
	case wantTime:
		return holds(&r.query, reply.v, reply.sentence())
	case wantReason:
		return r.explains(reply) && r.joint(claim, reply) >= touched
	}
	return r.onTopic(claim, own) && r.onTopic(claim, reply)
}

// causes name a cause outright.
var causes = words(`because due cause caused causes causing blame blamed blames blaming sparked triggered prompted stemmed owing result
	resulted fault fuelled provoked thanks reason reasons responsible`)

// explains says that a sentence names a cause, where the question asks for one: outright, or as "this is what …".
func (r *arena) explains(c *choice) bool {
	if r.query.want != wantReason {
		return false
	}
	toks := c.tokens()
	for i := 2; i < len(toks); i++ {
		if toks[i].Exact == "what" && (toks[i-2].Exact == "this" || toks[i-2].Exact == "that") {
			return true
		}
	}
	return anyOf(toks, causes)
}

// onTopic says that the sentences name something of the question beside its names and figures, where it has something.
func (r *arena) onTopic(cs ...*choice) bool {
	topics := false
	for i, c := range r.query.concepts {
		if c.name || c.number || c.counts < 1 {
			continue
		}
		topics = true
		for _, x := range cs {
			if says(x.sentence(), i) {
				return true
			}
		}
	}
	return !topics
}

const (
	// headingWorth is what a concept counts that stands in the heading or title only.
	headingWorth = 0.6
	// loosely is what a word counts that only comes near to a concept by letters or meaning.
	loosely = 0.9
)

// joint is the idf share of the question that several sentences name together, their headings and titles included.
func (r *arena) joint(cs ...*choice) float64 {
	w := make([]float64, len(r.query.concepts))
	for _, c := range cs {
		above := r.above(c.v)
		for i := range w {
			w[i] = max(w[i], closeTo(c.sentence(), i), headingWorth*above[i])
		}
	}
	return r.shareAsked(w)
}

// above is what stands over a passage, remembered: how well it names each concept.
func (r *arena) above(v *view) []float64 {
	w, ok := r.headings[v]
	if !ok {
		w = r.matcher.named(about(&v.Candidate), v.Meta.Language)
		r.headings[v] = w
	}
	return w
}

// causing are the words by which a question asks for a cause.
var causing = words("cause caused causes causing set sets off spark sparked trigger triggered start started lead led make made behind reason reasons blame bring brought")

// shareAsked is the idf share of concepts, those aside that only ask for a cause.
func (r *arena) shareAsked(w []float64) float64 {
	some, all := 0.0, 0.0
	for i, c := range r.query.concepts {
		if r.query.want == wantReason && causing[c.token.Exact] {
			continue
		}
		some, all = some+c.idf*w[i], all+c.idf
	}
	if all == 0 {
		return 0
	}
	return some / all
}

// ownCount says that a sentence gives a figure of somebody's own beside a claim that gives one for what the question counts: "Police speak
// of 18 missing. The rescuers keep a list of their own with 53 names."
func ownCount(claim, reply *choice) bool {
	return claim.features[sUnit] > 0 && anyOf(reply.tokens(), own) && len(figuresOf(reply)) > 0
}

var own = words("own")

// otherFigure says that two sentences give different figures for one thing.
func (r *arena) otherFigure(a, b *choice) bool {
	for _, x := range figuresOf(a) {
		for _, y := range figuresOf(b) {
			if x.value != y.value && (shareUnit(x, y) || r.query.bothCount(x, y)) {
				return true
			}
		}
	}
	return false
}

func figuresOf(c *choice) []quantityValue { return quantities(c.v.Passage.Text, c.tokens()) }

// ownWords is what the author of a claim says in another article, or else the claim as it was reported.
func (r *arena) ownWords(claim *choice, who string, all []*choice) *choice {
	best, most := claim, 0.0
	content := claimed(claim, who)
	for _, v := range r.views[:min(searched, len(r.views))] {
		if v.ArticleID == claim.v.ArticleID {
			continue
		}
		theirs := r.oneSide(outlet(&v.Candidate), who)
		for i := range v.sents {
			o := &choice{v: v, i: i}
			if voice := o.speakerOf(); !theirs && (voice == "" || !r.oneSide(voice, who)) {
				continue
			}
			same, share := sharedContent(content, o)/float64(max(3, len(content))), r.joint(o)
			figured := (r.query.want == wantQuantity || r.query.want == wantTime) && holds(&r.query, v, o.sentence())
			if worth := 2*same + share; (same >= echoed || share >= answering && figured) && worth > most {
				best, most = o, worth
			}
		}
	}
	return r.measured(best.v, best.i, all)
}

// claimed are the content words of a claim, without who makes it and the verb that says so.
func claimed(claim *choice, who string) map[string]bool {
	content := saidBy(claim)
	for _, t := range analysis.Tokenize(who, "") {
		delete(content, t.Stem)
	}
	maps.DeleteFunc(content, func(stem string, _ bool) bool { return reportingStems[stem] })
	return content
}

// reportingStems are the stems of the verbs that put words into a mouth.
var reportingStems = stemmed(reporting)

func stemmed(set map[string]bool) map[string]bool {
	m := map[string]bool{}
	for w := range set {
		for _, s := range stemsOf(w) {
			m[s] = true
		}
	}
	return m
}

// sharedContent counts the content words that a sentence has too.
func sharedContent(content map[string]bool, o *choice) float64 {
	n := 0.0
	for stem := range saidBy(o) {
		if content[stem] {
			n++
		}
	}
	return n
}
