// Command parley answers questions from news articles, in Discord and in the terminal.
// It parses the settings, joins the rooms, runs one subcommand and exits; it decides nothing about news.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"parley/fault"
)

// version is set by the linker.
var version = "unversioned"

// Exit codes are part of the command line's contract.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // so that a second Ctrl-C ends at once what the first could not
	code := run(ctx, os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the whole program: one subcommand from args, with the exit code as its result.
func run(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := &output{Writer: stdout}
	return out.code(perform(ctx, args, getenv, stdin, out, stderr), stderr)
}

func perform(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) int {
	getenv, err := withDotEnv(".env", getenv)
	if err != nil {
		return report(stderr, err)
	}
	var c commands
	parser, err := newParser(&c, getenv, stdout, stderr)
	if err != nil {
		return report(stderr, err)
	}
	chosen, err := parser.Parse(args)
	if errors.Is(err, errShown) {
		return exitDone
	}
	if err != nil {
		return report(stderr, err)
	}
	named := slices.ContainsFunc(chosen.Path, func(p *kong.Path) bool { return p.Flag != nil && p.Flag.Name == "guild" })
	p := &program{settings: c.settings, named: named, getenv: getenv, clock: time.Now, stdin: stdin, stdout: stdout, stderr: stderr}
	chosen.BindTo(ctx, (*context.Context)(nil))
	return report(stderr, chosen.Run(p))
}

// report says on one line what went wrong, and returns the exit code that stands for it.
func report(stderr io.Writer, err error) int {
	var usage *kong.ParseError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errTold):
		return exitFailed
	case errors.As(err, &usage):
		if say, ok := fault.Say(usage); ok {
			fmt.Fprintln(stderr, "parley: "+oneLine(say))
			return exitUsage
		}
		fmt.Fprintf(stderr, "parley: %s; `parley help` lists the commands\n", oneLine(usage.Error()))
		return exitUsage
	}
	fmt.Fprintln(stderr, "parley: "+sayOf(err))
	return exitFailed
}

// sayOf is the line for a person: the fault's own, or the error's text where nobody wrote one.
func sayOf(err error) string {
	if say, ok := fault.Say(err); ok {
		return oneLine(say)
	}
	return oneLine(err.Error())
}

func oneLine(s string) string { return strings.Join(strings.Fields(plain(s)), " ") }
