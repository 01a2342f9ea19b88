package bot

import (
	"context"
	"strings"
	"testing"
	"time"

	"parley/answer"
	"parley/bot/discordtest"
)

// hang makes the desk stand still from the first question on, until the bot that asked is gone.
func hang(c *community) {
	c.answering(func(ctx context.Context, _ answer.Question) (answer.Answer, error) {
		<-ctx.Done()
		return answer.Answer{}, ctx.Err()
	})
}

// TestOpenQuestionsOutliveTheProcess: a bot dies with questions in its hands, and the next one answers them.
func TestOpenQuestionsOutliveTheProcess(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	hang(c)
	dying := run(t, d, c, func(b *Bot) { b.cfg.Grace = 50 * time.Millisecond })
	g := d.Guild("valley")
	who, where := g.Member("ira"), g.Channel("news")
	asked := d.Slash(who, where, "ask", discordtest.Opt("question", "Does the dam hold?")).WaitAck(soon)
	mention := d.Mention(who, where, "does it?")
	until(t, "both are asked", func() bool { return c.times() == 2 })
	dying.end(t)
	if k := c.state(asked.ID); k.failed != "" || k.message != "" {
		t.Fatalf("closed on the way out: %+v", k)
	}
	c.answering(newCommunity().ask)
	d.Advance(10 * time.Minute)
	run(t, d, c)
	if m := asked.WaitEdited(soon); !strings.Contains(m.Content, "The dam holds.") {
		t.Errorf("%q", m.Content)
	}
	if m := d.WaitMessage(where, soon, func(m discordtest.Message) bool { return m.ReplyTo == mention.ID }); !strings.Contains(m.Content, "The dam holds.") {
		t.Errorf("%q", m.Content)
	}
	until(t, "both are closed", func() bool { return c.state(asked.ID).message != "" && c.state(mention.ID).message != "" })
}

// TestADeathBetweenRecordAndReply: the answer was found and recorded, and never shown.
func TestADeathBetweenRecordAndReply(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	d.Fail("PATCH /webhooks", discordtest.Times(4, discordtest.ServerError(503))...)
	dying := run(t, d, c, func(b *Bot) { b.cfg.Grace = 50 * time.Millisecond })
	g := d.Guild("valley")
	asked := d.Slash(g.Member("ira"), g.Channel("news"), "ask", discordtest.Opt("question", "Does the dam hold?"))
	until(t, "the answer is recorded", func() bool { return c.state(asked.ID).a != nil })
	dying.end(t)
	if k := c.state(asked.ID); k.failed != "" || k.message != "" {
		t.Fatalf("closed on the way out: %+v", k)
	}
	c.answering(func(context.Context, answer.Question) (answer.Answer, error) { return saying("Something else."), nil })
	run(t, d, c)
	if m := asked.WaitEdited(20 * time.Second); !strings.Contains(m.Content, "The dam holds.") {
		t.Errorf("%q", m.Content)
	}
}

// TestALongWaitDoesNotHoldTheEnd: a reply that Discord wants to have in a minute is left to the next process at once, not after
// the grace.
func TestALongWaitDoesNotHoldTheEnd(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	d.Fail("PATCH /webhooks", discordtest.RateLimited(time.Minute))
	dying := run(t, d, c, func(b *Bot) { b.cfg.Grace = 8 * time.Second })
	g := d.Guild("valley")
	asked := d.Slash(g.Member("ira"), g.Channel("news"), "ask", discordtest.Opt("question", "Does the dam hold?"))
	if !d.WaitFaults(soon) {
		t.Fatal("no reply was tried")
	}
	began := time.Now()
	dying.end(t)
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("the end took %v", took)
	}
	if k := c.state(asked.ID); k.failed != "" || k.message != "" {
		t.Fatalf("closed on the way out: %+v", k)
	}
	run(t, d, c)
	if m := asked.WaitEdited(soon); !strings.Contains(m.Content, "The dam holds.") {
		t.Errorf("%q", m.Content)
	}
}

// TestTooLateIsSaidInTheLedger: a reply that Discord no longer lets change is not tried.
func TestTooLateIsSaidInTheLedger(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	hang(c)
	dying := run(t, d, c, func(b *Bot) { b.cfg.Grace = 50 * time.Millisecond })
	g := d.Guild("valley")
	who, where := g.Member("ira"), g.Channel("news")
	asked := d.Slash(who, where, "ask", discordtest.Opt("question", "Does the dam hold?")).WaitAck(soon)
	mention := d.Mention(who, where, "does it?")
	until(t, "both are asked", func() bool { return c.times() == 2 })
	dying.end(t)
	c.answering(newCommunity().ask)
	d.Advance(16 * time.Minute)
	run(t, d, c)
	until(t, "the question is closed", func() bool { return strings.Contains(c.state(asked.ID).failed, "away") })
	d.WaitMessage(where, soon, func(m discordtest.Message) bool { return m.ReplyTo == mention.ID })
}

// TestAQuickEndWaitsForWork: what takes no longer than the grace is answered on the way out.
func TestAQuickEndWaitsForWork(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	slow := make(chan struct{})
	c.answering(func(context.Context, answer.Question) (answer.Answer, error) {
		<-slow
		return saying("The dam holds."), nil
	})
	l := run(t, d, c)
	g := d.Guild("valley")
	asked := d.Slash(g.Member("ira"), g.Channel("news"), "ask", discordtest.Opt("question", "Does the dam hold?"))
	until(t, "it is asked", func() bool { return c.times() == 1 })
	l.stop()
	time.AfterFunc(100*time.Millisecond, func() { close(slow) })
	if m := asked.WaitEdited(soon); !strings.Contains(m.Content, "The dam holds.") {
		t.Errorf("%q", m.Content)
	}
}
