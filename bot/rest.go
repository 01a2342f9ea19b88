package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"parley/fault"
)

const (
	defaultAPI = "https://discord.com/api"
	version    = "v10"
	userAgent  = "DiscordBot (https://github.com/bwmarrin/discordgo, 0.29) Parley"
	// maxReply bounds what is read of a REST reply, in bytes; a message with everything in it is far below.
	maxReply = 4 << 20
	// patience is the longest that one attempt waits for Discord.
	patience = 10 * time.Second
	// banPause is the wait after a 429 that says nothing: Cloudflare's page, for a whole address.
	banPause = 5 * time.Second
)

// rest sends requests to Discord. It is ours and not discordgo's because discordgo makes all edits of interaction replies wait
// for one another, sleeps through a rate limit without looking at the deadline, and sends a message again after a 5xx
// without a nonce. An interaction's own routes need no bucket at all: each token has its own.
type rest struct {
	base   string
	token  string
	client *http.Client

	mu sync.Mutex
	// until says when a bucket may be used again; "" is the whole bot.
	until map[string]time.Time

	// leaving ends, by gone, when the process goes down. end is when it will have gone, and is set before.
	leaving context.Context
	gone    context.CancelFunc
	end     time.Time
}

// call is one request.
type call struct {
	method string
	// route is the path's template, for errors and logs: it names no token.
	route string
	path  string
	body  any
	// bucket groups the requests that Discord counts together, "" for those that it counts alone (an interaction's).
	bucket string
	// bot says that the bot's token is needed; without it the path holds the right.
	bot bool
	// patience bounds one attempt, 10 s where it is 0.
	patience time.Duration
	// once says that the caller waits and tries again itself.
	once bool
}

// refusal is Discord's no.
type refusal struct {
	route   string
	status  int
	code    int
	message string
}

func (r *refusal) Error() string {
	return fmt.Sprintf("%s: %d, code %d: %s", r.route, r.status, r.code, r.message)
}

// acknowledged is Discord's JSON error code for an interaction that has its first answer (topics/opcodes-and-status-codes).
const acknowledged = 40060

// refused says that err is Discord's no with that code.
func refused(err error, code int) bool {
	var r *refusal
	return errors.As(err, &r) && r.code == code
}

// final says that err is a no that the same request would get again.
func final(err error) bool {
	var r *refusal
	return errors.As(err, &r) && r.status < 500 && r.status != http.StatusTooManyRequests
}

var versioned = regexp.MustCompile(`/v\d+$`)

// newREST returns a client of the API at apiURL, which may or may not end in /api or a version.
func newREST(apiURL, token string) (*rest, error) {
	if apiURL == "" {
		apiURL = defaultAPI
	}
	u, err := url.Parse(strings.TrimRight(apiURL, "/"))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fault.New("DISCORD_API_URL is not an http or https address. Nothing was started; correct it or leave it out.", err)
	}
	if u.Path == "" {
		u.Path = "/api"
	}
	if !versioned.MatchString(u.Path) {
		u.Path += "/" + version
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 64
	r := &rest{base: u.String(), token: token, client: &http.Client{Transport: transport}, until: map[string]time.Time{}}
	r.leaving, r.gone = context.WithCancel(context.Background())
	return r, nil
}

// do sends c until Discord answers with something that will not change, or ctx ends. into gets the reply where it is not nil.
// Every call may be sent twice: acknowledging twice is refused and harmless, edits are the same edit, creates carry a nonce.
func (r *rest) do(ctx context.Context, c call, into any) error {
	body, err := json.Marshal(c.body)
	if err != nil {
		return fmt.Errorf("%s: encode: %w", c.route, err)
	}
	var last error
	for try := 0; ; try++ {
		if err := r.await(ctx, c); err != nil {
			return errors.Join(last, err)
		}
		data, wait, err := r.attempt(ctx, c, body)
		if err == nil {
			return decode(c, data, into)
		}
		if last = err; wait < 0 || c.once {
			return err
		}
		if wait == 0 {
			wait = backoff(250*time.Millisecond, 8*time.Second, try)
		}
		switch err := r.pause(ctx, wait); {
		case errors.Is(err, errStopped):
			return errors.Join(last, err)
		case err != nil:
			return last
		}
	}
}

// attempt sends c once. wait is how long Discord asks for, 0 where it asks for nothing, below 0 where trying again is of no use.
func (r *rest) attempt(ctx context.Context, c call, body []byte) (data []byte, wait time.Duration, err error) {
	limit := c.patience
	if limit == 0 {
		limit = patience
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	resp, err := r.send(ctx, c, body)
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w", c.route, withoutAddress(err))
	}
	defer resp.Body.Close()
	data, err = io.ReadAll(io.LimitReader(resp.Body, maxReply))
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		wait = r.slow(c, resp.Header, data)
		return nil, wait, &refusal{route: c.route, status: resp.StatusCode, message: "rate limited"}
	case resp.StatusCode >= 500:
		return nil, 0, &refusal{route: c.route, status: resp.StatusCode, message: "Discord has a problem"}
	case resp.StatusCode >= 400:
		return nil, -1, explain(c, resp.StatusCode, data)
	case err != nil:
		return nil, 0, fmt.Errorf("%s: read the reply: %w", c.route, err)
	}
	return data, 0, nil
}

func (r *rest) send(ctx context.Context, c call, body []byte) (*http.Response, error) {
	var content io.Reader
	if c.body != nil {
		content = bytes.NewReader(body)
	}
	req, err := http.NewRequestWithContext(ctx, c.method, r.base+c.path, content)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", userAgent)
	if c.body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if c.bot {
		req.Header.Set("Authorization", "Bot "+r.token)
	}
	return r.client.Do(req)
}

// await waits until the bucket of c, and the bot as a whole, may be used again. Interaction routes do not count to the whole.
func (r *rest) await(ctx context.Context, c call) error {
	if !c.bot {
		return ctx.Err()
	}
	r.mu.Lock()
	until := r.until[c.bucket]
	if whole := r.until[""]; whole.After(until) {
		until = whole
	}
	r.mu.Unlock()
	return r.pause(ctx, time.Until(until))
}

// leave says that the process will be gone after grace, so that nobody waits for what comes later.
func (r *rest) leave(grace time.Duration) {
	r.end = time.Now().Add(grace)
	r.gone()
}

// pause is sleep, ended with errStopped as soon as it is known that the process will not live to see its end.
func (r *rest) pause(ctx context.Context, wait time.Duration) error {
	awake := time.Now().Add(wait)
	sleeping, wake := context.WithCancelCause(ctx)
	defer wake(nil)
	defer context.AfterFunc(r.leaving, func() {
		if awake.After(r.end) {
			wake(errStopped)
		}
	})()
	err := sleep(sleeping, wait)
	if err != nil && errors.Is(context.Cause(sleeping), errStopped) {
		return errStopped
	}
	return err
}

// slow reads a 429 and holds back all that it speaks of. The wait is Discord's own, in JSON or in the header.
func (r *rest) slow(c call, h http.Header, data []byte) time.Duration {
	var body struct {
		RetryAfter float64 `json:"retry_after"`
		Global     bool    `json:"global"`
	}
	wait := banPause
	if err := json.Unmarshal(data, &body); err == nil && body.RetryAfter > 0 {
		wait = time.Duration(body.RetryAfter * float64(time.Second))
	} else if s, err := strconv.Atoi(h.Get("Retry-After")); err == nil && s > 0 {
		wait = time.Duration(s) * time.Second
	}
	if !c.bot {
		return wait
	}
	bucket := c.bucket
	if body.Global || h.Get("X-RateLimit-Scope") == "" {
		bucket = ""
	}
	r.hold(bucket, time.Now().Add(wait))
	return wait
}

// hold keeps a bucket shut until then, and forgets those that are open again.
func (r *rest) hold(bucket string, then time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := time.Now()
	for b, t := range r.until {
		if t.Before(now) {
			delete(r.until, b)
		}
	}
	if then.After(r.until[bucket]) {
		r.until[bucket] = then
	}
}

func explain(c call, status int, data []byte) error {
	var body struct {
		Code    int             `json:"code"`
		Message string          `json:"message"`
		Errors  json.RawMessage `json:"errors"`
	}
	if err := json.Unmarshal(data, &body); err != nil {
		body.Message = "no reason given"
	}
	return &refusal{route: c.route, status: status, code: body.Code, message: strings.TrimSpace(body.Message + " " + string(body.Errors))}
}

func decode(c call, data []byte, into any) error {
	if into == nil || len(data) == 0 {
		return nil
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s: decode: %w", c.route, err)
	}
	return nil
}

// withoutAddress takes the address out of a network error: an interaction's token stands in it.
func withoutAddress(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

// backoff is the wait after that many failed attempts: doubling from base to top, of which a random half is taken off, so
// that many bots that lost the same server do not come back together.
func backoff(base, top time.Duration, tries int) time.Duration {
	wait := top
	if tries < 20 {
		wait = min(top, base<<tries)
	}
	return wait/2 + rand.N(wait/2+1)
}

// sleep waits, or returns why it may not.
func sleep(ctx context.Context, wait time.Duration) error {
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < wait {
		return context.DeadlineExceeded
	}
	if wait <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(wait)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
