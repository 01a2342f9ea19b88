package llm_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"parley/llm"
	"parley/llm/llmtest"
	"parley/prompts"
)

func spent(t *testing.T, l llm.Ledger) prompts.Usage {
	t.Helper()
	u, err := l.Spent(context.Background(), time.Now().UTC().Format(time.DateOnly), prompts.Payer{})
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// TestAQueueStopsAtTheLimit: those who wait for a place look again when it is theirs.
func TestAQueueStopsAtTheLimit(t *testing.T) {
	e := llmtest.Start(t, script(t, "slow"))
	c := client(t, e, func(o *llm.Options) { o.AtOnce, o.Limits = 1, llm.Limits{All: llm.Limit{Calls: 1}} })
	var refused atomic.Int32
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if _, err := c.Write(context.Background(), prompt(t)); errors.Is(err, llm.ErrBudget) {
				refused.Add(1)
			}
		})
	}
	all.Wait()
	if n := len(e.Requests()); n != 1 || refused.Load() != 7 {
		t.Errorf("%d prompts were sent with a limit of one, %d refused", n, refused.Load())
	}
}

// TestAPromptThatIsNeverAnsweredCounts: the endpoint has it, and may have written all the same.
func TestAPromptThatIsNeverAnsweredCounts(t *testing.T) {
	for name, calls := range map[string]int{"hang": 1, "slow_drip": 1, "cut_connection_once": 2, "finish_missing": 3, "error_500_always": 0, "error_401_openai": 0, "error_200_html": 0} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ledger := llm.NewMemory()
			c := client(t, llmtest.Start(t, script(t, name)), func(o *llm.Options) { o.Ledger, o.Timeout = ledger, 2*time.Second })
			c.Write(context.Background(), prompt(t))
			if u := spent(t, ledger); u.Calls != calls || (u.In > 0) != (calls > 0) {
				t.Errorf("spent %+v, want %d calls", u, calls)
			}
		})
	}
	ledger := llm.NewMemory()
	c, err := llm.New(llm.Options{BaseURL: "http://127.0.0.1:1/v1", Model: "m", Timeout: time.Second, Ledger: ledger})
	if err != nil {
		t.Fatal(err)
	}
	if c.Write(context.Background(), prompt(t)); spent(t, ledger) != (prompts.Usage{}) {
		t.Errorf("nobody was there, and it cost %+v", spent(t, ledger))
	}
}

// TestCountsThatCannotBe neither give money back nor turn a sum over.
func TestCountsThatCannotBe(t *testing.T) {
	for _, name := range []string{"usage_negative", "usage_huge"} {
		ledger := llm.NewMemory()
		c := client(t, llmtest.Start(t, script(t, name)), func(o *llm.Options) {
			o.Ledger, o.Prices = ledger, llm.Prices{In: 1e12, Out: 1e12}
		})
		for range 4 {
			if _, err := c.Write(context.Background(), prompt(t)); err != nil {
				t.Fatal(err)
			}
		}
		if u := spent(t, ledger); u.Calls != 4 || u.In <= 0 || u.Out <= 0 || u.Micros <= 0 || u.In > 4e6 {
			t.Errorf("%s: %+v", name, u)
		}
	}
}
