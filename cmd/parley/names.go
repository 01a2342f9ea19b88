package main

import (
	"context"
	"fmt"
	"strings"
)

// namesCommand is the moderators' own list of names: spellings and aliases that mean the same.
type namesCommand struct {
	List   listNamesCommand  `cmd:"" default:"1" help:"List your own names."`
	Add    addNameCommand    `cmd:"" help:"Add a name: spellings that mean the same, the usual one first."`
	Remove removeNameCommand `cmd:"" help:"Remove a name, with all its spellings."`
}

type listNamesCommand struct{}

// Run lists the names that moderators added; those of the gazetteer and of the articles are not among them.
func (listNamesCommand) Run(ctx context.Context, p *program) error {
	room, err := p.visit(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	list, err := room.ListNames(ctx)
	if err != nil {
		return err
	}
	g := newPage(p.stdout, p.getenv)
	for _, n := range list {
		g.line("  ", 2, strings.Join(n.Forms, " = "), asIs)
	}
	if len(list) == 0 {
		g.line("", 0, "No names of your own yet: `parley names add NAME OTHER…` adds some.", asIs)
		return nil
	}
	g.line("", 0, counted(len(list), "name", "names")+".", g.bold)
	return nil
}

type addNameCommand struct {
	Forms []string `arg:"" name:"name" help:"Spellings that mean the same, each in quotes."`
}

// Run adds one name with its forms.
func (c *addNameCommand) Run(ctx context.Context, p *program) error {
	room, err := p.enter(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	if err := room.AddName(ctx, c.Forms, "terminal"); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "Added: %s.\n", oneLine(strings.Join(c.Forms, " = ")))
	return nil
}

type removeNameCommand struct {
	Form string `arg:"" name:"name" help:"One of the entry's spellings."`
}

// Run removes the entry that has the form.
func (c *removeNameCommand) Run(ctx context.Context, p *program) error {
	room, err := p.visit(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	if err := room.RemoveName(ctx, c.Form); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "Removed the entry of %s.\n", oneLine(c.Form))
	return nil
}
