package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"parley/answer/gate"
	"parley/prompts"
)

const (
	// mostSent is how many passages a model is given, and sentTokens how many tokens they may have together: with the fixed
	// part, the question and a short conversation a prompt stays below 2,500.
	mostSent   = 12
	sentTokens = 1600
	// lookedAt is how many of the best passages those are chosen from.
	lookedAt = 30
	// fromOne is how many passages one article gives before the others had their turn.
	fromOne = 5
	// Of the conversation before, the last turns are sent, each cut.
	turnsSent = 3
	turnBytes = 400
	// questionBytes bounds the question, headBytes an outlet or a heading.
	questionBytes = 1500
	headBytes     = 80
	// keptReply bounds what of a reply is kept and sent back.
	keptReply = 8 << 10
)

// sitting is the writing of one answer.
type sitting struct {
	*Author
	desk  *Desk
	ix    Index
	q     Question
	plain Answer
	// searches are what was found: with the question, then with the model's words.
	searches []*found
	// again are the model's words for the second search, "" where there was none.
	again string
	sent  []sentView
	// prompt and reply are the last round's, for a repair to go on from.
	prompt prompts.Prompt
	reply  string
	trace  Trace
	before map[*view]string
}

// sentView is a passage that the model was given, with the search that found it.
type sentView struct {
	*view
	by *found
}

// choose picks the passages to send: the newest search first, best first, spread over articles.
func (s *sitting) choose() {
	s.sent = nil
	room := sentTokens
	for _, most := range []int{fromOne, mostSent} {
		for _, f := range slices.Backward(s.searches) {
			for _, v := range f.views[:min(lookedAt, len(f.views))] {
				cost := prompts.Tokens(v.Passage.Text) + prompts.Tokens(outlet(&v.Candidate)) + 20
				if len(s.sent) < mostSent && cost <= room && s.fits(v, most) {
					room -= cost
					s.sent = append(s.sent, sentView{v, f})
				}
			}
		}
	}
}

// fits says that a passage is not there yet, nor its words, nor too many of its article.
func (s *sitting) fits(v *view, most int) bool {
	n := 0
	for _, o := range s.sent {
		if o.ID == v.ID || o.Passage.Text == v.Passage.Text {
			return false
		}
		if o.ArticleID == v.ArticleID {
			n++
		}
	}
	return n < most
}

// keyOf is how the model cites the i-th passage.
func keyOf(i int) string { return fmt.Sprintf("P%d", i+1) }

// material is what the model writes from. Everything in it is made visible and bounded; nothing else is changed.
func (s *sitting) material() prompts.Material {
	m := prompts.Material{Fence: s.fence(), Question: clip(visible(s.q.Text), questionBytes), Language: oneOf(s.q.Locale, 12)}
	for i, v := range s.sent {
		m.Passages = append(m.Passages, prompts.Passage{
			Key: keyOf(i), Outlet: oneOf(outlet(&v.Candidate), headBytes), Day: cite(&v.Candidate, v.Passage.Span).Published,
			Heading: oneOf(v.Passage.Heading, headBytes), Text: visible(v.Passage.Text),
		})
	}
	for _, t := range s.q.History[max(0, len(s.q.History)-turnsSent):] {
		m.History = append(m.History, prompts.Exchange{Question: clip(visible(t.Q), turnBytes), Answer: clip(visible(t.A), turnBytes)})
	}
	return m
}

// write asks the model, puts its sentences through the gate and composes the answer. keep says that it may be remembered.
func (s *sitting) write(ctx context.Context) (a Answer, keep bool) {
	s.trace.Prompt = s.wording.Version()
	proposed, err := s.propose(ctx)
	if err != nil {
		return s.fallBack(noteOf(err, s.plain), nil), false
	}
	drafts, err := s.examine(ctx, proposed.Sentences)
	if err == nil {
		err = s.repair(ctx, drafts)
	}
	if err != nil {
		return s.fallBack(noteOf(err, s.plain), nil), false
	}
	s.judge(ctx, drafts)
	return s.compose(ctx, proposed.Verdict, drafts), !s.stumbled()
}

// stumbled says that a round failed: what came of the others is good, and the next asker may have better.
func (s *sitting) stumbled() bool {
	return slices.ContainsFunc(s.trace.Rounds, func(r Round) bool { return r.Error != "" })
}

// propose brings a reply that can be read, after a second search where the model asks for one.
func (s *sitting) propose(ctx context.Context) (modelReply, error) {
	r, err := s.draft(ctx)
	if err != nil || r.SearchAgain == "" || len(r.Sentences) > 0 && r.Verdict != Partial {
		return r, err
	}
	f, err := s.desk.find(ctx, s.ix, Question{Text: r.SearchAgain})
	if err != nil {
		return r, err
	}
	was := s.digest()
	s.searches = append(s.searches, f)
	s.choose()
	if s.digest() == was {
		return r, nil
	}
	s.again = r.SearchAgain
	second, err := s.draft(ctx)
	if err != nil && len(r.Sentences) == 0 {
		return r, err
	}
	if err != nil || len(second.Sentences) == 0 {
		return r, nil
	}
	return second, nil
}

// draft asks for an answer from the passages, once more where the reply cannot be read.
func (s *sitting) draft(ctx context.Context) (modelReply, error) {
	p, err := s.wording.Write(s.material())
	if err != nil {
		return modelReply{}, err
	}
	for range 2 {
		var text string
		if text, err = s.send(ctx, p); err != nil {
			return modelReply{}, err
		}
		var r modelReply
		if r, err = readReply(text); err == nil {
			s.prompt, s.reply = p, text
			return r, nil
		}
	}
	return modelReply{}, err
}

// send is one round with the model.
func (s *sitting) send(ctx context.Context, p prompts.Prompt) (string, error) {
	p.Payer = prompts.Payer{Guild: s.q.Guild, Member: s.q.Member}
	reply, err := s.writer.Write(ctx, p)
	round := Round{Name: p.Name, Reply: clip(reply.Text, keptReply), Usage: reply.Usage}
	if err != nil {
		round.Error = err.Error()
	}
	s.trace.Rounds = append(s.trace.Rounds, round)
	s.trace.Usage = s.trace.Usage.Plus(reply.Usage)
	if reply.Model != "" {
		s.trace.Model = oneOf(reply.Model, headBytes)
	}
	return reply.Text, err
}

// repair sends the rejected sentences back once, with the reasons. What comes back takes the place of the rejected ones, in order,
// where it is better.
func (s *sitting) repair(ctx context.Context, drafts []draft) error {
	var doubts []prompts.Doubt
	var places []int
	for i, d := range drafts {
		if d.result.Verdict == gate.Rejected {
			doubts = append(doubts, prompts.Doubt{Text: d.text, Reason: reasonsOf(d.result)})
			places = append(places, i)
		}
	}
	if len(doubts) == 0 {
		return nil
	}
	p, err := s.wording.Repair(s.prompt, clip(visible(s.reply), keptReply), doubts)
	if err != nil {
		return err
	}
	text, err := s.send(ctx, p)
	if err != nil {
		return nil // the trace has it; what was proved in the first round stands
	}
	r, err := readReply(text)
	if err != nil {
		return nil
	}
	repaired, err := s.examine(ctx, r.Sentences[:min(len(places), len(r.Sentences))])
	for i, d := range repaired {
		if d.result.Verdict != gate.Rejected {
			was := drafts[places[i]]
			s.trace.Steps = append(s.trace.Steps, Step{Text: was.text, Verdict: was.result.Verdict, Reasons: was.result.Reasons, Became: "repaired"})
			drafts[places[i]] = d
		}
	}
	return err
}

// reasonsOf says in words what the gate found, for the model to repair.
func reasonsOf(r gate.Result) string {
	var out []string
	for _, reason := range r.Reasons {
		out = append(out, reasonOf(reason))
	}
	return strings.Join(out[:min(4, len(out))], "; ")
}

func reasonOf(r gate.Reason) string {
	what, ok := ruleWords[r.Rule]
	if !ok {
		what = r.Rule
	}
	if r.Claim != "" {
		what += fmt.Sprintf(": %q", clip(r.Claim, 120))
	}
	if r.Passage != "" {
		what += fmt.Sprintf(", where the quote has %q", clip(r.Passage, 120))
	}
	return what
}

// ruleWords say what a rule found.
var ruleWords = map[string]string{
	"number": "the figure is not in the quotes", "date": "the date is not in the quotes", "name": "the name is not in the quotes",
	"quotation": "not found word for word in the passage", "negation": "the quotes say the opposite, or deny it", "role": "who did what to whom differs",
	"speaker": "somebody else says it", "hedge": "the quotes are less certain", "binding": "the figure belongs to something else",
	"slot": "the quotes have something else there", "coverage": "the quotes do not carry all of it", "address": "it speaks to the reader",
}
