package answer

import (
	"context"
	"fmt"
	"strings"

	"parley/answer/gate"
	"parley/article"
	"parley/article/names"
)

// ClaimVerdict says how the articles stand to one claim. None of them says that a claim is true or false.
type ClaimVerdict string

const (
	// ClaimSupported: an article says so.
	ClaimSupported ClaimVerdict = "supported"
	// ClaimContradicted: an article says otherwise of the same thing: another number, date, name or actor, or that it is not so.
	ClaimContradicted ClaimVerdict = "contradicted"
	// ClaimPartly: an article has part of it, or has it with a reservation, or articles differ.
	ClaimPartly ClaimVerdict = "partly"
	// ClaimNotCovered: no article speaks of it.
	ClaimNotCovered ClaimVerdict = "not_covered"
)

// Checked is a message held against the articles, claim by claim.
type Checked struct {
	Text      string         `json:"text"`
	Claims    []CheckedClaim `json:"claims"`
	ElapsedMS float64        `json:"elapsed_ms"`
}

// CheckedClaim is one statement of the message with what the articles say of it. Citations is empty when it is not covered.
type CheckedClaim struct {
	Text      string        `json:"text"`
	Verdict   ClaimVerdict  `json:"verdict"`
	Citations []Citation    `json:"citations"`
	Reasons   []gate.Reason `json:"reasons,omitempty"`
}

const (
	// compared is how many of the best passages a claim is held against.
	compared = 8
	// contextBefore is how many passages before each lend names.
	contextBefore = 2
	// sameThing is the share of a claim that a passage must hold to say otherwise of the same thing; touching is the share from
	// which it has part of the claim.
	sameThing = 0.7
	touching  = 0.55
)

// Check splits a message into claims and says for each whether the articles support it, say otherwise, have part of it or do not
// speak of it, with quotes. A message without a claim has none; it is no error.
func (d *Desk) Check(ctx context.Context, ix Index, text string) (Checked, error) {
	start := d.now()
	out := Checked{Text: text, Claims: []CheckedClaim{}}
	numbers := map[Citation]int{}
	for _, claim := range claimsOf(text) {
		c, err := d.checkClaim(ctx, ix, claim)
		if err != nil {
			return Checked{}, fmt.Errorf("check: %w", err)
		}
		for i := range c.Citations {
			key := c.Citations[i]
			if numbers[key] == 0 {
				numbers[key] = len(numbers) + 1
			}
			c.Citations[i].N = numbers[key]
		}
		out.Claims = append(out.Claims, c)
	}
	out.ElapsedMS = float64(d.now().Sub(start).Microseconds()) / 1000
	return out, nil
}

// checkClaim holds one claim against the passages nearest to it.
func (d *Desk) checkClaim(ctx context.Context, ix Index, claim string) (CheckedClaim, error) {
	f, err := d.find(ctx, ix, Question{Text: claim})
	if err != nil {
		return CheckedClaim{}, err
	}
	var w weighing
	for _, v := range f.views[:min(compared, len(f.views))] {
		before, err := textBefore(ctx, ix, v.Candidate)
		if err != nil {
			return CheckedClaim{}, err
		}
		w.add(claim, v, before, f.book)
	}
	return w.verdict(claim), nil
}

// textBefore is what precedes a passage in its article, where names may be introduced.
func textBefore(ctx context.Context, ix Index, c Candidate) (string, error) {
	if c.Ord == 0 {
		return "", nil
	}
	near, err := ix.Around(ctx, c.ArticleID, c.Version, c.Ord, contextBefore, 0)
	if err != nil {
		return "", fmt.Errorf("context: %w", err)
	}
	var b strings.Builder
	for _, n := range near {
		if n.Ord < c.Ord {
			b.WriteString(n.Passage.Text + "\n")
		}
	}
	return b.String(), nil
}

// heard is what one passage says of a claim.
type heard struct {
	citation Citation
	gate.Comparison
}

// weighing gathers what the passages say of one claim, best passage first.
type weighing struct{ supports, opposes, touches []heard }

func (w *weighing) add(claim string, v *view, before string, book *names.Book) {
	cmp := gate.Compare(claim, gate.Quote{Text: v.Passage.Text, Before: before}, book)
	h := heard{Comparison: cmp}
	h.citation = cite(&v.Candidate, article.Span{Start: v.Passage.Start + cmp.Span.Start, End: v.Passage.Start + cmp.Span.End})
	switch {
	case cmp.Verdict == gate.Supported:
		w.supports = append(w.supports, h)
	case len(cmp.Against) > 0 && cmp.Close >= sameThing && comparable(cmp):
		w.opposes = append(w.opposes, h)
	case cmp.Close >= touching:
		w.touches = append(w.touches, h)
	}
}

// comparable says that claim and passage tell of one thing: a passage that differs in a name and in a figure besides tells of
// another, and so does one that lacks a name of the claim altogether.
func comparable(cmp gate.Comparison) bool {
	rules := map[string]bool{}
	for _, r := range cmp.Against {
		rules[r.Rule] = true
	}
	for _, r := range cmp.Reasons {
		if r.Rule == "name" && !rules["name"] {
			return false
		}
	}
	return !rules["name"] || !rules["number"] && !rules["date"]
}

// quotesAClaim is how many citations a claim gets at most from each side.
const quotesAClaim = 2

func (w *weighing) verdict(claim string) CheckedClaim {
	c := CheckedClaim{Text: claim, Verdict: ClaimNotCovered, Citations: []Citation{}}
	switch {
	case len(w.supports) > 0 && len(w.opposes) > 0:
		c.Verdict = ClaimPartly
		c.cite(w.supports[:1])
		c.cite(w.opposes[:1])
		c.Reasons = w.opposes[0].Against
	case len(w.supports) > 0:
		c.Verdict = ClaimSupported
		c.cite(w.supports)
	case len(w.opposes) > 0:
		c.Verdict = ClaimContradicted
		c.cite(w.opposes)
		c.Reasons = w.opposes[0].Against
	case len(w.touches) > 0:
		c.Verdict = ClaimPartly
		c.cite(w.touches[:1])
		c.Reasons = w.touches[0].Reasons
	}
	return c
}

func (c *CheckedClaim) cite(all []heard) {
	for _, h := range all[:min(quotesAClaim, len(all))] {
		c.Citations = append(c.Citations, h.citation)
	}
}
