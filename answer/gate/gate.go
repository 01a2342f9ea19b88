// Package gate says whether a sentence is supported by the quotes that it cites, and why not.
// It is pure code: no model, no I/O, no topic of its own.
package gate

import (
	"slices"
	"strings"

	"parley/article"
	"parley/article/names"
)

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

// Check says whether the quotes support the sentence. Supported means that its figures, dates, names and quotations stand in
// the quotes and that nothing was found against it; it does not mean that the sentence is true.
func Check(sentence string, quotes []Quote, book *names.Book) Result {
	if strings.TrimSpace(sentence) == "" || len(quotes) == 0 {
		return Result{Unsure, []Reason{{Rule: "coverage"}}}
	}
	if unchanged(sentence, quotes) {
		return Result{Verdict: Supported}
	}
	return apart(sentence, quotes, book)
}

// apart examines each sentence of a claim by itself, so that a true one carries no other along; the worst verdict is the claim's,
// and the whole must pass too.
func apart(claim string, quotes []Quote, book *names.Book) Result {
	whole := examine(claim, quotes, book)
	spans := article.Sentences(claim)
	if len(spans) < 2 {
		return whole
	}
	for _, s := range spans {
		one := claim[s.Start:s.End]
		if unchanged(one, quotes) {
			continue
		}
		if r := examine(one, quotes, book); worse(r.Verdict, whole.Verdict) {
			whole = r
		}
	}
	return whole
}

// worse orders the verdicts.
func worse(a, b Verdict) bool {
	rank := map[Verdict]int{Supported: 0, Unsure: 1, Rejected: 2}
	return rank[a] > rank[b]
}

// examine runs every check.
func examine(sentence string, quotes []Quote, book *names.Book) Result {
	c, e := readClaim(sentence, book), readAll(quotes, book)
	c.openers(e)
	flags := literal(c, e)
	a := best(c, e)
	if a == nil {
		return verdict(append(flags, flag{Reason: Reason{Rule: "coverage", Claim: sentence}}), false)
	}
	flags = append(flags, a.structure()...)
	if a.coverage < enough {
		flags = distinct(append(flags, c.apart(e, a)...))
	}
	return verdict(flags, a.coverage >= close)
}

// apart judges the clauses of a claim that no one place holds, each by itself: a sentence may cite two places, but one clause
// that takes its actor from the one and its deed from the other is nobody's statement.
func (c *claim) apart(e *evidence, whole *alignment) []flag {
	clauses := c.clauses()
	if len(clauses) < 2 {
		return []flag{{Reason: Reason{Rule: "coverage", Claim: whole.uncovered()}}}
	}
	var flags []flag
	for _, s := range clauses {
		part := readClaim(s, c.book)
		part.openers(e)
		a := best(part, e)
		if a == nil {
			continue
		}
		flags = append(flags, a.structure()...)
		if a.coverage < enough {
			flags = append(flags, flag{Reason: Reason{Rule: "coverage", Claim: a.uncovered()}})
		}
	}
	return flags
}

// fewest is how many content words a clause has at least; less hangs on what stands beside it.
const fewest = 3

// clauses are the stretches of the claim between commas, stronger marks and "and", short ones joined to the one before.
func (c *claim) clauses() []string {
	var out []string
	start, content := 0, 0
	for i := range c.words {
		w := &c.words[i]
		if content >= fewest && c.contentFrom(i) >= fewest && (w.before >= comma || w.exact == "and" || w.exact == "but") {
			out = append(out, c.raw[start:c.words[i-1].end])
			start, content = w.start, 0
		}
		if !w.function {
			content++
		}
	}
	return append(out, c.raw[start:])
}

// contentFrom counts the content words from word i to the next mark.
func (c *claim) contentFrom(i int) int {
	n := 0
	for k := i; k < len(c.words) && (k == i || c.words[k].before < comma || n < fewest); k++ {
		if !c.words[k].function {
			n++
		}
	}
	return n
}

// Below enough of the claim's content in what it cites, nothing is sure; from close on, the claim is a rewording of one
// place, and what differs there is an error. Lower, the checks say as often that a sentence was reworded as that it is wrong.
const (
	enough = 0.6
	close  = 0.8
)

// structure are the flags of the checks that compare the claim with one place. Who stands where is asked of each sentence by
// itself too: two together have most names somewhere.
func (a *alignment) structure() []flag {
	var flags []flag
	for _, one := range append(a.halves, a) {
		flags = append(flags, one.slotFlags()...)
		flags = append(flags, one.roleFlags()...)
		flags = append(flags, one.objectFlags()...)
	}
	flags = append(flags, a.bindingFlags()...)
	flags = append(flags, a.orderFlags()...)
	flags = append(flags, a.negationFlags()...)
	flags = append(flags, a.hedgeFlags()...)
	flags = append(flags, a.scopeFlags()...)
	return distinct(append(flags, a.speakerFlags()...))
}

func distinct(flags []flag) []flag {
	var out []flag
	for _, f := range flags {
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// verdict weighs the flags; near says that the claim is close to one place of what it cites.
func verdict(flags []flag, near bool) Result {
	r := Result{Verdict: Supported}
	for _, f := range flags {
		r.Reasons = append(r.Reasons, f.Reason)
		if f.hard || near && f.Rule != "coverage" && f.Rule != "name" {
			r.Verdict = Rejected
		} else if r.Verdict == Supported {
			r.Verdict = Unsure
		}
	}
	return r
}

// unchanged says that the sentence is one or more whole sentences of a quote, letter by letter. Part of a sentence is not
// enough: "he took bribes" stands in "he denied that he took bribes".
func unchanged(sentence string, quotes []Quote) bool {
	s := strings.TrimSpace(sentence)
	for _, q := range quotes {
		if strings.TrimSpace(q.Text) == s {
			return true
		}
		at := strings.Index(q.Text, s)
		if at >= 0 && whole(q.Text, article.Span{Start: at, End: at + len(s)}) {
			return true
		}
	}
	return false
}

// whole says that the span begins where a sentence of text begins and ends where one ends.
func whole(text string, span article.Span) bool {
	begins, ends := false, false
	for _, s := range article.Sentences(text) {
		begins = begins || s.Start == span.Start
		ends = ends || s.End == span.End
	}
	return begins && ends
}
