package main

import (
	"fmt"
	"sync"
	"time"

	"parley/store"
)

// guildsIn are the guilds that have their files in a folder. Where an index must be made anew and that takes long, it is told on stderr.
func (p *program) guildsIn(dir string) *store.Guilds {
	guilds := store.NewGuilds(dir, p.clock)
	r := remaking{p: p, last: p.clock()}
	guilds.Remaking = r.tell
	return guilds
}

// remaking tells how far the making of an index is, no more often than every few seconds.
type remaking struct {
	p    *program
	mu   sync.Mutex
	last time.Time
}

func (r *remaking) tell(guild string, done, all int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.p.clock()
	if now.Sub(r.last) < patience {
		return
	}
	r.last = now
	fmt.Fprintf(r.p.stderr, "parley: guild %s: this version makes its search index anew, once: %d of %d articles; it may be stopped, and then begins again\n", guild, done, all)
}
