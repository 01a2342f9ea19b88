package bot

import (
	"crypto/rand"
	"fmt"
	"runtime/debug"
	"strings"

	"parley/fault"
)

// panicError is a panic as an error, with the place it came from.
type panicError struct {
	value any
	stack string
}

func (p *panicError) Error() string { return fmt.Sprintf("panic: %v\n%s", p.value, p.stack) }

func panicked(value any) error { return &panicError{value: value, stack: string(debug.Stack())} }

// report writes the cause of a failure to the log, under a reference that it returns, and without secrets.
func (b *Bot) report(what string, cause error, secrets ...string) (ref string) {
	ref = newReference()
	text := cause.Error()
	for _, s := range append(secrets, b.cfg.Token) {
		if s != "" {
			text = strings.ReplaceAll(text, s, "[redacted]")
		}
	}
	b.log.Error("failed", "reference", ref, "what", what, "cause", text)
	return ref
}

// newReference makes the short word under which a failure is shown to a member and written to the log.
func newReference() string { return "P-" + rand.Text()[:7] }

// excuse is what a person is told of a failure: a fault's own line, or a reference to the log and what to do.
func (b *Bot) excuse(what, next string, err error, secrets ...string) string {
	if line, ok := fault.Say(err); ok {
		b.log.Info("refused", "what", what, "because", line)
		return plain(line)
	}
	return "Something went wrong. " + next + "\n-# Reference " + b.report(what, err, secrets...)
}
