package llm

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/sashabaranov/go-openai"

	"parley/fault"
)

// Why there is no reply. Write wraps one of them in every error that it returns.
var (
	// ErrUnavailable: the endpoint cannot be reached, fails, or breaks off.
	ErrUnavailable = errors.New("model unavailable")
	// ErrSlow: the time limit passed.
	ErrSlow = errors.New("model too slow")
	// ErrBusy: the endpoint asks for patience that the time limit has not, or too many prompts wait.
	ErrBusy = errors.New("model busy")
	// ErrRefused: the model, or its provider's filter, declined.
	ErrRefused = errors.New("model refused")
	// ErrCut: the reply is empty or incomplete, or the endpoint cut the prompt.
	ErrCut = errors.New("reply cut")
	// ErrBudget: the day's limit of the guild, the member or the operator is reached. Nothing was sent.
	ErrBudget = errors.New("budget spent")
	// ErrSettings: key, model or address are wrong. Trying again does not help.
	ErrSettings = errors.New("model settings")
)

// failure is one attempt that brought no reply.
type failure struct {
	kind   error
	say    string
	detail string
	status int
	// again says that another attempt may help; after is how long the endpoint asks us to wait, 0 where it does not say.
	again bool
	after time.Duration
	// param is what of the request the endpoint does not understand.
	param parameter
}

func (f *failure) Error() string {
	if f.status != 0 {
		return fmt.Sprintf("%v: status %d: %s", f.kind, f.status, f.detail)
	}
	return fmt.Sprintf("%v: %s", f.kind, f.detail)
}

func (f *failure) Unwrap() error { return f.kind }

// says are the lines for the person, where a failure has none of its own.
var says = map[error]string{
	ErrUnavailable: "The model could not be reached; your question is not lost, try again in a minute.",
	ErrSlow:        "The model did not answer in time; try again in a minute.",
	ErrBusy:        "The model is busy; try again in a minute.",
	ErrRefused:     "The model declined to answer this.",
	ErrCut:         "The model's reply came incomplete; ask again, or more narrowly.",
	ErrBudget:      "Today's budget for the model is used up; it is new at midnight UTC.",
	ErrSettings:    "The model's endpoint does not accept the settings; `parley doctor` says more.",
}

// explain makes of an attempt's failure the error that leaves the room.
func (c *Client) explain(ctx context.Context, err error) error {
	var f *failure
	if !errors.As(err, &f) {
		f = &failure{kind: ErrUnavailable, detail: c.redact(err.Error())}
	}
	if f.kind != ErrBudget && f.kind != ErrSettings && errors.Is(ctx.Err(), context.DeadlineExceeded) {
		f = &failure{kind: ErrSlow, detail: "time limit; last: " + f.Error()}
	}
	say := f.say
	if say == "" {
		say = says[f.kind]
	}
	return fault.New(say, f)
}

// diagnose is explain for the operator, who asked no question and can look after the endpoint.
func (c *Client) diagnose(ctx context.Context, f *failure) error {
	const check = "; check that it runs, and OPENAI_BASE_URL."
	switch {
	case f.say != "":
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		f.say = fmt.Sprintf("The endpoint did not answer within %v%s", c.opt.Timeout, check)
	case f.status != 0:
		f.say = fmt.Sprintf("The endpoint fails with status %d (%s)%s", f.status, f.detail, check)
	default:
		f.say = fmt.Sprintf("The endpoint cannot be reached (%s)%s", f.detail, check)
	}
	return fault.New(f.say, f)
}

// classify tells from go-openai's error what happened. Connection errors are *url.Error, bodies that are no JSON RequestError.
func (c *Client) classify(err error, after time.Duration) *failure {
	var api *openai.APIError
	var req *openai.RequestError
	gone := errors.Is(err, context.Canceled) // the asker left: that tells nothing of the endpoint
	f := &failure{kind: ErrUnavailable, again: !gone, after: after, detail: c.redact(err.Error())}
	switch {
	case errors.As(err, &req): // first, since it may wrap an APIError that has nothing in it
		f.status = req.HTTPStatusCode
		f.detail = clip(c.redact(string(req.Body)), 200)
		f.param = foreignError(req)
	case errors.As(err, &api):
		f.status = api.HTTPStatusCode
		f.detail = c.redact(api.Type + " " + api.Message)
		f.param = misunderstood(api)
		switch {
		case codeOf(api) == "insufficient_quota":
			f.kind, f.again = ErrSettings, false
			f.say = "The model's provider says that the account has no credit left."
			return f
		case unfit(api):
			f.kind, f.again = ErrCut, false
			return f
		}
	case errors.Is(err, errTooLong):
		f.kind, f.again = ErrCut, false
		return f
	case errors.Is(err, errPage) || notJSON(err):
		f.kind, f.again = ErrSettings, false
		f.say = "The endpoint does not answer as OpenAI's do; check OPENAI_BASE_URL, which mostly ends in /v1."
		return f
	default:
		if p := unsupportedHere(err); p != nothing {
			f.kind, f.again, f.param = ErrSettings, false, p
		}
		return f
	}
	c.byStatus(f, req != nil && !json.Valid(req.Body))
	return f
}

func codeOf(api *openai.APIError) string {
	code, _ := api.Code.(string)
	if code == "" {
		return api.Type
	}
	return code
}

// unfit says that the endpoint was to hold the reply to JSON, and what the model wrote cannot be held to it. At our temperature it
// would write the same again.
func unfit(api *openai.APIError) bool {
	text := strings.ToLower(api.Message)
	return codeOf(api) == "json_validate_failed" || strings.Contains(text, "failed to generate json") ||
		strings.Contains(text, "output that does not match the expected")
}

// byStatus sorts a failure by the HTTP status. The text of a refused key stays out: providers echo parts of it.
func (c *Client) byStatus(f *failure, noAPI bool) {
	switch {
	case f.status == http.StatusUnauthorized || f.status == http.StatusForbidden:
		f.kind, f.again, f.detail = ErrSettings, false, "key refused"
		f.say = "The model's endpoint does not accept the key; the operator must check OPENAI_API_KEY."
	case f.status == http.StatusNotFound:
		f.kind, f.again = ErrSettings, false
		f.say = fmt.Sprintf("The endpoint does not know the model %q; the operator must check OPENAI_MODEL.", c.opt.Model)
		if noAPI || !strings.Contains(strings.ToLower(f.detail), "model") {
			f.say = "The endpoint does not know this address; the operator must check OPENAI_BASE_URL, which mostly ends in /v1."
		}
	case f.status == http.StatusTooManyRequests:
		f.kind = ErrBusy
	case f.status == http.StatusRequestTimeout || f.status == http.StatusConflict || f.status == http.StatusTooEarly || f.status >= 500:
		if f.param != nothing {
			f.again = false
		}
	case f.status >= 400:
		f.kind, f.again = ErrSettings, false
		if strings.Contains(f.detail, "context") {
			f.kind = ErrCut
			f.say = "The passages do not fit the model's context; the operator should choose a larger one."
		}
	}
}

func notJSON(err error) bool {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	return errors.As(err, &syntax) || errors.As(err, &kind)
}

// secretsOf are the strings that no error and no log may hold, as they are and as they stand in an address or in JSON. The longest
// come first: one may hold another.
func secretsOf(key string, base *url.URL) []string {
	plain := []string{key}
	if base.User != nil {
		password, _ := base.User.Password()
		plain = append(plain, password, base.User.String(), base64.StdEncoding.EncodeToString([]byte(base.User.Username()+":"+password)))
	}
	var out []string
	for _, s := range plain {
		quoted, _ := json.Marshal(s) // a string always can be
		for _, form := range []string{s, url.QueryEscape(s), url.PathEscape(s), strings.Trim(string(quoted), `"`)} {
			if form != "" && !slices.Contains(out, form) {
				out = append(out, form)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

// redact takes the secrets out, and bounds what a server may write into our log.
func (c *Client) redact(s string) string {
	return clip(strings.Join(strings.Fields(c.without(s, 1)), " "), 300)
}

// leastKey is how long a secret is that a reply may not hold. A shorter one could be a word of it.
const leastKey = 8

// without takes out the secrets of so many bytes at least.
func (c *Client) without(s string, least int) string {
	for _, secret := range c.secrets {
		if len(secret) >= least {
			s = strings.ReplaceAll(s, secret, "[redacted]")
		}
	}
	return s
}

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}
