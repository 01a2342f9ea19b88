package bot

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"parley/answer"
	"parley/fault"
)

const (
	// maxTurns is how much of the conversation goes with a question.
	maxTurns = 3
	// replyLife is how long Parley tries to post an answer to a mention. No token expires there; a reader does.
	replyLife = 10 * time.Minute

	askAgain = "Your question was not answered; please ask it again in a moment."
	howToAsk = "Ask me something about what is going on, for example: `/ask question:What is known so far?`"
)

// onAsk takes a question from /ask.
func (b *Bot) onAsk(ctx context.Context, i *interaction) {
	q := answer.Asked{
		ID: i.ID, Guild: i.Guild, Channel: i.Channel, User: i.asker(), Text: text(i.Data.Options, "question"), Locale: i.Locale,
		Private: truth(i.Data.Options, "private"), Token: i.Token, At: b.cfg.Now().UTC(),
	}
	if oneLine(q.Text) == "" {
		b.tell(ctx, i, howToAsk)
		return
	}
	if !b.pool.reserve() {
		b.tell(ctx, i, busy)
		return
	}
	begun := b.begin(ctx, q, func(ctx context.Context) []answer.Turn { return b.history(ctx, q, "", i.inThread()) })
	acked := b.first(ctx, i, thinking(q.Private))
	start := <-begun
	q.History = start.history
	switch {
	case !acked:
		b.close(q, "Discord did not take the acknowledgement")
	case start.err != nil:
		b.fail(q, start.err)
	case start.fresh:
		b.pool.submit(func(ctx context.Context) { b.resolve(ctx, q) })
		return
	}
	b.pool.leave()
}

// beginning is what the ledger said to a question, and the conversation that it was recorded with.
type beginning struct {
	fresh   bool
	err     error
	history []answer.Turn
}

// begin records a question with its conversation while it is acknowledged: neither waits for the other, so that the
// acknowledgement is in time and the record is there as soon as the member sees "thinking".
func (b *Bot) begin(ctx context.Context, q answer.Asked, history func(context.Context) []answer.Turn) <-chan beginning {
	begun := make(chan beginning, 1)
	go func() {
		fresh, err := guarded(ctx, func(ctx context.Context) (bool, error) {
			q.History = history(ctx)
			return b.rooms.Ledger.Begin(ctx, q)
		})
		begun <- beginning{fresh, err, q.History}
	}()
	return begun
}

// called finds people and roles that are called, and custom emoji, which are no words of a question.
var called = regexp.MustCompile(`<(?:@[!&]?\d+|a?:\w+:\d+)>`)

// onMention takes a question from a message that calls the bot, or replies to one of its answers.
func (b *Bot) onMention(ctx context.Context, m *incoming) {
	q := answer.Asked{
		ID: m.ID, Guild: m.Guild, Channel: m.Channel, User: m.Author.ID, Message: m.ID, At: b.cfg.Now().UTC(),
		Text: strings.TrimSpace(called.ReplaceAllString(m.Content, " ")),
	}
	if oneLine(q.Text) == "" {
		b.answerShort(ctx, q, howToAsk)
		return
	}
	if !b.pool.reserve() {
		b.answerShort(ctx, q, busy)
		return
	}
	b.flow("typing", func(ctx context.Context) { b.seemBusy(ctx, q.Channel) })
	start := <-b.begin(ctx, q, func(ctx context.Context) []answer.Turn { return b.history(ctx, q, m.Reference.MessageID, false) })
	q.History = start.history
	switch {
	case start.err != nil:
		b.fail(q, start.err)
	case start.fresh:
		b.pool.submit(func(ctx context.Context) { b.resolve(ctx, q) })
		return
	}
	b.pool.leave()
}

// seemBusy is the acknowledgement of a mention: the channel sees that Parley is typing. Nothing depends on it.
func (b *Bot) seemBusy(ctx context.Context, channel string) {
	if err := b.rest.typing(ctx, channel); err != nil {
		b.log.Debug("typing was not shown", "cause", err)
	}
}

// answerShort replies to a message with words that are not an answer.
func (b *Bot) answerShort(ctx context.Context, q answer.Asked, words string) {
	if _, err := b.rest.reply(ctx, q.Channel, q.Message, q.ID, say(words)); err != nil {
		b.log.Warn("a mention was not answered", "cause", err)
	}
}

// history is the conversation that a question goes on with, oldest first. Without it a question stands alone, which is no reason
// not to answer it.
func (b *Bot) history(ctx context.Context, q answer.Asked, replyTo string, inThread bool) []answer.Turn {
	last, a, ok, err := b.before(ctx, q, replyTo, inThread)
	if err != nil {
		b.log.Warn("the conversation before a question cannot be read", "cause", err)
	}
	if !ok {
		return nil
	}
	turns := append(append([]answer.Turn(nil), last.History...), answer.Turn{Q: last.Text, A: spoken(a)})
	return turns[max(0, len(turns)-maxTurns):]
}

// before is the question that another goes on from: whose answer it replies to, or the last one of its thread, or the one whose
// answer the thread hangs below. Such a thread has its message's id; of others a message does not tell that they are threads.
func (b *Bot) before(ctx context.Context, q answer.Asked, replyTo string, inThread bool) (last answer.Asked, a answer.Answer, ok bool, err error) {
	if replyTo != "" {
		if last, a, ok, err = b.rooms.Record.ByMessage(ctx, q.Guild, replyTo); ok || err != nil {
			return last, a, ok, err
		}
	}
	head, first, below, err := b.rooms.Record.ByMessage(ctx, q.Guild, q.Channel)
	if err != nil || !below && !inThread {
		return last, a, false, err
	}
	if last, a, ok, err = b.rooms.Record.LastIn(ctx, q.Guild, q.Channel); ok || err != nil {
		return last, a, ok, err
	}
	return head, first, below, nil
}

// spoken is an answer as its reader remembers it: the sentences alone.
func spoken(a answer.Answer) string {
	var all []string
	for _, s := range a.Sentences {
		all = append(all, s.Text)
	}
	return strings.Join(all, " ")
}

// resolve answers a question and delivers the answer, or an honest failure. When the process is going down it leaves the question
// open for the next one.
func (b *Bot) resolve(ctx context.Context, q answer.Asked) {
	a, err := guarded(ctx, func(ctx context.Context) (answer.Answer, error) { return b.find(ctx, q) })
	switch {
	case err != nil && b.stopped(err):
		b.log.Warn("a question stays open", "question", q.ID, "cause", errStopped)
	case err != nil:
		b.fail(q, tooLong(err))
	default:
		b.deliver(q, a)
	}
}

// find gets an answer from the desk and records it. What the ledger does not take is looked for once more: an article may have
// been withdrawn in between, and then there is an answer without it.
func (b *Bot) find(ctx context.Context, q answer.Asked) (a answer.Answer, err error) {
	for range 2 {
		a, err = b.rooms.Desk.Ask(ctx, q.Guild, answer.Question{ID: q.ID, Text: q.Text, History: q.History, Locale: q.Locale, Member: q.User})
		if err != nil {
			return a, err
		}
		if err = b.rooms.Ledger.Settle(ctx, q.Guild, q.ID, a); err == nil {
			return a, nil
		}
		b.log.Warn("an answer was not recorded", "question", q.ID, "cause", err)
	}
	return a, err
}

// tooLong words the end of a piece of work's time, unless whoever ran out of it has worded it already.
func tooLong(err error) error {
	if _, worded := fault.Say(err); worded || !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fault.New("This took too long and was stopped. Nothing was lost; please try again, perhaps with fewer words.", err)
}

// deliver shows an answer. Only then is its question closed.
func (b *Bot) deliver(q answer.Asked, a answer.Answer) {
	p, err := guarded(b.work, func(ctx context.Context) (posted, error) { return b.show(ctx, q, b.page(q, a, 0)) })
	switch {
	case err == nil:
		if err := b.rooms.Deliveries.Posted(b.work, q.Guild, q.ID, p.ID); err != nil {
			b.report("closing a question", err, q.Token)
		}
	case b.stopped(err):
		b.log.Warn("an answer is still to be shown", "question", q.ID, "cause", errStopped)
	default:
		b.close(q, "not shown: "+b.report("showing an answer", err, q.Token))
	}
}

// show puts m where the asker waits for it: into the reply to the command, or below the message. It tries for as long as
// Discord could take it.
func (b *Bot) show(ctx context.Context, q answer.Asked, m message) (posted, error) {
	if q.Token == "" {
		ctx, cancel := context.WithTimeout(ctx, replyLife)
		defer cancel()
		return b.rest.reply(ctx, q.Channel, q.Message, q.ID, m)
	}
	ctx, cancel := context.WithTimeout(ctx, tokenLife-b.cfg.Now().Sub(q.At))
	defer cancel()
	return b.rest.edit(ctx, b.self.Load().Application.ID, q.Token, m)
}

// fail tells the asker that there is no answer, and closes the question.
func (b *Bot) fail(q answer.Asked, cause error) {
	words := b.excuse("a question", askAgain, cause, q.Token)
	if _, err := b.show(b.work, q, say(words)); err != nil {
		b.report("telling a failure", err, q.Token)
		if b.stopped(err) {
			return
		}
	}
	b.close(q, words)
}

// close gives a question up in the ledger.
func (b *Bot) close(q answer.Asked, reason string) {
	if err := b.rooms.Ledger.Fail(b.work, q.Guild, q.ID, reason); err != nil {
		b.report("closing a question", err, q.Token)
	}
}

// page is one page of an answer as a message, with the buttons that lead on.
func (b *Bot) page(q answer.Asked, a answer.Answer, n int) message {
	shown := q.Text
	if q.Message != "" {
		shown = "" // the reply hangs below the question itself
	}
	c := newCard(a, shown, b.cfg.Now())
	n = min(max(n, 0), len(c.pages)-1)
	return say(c.pages[n], c.buttons(q.ID, n)...)
}

// buttons are the row under a page: on, back, and the sources in full.
func (c card) buttons(id string, n int) []discordgo.MessageComponent {
	var row []discordgo.MessageComponent
	if n > 0 {
		row = append(row, button("Back", morePage, id, n-1))
	}
	if n < len(c.pages)-1 {
		row = append(row, button("More", morePage, id, n+1))
	}
	if c.cited {
		row = append(row, button("Sources", sourcePage, id, 0))
	}
	return rows(row)
}
