package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"parley/answer"
	"parley/fault"
)

// lineID is a line's id as its writer gave it, a JSON string or number, to be given back the same; empty where there is none.
type lineID string

// UnmarshalJSON refuses what is neither.
func (id *lineID) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if data[0] != '"' && data[0] != '-' && (data[0] < '0' || data[0] > '9') {
		return fmt.Errorf("an id is a text or a number, not %s", data)
	}
	*id = lineID(data)
	return nil
}

// MarshalJSON gives it back.
func (id lineID) MarshalJSON() ([]byte, error) { return []byte(id), nil }

// posed is a question with its line's id.
type posed struct {
	answer.Question
	line lineID
}

// asked is one line of a batch.
type asked struct {
	ID       lineID        `json:"id"`
	Question *string       `json:"question"`
	History  []answer.Turn `json:"history"`
}

// questions reads a batch of questions and passes each to each, in order.
func (p *program) questions(ctx context.Context, file string, each func(posed) error) error {
	return p.batch(ctx, file, func(line []byte) error {
		q, err := parseAsked(line)
		if err != nil {
			return err
		}
		return each(q)
	})
}

// batch passes the lines of file ("-" is stdin) that are not blank to each, in order. A line that each refuses is told on
// stderr with its number; the rest goes on and the result is errTold.
func (p *program) batch(ctx context.Context, file string, each func(line []byte) error) error {
	in, closed, err := p.open(file)
	if err != nil {
		return err
	}
	defer closed()
	bad := false
	lines := readLines(ctx, in)
	for {
		select {
		case <-ctx.Done():
			return halted(ctx)
		case l, more := <-lines:
			switch {
			case !more && bad:
				return errTold
			case !more:
				return nil
			case l.err != nil && !errors.Is(l.err, errTooLong):
				return fault.New(fmt.Sprintf("%s could not be read to its end; the lines before %d are answered.", file, l.number), l.err)
			}
			err := l.err
			if err == nil && l.text != "" {
				err = each([]byte(l.text))
			}
			if ctx.Err() != nil {
				return halted(ctx)
			}
			if err != nil {
				bad = true
				fmt.Fprintf(p.stderr, "parley: line %d: %s\n", l.number, sayOf(err))
			}
		}
	}
}

func halted(ctx context.Context) error {
	return fault.New("Stopped before the end; the lines above are answered.", ctx.Err())
}

func parseAsked(line []byte) (posed, error) {
	var a asked
	if err := json.Unmarshal(line, &a); err != nil {
		return posed{}, fault.New(`not a question: a line is {"id":"…","question":"…"}, with "history" where there is one.`, err)
	}
	if a.Question == nil {
		return posed{}, fault.New(`no "question" in it.`, nil)
	}
	return posed{answer.Question{ID: string(a.ID), Text: *a.Question, History: a.History}, a.ID}, nil
}

func (p *program) open(file string) (io.Reader, func(), error) {
	if file == "-" {
		return p.stdin, func() {}, nil
	}
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fault.New(file+" does not exist; name a file with one question a line.", err)
	}
	if err != nil {
		return nil, nil, fault.New(file+" cannot be opened; check that it may be read.", err)
	}
	return f, func() { f.Close() }, nil
}

// writeJSON writes v on one line, at once, so that a reader of a batch sees each answer as it comes.
func (p *program) writeJSON(v any) error {
	enc := json.NewEncoder(p.stdout)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fault.New("The answer could not be written; check where the output goes.", err)
	}
	return nil
}
