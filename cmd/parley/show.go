package main

import (
	"context"
	"fmt"

	"parley/article"
	"parley/store"
)

type showCommand struct {
	ID number `arg:"" help:"The article's number, as parley articles lists it."`
}

// Run prints an article as a moderator wants to see it: what is known of it, what can be cited, what was left out and why.
func (c *showCommand) Run(ctx context.Context, p *program) error {
	room, err := p.visit(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	entry, doc, err := room.Article(ctx, article.ID(c.ID))
	if err != nil {
		return err
	}
	decisions, err := room.Decisions(ctx, article.ID(c.ID))
	if err != nil {
		return err
	}
	g := newPage(p.stdout, p.getenv)
	showEntry(g, entry)
	showDecisions(g, decisions)
	showPassages(g, doc)
	showDropped(g, doc)
	return nil
}

func showEntry(g *page, e article.Entry) {
	title := e.Title
	if title == "" {
		title = e.Source
	}
	g.line("", 0, fmt.Sprintf("#%d %s", e.ID, title), g.bold)
	for _, field := range []struct{ name, value string }{
		{"outlet", e.Publisher}, {"author", e.Author}, {"published", day(e.Published.Day())}, {"link", e.URL}, {"language", e.Language},
		{"source", e.Source}, {"version", fmt.Sprint(e.Version)}, {"status", status(e)},
		{"added", joined(" by ", e.AddedAt.Format("2 January 2006 15:04 UTC"), e.AddedBy)},
		{"length", counted(e.Words, "word", "words")},
	} {
		if field.value != "" {
			g.line(fmt.Sprintf("  %-10s ", field.name), 13, field.value, asIs)
		}
	}
}

// showDecisions prints who withdrew and restored the article, when and why.
func showDecisions(g *page, list []store.Decision) {
	for _, d := range list {
		what := "withdrawn"
		if d.Status == article.Live {
			what = "restored"
		}
		told := joined(" by ", d.At.Format("2 January 2006 15:04 UTC"), d.By)
		g.line(fmt.Sprintf("  %-10s ", what), 13, joined(": ", told, d.Reason), asIs)
	}
}

func status(e article.Entry) string {
	if e.Status == article.Withdrawn {
		return "withdrawn, never cited: " + e.Reason
	}
	return string(e.Status)
}

func showPassages(g *page, doc article.Document) {
	g.blank()
	g.line("", 0, counted(len(doc.Passages), "passage", "passages")+" that may be cited", g.bold)
	heading := ""
	for _, passage := range doc.Passages {
		if passage.Heading != heading {
			heading = passage.Heading
			g.line("  ", 2, heading, g.bold)
		}
		first := fmt.Sprintf("  %6d  ", passage.Start)
		g.line(first, len(first), joined(" — ", passage.At.Day(), passage.Text), asIs)
	}
}

func showDropped(g *page, doc article.Document) {
	if len(doc.Dropped) == 0 {
		return
	}
	g.blank()
	g.line("", 0, counted(len(doc.Dropped), "stretch", "stretches")+" left out, never cited", g.bold)
	for _, d := range doc.Dropped {
		first := fmt.Sprintf("  %6d  %-16s ", d.Start, d.Class)
		g.line(first, len(first), doc.Body[d.Start:d.End], g.dim)
	}
}
