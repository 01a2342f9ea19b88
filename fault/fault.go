// Package fault is an error with two voices: a sentence for the person, a cause for the log.
// It knows nothing of where either is shown.
package fault

import "errors"

// Fault is an error that a person can act on.
type Fault struct {
	// Say is one line for the person: what happened, what was not lost, what to do.
	// It holds no secret, no path of the machine that the person did not give, and no driver text.
	Say string
	// Err is the cause, for the log alone. It may be nil.
	Err error
}

// New returns a Fault that says say and was caused by cause (which may be nil).
func New(say string, cause error) *Fault { return &Fault{Say: say, Err: cause} }

// Error joins both voices, for the log.
func (f *Fault) Error() string {
	if f.Err == nil {
		return f.Say
	}
	return f.Say + ": " + f.Err.Error()
}

// Unwrap returns the cause.
func (f *Fault) Unwrap() error { return f.Err }

// Say returns the line for the person: that of the outermost Fault in err's chain, and ok false where there is none.
func Say(err error) (line string, ok bool) {
	var f *Fault
	if errors.As(err, &f) {
		return f.Say, true
	}
	return "", false
}
