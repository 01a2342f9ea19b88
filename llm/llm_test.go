package llm_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/fault"
	"parley/llm"
	"parley/llm/llmtest"
	"parley/prompts"
)

const secret = "sk-secret-of-the-operator"

func client(t *testing.T, e *llmtest.Endpoint, set func(*llm.Options)) *llm.Client {
	t.Helper()
	opt := llm.Options{BaseURL: e.URL(), Key: secret, Model: llmtest.Model, Timeout: 5 * time.Second}
	if set != nil {
		set(&opt)
	}
	c, err := llm.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func prompt(t *testing.T) prompts.Prompt {
	t.Helper()
	w, err := prompts.New()
	if err != nil {
		t.Fatal(err)
	}
	p, err := w.Write(prompts.Material{Fence: "f00d", Question: "When?", Passages: []prompts.Passage{{Key: "P1", Text: "The leak began at 3:40 in the morning."}}})
	if err != nil {
		t.Fatal(err)
	}
	p.Payer = prompts.Payer{Guild: "g", Member: "m"}
	return p
}

func script(t *testing.T, name string) llmtest.Script {
	t.Helper()
	s, err := llmtest.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWhatBecomesOfEachBehaviour(t *testing.T) {
	for _, tt := range []struct {
		script string
		err    error // nil: a reply comes
		calls  int   // requests that reach the endpoint
		says   string
	}{
		{"good", nil, 1, ""},
		{"error_401_openai", llm.ErrSettings, 1, "OPENAI_API_KEY"},
		{"error_401_llamacpp", llm.ErrSettings, 1, "OPENAI_API_KEY"},
		{"error_401_vllm", llm.ErrSettings, 1, "OPENAI_API_KEY"},
		{"error_404_openai", llm.ErrSettings, 1, "OPENAI_MODEL"},
		{"error_404_ollama", llm.ErrSettings, 1, "OPENAI_MODEL"},
		{"error_404_vllm", llm.ErrSettings, 1, "OPENAI_MODEL"},
		{"error_404_no_v1", llm.ErrSettings, 1, "OPENAI_BASE_URL"},
		{"error_200_html", llm.ErrSettings, 1, "OPENAI_BASE_URL"},
		{"error_400_context", llm.ErrCut, 1, "context"},
		{"error_429_retry_after", nil, 2, ""},
		{"error_429_bare", nil, 2, ""},
		{"error_429_retry_after_long", llm.ErrBusy, 1, "busy"},
		{"error_429_always", llm.ErrBusy, 3, "busy"},
		{"error_429_no_credit", llm.ErrSettings, 1, "credit"},
		{"error_500_once", nil, 2, ""},
		{"error_500_always", llm.ErrUnavailable, 3, "not lost"},
		{"error_500_ollama", llm.ErrUnavailable, 3, "not lost"},
		{"error_502_html", llm.ErrUnavailable, 3, "not lost"},
		{"error_503_loading", nil, 2, ""},
		{"cut_connection", llm.ErrUnavailable, 3, "not lost"},
		{"cut_connection_once", nil, 2, ""},
		{"no_schema_openai", nil, 2, ""},
		{"no_schema_ollama", nil, 2, ""},
		{"no_json_at_all_vllm", nil, 3, ""},
		{"no_max_tokens", nil, 2, ""},
		{"no_temperature", nil, 2, ""},
		{"refusal", llm.ErrRefused, 1, "declined"},
		{"filter", llm.ErrRefused, 1, "declined"},
		{"tool_call", llm.ErrRefused, 1, "declined"},
		{"finish_length", llm.ErrCut, 1, "incomplete"},
		{"finish_missing", llm.ErrUnavailable, 3, "not lost"},
		{"prompt_cut_silently", llm.ErrCut, 1, "context"},
		{"empty", llm.ErrCut, 3, "incomplete"},
		{"blank", llm.ErrCut, 3, "incomplete"},
		{"slow", nil, 1, ""},
		{"error_404_wrong_path_llamacpp", llm.ErrSettings, 1, "OPENAI_BASE_URL"},
		{"reply_unfit_llamacpp", llm.ErrCut, 1, "incomplete"},
		{"reply_unfit_hosted", llm.ErrCut, 1, "incomplete"},
		{"no_schema_fastapi", nil, 2, ""},
		{"long_2m", llm.ErrCut, 1, "incomplete"},
		{"thinking_aloud", nil, 1, ""},
		{"thinking_without_room", nil, 2, ""},
		{"thinking_for_ever", llm.ErrCut, 2, "incomplete"},
	} {
		for _, stream := range []bool{false, true} {
			name := tt.script
			if stream {
				name += "_streamed"
			}
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				e := llmtest.Start(t, script(t, tt.script))
				reply, err := client(t, e, func(o *llm.Options) { o.Stream = stream }).Write(context.Background(), prompt(t))
				if !errors.Is(err, tt.err) {
					t.Fatalf("error %v, want %v", err, tt.err)
				}
				if err == nil && !strings.Contains(reply.Text, `"verdict"`) {
					t.Errorf("reply %q", reply.Text)
				}
				if say, _ := fault.Say(err); err != nil && !strings.Contains(say, tt.says) {
					t.Errorf("says %q, which lacks %q", say, tt.says)
				}
				if n := len(e.Requests()); n != tt.calls && !stream { // a stream that is cut has been read by its finish
					t.Errorf("%d requests, want %d", n, tt.calls)
				}
			})
		}
	}
}

func TestTheTimeLimitHolds(t *testing.T) {
	for _, name := range []string{"hang", "slow_drip"} {
		for _, stream := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				e := llmtest.Start(t, script(t, name))
				c := client(t, e, func(o *llm.Options) { o.Timeout, o.Stream = 300*time.Millisecond, stream })
				start := time.Now()
				_, err := c.Write(context.Background(), prompt(t))
				if took := time.Since(start); !errors.Is(err, llm.ErrSlow) || took > 800*time.Millisecond {
					t.Errorf("%v after %v", err, took)
				}
			})
		}
	}
}

func TestAnAskerWhoIsGoneEndsTheRequest(t *testing.T) {
	e := llmtest.Start(t, script(t, "hang"))
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, cancel)
	start := time.Now()
	if _, err := client(t, e, nil).Write(ctx, prompt(t)); err == nil || time.Since(start) > time.Second {
		t.Errorf("%v after %v", err, time.Since(start))
	}
}

func TestWhatAnEndpointLacksIsFoundOutOnce(t *testing.T) {
	for name, after := range map[string]string{"no_schema_openai": "json_object", "no_json_at_all_vllm": "", "no_max_tokens": "json_schema", "no_temperature": "json_schema"} {
		t.Run(name, func(t *testing.T) {
			e := llmtest.Start(t, script(t, name))
			c := client(t, e, nil)
			for range 2 {
				if _, err := c.Write(context.Background(), prompt(t)); err != nil {
					t.Fatal(err)
				}
			}
			first := len(e.Requests())
			if _, err := c.Write(context.Background(), prompt(t)); err != nil {
				t.Fatal(err)
			}
			all := e.Requests()
			if len(all) != first+1 {
				t.Errorf("%d requests for one prompt: what was found out is forgotten", len(all)-first)
			}
			last := all[len(all)-1]
			if last.ResponseFormat.Type != after {
				t.Errorf("format %q, want %q", last.ResponseFormat.Type, after)
			}
			if name == "no_max_tokens" && (last.MaxTokens != 0 || last.NewMaxTokens == 0) {
				t.Errorf("tokens %d and %d", last.MaxTokens, last.NewMaxTokens)
			}
		})
	}
}

// TestAModelThatThinksIsGivenRoom, once it is known to think; what it thought in vain is paid as well.
func TestAModelThatThinksIsGivenRoom(t *testing.T) {
	ledger, e := llm.NewMemory(), llmtest.Start(t, script(t, "thinking_without_room"))
	c, p := client(t, e, func(o *llm.Options) { o.Ledger = ledger }), prompt(t)
	for range 2 {
		if _, err := c.Write(context.Background(), p); err != nil {
			t.Fatal(err)
		}
	}
	var room []int
	for _, r := range e.Requests() {
		room = append(room, r.MaxTokens)
	}
	if len(room) != 3 || room[0] != p.MaxTokens || room[1] <= 2*p.MaxTokens || room[2] != room[1] {
		t.Errorf("tokens allowed: %v", room)
	}
	if u := spent(t, ledger); u.Calls != 3 {
		t.Errorf("spent %+v", u)
	}
}

func TestTheRequestIsWhatStrictServersTake(t *testing.T) {
	e := llmtest.Start(t, script(t, "good"))
	p := prompt(t)
	if _, err := client(t, e, nil).Write(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	r := e.Requests()[0]
	if r.Auth != "Bearer "+secret || r.Model != llmtest.Model || r.MaxTokens != p.MaxTokens {
		t.Errorf("request %+v", r)
	}
	if !r.ResponseFormat.Schema.Strict || string(r.ResponseFormat.Schema.Schema) != string(p.Schema) {
		t.Errorf("schema %s", r.ResponseFormat.Schema.Schema)
	}
	if r.Temperature == nil || *r.Temperature > 1e-5 || *r.Temperature < 1e-7 {
		t.Errorf("temperature %v: nothing would mean the server's own", r.Temperature)
	}
	if r.Messages[0].Role != "system" || r.Messages[0].Content != p.System || r.Messages[1].Role != "user" {
		t.Errorf("messages %+v", r.Messages)
	}
}

// TestModelsWithAnotherRequestAreAsked holds that the names for which go-openai refuses a request by itself are served.
func TestModelsWithAnotherRequestAreAsked(t *testing.T) {
	for _, model := range []string{"gpt-5-mini", "o3-mini", "o1", "gpt-4.1-mini", "qwen3:4b"} {
		e := llmtest.Start(t, script(t, "good"))
		c := client(t, e, func(o *llm.Options) { o.Model = model })
		if _, err := c.Write(context.Background(), prompt(t)); err != nil {
			t.Errorf("%s: %v", model, err)
		}
	}
}

func TestNoErrorHoldsASecret(t *testing.T) {
	echo := llmtest.Script{Name: "echo", Steps: []llmtest.Step{{Do: "raw", Status: 400, Body: `{"error":{"message":"bad key ` + secret + ` and hunter2 and b3BlcmF0b3I6aHVudGVyMg==","type":"x"}}`}}}
	scripts, err := llmtest.Scripts()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(scripts, echo) {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			e := llmtest.Start(t, s)
			base := strings.Replace(e.URL(), "http://", "http://operator:hunter2@", 1)
			c := client(t, e, func(o *llm.Options) { o.BaseURL, o.Timeout = base, 400*time.Millisecond })
			_, err := c.Write(context.Background(), prompt(t))
			if err == nil {
				return
			}
			for _, hidden := range []string{secret, "hunter2", "b3BlcmF0b3I6", "sk-secre"} {
				if strings.Contains(err.Error(), hidden) {
					t.Errorf("%q stands in: %v", hidden, err)
				}
			}
		})
	}
}

func TestAnEndpointThatIsDownIsLeftAlone(t *testing.T) {
	e := llmtest.Start(t, script(t, "error_500_always"))
	c := client(t, e, func(o *llm.Options) { o.Timeout = 30 * time.Second })
	for range 2 {
		c.Write(context.Background(), prompt(t))
	}
	before := len(e.Requests())
	start := time.Now()
	if _, err := c.Write(context.Background(), prompt(t)); !errors.Is(err, llm.ErrUnavailable) {
		t.Errorf("error %v", err)
	}
	if n := len(e.Requests()) - before; n != 0 || time.Since(start) > 200*time.Millisecond {
		t.Errorf("%d requests to an endpoint that failed %d times in a row, after %v", n, before, time.Since(start))
	}
}

func TestAtMostSoManyAtOnce(t *testing.T) {
	s := script(t, "slow")
	s.Steps[0].Wait = 150 * time.Millisecond
	e := llmtest.Start(t, s)
	c := client(t, e, func(o *llm.Options) { o.AtOnce = 2 })
	start := time.Now()
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			if _, err := c.Write(context.Background(), prompt(t)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if took := time.Since(start); took < 440*time.Millisecond {
		t.Errorf("six prompts of 150 ms took %v: more than two ran at once", took)
	}
}

func TestLimitsOfTheDay(t *testing.T) {
	now := time.Date(2031, 5, 14, 23, 59, 0, 0, time.UTC)
	for name, tt := range map[string]struct {
		limits llm.Limits
		other  prompts.Payer // who may still ask
		says   string
	}{
		"operator": {llm.Limits{All: llm.Limit{Calls: 1}}, prompts.Payer{}, "Today's"},
		"guild":    {llm.Limits{Guild: llm.Limit{Tokens: 10}}, prompts.Payer{Guild: "other", Member: "m"}, "community"},
		"member":   {llm.Limits{Member: llm.Limit{Micros: 1}}, prompts.Payer{Guild: "g", Member: "other"}, "Your"},
	} {
		t.Run(name, func(t *testing.T) {
			clock := now
			e := llmtest.Start(t, script(t, "good"))
			c := client(t, e, func(o *llm.Options) {
				o.Limits, o.Prices, o.Now = tt.limits, llm.Prices{In: 150_000, Out: 600_000}, func() time.Time { return clock }
			})
			p := prompt(t)
			if _, err := c.Write(context.Background(), p); err != nil {
				t.Fatal(err)
			}
			_, err := c.Write(context.Background(), p)
			if say, _ := fault.Say(err); !errors.Is(err, llm.ErrBudget) || !strings.Contains(say, tt.says) || len(e.Requests()) != 1 {
				t.Errorf("%v after %d requests", err, len(e.Requests()))
			}
			if tt.other != (prompts.Payer{}) {
				p.Payer = tt.other
				if _, err := c.Write(context.Background(), p); err != nil {
					t.Errorf("somebody else: %v", err)
				}
			}
			clock = clock.Add(time.Minute)
			if _, err := c.Write(context.Background(), prompt(t)); err != nil {
				t.Errorf("on the next day: %v", err)
			}
		})
	}
}

// TestTheOperatorsLimitHoldsForNobodysPrompt: also where a member's limit is the same.
func TestTheOperatorsLimitHoldsForNobodysPrompt(t *testing.T) {
	e := llmtest.Start(t, script(t, "good"))
	one := llm.Limit{Calls: 1}
	c := client(t, e, func(o *llm.Options) { o.Limits = llm.Limits{All: one, Guild: one, Member: one} })
	p := prompt(t)
	p.Payer = prompts.Payer{}
	for i, want := range []error{nil, llm.ErrBudget} {
		if _, err := c.Write(context.Background(), p); !errors.Is(err, want) {
			t.Errorf("prompt %d: %v", i+1, err)
		}
	}
}

func TestUsageIsCountedAndPriced(t *testing.T) {
	ledger := llm.NewMemory()
	s := script(t, "good")
	s.Steps[0].Read, s.Steps[0].Cached = 2000, 500
	e := llmtest.Start(t, s)
	c := client(t, e, func(o *llm.Options) {
		o.Ledger, o.Prices = ledger, llm.Prices{In: 1_000_000, Cached: 100_000, Out: 2_000_000}
	})
	reply, err := c.Write(context.Background(), prompt(t))
	if err != nil {
		t.Fatal(err)
	}
	u := reply.Usage
	if u.Calls != 1 || u.In != 2000 || u.Cached != 500 || u.Out == 0 || u.Micros != 1500+50+2*int64(u.Out) || u.Took <= 0 {
		t.Errorf("usage %+v", u)
	}
	u.Took = 0
	for _, by := range []prompts.Payer{{}, {Guild: "g"}, {Guild: "g", Member: "m"}} {
		got, _ := ledger.Spent(context.Background(), time.Now().UTC().Format(time.DateOnly), by)
		if got.Took = 0; got != u {
			t.Errorf("%+v: %+v, want %+v", by, got, u)
		}
	}
}

func TestReplyThatIsCutCostsAllTheSame(t *testing.T) {
	ledger := llm.NewMemory()
	e := llmtest.Start(t, script(t, "finish_length"))
	c := client(t, e, func(o *llm.Options) { o.Ledger = ledger })
	if _, err := c.Write(context.Background(), prompt(t)); !errors.Is(err, llm.ErrCut) {
		t.Fatal(err)
	}
	if got, _ := ledger.Spent(context.Background(), time.Now().UTC().Format(time.DateOnly), prompts.Payer{}); got.Calls != 1 || got.In == 0 {
		t.Errorf("usage %+v", got)
	}
}

type brokenLedger struct{}

func (brokenLedger) Spent(context.Context, string, prompts.Payer) (prompts.Usage, error) {
	return prompts.Usage{}, errors.New("disk gone")
}
func (brokenLedger) Spend(context.Context, string, prompts.Payer, prompts.Usage) error {
	return errors.New("disk gone")
}

func TestALedgerThatCannotBeReadSpendsNothing(t *testing.T) {
	e := llmtest.Start(t, script(t, "good"))
	c := client(t, e, func(o *llm.Options) { o.Ledger, o.Limits = brokenLedger{}, llm.Limits{All: llm.Limit{Calls: 9}} })
	if _, err := c.Write(context.Background(), prompt(t)); err == nil || len(e.Requests()) != 0 {
		t.Errorf("%v, %d requests", err, len(e.Requests()))
	}
}

func TestNewRefusesWhatCannotWork(t *testing.T) {
	for name, opt := range map[string]llm.Options{
		"no model": {BaseURL: "http://localhost/v1"}, "no scheme": {BaseURL: "localhost:11434/v1", Model: "m"}, "file": {BaseURL: "file:///v1", Model: "m"},
		"too far": {BaseURL: "http://localhost/v1/chat/completions/", Model: "m"}, "a query": {BaseURL: "http://localhost/v1?api-version=1", Model: "m"},
	} {
		_, err := llm.New(opt)
		if _, ok := fault.Say(err); !ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCheck(t *testing.T) {
	e := llmtest.Start(t, script(t, "good"))
	if line, err := client(t, e, nil).Check(context.Background()); err != nil || !strings.Contains(line, "has the model") {
		t.Errorf("%q, %v", line, err)
	}
	if line, err := client(t, e, func(o *llm.Options) { o.Model = "other" }).Check(context.Background()); err != nil || !strings.Contains(line, "does not list") {
		t.Errorf("%q, %v", line, err)
	}
	bad := llmtest.Start(t, script(t, "error_401_openai"))
	if _, err := client(t, bad, nil).Check(context.Background()); !errors.Is(err, llm.ErrSettings) {
		t.Error(err)
	}
}
