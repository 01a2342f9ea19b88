package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"

	"parley/answer"
	"parley/article"
)

// batch gathers what one transaction changes in the index's counts, and writes the sums once at its end.
type batch struct {
	g     *Guild
	tx    *sql.Tx
	df    map[string]int
	above map[string]int
	sizes answer.Corpus
	vocab map[string]word
	names bool // the list of names has changed
}

func newBatch(g *Guild, tx *sql.Tx) *batch {
	return &batch{g: g, tx: tx, df: map[string]int{}, above: map[string]int{}, vocab: map[string]word{}}
}

// reindex lets the newest version of an article be found.
func (g *Guild) reindex(ctx context.Context, tx *sql.Tx, e article.Entry) error {
	b := newBatch(g, tx)
	if err := b.reenter(ctx, e); err != nil {
		return err
	}
	return b.flush(ctx)
}

func (b *batch) reenter(ctx context.Context, e article.Entry) error {
	p, first, err := b.stored(ctx, e)
	if err != nil {
		return err
	}
	_, err = b.enter(ctx, e.ID, first, p)
	return err
}

// unindex takes the newest version of an article out of search.
func (g *Guild) unindex(ctx context.Context, tx *sql.Tx, e article.Entry) error {
	b := newBatch(g, tx)
	if _, err := b.leave(ctx, e); err != nil {
		return err
	}
	return b.flush(ctx)
}

// overtake takes a version out of search for good, since a newer one follows.
func (b *batch) overtake(ctx context.Context, old article.Entry) error {
	p, err := b.leave(ctx, old)
	if err != nil {
		return err
	}
	return b.unrelate(ctx, old.ID, p)
}

// stored prepares a version again from what the file holds of it.
func (b *batch) stored(ctx context.Context, e article.Entry) (*prepared, article.PassageID, error) {
	doc, err := document(ctx, b.tx, e)
	if err != nil {
		return nil, 0, err
	}
	p, err := prepare(doc)
	if err != nil {
		return nil, 0, err
	}
	var first article.PassageID
	row := b.tx.QueryRowContext(ctx, "SELECT id FROM passages WHERE article_id = ? AND version = ? AND ord = 0", e.ID, e.Version)
	return p, first, row.Scan(&first)
}

// enter makes a version's passages searchable, and returns the live article that shares most of its text, if any.
func (b *batch) enter(ctx context.Context, id article.ID, first article.PassageID, p *prepared) (article.ID, error) {
	if err := b.insertSearch(ctx, first, p); err != nil {
		return 0, err
	}
	b.count(p, 1)
	maps.Copy(b.vocab, p.vocab)
	if err := b.learnNames(ctx, id, p); err != nil {
		return 0, err
	}
	return b.relate(ctx, id, p)
}

func (b *batch) leave(ctx context.Context, e article.Entry) (*prepared, error) {
	p, first, err := b.stored(ctx, e)
	if err != nil {
		return nil, err
	}
	_, err = b.tx.ExecContext(ctx, "DELETE FROM search WHERE rowid BETWEEN ? AND ?", first, int64(first)+int64(len(p.passages))-1)
	if err != nil {
		return nil, err
	}
	b.count(p, -1)
	return p, b.forgetNames(ctx, e.ID)
}

func (b *batch) insertSearch(ctx context.Context, first article.PassageID, p *prepared) error {
	next := int64(first)
	for part := range slices.Chunk(p.passages, passageRows) {
		args := make([]any, 0, 4*len(part))
		for _, x := range part {
			args = append(args, next, x.body, x.heading, p.title)
			next++
		}
		_, err := b.tx.ExecContext(ctx, "INSERT INTO search (rowid, body, heading, title) VALUES "+rowMarks(len(part), 4), args...)
		if err != nil {
			return err
		}
	}
	return nil
}

// count adds a version to the sums, or takes it away with sign -1.
func (b *batch) count(p *prepared, sign int) {
	b.sizes.Articles += sign
	b.sizes.Passages += sign * len(p.passages)
	for _, x := range p.passages {
		b.sizes.Terms += int64(sign * x.terms)
		for _, t := range x.df {
			b.df[t] += sign
		}
		for _, t := range x.above {
			b.above[t] += sign
		}
	}
}

// flush writes the sums, the terms in order so that neighbours in the table are written together.
func (b *batch) flush(ctx context.Context) error {
	if err := insertWords(ctx, b.tx, b.vocab); err != nil {
		return err
	}
	for t := range b.above {
		b.df[t] += 0
	}
	for part := range slices.Chunk(slices.Sorted(maps.Keys(b.df)), 100) {
		args := make([]any, 0, 3*len(part))
		for _, t := range part {
			args = append(args, t, int64(b.df[t]), int64(b.above[t]))
		}
		_, err := b.tx.ExecContext(ctx, "INSERT INTO terms (term, df, above) VALUES "+rowMarks(len(part), 3)+
			" ON CONFLICT (term) DO UPDATE SET df = df + excluded.df, above = above + excluded.above", args...)
		if err != nil {
			return err
		}
	}
	if b.names {
		if err := namesChanged(ctx, b.tx); err != nil {
			return err
		}
	}
	_, err := b.tx.ExecContext(ctx, "UPDATE corpus SET articles = articles + ?, passages = passages + ?, terms = terms + ?",
		b.sizes.Articles, b.sizes.Passages, b.sizes.Terms)
	return err
}
