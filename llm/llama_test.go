package llm_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"parley/fault"
	"parley/llm"
	"parley/llm/llmtest"
	"parley/prompts"
)

// talkative is a model of noise that comes to an end, with sentences.
const talkative = 1

func llamaClient(t *testing.T, l *llmtest.Llama, set func(*llm.Options)) *llm.Client {
	t.Helper()
	opt := llm.Options{BaseURL: l.URL(), Key: llmtest.LlamaKey, Model: "noise", Timeout: 20 * time.Second}
	if set != nil {
		set(&opt)
	}
	c, err := llm.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// longPrompt holds so many sentences of passages.
func longPrompt(t *testing.T, question string, sentences int) prompts.Prompt {
	t.Helper()
	w, err := prompts.New()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("The lamp on the pier burned through the whole of that night. ", sentences)
	p, err := w.Write(prompts.Material{Fence: "f00d", Question: question, Passages: []prompts.Passage{{Key: "P1", Text: text}}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestARealServer asks llama-server: a reply has the schema's shape, or is cut and said to be; what it cost is the server's own count.
func TestARealServer(t *testing.T) {
	l := llmtest.StartLlama(t, 16384, talkative)
	for _, stream := range []bool{false, true} {
		t.Run(fmt.Sprintf("stream %t", stream), func(t *testing.T) {
			c := llamaClient(t, l, func(o *llm.Options) { o.Stream = stream })
			whole := 0
			for n := range 8 {
				p := longPrompt(t, fmt.Sprintf("Did lamp %d burn?", n), 5)
				reply, err := c.Write(context.Background(), p)
				if err != nil {
					if !errors.Is(err, llm.ErrCut) && !(stream && errors.Is(err, llm.ErrUnavailable)) {
						t.Errorf("prompt %d: %v", n, err)
					}
					continue
				}
				whole++
				var shape struct {
					Verdict   string
					Sentences []any
				}
				if err := json.Unmarshal([]byte(reply.Text), &shape); err != nil || shape.Verdict == "" || shape.Sentences == nil {
					t.Errorf("prompt %d: the schema was not held: %q, %v", n, reply.Text, err)
				}
				if u := reply.Usage; u.In < len(p.System)/9 || u.In > len(p.System)+len(p.Turns[0].Text)+100 || u.Out < 10 || u.Out > p.MaxTokens {
					t.Errorf("prompt %d: usage %+v", n, u)
				}
			}
			t.Logf("%d of 8 replies were whole", whole)
		})
	}
}

// TestARealServerRefuses what ours are to understand: a wrong key, a prompt too long, an address without /v1.
func TestARealServerRefuses(t *testing.T) {
	l := llmtest.StartLlama(t, 2048, talkative)
	for name, tt := range map[string]struct {
		set       func(*llm.Options)
		sentences int
		err       error
		says      string
	}{
		"key":     {func(o *llm.Options) { o.Key = "sk-another-key" }, 1, llm.ErrSettings, "OPENAI_API_KEY"},
		"address": {func(o *llm.Options) { o.BaseURL = strings.TrimSuffix(l.URL(), "v1") + "api" }, 1, llm.ErrSettings, "OPENAI_BASE_URL"},
		"context": {nil, 400, llm.ErrCut, "context"},
	} {
		t.Run(name, func(t *testing.T) {
			c := llamaClient(t, l, tt.set)
			_, err := c.Write(context.Background(), longPrompt(t, "Did it burn?", tt.sentences))
			if say, _ := fault.Say(err); !errors.Is(err, tt.err) || !strings.Contains(say, tt.says) {
				t.Errorf("%v", err)
			}
		})
	}
	line, err := llamaClient(t, l, nil).Check(context.Background())
	if err != nil || !strings.Contains(line, "the endpoint answers") {
		t.Errorf("%q, %v", line, err)
	}
	if _, err := llamaClient(t, l, func(o *llm.Options) { o.Key = "" }).Check(context.Background()); !errors.Is(err, llm.ErrSettings) {
		t.Errorf("without a key: %v", err)
	}
}

// TestARealServerIsKilled while it reads a prompt of some thousand tokens.
func TestARealServerIsKilled(t *testing.T) {
	l := llmtest.StartLlama(t, 32768, talkative)
	time.AfterFunc(300*time.Millisecond, l.Kill)
	start := time.Now()
	_, err := llamaClient(t, l, nil).Write(context.Background(), longPrompt(t, "Did it burn?", 800))
	if took := time.Since(start); !errors.Is(err, llm.ErrUnavailable) || took > 5*time.Second {
		t.Errorf("%v after %v", err, took)
	}
}
