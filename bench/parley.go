package main

import (
	"context"
	"path/filepath"
	"time"

	"parley/answer"
	"parley/article"
	"parley/store"
)

// desk is Parley itself: its store and its desk.
type desk struct {
	guilds  *store.Guilds
	guild   *store.Guild
	release func()
	desk    *answer.Desk
	file    string
}

func openParley(ctx context.Context, dir string) (*desk, error) {
	guilds := store.NewGuilds(dir, time.Now)
	g, release, err := guilds.Use(ctx, "bench")
	if err != nil {
		return nil, err
	}
	return &desk{guilds, g, release, answer.New(), filepath.Join(dir, "bench.db")}, nil
}

func (d *desk) add(ctx context.Context, docs []article.Document) error {
	results, err := d.guild.AddAll(ctx, docs, "bench")
	if err != nil {
		return err
	}
	for _, r := range results {
		if r.Err != nil {
			return r.Err
		}
	}
	return nil
}

func (d *desk) search(ctx context.Context, q string, limit int) ([]place, error) {
	list, _, err := d.desk.Search(ctx, d.guild, answer.Question{Text: q}, limit)
	var out []place
	for _, r := range list {
		out = append(out, place{r.Article, r.Start})
	}
	return out, err
}

func (d *desk) ask(ctx context.Context, q string) error {
	_, err := d.desk.Ask(ctx, d.guild, answer.Question{Text: q})
	return err
}

func (d *desk) articles(ctx context.Context) (int, error) {
	c, err := d.guild.Corpus(ctx)
	return c.Articles, err
}

func (d *desk) close() ([]string, error) {
	d.release()
	return []string{d.file}, d.guilds.Close()
}
