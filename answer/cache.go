package answer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"parley/article/analysis"
)

const (
	// rememberFor is how long an answer is remembered at most: what it rests on is looked up each time, names that a
	// moderator adds are not.
	rememberFor = 6 * time.Hour
	// mostRemembered bounds the memory, about 10 kB an answer; the oldest go first.
	mostRemembered = 500
)

// remembered is an answer with what it depends on beside its key.
type remembered struct {
	answer Answer
	// again are the words of a second search, and digest what it came to.
	again, digest string
	until         time.Time
}

// cache remembers answers by question and passages. The search runs each time, which takes milliseconds: a new, changed or
// withdrawn article that the answer would touch changes the passages, and so the key.
type cache struct {
	mu     sync.Mutex
	known  map[string]remembered
	order  []string
	flying map[string]*flight
}

// flight is a question on its way. The last asker who leaves ends it.
type flight struct {
	done    <-chan struct{}
	finish  context.CancelFunc // ends done
	answer  Answer
	err     error
	waiting int
	cancel  context.CancelFunc
}

func newCache() *cache { return &cache{known: map[string]remembered{}, flying: map[string]*flight{}} }

// get returns the answer under key. Where it came of a second search, after must find the same passages again.
func (c *cache) get(key string, now time.Time, after func(again string) (string, bool)) (Answer, bool) {
	c.mu.Lock()
	r, ok := c.known[key]
	c.mu.Unlock()
	if !ok || now.After(r.until) {
		return Answer{}, false
	}
	if r.again != "" {
		if digest, ok := after(r.again); !ok || digest != r.digest {
			return Answer{}, false
		}
	}
	return r.copied(), true
}

// copied is the answer, marked as remembered.
func (r remembered) copied() Answer {
	a := r.answer
	if a.Trace != nil {
		t := *a.Trace
		t.Cached = true
		a.Trace = &t
	}
	return a
}

func (c *cache) put(key string, r remembered) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.known[key]; !ok {
		c.order = append(c.order, key)
	}
	c.known[key] = r
	for len(c.order) > mostRemembered {
		delete(c.known, c.order[0])
		c.order = c.order[1:]
	}
}

// once runs do for all who ask the same at the same time. It ends with ctx for each asker, and for do when all of them are gone
// or the limit passes.
func (c *cache) once(ctx context.Context, key string, now time.Time, limit time.Duration, do func(context.Context) Answer) (Answer, error) {
	c.mu.Lock()
	if r, ok := c.known[key]; ok && r.again == "" && r.until.After(now) { // it landed between the look and here
		c.mu.Unlock()
		return r.copied(), nil
	}
	f := c.flying[key]
	if f == nil {
		f = &flight{}
		var own, done context.Context
		done, f.finish = context.WithCancel(context.Background())
		f.done = done.Done()
		own, f.cancel = context.WithTimeout(context.WithoutCancel(ctx), limit)
		c.flying[key] = f
		go c.fly(own, key, f, do)
	}
	f.waiting++
	c.mu.Unlock()
	select {
	case <-f.done:
		return f.answer, f.err
	case <-ctx.Done():
		c.leave(key, f)
		return Answer{}, ctx.Err()
	}
}

func (c *cache) fly(ctx context.Context, key string, f *flight, do func(context.Context) Answer) {
	defer func() {
		if r := recover(); r != nil { // one question must not end the program
			f.err = fmt.Errorf("writing an answer: %v", r)
		}
		f.cancel()
		c.mu.Lock()
		if c.flying[key] == f {
			delete(c.flying, key)
		}
		c.mu.Unlock()
		f.finish()
	}()
	f.answer = do(ctx)
}

func (c *cache) leave(key string, f *flight) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if f.waiting--; f.waiting == 0 {
		f.cancel()
		if c.flying[key] == f {
			delete(c.flying, key) // whoever asks from now on starts afresh
		}
	}
}

// key is what an answer depends on: whose articles, the wording, the question, the conversation, the passages.
func (s *sitting) key() string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %s %t %q %q", s.q.Guild, s.wording.Version(), s.Judge, s.q.Locale, normalised(s.q.Text))
	for _, t := range s.q.History[max(0, len(s.q.History)-turnsSent):] {
		fmt.Fprintf(h, " %q %q", t.Q, t.A)
	}
	fmt.Fprint(h, s.digest())
	return hex.EncodeToString(h.Sum(nil))
}

// digest names the passages that are sent, with their versions and places, and those that the plain answer reads, whatever their order: a question in
// capitals finds the same ones in another.
func (s *sitting) digest() string {
	var all []string
	for _, v := range s.sent {
		all = append(all, fmt.Sprintf("%d/%d/%d/%d", v.ArticleID, v.Version, v.Passage.Start, v.Passage.End))
	}
	for _, v := range s.searches[0].views[:min(read, len(s.searches[0].views))] {
		all = append(all, fmt.Sprintf("%d:%d:%d:%d", v.ArticleID, v.Version, v.Passage.Start, v.Passage.End))
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// keyAfter is the digest after a second search.
func (s *sitting) keyAfter(ctx context.Context, again string) (string, bool) {
	f, err := s.desk.find(ctx, s.ix, Question{Text: again})
	if err != nil {
		return "", false
	}
	after := *s
	after.searches = append(after.searches[:len(after.searches):len(after.searches)], f)
	after.choose()
	return after.digest(), true
}

// normalised joins the ways to type one question: case, accents, blanks, the marks at its end.
func normalised(q string) string {
	return strings.Trim(strings.Join(strings.Fields(analysis.Fold(q)), " "), " ?!.¿؟")
}
