package main

import (
	"context"

	"parley/answer"
	"parley/llm"
)

// modelSettings are those of the model. Without a name there is none, and answers are the articles' own sentences.
type modelSettings struct {
	Model        string `setting:"OPENAI_MODEL" name:"openai-model" placeholder:"NAME" help:"The model that writes answers. Empty: answers are the articles' own sentences."`
	ModelKey     string `setting:"OPENAI_API_KEY" name:"openai-api-key" placeholder:"KEY" help:"The key of the model's endpoint; local servers need none. Better set in .env than as a flag."`
	ModelURL     string `setting:"OPENAI_BASE_URL" name:"openai-base-url" placeholder:"URL" help:"Any OpenAI-compatible endpoint, mostly ending in /v1. Empty: OpenAI's own."`
	ModelJudge   bool   `setting:"PARLEY_MODEL_JUDGE" help:"Ask the model once more about sentences of which the gate is unsure."`
	Tokens       uint   `setting:"PARLEY_MODEL_TOKENS" name:"model-tokens" default:"0" placeholder:"N" help:"Tokens that the model may use in a day (UTC), counted since the start of the program; beyond it the articles answer by themselves. 0: no limit."`
	GuildTokens  uint   `setting:"PARLEY_MODEL_GUILD_TOKENS" name:"model-guild-tokens" default:"0" placeholder:"N" help:"The same for each community."`
	MemberPrompt uint   `setting:"PARLEY_MODEL_MEMBER_PROMPTS" name:"model-member-prompts" default:"0" placeholder:"N" help:"Prompts that each member may cause in a day; an answer takes one to three. 0: no limit."`
}

// client is the model's endpoint, nil where no model is named. It sends nothing yet.
func (p *program) client() (*llm.Client, error) {
	if p.Model == "" {
		return nil, nil
	}
	return llm.New(llm.Options{
		BaseURL: p.ModelURL, Key: p.ModelKey, Model: p.Model, Now: p.clock, Log: p.logger(),
		Limits: llm.Limits{
			All: llm.Limit{Tokens: int(p.Tokens)}, Guild: llm.Limit{Tokens: int(p.GuildTokens)}, Member: llm.Limit{Calls: int(p.MemberPrompt)},
		},
	})
}

// newDesk is a desk that writes through the model where one is named.
func (p *program) newDesk() (*answer.Desk, error) {
	desk := answer.New()
	desk.Now = p.clock
	client, err := p.client()
	if err != nil || client == nil {
		return desk, err
	}
	if desk.Author, err = answer.NewAuthor(client); err != nil {
		return nil, err
	}
	desk.Author.Judge = p.ModelJudge
	return desk, nil
}

// checkModel asks the endpoint whether it has the model.
func (p *program) checkModel(ctx context.Context) finding {
	f := finding{what: "model"}
	client, err := p.client()
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
