package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"parley/answer"
	"parley/bot/discordtest"
)

// rush sends n questions at once.
func rush(t testing.TB, d *discordtest.Discord, n int) []*discordtest.Interaction {
	t.Helper()
	g := d.Guild("valley")
	who, where := g.Member("ira"), g.Channel("news")
	var all []*discordtest.Interaction
	for k := range n {
		all = append(all, d.SlashUnchecked(who, where, "ask", discordtest.Opt("question", fmt.Sprintf("Does dam %d hold?", k))))
	}
	return all
}

// TestTwoHundredAtOnce: the clock stands still, the pool is full, and yet everybody hears at once: an answer to come, or that
// there are too many questions.
func TestTwoHundredAtOnce(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	gate := make(chan struct{})
	c.answering(func(context.Context, answer.Question) (answer.Answer, error) {
		<-gate
		return saying("The dam holds."), nil
	})
	run(t, d, c, func(b *Bot) { b.cfg.Queue = 32 })
	all := rush(t, d, 200)
	for _, i := range all {
		if i.WaitAck(soon); i.Latency() > ackTime {
			t.Errorf("acknowledged after %v", i.Latency())
		}
	}
	close(gate)
	answered, turned := 0, 0
	for _, i := range all {
		switch m := i.WaitEdited(soon); {
		case strings.Contains(m.Content, "The dam holds."):
			answered++
		case m.Content == busy && i.Ephemeral():
			turned++
		default:
			t.Errorf("%q", m.Content)
		}
	}
	if answered != 40 || turned != 160 || len(d.Unanswered())+len(d.Unsettled()) > 0 {
		t.Errorf("%d answered, %d turned away", answered, turned)
	}
	answers(t, d)
}

// TestPanicsCostOneReplyEach: half of the questions panic; the other half has its answers.
func TestPanicsCostOneReplyEach(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	c.answering(func(_ context.Context, q answer.Question) (answer.Answer, error) {
		if strings.ContainsAny(q.Text, "13579") {
			panic("odd")
		}
		return saying("The dam holds."), nil
	})
	run(t, d, c)
	for k, i := range rush(t, d, 10) {
		if m := i.WaitEdited(soon); strings.Contains(m.Content, "The dam holds.") == (k%2 == 1) {
			t.Errorf("%d: %q", k, m.Content)
		}
	}
}

func TestAPoolGivesItsPlacesBack(t *testing.T) {
	var broken atomic.Int32
	p := newPool(t.Context(), 3, 5, time.Second, func(error) { broken.Add(1) })
	var done sync.WaitGroup
	for n := range 500 {
		if !p.wait(t.Context()) {
			t.Fatal("no place")
		}
		done.Add(1)
		p.submit(func(context.Context) {
			done.Done()
			if n%5 == 0 {
				panic("in the work")
			}
		})
	}
	done.Wait()
	p.drain()
	if broken.Load() != 100 {
		t.Errorf("%d of 100 panics were told", broken.Load())
	}
	for range 8 {
		if !p.reserve() {
			t.Fatal("a place was lost")
		}
	}
	if p.reserve() {
		t.Error("a place too many")
	}
}

func TestSeenForgetsTheOldest(t *testing.T) {
	var s seen
	for n := range memory + 1 {
		if !s.first(fmt.Sprint(n)) {
			t.Fatalf("%d was there", n)
		}
	}
	if s.first(fmt.Sprint(memory)) || s.first("1") || !s.first("0") || len(s.ids) != memory {
		t.Errorf("%d are remembered", len(s.ids))
	}
}

// BenchmarkAck200 is the time from the event to the acknowledgement with 200 interactions at once, over real HTTP.
func BenchmarkAck200(b *testing.B) {
	d, c := discordtest.New(b, discordtest.Running()), newCommunity()
	run(b, d, c, func(bot *Bot) { bot.cfg.Queue = 512 })
	rush(b, d, 20)[19].WaitEdited(soon)
	var took []time.Duration
	for b.Loop() {
		all := rush(b, d, 200)
		for _, i := range all {
			took = append(took, i.WaitAck(soon).Latency())
		}
		for _, i := range all {
			i.WaitEdited(soon)
		}
	}
	slices.Sort(took)
	ms := func(q float64) float64 { return took[int(q*float64(len(took)-1))].Seconds() * 1000 }
	b.ReportMetric(ms(.50), "ms-p50")
	b.ReportMetric(ms(.99), "ms-p99")
	b.ReportMetric(0, "ns/op")
}
