package bot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/answer"
	"parley/article"
	"parley/bot/discordtest"
	"parley/fault"
)

// soon is how long, in wall time, a test waits for what should be there at once.
const soon = 10 * time.Second

// community stands in for the rooms behind the bot: it keeps what the ledger and the shelf keep, in memory, across bots.
type community struct {
	mu        sync.Mutex
	asked     map[string]*kept
	order     []string
	entries   []article.Entry
	received  []string
	names     [][]string
	questions []answer.Question
	ask       func(context.Context, answer.Question) (answer.Answer, error)
	settle    func() error
}

// kept is a question in the ledger.
type kept struct {
	q       answer.Asked
	a       *answer.Answer
	message string
	failed  string
}

func newCommunity() *community {
	return &community{asked: map[string]*kept{}, ask: func(_ context.Context, q answer.Question) (answer.Answer, error) {
		return saying("The dam holds."), nil
	}}
}

// saying is an answer of these sentences, each with one citation.
func saying(sentences ...string) answer.Answer {
	a := answer.Answer{Verdict: answer.Answered, Mode: answer.Extractive, AsOf: "2031-03-10", Sources: answer.Sources{Articles: 1, Independent: 1}}
	for n, s := range sentences {
		a.Sentences = append(a.Sentences, answer.Sentence{Text: s, Citations: []answer.Citation{{N: n + 1, ArticleID: 1, Version: 1, Article: "dam.txt",
			Title: "The dam", Publisher: "Valley Courier", URL: "https://courier.example/dam", Published: "2031-03-10", Quote: s, End: len(s)}}})
	}
	return a
}

func (c *community) rooms() Rooms {
	return Rooms{Desk: c, Library: c, Shelf: c, Withdrawals: c, Names: c, Ledger: c, Deliveries: c, Record: c}
}

func (c *community) Ask(ctx context.Context, _ string, q answer.Question) (answer.Answer, error) {
	c.mu.Lock()
	c.questions = append(c.questions, q)
	ask := c.ask
	c.mu.Unlock()
	return ask(ctx, q)
}

// answering changes what the desk does.
func (c *community) answering(ask func(context.Context, answer.Question) (answer.Answer, error)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ask = ask
}

func (c *community) Begin(_ context.Context, q answer.Asked) (bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.asked[q.ID] != nil {
		return false, nil
	}
	c.asked[q.ID] = &kept{q: q}
	c.order = append(c.order, q.ID)
	return true, nil
}

func (c *community) Settle(_ context.Context, _, id string, a answer.Answer) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.settle != nil {
		return c.settle()
	}
	c.asked[id].a = &a
	return nil
}

func (c *community) Fail(_ context.Context, _, id, reason string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if k := c.asked[id]; k != nil {
		k.failed = reason
	}
	return nil
}

func (c *community) Posted(_ context.Context, _, id, message string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked[id].message = message
	return nil
}

func (c *community) Open(context.Context) ([]answer.Asked, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var open []answer.Asked
	for _, id := range c.order {
		if k := c.asked[id]; k.message == "" && k.failed == "" {
			open = append(open, k.q)
		}
	}
	return open, nil
}

func (c *community) Answer(_ context.Context, guild, id string) (answer.Asked, answer.Answer, bool, error) {
	return c.find(func(k *kept) bool { return k.q.Guild == guild && k.q.ID == id })
}

func (c *community) ByMessage(_ context.Context, guild, id string) (answer.Asked, answer.Answer, bool, error) {
	return c.find(func(k *kept) bool { return k.q.Guild == guild && k.message == id })
}

func (c *community) LastIn(_ context.Context, guild, channel string) (q answer.Asked, a answer.Answer, ok bool, err error) {
	c.mu.Lock()
	ids := append([]string(nil), c.order...)
	c.mu.Unlock()
	for _, id := range ids {
		last, said, there, err := c.find(func(k *kept) bool {
			return k.q.Guild == guild && k.q.ID == id && k.q.Channel == channel && !k.q.Private && k.message != ""
		})
		if err == nil && there {
			q, a, ok = last, said, true
		}
	}
	return q, a, ok, nil
}

func (c *community) find(is func(*kept) bool) (answer.Asked, answer.Answer, bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, k := range c.asked {
		if k.a != nil && is(k) {
			return k.q, *k.a, true, nil
		}
	}
	return answer.Asked{}, answer.Answer{}, false, nil
}

// state is what the ledger holds of a question.
func (c *community) state(id string) (k kept) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.asked[id] != nil {
		k = *c.asked[id]
	}
	return k
}

// times is how often the desk was asked.
func (c *community) times() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.questions)
}

func (c *community) AddLink(_ context.Context, guild, by, link string) (article.Receipt, error) {
	if strings.Contains(link, "10.0.0.1") {
		return article.Receipt{}, fault.New("That link leads to a private address. Nothing was added; use a public link.", nil)
	}
	return c.add(article.Meta{Title: "From a link", URL: link}, by, "link "+link)
}

func (c *community) AddFile(_ context.Context, guild, by, name, contentType string, data []byte) (article.Receipt, error) {
	return c.add(article.Meta{Title: name}, by, fmt.Sprintf("file %s %s %d", name, contentType, len(data)))
}

func (c *community) AddText(_ context.Context, guild, by string, known article.Meta, text string) (article.Receipt, error) {
	return c.add(known, by, "text "+text)
}

func (c *community) add(m article.Meta, by, what string) (article.Receipt, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, e := range c.entries {
		if e.Source == what {
			return article.Receipt{Outcome: article.Duplicate, Entry: e}, nil
		}
	}
	c.received = append(c.received, what)
	e := article.Entry{ID: article.ID(len(c.entries) + 1), Version: 1, Source: what, Meta: m, Status: article.Live,
		AddedAt: discordtest.Epoch, AddedBy: by, Passages: 7, Words: 300}
	c.entries = append(c.entries, e)
	return article.Receipt{Outcome: article.Added, Entry: e}, nil
}

func (c *community) List(_ context.Context, _ string, offset, limit int) ([]article.Entry, int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	from := min(offset, len(c.entries))
	return append([]article.Entry(nil), c.entries[from:min(from+limit, len(c.entries))]...), len(c.entries), nil
}

func (c *community) Show(_ context.Context, _ string, id article.ID) (article.Entry, string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if id < 1 || int(id) > len(c.entries) {
		return article.Entry{}, "", fault.New("There is no article with that number. Nothing was changed; look with /article list.", nil)
	}
	return c.entries[id-1], "It begins like this. @everyone", nil
}

func (c *community) Withdraw(_ context.Context, _ string, id article.ID, reason, by string) error {
	return c.mark(id, article.Withdrawn, reason)
}

func (c *community) Restore(_ context.Context, _ string, id article.ID, _, by string) error {
	return c.mark(id, article.Live, "")
}

func (c *community) Withdrawn(_ context.Context, _ string, ids []article.ID) (map[article.ID]string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	reasons := map[article.ID]string{}
	for _, e := range c.entries {
		if e.Status == article.Withdrawn && slices.Contains(ids, e.ID) {
			reasons[e.ID] = e.Reason
		}
	}
	return reasons, nil
}

func (c *community) mark(id article.ID, s article.Status, reason string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if id < 1 || int(id) > len(c.entries) {
		return errors.New("no row")
	}
	c.entries[id-1].Status, c.entries[id-1].Reason = s, reason
	return nil
}

func (c *community) AddName(_ context.Context, _ string, forms []string, by string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(forms) < 2 {
		return fault.New("A name needs two forms. Nothing was changed.", nil)
	}
	c.names = append(c.names, forms)
	return nil
}

func (c *community) RemoveName(_ context.Context, _, form string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	at := slices.IndexFunc(c.names, func(forms []string) bool { return slices.Contains(forms, form) })
	if at < 0 {
		return errors.New("no row")
	}
	c.names = slices.Delete(c.names, at, at+1)
	return nil
}

func (c *community) ListNames(context.Context, string) ([][]string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.names), nil
}

// log is what a bot has logged, safe to read while it runs.
type log struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// living is a bot that runs.
type living struct {
	*Bot
	log  *log
	stop context.CancelFunc
	done chan error
}

// start runs a bot against the fake until the end of the test.
func start(t testing.TB, d *discordtest.Discord, c *community, change ...func(*Bot)) *living {
	t.Helper()
	l := &living{log: &log{}, done: make(chan error, 1)}
	l.Bot = New(Config{Token: d.Token(), APIURL: d.URL(), Log: slog.New(slog.NewTextHandler(io.Writer(l.log), nil)), Now: d.Now,
		Pause: 20 * time.Millisecond, Grace: 2 * time.Second}, c.rooms())
	for _, f := range change {
		f(l.Bot)
	}
	ctx, cancel := context.WithCancel(context.Background())
	l.stop = cancel
	go func() { l.done <- l.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		select {
		case err := <-l.done:
			l.done <- err
		case <-time.After(soon):
			t.Error("Run does not end")
		}
	})
	return l
}

// run starts a bot and waits until Discord has greeted it.
func run(t testing.TB, d *discordtest.Discord, c *community, change ...func(*Bot)) *living {
	t.Helper()
	l := start(t, d, c, change...)
	d.Gateway().WaitReady(soon)
	return l
}

// end stops a bot and waits for it.
func (l *living) end(t testing.TB) error {
	t.Helper()
	l.stop()
	select {
	case err := <-l.done:
		l.done <- err
		return err
	case <-time.After(soon):
		t.Fatal("Run does not end")
		return nil
	}
}

// until waits for something that the test itself can see.
func until(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(soon); !ok(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%s: not within %v", what, soon)
		}
	}
}
