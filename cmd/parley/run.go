package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"parley/answer"
	"parley/store"
)

type runCommand struct{}

// Run is the Discord bot where there is a token, and otherwise the same desk in the terminal.
func (runCommand) Run(ctx context.Context, p *program) error {
	answer.Warm()
	if p.DiscordToken != "" {
		return p.runBot(ctx)
	}
	room, over, err := p.enterDesk(ctx)
	if err != nil {
		return err
	}
	defer room.leave()
	c := &conversation{p: p, room: room, page: newPage(p.stdout, p.getenv), prompts: isTerminal(p.stdin)}
	c.welcome(over, room.sample)
	return c.run(ctx)
}

// enterDesk opens the guild's own articles where there are any, and the built-in sample where there are none.
func (p *program) enterDesk(ctx context.Context) (*newsroom, string, error) {
	room, total, err := p.enterOwn(ctx)
	if err != nil {
		return nil, "", err
	}
	if room != nil {
		return room, fmt.Sprintf("the %s of guild %s", counted(total, "article", "articles"), p.Guild), nil
	}
	room, err = p.enterSample(ctx)
	return room, "a built-in sample: summaries, in our own words, of five reports on one crisis", err
}

// enterOwn opens the guild that the settings name where it has articles, and makes nothing where it has none.
func (p *program) enterOwn(ctx context.Context) (*newsroom, int, error) {
	guilds := store.NewGuilds(p.Data, p.clock)
	exists, err := hasFile(guilds, p.Guild)
	guilds.Close()
	if err != nil || !exists {
		return nil, 0, err
	}
	room, err := p.enter(ctx)
	if err != nil {
		return nil, 0, err
	}
	_, total, err := room.Articles(ctx, 0, 1)
	if err != nil || total == 0 {
		room.leave()
		return nil, 0, err
	}
	return room, total, nil
}

// conversation is the desk in a terminal or at the end of a pipe.
type conversation struct {
	p       *program
	room    *newsroom
	page    *page
	prompts bool
	history []answer.Turn
	failed  bool
}

// remembered is how many turns a follow-up question can lean on.
const remembered = 3

func (c *conversation) welcome(over string, sample bool) {
	c.page.line("", 0, "Parley, the desk in this terminal, over "+over+".", c.page.bold)
	c.page.line("", 0, "Set DISCORD_TOKEN (in the environment or in .env) and the same desk answers in Discord; README.md has the five steps.", c.page.dim)
	if c.p.Model != "" {
		c.page.line("", 0, "Answers are written by "+c.p.Model+"; what the articles do not prove is not shown.", c.page.dim)
	}
	if c.prompts {
		c.page.line("", 0, "Ask a question; help says more, quit or Ctrl-D ends.", c.page.dim)
	}
	if c.prompts && sample {
		c.page.line("", 0, "For example:", c.page.dim)
		for _, q := range strings.Split(strings.TrimSpace(sampleQuestions), "\n") {
			c.page.line("  ", 2, q, c.page.dim)
		}
	}
	c.page.blank()
}

// run answers each line until the input or ctx ends; both are a good end. A question that failed makes the end a failure.
func (c *conversation) run(ctx context.Context) error {
	lines := readLines(ctx, c.p.stdin)
	for {
		if c.prompts {
			fmt.Fprint(c.p.stdout, "> ")
		}
		select {
		case <-ctx.Done():
			return c.end()
		case l, more := <-lines:
			if !more {
				return c.end()
			}
			switch strings.ToLower(strings.TrimSpace(l.text)) {
			case "quit", "exit":
				return c.end()
			case "help":
				c.help()
			default:
				c.turn(ctx, l)
			}
		}
	}
}

// help says how to use the desk. Like quit and exit it is a word of the desk's own only where it is the whole line.
func (c *conversation) help() {
	c.page.line("", 0, "Ask in plain words, one question a line; a further question may lean on the answer before.", asIs)
	c.page.line("", 0, "Each [number] leads to the words of an article that a sentence rests on. quit, exit or Ctrl-D ends.", asIs)
	c.page.line("", 0, "`parley add PATH|URL…` adds articles of your own, `parley help` lists all commands.", asIs)
	c.page.blank()
}

func (c *conversation) end() error {
	if c.prompts {
		c.page.blank()
	}
	if c.failed && !c.prompts {
		return errTold
	}
	return nil
}

func (c *conversation) turn(ctx context.Context, l lineRead) {
	text := strings.TrimSpace(l.text)
	if text == "" && l.err == nil {
		return
	}
	if !c.prompts {
		c.page.line("> ", 2, text, c.page.bold)
	}
	a, err := answer.Answer{}, l.err
	if err == nil {
		a, err = c.room.ask(ctx, answer.Question{Text: text, History: c.history})
	}
	if ctx.Err() != nil {
		return
	}
	if err != nil {
		c.failed = true
		fmt.Fprintln(c.p.stderr, "parley: "+sayOf(err))
		return
	}
	c.page.answer(a, c.p.clock())
	c.page.blank()
	c.remember(text, a)
}

func (c *conversation) remember(question string, a answer.Answer) {
	var said []string
	for _, s := range a.Sentences {
		said = append(said, s.Text)
	}
	c.history = append(c.history, answer.Turn{Q: question, A: strings.Join(said, " ")})
	c.history = c.history[max(0, len(c.history)-remembered):]
}

func isTerminal(r io.Reader) bool {
	f, isFile := r.(*os.File)
	return isFile && term.IsTerminal(int(f.Fd()))
}
