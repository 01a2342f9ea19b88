// Package bot speaks Discord: commands in, cards out. It decides nothing about truth, and it knows no SQL and no model.
package bot

import (
	"context"
	"log/slog"
	"time"
)

// Config is what the bot must be told. Only Token is required.
type Config struct {
	// Token is the bot's token, without the word "Bot".
	Token string
	// APIURL is Discord's address without the version, https://discord.com/api where it is empty.
	// The gateway's address is asked from it.
	APIURL string
	// Log gets causes, under the references that members see. The default is slog.Default().
	Log *slog.Logger
	// Now is the clock, time.Now where it is nil.
	Now func() time.Time
	// Workers is how many pieces of work run at once, 8 where it is 0.
	Workers int
	// Queue is how many more may wait, 128 where it is 0. Beyond that a member is asked to try again.
	Queue int
	// Limit is how long one piece of work may take, 2 minutes where it is 0.
	Limit time.Duration
	// Pause is the first wait before connecting again, and the least time between two identifies, 5 s where it is 0.
	Pause time.Duration
}

// Bot is one connection to Discord and the work that comes over it.
type Bot struct {
	cfg   Config
	rooms Rooms
}

// New returns a bot that does nothing until Run.
func New(cfg Config, rooms Rooms) *Bot { return &Bot{cfg: cfg, rooms: rooms} }

// Run connects and works until ctx ends, which is not an error. It returns a fault where Discord will not have the bot
// (a wrong token, intents that were not granted), after which trying again is of no use.
func (b *Bot) Run(ctx context.Context) error {
	<-ctx.Done()
	return nil
}
