package discordtest

import (
	"slices"
	"time"

	"github.com/gorilla/websocket"
)

// admit takes a new connection in and greets it, unless the fake has ended.
func (g *Gateway) admit(c *conn) bool {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	if g.ended {
		return false
	}
	g.conns = append(g.conns, c)
	if !g.script.take(&g.script.mute) {
		c.send(packet{Op: opHello, Data: object{"heartbeat_interval": g.interval.Milliseconds()}})
	}
	return true
}

// leave forgets a connection. A bot that closed with 1000 or 1001 has given its session up.
func (g *Gateway) leave(c *conn, gaveUp bool) {
	c.hangUp()
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	g.conns = slices.DeleteFunc(g.conns, func(other *conn) bool { return other == c })
	g.part(c, gaveUp)
}

// goodbye answers a close frame. What the bot has left is forgotten before it hears so: it may come back at once, and no event
// may go to where it was. The answer is the library's own.
func (g *Gateway) goodbye(c *conn, code int) error {
	g.d.mu.Lock()
	g.part(c, code == websocket.CloseNormalClosure || code == websocket.CloseGoingAway)
	g.d.mu.Unlock()
	_ = c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(time.Second))
	return nil
}

// part ends what a connection is to its session.
func (g *Gateway) part(c *conn, gaveUp bool) {
	if s := c.session; s != nil && s.conn == c {
		s.conn = nil
		s.finished = s.finished || gaveUp
	}
	g.d.touch()
}

// shut hangs up on everybody at the end of the test.
func (g *Gateway) shut() {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	g.ended = true
	for _, c := range g.conns {
		c.cut()
	}
}

// live says whether a connection serves the guild ("" for direct messages).
func (g *Gateway) live(guildID string) bool {
	return slices.ContainsFunc(g.sessions, func(s *session) bool {
		return s.conn != nil && s.ready && s.serves(guildID)
	})
}

// dispatch sends an event to every session of the guild's shard that asked for one of the intents (0 for always).
func (g *Gateway) dispatch(kind, guildID string, intents int, data any) {
	send := func() {
		for _, s := range g.sessions {
			if s.finished || !s.serves(guildID) || intents != 0 && s.intents&intents == 0 {
				continue
			}
			s.push(kind, data)
			if g.script.twice {
				s.push(kind, data)
			}
		}
	}
	if g.script.holding {
		g.script.held = append(g.script.held, send)
		return
	}
	send()
}

// dispatchIn sends a message's event with the intent that its channel asks for.
func (g *Gateway) dispatchIn(c *Channel, kind string, data object) {
	intent := intentGuildMessages
	if c.Guild == nil {
		intent = intentDirectMessages
	}
	if c.botMay(permViewChannel) {
		g.dispatch(kind, c.guildID(), intent, data)
	}
}

func (g *Gateway) dispatchMessage(kind string, m *Message) {
	o := m.Channel.scope(m.wire(g.d.hidden(m)))
	if m.Channel.Guild != nil {
		if author := m.Channel.Guild.members[m.Author.ID]; author != nil {
			o["member"] = author.wire(false)
		}
	}
	g.dispatchIn(m.Channel, kind, o)
}
