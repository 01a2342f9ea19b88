package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"parley/fault"
)

// Guilds opens a guild's file when it is needed and closes it when it is idle. It is safe for many goroutines.
type Guilds struct {
	// Idle is how long a file stays open unused; five minutes when zero.
	Idle time.Duration
	// MaxOpen is how many files stay open; 64 when zero. The one unused for longest is closed first; a file in use is
	// never closed, so that more may be open while more are in use.
	MaxOpen int
	// Remaking is told now and then how many articles of how many a guild's search index holds again, while opening the guild or
	// Rebuild makes it anew: a large guild takes long. Nil for nobody; it may be called for several guilds at once.
	Remaking func(guild string, done, all int)

	dir string
	now func() time.Time

	mu     sync.Mutex
	open   map[string]*seat
	closed bool
}

// seat is a guild's place among the open files.
type seat struct {
	opening sync.Mutex // held while the file is being opened
	guild   *Guild     // nil until it is open; guarded by opening
	users   int        // guarded by Guilds.mu, as is idle
	idle    time.Time
}

// NewGuilds keeps its files in dir, which is created when the first guild is used. clock gives the time of every record;
// time.Now where it is nil.
func NewGuilds(dir string, clock func() time.Time) *Guilds {
	if clock == nil {
		clock = time.Now
	}
	return &Guilds{dir: dir, now: clock, open: map[string]*seat{}}
}

var guildID = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

// errClosed says that Close was called before.
var errClosed = errors.New("the guilds are closed")

// Use returns the guild, creating its file on first use, and a release that must be called once when done with it.
// A name that is not 1 to 64 of A-Z a-z 0-9 _ - is refused, since the name becomes a file's.
func (gs *Guilds) Use(ctx context.Context, guild string) (*Guild, func(), error) {
	if !guildID.MatchString(guild) {
		return nil, nil, fault.New("That guild id cannot be used: it must be 1 to 64 letters, digits, _ or -. Nothing was changed.", nil)
	}
	return gs.use(ctx, guild)
}

// use is Use for a name that is known to be a good one.
func (gs *Guilds) use(ctx context.Context, guild string) (*Guild, func(), error) {
	s, err := gs.sit(guild)
	if err != nil {
		return nil, nil, err
	}
	g, err := gs.ready(ctx, guild, s)
	if err != nil {
		gs.leave(s)
		return nil, nil, explain("open guild "+guild, err)
	}
	var once sync.Once
	return g, func() { once.Do(func() { gs.leave(s) }) }, nil
}

func (gs *Guilds) sit(guild string) (*seat, error) {
	gs.mu.Lock()
	defer gs.mu.Unlock()
	if gs.closed {
		return nil, errClosed
	}
	s := gs.open[guild]
	if s == nil {
		s = &seat{}
		gs.open[guild] = s
	}
	s.users++
	return s, nil
}

// ready opens the file once; who comes meanwhile waits, and tries again where opening failed.
func (gs *Guilds) ready(ctx context.Context, guild string, s *seat) (*Guild, error) {
	s.opening.Lock()
	defer s.opening.Unlock()
	if s.guild != nil {
		return s.guild, nil
	}
	if err := os.MkdirAll(gs.dir, 0o700); err != nil {
		return nil, fault.New("The data directory cannot be created. Nothing was changed; check its path, owner and permissions.", err)
	}
	var remaking func(done, all int)
	if gs.Remaking != nil {
		remaking = func(done, all int) { gs.Remaking(guild, done, all) }
	}
	g, err := openGuild(ctx, guild, gs.path(guild), gs.now, shipped, remaking)
	if err != nil {
		return nil, err
	}
	s.guild = g
	return g, nil
}

func (gs *Guilds) leave(s *seat) {
	gs.mu.Lock()
	s.users--
	s.idle = gs.now()
	gs.mu.Unlock()
	gs.Sweep()
}

// Sweep closes what has been idle for too long, and the longest idle where too many are open. Each release does it; a
// program that may fall silent calls it now and then.
func (gs *Guilds) Sweep() {
	for _, s := range gs.retire() {
		s.opening.Lock()
		if s.guild != nil {
			s.guild.close() // what was committed is on disk; a failure to tidy the log is met again at the next opening
		}
		s.opening.Unlock()
	}
}

// retire takes the seats that are to be closed out of the map.
func (gs *Guilds) retire() []*seat {
	gs.mu.Lock()
	defer gs.mu.Unlock()
	var idle []string
	for id, s := range gs.open {
		if s.users == 0 {
			idle = append(idle, id)
		}
	}
	slices.SortFunc(idle, func(a, b string) int { return gs.open[a].idle.Compare(gs.open[b].idle) })
	var out []*seat
	limit, since := orDefault(gs.MaxOpen, 64), gs.now().Add(-orDefault(gs.Idle, 5*time.Minute))
	for _, id := range idle {
		if s := gs.open[id]; len(gs.open) > limit || s.idle.Before(since) {
			out = append(out, s)
			delete(gs.open, id)
		}
	}
	return out
}

func orDefault[T int | time.Duration](v, otherwise T) T {
	if v == 0 {
		return otherwise
	}
	return v
}

// Close closes every file. Guilds in use must have been released.
func (gs *Guilds) Close() error {
	gs.mu.Lock()
	seats := gs.open
	gs.open, gs.closed = map[string]*seat{}, true
	gs.mu.Unlock()
	var all []error
	for id, s := range seats {
		s.opening.Lock()
		if s.guild != nil {
			if err := s.guild.close(); err != nil {
				all = append(all, fmt.Errorf("close guild %s: %w", id, err))
			}
		}
		s.opening.Unlock()
	}
	return errors.Join(all...)
}

// List returns the ids of the guilds that have a file, sorted.
func (gs *Guilds) List() ([]string, error) {
	files, err := os.ReadDir(gs.dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fault.New("The data directory cannot be read. Nothing was changed; check its path, owner and permissions.", err)
	}
	var ids []string
	for _, f := range files {
		id, is := strings.CutSuffix(f.Name(), ".db")
		if is && guildID.MatchString(id) && !f.IsDir() {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

func (gs *Guilds) path(guild string) string { return filepath.Join(gs.dir, guild+".db") }
