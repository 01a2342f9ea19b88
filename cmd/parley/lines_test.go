package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestStoppingEndsAReadThatWaits: what reads stdin ends with the context, though nobody closes the pipe.
func TestStoppingEndsAReadThatWaits(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	data := t.TempDir()
	ferry := filepath.Join(t.TempDir(), "ferry.txt")
	if err := os.WriteFile(ferry, []byte(ferryNews), 0o600); err != nil {
		t.Fatal(err)
	}
	code, _, stderr := play(t.Context(), strings.NewReader(""), "add", ferry, "--data", data)
	if code != exitDone {
		t.Fatal(stderr)
	}
	for name, args := range map[string][]string{
		"ask":    {"ask", "--batch", "-", "--json", "--data", data},
		"search": {"search", "--batch", "-", "--json", "--data", data},
		"verify": {"verify", "--batch", "-", "--json"},
		"eval":   {"eval", "--questions", "-", "--data", data},
		"check":  {"check", "-", "--data", data},
		"run":    {"run", "--data", data},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			in, hand := io.Pipe()
			defer hand.Close()
			ended := make(chan int, 1)
			go func() {
				code, _, _ := play(ctx, in, args...)
				ended <- code
			}()
			time.Sleep(50 * time.Millisecond) // the read should be waiting by then; the test holds either way
			cancel()
			select {
			case code := <-ended:
				if code == exitUsage {
					t.Error("it never read")
				}
			case <-time.After(soon):
				t.Fatal("it waits for stdin still")
			}
		})
	}
}

// play runs the program with nothing in its environment.
func play(ctx context.Context, stdin io.Reader, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(ctx, args, func(string) string { return "" }, stdin, &out, &errs)
	return code, out.String(), errs.String()
}
