package store

import (
	"context"
	"database/sql"
	"sync"
)

// countCache keeps the counts of terms, since one question asks for the same ones several times, and many questions for some.
type countCache struct {
	mu     sync.Mutex
	of     string // the layers that they are of; what is in a layer never changes
	counts map[string]count
}

// countCacheSize bounds the cache, at about 100 bytes a term; when full it starts again empty.
const countCacheSize = 10_000

// get returns the counts of all the terms.
func (c *countCache) get(ctx context.Context, tx *sql.Tx, terms []string) (map[string]count, error) {
	var of string // making the index anew numbers its layers anew
	if err := tx.QueryRowContext(ctx, "SELECT layers || gone FROM corpus WHERE one = 1").Scan(&of); err != nil {
		return nil, err
	}
	have, missing := c.look(of, terms)
	if len(missing) == 0 {
		return have, nil
	}
	read, err := countsOf(ctx, tx, missing)
	if err != nil {
		return nil, err
	}
	for _, t := range missing {
		have[t] = read[t]
	}
	c.keep(of, missing, have)
	return have, nil
}

// look parts the terms into those in the cache and those that are not.
func (c *countCache) look(of string, terms []string) (have map[string]count, missing []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	have = make(map[string]count, len(terms))
	for _, t := range terms {
		if n, known := c.counts[t]; known && c.of == of {
			have[t] = n
		} else {
			missing = append(missing, t)
		}
	}
	return have, missing
}

func (c *countCache) keep(of string, terms []string, have map[string]count) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.counts == nil || c.of != of || len(c.counts)+len(terms) > countCacheSize {
		c.of, c.counts = of, map[string]count{}
	}
	for _, t := range terms {
		c.counts[t] = have[t]
	}
}
