package llmtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"time"
)

// play does one step. A request without r is one for the models.
func (e *Endpoint) play(w http.ResponseWriter, r *http.Request, s Step, req Request) {
	for name, value := range s.Header {
		w.Header().Set(name, value)
	}
	if r != nil && s.Wait > 0 {
		e.pause(r, s.Wait)
	}
	switch s.Do {
	case "raw":
		w.WriteHeader(s.Status)
		fmt.Fprint(w, s.Body)
	case "hang":
		e.pause(r, time.Hour)
	case "cut":
		e.drip(w, r, whole(s, req), 0.5, 0)
		panic(http.ErrAbortHandler)
	case "drip":
		e.drip(w, r, whole(s, req), 1, 100*time.Millisecond)
	default:
		if req.Stream {
			stream(w, s, req)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, whole(s, req))
	}
}

// pause ends with the wait, the asker or the server.
func (e *Endpoint) pause(r *http.Request, wait time.Duration) bool {
	select {
	case <-time.After(wait):
		return true
	case <-r.Context().Done():
	case <-e.over:
	}
	return false
}

// drip writes a share of body: at once where pause is 0, otherwise a byte at a time.
func (e *Endpoint) drip(w http.ResponseWriter, r *http.Request, body string, share float64, pause time.Duration) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", fmt.Sprint(len(body)))
	flush := http.NewResponseController(w)
	body = body[:int(float64(len(body))*share)]
	for size := max(1, len(body)); body != ""; {
		if pause > 0 {
			size = 1
		}
		fmt.Fprint(w, body[:size])
		body = body[size:]
		flush.Flush()
		if pause > 0 && !e.pause(r, pause) {
			return
		}
	}
}

// whole is the body of a chat completion that is not streamed.
func whole(s Step, req Request) string {
	message := map[string]any{"role": "assistant", "content": s.text(req), "refusal": nil}
	if s.Do == "refuse" {
		message["content"], message["refusal"] = nil, s.text(req)
	}
	var finish any
	if s.Finish != "" {
		finish = s.Finish
	}
	body, _ := json.Marshal(map[string]any{
		"id": "chatcmpl-1", "object": "chat.completion", "created": 1700000000, "model": req.Model,
		"choices": []any{map[string]any{"index": 0, "message": message, "logprobs": nil, "finish_reason": finish}},
		"usage":   usage(s, req),
	})
	return string(body)
}

func usage(s Step, req Request) map[string]any {
	in, out := len(req.Text())*10/43, len(s.text(req))*10/43
	if s.Read != 0 {
		in = s.Read
	}
	if s.Wrote != 0 {
		out = s.Wrote
	}
	return map[string]any{"prompt_tokens": in, "completion_tokens": out, "total_tokens": in + out, "prompt_tokens_details": map[string]any{"cached_tokens": s.Cached}}
}

// piece is how many runes a chunk of a stream holds.
const piece = 40

func stream(w http.ResponseWriter, s Step, req Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	send := func(choices []any, rest map[string]any) {
		chunk := map[string]any{"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1700000000, "model": req.Model, "choices": choices}
		for k, v := range rest {
			chunk[k] = v
		}
		b, _ := json.Marshal(chunk)
		fmt.Fprintf(w, "data: %s\n\n", b)
	}
	key := "content"
	if s.Do == "refuse" {
		key = "refusal"
	}
	for text := []rune(s.text(req)); len(text) > 0; {
		n := min(piece, len(text))
		send([]any{map[string]any{"index": 0, "delta": map[string]any{key: string(text[:n])}, "finish_reason": nil}}, nil)
		text = text[n:]
	}
	if s.Finish == "" {
		return // the body just ends
	}
	send([]any{map[string]any{"index": 0, "delta": map[string]any{}, "finish_reason": s.Finish}}, nil)
	if req.StreamOptions.IncludeUsage {
		send([]any{}, map[string]any{"usage": usage(s, req)})
	}
	fmt.Fprint(w, "data: [DONE]\n\n")
}

// keyed matches {{key "words"}}: the key of the passage of the prompt in which the words stand, or P0.
var keyed = regexp.MustCompile(`\{\{key "([^"]*)"\}\}`)

// header matches the line above a passage.
var header = regexp.MustCompile(`\[\S+ (P\d+)(?: \||\])`)

// text is the step's body, with the keys of this request filled in.
func (s Step) text(req Request) string {
	return keyed.ReplaceAllStringFunc(s.Body, func(m string) string {
		return keyOf(req.Text(), keyed.FindStringSubmatch(m)[1])
	})
}

func keyOf(prompt, words string) string {
	key := "P0"
	at := strings.Index(prompt, words)
	if at < 0 {
		return key
	}
	for _, m := range header.FindAllStringSubmatch(prompt[:at], -1) {
		key = m[1]
	}
	return key
}
