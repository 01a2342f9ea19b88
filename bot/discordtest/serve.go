package discordtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
	"time"
)

const maxBody = 32 << 20

// Request is one REST request as it came in, with what it was answered.
type Request struct {
	Method, Path string
	// Route is the method with the path's template, such as "PATCH /webhooks/{app}/{token}/messages/@original"; "" when there is none.
	Route  string
	Header http.Header
	// Body is the JSON that was sent; of a multipart form it is payload_json.
	Body json.RawMessage
	// Files are the names of the files that came along.
	Files []string
	// Status is what the fake decided, also when the answer was then lost; 0 when the connection was cut before anything was done.
	Status int
	// At is the fake's time of arrival, and Wall the real one.
	At, Wall time.Time
}

// exchange is a request on its way through the fake. Handlers run under the fake's lock.
type exchange struct {
	d     *Discord
	r     *http.Request
	route *route
	vars  map[string]string
	body  []byte
	files []*Attachment
	lost  bool // the answer will not arrive, by script
}

// Requests are all REST requests so far, oldest first.
func (d *Discord) Requests() []Request {
	d.mu.Lock()
	defer d.mu.Unlock()
	all := make([]Request, len(d.requests))
	for i, r := range d.requests {
		all[i] = *r
	}
	return all
}

func (d *Discord) serve(w http.ResponseWriter, r *http.Request) {
	switch {
	case strings.HasPrefix(r.URL.Path, "/gw"):
		d.gateway.serve(w, r)
	case strings.HasPrefix(r.URL.Path, "/cdn/"):
		d.serveFile(w, r)
	default:
		d.serveREST(w, r)
	}
}

func (d *Discord) serveREST(w http.ResponseWriter, r *http.Request) {
	x, log, out, decided := d.arrive(r)
	var fault *Fault
	if !decided {
		fault = d.takeFault(x.route)
	}
	if fault != nil {
		if !fault.act(w, r, d.ended) {
			d.settle(log, fault.status)
			return
		}
		x.lost = fault.cut == cutAfter || r.Context().Err() != nil
	}
	if !decided {
		out = d.answer(x)
	}
	d.settle(log, out.status)
	if x.lost {
		cut(w)
		return
	}
	write(w, x, out)
}

// arrive reads and records the request; decided is true when it is refused before any handler may see it.
func (d *Discord) arrive(r *http.Request) (x *exchange, log *Request, out reply, decided bool) {
	x = &exchange{d: d, r: r}
	readErr := x.read()
	version, path := splitVersion(r.URL.Path)
	d.mu.Lock()
	defer d.mu.Unlock()
	log = &Request{Method: r.Method, Path: r.URL.Path, Header: r.Header.Clone(), Body: x.body, At: d.clock(), Wall: time.Now()}
	for _, f := range x.files {
		log.Files = append(log.Files, f.Filename)
	}
	d.requests = append(d.requests, log)
	d.touch()
	if version != "v9" && version != "v10" {
		d.problem("%s %s: no API version 9 or 10 in the path", r.Method, r.URL.Path)
		return x, log, refuse(http.StatusBadRequest, codeInvalidForm, "Invalid API version"), true
	}
	x.route, x.vars = findRoute(r.Method, path)
	if x.route == nil {
		d.problem("%s %s: no such route", r.Method, r.URL.Path)
		return x, log, refuse(http.StatusNotFound, 0, "404: Not Found"), true
	}
	log.Route = x.route.name()
	if !x.route.open && r.Header.Get("Authorization") != "Bot "+d.token {
		return x, log, refuse(http.StatusUnauthorized, 0, "401: Unauthorized"), true
	}
	if readErr != nil {
		d.problem("%s: %v", log.Route, readErr)
		return x, log, refuse(http.StatusBadRequest, codeBadJSON, "The request body contains invalid JSON."), true
	}
	return x, log, reply{}, false
}

// answer judges the request and lets its route do the work.
func (d *Discord) answer(x *exchange) reply {
	flaws := d.schema.check(x.route, x.body)
	d.mu.Lock()
	defer d.mu.Unlock()
	if !strings.HasPrefix(x.r.Header.Get("User-Agent"), "DiscordBot (") {
		d.problem("%s: User-Agent is not \"DiscordBot (url, version)\"; Discord may block it", x.route.name())
	}
	out, refused := refuseFlaws(flaws)
	if !refused {
		out = x.route.handle(x)
	}
	if out.problem != "" {
		d.problem("%s: %s", x.route.name(), out.problem)
	}
	return out
}

func (d *Discord) settle(log *Request, status int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	log.Status = status
	d.touch()
}

// judge applies the rules beyond the schema; refused is true when Discord would not take the request.
func (x *exchange) judge(s subject) (out reply, refused bool) {
	s.files, s.clock = len(x.files), x.d.clock()
	flaws := judge(s)
	for _, f := range flaws {
		if f.house {
			x.d.problem("%s: house: %s", x.route.name(), f.line())
		}
	}
	return refuseFlaws(flaws)
}

// read takes the body in, JSON or a multipart form.
func (x *exchange) read() error {
	data, err := io.ReadAll(io.LimitReader(x.r.Body, maxBody))
	if err != nil {
		return fmt.Errorf("read the body: %w", err)
	}
	kind, params, _ := mime.ParseMediaType(x.r.Header.Get("Content-Type"))
	if kind == "multipart/form-data" {
		return x.readForm(multipart.NewReader(bytes.NewReader(data), params["boundary"]))
	}
	if len(data) == 0 {
		return nil
	}
	if !json.Valid(data) {
		return errors.New("the body is not JSON")
	}
	x.body = data
	if kind != "application/json" {
		return fmt.Errorf("a JSON body with Content-Type %q", kind)
	}
	return nil
}

func (x *exchange) readForm(form *multipart.Reader) error {
	for {
		part, err := form.NextPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read the form: %w", err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return fmt.Errorf("read the form: %w", err)
		}
		switch {
		case part.FormName() == "payload_json" && json.Valid(data):
			x.body = data
		case part.FormName() == "payload_json":
			return errors.New("payload_json is not JSON")
		case part.FileName() != "":
			x.files = append(x.files, &Attachment{Filename: part.FileName(), ContentType: part.Header.Get("Content-Type"), Data: data})
		}
	}
}

func write(w http.ResponseWriter, x *exchange, out reply) {
	h := w.Header()
	if x.route != nil {
		h.Set("X-RateLimit-Bucket", x.route.bucket())
		h.Set("X-RateLimit-Limit", "50")
		h.Set("X-RateLimit-Remaining", "49")
		h.Set("X-RateLimit-Reset-After", "1.000")
	}
	if out.body == nil {
		w.WriteHeader(out.status)
		return
	}
	h.Set("Content-Type", "application/json")
	w.WriteHeader(out.status)
	_ = json.NewEncoder(w).Encode(out.body) // the bot may have gone away; its own test says so
}

// splitVersion cuts "/api/v10/users/@me" into "v10" and "/users/@me".
func splitVersion(path string) (version, rest string) {
	path, found := strings.CutPrefix(path, "/api/")
	if !found {
		return "", path
	}
	version, rest, _ = strings.Cut(path, "/")
	return version, "/" + rest
}
