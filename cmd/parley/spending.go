package main

import (
	"context"

	"parley/prompts"
	"parley/store"
)

// purse is the model's ledger on disk: each guild's account in its own file, everybody's sum in the operator's. It is right
// after a restart, and for several programs over one data folder; prompts that are on their way while the program dies are
// not counted, as many as are sent at once at most.
type purse struct {
	// guilds have the guilds' files, operator the operator's: the sample's guild lies in another folder.
	guilds, operator *store.Guilds
}

// Spent reads the operator's sum where no guild is named.
func (p purse) Spent(ctx context.Context, day string, by prompts.Payer) (prompts.Usage, error) {
	g, release, err := p.account(ctx, by.Guild)
	if err != nil {
		return prompts.Usage{}, err
	}
	defer release()
	s, err := g.Spent(ctx, day, by.Member)
	return prompts.Usage{Calls: s.Calls, In: s.In, Cached: s.Cached, Out: s.Out, Micros: s.Micros}, err
}

// Spend writes the operator's sum first: where only one of the two can be written, the ceiling over all still holds.
func (p purse) Spend(ctx context.Context, day string, by prompts.Payer, u prompts.Usage) error {
	if err := p.spend(ctx, day, prompts.Payer{}, u); err != nil || by.Guild == "" {
		return err
	}
	return p.spend(ctx, day, by, u)
}

func (p purse) spend(ctx context.Context, day string, by prompts.Payer, u prompts.Usage) error {
	g, release, err := p.account(ctx, by.Guild)
	if err != nil {
		return err
	}
	defer release()
	return g.Spend(ctx, day, by.Member, store.Spending{Calls: u.Calls, In: u.In, Cached: u.Cached, Out: u.Out, Micros: u.Micros})
}

func (p purse) account(ctx context.Context, guild string) (*store.Guild, func(), error) {
	if guild == "" {
		return p.operator.Operator(ctx)
	}
	return p.guilds.Use(ctx, guild)
}
