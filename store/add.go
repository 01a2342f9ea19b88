package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"

	"parley/article"
)

// Result is what became of one document of many.
type Result struct {
	article.Receipt
	// Err is why this document was refused, a fault where a person can act on it; the receipt is empty then.
	Err error
}

// Add stores a document in one transaction and says what became of it. When it returns without an error the article is on
// disk, searchable, and everything before it that it overtakes is not. A document without a passage is a fault.
//
// The same text, white space aside, is a duplicate whatever its source. Another text is a new version where the link is the
// same, or where a file of the same base name shares versionShare of its words: a name alone ("message.txt") tells nothing.
// A withdrawn article gets no versions: what its source says later is a new one.
func (g *Guild) Add(ctx context.Context, doc article.Document, by string) (article.Receipt, error) {
	results, err := g.AddAll(ctx, []article.Document{doc}, by)
	if err != nil {
		return article.Receipt{}, err
	}
	return results[0].Receipt, results[0].Err
}

// AddAll stores many documents in one transaction, as Add would one after the other, and is much faster. A document that
// is refused does not keep out the others; with an error nothing was stored.
func (g *Guild) AddAll(ctx context.Context, docs []article.Document, by string) ([]Result, error) {
	results := make([]Result, len(docs))
	ready := prepareAll(docs)
	defer ready.stop()
	var words []string
	var gone int64
	err := g.write(ctx, "add articles", func(tx *sql.Tx) error {
		b, err := newBatch(ctx, g, tx)
		if err != nil {
			return err
		}
		defer b.close()
		for i := range docs {
			p, err := ready.next(i)
			if err != nil {
				results[i].Err = err
				continue
			}
			if results[i].Receipt, err = b.add(ctx, p, by); err != nil {
				return fmt.Errorf("%s: %w", p.doc.Source, err)
			}
			if err := b.flushFull(ctx); err != nil {
				return err
			}
		}
		err = b.flush(ctx)
		words, gone = b.vocabulary.noted, b.gone
		return err
	})
	if err != nil {
		return nil, err
	}
	g.words.note(words, gone)
	return results, nil
}

// ahead is how many documents are taken apart and not yet gathered: about 100 kB each for articles of a thousand words.
const ahead = 256

// preparation takes documents apart on all cores while the caller writes.
type preparation struct {
	slots []slot
	ahead chan struct{} // holds one thing for each document that is taken apart and not written
	quit  chan struct{}
}

type slot struct {
	p    *prepared
	err  error
	done chan struct{}
}

func prepareAll(docs []article.Document) *preparation {
	r := &preparation{slots: make([]slot, len(docs)), ahead: make(chan struct{}, ahead), quit: make(chan struct{})}
	for i := range r.slots {
		r.slots[i].done = make(chan struct{})
	}
	var taken atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(docs)) {
		go func() {
			var t taker
			for r.room() {
				i := int(taken.Add(1)) - 1
				if i >= len(docs) {
					return
				}
				s := &r.slots[i]
				s.p, s.err = t.prepare(docs[i])
				close(s.done)
			}
		}()
	}
	return r
}

// room waits until another document may be taken apart, and is false when no more are wanted.
func (r *preparation) room() bool {
	select {
	case r.ahead <- struct{}{}:
		return true
	case <-r.quit:
		return false
	}
}

// next waits for the i-th document. They are asked for in order, each once.
func (r *preparation) next(i int) (*prepared, error) {
	s := &r.slots[i]
	<-s.done
	<-r.ahead
	p := s.p
	s.p = nil // the batch may be large; what is written need not stay
	return p, s.err
}

func (r *preparation) stop() { close(r.quit) }

// add stores one document.
func (b *batch) add(ctx context.Context, p *prepared, by string) (article.Receipt, error) {
	old, err := sameText(ctx, b.tx, p.hash)
	if err != nil {
		return article.Receipt{}, err
	}
	if old != 0 {
		e, err := entry(ctx, b.tx, old)
		outcome := article.Duplicate
		if e.Status == article.Withdrawn {
			outcome = article.DuplicateWithdrawn
		}
		return article.Receipt{Outcome: outcome, Entry: e}, err
	}
	id, err := b.ancestor(ctx, p.key, p.shingles)
	if err != nil {
		return article.Receipt{}, err
	}
	if id != 0 {
		return b.addVersion(ctx, id, p, by)
	}
	return b.addArticle(ctx, p, by)
}

const withText = `SELECT a.id FROM versions v JOIN articles a ON a.id = v.article_id AND a.version = v.version
	WHERE v.hash = ? ORDER BY a.status = 'live' DESC, a.id LIMIT 1`

// sameText returns the article whose newest version has that text, a live one if there is one, 0 where there is none.
func sameText(ctx context.Context, tx *sql.Tx, hash [32]byte) (article.ID, error) {
	var id article.ID
	err := tx.QueryRowContext(ctx, withText, hash[:]).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, err
}

func (b *batch) addArticle(ctx context.Context, p *prepared, by string) (article.Receipt, error) {
	res, err := b.tx.ExecContext(ctx, "INSERT INTO articles (source_key, version, sampled, status) VALUES (?, 1, ?, 'live')", p.key, len(sample(p.shingles)))
	if err != nil {
		return article.Receipt{}, err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return article.Receipt{}, err
	}
	return b.store(ctx, article.Added, article.ID(id), 1, p, by)
}

func (b *batch) addVersion(ctx context.Context, id article.ID, p *prepared, by string) (article.Receipt, error) {
	old, err := entry(ctx, b.tx, id)
	if err != nil {
		return article.Receipt{}, err
	}
	if err := b.overtake(ctx, old); err != nil {
		return article.Receipt{}, err
	}
	if _, err := b.tx.ExecContext(ctx, "UPDATE articles SET version = ?, sampled = ? WHERE id = ?", old.Version+1, len(sample(p.shingles)), id); err != nil {
		return article.Receipt{}, err
	}
	return b.store(ctx, article.NewVersion, id, old.Version+1, p, by)
}

func (b *batch) store(ctx context.Context, outcome article.Outcome, id article.ID, version int, p *prepared, by string) (article.Receipt, error) {
	first, err := b.room(ctx, len(p.passages))
	if err != nil {
		return article.Receipt{}, err
	}
	at := b.g.now()
	if err := insertVersion(ctx, b.tx, id, version, first, p, at, by); err != nil {
		return article.Receipt{}, err
	}
	near, err := b.enter(ctx, id, first, p, false)
	if err != nil {
		return article.Receipt{}, err
	}
	return article.Receipt{Outcome: outcome, Entry: p.entry(id, version, at, by), NearDuplicate: near}, nil
}

// room keeps the ids of so many new passages, which follow one another, and returns the first.
func (b *batch) room(ctx context.Context, passages int) (article.PassageID, error) {
	if b.next == 0 {
		if err := b.tx.QueryRowContext(ctx, latest).Scan(&b.next); err != nil {
			return 0, err
		}
		b.next++
	}
	first := b.next
	b.next += article.PassageID(passages)
	return first, nil
}
