package main

import (
	"context"
	"fmt"

	"parley/article"
)

type withdrawCommand struct {
	ID     number `arg:"" help:"The article's number."`
	Reason string `required:"" placeholder:"WHY" help:"Why; who looks at the sources of an earlier answer reads it."`
}

// Run takes an article out of use; it stays readable as proof of what was said.
func (c *withdrawCommand) Run(ctx context.Context, p *program) error {
	room, err := p.visit(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	if err := room.Withdraw(ctx, article.ID(c.ID), c.Reason, "terminal"); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "Withdrew #%d: it is never cited again, and stays readable with `parley show %d`.\n", c.ID, c.ID)
	return nil
}

type restoreCommand struct {
	ID     number `arg:"" help:"The article's number."`
	Reason string `placeholder:"WHY" help:"Why, for the record that parley show prints."`
}

// Run brings a withdrawn article back into use.
func (c *restoreCommand) Run(ctx context.Context, p *program) error {
	room, err := p.visit(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	if err := room.Restore(ctx, article.ID(c.ID), c.Reason, "terminal"); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "Restored #%d: it may be cited again.\n", c.ID)
	return nil
}
