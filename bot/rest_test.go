package bot

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"parley/bot/discordtest"
)

// TestRoughWeather: whatever Discord's API does on the way, each question has one answer, and each message stands once.
func TestRoughWeather(t *testing.T) {
	t.Parallel()
	moment := 300 * time.Millisecond
	for name, fault := range map[string]discordtest.Fault{
		"429 of the user": discordtest.RateLimited(moment), "429, shared": discordtest.RateLimitedShared(moment),
		"429, global": discordtest.RateLimitedGlobally(moment), "429 of Cloudflare": discordtest.Banned(time.Second),
		"500": discordtest.ServerError(500), "502": discordtest.ServerError(502), "504": discordtest.ServerError(504),
		"slow": discordtest.Slow(moment), "cut before": discordtest.CutBefore(), "cut after": discordtest.CutAfter(),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, c := discordtest.New(t), newCommunity()
			run(t, d, c)
			g := d.Guild("valley")
			who, where := g.Member("ira"), g.Channel("news")
			d.Fail("POST /interactions", fault)
			d.Fail("PATCH /webhooks", fault, fault)
			i := d.Slash(who, where, "ask", discordtest.Opt("question", "Does the dam hold?"))
			if m := i.WaitEdited(soon); !strings.Contains(m.Content, "The dam holds.") {
				t.Errorf("%q", m.Content)
			}
			d.Fail("POST /channels/{channel_id}/messages", fault, fault)
			asked := d.Mention(who, where, "does it?")
			d.WaitMessage(where, soon, func(m discordtest.Message) bool { return m.ReplyTo == asked.ID })
			until(t, "both are closed", func() bool { return c.state(i.ID).message != "" && c.state(asked.ID).message != "" })
			if n := len(d.RepliesTo(asked)); n != 1 || c.times() != 2 {
				t.Errorf("%d replies, asked %d times", n, c.times())
			}
		})
	}
}

// TestOneStalledReplyHoldsNoOther: a reply that Discord is slow with does not delay the others.
func TestOneStalledReplyHoldsNoOther(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	who, where := g.Member("ira"), g.Channel("news")
	d.Fail("PATCH /webhooks", discordtest.Slow(4*time.Second))
	first := d.Slash(who, where, "ask", discordtest.Opt("question", "Does the dam hold?")).WaitAck(soon)
	if !d.WaitFaults(soon) {
		t.Fatal("nothing stalls")
	}
	began := time.Now()
	for range 5 {
		d.Slash(who, where, "ask", discordtest.Opt("question", "Does it?")).WaitEdited(3 * time.Second)
	}
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("five replies took %v beside a stalled one", took)
	}
	first.WaitEdited(soon)
}

// TestNoRightToWrite: a mention where the bot may not write is closed, and the bot goes on.
func TestNoRightToWrite(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	l := run(t, d, c)
	g := d.Guild("valley")
	quiet := g.Channel("read-only")
	quiet.DenyBot(1 << 11)
	asked := d.Mention(g.Member("ira"), quiet, "does it?")
	until(t, "the question is closed", func() bool { return strings.Contains(c.state(asked.ID).failed, "not shown") })
	if !strings.Contains(l.log.String(), "50013") {
		t.Error(l.log.String())
	}
	answers(t, d)
}

// TestADeletedQuestionIsAnswered: the reply is sent although its question is gone.
func TestADeletedQuestionIsAnswered(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	d.Gateway().Hold()
	asked := d.Mention(g.Member("ira"), g.Channel("news"), "does it?")
	d.Delete(asked)
	d.Gateway().Release(false)
	d.WaitMessage(g.Channel("news"), soon, func(m discordtest.Message) bool { return strings.Contains(m.Content, "The dam holds.") })
}

func TestRefusalsNameNoToken(t *testing.T) {
	t.Parallel()
	d := discordtest.New(t)
	d.ExpectProblem("never was")
	r, err := newREST(d.URL(), d.Token())
	if err != nil {
		t.Fatal(err)
	}
	err = r.acknowledge(t.Context(), "1", "a-secret-token", thinking(false))
	if err == nil || strings.Contains(err.Error(), "secret") || !refused(err, 10062) {
		t.Errorf("%v", err)
	}
	r.base = "http://127.0.0.1:1/api/v10"
	err = r.acknowledge(t.Context(), "1", "a-secret-token", thinking(false))
	if err == nil || strings.Contains(fmt.Sprint(err), "secret") {
		t.Errorf("%v", err)
	}
}

func TestBackoffGrowsAndIsBounded(t *testing.T) {
	for tries := range 70 {
		if w := backoff(time.Second, time.Minute, tries); w < time.Second/2 || w > time.Minute {
			t.Errorf("after %d tries %v", tries, w)
		}
	}
}
