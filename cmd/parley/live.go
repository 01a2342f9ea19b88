package main

import (
	"context"
	"errors"
	"slices"
	"time"

	"parley/answer"
	"parley/article"
	"parley/article/intake"
	"parley/bot"
	"parley/store"
)

// sweepEvery is how often idle guilds are closed where no release does it.
const sweepEvery = time.Minute

// runBot is Parley in Discord, until ctx ends.
func (p *program) runBot(ctx context.Context) error {
	guilds := p.guildsIn(p.Data)
	defer guilds.Close()
	if err := p.tryData(ctx, guilds); err != nil {
		return err
	}
	desk, err := p.newDesk(purse{guilds, guilds})
	if err != nil {
		return err
	}
	j := joint{guilds: guilds, intake: intake.New(intake.Options{}), desk: desk}
	sweeping := make(chan struct{})
	sweepCtx, stop := context.WithCancel(ctx)
	go func() {
		defer close(sweeping)
		sweep(sweepCtx, guilds)
	}()
	cfg := bot.Config{Token: p.DiscordToken, APIURL: p.DiscordAPIURL, Log: p.logger(), Now: p.clock}
	err = bot.New(cfg, bot.Rooms{Desk: j, Library: j, Shelf: j, Withdrawals: j, Names: j, Ledger: j, Deliveries: j, Record: j}).Run(ctx)
	stop()
	<-sweeping
	return err
}

// tryData opens the operator's guild where it has a file, so that a data folder that cannot be read is told before
// Discord hears of us.
func (p *program) tryData(ctx context.Context, guilds *store.Guilds) error {
	exists, err := hasFile(guilds, p.Guild)
	if err != nil || !exists {
		return err
	}
	_, release, err := guilds.Use(ctx, p.Guild)
	if err == nil {
		release()
	}
	return err
}

func sweep(ctx context.Context, guilds *store.Guilds) {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			guilds.Sweep()
		}
	}
}

// joint joins the bot to the store, the intake and the desk: each call opens the one guild that it names.
type joint struct {
	guilds *store.Guilds
	intake *intake.Intake
	desk   *answer.Desk
}

// within runs do with the guild open.
func (j joint) within(ctx context.Context, guild string, do func(*store.Guild) error) error {
	g, release, err := j.guilds.Use(ctx, guild)
	if err != nil {
		return err
	}
	defer release()
	return do(g)
}

func (j joint) Ask(ctx context.Context, guild string, q answer.Question) (a answer.Answer, err error) {
	err = j.within(ctx, guild, func(g *store.Guild) error {
		q.Guild = guild
		a, err = j.desk.Ask(ctx, g, q)
		return err
	})
	return a, err
}

func (j joint) AddLink(ctx context.Context, guild, by, link string) (article.Receipt, error) {
	doc, err := j.intake.Link(ctx, link)
	return j.store(ctx, guild, by, doc, err)
}

func (j joint) AddFile(ctx context.Context, guild, by, name, contentType string, data []byte) (article.Receipt, error) {
	doc, err := j.intake.Bytes(ctx, name, contentType, data)
	return j.store(ctx, guild, by, doc, err)
}

func (j joint) AddText(ctx context.Context, guild, by string, known article.Meta, text string) (article.Receipt, error) {
	doc, err := j.intake.Text(ctx, known, text)
	return j.store(ctx, guild, by, doc, err)
}

func (j joint) store(ctx context.Context, guild, by string, doc article.Document, err error) (r article.Receipt, _ error) {
	if err != nil {
		return r, err
	}
	err = j.within(ctx, guild, func(g *store.Guild) error {
		docs := []article.Document{doc}
		if err := settle(ctx, g, docs); err != nil {
			return err
		}
		r, err = g.Add(ctx, docs[0], by)
		return err
	})
	return r, err
}

func (j joint) List(ctx context.Context, guild string, offset, limit int) (list []article.Entry, total int, err error) {
	err = j.within(ctx, guild, func(g *store.Guild) error {
		list, total, err = g.Articles(ctx, offset, limit)
		return err
	})
	return list, total, err
}

// previewBytes is how much of an article's text a moderator sees in Discord.
const previewBytes = 1200

func (j joint) Show(ctx context.Context, guild string, id article.ID) (e article.Entry, preview string, err error) {
	err = j.within(ctx, guild, func(g *store.Guild) error {
		var doc article.Document
		e, doc, err = g.Article(ctx, id)
		preview = beginning(doc)
		return err
	})
	return e, preview, err
}

// beginning is the first passages of a document, up to previewBytes.
func beginning(doc article.Document) string {
	var text string
	for _, passage := range doc.Passages {
		if text != "" && len(text)+len(passage.Text) > previewBytes {
			break
		}
		text = joined("\n\n", text, passage.Text)
	}
	return text
}

func (j joint) Withdraw(ctx context.Context, guild string, id article.ID, reason, by string) error {
	return j.within(ctx, guild, func(g *store.Guild) error { return g.Withdraw(ctx, id, reason, by) })
}

func (j joint) Restore(ctx context.Context, guild string, id article.ID, reason, by string) error {
	return j.within(ctx, guild, func(g *store.Guild) error { return g.Restore(ctx, id, reason, by) })
}

func (j joint) Withdrawn(ctx context.Context, guild string, ids []article.ID) (reasons map[article.ID]string, err error) {
	err = j.within(ctx, guild, func(g *store.Guild) error {
		reasons, err = g.Withdrawn(ctx, ids)
		return err
	})
	return reasons, err
}

func (j joint) AddName(ctx context.Context, guild string, forms []string, by string) error {
	return j.within(ctx, guild, func(g *store.Guild) error { return g.AddName(ctx, forms, by) })
}

func (j joint) RemoveName(ctx context.Context, guild, form string) error {
	return j.within(ctx, guild, func(g *store.Guild) error { return g.RemoveName(ctx, form) })
}

func (j joint) ListNames(ctx context.Context, guild string) (forms [][]string, err error) {
	err = j.within(ctx, guild, func(g *store.Guild) error {
		list, err := g.ListNames(ctx)
		for _, n := range list {
			forms = append(forms, n.Forms)
		}
		return err
	})
	return forms, err
}

func (j joint) Begin(ctx context.Context, q answer.Asked) (fresh bool, err error) {
	err = j.within(ctx, q.Guild, func(g *store.Guild) error {
		fresh, err = g.Begin(ctx, q)
		return err
	})
	return fresh, err
}

func (j joint) Settle(ctx context.Context, guild, askedID string, a answer.Answer) error {
	return j.within(ctx, guild, func(g *store.Guild) error {
		_, err := g.Settle(ctx, askedID, a)
		return err
	})
}

func (j joint) Fail(ctx context.Context, guild, askedID, reason string) error {
	return j.within(ctx, guild, func(g *store.Guild) error { return g.Fail(ctx, askedID, reason) })
}

func (j joint) Posted(ctx context.Context, guild, askedID, messageID string) error {
	return j.within(ctx, guild, func(g *store.Guild) error { return g.Posted(ctx, askedID, messageID) })
}

// Open returns the open questions of every guild that has a file. A guild whose file cannot be read does not hide the
// others' questions: they come with the error.
func (j joint) Open(ctx context.Context) ([]answer.Asked, error) {
	ids, err := j.guilds.List()
	if err != nil {
		return nil, err
	}
	var all []answer.Asked
	var failed []error
	for _, id := range ids {
		failed = append(failed, j.within(ctx, id, func(g *store.Guild) error {
			open, err := g.Open(ctx)
			all = append(all, open...)
			return err
		}))
	}
	slices.SortFunc(all, func(a, b answer.Asked) int { return a.At.Compare(b.At) })
	return all, errors.Join(failed...)
}

func (j joint) Answer(ctx context.Context, guild, askedID string) (q answer.Asked, a answer.Answer, ok bool, err error) {
	err = j.within(ctx, guild, func(g *store.Guild) error {
		q, a, ok, err = g.AnswerOf(ctx, askedID)
		return err
	})
	return q, a, ok, err
}

func (j joint) LastIn(ctx context.Context, guild, channel string) (q answer.Asked, a answer.Answer, ok bool, err error) {
	err = j.within(ctx, guild, func(g *store.Guild) error {
		q, a, ok, err = g.LastIn(ctx, channel)
		return err
	})
	return q, a, ok, err
}

func (j joint) ByMessage(ctx context.Context, guild, messageID string) (q answer.Asked, a answer.Answer, ok bool, err error) {
	err = j.within(ctx, guild, func(g *store.Guild) error {
		q, a, ok, err = g.ByMessage(ctx, messageID)
		return err
	})
	return q, a, ok, err
}
