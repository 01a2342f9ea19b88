package answer

import (
	"context"
	"slices"

	"parley/answer/gate"
	"parley/article"
)

// Below faint, what the search found has so little to do with the question that a model's word is not enough to answer.
const faint = enough / 2

// compose makes the answer of what passed.
func (s *sitting) compose(ctx context.Context, verdict Verdict, drafts []draft) Answer {
	c := &composing{sitting: s, numbers: map[quoteAt]int{}, choices: map[*found][]*choice{}}
	for i := range drafts {
		c.settle(ctx, &drafts[i])
	}
	if len(drafts) == 0 { // whatever it calls that
		verdict = NotCovered
	}
	a := s.plain
	a.Mode, a.Sides, a.Note, a.Next = Model, nil, "", nil
	a.Sentences, a.Dropped = c.sentences, c.dropped
	if s.again != "" {
		a.Confidence = max(a.Confidence, s.searches[len(s.searches)-1].confidence())
		a.Passages = s.retrieved()
	}
	if len(a.Sentences) == 0 {
		return s.silent(verdict, a)
	}
	if a.Confidence < faint {
		return s.silent(NotCovered, a)
	}
	a.Verdict = verdict
	if verdict == NotCovered || a.Confidence < enough {
		a.Verdict = Partial
	}
	c.disputes(&a)
	if c.translated {
		a.Note = translated
	}
	a.AsOf = ""
	a.Trace = s.traced()
	if err := s.searches[0].tally(ctx, s.ix, &a); err != nil {
		return s.fallBack(noteOf(err, s.plain), a.Dropped)
	}
	return a
}

// silent is the answer where no sentence is left, or none may be shown. The model's silence is believed where the articles by
// themselves are silent or not certain.
func (s *sitting) silent(verdict Verdict, a Answer) Answer {
	switch {
	case s.plain.Verdict == NotCovered:
		out := s.fallBack("", a.Dropped)
		out.Mode = Model
		return out
	case verdict != NotCovered:
		return s.fallBack(nothingHolds, a.Dropped)
	case s.plain.Confidence >= certain || s.plain.Verdict == Disputed:
		return s.fallBack(foundNothing, a.Dropped)
	}
	a.Verdict, a.Sentences, a.Sources, a.AsOf = NotCovered, []Sentence{}, Sources{}, ""
	a.Next = headings(s.searches[0].views)
	a.Trace = s.traced()
	return a
}

// fallBack is the answer of the articles themselves, with what became of the model's.
func (s *sitting) fallBack(note string, dropped []Dropped) Answer {
	a := s.plain
	a.Note, a.Dropped, a.Trace = note, append(slices.Clone(a.Dropped), dropped...), s.traced()
	return a
}

func (s *sitting) traced() *Trace {
	t := s.trace
	t.Sent = []Sent{}
	for i, v := range s.sent {
		t.Sent = append(t.Sent, Sent{keyOf(i), v.Source, v.Passage.Start, v.Passage.End})
	}
	return &t
}

// retrieved are the passages that were sent, as an answer reports them.
func (s *sitting) retrieved() []Retrieved {
	var views []*view
	for _, v := range s.sent {
		views = append(views, v.view)
	}
	return retrieved(views, shown, false)
}

// confidence is the estimated probability that what was found answers.
func (f *found) confidence() float64 { return f.sure(f.choices()) }

// quoteAt is where a quote stands. The same place has the same number everywhere in an answer.
type quoteAt struct {
	id         article.ID
	version    int
	start, end int
}

// composing gathers the sentences of an answer.
type composing struct {
	*sitting
	numbers    map[quoteAt]int
	choices    map[*found][]*choice
	sentences  []Sentence
	dropped    []Dropped
	translated bool
}

// settle decides what becomes of one draft: shown, replaced by its quotation, or dropped and counted.
func (c *composing) settle(ctx context.Context, d *draft) {
	step := Step{Text: d.text, Verdict: d.result.Verdict, Reasons: d.result.Reasons}
	switch {
	case d.passed() && c.has(d.text):
		step.Became = "repeated"
	case d.passed():
		step.Became = "shown"
		if d.judged {
			step.Became = "judged"
		}
		c.add(d)
	default:
		step.Became = c.instead(ctx, d)
	}
	c.translated = c.translated || step.Became != "dropped" && c.foreign(d)
	c.trace.Steps = append(c.trace.Steps, step)
}

// instead shows the quotation in the place of a sentence that was not proved, where it is about the question.
func (c *composing) instead(ctx context.Context, d *draft) string {
	for _, p := range d.cites {
		o := c.worthShowing(p)
		if o == nil {
			continue
		}
		s := p.by.sentence(o)
		if c.has(s.Text) || slices.ContainsFunc(c.sentences, func(have Sentence) bool { return restsOn(have, s.Citations[0]) }) {
			return "repeated"
		}
		if p.by.unproved(ctx, c.ix, s) != nil {
			continue
		}
		c.put(s)
		return "quotation"
	}
	var first gate.Reason
	if len(d.result.Reasons) > 0 {
		first = d.result.Reasons[0]
	}
	c.dropped = append(c.dropped, Dropped{Text: d.text, Rule: first.Rule, Detail: reasonOf(first)})
	return "dropped"
}

// worthShowing is the quote's sentence as the search has it, where the search itself holds it to be worth showing for the question,
// or nil.
func (c *composing) worthShowing(p located) *choice {
	all, ok := c.choices[p.by]
	if !ok {
		all = p.by.choices()
		c.choices[p.by] = all
	}
	if len(all) == 0 || p.by.sure(all) < faint {
		return nil
	}
	for _, o := range all {
		if o.score < all[0].score-worth {
			return nil
		}
		if s := o.sentence(); o.v == p.view && s.Start < p.span.End && p.span.Start < s.End {
			return o
		}
	}
	return nil
}

func (c *composing) has(text string) bool {
	return slices.ContainsFunc(c.sentences, func(s Sentence) bool { return s.Text == text })
}

func (c *composing) add(d *draft) {
	s := Sentence{Text: d.text, Speaker: d.speaker}
	for _, p := range d.cites {
		at := p.Passage.Start
		s.Citations = append(s.Citations, cite(&p.Candidate, article.Span{Start: at + p.span.Start, End: at + p.span.End}))
	}
	c.put(s)
}

// put adds a sentence under the numbers of its quotes.
func (c *composing) put(s Sentence) {
	for k := range s.Citations {
		s.Citations[k].N = c.number(s.Citations[k])
	}
	s.Earlier = c.overtaken(s)
	c.sentences = append(c.sentences, s)
}

func (c *composing) number(ci Citation) int {
	key := quoteAt{ci.ArticleID, ci.Version, ci.Start, ci.End}
	if c.numbers[key] == 0 {
		c.numbers[key] = len(c.numbers) + 1
	}
	return c.numbers[key]
}

// overtaken says that all that a sentence rests on has been overtaken by a later report, as the search saw it.
func (c *composing) overtaken(s Sentence) bool {
	for _, ci := range s.Citations {
		if !slices.ContainsFunc(c.plain.Sentences, func(o Sentence) bool { return o.Earlier && restsOn(o, ci) }) {
			return false
		}
	}
	return true
}

// restsOn says that a sentence cites a place that overlaps with ci's.
func restsOn(s Sentence, ci Citation) bool {
	return slices.ContainsFunc(s.Citations, func(o Citation) bool {
		return o.ArticleID == ci.ArticleID && o.Version == ci.Version && o.Start < ci.End && ci.Start < o.End
	})
}

// disputes keeps a dispute that the search saw, with an account of each side, and believes the model's where two voices speak.
func (c *composing) disputes(a *Answer) {
	if c.plain.Verdict == Disputed {
		c.keepSides(a)
	} else if a.Verdict == Disputed {
		a.Sides = c.sidesByVoice(a.Sentences)
	}
	switch {
	case len(a.Sides) >= 2:
		a.Verdict = Disputed
	case a.Verdict == Disputed:
		a.Verdict, a.Sides = Answered, nil
	default:
		a.Sides = nil
	}
}

// keepSides carries the sides that the search saw over to the answer; a side that the model left out speaks in its own words.
func (c *composing) keepSides(a *Answer) {
	for _, side := range c.plain.Sides {
		out := Side{Who: side.Who}
		for _, i := range side.Sentences {
			for k, s := range a.Sentences {
				if restsOn(s, c.plain.Sentences[i].Citations[0]) && !slices.Contains(out.Sentences, k) && !onSide(a.Sides, k) {
					out.Sentences = append(out.Sentences, k)
				}
			}
		}
		if len(out.Sentences) == 0 {
			s := c.plain.Sentences[side.Sentences[0]]
			s.Citations = slices.Clone(s.Citations)
			for k := range s.Citations {
				s.Citations[k].N = c.number(s.Citations[k])
			}
			a.Sentences = append(a.Sentences, s)
			out.Sentences = []int{len(a.Sentences) - 1}
		}
		a.Sides = append(a.Sides, out)
	}
}

func onSide(sides []Side, sentence int) bool {
	return slices.ContainsFunc(sides, func(s Side) bool { return slices.Contains(s.Sentences, sentence) })
}

// sidesByVoice groups sentences by who gives the account.
func (c *composing) sidesByVoice(all []Sentence) []Side {
	var out []Side
	book := c.searches[0].book
	for i, s := range all {
		who := s.Speaker
		if who == "" {
			continue
		}
		k := slices.IndexFunc(out, func(o Side) bool { return o.Who == who || oneSide(o.Who, who, book) })
		if k < 0 {
			out = append(out, Side{Who: who})
			k = len(out) - 1
		}
		out[k].Sentences = append(out[k].Sentences, i)
	}
	return out
}
