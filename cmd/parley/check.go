package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"parley/answer"
	"parley/answer/gate"
	"parley/fault"
)

// checkCommand holds a message against the articles.
type checkCommand struct {
	Text string `arg:"" help:"The message, in quotes; - reads it from stdin."`
	JSON bool   `help:"Print one JSON object."`
}

// Run says for each claim of the message what the articles have of it. It never says that a claim is true or false.
func (c *checkCommand) Run(ctx context.Context, p *program) error {
	answer.Warm()
	text, err := p.message(ctx, c.Text)
	if err != nil {
		return err
	}
	room, err := p.visit(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	checked, err := room.desk.Check(ctx, room.Guild, text)
	if err != nil {
		return err
	}
	if c.JSON {
		return p.writeJSON(checked)
	}
	newPage(p.stdout, p.getenv).checked(checked)
	return nil
}

// message is the text to check: the argument itself, or for "-" one of at most longestLine bytes from stdin.
func (p *program) message(ctx context.Context, text string) (string, error) {
	if text == "-" {
		data, err := readAll(ctx, io.LimitReader(p.stdin, longestLine+1))
		if err != nil {
			return "", fault.New("The message could not be read from stdin. Nothing was checked; try again.", err)
		}
		if len(data) > longestLine {
			return "", fault.New(fmt.Sprintf("The message is longer than %d bytes. Nothing was checked; send a part of it.", longestLine), nil)
		}
		text = string(data)
	}
	if strings.TrimSpace(text) == "" {
		return "", fault.New(`The message is empty. Put it in quotes: parley check "The bridge is closed until May."`, nil)
	}
	return text, nil
}

// standing is how the articles stand to a claim, in words that never judge it.
var standing = map[answer.ClaimVerdict]string{
	answer.ClaimSupported:    "Figures, names and quotations found in the source.",
	answer.ClaimContradicted: "The source says otherwise.",
	answer.ClaimPartly:       "Found in the source in part.",
	answer.ClaimNotCovered:   "The articles do not cover this.",
}

// checked prints claim by claim what was found, and then the quotes.
func (g *page) checked(c answer.Checked) {
	if len(c.Claims) == 0 {
		g.line("", 0, "There is nothing in this message to hold against the articles: it makes no statement of a few words or more.", asIs)
		return
	}
	var cites []answer.Citation
	for i, claim := range c.Claims {
		first := fmt.Sprintf("%2d. ", i+1)
		g.line(first, len(first), claim.Text, g.bold)
		g.line("    ", 4, joined(" ", standing[claim.Verdict], marks(claim.Citations)), asIs)
		for _, r := range claim.Reasons {
			if why := because(r); why != "" {
				g.line("    - ", 6, why, asIs)
			}
		}
		cites = append(cites, claim.Citations...)
	}
	g.sources(cites)
}

// differing says of what kind a flag is, by the gate's rule.
var differing = map[string]string{
	"number": "a figure", "date": "a date", "name": "a name", "quotation": "a quotation", "negation": "whether it is so",
	"role": "who does what", "speaker": "who says it", "hedge": "how certain it is", "binding": "what a figure belongs to",
	"slot": "what it is about", "coverage": "not found",
}

// because is one flag in words, "" where it names nothing.
func because(r gate.Reason) string {
	what := differing[r.Rule]
	if what == "" {
		what = r.Rule
	}
	switch {
	case r.Claim == "" && r.Passage == "":
		return ""
	case r.Rule == "coverage":
		return what + ": “" + r.Claim + "”"
	case r.Passage == "":
		return what + ": “" + r.Claim + "” is not in the source"
	case r.Claim == "":
		return what + ": “" + r.Passage + "” in the source"
	}
	return what + ": “" + r.Claim + "” here, “" + r.Passage + "” in the source"
}
