package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"parley/answer"
	"parley/fault"
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

// visit opens the guild that the settings name where it has a database, and makes none where it has not: a mistyped name must
// not look like a community without articles. The caller leaves when done.
func (p *program) visit(ctx context.Context) (*newsroom, error) {
	guilds := p.guildsIn(p.Data)
	defer guilds.Close()
	ids, err := guilds.List()
	if err != nil {
		return nil, err
	}
	if !slices.Contains(ids, p.Guild) {
		return nil, fault.New(fmt.Sprintf("There is no database for guild %s in %s%s. Nothing was made; choose with --guild and --data, or begin with `parley add PATH|URL…`.",
			p.Guild, p.Data, others(ids)), nil)
	}
	return p.enter(ctx)
}

// namedGuilds is how many of the guilds that have a database are named where one has none.
const namedGuilds = 5

func others(ids []string) string {
	switch n := len(ids); {
	case n == 0:
		return ""
	case n > namedGuilds:
		return fmt.Sprintf(" (there are %d others)", n)
	}
	return " (there is " + strings.Join(ids, ", ") + ")"
}

// enter opens the guild that the settings name, and makes its database where there is none. The caller leaves when done.
func (p *program) enter(ctx context.Context) (*newsroom, error) {
	return p.enterAt(ctx, p.Data, p.Guild)
}

func (p *program) enterAt(ctx context.Context, dir, guild string) (*newsroom, error) {
	guilds, operator := p.guildsIn(dir), p.guildsIn(p.Data)
	desk, err := p.newDesk(purse{guilds, operator})
	if err != nil {
		return nil, err
	}
	g, release, err := guilds.Use(ctx, guild)
	if err != nil {
		guilds.Close()
		return nil, err
	}
	leave := func() {
		release()
		guilds.Close()
		operator.Close()
	}
	return &newsroom{Guild: g, name: guild, desk: desk, leave: leave}, nil
}

// ask answers one question.
func (n *newsroom) ask(ctx context.Context, q answer.Question) (answer.Answer, error) {
	q.Guild = n.name
	return n.desk.Ask(ctx, n.Guild, q)
}
