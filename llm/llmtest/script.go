package llmtest

import (
	"embed"
	"fmt"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/txtar"
)

//go:embed testdata/*.txtar
var files embed.FS

// Script is one behaviour of an endpoint.
type Script struct {
	// Name is the file's, without its ending; About says what it plays.
	Name, About string
	// Steps are played in order; the last one for every further request.
	Steps []Step
	// Refusals are played, out of order, for requests that hold a field that the endpoint does not know.
	Refusals []Step
}

// Step is the answer to one request.
type Step struct {
	// Do is reply, refuse (a refusal in the message), raw (Status and Body as they are), hang, cut or drip.
	Do string
	// Field is what of a request a refusal refuses: json_schema, json_object, max_tokens or temperature.
	Field  string
	Status int
	Header map[string]string
	// Finish is the finish_reason, "" for none.
	Finish string
	// Read and Wrote are the numbers of tokens that the endpoint says it read and wrote, where they are not the true ones.
	Read, Wrote int
	// Cached is the number of them that it had in its cache.
	Cached int
	Wait   time.Duration
	// Body is the reply's content, or the raw body.
	Body string
}

// Say is a script of complete replies.
func Say(replies ...string) Script {
	s := Script{Name: "say"}
	for _, r := range replies {
		s.Steps = append(s.Steps, Step{Do: "reply", Status: http.StatusOK, Finish: "stop", Body: r})
	}
	return s
}

// Scripts are all the behaviours that stand in testdata, by name.
func Scripts() ([]Script, error) {
	entries, err := files.ReadDir("testdata")
	if err != nil {
		return nil, err
	}
	var out []Script
	for _, e := range entries {
		s, err := Load(strings.TrimSuffix(e.Name(), ".txtar"))
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// Load reads one behaviour of testdata.
func Load(name string) (Script, error) {
	text, err := files.ReadFile(path.Join("testdata", name+".txtar"))
	if err != nil {
		return Script{}, err
	}
	a := txtar.Parse(text)
	s := Script{Name: name, About: strings.TrimSpace(string(a.Comment))}
	for _, f := range a.Files {
		step, err := parseStep(f.Name, string(f.Data))
		if err != nil {
			return Script{}, fmt.Errorf("%s: %w", name, err)
		}
		if step.Do == "not" {
			s.Refusals = append(s.Refusals, step)
			continue
		}
		s.Steps = append(s.Steps, step)
	}
	if len(s.Steps) == 0 || s.About == "" {
		return Script{}, fmt.Errorf("%s: a script says what it plays and has a step", name)
	}
	return s, nil
}

// parseStep reads "-- reply finish=length --" and its like.
func parseStep(head, body string) (Step, error) {
	fields := strings.Fields(head)
	s := Step{Do: fields[0], Status: http.StatusOK, Finish: "stop", Header: map[string]string{}, Body: strings.TrimSuffix(body, "\n")}
	var err error
	for _, field := range fields[1:] {
		key, value, _ := strings.Cut(field, "=")
		switch key {
		case "status":
			s.Status, err = strconv.Atoi(value)
		case "finish":
			s.Finish = value
		case "read":
			s.Read, err = strconv.Atoi(value)
		case "wrote":
			s.Wrote, err = strconv.Atoi(value)
		case "cached":
			s.Cached, err = strconv.Atoi(value)
		case "wait":
			s.Wait, err = time.ParseDuration(value)
		case "field":
			s.Field = value
		case "repeat":
			var n int
			n, err = strconv.Atoi(value)
			s.Body = strings.Repeat(s.Body, n)
		default:
			s.Header[key] = value
		}
		if err != nil {
			return s, fmt.Errorf("%s: %w", head, err)
		}
	}
	switch s.Do {
	case "reply", "refuse", "raw", "hang", "cut", "drip":
	case "not":
		s.Status = max(s.Status, http.StatusBadRequest)
		if s.Field == "" {
			return s, fmt.Errorf("%s: no field", head)
		}
	default:
		return s, fmt.Errorf("%s: no such step", head)
	}
	return s, nil
}

// refusal is the step for a request that holds what the endpoint does not know, or nil.
func (s Script) refusal(req Request) *Step {
	for _, r := range s.Refusals {
		if holds(req, r.Field) {
			r.Do = "raw"
			return &r
		}
	}
	return nil
}

func holds(req Request, field string) bool {
	switch field {
	case "max_tokens":
		return req.MaxTokens > 0
	case "temperature":
		return req.Temperature != nil
	}
	return req.ResponseFormat.Type == field
}
