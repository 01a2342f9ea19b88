package bot

import (
	"context"
	"time"

	"parley/answer"
)

// takeUp answers the questions that the process before has left open, oldest first.
func (b *Bot) takeUp(ctx context.Context) {
	for _, q := range b.unheld {
		b.seen.first(q.ID)
		if q.Token != "" && b.cfg.Now().Sub(q.At) > tokenLife-time.Second {
			b.close(q, "Parley was away until Discord no longer let it reply")
			continue
		}
		if !b.pool.wait(ctx) {
			return
		}
		b.pool.submit(func(ctx context.Context) { b.resume(ctx, q) })
	}
	b.unheld = nil
}

// resume goes on with a question where the process before has stopped: an answer that it found is shown, not looked for again.
func (b *Bot) resume(ctx context.Context, q answer.Asked) {
	_, a, settled, err := b.rooms.Record.Answer(ctx, q.Guild, q.ID)
	if err != nil {
		b.log.Warn("an answer cannot be read; its question is answered anew", "question", q.ID, "cause", err)
	}
	if settled {
		b.deliver(q, a)
		return
	}
	b.resolve(ctx, q)
}
