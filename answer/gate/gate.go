// Package gate says whether a sentence is supported by the quotes that it cites, and why not.
// It is pure code: no model, no I/O, no topic of its own.
package gate

// Verdict is the gate's word on one sentence.
type Verdict string

const (
	Supported Verdict = "supported"
	Unsure    Verdict = "unsure"
	Rejected  Verdict = "rejected"
)

// Reason is one flag.
type Reason struct {
	// Rule is one of number, date, name, quotation, negation, role, speaker, hedge, binding, slot, coverage.
	Rule string `json:"rule"`
	// Claim is the token of the sentence that was flagged.
	Claim string `json:"claim"`
	// Passage is the token of the quote that stands against it, "" where there is none.
	Passage string `json:"passage,omitempty"`
}

// Quote is what a sentence cites.
type Quote struct {
	// Text is the quoted stretch, verbatim.
	Text string
	// Before is what precedes it in the same article, at most about 1,500 characters: names may be introduced there.
	Before string
}

// Result is the verdict with its reasons, none when it is Supported.
type Result struct {
	Verdict Verdict
	Reasons []Reason
}
