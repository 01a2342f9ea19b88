package discordtest

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Fault is one scripted misfortune of a REST request.
type Fault struct {
	status int
	scope  string
	after  time.Duration // Retry-After
	html   bool
	delay  time.Duration
	cut    cutting
}

type cutting int

const (
	cutNever cutting = iota
	cutBefore
	cutAfter
)

type scripted struct {
	route string
	fault Fault
}

// RateLimited is a 429 of the route's own bucket (scope "user").
func RateLimited(retryAfter time.Duration) Fault {
	return Fault{status: http.StatusTooManyRequests, scope: "user", after: retryAfter}
}

// RateLimitedShared is a 429 of scope "shared": others have used the resource up.
func RateLimitedShared(retryAfter time.Duration) Fault {
	return Fault{status: http.StatusTooManyRequests, scope: "shared", after: retryAfter}
}

// RateLimitedGlobally is a 429 of scope "global". As from Discord, it carries no X-RateLimit-Reset-After.
func RateLimitedGlobally(retryAfter time.Duration) Fault {
	return Fault{status: http.StatusTooManyRequests, scope: "global", after: retryAfter}
}

// Banned is Cloudflare's 429: a page of HTML in place of JSON.
func Banned(retryAfter time.Duration) Fault {
	return Fault{status: http.StatusTooManyRequests, after: retryAfter, html: true}
}

// ServerError is a 5xx with a body that is not JSON, as a proxy sends it.
func ServerError(status int) Fault { return Fault{status: status, html: true} }

// Slow answers properly, but only after the wall time.
func Slow(delay time.Duration) Fault { return Fault{delay: delay} }

// CutBefore closes the connection without doing what was asked.
func CutBefore() Fault { return Fault{cut: cutBefore} }

// CutAfter does what was asked and closes the connection in place of answering.
func CutAfter() Fault { return Fault{cut: cutAfter} }

// Fail scripts the next requests of a route, one fault each, in order. The route is a Request's Route, or the beginning
// of one ("PATCH /webhooks/"), or "" for any.
func (d *Discord) Fail(route string, faults ...Fault) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, f := range faults {
		d.faults = append(d.faults, &scripted{route, f})
	}
}

// Times repeats a fault, for Fail.
func Times(n int, f Fault) []Fault {
	list := make([]Fault, n)
	for i := range list {
		list[i] = f
	}
	return list
}

// WaitFaults waits, in wall time, until every scripted fault has met its request, which may still be in its throes.
func (d *Discord) WaitFaults(timeout time.Duration) bool {
	return d.await(timeout, func() bool { return len(d.faults) == 0 })
}

func (d *Discord) takeFault(r *route) *Fault {
	d.mu.Lock()
	defer d.mu.Unlock()
	for i, s := range d.faults {
		if strings.HasPrefix(r.name(), s.route) {
			d.faults = append(d.faults[:i], d.faults[i+1:]...)
			d.touch()
			return &s.fault
		}
	}
	return nil
}

// act plays the fault; proceed is true when the request is then handled as usual.
func (f *Fault) act(w http.ResponseWriter, r *http.Request, ended <-chan struct{}) (proceed bool) {
	if f.delay > 0 {
		select {
		case <-time.After(f.delay):
		case <-r.Context().Done():
		case <-ended:
		}
	}
	switch {
	case f.cut == cutBefore:
		cut(w)
	case f.status == http.StatusTooManyRequests:
		f.limit(w)
	case f.status != 0:
		http.Error(w, "<html><body>upstream error</body></html>", f.status)
	default:
		return true
	}
	return false
}

func (f *Fault) limit(w http.ResponseWriter) {
	h := w.Header()
	seconds := strconv.FormatFloat(f.after.Seconds(), 'f', 3, 64)
	h.Set("Retry-After", strconv.Itoa(int((f.after+time.Second-1)/time.Second)))
	if f.html {
		h.Set("Content-Type", "text/html; charset=UTF-8")
		w.WriteHeader(f.status)
		_, _ = w.Write([]byte("<!DOCTYPE html><html><title>Access denied | used Cloudflare to restrict access</title></html>"))
		return
	}
	h.Set("Content-Type", "application/json")
	h.Set("X-RateLimit-Scope", f.scope)
	if f.scope == "global" {
		h.Set("X-RateLimit-Global", "true")
	} else {
		h.Set("X-RateLimit-Limit", "1")
		h.Set("X-RateLimit-Remaining", "0")
		h.Set("X-RateLimit-Reset-After", seconds)
	}
	w.WriteHeader(f.status)
	_ = json.NewEncoder(w).Encode(object{"message": "You are being rate limited.", "retry_after": f.after.Seconds(), "global": f.scope == "global"})
}

// cut drops the connection so that the client sees no answer at all.
func cut(w http.ResponseWriter) {
	h, isHijacker := w.(http.Hijacker)
	if !isHijacker {
		panic(http.ErrAbortHandler)
	}
	conn, _, err := h.Hijack()
	if err == nil {
		_ = conn.Close()
	}
}
