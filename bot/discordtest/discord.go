// Package discordtest is a Discord for tests: real HTTP, a real websocket, and Discord's rules about both.
// It stands in for one application with its bot; it is imported by tests only, and it judges requests, never what an answer says.
//
// A test makes one with New, gives URL and Token to the bot, and plays the people: Slash, Button, Mention, ModalSubmit.
// What Discord would refuse is refused with Discord's codes. What a bot should not have sent is also written down as a
// problem, and every problem fails the test at its end unless ExpectProblem foretold it.
//
// Deadlines (3 seconds, 15 minutes, nonces) follow the fake's own clock, which stands still until Advance moves it.
// Timeouts of the Wait methods, scripted delays and Retry-After are wall time, for the bot really waits for them.
package discordtest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// Epoch is where the clock of a fake stands until the test moves it.
var Epoch = time.Date(2031, time.March, 12, 9, 0, 0, 0, time.UTC)

// Discord is the fake. Its methods may be called from any goroutine.
type Discord struct {
	t      testing.TB
	server *httptest.Server
	ended  chan struct{}
	schema *schema

	mu       sync.Mutex
	changed  chan struct{} // closed and replaced whenever anything happens
	now      time.Time
	running  time.Time // wall time at which a running clock stood at now; zero for a clock that stands still
	serial   uint64
	token    string
	app      *User
	users    map[string]*User
	guilds   map[string]*Guild
	channels map[string]*Channel
	messages map[string]*Message
	order    []*Message
	actions  []*Interaction
	commands map[string][]Command // by guild id, "" for global ones
	files    map[string]*Attachment
	requests []*Request
	faults   []*scripted
	problems []string
	expected []string
	gateway  *Gateway
}

// Option changes a new fake before it serves.
type Option func(*Discord)

// At sets the clock.
func At(now time.Time) Option { return func(d *Discord) { d.now = now } }

// Running makes the clock run with the wall clock, for benchmarks and for tests of real latency.
func Running() Option { return func(d *Discord) { d.running = time.Now() } }

// WithToken sets the only bot token that is accepted.
func WithToken(token string) Option { return func(d *Discord) { d.token = token } }

// New starts a fake that stops at the end of the test and then fails it for every problem that was not expected.
func New(t testing.TB, options ...Option) *Discord {
	t.Helper()
	d := &Discord{
		t: t, now: Epoch, token: "a-token-for-tests", changed: make(chan struct{}), ended: make(chan struct{}), schema: loadSchema(t),
		users: map[string]*User{}, guilds: map[string]*Guild{}, channels: map[string]*Channel{},
		messages: map[string]*Message{}, commands: map[string][]Command{}, files: map[string]*Attachment{},
	}
	for _, o := range options {
		o(d)
	}
	d.app = &User{ID: d.snowflake(), Name: "parley", Display: "Parley", Bot: true}
	d.users[d.app.ID] = d.app
	d.gateway = newGateway(d)
	d.server = httptest.NewServer(http.HandlerFunc(d.serve))
	d.gateway.base = "ws" + strings.TrimPrefix(d.server.URL, "http")
	t.Cleanup(d.close)
	return d
}

func (d *Discord) close() {
	close(d.ended)
	stuck := time.AfterFunc(patience, d.server.CloseClientConnections)
	d.server.Close() // waits for requests under way, so that the bot hears their answers
	stuck.Stop()
	d.gateway.shut()
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, line := range d.verdict() {
		d.t.Error(line)
	}
}

// verdict is what the end of the test complains about.
func (d *Discord) verdict() []string {
	var lines []string
	seen := make([]bool, len(d.expected))
	for _, p := range d.problems {
		known := false
		for i, e := range d.expected {
			if strings.Contains(p, e) {
				seen[i], known = true, true
			}
		}
		if !known {
			lines = append(lines, "discordtest: "+p)
		}
	}
	for i, ok := range seen {
		if !ok {
			lines = append(lines, fmt.Sprintf("discordtest: the problem %q was expected and never came", d.expected[i]))
		}
	}
	return lines
}

// URL is the base of the REST API, with its version, to be given as DISCORD_API_URL. Versions 9 and 10 are served.
func (d *Discord) URL() string { return d.server.URL + "/api/v10" }

// Token is the bot token that the fake accepts.
func (d *Discord) Token() string { return d.token }

// App is the bot's own user; its id is the application's id as well.
func (d *Discord) App() *User { return d.app }

// Gateway scripts the websocket.
func (d *Discord) Gateway() *Gateway { return d.gateway }

// Now is the fake's time, in UTC. It is fit to be the bot's clock.
func (d *Discord) Now() time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.clock()
}

func (d *Discord) clock() time.Time {
	if d.running.IsZero() {
		return d.now
	}
	return d.now.Add(time.Since(d.running))
}

// Advance moves the clock forward.
func (d *Discord) Advance(by time.Duration) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.now = d.now.Add(by)
	d.touch()
}

// Problems are what the bot should not have done, oldest first, one line each.
func (d *Discord) Problems() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]string(nil), d.problems...)
}

// ExpectProblem foretells problems whose line contains part. They do not fail the test; their absence does.
func (d *Discord) ExpectProblem(part string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.expected = append(d.expected, part)
}

func (d *Discord) problem(format string, args ...any) {
	d.problems = append(d.problems, fmt.Sprintf(format, args...))
	d.touch()
}

func (d *Discord) touch() {
	close(d.changed)
	d.changed = make(chan struct{})
}

// await waits in wall time until cond, called under the lock, is true.
func (d *Discord) await(timeout time.Duration, cond func() bool) bool {
	limit := time.NewTimer(timeout)
	defer limit.Stop()
	for {
		d.mu.Lock()
		ok, changed := cond(), d.changed
		d.mu.Unlock()
		if ok {
			return true
		}
		select {
		case <-changed:
		case <-limit.C:
			return false
		}
	}
}

// snowflake makes an id whose upper bits are the fake's time, as Discord's are.
func (d *Discord) snowflake() string {
	const discordEpoch = 1420070400000 // milliseconds, from reference.mdx "Snowflakes"
	d.serial++
	ms := uint64(d.clock().UnixMilli() - discordEpoch)
	return fmt.Sprint(ms<<22 + d.serial)
}
