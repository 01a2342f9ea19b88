package llm

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptrace"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/sashabaranov/go-openai"

	"parley/prompts"
)

// almostZero stands for temperature 0, which go-openai leaves out of the request; smaller values crash some servers.
const almostZero = 1e-6

// attempt sends the prompt once. A reply counts only with a finish_reason: bodies also just end.
func (c *Client) attempt(ctx context.Context, p prompts.Prompt, d dialect) (prompts.Reply, error) {
	told := &told{now: c.opt.Now}
	ctx = told.trace(context.WithValue(ctx, toldKey{}, told))
	send := c.whole
	if c.opt.Stream {
		send = c.streamed
	}
	got, err := send(ctx, c.request(p, d))
	reply := prompts.Reply{Text: c.without(got.text, leastKey), Model: c.redact(got.model), Usage: c.usage(got.usage, p, got.text)}
	if err != nil {
		if reply.Usage.Calls == 0 && told.unanswered() {
			reply.Usage = c.estimate(p, "")
		}
		return reply, c.classify(err, told.after)
	}
	if f := incomplete(got, p); f != nil {
		return reply, f
	}
	return reply, nil
}

func (c *Client) request(p prompts.Prompt, d dialect) openai.ChatCompletionRequest {
	req := openai.ChatCompletionRequest{
		Model:    c.opt.Model,
		Messages: []openai.ChatCompletionMessage{{Role: openai.ChatMessageRoleSystem, Content: p.System}},
	}
	for _, t := range p.Turns {
		role := openai.ChatMessageRoleUser
		if t.Model {
			role = openai.ChatMessageRoleAssistant
		}
		req.Messages = append(req.Messages, openai.ChatCompletionMessage{Role: role, Content: t.Text})
	}
	most := p.MaxTokens
	if d.thinks {
		most *= thinkingRoom
	}
	if d.newTokens {
		req.MaxCompletionTokens = most
	} else {
		//lint:ignore SA1019 servers of one's own know this name alone
		req.MaxTokens = most
	}
	if !d.noHeat {
		req.Temperature = almostZero
	}
	switch {
	case len(p.Schema) == 0:
	case d.format == bySchema:
		req.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{Name: p.Name, Schema: p.Schema, Strict: true}}
	case d.format == byObject:
		req.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}
	}
	return req
}

// answered is what came back, of a whole body or of a stream.
type answered struct {
	text, refusal, model, finish string
	usage                        openai.Usage
}

func (c *Client) whole(ctx context.Context, req openai.ChatCompletionRequest) (answered, error) {
	resp, err := c.api.CreateChatCompletion(ctx, req)
	if err != nil {
		return answered{}, err
	}
	a := answered{model: resp.Model, usage: resp.Usage}
	if len(resp.Choices) > 0 {
		choice := resp.Choices[0]
		a.text, a.refusal, a.finish = choice.Message.Content, choice.Message.Refusal, string(choice.FinishReason)
	}
	return a, nil
}

func (c *Client) streamed(ctx context.Context, req openai.ChatCompletionRequest) (answered, error) {
	req.Stream = true
	req.StreamOptions = &openai.StreamOptions{IncludeUsage: true}
	stream, err := c.api.CreateChatCompletionStream(ctx, req)
	if err != nil {
		return answered{}, err
	}
	defer stream.Close()
	var a answered
	var text, refusal strings.Builder
	for {
		chunk, err := stream.Recv()
		if err != nil {
			a.text, a.refusal = text.String(), refusal.String()
			if errors.Is(err, io.EOF) {
				return a, nil
			}
			return a, err
		}
		a.model = chunk.Model
		if chunk.Usage != nil {
			a.usage = *chunk.Usage
		}
		if len(chunk.Choices) > 0 {
			text.WriteString(chunk.Choices[0].Delta.Content)
			refusal.WriteString(chunk.Choices[0].Delta.Refusal)
			a.finish += string(chunk.Choices[0].FinishReason)
		}
	}
}

// thought says that the model spent its tokens on what it says to itself before a reply.
func (a answered) thought() bool {
	details := a.usage.CompletionTokensDetails
	return details != nil && details.ReasoningTokens > 0 || strings.TrimSpace(a.text) == "" ||
		strings.Contains(a.text, "<think>") && !strings.Contains(a.text, "</think>")
}

// incomplete says why what came back is no reply, or nil.
func incomplete(a answered, p prompts.Prompt) *failure {
	switch {
	case a.refusal != "" || a.finish == string(openai.FinishReasonContentFilter):
		return &failure{kind: ErrRefused, detail: "finish_reason " + a.finish}
	case a.finish == string(openai.FinishReasonLength) && a.thought():
		return &failure{kind: ErrCut, detail: "finish_reason length, before it had thought", param: theRoom}
	case a.finish == string(openai.FinishReasonLength):
		return &failure{kind: ErrCut, detail: "finish_reason length"}
	case a.finish == "":
		return &failure{kind: ErrUnavailable, detail: "the reply broke off", again: true}
	case a.finish != string(openai.FinishReasonStop):
		return &failure{kind: ErrRefused, detail: "finish_reason " + clip(a.finish, 40)}
	case strings.TrimSpace(a.text) == "":
		return &failure{kind: ErrCut, detail: "the reply is empty", again: true}
	case promptCut(a.usage.PromptTokens, p):
		return &failure{kind: ErrCut, detail: "the endpoint read " + strconv.Itoa(a.usage.PromptTokens) + " tokens of the prompt",
			say: "The passages do not fit the model's context; the operator should give it a larger one."}
	}
	return nil
}

// longestToken is more bytes than a token has on average in any script and vocabulary that we know of.
const longestToken = 9

// promptCut says that the endpoint read less than it was sent: some cut what does not fit, and say nothing.
func promptCut(read int, p prompts.Prompt) bool {
	sent := len(p.System)
	for _, t := range p.Turns {
		sent += len(t.Text)
	}
	return read > 0 && read < sent/longestToken
}

// maxBody bounds a response, in bytes: a reply of the most tokens that we ask for takes far less.
const maxBody = 1 << 20

var (
	errTooLong = errors.New("the response is too long")
	errPage    = errors.New("the response is a page for people, or sends elsewhere")
)

// told is what became of an attempt on the wire, and what the headers of its response said.
type told struct {
	now    func() time.Time
	after  time.Duration
	sent   atomic.Bool
	status int
}

// unanswered says that the endpoint has the whole prompt and was not there to say what it cost: it may have written all the same.
func (t *told) unanswered() bool { return t.sent.Load() && t.status < 300 }

// trace notes when the request has left.
func (t *told) trace(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteRequest: func(w httptrace.WroteRequestInfo) {
		if w.Err == nil {
			t.sent.Store(true)
		}
	}})
}

type toldKey struct{}

// wire is the transport: it bounds bodies and keeps Retry-After, which go-openai's errors lack.
type wire struct{ next http.RoundTripper }

func newWire() http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = 8
	return wire{t}
}

func (w wire) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := w.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	page := resp.StatusCode < 400 && strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html") || resp.StatusCode/100 == 3
	if t, ok := req.Context().Value(toldKey{}).(*told); ok {
		t.after = retryAfter(resp.Header.Get("Retry-After"), t.now())
		if t.status = resp.StatusCode; page {
			t.status = http.StatusNotFound // no model has read it
		}
	}
	if page {
		resp.Body.Close()
		return nil, errPage
	}
	resp.Body = &bounded{resp.Body, maxBody}
	return resp, nil
}

// retryAfter reads seconds or a date, 0 where there is neither.
func retryAfter(value string, now time.Time) time.Duration {
	if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds > 0 && seconds < 1e6 {
		return time.Duration(seconds * float64(time.Second))
	}
	if at, err := http.ParseTime(value); err == nil && at.After(now) {
		return at.Sub(now)
	}
	return 0
}

// bounded is a body that fails when it is longer than left.
type bounded struct {
	io.ReadCloser
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, errTooLong
	}
	return n, err
}

// stay keeps prompts and keys from another address than the operator's.
func stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
