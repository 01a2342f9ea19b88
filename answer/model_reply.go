package answer

import (
	"encoding/json"
	"errors"
	"regexp"
	"strings"

	"parley/article"
)

// Bounds of what is read of a reply. What goes beyond is left out, and a reply that is longer than the first is not read at all.
const (
	longestReply    = 64 << 10
	longestSentence = 700
	longestQuote    = 1200
	longestSearch   = 200
	mostSentences   = 8
	mostCites       = 3
)

// modelReply is what a model proposes. Nothing of it is believed.
type modelReply struct {
	Verdict     Verdict        `json:"verdict"`
	Sentences   []modelWritten `json:"sentences"`
	SearchAgain string         `json:"search_again"`
}

type modelWritten struct {
	Text    string      `json:"text"`
	Speaker string      `json:"speaker"`
	Cites   []modelCite `json:"cites"`

	// parts are the statements of Text, each of which must be proved.
	parts []string
}

type modelCite struct {
	Key   string `json:"key"`
	Quote string `json:"quote"`
}

var (
	errReplyLong  = errors.New("the reply is too long")
	errReplyShape = errors.New("the reply is no JSON object of the shape asked for")
)

// readReply reads the first JSON object in a reply that has the shape; fields that nobody asked for are passed over.
func readReply(text string) (modelReply, error) {
	if len(text) > longestReply {
		return modelReply{}, errReplyLong
	}
	if at := strings.LastIndex(text, endOfThought); at >= 0 {
		if r, err := firstReply(text[at:]); err == nil {
			return r, nil
		}
	}
	return firstReply(text)
}

// endOfThought parts what a model says to itself from its reply, where the server does not: drafts stand before it.
const endOfThought = "</think>"

func firstReply(text string) (modelReply, error) {
	at := 0
	for range mostBraces {
		i := strings.IndexByte(text[at:], '{')
		if i < 0 {
			break
		}
		at += i
		if r, ok := decodeReply(text[at:]); ok {
			return r.bounded(), nil
		}
		at++
	}
	return modelReply{}, errReplyShape
}

// mostBraces is how many places are tried as the beginning of the object: each may read to the end.
const mostBraces = 40

// decodeReply needs the verdict and the sentences: an object without them is something else.
func decodeReply(text string) (modelReply, bool) {
	var raw struct {
		Verdict     *Verdict        `json:"verdict"`
		Sentences   *[]modelWritten `json:"sentences"`
		SearchAgain *string         `json:"search_again"`
	}
	if err := json.NewDecoder(strings.NewReader(text)).Decode(&raw); err != nil || raw.Verdict == nil || raw.Sentences == nil {
		return modelReply{}, false
	}
	r := modelReply{Verdict: *raw.Verdict, Sentences: *raw.Sentences}
	if raw.SearchAgain != nil {
		r.SearchAgain = *raw.SearchAgain
	}
	switch r.Verdict {
	case Answered, Partial, Disputed, NotCovered:
		return r, true
	}
	return r, false
}

// bounded makes every text plain and cuts what is too much. A sentence that is too long is left out whole: its end might be the
// part that matters.
func (r modelReply) bounded() modelReply {
	out := modelReply{Verdict: r.Verdict, SearchAgain: oneOf(plainText(r.SearchAgain), longestSearch)}
	for _, s := range r.Sentences {
		s.parts = statements(s.Text)
		s.Text, s.Speaker = plainText(s.Text), plainText(s.Speaker)
		if s.Text == "" || len(s.Text) > longestSentence || len(out.Sentences) == mostSentences {
			continue
		}
		if len(s.Speaker) > longestSpeaker {
			s.Speaker = ""
		}
		s.Cites = s.Cites[:min(mostCites, len(s.Cites))]
		out.Sentences = append(out.Sentences, s)
	}
	return out
}

const longestSpeaker = 90

// runOn is a full stop after which a statement goes on in small letters, or a semicolon.
var runOn = regexp.MustCompile(`(\pL{4,}[.!?]["”’)]*)\s+|;\s+`)

// statements are the sentences of a model's text, line by line, parted more readily than an article's: a true statement must not
// carry an unproved one with it.
func statements(text string) []string {
	var out []string
	for line := range strings.Lines(visible(text)) {
		line = plainText(line)
		for _, span := range article.Sentences(line) {
			rest := line[span.Start:span.End]
			for _, part := range strings.Split(runOn.ReplaceAllString(rest, "$1\n"), "\n") {
				if part = strings.TrimSpace(part); part != "" {
					out = append(out, part)
				}
			}
		}
	}
	return out
}

// readJudgement is which of n claims a judge supports. A claim that it does not name is not supported.
func readJudgement(text string, n int) []bool {
	out := make([]bool, n)
	var raw struct {
		Verdicts []struct {
			N         int  `json:"n"`
			Supported bool `json:"supported"`
		} `json:"verdicts"`
	}
	at := strings.IndexByte(text, '{')
	if at < 0 || len(text) > longestReply || json.NewDecoder(strings.NewReader(text[at:])).Decode(&raw) != nil {
		return out
	}
	denied := map[int]bool{}
	for _, v := range raw.Verdicts {
		if v.N < 1 || v.N > n {
			continue
		}
		denied[v.N] = denied[v.N] || !v.Supported
		out[v.N-1] = !denied[v.N]
	}
	return out
}
