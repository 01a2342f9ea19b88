package main

import (
	"bufio"
	"bytes"
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

// longestLine bounds one line of a batch, in bytes: a question with a long conversation is far below.
const longestLine = 1 << 20

// asked is one line of a batch.
type asked struct {
	ID       string        `json:"id"`
	Question *string       `json:"question"`
	History  []answer.Turn `json:"history"`
}

// questions reads a batch of questions and passes each to each, in order.
func (p *program) questions(ctx context.Context, file string, each func(answer.Question) error) error {
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
	lines := bufio.NewReaderSize(in, 64<<10)
	for number, last := 1, false; !last && ctx.Err() == nil; number++ {
		line, err := readLine(lines)
		if last = errors.Is(err, io.EOF); last {
			err = nil
		}
		if err != nil && !errors.Is(err, errTooLong) {
			return fault.New(fmt.Sprintf("%s could not be read to its end; the lines before %d are answered.", file, number), err)
		}
		line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf")))
		if err == nil && len(line) > 0 {
			err = each(line)
		}
		if err != nil {
			bad = true
			fmt.Fprintf(p.stderr, "parley: line %d: %s\n", number, sayOf(err))
		}
	}
	if ctx.Err() != nil {
		return fault.New("Stopped before the end; the lines above are answered.", ctx.Err())
	}
	if bad {
		return errTold
	}
	return nil
}

func parseAsked(line []byte) (answer.Question, error) {
	var a asked
	if err := json.Unmarshal(line, &a); err != nil {
		return answer.Question{}, fault.New(`not a question: a line is {"id":"…","question":"…"}, with "history" where there is one.`, err)
	}
	if a.Question == nil {
		return answer.Question{}, fault.New(`no "question" in it.`, nil)
	}
	return answer.Question{ID: a.ID, Text: *a.Question, History: a.History}, nil
}

var errTooLong = fault.New(fmt.Sprintf("longer than %d bytes, and passed over.", longestLine), nil)

// readLine returns the next line, errTooLong after passing over one that is too long, and io.EOF with the last.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := r.ReadSlice('\n')
		if tooLong = tooLong || len(line)+len(part) > longestLine; !tooLong {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case tooLong:
			return nil, errTooLong
		}
		return line, err
	}
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
