package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/alecthomas/kong"
	"github.com/joho/godotenv"

	"parley/fault"
)

// settings are what an operator can set, each by a flag or by the environment variable in its setting tag.
type settings struct {
	Data  string `setting:"PARLEY_DATA" default:"data" placeholder:"DIR" help:"Folder of the database files, one a guild."`
	Guild string `setting:"PARLEY_GUILD" default:"local" placeholder:"ID" help:"The guild (community) to work on."`
	Log   string `setting:"PARLEY_LOG" default:"info" enum:"debug,info,warn,error" placeholder:"LEVEL" help:"How much the bot logs to stderr: debug, info, warn or error."`

	modelSettings

	DiscordToken  string `setting:"DISCORD_TOKEN" placeholder:"TOKEN" help:"The bot's token. With it, run is the Discord bot. Better set in .env than as a flag, which other users of the machine can read."`
	DiscordAPIURL string `setting:"DISCORD_API_URL" name:"discord-api-url" placeholder:"URL" help:"Another server in Discord's place, for tests; the gateway's address is asked from it."`
}

// program is what a subcommand works with.
type program struct {
	settings
	// named says that the operator named the guild; otherwise it is the default.
	named          bool
	getenv         func(string) string
	clock          func() time.Time
	stdin          io.Reader
	stdout, stderr io.Writer
}

// logger writes to stderr, from the level that the operator set.
func (p *program) logger() *slog.Logger {
	var level slog.Level
	if err := level.UnmarshalText([]byte(p.Log)); err != nil {
		level = slog.LevelInfo
	}
	return slog.New(slog.NewTextHandler(p.stderr, &slog.HandlerOptions{Level: level}))
}

// withDotEnv returns getenv with the file's variables beneath it: what the environment sets is never overridden.
func withDotEnv(file string, getenv func(string) string) (func(string) string, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return getenv, nil
	}
	if err != nil {
		return nil, fault.New("the file .env cannot be opened; check that it may be read", err)
	}
	vars, ok := variables(string(text))
	if !ok {
		// The parser's own words quote the file, and so may hold a secret.
		return nil, fault.New(fmt.Sprintf("the file .env cannot be read from line %d on: each line must be NAME=value; see .env.example", badLine(string(text))), nil)
	}
	return func(name string) string {
		if v := getenv(name); v != "" {
			return v
		}
		return vars[name]
	}, nil
}

// variables reads NAME=value lines; ok is false where one is neither that nor a comment.
func variables(text string) (vars map[string]string, ok bool) {
	vars, err := godotenv.Unmarshal(text)
	_, nameless := vars[""] // what the parser makes of a last line without a "="
	return vars, err == nil && !nameless
}

// badLine is the first line, from 1, that a text cannot be read with: the one after the most lines that can. A value in quotes may
// go over several.
func badLine(text string) int {
	lines := strings.Split(text, "\n")
	n := len(lines) - 1
	for ; n > 0; n-- {
		if _, ok := variables(strings.Join(lines[:n], "\n")); ok {
			break
		}
	}
	for n < len(lines)-1 && strings.TrimSpace(lines[n]) == "" {
		n++
	}
	return n + 1
}

// fromEnvironment gives a flag that the command line leaves out the value of its variable. An empty variable is unset.
func fromEnvironment(getenv func(string) string) kong.Resolver {
	return kong.ResolverFunc(func(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
		name := flag.Tag.Get("setting")
		if name == "" || getenv(name) == "" {
			return nil, nil
		}
		return getenv(name), nil
	})
}
