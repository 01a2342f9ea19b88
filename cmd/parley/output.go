package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// output is stdout that remembers whether it failed: a script must not take a list that a full disk cut off for the whole.
type output struct {
	io.Writer
	err error
}

func (o *output) Write(b []byte) (int, error) {
	n, err := o.Writer.Write(b)
	if err != nil && o.err == nil {
		o.err = err
	}
	return n, err
}

// code is the exit code of a run that came to that one, with a line on stderr where its output was lost.
func (o *output) code(code int, stderr io.Writer) int {
	if o.err == nil || code != exitDone {
		return code
	}
	fmt.Fprintln(stderr, "parley: The output could not be written to its end; what was stored is safe. Check where the output goes.")
	return exitFailed
}

// terminal is the terminal that w writes to, nil where it is none.
func terminal(w io.Writer) *os.File {
	if o, is := w.(*output); is {
		w = o.Writer
	}
	f, isFile := w.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return f
}
