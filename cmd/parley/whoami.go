package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"parley/fault"
)

// discordPatience bounds the doctor's one request.
const discordPatience = 5 * time.Second

// checkDiscord asks Discord who the token is.
func (p *program) checkDiscord(ctx context.Context) finding {
	f := finding{what: "Discord"}
	if p.DiscordToken == "" {
		f.says = "off: set DISCORD_TOKEN to answer there"
		return f
	}
	name, err := whoAmI(ctx, p.DiscordAPIURL, p.DiscordToken)
	if err != nil {
		f.says, f.bad = sayOf(err), true
		return f
	}
	f.says = "the token is that of " + name
	return f
}

// discordAPI is Discord's own address.
const discordAPI = "https://discord.com/api"

var versioned = regexp.MustCompile(`/v\d+$`)

// me is the address that tells whose a token is. As for the bot, api may or may not end in /api or a version.
func me(api string) (string, error) {
	if api == "" {
		api = discordAPI
	}
	u, err := url.Parse(strings.TrimRight(api, "/"))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", fault.New("DISCORD_API_URL is not an http or https address; correct it, or leave it empty for Discord itself", err)
	}
	if u.Path == "" {
		u.Path = "/api"
	}
	if !versioned.MatchString(u.Path) {
		u.Path += "/v10"
	}
	return u.String() + "/users/@me", nil
}

// whoAmI returns the bot's name. Its faults never hold the token.
func whoAmI(ctx context.Context, api, token string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, discordPatience)
	defer cancel()
	address, err := me(api)
	if err != nil {
		return "", err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return "", fmt.Errorf("asking Discord: %w", err)
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
	var user struct {
		Username string `json:"username"`
	}
	if err := json.NewDecoder(io.LimitReader(resp.Body, 1<<20)).Decode(&user); err != nil || user.Username == "" {
		return "", fault.New("did not answer as Discord does; check DISCORD_API_URL", err)
	}
	return user.Username, nil
}
