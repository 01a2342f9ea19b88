package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"

	"parley/fault"
)

const (
	// steady is how long a session must have lived for the next failure to count as the first again.
	steady = time.Minute
	// maxPause is the longest wait between two attempts to connect.
	maxPause = 2 * time.Minute
	// openLimit is how long a session may take to be ready.
	openLimit = 20 * time.Second
)

// intents are what the bot listens to. None is privileged: Discord shows the text of messages that mention the bot.
const intents = discordgo.IntentGuilds | discordgo.IntentGuildMessages | discordgo.IntentDirectMessages

// closing says for each close code that no new attempt can mend what to do about it (topics/opcodes-and-status-codes).
var closing = map[int]string{
	4004: wrongToken,
	4010: "Discord refuses the shard. Nothing was lost; correct the shard settings.",
	4011: "Discord wants this bot divided into shards. Nothing was lost; start one process for each shard.",
	4012: "Discord no longer speaks this version of its gateway. Nothing was lost; update Parley.",
	4013: "Discord does not know an intent that Parley asks for. Nothing was lost; update Parley.",
	4014: "Discord has not granted an intent that Parley asks for. Nothing was lost; look at the bot's page in the developer portal.",
}

const wrongToken = "Discord refuses the bot's token. Nothing was lost; copy the token from the developer portal into DISCORD_TOKEN and start again."

// entrance is what GET /gateway/bot says: where to connect, and how often.
type entrance struct {
	URL   string `json:"url"`
	Limit struct {
		Remaining int `json:"remaining"`
		// ResetAfter is in milliseconds.
		ResetAfter int64 `json:"reset_after"`
	} `json:"session_start_limit"`
}

// supervise keeps one session open until ctx ends or Discord says that it is of no use.
//
// discordgo's own reconnecting is off: where Discord refuses a resume it locks a mutex that it holds, and the bot is silent
// for ever. Here every attempt is a new Session that is never used again, so a resume is given up on purpose. The price is
// the events of the seconds in between, of which the interactions would have expired by then; questions that had been
// acknowledged are in the ledger, and their replies do not need the gateway.
func (b *Bot) supervise(ctx context.Context) error {
	for failures := 0; ; failures++ {
		began := time.Now()
		err := b.session(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if _, final := fault.Say(err); final {
			return err
		}
		if time.Since(began) > steady {
			failures = 0
		}
		wait := max(0, b.pause(failures)-time.Since(began))
		b.log.Warn(b.trouble(), "cause", err, "again_in", wait.Round(100*time.Millisecond))
		if sleep(ctx, wait) != nil {
			return nil
		}
	}
}

// trouble says for the operator what the end of a session means.
func (b *Bot) trouble() string {
	if b.self.Load() == nil {
		return "Discord cannot be reached yet; nothing is lost, Parley keeps trying"
	}
	return "the connection to Discord ended; nothing is lost, Parley connects again"
}

// pause is the least time from one identify to the next, which Discord wants to be 5 seconds, and more after each failure.
func (b *Bot) pause(failures int) time.Duration {
	base := b.cfg.Pause
	return base + backoff(base, maxPause, failures) - base/2
}

// session connects once, and returns why the connection ended.
func (b *Bot) session(ctx context.Context) error {
	at, err := b.entrance(ctx)
	if err != nil {
		return err
	}
	if at.Limit.Remaining < 1 {
		wait := time.Duration(at.Limit.ResetAfter) * time.Millisecond
		b.log.Error("no more sessions today by Discord's limit", "again_in", wait)
		return sleep(ctx, wait)
	}
	line := &dialed{}
	s, err := b.newSession(at.URL, line)
	if err != nil {
		return err
	}
	defer line.hangUp()
	if err := b.open(ctx, s, line); err != nil {
		return ending(line.code(), err)
	}
	line.mu.Lock()
	ended := line.last.ended
	line.mu.Unlock()
	select {
	case <-ended:
		go s.Close() // it waits a second and may hang; nothing of this session is used again
		return ending(line.code(), errors.New("the connection was lost"))
	case <-ctx.Done():
		return goodbye(s, ended)
	}
}

// entrance asks where the gateway is. A 401 there means a wrong token, the cheapest way to learn it.
func (b *Bot) entrance(ctx context.Context) (entrance, error) {
	ctx, cancel := context.WithTimeout(ctx, openLimit)
	defer cancel()
	var at entrance
	err := b.rest.do(ctx, call{method: http.MethodGet, route: "GET /gateway/bot", path: "/gateway/bot", bucket: "gateway", bot: true,
		patience: openLimit / 4, once: true}, &at)
	var r *refusal
	if errors.As(err, &r) && r.status == http.StatusUnauthorized {
		return at, fault.New(wrongToken, err)
	}
	return at, err
}

// newSession is a discordgo session for the gateway alone: no state, no reconnecting, every event to onEvent.
func (b *Bot) newSession(gateway string, line *dialed) (*discordgo.Session, error) {
	s, err := discordgo.New("Bot " + b.cfg.Token)
	if err != nil {
		return nil, fmt.Errorf("make a session: %w", err)
	}
	s.ShouldReconnectOnError, s.StateEnabled, s.SyncEvents = false, false, true
	s.LogLevel = -1 // its log goes past ours, and may hold what ours must not
	s.Identify.Intents = intents
	s.Client = &http.Client{Transport: known{gateway}}
	s.Dialer = &websocket.Dialer{NetDialContext: line.plain, NetDialTLSContext: line.secret, HandshakeTimeout: openLimit / 2}
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) { b.onEvent(e.Type, e.RawData) })
	return s, nil
}

// open opens s, or gives it up: where Discord's first word is "reconnect" or "invalid session", discordgo never comes back.
func (b *Bot) open(ctx context.Context, s *discordgo.Session, line *dialed) error {
	opened := make(chan error, 1)
	go func() { opened <- s.Open() }()
	limit := time.NewTimer(b.openLimit)
	defer limit.Stop()
	select {
	case err := <-opened:
		return err
	case <-limit.C:
		return errors.New("the session was not ready in time")
	case <-ctx.Done():
		return ctx.Err()
	}
}

// goodbye closes s as a bot that will not come back. Discord hangs up as soon as it has read that; discordgo would wait longer.
func goodbye(s *discordgo.Session, ended <-chan struct{}) error {
	go s.Close()
	select {
	case <-ended:
	case <-time.After(2 * time.Second):
	}
	return nil
}

// ending makes a fault of an end that no new attempt can mend.
func ending(code int, err error) error {
	var closed *websocket.CloseError
	if code == 0 && errors.As(err, &closed) {
		code = closed.Code
	}
	if say, final := closing[code]; final {
		return fault.New(say, fmt.Errorf("gateway closed with %d: %w", code, err))
	}
	if code != 0 {
		return fmt.Errorf("gateway closed with %d: %w", code, err)
	}
	return err
}

// known answers discordgo's question for the gateway's address with what Discord has told us already.
type known struct{ gateway string }

func (k known) RoundTrip(r *http.Request) (*http.Response, error) {
	if !strings.HasSuffix(r.URL.Path, "/gateway") {
		return nil, fmt.Errorf("%s is not for discordgo to ask", r.URL.Path)
	}
	body, err := json.Marshal(map[string]string{"url": k.gateway})
	if err != nil {
		return nil, err
	}
	return &http.Response{StatusCode: http.StatusOK, Status: "200 OK", Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(body)), Request: r}, nil
}
