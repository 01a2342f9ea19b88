package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"parley/answer"
	"parley/bot/discordtest"
	"parley/fault"
)

func TestAskIsAnswered(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	i := d.Slash(g.Member("ira"), g.Channel("news"), "ask", discordtest.Opt("question", "Does the dam hold?")).WaitAck(soon)
	if !i.Deferred() || i.Ephemeral() {
		t.Errorf("acknowledged with %d, ephemeral %v", i.Answer(), i.Ephemeral())
	}
	m := i.WaitEdited(soon)
	golden(t, "testdata/ask.txt", discordtest.Render(m))
	until(t, "the question is closed", func() bool { return c.state(i.ID).message == m.ID })
	if q := c.state(i.ID).q; q.Guild != g.ID || q.User != i.User.ID || q.Locale != "en-US" || q.Token == "" || !q.At.Equal(discordtest.Epoch) {
		t.Errorf("recorded as %+v", q)
	}
}

func TestPrivateAskIsForOnePersonsEyes(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	i := d.Slash(g.Member("ira"), g.Channel("news"), "ask", discordtest.Opt("question", "Does the dam hold?"), discordtest.Opt("private", true))
	if i.WaitEdited(soon); !i.Ephemeral() || !c.state(i.ID).q.Private {
		t.Errorf("ephemeral %v", i.Ephemeral())
	}
}

func TestMentionIsAnsweredAndARepliesFollow(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	who, where := g.Member("ira"), g.Channel("news")
	asked := d.Mention(who, where, "does the dam hold?")
	first := d.WaitMessage(where, soon, func(m discordtest.Message) bool { return m.ReplyTo == asked.ID })
	if len(first.Pings) > 0 || strings.Contains(first.Content, "does the dam hold") {
		t.Errorf("pings %v: %s", first.Pings, first.Content)
	}
	until(t, "the first question is closed", func() bool { return c.state(asked.ID).message != "" })
	last := first
	for n := range 4 {
		next := d.Reply(who, last, fmt.Sprintf("and then, %d?", n))
		last = d.WaitMessage(where, soon, func(m discordtest.Message) bool { return m.ReplyTo == next.ID })
		until(t, "the question is closed", func() bool { return c.state(next.ID).message != "" })
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	want := []answer.Turn{{Q: "and then, 0?", A: "The dam holds."}, {Q: "and then, 1?", A: "The dam holds."}, {Q: "and then, 2?", A: "The dam holds."}}
	if diff := cmp.Diff(want, c.questions[len(c.questions)-1].History); diff != "" {
		t.Errorf("history (-want +got):\n%s", diff)
	}
	if c.questions[0].Text != "does the dam hold?" || len(c.questions[0].History) != 0 {
		t.Errorf("first asked %+v", c.questions[0])
	}
}

// TestTheNextQuestionInAThreadGoesOn: by mention below an answer, by command in any thread; not in a channel, and not from what was
// meant for one person's eyes.
func TestTheNextQuestionInAThreadGoesOn(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	who, where := g.Member("ira"), g.Channel("news")
	slash := func(in *discordtest.Channel, question string, options ...discordtest.Value) {
		t.Helper()
		i := d.Slash(who, in, "ask", append(options, discordtest.Opt("question", question))...)
		i.WaitEdited(soon)
		until(t, "the question is closed", func() bool { return c.state(i.ID).message != "" })
	}
	mention := func(in *discordtest.Channel, question string) discordtest.Message {
		t.Helper()
		asked := d.Mention(who, in, question)
		said := d.WaitMessage(in, soon, func(m discordtest.Message) bool { return m.ReplyTo == asked.ID })
		until(t, "the question is closed", func() bool { return c.state(asked.ID).message != "" })
		return said
	}
	thread := d.ThreadOn(mention(where, "one?"), "one")
	mention(thread, "two?")
	slash(thread, "three?")
	slash(thread, "secret?", discordtest.Opt("private", true))
	mention(thread, "four?")
	mention(where, "alone?")
	other := where.Thread("other")
	slash(other, "five?")
	slash(other, "six?")
	before := map[string][]string{}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, q := range c.questions {
		before[q.Text] = []string{}
		for _, turn := range q.History {
			before[q.Text] = append(before[q.Text], turn.Q)
		}
	}
	want := map[string][]string{"one?": {}, "two?": {"one?"}, "three?": {"one?", "two?"}, "secret?": {"one?", "two?", "three?"},
		"four?": {"one?", "two?", "three?"}, "alone?": {}, "five?": {}, "six?": {"five?"}}
	if diff := cmp.Diff(want, before); diff != "" {
		t.Errorf("the conversation before (-want +got):\n%s", diff)
	}
}

func TestOthersAreLeftAlone(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	who, where := g.Member("ira"), g.Channel("news")
	d.Say(who, where, "nobody is asked here")
	d.Say(who, where, "@everyone <@&1> look")
	asked := d.Mention(who, where, "and now?")
	d.WaitMessage(where, soon, nil)
	if n := len(d.Messages(where)); n != 4 || c.times() != 1 || len(d.RepliesTo(asked)) != 1 {
		t.Errorf("%d messages, asked %d times", n, c.times())
	}
}

func TestDirectMessagesAreSentToServers(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	d.DM(d.User("ira"), "does the dam hold?")
	if m := d.WaitMessage(d.DMs(d.User("ira")), soon, nil); !strings.Contains(m.Content, "answers in servers") || c.times() != 0 {
		t.Errorf("%q", m.Content)
	}
	i := d.SlashUnchecked(d.User("ira"), d.DMs(d.User("ira")), "ask", discordtest.Opt("question", "x"))
	if m := i.WaitEdited(soon); !strings.Contains(m.Content, "answers in servers") {
		t.Errorf("%q", m.Content)
	}
}

func TestEmptyQuestionsAreNotTaken(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	who, where := g.Member("ira"), g.Channel("news")
	for _, q := range []string{" ", "\u200b\u202e", "\x00"} {
		if m := d.SlashUnchecked(who, where, "ask", discordtest.Opt("question", q)).WaitEdited(soon); !strings.Contains(m.Content, "/ask question:") {
			t.Errorf("%q: %s", q, m.Content)
		}
	}
	d.Mention(who, where, "")
	d.WaitMessage(where, soon, func(m discordtest.Message) bool {
		return m.ReplyTo != "" && strings.Contains(m.Content, "Ask me something")
	})
	if c.times() != 0 {
		t.Errorf("asked %d times", c.times())
	}
}

func TestFailuresAreHonest(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		ask  func(context.Context, answer.Question) (answer.Answer, error)
		says string
		logs string
	}{
		"an error": {func(context.Context, answer.Question) (answer.Answer, error) {
			return answer.Answer{}, errors.New("disk on fire at /srv/secret")
		}, "Something went wrong", "disk on fire"},
		"a panic": {func(context.Context, answer.Question) (answer.Answer, error) { panic("a nil in the desk") }, "Something went wrong", "a nil in the desk"},
		"a fault": {func(context.Context, answer.Question) (answer.Answer, error) {
			return answer.Answer{}, fault.New("The question has no words. Nothing was lost; ask in words.", nil)
		}, "The question has no words.", "no words"},
		"too long": {func(ctx context.Context, _ answer.Question) (answer.Answer, error) {
			<-ctx.Done()
			return answer.Answer{}, ctx.Err()
		}, "took too long", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, c := discordtest.New(t), newCommunity()
			c.answering(tc.ask)
			l := run(t, d, c, func(b *Bot) { b.cfg.Limit = 300 * time.Millisecond })
			g := d.Guild("valley")
			i := d.Slash(g.Member("ira"), g.Channel("news"), "ask", discordtest.Opt("question", "Does the dam hold?"))
			m := i.WaitEdited(soon)
			if !strings.Contains(m.Content, tc.says) || strings.Contains(m.Content, "secret") {
				t.Errorf("%q", m.Content)
			}
			until(t, "the question is closed", func() bool { return c.state(i.ID).failed != "" })
			if out := l.log.String(); !strings.Contains(out, tc.logs) || strings.Contains(out, i.Token) || strings.Contains(out, d.Token()) {
				t.Errorf("log: %s", out)
			}
			if _, ref, ok := strings.Cut(m.Content, "Reference "); ok && !strings.Contains(l.log.String(), ref) {
				t.Errorf("the reference %q is not in the log", ref)
			}
			c.answering(newCommunity().ask)
			if m := d.Slash(g.Member("ira"), g.Channel("news"), "ask", discordtest.Opt("question", "And now?")).WaitEdited(soon); !strings.Contains(m.Content, "The dam holds.") {
				t.Errorf("afterwards: %q", m.Content)
			}
		})
	}
}

func TestUnprovedAnswersAreNotShown(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	c.settle = func() error { return errors.New("citation 1 does not stand in its article") }
	run(t, d, c)
	g := d.Guild("valley")
	m := d.Slash(g.Member("ira"), g.Channel("news"), "ask", discordtest.Opt("question", "Does the dam hold?")).WaitEdited(soon)
	if strings.Contains(m.Content, "The dam holds") || !strings.Contains(m.Content, "Something went wrong") {
		t.Errorf("%q", m.Content)
	}
}

// TestAWithdrawalInBetweenChangesTheAnswer: the ledger refuses an answer whose article has just gone, and takes the next.
func TestAWithdrawalInBetweenChangesTheAnswer(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	c.answering(func(context.Context, answer.Question) (answer.Answer, error) { return saying("The old word."), nil })
	c.settle = func() error {
		c.settle = nil
		c.ask = newCommunity().ask
		return errors.New("article 1 was withdrawn")
	}
	run(t, d, c)
	g := d.Guild("valley")
	m := d.Slash(g.Member("ira"), g.Channel("news"), "ask", discordtest.Opt("question", "Does the dam hold?")).WaitEdited(soon)
	if !strings.Contains(m.Content, "The dam holds.") || c.times() != 2 {
		t.Errorf("asked %d times: %q", c.times(), m.Content)
	}
}

func TestLongAnswersTurnTheirPages(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	var many []string
	for n := range 30 {
		many = append(many, fmt.Sprintf("At gauge %d the wardens read a level that is well above the mark of last spring, and they read it twice.", n+1))
	}
	c.answering(func(context.Context, answer.Question) (answer.Answer, error) { return saying(many...), nil })
	before := run(t, d, c)
	g := d.Guild("valley")
	who, where := g.Member("ira"), g.Channel("news")
	i := d.Slash(who, where, "ask", discordtest.Opt("question", "How high?"))
	m := i.WaitEdited(soon)
	until(t, "the question is closed", func() bool { return c.state(i.ID).message != "" })
	before.end(t) // the buttons outlive the process
	run(t, d, c)
	reader := g.Member("olu")
	turned := d.Button(reader, m, "More")
	page := turned.WaitEdited(soon)
	shown := m.Content + page.Content
	if !turned.Ephemeral() || strings.Contains(page.Content, "gauge 1 ") {
		t.Errorf("ephemeral %v: %s", turned.Ephemeral(), page.Content)
	}
	for page.Component("More") != nil {
		page = d.Button(reader, page, "More").WaitEdits(1, soon)
		shown += page.Content
	}
	for n := range 30 {
		if !strings.Contains(shown, fmt.Sprintf("gauge %d ", n+1)) {
			t.Errorf("gauge %d is on no page", n+1)
		}
	}
	back := d.Button(reader, page, "Back").WaitEdits(1, soon)
	if back.Content == page.Content || back.ID != page.ID {
		t.Error("the page did not turn back in place")
	}
	sources := d.Button(reader, m, "Sources").WaitEdited(soon)
	if !strings.Contains(sources.Content, "> “At gauge 1 the wardens") {
		t.Errorf("%q", sources.Content)
	}
}

func TestButtonsOfWhatIsGone(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	i := d.Slash(g.Member("ira"), g.Channel("news"), "ask", discordtest.Opt("question", "How high?"))
	m := i.WaitEdited(soon)
	until(t, "the question is closed", func() bool { return c.state(i.ID).message != "" })
	c.mu.Lock()
	c.asked = map[string]*kept{}
	c.mu.Unlock()
	if got := d.Button(g.Member("olu"), m, "Sources").WaitEdited(soon); !strings.Contains(got.Content, "no longer in the record") {
		t.Errorf("%q", got.Content)
	}
}

func TestHelp(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	i := d.Slash(g.Member("ira"), g.Channel("news"), "help")
	if m := i.WaitEdited(soon); !i.Ephemeral() || !strings.Contains(m.Content, "/ask question") || width(m.Content) > pageLimit {
		t.Errorf("%q", m.Content)
	}
}
