package main

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strconv"
	"syscall"
	"time"

	"parley/article"
)

// row is what one process measured. Times are in milliseconds, sizes in MB.
type row struct {
	Engine           string
	Passages         int
	Rate             float64 // passages a second, the making of them aside
	AddCPU           float64 // microseconds of CPU for a passage, all threads
	File, Peak, Rest float64
	Search, Ask, Add *spread
	SearchCPU        float64 // milliseconds of CPU for one search, all threads: a busy machine changes it less
	At1, At5, At10   float64 // share of questions, in percent
	Questions        int     // asked for quality
}

// spread is the median and the 99th percentile.
type spread struct{ P50, P99 float64 }

func spreadOf(times []time.Duration) *spread {
	slices.Sort(times)
	at := func(share float64) float64 {
		return float64(times[int(share*float64(len(times)-1))].Microseconds()) / 1000
	}
	return &spread{at(.5), at(.99)}
}

// addBatch is how many articles are added at once.
const addBatch = 1000

// measure runs one engine and prints a row.
func (p plan) measure(ctx context.Context) error {
	t, err := p.load(ctx)
	if err != nil {
		return err
	}
	e, err := p.open(ctx)
	if err != nil {
		return err
	}
	r := row{Engine: p.engine, Passages: p.passages}
	real := p.passages == 0 || p.hidden
	if real {
		if err := e.add(ctx, t.articles); err != nil {
			return err
		}
	}
	m, err := p.filled(ctx, e, t.sentences, &r)
	if err != nil {
		return err
	}
	if real {
		err = r.grade(ctx, e, t.questions)
	} else {
		err = r.time(ctx, e, t.timed(p.questions), m)
	}
	if err != nil {
		return err
	}
	debug.FreeOSMemory()
	r.Peak, r.Rest = memory("VmHWM"), memory("VmRSS")
	files, err := e.close()
	if err != nil {
		return err
	}
	r.File = size(files)
	return json.NewEncoder(os.Stdout).Encode(r)
}

// keeper is an engine whose guild may be there already.
type keeper interface {
	// articles is how many it has.
	articles(ctx context.Context) (int, error)
}

// filled makes the guild, unless it is there already. The maker that it returns makes articles that the guild does not have.
func (p plan) filled(ctx context.Context, e engine, sentences []string, r *row) (*maker, error) {
	if k, ok := e.(keeper); ok {
		if n, err := k.articles(ctx); err != nil || n > 0 && n*articlePassages >= p.passages {
			m := newMaker(uint64(n), sentences)
			m.made = n
			return m, err
		}
	}
	m := newMaker(1, sentences)
	return m, p.fill(ctx, e, m, r)
}

func (p plan) fill(ctx context.Context, e engine, m *maker, r *row) error {
	var took, used time.Duration
	for left := p.passages / articlePassages; left > 0; left -= addBatch {
		docs := m.articles(min(left, addBatch))
		start, before := time.Now(), cpu()
		if err := e.add(ctx, docs); err != nil {
			return err
		}
		took += time.Since(start)
		used += cpu() - before
	}
	if took > 0 {
		r.AddCPU = float64(used.Microseconds()) / float64(p.passages)
		r.Rate = float64(p.passages) / took.Seconds()
	}
	return nil
}

// grade asks what is answerable and looks where the right passage stands.
func (r *row) grade(ctx context.Context, e engine, list []question) error {
	for _, q := range list {
		found, err := e.search(ctx, q.Question, 10)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(found, func(p place) bool { return q.right[p] })
		for k, share := range map[int]*float64{1: &r.At1, 5: &r.At5, 10: &r.At10} {
			if at >= 0 && at < k {
				*share += 100 / float64(len(list))
			}
		}
	}
	r.Questions = len(list)
	return nil
}

// time measures searches, whole answers, and how soon a single new article is found. The first questions are asked once before, to
// warm what a running desk has warm.
func (r *row) time(ctx context.Context, e engine, list []string, m *maker) error {
	search := func(q string) error { _, err := e.search(ctx, q, 10); return err }
	var err error
	before := cpu()
	if r.Search, err = each(list, search); err != nil {
		return err
	}
	r.SearchCPU = float64((cpu() - before).Microseconds()) / 1000 / float64(len(list)+min(warming, len(list)))
	if a, ok := e.(answerer); ok {
		if r.Ask, err = each(list, func(q string) error { return a.ask(ctx, q) }); err != nil {
			return err
		}
	}
	r.Add, err = addOne(ctx, e, m)
	return err
}

const warming = 20

// cpu is what this process has used of it.
func cpu() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func each(list []string, do func(string) error) (*spread, error) {
	times := make([]time.Duration, 0, len(list))
	for i, q := range append(slices.Clone(list[:min(warming, len(list))]), list...) {
		start := time.Now()
		if err := do(q); err != nil {
			return nil, err
		}
		if i >= min(warming, len(list)) {
			times = append(times, time.Since(start))
		}
	}
	return spreadOf(times), nil
}

var errNotFound = errors.New("an article that was added is not found")

// addOne adds articles one by one, each with a word of its own, and searches each until it is found: at once.
func addOne(ctx context.Context, e engine, m *maker) (*spread, error) {
	var times []time.Duration
	for range 30 {
		own := spell(2*vocabulary + 7*m.made)
		d := m.article(own)
		start := time.Now()
		if err := e.add(ctx, []article.Document{d}); err != nil {
			return nil, err
		}
		found, err := e.search(ctx, own, 10)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 || found[0].source != d.Source {
			return nil, errNotFound
		}
		times = append(times, time.Since(start))
	}
	return spreadOf(times), nil
}

var kilobytes = regexp.MustCompile(`\s+(\d+) kB`)

// memory reads a line of /proc/self/status, 0 where there is none.
func memory(what string) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	line := regexp.MustCompile(what + ":" + kilobytes.String()).FindSubmatch(status)
	if line == nil {
		return 0
	}
	n, err := strconv.ParseFloat(string(line[1]), 64)
	if err != nil {
		return 0
	}
	return n / 1000
}

// size is that of files and all below them.
func size(files []string) float64 {
	sum := int64(0)
	for _, f := range files {
		filepath.WalkDir(f, func(_ string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			info, err := d.Info()
			if err == nil {
				sum += info.Size()
			}
			return err
		})
	}
	return float64(sum) / 1e6
}
