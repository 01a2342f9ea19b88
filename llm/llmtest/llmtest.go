// Package llmtest is an endpoint for tests that speaks OpenAI's chat completions over real HTTP and misbehaves by script. It knows
// no model: what it says stands in the scripts, one behaviour a file, or is the noise of a real server.
package llmtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// Model is the one that the endpoint lists.
const Model = "test-model"

// Request is a chat completion that was asked for.
type Request struct {
	Model         string    `json:"model"`
	Messages      []Message `json:"messages"`
	MaxTokens     int       `json:"max_tokens"`
	NewMaxTokens  int       `json:"max_completion_tokens"`
	Temperature   *float64  `json:"temperature"`
	Stream        bool      `json:"stream"`
	StreamOptions struct {
		IncludeUsage bool `json:"include_usage"`
	} `json:"stream_options"`
	ResponseFormat struct {
		Type   string `json:"type"`
		Schema struct {
			Name   string          `json:"name"`
			Strict bool            `json:"strict"`
			Schema json.RawMessage `json:"schema"`
		} `json:"json_schema"`
	} `json:"response_format"`
	// Auth is the Authorization header.
	Auth string `json:"-"`
}

// Message is one of a Request.
type Message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// Text is all of the request's messages.
func (r Request) Text() string {
	var b strings.Builder
	for _, m := range r.Messages {
		b.WriteString(m.Content + "\n")
	}
	return b.String()
}

// Endpoint is a running server.
type Endpoint struct {
	server *httptest.Server
	script Script
	over   chan struct{}

	mu       sync.Mutex
	requests []Request
	step     int
}

// Start runs the script until the test ends.
func Start(t testing.TB, s Script) *Endpoint {
	t.Helper()
	e := &Endpoint{script: s, over: make(chan struct{})}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/chat/completions", e.complete)
	mux.HandleFunc("GET /v1/models", e.models)
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "404 page not found", http.StatusNotFound) // no JSON: what a base address without /v1 meets
	})
	e.server = httptest.NewServer(mux)
	t.Cleanup(func() {
		close(e.over)
		e.server.CloseClientConnections()
		e.server.Close()
	})
	return e
}

// URL is the base address, with /v1.
func (e *Endpoint) URL() string { return e.server.URL + "/v1" }

// Requests are the chat completions asked for so far, those included that were answered with an error.
func (e *Endpoint) Requests() []Request {
	e.mu.Lock()
	defer e.mu.Unlock()
	return append([]Request(nil), e.requests...)
}

func (e *Endpoint) models(w http.ResponseWriter, _ *http.Request) {
	if first := e.script.Steps[0]; first.Status >= 400 {
		e.play(w, nil, first, Request{})
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"object": "list", "data": []any{map[string]any{"id": Model, "object": "model", "owned_by": "tests"}}})
}

// complete refuses what is no chat completion as OpenAI does, and otherwise plays the next step; the last one again and again.
func (e *Endpoint) complete(w http.ResponseWriter, r *http.Request) {
	var req Request
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 4<<20)).Decode(&req); err != nil {
		complain(w, "We could not parse the JSON body of your request.", "")
		return
	}
	req.Auth = r.Header.Get("Authorization")
	if what, param := wrong(req); what != "" {
		complain(w, what, param)
		return
	}
	e.mu.Lock()
	e.requests = append(e.requests, req)
	refusal := e.script.refusal(req)
	step := e.script.Steps[min(e.step, len(e.script.Steps)-1)]
	if refusal == nil {
		e.step++
	}
	e.mu.Unlock()
	if refusal != nil {
		step = *refusal
	}
	e.play(w, r, step, req)
}

// wrong finds what every such endpoint refuses.
func wrong(req Request) (what, param string) {
	if req.Model == "" {
		return "you must provide a model parameter", "model"
	}
	if len(req.Messages) == 0 {
		return "Invalid 'messages': empty array. Expected an array with minimum length 1.", "messages"
	}
	for i, m := range req.Messages {
		switch {
		case m.Role != "system" && m.Role != "user" && m.Role != "assistant":
			return fmt.Sprintf("Invalid value: '%s'.", m.Role), fmt.Sprintf("messages[%d].role", i)
		case m.Content == "":
			return "Invalid value for 'content': expected a string, got null.", fmt.Sprintf("messages.[%d].content", i)
		}
	}
	if req.ResponseFormat.Type == "json_object" && !strings.Contains(req.Text(), "JSON") {
		return "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.", "messages"
	}
	return "", ""
}

func complain(w http.ResponseWriter, message, param string) {
	writeJSON(w, http.StatusBadRequest, map[string]any{"error": map[string]any{"message": message, "type": "invalid_request_error", "param": param, "code": nil}})
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v)
}
