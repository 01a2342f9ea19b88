package llm

import (
	"context"
	"errors"
	"strings"
	"sync"

	"github.com/sashabaranov/go-openai"

	"parley/prompts"
)

// format is how an endpoint is told to reply in JSON, the strictest first.
type format uint8

const (
	bySchema format = iota
	byObject
	byWords // the prompt alone asks for it
)

// dialect is what of a request an endpoint understands. The zero value is what OpenAI's does.
type dialect struct {
	format format
	// newTokens sends max_completion_tokens for max_tokens; noHeat leaves the temperature to the endpoint.
	newTokens, noHeat bool
	// thinks gives the model room to think in before it writes.
	thinks bool
}

// thinkingRoom is how many times the tokens of a reply a model may take that thinks before it writes: the endpoint counts both.
const thinkingRoom = 5

// parameter is a part of a request that endpoints differ on.
type parameter uint8

const (
	nothing parameter = iota
	theFormat
	theTokens
	theHeat
	theRoom
)

// dialects remembers what was found out. A Client has one model of one endpoint, and so one dialect.
type dialects struct {
	sync.Mutex
	known dialect
}

func (d *dialects) get() dialect {
	d.Lock()
	defer d.Unlock()
	return d.known
}

func (d *dialects) keep(known dialect) {
	d.Lock()
	defer d.Unlock()
	d.known = known
}

// without is the dialect that does without p; false where there is nothing left to give up.
func (d dialect) without(p parameter) (dialect, bool) {
	switch {
	case p == theFormat && d.format < byWords:
		d.format++
	case p == theTokens && !d.newTokens:
		d.newTokens = true
	case p == theHeat && !d.noHeat:
		d.noHeat = true
	case p == theRoom && !d.thinks:
		d.thinks = true
	default:
		return d, false
	}
	return d, true
}

// adapt sends the prompt, and again without what the endpoint does not understand. What worked is remembered. What the attempts cost
// is in the reply together.
func (c *Client) adapt(ctx context.Context, p prompts.Prompt) (prompts.Reply, error) {
	d := c.dialect.get()
	var spent prompts.Usage
	for {
		reply, err := c.attempt(ctx, p, d)
		spent = spent.Plus(reply.Usage)
		reply.Usage = spent
		var f *failure
		if !errors.As(err, &f) {
			c.dialect.keep(d)
			return reply, err
		}
		less, ok := d.without(f.param)
		if !ok {
			return reply, err
		}
		d = less
	}
}

// misunderstood finds in an endpoint's complaint the part of the request that it does not understand. Servers name it in the
// parameter or only in the message; one that rejects a schema may call that an error of its own.
func misunderstood(api *openai.APIError) parameter {
	if api.HTTPStatusCode != 400 && api.HTTPStatusCode != 422 && api.HTTPStatusCode != 500 && api.HTTPStatusCode != 501 {
		return nothing
	}
	text := strings.ToLower(api.Message)
	if api.Param != nil {
		text = strings.ToLower(*api.Param) + " " + text
	}
	return named(text, api.HTTPStatusCode)
}

// foreignError is the same for an error body in another shape.
func foreignError(req *openai.RequestError) parameter {
	if req.HTTPStatusCode != 400 && req.HTTPStatusCode != 422 && req.HTTPStatusCode != 501 {
		return nothing
	}
	return named(strings.ToLower(string(req.Body)), req.HTTPStatusCode)
}

func named(text string, status int) parameter {
	switch {
	case strings.Contains(text, "context") && strings.Contains(text, "exceed"):
		return nothing
	case status != 500 && (strings.Contains(text, "max_tokens") || strings.Contains(text, "max_completion_tokens")):
		return theTokens
	case status != 500 && strings.Contains(text, "temperature"):
		return theHeat
	}
	for _, word := range []string{"response_format", "json_schema", "json_object", "json schema", "schema", "grammar", "guided", "structured output"} {
		if strings.Contains(text, word) {
			return theFormat
		}
	}
	return nothing
}

// unsupportedHere reads what go-openai itself refuses to send for some models' names.
func unsupportedHere(err error) parameter {
	switch {
	case errors.Is(err, openai.ErrReasoningModelMaxTokensDeprecated):
		return theTokens
	case errors.Is(err, openai.ErrReasoningModelLimitationsOther), errors.Is(err, openai.ErrReasoningSamplingUnsupported):
		return theHeat
	}
	return nothing
}
