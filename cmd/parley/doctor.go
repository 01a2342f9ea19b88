package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"parley/fault"
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
	findings = append(findings, p.checkDatabase(ctx)...)
	findings = append(findings, p.checkModel(), p.checkDiscord(ctx))
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
	return finding{what: "settings", says: fmt.Sprintf("%s; guild %s, data in %s", source, p.Guild, p.Data)}
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

// checkDatabase opens the guild's file where there is one: the doctor makes none.
func (p *program) checkDatabase(ctx context.Context) []finding {
	guilds := store.NewGuilds(p.Data, p.clock)
	defer guilds.Close()
	exists, err := hasFile(guilds, p.Guild)
	if err != nil {
		return []finding{{what: "database", says: sayOf(err), bad: true}}
	}
	if !exists {
		return []finding{{what: "database", says: "none yet for guild " + p.Guild + "; `parley add PATH|URL…` makes it"}}
	}
	g, release, err := guilds.Use(ctx, p.Guild)
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
	if err != nil {
		return false, err
	}
	for _, id := range ids {
		if id == guild {
			return true, nil
		}
	}
	return false, nil
}

func (p *program) checkModel() finding {
	return finding{what: "model", says: "off: answers are the articles' own sentences"}
}

// discordPatience bounds the doctor's one request.
const discordPatience = 5 * time.Second

// checkDiscord asks Discord who the token is.
func (p *program) checkDiscord(ctx context.Context) finding {
	f := finding{what: "Discord"}
	if p.DiscordToken == "" {
		f.says = "off: set DISCORD_TOKEN to answer there"
		return f
	}
	name, err := whoAmI(ctx, p.discordURL(), p.DiscordToken)
	if err != nil {
		f.says, f.bad = sayOf(err), true
		return f
	}
	f.says = "the token is that of " + name
	return f
}

// discordAPI is Discord's own address, without the version.
const discordAPI = "https://discord.com/api"

func (p *program) discordURL() string {
	if p.DiscordAPIURL != "" {
		return strings.TrimRight(p.DiscordAPIURL, "/")
	}
	return discordAPI
}

// whoAmI returns the bot's name. Its faults never hold the token.
func whoAmI(ctx context.Context, api, token string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, discordPatience)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, api+"/v10/users/@me", nil)
	if err != nil {
		return "", fault.New("DISCORD_API_URL is not an address; leave it empty for Discord itself", err)
	}
	req.Header.Set("Authorization", "Bot "+strings.TrimPrefix(token, "Bot "))
	req.Header.Set("User-Agent", "DiscordBot (parley, "+version+")")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", fault.New("cannot be reached; check the network, and DISCORD_API_URL where it is set", err)
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusUnauthorized:
		return "", fault.New("refuses the token; copy it again from the Bot page of discord.com/developers into DISCORD_TOKEN", nil)
	case resp.StatusCode != http.StatusOK:
		return "", fault.New(fmt.Sprintf("answered with status %d; try again later", resp.StatusCode), nil)
	}
	var me struct {
		Username string `json:"username"`
	}
	if err := json.NewDecoder(io.LimitReader(resp.Body, 1<<20)).Decode(&me); err != nil || me.Username == "" {
		return "", fault.New("did not answer as Discord does; check DISCORD_API_URL", err)
	}
	return me.Username, nil
}
