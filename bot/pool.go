package bot

import (
	"context"
	"sync"
	"time"
)

// pool runs work on a fixed number of workers. Who has a place has it for sure; who has none is told so at once.
type pool struct {
	places chan struct{}
	work   chan func(context.Context)
	done   sync.WaitGroup
	// broken is told of a panic that a piece of work has let through.
	broken func(error)
}

// newPool starts workers that run work with ctx, each piece for no longer than limit. queue more may wait.
func newPool(ctx context.Context, workers, queue int, limit time.Duration, broken func(error)) *pool {
	size := workers + queue
	p := &pool{places: make(chan struct{}, size), work: make(chan func(context.Context), size), broken: broken}
	for range workers {
		p.done.Add(1)
		go func() {
			defer p.done.Done()
			for w := range p.work {
				p.run(ctx, limit, w)
			}
		}()
	}
	return p
}

func (p *pool) run(ctx context.Context, limit time.Duration, w func(context.Context)) {
	defer func() { <-p.places }()
	defer func() {
		if v := recover(); v != nil {
			p.broken(panicked(v))
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	w(ctx)
}

// reserve takes a place, or says that there is none. A place is given back by leave, or by the work that submit runs.
func (p *pool) reserve() bool {
	select {
	case p.places <- struct{}{}:
		return true
	default:
		return false
	}
}

// wait takes a place as soon as there is one, unless ctx ends before.
func (p *pool) wait(ctx context.Context) bool {
	select {
	case p.places <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

// leave gives a place back unused.
func (p *pool) leave() { <-p.places }

// submit runs w in the place that the caller has taken. It never waits.
func (p *pool) submit(w func(context.Context)) { p.work <- w }

// drain ends the workers when they have done what has a place, and waits for it. Nothing may be submitted after it.
func (p *pool) drain() {
	close(p.work)
	p.done.Wait()
}
