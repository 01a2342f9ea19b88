package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"parley/store"
)

type doctorCommand struct{}

// finding is one line of the doctor's: what was looked at, and what is wrong with it or how it is.
type finding struct {
	what string
	says string
	bad  bool
}

// Run looks at everything that Parley needs, changes none of it, and fails where anything is wrong.
func (doctorCommand) Run(ctx context.Context, p *program) error {
	findings := []finding{p.checkSettings(), p.checkData()}
	findings = append(findings, p.checkDatabases(ctx)...)
	findings = append(findings, p.checkModel(ctx), p.checkDiscord(ctx))
	failed := false
	for _, f := range findings {
		mark := "ok  "
		if f.bad {
			mark, failed = "FAIL", true
		}
		fmt.Fprintf(p.stdout, "%s  %-13s %s\n", mark, f.what, oneLine(f.says))
	}
	if failed {
		return errTold
	}
	return nil
}

func (p *program) checkSettings() finding {
	source := "no .env file"
	if _, err := os.Stat(".env"); err == nil {
		source = ".env read"
	}
	guild := "every guild"
	if p.named {
		guild = "guild " + p.Guild
	}
	return finding{what: "settings", says: fmt.Sprintf("%s; %s, data in %s", source, guild, p.Data)}
}

// checkData writes and removes a file: permissions alone do not tell of a full or read-only disk.
func (p *program) checkData() finding {
	f := finding{what: "data folder"}
	info, err := os.Stat(p.Data)
	switch {
	case errors.Is(err, os.ErrNotExist):
		f.says = p.Data + " does not exist yet; the first article makes it"
		return f
	case err != nil || !info.IsDir():
		f.says, f.bad = p.Data+" is not a folder that can be read; choose another with --data or PARLEY_DATA", true
		return f
	}
	probe, err := os.CreateTemp(p.Data, ".doctor-*")
	if err == nil {
		_, err = probe.WriteString("parley")
		err = errors.Join(err, probe.Close(), os.Remove(probe.Name()))
	}
	if err != nil {
		f.says, f.bad = p.Data+" cannot be written; check its owner, its permissions and the space on its disk", true
		return f
	}
	f.says = p.Data + " can be written"
	return f
}

// checkDatabases opens the file of the guild that the settings name, or of each where they name none. The doctor makes none.
func (p *program) checkDatabases(ctx context.Context) []finding {
	guilds := p.guildsIn(p.Data)
	defer guilds.Close()
	ids, err := guilds.List()
	if err != nil {
		return []finding{{what: "database", says: sayOf(err), bad: true}}
	}
	if p.named || len(ids) == 0 {
		if !slices.Contains(ids, p.Guild) {
			return []finding{{what: "database", says: "none yet for guild " + p.Guild + "; `parley add PATH|URL…` makes it"}}
		}
		ids = []string{p.Guild}
	}
	var out []finding
	for _, id := range ids {
		for _, f := range checkDatabase(ctx, guilds, id) {
			if len(ids) > 1 {
				f.says = "guild " + id + ": " + f.says
			}
			out = append(out, f)
		}
	}
	return out
}

func checkDatabase(ctx context.Context, guilds *store.Guilds, guild string) []finding {
	g, release, err := guilds.Use(ctx, guild)
	if err != nil {
		return []finding{{what: "database", says: sayOf(err), bad: true}}
	}
	defer release()
	checks, err := g.Check(ctx)
	if err != nil {
		return []finding{{what: "database", says: sayOf(err), bad: true}}
	}
	var out []finding
	for _, c := range checks {
		out = append(out, finding{what: c.What, says: c.Say, bad: !c.OK})
	}
	return out
}

func hasFile(guilds *store.Guilds, guild string) (bool, error) {
	ids, err := guilds.List()
	return slices.Contains(ids, guild), err
}
