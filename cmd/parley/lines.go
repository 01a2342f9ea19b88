package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"parley/fault"
)

// longestLine bounds one line of a batch, in bytes: a question with a long conversation is far below.
const longestLine = 1 << 20

var errTooLong = fault.New(fmt.Sprintf("longer than %d bytes, and passed over.", longestLine), nil)

// lineRead is one line of input, without a byte order mark and the blanks at its ends.
type lineRead struct {
	number int // from 1
	text   string
	// err is errTooLong for a line that was passed over; any other is why there are no more lines.
	err error
}

// readLines passes on each line of r, and closes the channel at its end. It reads in a goroutine of its own, since a read from
// a terminal or a pipe cannot be called off: one that waits when ctx ends ends with the process.
func readLines(ctx context.Context, r io.Reader) <-chan lineRead {
	out := make(chan lineRead)
	go func() {
		defer close(out)
		lines := bufio.NewReaderSize(r, 64<<10)
		for number := 1; ; number++ {
			line, err := readLine(lines)
			last := err != nil && !errors.Is(err, errTooLong)
			if errors.Is(err, io.EOF) {
				err = nil
			}
			text := bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf")))
			select {
			case out <- lineRead{number, string(text), err}:
			case <-ctx.Done():
				return
			}
			if last {
				return
			}
		}
	}()
	return out
}

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

// readAll reads r to its end, or until ctx ends: as in readLines, a read that waits then ends with the process.
func readAll(ctx context.Context, r io.Reader) ([]byte, error) {
	type whole struct {
		data []byte
		err  error
	}
	done := make(chan whole, 1)
	go func() {
		data, err := io.ReadAll(r)
		done <- whole{data, err}
	}()
	select {
	case w := <-done:
		return w.data, w.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
