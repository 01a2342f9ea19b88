package main

import (
	"context"
	"encoding/json"

	"parley/answer/gate"
	"parley/article/names"
	"parley/fault"
)

// verifyCommand is the grounding gate alone, over no guild: only the gazetteer's names are known.
type verifyCommand struct {
	Batch string `required:"" placeholder:"FILE.jsonl" help:"Check each line {\"id\",\"claim\",\"passage\"} of a file; - is stdin."`
	JSON  bool   `help:"Print one JSON object a claim, as it does anyway: the flag is there for scripts that give it everywhere."`
}

// claimed is one line to check.
type claimed struct {
	ID      lineID  `json:"id"`
	Claim   *string `json:"claim"`
	Passage *string `json:"passage"`
}

// verified is what the gate says of it.
type verified struct {
	ID      lineID        `json:"id,omitempty"`
	Verdict gate.Verdict  `json:"verdict"`
	Reasons []gate.Reason `json:"reasons"`
}

// Run checks each claim against its passage.
func (c *verifyCommand) Run(ctx context.Context, p *program) error {
	book := names.Gazetteer()
	return p.batch(ctx, c.Batch, func(line []byte) error {
		var l claimed
		if err := json.Unmarshal(line, &l); err != nil || l.Claim == nil || l.Passage == nil {
			return fault.New(`not a claim: a line is {"id":"…","claim":"…","passage":"…"}.`, err)
		}
		result := gate.Check(*l.Claim, []gate.Quote{{Text: *l.Passage}}, book)
		out := verified{ID: l.ID, Verdict: result.Verdict, Reasons: result.Reasons}
		if out.Reasons == nil {
			out.Reasons = []gate.Reason{}
		}
		return p.writeJSON(out)
	})
}
