package main

import (
	"context"

	"parley/answer"
	"parley/store"
)

// newsroom is one guild's open file, with the desk that answers from it.
type newsroom struct {
	*store.Guild
	name  string
	desk  *answer.Desk
	leave func()
	// sample says that these are not the user's articles.
	sample bool
}

// enter opens the guild that the settings name. The caller leaves when done.
func (p *program) enter(ctx context.Context) (*newsroom, error) {
	return p.enterAt(ctx, p.Data, p.Guild)
}

func (p *program) enterAt(ctx context.Context, dir, guild string) (*newsroom, error) {
	desk, err := p.newDesk()
	if err != nil {
		return nil, err
	}
	guilds := store.NewGuilds(dir, p.clock)
	g, release, err := guilds.Use(ctx, guild)
	if err != nil {
		guilds.Close()
		return nil, err
	}
	leave := func() {
		release()
		guilds.Close()
	}
	return &newsroom{Guild: g, name: guild, desk: desk, leave: leave}, nil
}

// ask answers one question.
func (n *newsroom) ask(ctx context.Context, q answer.Question) (answer.Answer, error) {
	q.Guild = n.name
	return n.desk.Ask(ctx, n.Guild, q)
}
