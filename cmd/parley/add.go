package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"parley/article"
	"parley/article/intake"
	"parley/fault"
	"parley/store"
)

type addCommand struct {
	Paths []string `arg:"" name:"path|url" help:"Files (.txt, .md, .html), folders, or links."`
}

// A batch of a folder's articles is stored in one transaction, which is much faster than one for each. It is small enough to be
// told of often and to fit in memory.
const (
	batchArticles = 256
	batchBytes    = 8 << 20
)

// adding is one run of add: what became of each text so far, and what waits to be stored.
type adding struct {
	p        *program
	room     *newsroom
	page     *page
	progress *progress
	waiting  []article.Document
	from     []string
	bytes    int
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
		err := a.path(ctx, in, from)
		if err == nil {
			err = a.flush(ctx)
		}
		if err != nil {
			a.progress.end()
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

// path adds one path or link. Its error ends the run; what concerns one article alone is told and counted.
func (a *adding) path(ctx context.Context, in *intake.Intake, from string) error {
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
	// A fault of the folder itself comes before any article of it waits; one of the store comes with those that it refused.
	if _, told := fault.Say(err); told && ctx.Err() == nil && len(a.waiting) == 0 {
		return a.one(ctx, from, article.Document{}, err)
	}
	return err
}

// one takes up a text that was read, or tells why it was not.
func (a *adding) one(ctx context.Context, from string, doc article.Document, err error) error {
	if ctx.Err() != nil {
		return stopped(ctx)
	}
	a.progress.step()
	if errors.Is(err, intake.ErrSkipped) {
		a.skipped++
		a.told(sayOf(err))
		return nil
	}
	if err != nil {
		a.refused(from, err)
		return nil
	}
	a.waiting, a.from, a.bytes = append(a.waiting, doc), append(a.from, from), a.bytes+len(doc.Body)
	if len(a.waiting) < batchArticles && a.bytes < batchBytes {
		return nil
	}
	return a.flush(ctx)
}

// flush stores what waits, and tells what became of each. With its error nothing of it was stored.
func (a *adding) flush(ctx context.Context) error {
	if len(a.waiting) == 0 {
		return nil
	}
	if err := settle(ctx, a.room.Guild, a.waiting); err != nil {
		return err
	}
	results, err := a.room.AddAll(ctx, a.waiting, "terminal")
	if ctx.Err() != nil && err != nil {
		return stopped(ctx)
	}
	if err != nil {
		return err
	}
	a.progress.clear()
	for i, r := range results {
		if r.Err != nil {
			a.refused(a.from[i], r.Err)
			continue
		}
		a.counts[r.Outcome]++
		a.page.line("", 2, became(r.Receipt), asIs)
	}
	a.waiting, a.from, a.bytes = nil, nil, 0
	return nil
}

// settleBy is how many of a guild's articles are asked for their day where a text gives its own without a year.
const settleBy = 500

// settle dates the texts that leave their year open by the guild's other articles.
func settle(ctx context.Context, g *store.Guild, docs []article.Document) error {
	if !slices.ContainsFunc(docs, func(d article.Document) bool { return d.YearlessDay != "" }) {
		return nil
	}
	entries, _, err := g.Articles(ctx, 0, settleBy)
	if err != nil {
		return err
	}
	var known []time.Time
	for _, e := range entries {
		if !e.Published.IsZero() {
			known = append(known, e.Published.Time)
		}
	}
	article.Settle(docs, known)
	return nil
}

func stopped(ctx context.Context) error {
	return fault.New("Stopped. What is listed above is added; run the same again for the rest.", ctx.Err())
}

// refused counts an article that was not added, and tells why.
func (a *adding) refused(from string, err error) {
	a.failed++
	a.told(named(from, sayOf(err)))
}

// userinfo is the name and password in a link, which must not be told on.
var userinfo = regexp.MustCompile(`://[^/?#\s]*@`)

// told prints one line on stderr, clear of the progress line.
func (a *adding) told(line string) {
	a.progress.clear()
	fmt.Fprintln(a.p.stderr, "parley: "+userinfo.ReplaceAllString(line, "://…@"))
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
	if e.Published.IsZero() {
		what += " · no day in it"
	}
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
