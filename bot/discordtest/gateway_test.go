package discordtest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

func TestReady(t *testing.T) {
	d := New(t)
	g := d.Guild("ferry strike")
	l := dial(t, d)
	l.next()
	l.send(identifyAs("Bot "+d.Token(), allTalk))
	ready := l.event("READY").Data
	if ready["user"].(map[string]any)["id"] != d.App().ID || ready["application"].(map[string]any)["id"] != d.App().ID {
		t.Errorf("ready %v", ready)
	}
	if url, _ := ready["resume_gateway_url"].(string); !strings.HasPrefix(url, "ws://") {
		t.Errorf("resume_gateway_url %q", url)
	}
	if got := l.event("GUILD_CREATE").Data["id"]; got != g.ID {
		t.Errorf("guild %v, want %s", got, g.ID)
	}
}

func TestIdentifyRefused(t *testing.T) {
	rows := []struct {
		name, packet string
		set          func(*Gateway)
		code         int
		problem      string
	}{
		{"wrong token", identifyAs("stolen", allTalk), nil, 4004, ""},
		{"unknown intents", identifyAs("TOKEN", 1<<30), nil, 4013, "intents"},
		{"no intents", `{"op":2,"d":{"token":"TOKEN"}}`, nil, 4013, "intents"},
		{"privileged intents", identifyAs("TOKEN", 1<<15), nil, 4014, "privileged"},
		{"bad shard", `{"op":2,"d":{"token":"TOKEN","intents":1,"shard":[2,2]}}`, nil, 4010, "shard"},
		{"too few shards", `{"op":2,"d":{"token":"TOKEN","intents":1,"shard":[0,1]}}`, func(g *Gateway) { g.RequireShards(2) }, 4011, "shards"},
		{"not JSON", `{"op"`, nil, 4002, "not JSON"},
		{"too long", `{"op":1,"d":"` + strings.Repeat("x", 5000) + `"}`, nil, 4002, "bytes"},
		{"before identify", `{"op":3,"d":{}}`, nil, 4003, "before identify"},
		{"scripted", identifyAs("TOKEN", allTalk), func(g *Gateway) { g.CloseIdentifies(4000) }, 4000, ""},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			d := New(t)
			if r.problem != "" {
				d.ExpectProblem(r.problem)
			}
			if r.set != nil {
				r.set(d.Gateway())
			}
			l := dial(t, d)
			l.send(strings.ReplaceAll(r.packet, "TOKEN", d.Token()))
			if got := l.closed(); got != r.code {
				t.Errorf("closed with %d, want %d", got, r.code)
			}
		})
	}
}

func TestIdentifyTwiceAndTooManyPackets(t *testing.T) {
	d := New(t)
	d.ExpectProblem("identifies twice")
	d.ExpectProblem("more than 120")
	l := listen(t, d)
	l.send(identifyAs(d.Token(), allTalk))
	if got := l.closed(); got != 4005 {
		t.Errorf("closed with %d, want 4005", got)
	}
	l = listen(t, d)
	for range 121 {
		l.send(`{"op":1,"d":1}`)
	}
	if got := l.closed(); got != 4008 {
		t.Errorf("closed with %d, want 4008", got)
	}
}

func TestMaxConcurrency(t *testing.T) {
	d := New(t)
	d.Gateway().LimitIdentifies(1, time.Hour)
	listen(t, d)
	l := dial(t, d)
	l.next()
	l.send(identifyAs(d.Token(), allTalk))
	if f := l.next(); f.Op != opInvalid || f.Raw != false {
		t.Errorf("the second identify got op %d, %v", f.Op, f.Raw)
	}
	if got := call(t, d, "GET", "/gateway/bot", ""); !strings.Contains(got.raw, `"max_concurrency":1,"remaining":998`) {
		t.Errorf("/gateway/bot says %s", got.raw)
	}
}

func TestHeartbeats(t *testing.T) {
	d := New(t)
	l := listen(t, d)
	l.send(`{"op":1,"d":1}`)
	if f := l.next(); f.Op != opHeartbeatAck {
		t.Errorf("op %d, want an acknowledgement", f.Op)
	}
	d.Gateway().Acks(false)
	l.send(`{"op":1,"d":1}`)
	d.Gateway().Reconnect()
	if f := l.next(); f.Op != opReconnect {
		t.Errorf("op %d, want op 7 and no acknowledgement", f.Op)
	}
	if !d.await(soon, func() bool { return d.gateway.beats == 2 }) {
		t.Errorf("%d heartbeats, want 2", d.Gateway().Heartbeats())
	}
}

// resumable ends a bot's connection with a close frame of the code and returns its session and last sequence number.
func resumable(t *testing.T, d *Discord, code int) (session string, seq int) {
	t.Helper()
	l := dial(t, d)
	l.next()
	l.send(identifyAs(d.Token(), allTalk))
	ready := l.event("READY")
	_ = l.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(soon))
	l.ws.Close()
	if !d.await(soon, func() bool { return len(d.gateway.conns) == 0 }) {
		t.Fatal("the connection stays")
	}
	return ready.Data["session_id"].(string), ready.Seq
}

func resumeWith(d *Discord, session string, seq int) string {
	return fmt.Sprintf(`{"op":6,"d":{"token":%q,"session_id":%q,"seq":%d}}`, d.Token(), session, seq)
}

func TestResumeReplaysWhatWasMissed(t *testing.T) {
	d := New(t)
	g := d.Guild("ferry strike")
	room, who := g.Channel("questions"), g.Member("mira")
	session, seq := resumable(t, d, 4000)
	other := listen(t, d) // so that somebody hears the question
	d.Mention(who, room, "while you were away")
	other.event("MESSAGE_CREATE")
	l := dial(t, d)
	l.next()
	l.send(resumeWith(d, session, seq))
	if got := l.event("MESSAGE_CREATE").Data["content"]; !strings.Contains(got.(string), "while you were away") {
		t.Errorf("replayed %v", got)
	}
	l.event("RESUMED")
}

func TestResumeRefused(t *testing.T) {
	rows := []struct {
		name string
		code int // that the bot closed with
		set  func(*Gateway)
	}{
		{"scripted", 4000, func(g *Gateway) { g.RefuseResumes(1) }},
		{"the bot had closed with 1000", 1000, func(*Gateway) {}},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			d := New(t)
			session, seq := resumable(t, d, r.code)
			r.set(d.Gateway())
			l := dial(t, d)
			l.next()
			l.send(resumeWith(d, session, seq))
			if f := l.next(); f.Op != opInvalid || f.Raw != false {
				t.Errorf("op %d, %v; want op 9, false", f.Op, f.Raw)
			}
			if d.Gateway().Resumes() != 1 {
				t.Errorf("%d resumes", d.Gateway().Resumes())
			}
		})
	}
}

func TestResumeAfterInvalidation(t *testing.T) {
	d := New(t)
	l := dial(t, d)
	l.next()
	l.send(identifyAs(d.Token(), allTalk))
	ready := l.event("READY")
	d.Gateway().Invalidate(false)
	if f := l.next(); f.Op != opInvalid {
		t.Errorf("op %d, want 9", f.Op)
	}
	again := dial(t, d)
	again.next()
	again.send(resumeWith(d, ready.Data["session_id"].(string), ready.Seq))
	if f := again.next(); f.Op != opInvalid {
		t.Errorf("op %d, want 9", f.Op)
	}
}

func TestBrokenConnections(t *testing.T) {
	d := New(t)
	l := listen(t, d)
	d.Gateway().Close(4000, "restart")
	if got := l.closed(); got != 4000 {
		t.Errorf("closed with %d, want 4000", got)
	}
	l = listen(t, d)
	d.Gateway().Drop()
	if got := l.closed(); got != 0 && got != websocket.CloseAbnormalClosure {
		t.Errorf("closed with %d, want no close frame", got)
	}
	d.Gateway().RefuseConnections(1)
	gw := call(t, d, "GET", "/gateway", "").body.URL
	if _, resp, err := websocket.DefaultDialer.Dial(gw+"/?v=10&encoding=json", nil); err == nil || resp.StatusCode != 503 {
		t.Errorf("the handshake was answered with %v, %v", resp, err)
	}
	d.Gateway().BreakResumeURL()
	if _, resp, err := websocket.DefaultDialer.Dial(gw+"/resume/?v=10&encoding=json", nil); err == nil || resp.StatusCode != 503 {
		t.Errorf("the resume URL was answered with %v, %v", resp, err)
	}
	d.Gateway().StayMute(1)
	mute := dialAt(t, gw+"/?v=10&encoding=json")
	_ = mute.ws.SetReadDeadline(time.Now().Add(50 * time.Millisecond))
	if _, _, err := mute.ws.ReadMessage(); err == nil {
		t.Error("the mute connection spoke")
	}
	d.ExpectProblem("?v=8")
	if got := dialAt(t, gw+"/?v=8&encoding=json").closed(); got != 4012 {
		t.Errorf("version 8 closed with %d, want 4012", got)
	}
}

func TestFirstPacketIsNotReady(t *testing.T) {
	d := New(t)
	d.Gateway().ReconnectFirst(1)
	d.Gateway().RefuseIdentifies(1)
	ops := []int{}
	for range 2 {
		l := dial(t, d)
		l.next()
		l.send(identifyAs(d.Token(), allTalk))
		ops = append(ops, l.next().Op)
	}
	if fmt.Sprint(ops) != "[9 7]" {
		t.Errorf("ops %v, want 9 and then 7", ops)
	}
	if !d.Gateway().WaitIdentifies(2, soon) {
		t.Error("identifies were not counted")
	}
}

func TestEventsTwiceAndBackwards(t *testing.T) {
	s := newStage(t)
	s.Gateway().Twice(true)
	i := s.ask()
	for range 2 {
		if got := s.bot.event("INTERACTION_CREATE").Data["id"]; got != i.ID {
			t.Errorf("interaction %v, want %s", got, i.ID)
		}
	}
	s.Gateway().Twice(false)
	s.Gateway().Hold()
	first, second := s.Say(s.who, s.room, "one"), s.Say(s.who, s.room, "two")
	s.Gateway().Release(true)
	for _, want := range []Message{second, first} {
		if got := s.bot.event("MESSAGE_CREATE").Data["id"]; got != want.ID {
			t.Errorf("message %v, want %s", got, want.ID)
		}
	}
	s.Redeliver(first)
	if got := s.bot.event("MESSAGE_CREATE").Data["id"]; got != first.ID {
		t.Errorf("message %v, want %s again", got, first.ID)
	}
	i.Redeliver()
	s.bot.event("INTERACTION_CREATE")
}

func TestContentWithoutTheIntent(t *testing.T) {
	s := newStage(t)
	s.Say(s.who, s.room, "only among us")
	mentioned := s.Mention(s.who, s.room, "for the bot")
	s.Reply(s.who, mentioned, "to a person")
	s.DM(s.who, "in private")
	want := []string{"", "<@" + s.App().ID + "> for the bot", "", "in private"}
	for _, text := range want {
		if got := s.bot.event("MESSAGE_CREATE").Data["content"]; got != text {
			t.Errorf("content %q, want %q", got, text)
		}
	}
	s.Gateway().GrantContent()
	s.Say(s.who, s.room, "now heard")
	if got := s.bot.event("MESSAGE_CREATE").Data["content"]; got != "now heard" {
		t.Errorf("content %q with the intent granted", got)
	}
}

func TestReplyToTheBotIsReadable(t *testing.T) {
	s := newStage(t)
	id := call(t, s.Discord, "POST", "/channels/"+s.room.ID+"/messages", `{"content":"The answer.",`+mute+`}`).body.ID
	answer := s.Messages(s.room)[0]
	s.bot.event("MESSAGE_CREATE")
	s.Reply(s.who, answer, "and tomorrow?")
	got := s.bot.event("MESSAGE_CREATE").Data
	if got["content"] != "and tomorrow?" || got["referenced_message"].(map[string]any)["id"] != id {
		t.Errorf("the reply came as %v", got)
	}
	s.ReplySilently(s.who, answer, "quietly")
	if got := s.bot.event("MESSAGE_CREATE").Data["content"]; got != "" {
		t.Errorf("a reply that names nobody came with %q", got)
	}
}

func TestShards(t *testing.T) {
	d := New(t)
	var rooms [2]*Channel
	for n := 0; rooms[0] == nil || rooms[1] == nil; n++ {
		g := d.Guild(fmt.Sprint("guild ", n))
		d.Advance(time.Millisecond) // the next id falls to the next shard
		s := session{shard: [2]int{1, 2}}
		if s.serves(g.ID) {
			rooms[1] = g.Channel("c")
		} else {
			rooms[0] = g.Channel("c")
		}
	}
	var bots [2]*listener
	for n := range bots {
		bots[n] = dial(t, d)
		bots[n].next()
		bots[n].send(fmt.Sprintf(`{"op":2,"d":{"token":%q,"intents":%d,"shard":[%d,2]}}`, d.Token(), allTalk, n))
		bots[n].event("READY")
	}
	for n, room := range rooms {
		d.Mention(room.Guild.Member("mira"), room, "hello")
		if got := bots[n].event("MESSAGE_CREATE").Data["channel_id"]; got != room.ID {
			t.Errorf("shard %d heard of %v, want %s", n, got, room.ID)
		}
	}
}

// discordgo's own way of resuming, against op 7.
func TestDiscordgoResumes(t *testing.T) {
	d := New(t)
	g := d.Guild("ferry strike")
	room, who := g.Channel("questions"), g.Member("mira")
	heard := make(chan string, 8)
	s := client(t, d, func(_ *discordgo.Session, m *discordgo.MessageCreate) { heard <- m.Content })
	s.ShouldReconnectOnError = true
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	// discordgo's first heartbeat, sent at once, must not meet a connection that op 7 has just ended: it would close the next one.
	if !d.await(soon, func() bool { return d.gateway.beats > 0 }) {
		t.Fatal("discordgo sent no heartbeat")
	}
	d.Gateway().Reconnect()
	if !d.await(soon, func() bool { return d.gateway.resumes == 1 && d.gateway.live("") }) {
		t.Fatal("discordgo did not resume")
	}
	d.Mention(who, room, "still there?")
	select {
	case got := <-heard:
		if !strings.Contains(got, "still there?") {
			t.Errorf("heard %q", got)
		}
	case <-time.After(soon):
		t.Error("nothing was heard after the resume")
	}
}
