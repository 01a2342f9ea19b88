package discordtest

import (
	"encoding/json"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// heartbeatInterval is what Hello asks for, in wall time.
const heartbeatInterval = 41250 * time.Millisecond

// conn is one websocket connection with a writer of its own, so that sending never waits for the bot to read.
type conn struct {
	ws      *websocket.Conn
	session *session    // guarded by the fake's lock
	sent    []time.Time // arrivals of packets, for the bound of 120 a minute

	mu    sync.Mutex
	queue [][]byte
	wake  chan struct{}
	done  bool
	final []byte // a close frame, after the queue
}

func newConn(ws *websocket.Conn) *conn {
	c := &conn{ws: ws, wake: make(chan struct{}, 1)}
	go c.write()
	return c
}

// send queues a packet. Its data is fixed now, whatever becomes of the world later.
func (c *conn) send(p packet) {
	data, err := json.Marshal(p)
	if err != nil {
		panic("discordtest: an event that is not JSON: " + err.Error())
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.queue = append(c.queue, data)
	c.poke()
}

// close sends what is queued, then a close frame, and hangs up.
func (c *conn) close(code int, reason string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.final, c.done = websocket.FormatCloseMessage(code, reason), true
	c.poke()
}

// cut hangs up without a close frame.
func (c *conn) cut() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done, c.queue = true, nil
	c.poke()
	_ = c.ws.UnderlyingConn().Close()
}

// hangUp ends a connection that the bot has left, or lets a close frame that is under way end it.
func (c *conn) hangUp() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done = true
	c.poke()
}

func (c *conn) poke() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// write is the only writer of the socket.
func (c *conn) write() {
	for range c.wake {
		c.mu.Lock()
		batch, done, final := c.queue, c.done, c.final
		c.queue = nil
		c.mu.Unlock()
		for _, data := range batch {
			if c.ws.WriteMessage(websocket.TextMessage, data) != nil {
				_ = c.ws.Close()
				return
			}
		}
		if !done {
			continue
		}
		if final != nil {
			_ = c.ws.WriteControl(websocket.CloseMessage, final, time.Now().Add(time.Second))
			time.Sleep(10 * time.Millisecond) // the peer reads the frame before the socket goes
		}
		_ = c.ws.Close()
		return
	}
}

// flood says whether the bot has sent more than the bound within the last minute of wall time.
func (c *conn) flood(now time.Time) bool {
	recent := c.sent[:0]
	for _, t := range c.sent {
		if now.Sub(t) < time.Minute {
			recent = append(recent, t)
		}
	}
	c.sent = append(recent, now)
	return len(c.sent) > maxPerMinute
}
