package main

import (
	"context"
	"fmt"
)

type backupCommand struct {
	File string `arg:"" help:"The file to write; it must not exist yet."`
}

// Run writes a consistent copy of the guild's database, also while the bot runs.
func (c *backupCommand) Run(ctx context.Context, p *program) error {
	room, err := p.visit(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	if err := room.Backup(ctx, c.File); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "Wrote %s. To use it, put it in a data folder as %s.db.\n", plain(c.File), p.Guild)
	return nil
}
