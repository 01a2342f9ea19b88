// Package bot speaks Discord: commands in, cards out. It decides nothing about truth, and it knows no SQL and no model.
package bot

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"parley/answer"
	"parley/fault"
)

// Config is what the bot must be told. Only Token is required.
type Config struct {
	// Token is the bot's token, with or without the word "Bot".
	Token string
	// APIURL is Discord's address, https://discord.com/api where it is empty; a version at its end may be left out.
	// The gateway's address is asked from it.
	APIURL string
	// Log gets causes, under the references that members see. The default is slog.Default().
	Log *slog.Logger
	// Now is the clock that questions are dated with, time.Now where it is nil.
	Now func() time.Time
	// Workers is how many pieces of work run at once, 8 where it is 0.
	Workers int
	// Queue is how many more may wait, 128 where it is 0. Beyond that a member is asked to try again.
	Queue int
	// Limit is how long one piece of work may take, 2 minutes where it is 0.
	Limit time.Duration
	// Pause is the least time between two attempts to connect, 5 s where it is 0; Discord allows no less.
	Pause time.Duration
	// Grace is how long work that has begun may go on when Run is to end, 10 s where it is 0. What takes longer is answered
	// after the next start.
	Grace time.Duration
	// MaxFile is the largest attachment that is read, in bytes, 10 MiB where it is 0.
	MaxFile int64
}

// Bot is one connection to Discord and the work that comes over it.
type Bot struct {
	cfg   Config
	rooms Rooms
	log   *slog.Logger
	rest  *rest
	files *http.Client

	openLimit time.Duration
	seen      seen
	pool      *pool
	// work is the context of all work. It outlives Run's own by Config.Grace.
	work context.Context
	// self is the application's id, the same as that of the bot's user, once Discord has said it.
	self   atomic.Pointer[ready]
	greet  sync.Once
	unheld []answer.Asked

	gate     sync.Mutex
	stopping bool
	flows    sync.WaitGroup
}

// New returns a bot that does nothing until Run.
func New(cfg Config, rooms Rooms) *Bot {
	cfg.Token = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(cfg.Token)+" ", "Bot "))
	if cfg.Log == nil {
		cfg.Log = slog.Default()
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	cfg.Workers, cfg.Queue = orElse(cfg.Workers, 8), orElse(cfg.Queue, 128)
	cfg.Limit, cfg.Pause, cfg.Grace = orElse(cfg.Limit, 2*time.Minute), orElse(cfg.Pause, 5*time.Second), orElse(cfg.Grace, 10*time.Second)
	cfg.MaxFile = orElse(cfg.MaxFile, 10<<20)
	return &Bot{cfg: cfg, rooms: rooms, log: cfg.Log, openLimit: openLimit, files: &http.Client{Timeout: time.Minute}}
}

// Run connects and works until ctx ends, which is not an error. It returns a fault where Discord will not have the bot
// (a wrong token, an intent that was not granted), after which trying again is of no use. A Bot runs once.
func (b *Bot) Run(ctx context.Context) error {
	if b.cfg.Token == "" {
		return fault.New("There is no bot token. Nothing was started; set DISCORD_TOKEN to the token from the developer portal.", nil)
	}
	var err error
	if b.rest, err = newREST(b.cfg.APIURL, b.cfg.Token); err != nil {
		return err
	}
	// What is open now was left by the process before; what comes later has an owner in this one.
	if b.unheld, err = b.rooms.Deliveries.Open(ctx); err != nil {
		b.log.Error("unfinished questions cannot be read; they stay where they are", "cause", err)
	}
	work, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	b.work = work
	b.pool = newPool(work, b.cfg.Workers, b.cfg.Queue, b.cfg.Limit, func(err error) { b.report("work", err) })
	err = b.supervise(ctx)
	if !b.finish(stop) {
		b.log.Warn("some work was cut short; its questions are answered after the next start")
	}
	b.rest.client.CloseIdleConnections()
	return err
}

// finish lets what has begun end, and calls stop on what takes longer than the grace. It says whether all has ended by itself.
func (b *Bot) finish(stop func()) bool {
	b.rest.leave(b.cfg.Grace)
	b.gate.Lock()
	b.stopping = true
	b.gate.Unlock()
	ended := make(chan struct{})
	go func() {
		b.flows.Wait()
		b.pool.drain()
		close(ended)
	}()
	select {
	case <-ended:
		return true
	case <-time.After(b.cfg.Grace):
		stop()
	}
	select {
	case <-ended:
	case <-time.After(b.cfg.Grace):
	}
	return false
}

// flow runs one event's first steps beside the gateway's reader, which must never wait. A panic in it ends it alone.
func (b *Bot) flow(name string, step func(context.Context)) {
	b.gate.Lock()
	defer b.gate.Unlock()
	if b.stopping {
		return
	}
	b.flows.Add(1)
	go func() {
		defer b.flows.Done()
		defer func() {
			if p := recover(); p != nil {
				b.report(name, panicked(p))
			}
		}()
		step(b.work)
	}()
}

// stopped says that the process is going down and err comes of it, so that what failed is not closed.
func (b *Bot) stopped(err error) bool { return b.work.Err() != nil || errors.Is(err, errStopped) }

// errStopped is the cause of what was not done because the process went down.
var errStopped = errors.New("the process is going down")

// orElse is v, or other where v is zero.
func orElse[T comparable](v, other T) T {
	var zero T
	if v == zero {
		return other
	}
	return v
}
