package discordtest

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestScriptedFaults(t *testing.T) {
	rows := []struct {
		name   string
		fault  Fault
		status int
		header map[string]string
		body   string
	}{
		{"user limit", RateLimited(1500 * time.Millisecond), 429, map[string]string{"Retry-After": "2", "X-RateLimit-Scope": "user", "X-RateLimit-Reset-After": "1.500"}, `"retry_after":1.5`},
		{"shared limit", RateLimitedShared(time.Second), 429, map[string]string{"X-RateLimit-Scope": "shared"}, `"global":false`},
		{"global limit", RateLimitedGlobally(time.Second), 429, map[string]string{"X-RateLimit-Global": "true", "X-RateLimit-Reset-After": ""}, `"global":true`},
		{"ban", Banned(time.Minute), 429, map[string]string{"Content-Type": "text/html; charset=UTF-8", "Retry-After": "60"}, "<!DOCTYPE html>"},
		{"bad gateway", ServerError(502), 502, nil, "<html>"},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			s := newStage(t)
			s.Fail("GET /users/@me", r.fault)
			got := call(t, s.Discord, "GET", "/users/@me", "")
			if got.status != r.status || !strings.Contains(got.raw, r.body) {
				t.Errorf("answered %d %s; want %d with %s", got.status, got.raw, r.status, r.body)
			}
			for key, want := range r.header {
				if got.header.Get(key) != want {
					t.Errorf("%s: %q, want %q", key, got.header.Get(key), want)
				}
			}
			call(t, s.Discord, "GET", "/users/@me", "").want(t, 200, 0)
		})
	}
}

func TestFaultsAreForTheirRouteAndInOrder(t *testing.T) {
	s := newStage(t)
	s.Fail("POST /channels/", Times(2, ServerError(500))...)
	s.Fail("POST /channels/", ServerError(503))
	call(t, s.Discord, "GET", "/channels/"+s.room.ID, "").want(t, 200, 0)
	if s.WaitFaults(10 * time.Millisecond) {
		t.Error("the faults are gone before a request has met them")
	}
	var got []int
	for range 4 {
		got = append(got, call(t, s.Discord, "POST", "/channels/"+s.room.ID+"/messages", `{"content":"a",`+mute+`}`).status)
	}
	if want := []int{500, 500, 503, 200}; !slices.Equal(got, want) {
		t.Errorf("answered %v, want %v", got, want)
	}
	if !s.WaitFaults(soon) {
		t.Error("the faults are still to come")
	}
	if n := len(s.Messages(s.room)); n != 1 {
		t.Errorf("%d messages, want 1", n)
	}
}

func TestCutsAndSlowness(t *testing.T) {
	rows := []struct {
		name     string
		fault    Fault
		messages int
		fails    bool
	}{
		{"cut before", CutBefore(), 0, true},
		{"cut after", CutAfter(), 1, true},
		{"slow", Slow(60 * time.Millisecond), 1, false},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			s := newStage(t)
			s.Fail("POST /channels/{channel_id}/messages", r.fault)
			start := time.Now()
			_, err := try(s.Discord, "POST", "/channels/"+s.room.ID+"/messages", "application/json", strings.NewReader(`{"content":"a",`+mute+`}`))
			if (err != nil) != r.fails {
				t.Errorf("error %v", err)
			}
			if took := time.Since(start); r.name == "slow" && took < 60*time.Millisecond {
				t.Errorf("answered after %v", took)
			}
			if n := len(s.Messages(s.room)); n != r.messages {
				t.Errorf("%d messages, want %d", n, r.messages)
			}
		})
	}
}

func TestRequestsAreRecorded(t *testing.T) {
	s := newStage(t)
	s.Advance(time.Hour)
	call(t, s.Discord, "POST", "/channels/"+s.room.ID+"/messages", `{"content":"a",`+mute+`}`)
	all := s.Requests()
	last := all[len(all)-1]
	if last.Route != "POST /channels/{channel_id}/messages" || last.Status != http.StatusOK || !last.At.Equal(Epoch.Add(time.Hour)) || !strings.Contains(string(last.Body), `"a"`) {
		t.Errorf("recorded %+v", last)
	}
}
