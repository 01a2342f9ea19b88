package bot

import (
	"context"
	"crypto/tls"
	"encoding/binary"
	"net"
	"sync"
	"time"
)

// silenceLimit is the longest that a living gateway is silent: it answers a heartbeat every 41 seconds. discordgo itself would
// notice after five of them.
const silenceLimit = 100 * time.Second

// socket is the gateway's connection under discordgo's hands. It tells what discordgo keeps to itself: that the connection has
// ended, and the code it was closed with.
type socket struct {
	net.Conn
	frames frames
	once   sync.Once
	ended  chan struct{}

	mu   sync.Mutex
	code int
}

// dialed is the socket of one session, as soon as there is one.
type dialed struct {
	mu   sync.Mutex
	last *socket
}

func (d *dialed) plain(ctx context.Context, network, addr string) (net.Conn, error) {
	conn, err := (&net.Dialer{}).DialContext(ctx, network, addr)
	if err != nil {
		return nil, err
	}
	return d.wrap(conn), nil
}

func (d *dialed) secret(ctx context.Context, network, addr string) (net.Conn, error) {
	conn, err := (&tls.Dialer{Config: &tls.Config{MinVersion: tls.VersionTLS12}}).DialContext(ctx, network, addr)
	if err != nil {
		return nil, err
	}
	return d.wrap(conn), nil
}

func (d *dialed) wrap(conn net.Conn) net.Conn {
	s := &socket{Conn: conn, ended: make(chan struct{})}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last = s
	return s
}

// hangUp ends the connection, if there is one: what waits on it wakes up.
func (d *dialed) hangUp() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.last != nil {
		_ = d.last.Close() // it may have ended by itself
	}
}

// code is the close code that Discord has sent, 0 where it sent none.
func (d *dialed) code() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.last == nil {
		return 0
	}
	d.last.mu.Lock()
	defer d.last.mu.Unlock()
	return d.last.code
}

func (s *socket) Read(p []byte) (int, error) {
	_ = s.Conn.SetReadDeadline(time.Now().Add(silenceLimit)) // a connection that cannot take a deadline fails in Read
	n, err := s.Conn.Read(p)
	code := s.frames.feed(p[:n])
	if code != 0 {
		s.mu.Lock()
		s.code = code
		s.mu.Unlock()
	}
	if err != nil || code != 0 { // after a close frame there is nothing more to come
		s.once.Do(func() { close(s.ended) })
	}
	return n, err
}

func (s *socket) Close() error {
	s.once.Do(func() { close(s.ended) })
	return s.Conn.Close()
}

// frames follows a websocket stream from the server, which is never masked (RFC 6455 §5.2), and looks at close frames alone.
type frames struct {
	open   bool // the handshake's reply is over
	tail   [4]byte
	header []byte
	left   uint64 // of the frame's payload
	closes bool
	body   []byte
}

// feed takes the next bytes and returns the close code where one is complete among them, otherwise 0.
func (f *frames) feed(p []byte) (code int) {
	for len(p) > 0 {
		switch {
		case !f.open:
			copy(f.tail[:], append(f.tail[1:4:4], p[0]))
			f.open = string(f.tail[:]) == "\r\n\r\n"
			p = p[1:]
		case f.left > 0:
			n := min(uint64(len(p)), f.left)
			if f.closes {
				f.body = append(f.body, p[:n]...)
			}
			p, f.left = p[n:], f.left-n
		default:
			f.header = append(f.header, p[0])
			p = p[1:]
			f.begin()
		}
		if f.closes && len(f.body) >= 2 {
			code = int(binary.BigEndian.Uint16(f.body))
		}
	}
	return code
}

// begin starts a frame as soon as its header is whole.
func (f *frames) begin() {
	const opcodeClose = 8
	h := f.header
	if len(h) < 2 {
		return
	}
	size, need := uint64(h[1]&0x7f), 2
	switch size {
	case 126:
		need = 4
	case 127:
		need = 10
	}
	if len(h) < need {
		return
	}
	if need == 4 {
		size = uint64(binary.BigEndian.Uint16(h[2:]))
	} else if need == 10 {
		size = binary.BigEndian.Uint64(h[2:])
	}
	f.left, f.closes, f.header, f.body = size, h[0]&0x0f == opcodeClose, h[:0], f.body[:0]
}
