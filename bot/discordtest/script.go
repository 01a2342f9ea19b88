package discordtest

import (
	"net/http"
	"strings"
	"time"
)

// script is what the gateway will do wrong.
type script struct {
	acks             bool
	mute             int
	refuseConnects   int
	deadResumeURL    bool
	refuseResumes    int
	refuseIdentifies int
	reconnectFirst   int
	closeIdentifies  []int
	twice            bool
	holding          bool
	held             []func()
}

func (s *script) take(n *int) bool {
	if *n == 0 {
		return false
	}
	*n--
	return true
}

// onIdentify plays what is scripted for the next identify.
func (s *script) onIdentify(c *conn) (goOn, handled bool) {
	switch {
	case len(s.closeIdentifies) > 0:
		c.close(s.closeIdentifies[0], "scripted")
		s.closeIdentifies = s.closeIdentifies[1:]
		return false, true
	case s.take(&s.refuseIdentifies):
		c.send(packet{Op: opInvalid, Data: false})
		return true, true
	case s.take(&s.reconnectFirst):
		c.send(packet{Op: opReconnect})
		return true, true
	}
	return true, false
}

func (g *Gateway) set(change func(*script)) {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	change(&g.script)
	g.d.touch()
}

// HeartbeatEvery sets the interval, in wall time, that the next connections are asked for; it is 41.25 s at first.
func (g *Gateway) HeartbeatEvery(interval time.Duration) {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	g.interval = interval
}

// Acks turns the acknowledgement of heartbeats on (as it is at first) or off.
func (g *Gateway) Acks(on bool) { g.set(func(s *script) { s.acks = on }) }

// RefuseConnections answers the next n websocket handshakes with 503.
func (g *Gateway) RefuseConnections(n int) { g.set(func(s *script) { s.refuseConnects = n }) }

// StayMute accepts the next n connections and never says Hello on them.
func (g *Gateway) StayMute(n int) { g.set(func(s *script) { s.mute = n }) }

// BreakResumeURL makes the address that Ready gave for resuming refuse every handshake.
func (g *Gateway) BreakResumeURL() { g.set(func(s *script) { s.deadResumeURL = true }) }

// RefuseResumes answers the next n resumes with op 9.
func (g *Gateway) RefuseResumes(n int) { g.set(func(s *script) { s.refuseResumes = n }) }

// RefuseIdentifies answers the next n identifies with op 9.
func (g *Gateway) RefuseIdentifies(n int) { g.set(func(s *script) { s.refuseIdentifies = n }) }

// ReconnectFirst answers the next n identifies with op 7 in place of Ready.
func (g *Gateway) ReconnectFirst(n int) { g.set(func(s *script) { s.reconnectFirst = n }) }

// CloseIdentifies closes the connection of each of the next identifies with one of the codes (4004, 4013, …).
func (g *Gateway) CloseIdentifies(codes ...int) {
	g.set(func(s *script) { s.closeIdentifies = append(s.closeIdentifies, codes...) })
}

// Twice delivers every event twice from now on, or no longer.
func (g *Gateway) Twice(on bool) { g.set(func(s *script) { s.twice = on }) }

// Hold keeps events back until Release.
func (g *Gateway) Hold() { g.set(func(s *script) { s.holding = true }) }

// Release lets what Hold kept go: the order of the events is turned round when backwards is true.
func (g *Gateway) Release(backwards bool) {
	g.set(func(s *script) {
		for i := range s.held {
			if backwards {
				i = len(s.held) - 1 - i
			}
			s.held[i]()
		}
		s.held, s.holding = nil, false
	})
}

// LimitIdentifies answers op 9 to more than max identifies within the window of wall time; Discord's own is 5 seconds.
func (g *Gateway) LimitIdentifies(maxConcurrency int, window time.Duration) {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	if window == 0 {
		window = identifyPause
	}
	g.limit, g.window = maxConcurrency, window
}

// RequireShards makes /gateway/bot recommend n shards and closes fewer with 4011.
func (g *Gateway) RequireShards(n int) {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	g.shards = n
}

// GrantContent gives the application the message content intent.
func (g *Gateway) GrantContent() {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	g.content = true
}

// GrantMembers gives the application the intents for members and presences.
func (g *Gateway) GrantMembers() {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	g.privileged = true
}

// Reconnect sends op 7 on every connection. The sessions stay fit to be resumed.
func (g *Gateway) Reconnect() { g.each(func(c *conn) { c.send(packet{Op: opReconnect}) }) }

// Invalidate sends op 9 on every connection. Sessions that are not resumable are gone.
func (g *Gateway) Invalidate(resumable bool) {
	g.each(func(c *conn) {
		c.send(packet{Op: opInvalid, Data: resumable})
		if c.session != nil && !resumable {
			c.session.finished = true
		}
	})
}

// Close closes every connection with the code.
func (g *Gateway) Close(code int, reason string) {
	g.each(func(c *conn) { c.close(code, reason) })
}

// Drop hangs up every connection without a close frame.
func (g *Gateway) Drop() { g.each(func(c *conn) { c.cut() }) }

func (g *Gateway) each(do func(*conn)) {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	for _, c := range g.conns {
		do(c)
	}
}

// Identifies is how many identifies have come in, refused ones too.
func (g *Gateway) Identifies() int { return g.count(&g.identifies) }

// Resumes is how many resumes have come in, refused ones too.
func (g *Gateway) Resumes() int { return g.count(&g.resumes) }

// Heartbeats is how many heartbeats have come in.
func (g *Gateway) Heartbeats() int { return g.count(&g.beats) }

func (g *Gateway) count(n *int) int {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	return *n
}

// WaitIdentifies waits, in wall time, until n identifies have come in since the start.
func (g *Gateway) WaitIdentifies(n int, timeout time.Duration) bool {
	return g.d.await(timeout, func() bool { return g.identifies >= n })
}

// WaitReady waits, in wall time, until the bot has at least one session with a connection, or fails the test.
func (g *Gateway) WaitReady(timeout time.Duration) {
	g.d.t.Helper()
	if !g.d.await(timeout, func() bool { return g.live("") }) {
		g.d.t.Errorf("discordtest: no bot has identified within %v", timeout)
	}
}

// turnedAway plays what is scripted for handshakes.
func (g *Gateway) turnedAway(r *http.Request) bool {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	if g.script.deadResumeURL && strings.HasPrefix(r.URL.Path, "/gw/resume") {
		return true
	}
	return g.script.take(&g.script.refuseConnects)
}
