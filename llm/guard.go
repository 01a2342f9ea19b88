package llm

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/bulkhead"
	"github.com/failsafe-go/failsafe-go/circuitbreaker"
	"github.com/failsafe-go/failsafe-go/retrypolicy"

	"parley/prompts"
)

const (
	// attempts is how often one prompt is sent at most.
	attempts = 3
	// firstPause is the wait before the second attempt, doubled for each further one, a quarter more or less by chance.
	firstPause = 300 * time.Millisecond
	// brokenAfter failures in a row nothing is sent for a rest; then one prompt tries.
	brokenAfter = 6
	rest        = 20 * time.Second
)

// guard is the one place that tries again, holds back and gives up.
type guard struct {
	atOnce  bulkhead.Bulkhead[prompts.Reply]
	breaker circuitbreaker.CircuitBreaker[prompts.Reply]
}

func newGuard(atOnce int) *guard {
	return &guard{
		atOnce: bulkhead.NewBuilder[prompts.Reply](uint(atOnce)).WithMaxWaitTime(time.Hour).Build(), // the prompt's own time limit ends the wait
		breaker: circuitbreaker.NewBuilder[prompts.Reply]().
			HandleIf(func(_ prompts.Reply, err error) bool { return unwell(err) }).
			WithFailureThreshold(brokenAfter).WithSuccessThreshold(1).WithDelay(rest).Build(),
	}
}

// unwell says that an error tells of the endpoint's health, and not of the prompt or the settings.
func unwell(err error) bool {
	var f *failure
	return errors.As(err, &f) && f.again && f.kind != ErrBusy
}

// run calls send, again where that may help, until ctx ends. Retries stand outside: a prompt that pauses holds no place.
func (g *guard) run(ctx context.Context, send func() (prompts.Reply, error)) (prompts.Reply, error) {
	retry := retrypolicy.NewBuilder[prompts.Reply]().
		HandleIf(func(_ prompts.Reply, err error) bool { return worthAgain(ctx, err) }).
		WithMaxAttempts(attempts).ReturnLastFailure().WithDelayFunc(pause).Build()
	reply, err := failsafe.With[prompts.Reply](retry, g.atOnce, g.breaker).WithContext(ctx).Get(send)
	switch {
	case err == nil:
		return reply, nil
	case errors.Is(err, circuitbreaker.ErrOpen):
		return reply, &failure{kind: ErrUnavailable, detail: "resting after failures in a row"}
	case errors.Is(err, bulkhead.ErrFull):
		return reply, &failure{kind: ErrBusy, detail: "too many prompts at once"}
	}
	var f *failure
	if !errors.As(err, &f) {
		err = &failure{kind: ErrUnavailable, detail: err.Error()}
	}
	return reply, err
}

// worthAgain says that another attempt may help and that there is time for it.
func worthAgain(ctx context.Context, err error) bool {
	var f *failure
	if !errors.As(err, &f) || !f.again || ctx.Err() != nil {
		return false
	}
	deadline, ok := ctx.Deadline()
	return !ok || time.Until(deadline) > f.after
}

func pause(e failsafe.ExecutionAttempt[prompts.Reply]) time.Duration {
	var f *failure
	if errors.As(e.LastError(), &f) && f.after > 0 {
		return f.after
	}
	wait := firstPause << e.Retries()
	return wait*3/4 + rand.N(wait/2)
}
