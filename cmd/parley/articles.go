package main

import (
	"context"
	"fmt"

	"parley/article"
)

type articlesCommand struct{}

// Run lists every article, the withdrawn ones with their reason.
func (articlesCommand) Run(ctx context.Context, p *program) error {
	room, err := p.visit(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	entries, total, err := room.Articles(ctx, 0, 0)
	if err != nil {
		return err
	}
	g := newPage(p.stdout, p.getenv)
	withdrawn := 0
	for _, e := range entries {
		if e.Status == article.Withdrawn {
			withdrawn++
		}
		listEntry(g, e)
	}
	g.line("", 0, tally(total, withdrawn), g.bold)
	return nil
}

func tally(total, withdrawn int) string {
	switch {
	case total == 0:
		return "No articles yet: `parley add PATH|URL…` adds some."
	case withdrawn > 0:
		return fmt.Sprintf("%s, %d withdrawn.", counted(total, "article", "articles"), withdrawn)
	}
	return counted(total, "article", "articles") + "."
}

func listEntry(g *page, e article.Entry) {
	first := fmt.Sprintf("%5s  ", fmt.Sprintf("#%d", e.ID))
	what := joined(" · ", e.Title, e.Publisher, e.Published.Day(), e.Source, counted(e.Passages, "passage", "passages"))
	if e.Version > 1 {
		what += fmt.Sprintf(" · version %d", e.Version)
	}
	if e.Status == article.Withdrawn {
		g.line(first, len(first), what+" · withdrawn: "+e.Reason, g.dim)
		return
	}
	g.line(first, len(first), what, asIs)
}
