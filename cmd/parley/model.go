package main

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"time"

	"parley/answer"
	"parley/llm"
)

// modelSettings are those of the model. Without a name there is none, and answers are the articles' own sentences.
type modelSettings struct {
	Model        string        `setting:"OPENAI_MODEL" name:"openai-model" placeholder:"NAME" help:"The model that writes answers. Empty: answers are the articles' own sentences."`
	ModelKey     string        `setting:"OPENAI_API_KEY" name:"openai-api-key" placeholder:"KEY" help:"The key of the model's endpoint; local servers need none. Better set in .env than as a flag."`
	ModelURL     string        `setting:"OPENAI_BASE_URL" name:"openai-base-url" placeholder:"URL" help:"Any OpenAI-compatible endpoint, mostly ending in /v1. Empty: OpenAI's own."`
	ModelJudge   bool          `setting:"PARLEY_MODEL_JUDGE" help:"Ask the model once more about sentences of which the gate is unsure."`
	ModelStream  bool          `setting:"PARLEY_MODEL_STREAM" help:"Ask for replies piece by piece, for gateways that cut connections which are silent for long."`
	Tokens       uint          `setting:"PARLEY_MODEL_TOKENS" name:"model-tokens" default:"0" placeholder:"N" help:"Tokens that the model may use in a day (UTC), over all communities; beyond it the articles answer by themselves. 0: no limit."`
	GuildTokens  uint          `setting:"PARLEY_MODEL_GUILD_TOKENS" name:"model-guild-tokens" default:"0" placeholder:"N" help:"The same for each community."`
	MemberPrompt uint          `setting:"PARLEY_MODEL_MEMBER_PROMPTS" name:"model-member-prompts" default:"0" placeholder:"N" help:"Prompts that each member may cause in a day; an answer takes one to three. 0: no limit."`
	PriceIn      price         `setting:"PARLEY_MODEL_PRICE_IN" name:"model-price-in" default:"0" placeholder:"PRICE" help:"What a million tokens sent cost, in your currency: 0.15. With it, eval shows what answers cost. 0: free, or not known."`
	PriceOut     price         `setting:"PARLEY_MODEL_PRICE_OUT" name:"model-price-out" default:"0" placeholder:"PRICE" help:"The same for the tokens of replies."`
	Patience     time.Duration `setting:"PARLEY_MODEL_TIMEOUT" name:"model-timeout" default:"25s" placeholder:"TIME" help:"How long an answer may wait for the model, with all its prompts, from 1s to 100s; then the articles answer by themselves. One prompt gets four fifths of it."`
	AtOnce       uint          `setting:"PARLEY_MODEL_AT_ONCE" name:"model-at-once" default:"4" placeholder:"N" help:"How many prompts are sent at the same time, from 1 to 1000; more wait. A server of your own may take one alone."`
}

const (
	// mostPatience stays below the two minutes that the bot gives one piece of work.
	leastPatience, mostPatience = time.Second, 100 * time.Second
	mostAtOnce                  = 1000
)

// Validate is called when the settings are read.
func (m modelSettings) Validate() error {
	switch {
	case m.Patience < leastPatience || m.Patience > mostPatience:
		return fmt.Errorf("PARLEY_MODEL_TIMEOUT must be from %gs to %gs, such as 25s", leastPatience.Seconds(), mostPatience.Seconds())
	case m.AtOnce < 1 || m.AtOnce > mostAtOnce:
		return fmt.Errorf("PARLEY_MODEL_AT_ONCE must be from 1 to %d", mostAtOnce)
	}
	return nil
}

// price is what a million tokens cost, in the operator's currency.
type price float64

// mostPrice bounds a price, so that a day's sum cannot overflow.
const mostPrice = 1e6

// UnmarshalText reads a decimal number that is not negative.
func (p *price) UnmarshalText(text []byte) error {
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil || !(f >= 0 && f <= mostPrice) {
		return fmt.Errorf("%q is no price: it is a number such as 0.15", text)
	}
	*p = price(f)
	return nil
}

// micros are millionths of the currency.
func (p price) micros() int64 { return int64(math.Round(float64(p) * 1e6)) }

// client is the model's endpoint, nil where no model is named. It sends nothing yet; what it sends is written into the ledger.
func (p *program) client(ledger llm.Ledger) (*llm.Client, error) {
	if p.Model == "" {
		return nil, nil
	}
	return llm.New(llm.Options{
		BaseURL: p.ModelURL, Key: p.ModelKey, Model: p.Model, Now: p.clock, Log: p.logger(), Ledger: ledger,
		Timeout: p.Patience * 4 / 5, AtOnce: int(p.AtOnce), Stream: p.ModelStream, Prices: llm.Prices{In: p.PriceIn.micros(), Out: p.PriceOut.micros()},
		Limits: llm.Limits{
			All: llm.Limit{Tokens: int(p.Tokens)}, Guild: llm.Limit{Tokens: int(p.GuildTokens)}, Member: llm.Limit{Calls: int(p.MemberPrompt)},
		},
	})
}

// newDesk is a desk that writes through the model where one is named.
func (p *program) newDesk(ledger llm.Ledger) (*answer.Desk, error) {
	desk := answer.New()
	desk.Now = p.clock
	client, err := p.client(ledger)
	if err != nil || client == nil {
		return desk, err
	}
	if desk.Author, err = answer.NewAuthor(client); err != nil {
		return nil, err
	}
	desk.Author.Judge, desk.Author.Limit = p.ModelJudge, p.Patience
	return desk, nil
}

// checkModel asks the endpoint whether it has the model.
func (p *program) checkModel(ctx context.Context) finding {
	f := finding{what: "model"}
	client, err := p.client(nil)
	switch {
	case err != nil:
		f.says, f.bad = sayOf(err), true
		return f
	case client == nil && (p.ModelKey != "" || p.ModelURL != ""):
		f.says = "off: set OPENAI_MODEL too, and answers are written by that model"
		return f
	case client == nil:
		f.says = "off: answers are the articles' own sentences"
		return f
	}
	if f.says, err = client.Check(ctx); err != nil {
		f.says, f.bad = sayOf(err), true
	}
	return f
}
