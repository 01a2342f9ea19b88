// Package prompts holds the words that we say to a model, as files, and the shape of its reply. It fills them in and does no more:
// it sends nothing, reads no reply, and knows no article.
package prompts

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"text/template"
	"time"
)

//go:embed *.txt *.json
var files embed.FS

// Prompt is what is sent to a model, filled in. Its System part is the same in every request of its Name and holds no text of an
// article, a question or a person, so that a provider's cache keeps it and nobody else writes in it.
type Prompt struct {
	// Name is "write", "repair" or "judge".
	Name   string
	System string
	// Turns alternate between us and the model, ours first and last.
	Turns []Turn
	// Schema is the JSON schema of the reply.
	Schema json.RawMessage
	// MaxTokens bounds the reply.
	MaxTokens int
	Payer     Payer
}

// Turn is one message after the system part.
type Turn struct {
	// Model says that the model said it.
	Model bool
	Text  string
}

// Payer is on whose account a prompt is sent. Either may be empty.
type Payer struct{ Guild, Member string }

// Reply is what a model answered: complete, but as untrusted as an article.
type Reply struct {
	Text  string
	Model string
	Usage Usage
}

// Usage is what prompts cost.
type Usage struct {
	Calls int `json:"calls"`
	// In counts the tokens of the prompts, of which Cached came from the provider's cache; Out those of the replies.
	In     int `json:"in"`
	Cached int `json:"cached,omitempty"`
	Out    int `json:"out"`
	// Micros is the price in millionths of the operator's currency, 0 where no price is set.
	Micros int64 `json:"micros,omitempty"`
	// Took is the time until the replies were there, waiting and trying again included.
	Took time.Duration `json:"took_ns"`
}

// Plus is the sum of two usages.
func (u Usage) Plus(v Usage) Usage {
	return Usage{u.Calls + v.Calls, u.In + v.In, u.Cached + v.Cached, u.Out + v.Out, u.Micros + v.Micros, u.Took + v.Took}
}

// Passage is a stretch of an article under the key by which the model cites it.
type Passage struct {
	Key                        string
	Outlet, Day, Heading, Text string
}

// Exchange is one question of the conversation before, with its answer.
type Exchange struct{ Question, Answer string }

// Material is what an answer is written from. All of it is untrusted.
type Material struct {
	// Fence marks where each piece begins. It must be new in every request, so that no text can pretend to be a marker.
	Fence    string
	Passages []Passage
	History  []Exchange
	Question string
	// Language is a BCP 47 tag to fall back on, or "".
	Language string
}

// Doubt is a sentence of a reply that was not proved, and why.
type Doubt struct{ Text, Reason string }

// Claim is a sentence to be judged by its quotations alone.
type Claim struct {
	N      int
	Text   string
	Quotes []string
}

// Tokens that a reply may have: five sentences with their quotes take about 350, scripts other than Latin up to three times that.
const (
	writeTokens = 1200
	judgeTokens = 300
)

// Wording is all that we say to a model, read once.
type Wording struct {
	system, judge            string
	user, repair, judged     *template.Template
	replySchema, judgeSchema json.RawMessage
	version                  string
}

// New reads the wording. It fails only where a file of ours is broken, which a test holds.
func New() (*Wording, error) {
	w := &Wording{}
	for name, to := range map[string]*string{"system.txt": &w.system, "judge.txt": &w.judge} {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("prompts: %w", err)
		}
		*to = string(text)
	}
	for name, to := range map[string]**template.Template{"user.txt": &w.user, "repair.txt": &w.repair, "judged.txt": &w.judged} {
		t, err := template.ParseFS(files, name)
		if err != nil {
			return nil, fmt.Errorf("prompts: %w", err)
		}
		*to = t
	}
	for name, to := range map[string]*json.RawMessage{"reply.schema.json": &w.replySchema, "judge.schema.json": &w.judgeSchema} {
		schema, err := compact(name)
		if err != nil {
			return nil, fmt.Errorf("prompts: %s: %w", name, err)
		}
		*to = schema
	}
	var err error
	w.version, err = hash()
	return w, err
}

func compact(name string) (json.RawMessage, error) {
	raw, err := files.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = json.Compact(&out, raw)
	return out.Bytes(), err
}

// hash is the first six bytes of the SHA-256 of all files with their names, in hex.
func hash() (string, error) {
	h := sha256.New()
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := files.ReadFile(path)
		fmt.Fprintf(h, "%s %d\n%s", path, len(text), text)
		return err
	})
	return hex.EncodeToString(h.Sum(nil)[:6]), err
}

// Version changes with every change of the wording.
func (w *Wording) Version() string { return w.version }

// Write asks for an answer from the material.
func (w *Wording) Write(m Material) (Prompt, error) {
	text, err := fill(w.user, m)
	p := Prompt{Name: "write", System: w.system, Turns: []Turn{{Text: text}}, Schema: w.replySchema, MaxTokens: writeTokens}
	return p, err
}

// Repair asks for the doubted sentences of reply again. It goes on where p ended, so that the provider has all of it in its cache.
func (w *Wording) Repair(p Prompt, reply string, doubts []Doubt) (Prompt, error) {
	text, err := fill(w.repair, doubts)
	p.Name = "repair"
	p.Turns = append(p.Turns[:len(p.Turns):len(p.Turns)], Turn{Model: true, Text: reply}, Turn{Text: text})
	return p, err
}

// Judge asks whether each claim is supported by its quotations.
func (w *Wording) Judge(fence string, claims []Claim) (Prompt, error) {
	text, err := fill(w.judged, struct {
		Fence  string
		Claims []Claim
	}{fence, claims})
	return Prompt{Name: "judge", System: w.judge, Turns: []Turn{{Text: text}}, Schema: w.judgeSchema, MaxTokens: judgeTokens}, err
}

func fill(t *template.Template, data any) (string, error) {
	var out bytes.Buffer
	if err := t.Execute(&out, data); err != nil {
		return "", fmt.Errorf("prompts: %w", err)
	}
	return out.String(), nil
}

// Tokens estimates the tokens of a text: four bytes of ASCII a token, one token for every other rune. It is meant for budgets, and
// rather high than low: measured models take 4.2 to 4.6 bytes of English news a token.
func Tokens(s string) int {
	ascii, other := 0, 0
	for _, r := range s {
		if r < 0x80 {
			ascii++
		} else {
			other++
		}
	}
	return (ascii+3)/4 + other
}

// Tokens estimates the tokens of the whole prompt.
func (p Prompt) Tokens() int {
	n := Tokens(p.System) + Tokens(string(p.Schema))
	for _, t := range p.Turns {
		n += Tokens(t.Text)
	}
	return n
}
