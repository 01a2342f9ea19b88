package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"parley/article"
	"parley/article/intake"
	"parley/fault"
)

type addCommand struct {
	Paths []string `arg:"" name:"path|url" help:"Files (.txt, .md, .html), folders, or links."`
}

// adding is one run of add: what became of each text so far.
type adding struct {
	p        *program
	room     *newsroom
	page     *page
	progress *progress
	counts   map[article.Outcome]int
	skipped  int
	failed   int
}

// Run adds each article, tells what became of it, and goes on after one that cannot be added.
func (c *addCommand) Run(ctx context.Context, p *program) error {
	room, err := p.enter(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	a := &adding{p: p, room: room, page: newPage(p.stdout, p.getenv), progress: newProgress(p), counts: map[article.Outcome]int{}}
	in := intake.New(intake.Options{})
	for _, from := range c.Paths {
		if err := a.from(ctx, in, from); err != nil {
			return err
		}
	}
	a.progress.end()
	a.page.line("", 0, a.summary(), a.page.bold)
	if a.failed > 0 {
		return errTold
	}
	return nil
}

// from adds one path or link. Its error ends the run; what concerns one article alone is told and counted.
func (a *adding) from(ctx context.Context, in *intake.Intake, from string) error {
	if isLink(from) {
		doc, err := in.Link(ctx, from)
		return a.one(ctx, from, doc, err)
	}
	info, err := os.Stat(from)
	if err != nil || !info.IsDir() {
		doc, err := in.File(ctx, from)
		return a.one(ctx, from, doc, err)
	}
	err = in.Folder(ctx, from, func(path string, doc article.Document, err error) error {
		return a.one(ctx, path, doc, err)
	})
	if _, told := fault.Say(err); told && ctx.Err() == nil {
		return a.one(ctx, from, article.Document{}, err)
	}
	return err
}

func (a *adding) one(ctx context.Context, from string, doc article.Document, err error) error {
	if ctx.Err() != nil {
		return fault.New("Stopped. What is listed above is added; run the same again for the rest.", ctx.Err())
	}
	a.progress.step()
	if errors.Is(err, intake.ErrSkipped) {
		a.skipped++
		a.told(sayOf(err))
		return nil
	}
	var receipt article.Receipt
	if err == nil {
		receipt, err = a.room.Add(ctx, doc, "terminal")
	}
	if err != nil {
		a.failed++
		a.told(named(from, sayOf(err)))
		return nil
	}
	a.counts[receipt.Outcome]++
	a.progress.clear()
	a.page.line("", 2, became(receipt), asIs)
	return nil
}

// told prints one line on stderr, clear of the progress line.
func (a *adding) told(line string) {
	a.progress.clear()
	fmt.Fprintln(a.p.stderr, "parley: "+line)
}

// named makes sure that a line says which article it is about.
func named(from, line string) string {
	if strings.Contains(line, from) {
		return line
	}
	return from + ": " + line
}

// became is one article's line: the outcome, its number, what it is, and what follows from it.
func became(r article.Receipt) string {
	e := r.Entry
	what := fmt.Sprintf("%-11s #%d %s", r.Outcome, e.ID, joined(" · ", e.Title, e.Publisher, e.Published.Day(), e.Source))
	switch r.Outcome {
	case article.Duplicate:
		return what + ": the same text is there already; nothing changed."
	case article.DuplicateWithdrawn:
		return what + fmt.Sprintf(": nothing changed; `parley restore %d` brings it back.", e.ID)
	case article.NewVersion:
		what += fmt.Sprintf(" · version %d", e.Version)
	}
	what += " · " + counted(e.Passages, "passage", "passages")
	if r.NearDuplicate != 0 {
		what += fmt.Sprintf(" · shares most of its text with #%d", r.NearDuplicate)
	}
	return what
}

func (a *adding) summary() string {
	said := []string{fmt.Sprintf("%d added", a.counts[article.Added])}
	for _, part := range []struct {
		n         int
		one, many string
	}{
		{a.counts[article.NewVersion], "new version", "new versions"},
		{a.counts[article.Duplicate] + a.counts[article.DuplicateWithdrawn], "duplicate", "duplicates"},
		{a.skipped, "skipped", "skipped"},
		{a.failed, "not added", "not added"},
	} {
		if part.n > 0 {
			said = append(said, counted(part.n, part.one, part.many))
		}
	}
	return strings.Join(said, ", ") + "."
}

func isLink(s string) bool {
	scheme, _, found := strings.Cut(strings.ToLower(s), "://")
	return found && !strings.ContainsAny(scheme, `/\.`)
}

// patience is how long adding may take before progress is shown.
const patience = 2 * time.Second

// progress is a line on stderr, in a terminal and after patience alone.
type progress struct {
	p     *program
	began time.Time
	shown bool
	done  int
	bar   *progressbar.ProgressBar
}

func newProgress(p *program) *progress {
	f, isFile := p.stderr.(*os.File)
	return &progress{p: p, began: p.clock(), shown: isFile && term.IsTerminal(int(f.Fd()))}
}

func (g *progress) step() {
	g.done++
	if !g.shown || g.p.clock().Sub(g.began) < patience {
		return
	}
	if g.bar == nil {
		g.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(g.p.stderr), progressbar.OptionSetDescription("reading articles"),
			progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
	}
	// A progress line that cannot be drawn is no reason to stop.
	_ = g.bar.Set(g.done)
}

func (g *progress) clear() {
	if g.bar != nil {
		_ = g.bar.Clear()
	}
}

func (g *progress) end() {
	if g.bar != nil {
		_ = g.bar.Finish()
	}
}
