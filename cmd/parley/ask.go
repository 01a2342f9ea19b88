package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"parley/answer"
	"parley/fault"
)

// several is what ask and search have in common: one question, or a file of them.
type several struct {
	JSON  bool   `help:"Print one JSON object a question."`
	Batch string `placeholder:"FILE.jsonl" help:"Answer each line {\"id\",\"question\",\"history\"} of a file; - is stdin."`
}

// choose refuses a command line that asks for both, or for nothing.
func (s several) choose(question *string) error {
	if question == nil && s.Batch == "" {
		return errors.New(`a question in quotes is missing, or --batch FILE`)
	}
	if question != nil && s.Batch != "" {
		return errors.New("choose one: a question, or --batch FILE")
	}
	if question != nil && strings.TrimSpace(*question) == "" {
		return fault.New(`The question is empty. Put it in quotes: parley ask "What happened on Monday?"`, nil)
	}
	return nil
}

// each passes the question, or those of the batch, to do.
func (s several) each(ctx context.Context, p *program, question *string, do func(posed) error) error {
	if question != nil {
		return do(posed{Question: answer.Question{Text: *question}})
	}
	return p.questions(ctx, s.Batch, do)
}

type askCommand struct {
	Question *string `arg:"" optional:"" help:"The question, in quotes."`
	Explain  bool    `help:"Show how a model's answer came to be: what was sent, what came back, and what the gate did with it."`
	several
}

// Validate runs while the command line is parsed, so that what it refuses is wrong usage.
func (c *askCommand) Validate() error { return c.choose(c.Question) }

// Run answers from the guild's articles.
func (c *askCommand) Run(ctx context.Context, p *program) error {
	answer.Warm()
	room, err := p.visit(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	g := newPage(p.stdout, p.getenv)
	return c.each(ctx, p, c.Question, func(q posed) error {
		a, err := room.ask(ctx, q.Question)
		if err != nil {
			return err
		}
		if !c.Explain {
			a.Trace = nil
		}
		if c.JSON {
			return p.writeJSON(answered{q.line, whole(a)})
		}
		if c.Batch != "" {
			g.line("> ", 2, q.Text, g.bold)
		}
		g.answer(a, p.clock())
		g.trace(a.Trace)
		if c.Batch != "" {
			g.blank()
		}
		return nil
	})
}

// answered is an answer under its line's own id.
type answered struct {
	ID lineID `json:"id,omitempty"`
	answer.Answer
}

// whole gives empty lists where there are none: a script may go through them without asking.
func whole(a answer.Answer) answer.Answer {
	if a.Sentences == nil {
		a.Sentences = []answer.Sentence{}
	}
	if a.Passages == nil {
		a.Passages = []answer.Retrieved{}
	}
	return a
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
