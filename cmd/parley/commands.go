package main

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/alecthomas/kong"
)

// commands is the command line.
type commands struct {
	settings `embed:"" group:"Settings:"`

	HelpFlag helpFlag    `name:"help" short:"h" help:"Show this help; after a command, that command's."`
	Version  versionFlag `help:"Show the version."`

	Run      runCommand      `cmd:"" help:"Answer in Discord where DISCORD_TOKEN is set, and in this terminal where it is not."`
	Add      addCommand      `cmd:"" help:"Add articles: files (.txt, .md, .html), folders and links."`
	Ask      askCommand      `cmd:"" help:"Answer a question, or each of a file."`
	Search   searchCommand   `cmd:"" help:"Show the passages that a question finds, best first."`
	Check    checkCommand    `cmd:"" help:"Hold a message against the articles, claim by claim."`
	Verify   verifyCommand   `cmd:"" help:"Check claims against passages with the grounding gate alone."`
	Eval     evalCommand     `cmd:"" help:"Answer a set of questions with known answers, and say how well, how fast and for how much."`
	Articles articlesCommand `cmd:"" help:"List the articles."`
	Show     showCommand     `cmd:"" help:"Show an article: what may be cited, and what was left out."`
	Withdraw withdrawCommand `cmd:"" help:"Take an article out of use; it stays readable as proof."`
	Restore  restoreCommand  `cmd:"" help:"Bring a withdrawn article back into use."`
	Names    namesCommand    `cmd:"" help:"Your own list of names: spellings and aliases that mean the same."`
	Backup   backupCommand   `cmd:"" help:"Write a consistent copy of the database, also while the bot runs."`
	Doctor   doctorCommand   `cmd:"" help:"Check settings, data, database, search index, model and Discord."`
	Help     helpCommand     `cmd:"" help:"List all commands, or show one."`
}

// errShown says that the command line asked for a text and got it.
var errShown = errors.New("shown")

// errTold says that the failure was told already, line by line.
var errTold = errors.New("told")

type helpFlag bool

// BeforeReset comes before anything is validated, so that help never needs a right command line.
func (helpFlag) BeforeReset(ctx *kong.Context) error {
	// A command that does its first part where none is named has more to show than that part.
	if part := ctx.Selected(); part != nil && part.Parent.DefaultCmd == part && !slices.Contains(ctx.Args, part.Name) {
		ctx.Path = slices.DeleteFunc(ctx.Path, func(step *kong.Path) bool { return step.Command == part })
	}
	if err := ctx.PrintUsage(false); err != nil {
		return err
	}
	return errShown
}

type versionFlag bool

// BeforeReset shows the version and ends the program.
func (versionFlag) BeforeReset(app *kong.Kong) error {
	fmt.Fprintln(app.Stdout, "parley "+version)
	return errShown
}

type helpCommand struct {
	Command []string `arg:"" optional:"" help:"The command to show."`
}

// Run shows the help of the command that was named.
func (c *helpCommand) Run(app *kong.Kong) error {
	_, err := app.Parse(append(c.Command, "--help"))
	if errors.Is(err, errShown) {
		return nil
	}
	return err
}

func newParser(c *commands, getenv func(string) string, stdout, stderr io.Writer) (*kong.Kong, error) {
	return kong.New(c,
		kong.Name("parley"),
		kong.Description("Parley answers a community's questions from the news articles that its moderators post. "+
			"Every setting is a flag, an environment variable, or a line of the file .env."),
		kong.Writers(stdout, stderr),
		kong.NoDefaultHelp(),
		kong.WithHyphenPrefixedParameters(true), // so that --limit -3 is told for what it is, and a reason may begin with a dash
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 110}),
		kong.ValueFormatter(describe),
		kong.Resolvers(fromEnvironment(getenv)),
	)
}

// describe adds a setting's variable and default to its help, never its value.
func describe(v *kong.Value) string {
	name := v.Tag.Get("setting")
	if name == "" {
		return v.Help
	}
	if v.HasDefault {
		return fmt.Sprintf("%s [$%s, default %s]", v.Help, name, v.Default)
	}
	return fmt.Sprintf("%s [$%s]", v.Help, name)
}
