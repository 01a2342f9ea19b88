package answer

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"parley/answer/gate"
	"parley/fault"
	"parley/prompts"
)

// Writer sends one prompt to a model. The reply is complete and untrusted; an error carries a fault's line for the reader.
type Writer interface {
	Write(ctx context.Context, p prompts.Prompt) (prompts.Reply, error)
}

// Author writes answers through a model. The model proposes; what is shown has passed the gate. It serves every guild.
type Author struct {
	// Judge sends sentences of which the gate is unsure to the model once more, to be judged by their quotes alone: the articles
	// cannot speak to it there. Without it the quotation is shown in their place. A sentence that the gate rejects is never
	// judged, and a judge that takes what it must refuse is not believed; an endpoint that is itself hostile could still pass what the
	// gate is unsure of.
	Judge bool
	// Limit bounds one answer with all its prompts; DefaultLimit where zero.
	Limit time.Duration
	// Fence makes the marker of a request, which no text can know; random where nil.
	Fence func() string

	writer  Writer
	wording *prompts.Wording
	cache   *cache
}

// DefaultLimit is how long a member waits for a model before the articles answer by themselves.
const DefaultLimit = 25 * time.Second

// NewAuthor returns an Author that remembers its answers.
func NewAuthor(w Writer) (*Author, error) {
	wording, err := prompts.New()
	if err != nil {
		return nil, fmt.Errorf("author: %w", err)
	}
	return &Author{writer: w, wording: wording, cache: newCache()}, nil
}

// Trace is how a model's answer came to be: for whoever asks why.
type Trace struct {
	Model string `json:"model"`
	// Prompt is the version of the wording.
	Prompt string `json:"prompt"`
	// Cached says that the answer was remembered and cost nothing.
	Cached bool    `json:"cached,omitempty"`
	Sent   []Sent  `json:"sent"`
	Rounds []Round `json:"rounds"`
	Steps  []Step  `json:"steps"`
	// Usage is the sum over the rounds.
	Usage prompts.Usage `json:"usage"`
}

// Sent is a passage that the model was given, and under which key.
type Sent struct {
	Key     string `json:"key"`
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// Round is one prompt and its reply.
type Round struct {
	// Name is write, repair or judge.
	Name string `json:"name"`
	// Reply is the model's own text, untrusted, at most 8 kB.
	Reply string `json:"reply,omitempty"`
	// Error is why there is no reply, without any secret.
	Error string        `json:"error,omitempty"`
	Usage prompts.Usage `json:"usage"`
}

// Step is what became of one sentence that the model wrote.
type Step struct {
	Text    string        `json:"text"`
	Verdict gate.Verdict  `json:"verdict"`
	Reasons []gate.Reason `json:"reasons,omitempty"`
	// Became is shown, judged (shown since the judge supports it), quotation (the quote is shown in its place), dropped, repeated, or
	// repaired: written again, the new one has a step of its own.
	Became string `json:"became"`
}

// Lines for the reader about how an answer came to be.
const (
	ownWords     = "These are the articles' own sentences."
	nothingHolds = "Nothing that the model wrote could be proved. " + ownWords
	foundNothing = "The model found no answer in the articles; these are their own sentences nearest to the question."
	translated   = "The quotations are in the language of the articles."
)

// answer asks the model, over what was found, and falls back on the plain answer, which the articles gave by themselves.
func (au *Author) answer(ctx context.Context, d *Desk, ix Index, q Question, f *found, plain Answer) Answer {
	if f.corpus.Passages == 0 || len(f.query.concepts) == 0 {
		return plain
	}
	s := &sitting{Author: au, desk: d, ix: ix, q: q, plain: plain, searches: []*found{f}, before: map[*view]string{}}
	s.choose()
	key := s.key()
	if a, ok := au.cache.get(key, d.now(), func(again string) (string, bool) { return s.keyAfter(ctx, again) }); ok {
		return a.with(q)
	}
	a, err := au.cache.once(ctx, key, d.now(), au.limit(), func(ctx context.Context) Answer {
		a, keep := s.write(ctx)
		if keep {
			au.cache.put(key, remembered{answer: a, again: s.again, digest: s.digest(), until: d.now().Add(rememberFor)})
		}
		return a
	})
	if err != nil {
		plain.Note = noteOf(err, plain)
		return plain
	}
	return a.with(q)
}

// with gives a remembered answer to another asker.
func (a Answer) with(q Question) Answer {
	a.ID, a.Question = q.ID, q.Text
	return a
}

func (au *Author) limit() time.Duration {
	if au.Limit > 0 {
		return au.Limit
	}
	return DefaultLimit
}

func (au *Author) fence() string {
	if au.Fence != nil {
		return au.Fence()
	}
	var b [6]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

// noteOf tells the reader why the articles speak for themselves.
func noteOf(err error, plain Answer) string {
	say, ok := fault.Say(err)
	switch {
	case ok:
	case errors.Is(err, context.DeadlineExceeded):
		say = "The model did not answer in time."
	case errors.Is(err, errReplyLong), errors.Is(err, errReplyShape):
		say = "The model's reply could not be read."
	default:
		say = "The model could not be asked."
	}
	if len(plain.Sentences) == 0 {
		return say
	}
	return say + " " + ownWords
}
