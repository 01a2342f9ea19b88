package llm

import (
	"context"
	"sync"
	"time"

	"github.com/sashabaranov/go-openai"

	"parley/prompts"
)

// Prices are in millionths of the operator's currency for a million tokens: 150000 is 0.15. Zero is free, or not known.
type Prices struct{ In, Cached, Out int64 }

// Limit bounds what is spent in one UTC day. A zero field has no bound. What is on its way when the limit is reached may go
// beyond it, so by Options.AtOnce prompts at most.
type Limit struct {
	Calls  int
	Tokens int
	Micros int64
}

// Limits are those of a day: the operator's over all, a guild's, a member's in a guild.
type Limits struct{ All, Guild, Member Limit }

// Ledger keeps what was spent. An empty field of the payer stands for everybody.
type Ledger interface {
	// Spent returns what was spent on a UTC day, written 2006-01-02.
	Spent(ctx context.Context, day string, by prompts.Payer) (prompts.Usage, error)
	// Spend adds to the payer's day; it then counts for the guild's and for everybody's as well.
	Spend(ctx context.Context, day string, by prompts.Payer, u prompts.Usage) error
}

func (l Limit) reached(u prompts.Usage) bool {
	return l.Calls > 0 && u.Calls >= l.Calls || l.Tokens > 0 && u.In+u.Out >= l.Tokens || l.Micros > 0 && u.Micros >= l.Micros
}

// afford refuses before anything is sent where a limit of the day is reached.
func (c *Client) afford(ctx context.Context, by prompts.Payer) error {
	for _, account := range []struct {
		limit Limit
		by    prompts.Payer
		named bool
		whose string
	}{
		{c.opt.Limits.All, prompts.Payer{}, true, "Today's budget"},
		{c.opt.Limits.Guild, prompts.Payer{Guild: by.Guild}, by.Guild != "", "This community's budget for today"},
		{c.opt.Limits.Member, by, by.Member != "", "Your budget for today"},
	} {
		if account.limit == (Limit{}) || !account.named {
			continue
		}
		spent, err := c.opt.Ledger.Spent(ctx, c.day(), account.by)
		if err != nil {
			return &failure{kind: ErrUnavailable, detail: "ledger: " + err.Error(), say: "What the model has cost today cannot be read, so it is not asked."}
		}
		if account.limit.reached(spent) {
			return &failure{kind: ErrBudget, detail: "nothing was sent", say: account.whose + " for the model is used up; it is new at midnight UTC."}
		}
	}
	return nil
}

// account writes down what a prompt cost, also where the asker is gone by now.
func (c *Client) account(ctx context.Context, by prompts.Payer, u prompts.Usage) {
	if u.Calls == 0 {
		return
	}
	if err := c.opt.Ledger.Spend(context.WithoutCancel(ctx), c.day(), by, u); err != nil {
		c.opt.Log.Error("what the model cost could not be written down", "guild", by.Guild, "tokens", u.In+u.Out, "err", err)
	}
}

func (c *Client) day() string { return c.opt.Now().UTC().Format(time.DateOnly) }

// usage prices what a response says that it took. Where it does not say, it is estimated, so that limits hold.
func (c *Client) usage(u openai.Usage, p prompts.Prompt, text string) prompts.Usage {
	in, out := believable(u.PromptTokens), believable(u.CompletionTokens)
	if in == 0 && out == 0 {
		if text == "" {
			return prompts.Usage{}
		}
		return c.estimate(p, text)
	}
	used := prompts.Usage{Calls: 1, In: in, Out: out}
	if u.PromptTokensDetails != nil {
		used.Cached = min(believable(u.PromptTokensDetails.CachedTokens), in)
	}
	return c.priced(used)
}

// mostTokens is more than any endpoint reads or writes for one prompt of ours; one that says more is broken, and must not turn a day's
// sum over.
const mostTokens = 1_000_000

func believable(tokens int) int { return max(0, min(tokens, mostTokens)) }

// estimate is what a prompt and its reply cost by our own count, which is rather high.
func (c *Client) estimate(p prompts.Prompt, text string) prompts.Usage {
	return c.priced(prompts.Usage{Calls: 1, In: p.Tokens(), Out: prompts.Tokens(text)})
}

func (c *Client) priced(u prompts.Usage) prompts.Usage {
	price := c.opt.Prices
	if price.Cached == 0 {
		price.Cached = price.In
	}
	u.Micros = (int64(u.In-u.Cached)*price.In + int64(u.Cached)*price.Cached + int64(u.Out)*price.Out) / 1e6
	return u
}

// Memory is a Ledger that forgets everything at the end of the program, and a day when the next but one begins.
type Memory struct {
	mu   sync.Mutex
	days map[string]map[prompts.Payer]prompts.Usage
}

// NewMemory returns an empty ledger.
func NewMemory() *Memory { return &Memory{days: map[string]map[prompts.Payer]prompts.Usage{}} }

// Spent never fails.
func (m *Memory) Spent(_ context.Context, day string, by prompts.Payer) (prompts.Usage, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.days[day][by], nil
}

// Spend never fails.
func (m *Memory) Spend(_ context.Context, day string, by prompts.Payer, u prompts.Usage) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.days[day] == nil {
		m.forget(day)
		m.days[day] = map[prompts.Payer]prompts.Usage{}
	}
	seen := map[prompts.Payer]bool{}
	for _, p := range []prompts.Payer{{}, {Guild: by.Guild}, by} {
		if !seen[p] {
			seen[p] = true
			m.days[day][p] = m.days[day][p].Plus(u)
		}
	}
	return nil
}

// forget drops all days but the newest before day.
func (m *Memory) forget(day string) {
	newest := ""
	for d := range m.days {
		if d < day {
			newest = max(newest, d)
		}
	}
	for d := range m.days {
		if d < newest {
			delete(m.days, d)
		}
	}
}
