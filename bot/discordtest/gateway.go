package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/gorilla/websocket"
)

// Intent bits (events/gateway.mdx).
const (
	intentGuilds         = 1 << 0
	intentGuildMembers   = 1 << 1
	intentPresences      = 1 << 8
	intentGuildMessages  = 1 << 9
	intentDirectMessages = 1 << 12
	intentContent        = 1 << 15
	intentsPrivileged    = intentGuildMembers | intentPresences | intentContent
	intentsKnown         = 1<<17 - 1 | 1<<20 | 1<<21 | 1<<24 | 1<<25
)

// Gateway opcodes (topics/opcodes-and-status-codes.mdx).
const (
	opDispatch     = 0
	opHeartbeat    = 1
	opIdentify     = 2
	opResume       = 6
	opReconnect    = 7
	opInvalid      = 9
	opHello        = 10
	opHeartbeatAck = 11
)

// Bounds of what a bot may send (events/gateway.mdx).
const (
	maxPacket     = 4096
	maxPerMinute  = 120
	identifyPause = 5 * time.Second
)

// Gateway is the fake's websocket side. Its fields are guarded by the fake's lock.
type Gateway struct {
	d        *Discord
	base     string // ws://host:port
	sessions []*session
	conns    []*conn
	script   script

	interval                   time.Duration // between heartbeats
	ended                      bool
	identifies, resumes, beats int
	shards                     int
	content, privileged        bool
	limit                      int // max_concurrency, 0 for no limit
	window                     time.Duration
	recent                     []time.Time // wall times of identifies
}

// session is what Resume can continue.
type session struct {
	id       string
	shard    [2]int
	intents  int
	seq      int
	log      []packet
	conn     *conn // nil when no connection serves it
	finished bool  // cannot be resumed any more
	ready    bool
}

type packet struct {
	Op   int    `json:"op"`
	Data any    `json:"d"`
	Seq  *int   `json:"s,omitempty"`
	Type string `json:"t,omitempty"`
}

type inbound struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
}

func newGateway(d *Discord) *Gateway {
	return &Gateway{d: d, interval: heartbeatInterval, script: script{acks: true}}
}

func (g *Gateway) concurrency() int { return max(1, g.limit) }

// applicationFlags tells which privileged intents the application has been given.
func (g *Gateway) applicationFlags() int {
	const limitedMembers, limitedContent = 1 << 15, 1 << 19
	flags := 0
	if g.content {
		flags |= limitedContent
	}
	if g.privileged {
		flags |= limitedMembers
	}
	return flags
}

func (g *Gateway) serve(w http.ResponseWriter, r *http.Request) {
	if g.turnedAway(r) {
		http.Error(w, "upstream error", http.StatusServiceUnavailable)
		return
	}
	up := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	ws, err := up.Upgrade(w, r, nil)
	if err != nil {
		return // the upgrader has answered
	}
	c := newConn(ws)
	ws.SetCloseHandler(func(code int, _ string) error { return g.goodbye(c, code) })
	if !g.admit(c) {
		c.cut()
		return
	}
	if v := r.URL.Query().Get("v"); v != "9" && v != "10" || r.URL.Query().Get("encoding") != "json" {
		g.d.mu.Lock()
		g.d.problem("gateway: ?v=%s&encoding=%s; it must be 9 or 10 and json", v, r.URL.Query().Get("encoding"))
		g.d.mu.Unlock()
		c.close(4012, "Invalid API version")
	}
	g.listen(c)
}

// listen reads one connection until it ends.
func (g *Gateway) listen(c *conn) {
	gaveUp := false
	defer func() { g.leave(c, gaveUp) }()
	for {
		_, data, err := c.ws.ReadMessage()
		if err != nil {
			gaveUp = websocket.IsCloseError(err, websocket.CloseNormalClosure, websocket.CloseGoingAway)
			return
		}
		if !g.receive(c, data) {
			return
		}
	}
}

// receive handles one packet of the bot; false ends the connection.
func (g *Gateway) receive(c *conn, data []byte) bool {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	var in inbound
	switch {
	case len(data) > maxPacket:
		return g.reject(c, 4002, "Decode error", "a packet of %d bytes, over %d", len(data), maxPacket)
	case json.Unmarshal(data, &in) != nil:
		return g.reject(c, 4002, "Decode error", "a packet that is not JSON")
	case c.flood(time.Now()):
		return g.reject(c, 4008, "Rate limited", "more than %d packets in a minute", maxPerMinute)
	case in.Op == opHeartbeat:
		g.beat(c)
		return true
	case in.Op == opIdentify && c.session != nil || in.Op == opResume && c.session != nil:
		return g.reject(c, 4005, "Already authenticated", "identifies twice on one connection")
	case in.Op == opIdentify:
		return g.identify(c, in.Data)
	case in.Op == opResume:
		return g.resume(c, in.Data)
	case c.session == nil:
		return g.reject(c, 4003, "Not authenticated", "op %d before identify", in.Op)
	case in.Op == 3 || in.Op == 4 || in.Op == 8 || in.Op == 31:
		return true // presence, voice, members, soundboard: taken, without effect here
	}
	return g.reject(c, 4001, "Unknown opcode", "op %d is not for bots to send", in.Op)
}

// reject closes with the code and writes the bot's mistake down.
func (g *Gateway) reject(c *conn, code int, reason, problem string, args ...any) bool {
	g.d.problem("gateway: "+problem+" (close %d)", append(args, code)...)
	c.close(code, reason)
	return false
}

func (g *Gateway) beat(c *conn) {
	g.beats++
	if g.script.acks {
		c.send(packet{Op: opHeartbeatAck})
	}
	g.d.touch()
}

type identity struct {
	Token      string            `json:"token"`
	Intents    *int              `json:"intents"`
	Shard      *[2]int           `json:"shard"`
	Properties map[string]string `json:"properties"`
}

func (g *Gateway) identify(c *conn, data json.RawMessage) bool {
	g.identifies++
	defer g.d.touch()
	if goOn, handled := g.script.onIdentify(c); handled {
		return goOn
	}
	var id identity
	if err := json.Unmarshal(data, &id); err != nil {
		return g.reject(c, 4002, "Decode error", "an identify that cannot be read: %v", err)
	}
	shard := [2]int{0, 1}
	if id.Shard != nil {
		shard = *id.Shard
	}
	switch {
	case id.Token != g.d.token && id.Token != "Bot "+g.d.token:
		c.close(4004, "Authentication failed.")
		return false
	case shard[1] < 1 || shard[0] < 0 || shard[0] >= shard[1]:
		return g.reject(c, 4010, "Invalid shard", "shard %v", shard)
	case g.shards > 0 && shard[1] < g.shards:
		return g.reject(c, 4011, "Sharding required", "%d shards where %d are needed", shard[1], g.shards)
	case id.Intents == nil || *id.Intents&^intentsKnown != 0:
		return g.reject(c, 4013, "Invalid intent(s).", "intents are missing or unknown")
	case *id.Intents&intentsPrivileged&^g.allowedPrivileged() != 0:
		return g.reject(c, 4014, "Disallowed intent(s).", "privileged intents that the application was not given: %d", *id.Intents&intentsPrivileged)
	case g.tooMany(time.Now()):
		c.send(packet{Op: opInvalid, Data: false})
		return true
	}
	g.welcome(c, shard, *id.Intents)
	return true
}

func (g *Gateway) allowedPrivileged() int {
	allowed := 0
	if g.content {
		allowed |= intentContent
	}
	if g.privileged {
		allowed |= intentGuildMembers | intentPresences
	}
	return allowed
}

// tooMany counts identifies in the window of wall time that LimitIdentifies has set.
func (g *Gateway) tooMany(now time.Time) bool {
	if g.limit == 0 {
		return false
	}
	recent := g.recent[:0]
	for _, t := range g.recent {
		if now.Sub(t) < g.window {
			recent = append(recent, t)
		}
	}
	g.recent = append(recent, now)
	return len(g.recent) > g.limit
}

// welcome starts a session: Ready, then the guilds of its shard.
func (g *Gateway) welcome(c *conn, shard [2]int, intents int) {
	s := &session{id: fmt.Sprintf("session-%d", g.identifies), shard: shard, intents: intents, conn: c}
	c.session = s
	g.sessions = append(g.sessions, s)
	mine := []object{}
	for id := range g.d.guilds {
		if s.serves(id) {
			mine = append(mine, object{"id": id, "unavailable": true})
		}
	}
	s.push("READY", object{"v": 10, "user": g.d.app.wire(), "guilds": mine, "session_id": s.id, "session_type": "normal",
		"resume_gateway_url": g.base + "/gw/resume", "shard": shard, "private_channels": []any{}, "presences": []any{},
		"application": object{"id": g.d.app.ID, "flags": g.applicationFlags()}})
	s.ready = true
	for id, guild := range g.d.guilds {
		if s.serves(id) && intents&intentGuilds != 0 {
			s.push("GUILD_CREATE", guild.full())
		}
	}
}

func (g *Gateway) resume(c *conn, data json.RawMessage) bool {
	g.resumes++
	defer g.d.touch()
	var r struct {
		Token   string `json:"token"`
		Session string `json:"session_id"`
		Seq     int    `json:"seq"`
	}
	if err := json.Unmarshal(data, &r); err != nil {
		return g.reject(c, 4002, "Decode error", "a resume that cannot be read: %v", err)
	}
	if r.Token != g.d.token && r.Token != "Bot "+g.d.token {
		c.close(4004, "Authentication failed.")
		return false
	}
	s := g.find(r.Session)
	if g.script.take(&g.script.refuseResumes) || s == nil || s.finished {
		c.send(packet{Op: opInvalid, Data: false})
		return true
	}
	if r.Seq > s.seq {
		return g.reject(c, 4007, "Invalid seq", "resumes at %d, beyond %d", r.Seq, s.seq)
	}
	if s.conn != nil {
		s.conn.cut()
	}
	s.conn, c.session = c, s
	for _, p := range s.log {
		if *p.Seq > r.Seq {
			c.send(p)
		}
	}
	s.push("RESUMED", object{})
	return true
}

func (g *Gateway) find(id string) *session {
	for _, s := range g.sessions {
		if s.id == id {
			return s
		}
	}
	return nil
}

// serves says whether the shard gets the guild's events; those of direct messages go to shard 0.
func (s *session) serves(guildID string) bool {
	id, _ := strconv.ParseUint(guildID, 10, 64) // "" is shard 0
	return int(id>>22%uint64(s.shard[1])) == s.shard[0]
}

// push appends an event to the session and sends it when a connection is there.
func (s *session) push(kind string, data any) {
	s.seq++
	seq := s.seq
	p := packet{Op: opDispatch, Data: data, Seq: &seq, Type: kind}
	s.log = append(s.log, p)
	if s.conn != nil {
		s.conn.send(p)
	}
}
