package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"parley/answer"
)

// searchCommand shows what the desk would answer from.
type searchCommand struct {
	Words   *string `arg:"" optional:"" help:"What to search for, in quotes."`
	Limit   int     `default:"10" help:"How many passages at most."`
	Explain bool    `help:"Show what each score is made of: what each measure adds to it, and its value."`
	several
}

// found is one line of search's JSON.
type found struct {
	ID          lineID             `json:"id,omitempty"`
	Question    string             `json:"question"`
	SearchedFor string             `json:"searched_for,omitempty"`
	Passages    []answer.Retrieved `json:"passages"`
	ElapsedMS   float64            `json:"elapsed_ms"`
}

func (c *searchCommand) Validate() error {
	if c.Limit < 1 || c.Limit > 100 {
		return errors.New("--limit must be from 1 to 100")
	}
	return c.choose(c.Words)
}

// Run prints the passages, best first.
func (c *searchCommand) Run(ctx context.Context, p *program) error {
	answer.Warm()
	room, err := p.visit(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	g := newPage(p.stdout, p.getenv)
	return c.each(ctx, p, c.Words, func(q posed) error {
		began := p.clock()
		passages, corrected, err := room.desk.Search(ctx, room.Guild, q.Question, c.Limit)
		if err != nil {
			return err
		}
		f := found{ID: q.line, Question: q.Text, SearchedFor: corrected, Passages: passages, ElapsedMS: milliseconds(p.clock().Sub(began))}
		return c.print(p, g, f)
	})
}

func (c *searchCommand) print(p *program, g *page, f found) error {
	if !c.Explain {
		for i := range f.Passages {
			f.Passages[i].Features, f.Passages[i].Parts = nil, nil
		}
	}
	if c.JSON {
		if f.Passages == nil {
			f.Passages = []answer.Retrieved{}
		}
		return p.writeJSON(f)
	}
	if c.Batch != "" {
		g.line("> ", 2, f.Question, g.bold)
	}
	if f.SearchedFor != "" {
		g.line("", 0, "Searched for: "+f.SearchedFor, g.dim)
	}
	if len(f.Passages) == 0 {
		g.line("", 0, "No passage holds these words; try others, or `parley articles` for what there is.", asIs)
	}
	for i, r := range f.Passages {
		first := fmt.Sprintf("%3d  %6.2f  ", i+1, r.Score)
		g.line(first, len(first), fmt.Sprintf("#%d %s (bytes %d to %d)", r.ArticleID, r.Article, r.Start, r.End), g.bold)
		g.line("     ", 5, r.Text, asIs)
		for _, name := range mostFirst(r.Parts) {
			g.line("     ", 5, fmt.Sprintf("%+7.2f  %-16s %8.3f", r.Parts[name], name, r.Features[name]), g.dim)
		}
	}
	return nil
}

// mostFirst are the names of what a score is made of, what changes it most first; what adds nothing is left out.
func mostFirst(parts map[string]float64) []string {
	names := slices.DeleteFunc(slices.Collect(maps.Keys(parts)), func(n string) bool { return parts[n] == 0 })
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(math.Abs(parts[b]), math.Abs(parts[a])), cmp.Compare(a, b))
	})
	return names
}
