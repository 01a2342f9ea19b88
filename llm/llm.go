// Package llm sends one prompt to an endpoint that speaks OpenAI's chat completions, and brings back a complete reply or says why
// there is none. It knows nothing about news.
package llm

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/sashabaranov/go-openai"

	"parley/fault"
	"parley/prompts"
)

// Defaults, for what Options leaves zero.
const (
	DefaultBaseURL = "https://api.openai.com/v1"
	DefaultTimeout = 20 * time.Second
	DefaultAtOnce  = 4
)

// Options say which endpoint and model, and how far to go. The zero value of a field is its default.
type Options struct {
	// BaseURL is the address before "/chat/completions", mostly ending in /v1.
	BaseURL string
	// Key is sent as a bearer token; local servers need none.
	Key string
	// Model is required.
	Model string
	// Timeout bounds one prompt with all its attempts and its waiting.
	Timeout time.Duration
	// AtOnce is how many prompts are sent at the same time; more wait, within their time limit.
	AtOnce int
	// Stream asks for the reply piece by piece, for gateways that cut connections which are silent for long.
	Stream bool
	Prices Prices
	Limits Limits
	// Ledger keeps what was spent; in memory where nil, so that a restart forgets it.
	Ledger Ledger
	// Now is the clock; time.Now where nil.
	Now func() time.Time
	// Log hears what nobody can act on at once; nothing where nil.
	Log *slog.Logger
}

// Client sends prompts to one model of one endpoint. It is safe for many goroutines.
type Client struct {
	opt     Options
	api     *openai.Client
	guard   *guard
	dialect dialects
	secrets []string
}

// New returns a Client. It fails where the model's name is missing or the address is none; it sends nothing.
func New(opt Options) (*Client, error) {
	opt = opt.withDefaults()
	if opt.Model == "" {
		return nil, fault.New("No model is named; set OPENAI_MODEL.", nil)
	}
	base, err := url.Parse(opt.BaseURL)
	switch {
	case err != nil || base.Scheme != "http" && base.Scheme != "https" || base.Host == "":
		return nil, fault.New("OPENAI_BASE_URL is no http or https address; it mostly ends in /v1.", nil)
	case base.RawQuery != "" || base.Fragment != "":
		return nil, fault.New("OPENAI_BASE_URL has a ? or a #, and nothing may stand behind the path; it mostly ends in /v1.", nil)
	case strings.HasSuffix(strings.TrimRight(base.Path, "/"), "/chat/completions"):
		return nil, fault.New("OPENAI_BASE_URL goes too far; leave out /chat/completions, which is added.", nil)
	}
	c := &Client{opt: opt, guard: newGuard(opt.AtOnce)}
	c.secrets = secretsOf(opt.Key, base)
	cfg := openai.DefaultConfig(opt.Key)
	cfg.BaseURL = strings.TrimRight(opt.BaseURL, "/")
	cfg.HTTPClient = &http.Client{Transport: newWire(), CheckRedirect: stay}
	c.api = openai.NewClientWithConfig(cfg)
	return c, nil
}

func (o Options) withDefaults() Options {
	o.BaseURL, o.Key, o.Model = strings.TrimSpace(o.BaseURL), strings.TrimSpace(o.Key), strings.TrimSpace(o.Model) // as files of secrets end in a line end
	if o.BaseURL == "" {
		o.BaseURL = DefaultBaseURL
	}
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.AtOnce <= 0 {
		o.AtOnce = DefaultAtOnce
	}
	if o.Ledger == nil {
		o.Ledger = NewMemory()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

// Model is the name under which replies are asked for.
func (c *Client) Model() string { return c.opt.Model }

// Write sends the prompt and returns the complete reply. The error is one of the sentinels of this package, with a line for the
// person; it holds no key. What a failed prompt cost is in the Reply's Usage all the same.
func (c *Client) Write(ctx context.Context, p prompts.Prompt) (prompts.Reply, error) {
	start := c.opt.Now()
	if err := c.afford(ctx, p.Payer); err != nil {
		return prompts.Reply{}, c.explain(ctx, err)
	}
	ctx, cancel := context.WithTimeout(ctx, c.opt.Timeout)
	defer cancel()
	var spent prompts.Usage
	reply, err := c.guard.run(ctx, func() (prompts.Reply, error) {
		r, err := c.paid(ctx, p)
		spent = spent.Plus(r.Usage)
		return r, err
	})
	reply.Usage = spent
	reply.Usage.Took = c.opt.Now().Sub(start)
	if err != nil {
		return reply, c.explain(ctx, err)
	}
	return reply, nil
}

// paid sends the prompt and writes down what it cost, all in its place among those sent at once: whoever waited for a place looks
// again at what the others have spent meanwhile, so that no queue goes beyond a limit.
func (c *Client) paid(ctx context.Context, p prompts.Prompt) (prompts.Reply, error) {
	if err := c.afford(ctx, p.Payer); err != nil {
		return prompts.Reply{}, err
	}
	start := c.opt.Now()
	reply, err := c.adapt(ctx, p)
	used := reply.Usage
	used.Took = c.opt.Now().Sub(start)
	c.account(ctx, p.Payer, used)
	return reply, err
}

// Check asks the endpoint for its models and says in one line what it found: for an operator who tests the settings.
func (c *Client) Check(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, c.opt.Timeout)
	defer cancel()
	list, err := c.api.ListModels(ctx)
	if err != nil {
		return "", c.diagnose(ctx, c.classify(err, 0))
	}
	for _, m := range list.Models {
		if m.ID == c.opt.Model {
			return fmt.Sprintf("the endpoint answers and has the model %s", c.opt.Model), nil
		}
	}
	return fmt.Sprintf("the endpoint answers but does not list %s among its %d models; it may still serve it", c.opt.Model, len(list.Models)), nil
}
