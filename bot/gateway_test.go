package bot

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"pgregory.net/rapid"

	"parley/bot/discordtest"
	"parley/fault"
)

// answers asks a question and expects its answer.
func answers(t *testing.T, d *discordtest.Discord) {
	t.Helper()
	g := d.Guild("valley")
	if m := d.Slash(g.Member("ira"), g.Channel("news"), "ask", discordtest.Opt("question", "Does the dam hold?")).WaitEdited(soon); !strings.Contains(m.Content, "The dam holds.") {
		t.Errorf("%q", m.Content)
	}
}

func TestTheBotComesBack(t *testing.T) {
	t.Parallel()
	for name, misfortune := range map[string]func(*discordtest.Gateway){
		"op 7":                      func(g *discordtest.Gateway) { g.Reconnect() },
		"op 9":                      func(g *discordtest.Gateway) { g.Invalidate(false) },
		"op 9, resumable":           func(g *discordtest.Gateway) { g.Invalidate(true) },
		"a refused resume":          func(g *discordtest.Gateway) { g.RefuseResumes(5); g.Drop() },
		"a dropped socket":          func(g *discordtest.Gateway) { g.Drop() },
		"a close code":              func(g *discordtest.Gateway) { g.Close(4000, "unknown error") },
		"a timed-out session":       func(g *discordtest.Gateway) { g.Close(4009, "session timed out") },
		"going away":                func(g *discordtest.Gateway) { g.Close(1001, "going away") },
		"refused connections":       func(g *discordtest.Gateway) { g.RefuseConnections(2); g.Drop() },
		"op 9 to the next identify": func(g *discordtest.Gateway) { g.RefuseIdentifies(1); g.Drop() },
		"op 7 to the next identify": func(g *discordtest.Gateway) { g.ReconnectFirst(1); g.Drop() },
		"no hello":                  func(g *discordtest.Gateway) { g.StayMute(1); g.Drop() },
		"a broken resume address":   func(g *discordtest.Gateway) { g.BreakResumeURL(); g.Drop() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, c := discordtest.New(t), newCommunity()
			run(t, d, c, func(b *Bot) { b.openLimit = 500 * time.Millisecond })
			answers(t, d)
			n := d.Gateway().Identifies()
			misfortune(d.Gateway())
			if !d.Gateway().WaitIdentifies(n+1, soon) {
				t.Fatal("the bot did not come back")
			}
			d.Gateway().WaitReady(soon)
			answers(t, d)
			if d.Gateway().Resumes() != 0 {
				t.Error("a session was used twice")
			}
		})
	}
}

// TestAnUnreachableDiscordIsToldAtOnce: the first attempt that fails is told, with the wait that follows.
func TestAnUnreachableDiscordIsToldAtOnce(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	began := time.Now()
	l := start(t, d, c, func(b *Bot) { b.cfg.APIURL, b.cfg.Pause = "http://127.0.0.1:1", 5*time.Second })
	until(t, "a word on it", func() bool { return strings.Contains(l.log.String(), "Discord cannot be reached yet") })
	if took := time.Since(began); took > 4*time.Second {
		t.Errorf("it took %v", took)
	}
	if log := l.log.String(); !regexp.MustCompile(`again_in=[2-9](\.\d+)?s`).MatchString(log) {
		t.Error(log)
	}
}

func TestSomeEndsAreFinal(t *testing.T) {
	t.Parallel()
	for code := range closing {
		d, c := discordtest.New(t), newCommunity()
		d.Gateway().CloseIdentifies(code)
		l := start(t, d, c)
		givesUp(t, l, d)
	}
	d, c := discordtest.New(t), newCommunity()
	l := run(t, d, c)
	d.Gateway().Close(4014, "the intent was taken away")
	givesUp(t, l, d)
}

// givesUp expects that the bot gives up with a fault after one identify.
func givesUp(t *testing.T, l *living, d *discordtest.Discord) {
	t.Helper()
	select {
	case err := <-l.done:
		l.done <- err
		if say, ok := fault.Say(err); !ok || !strings.Contains(say, "Nothing was lost") || d.Gateway().Identifies() != 1 {
			t.Errorf("%d identifies: %v", d.Gateway().Identifies(), err)
		}
	case <-time.After(soon):
		t.Errorf("it tries for ever: %d identifies", d.Gateway().Identifies())
	}
}

func TestAWrongTokenIsSaid(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	l := start(t, d, c, func(b *Bot) { b.cfg.Token = "another-token" })
	err := <-l.done
	l.done <- err
	if say, _ := fault.Say(err); say != wrongToken || strings.Contains(err.Error(), "another-token") || d.Gateway().Identifies() != 0 {
		t.Errorf("%v", err)
	}
	for _, cfg := range []Config{{APIURL: d.URL()}, {Token: "Bot ", APIURL: d.URL()}, {Token: "x", APIURL: "not an address"}, {Token: "x", APIURL: "ftp://x"}} {
		if _, ok := fault.Say(New(cfg, c.rooms()).Run(t.Context())); !ok {
			t.Errorf("%+v is no fault", cfg)
		}
	}
}

func TestTheAddressMayLackItsVersion(t *testing.T) {
	for in, want := range map[string]string{
		"": "https://discord.com/api/v10", "http://x:1": "http://x:1/api/v10", "http://x/api": "http://x/api/v10",
		"http://x/api/": "http://x/api/v10", "http://x/api/v10": "http://x/api/v10", "http://x/d/v9/": "http://x/d/v9",
	} {
		if r, err := newREST(in, "t"); err != nil || r.base != want {
			t.Errorf("%q: %v %v", in, r, err)
		}
	}
}

func TestEventsTwiceAndOutOfOrder(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	who, where := g.Member("ira"), g.Channel("news")
	d.Gateway().Twice(true)
	d.Gateway().Hold()
	var all []*discordtest.Interaction
	for range 5 {
		all = append(all, d.Slash(who, where, "ask", discordtest.Opt("question", "Does the dam hold?")))
	}
	asked := d.Mention(who, where, "and does it?")
	d.Gateway().Release(true)
	for _, i := range all {
		i.WaitEdited(soon)
	}
	d.WaitMessage(where, soon, func(m discordtest.Message) bool { return m.ReplyTo == asked.ID })
	d.Redeliver(asked)
	all[0].Redeliver()
	answers(t, d)
	if n := len(d.RepliesTo(asked)); n != 1 || c.times() != 7 {
		t.Errorf("%d replies, asked %d times", n, c.times())
	}
}

// TestFramesFindTheCloseCode reads frames of every size in arbitrary pieces.
func TestFramesFindTheCloseCode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var stream bytes.Buffer
		stream.WriteString("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n")
		for _, size := range rapid.SliceOfN(rapid.SampledFrom([]int{0, 1, 125, 126, 300, 65535, 65536, 70000}), 0, 4).Draw(t, "sizes") {
			stream.Write(frame(1, bytes.Repeat([]byte{'\n'}, size)))
		}
		code := rapid.SampledFrom([]int{0, 1000, 4004, 4014}).Draw(t, "code")
		if code != 0 {
			stream.Write(frame(8, websocket.FormatCloseMessage(code, "why")))
		}
		var f frames
		got, data := 0, stream.Bytes()
		for len(data) > 0 {
			n := min(len(data), rapid.IntRange(1, 40000).Draw(t, "piece"))
			if c := f.feed(data[:n]); c != 0 {
				got = c
			}
			data = data[n:]
		}
		if got != code {
			t.Fatalf("code %d, want %d", got, code)
		}
	})
}

// frame is what a server sends, as RFC 6455 §5.2 has it.
func frame(opcode byte, body []byte) []byte {
	h := []byte{0x80 | opcode}
	switch n := len(body); {
	case n < 126:
		h = append(h, byte(n))
	case n < 1<<16:
		h = append(h, 126, byte(n>>8), byte(n))
	default:
		h = append(h, 127, 0, 0, 0, 0, byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
	}
	return append(h, body...)
}

func TestASocketTellsItsEnd(t *testing.T) {
	here, there := net.Pipe()
	var line dialed
	conn := line.wrap(here)
	go there.Close()
	if _, err := conn.Read(make([]byte, 1)); err == nil {
		t.Fatal("a closed connection was read")
	}
	select {
	case <-line.last.ended:
	case <-time.After(soon):
		t.Error("the end was not told")
	}
}

// TestTheDaysSessionsAreNotOverdrawn: with none left the bot waits as long as Discord says, and asks again before it connects.
func TestTheDaysSessionsAreNotOverdrawn(t *testing.T) {
	t.Parallel()
	var asked, connected atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/gw") {
			connected.Add(1)
			return
		}
		fmt.Fprintf(w, `{"url":"ws://%s/gw","session_start_limit":{"remaining":%d,"reset_after":150}}`, r.Host, asked.Add(1)/3)
	}))
	defer server.Close()
	b := New(Config{Token: "x", APIURL: server.URL, Log: slog.New(slog.DiscardHandler), Pause: time.Millisecond}, newCommunity().rooms())
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	began := time.Now()
	go func() { ended <- b.Run(ctx) }()
	until(t, "it connects", func() bool { return connected.Load() > 0 })
	if took := time.Since(began); took < 300*time.Millisecond {
		t.Errorf("it connected after %v", took)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
