package store

import (
	"context"
	"database/sql"

	"parley/answer"
	"parley/article"
)

// batch gathers what one transaction changes in the index, and writes it once at its end.
type batch struct {
	g     *Guild
	tx    *sql.Tx
	sizes answer.Corpus
	names bool // the list of names has changed
	// vocabulary gathers the terms and words, and waiting is how many postings it has.
	vocabulary *vocabulary
	waiting    int
	// next is the id of the next passage, 0 where it was not looked up yet.
	next article.PassageID
	// gone is how often the list of gone passages had changed when the batch began.
	gone int64
	// search are the passages that the search table lacks yet: between other statements it would write each to disk by itself.
	search []entered
}

// entered is a passage on its way to the search table.
type entered struct {
	id                   int64
	body, heading, title string
}

// newBatch begins a batch, which must be closed.
func newBatch(ctx context.Context, g *Guild, tx *sql.Tx) (*batch, error) {
	size, err := sizesOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	g.words.since(size.gone)
	return &batch{g: g, tx: tx, vocabulary: newVocabulary(&g.words), gone: size.gone}, nil
}

// close ends what gathers in the background.
func (b *batch) close() { b.vocabulary.close() }

// reindex lets the newest version of an article be found.
func (g *Guild) reindex(ctx context.Context, tx *sql.Tx, e article.Entry) error {
	b, err := newBatch(ctx, g, tx)
	if err != nil {
		return err
	}
	defer b.close()
	if err := b.reenterAll(ctx, []article.Entry{e}); err != nil {
		return err
	}
	return b.flush(ctx)
}

// unindex takes the newest version of an article out of search.
func (g *Guild) unindex(ctx context.Context, tx *sql.Tx, e article.Entry) error {
	b, err := newBatch(ctx, g, tx)
	if err != nil {
		return err
	}
	defer b.close()
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
	first, err := firstPassage(ctx, b.tx, e)
	return p, first, err
}

// firstPassage is the id of a version's first passage. Its others follow in a row.
func firstPassage(ctx context.Context, tx *sql.Tx, e article.Entry) (article.PassageID, error) {
	var first article.PassageID
	row := tx.QueryRowContext(ctx, "SELECT id FROM passages WHERE article_id = ? AND version = ? AND ord = 0", e.ID, e.Version)
	return first, row.Scan(&first)
}

// enter makes a version's passages searchable, whose postings may be there already, and returns the live article that shares most of its text,
// if any.
func (b *batch) enter(ctx context.Context, id article.ID, first article.PassageID, p *prepared, posted bool) (article.ID, error) {
	for i, x := range p.passages {
		b.search = append(b.search, entered{int64(first) + int64(i), x.body, x.heading, p.title})
	}
	if posted {
		first = 0
	}
	b.count(p, 1, first)
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
	if err := b.insertSearch(ctx); err != nil { // the version may be of this very batch
		return nil, err
	}
	_, err = b.tx.ExecContext(ctx, "DELETE FROM search WHERE rowid BETWEEN ? AND ?", first, int64(first)+int64(len(p.passages))-1)
	if err != nil {
		return nil, err
	}
	if err := forgo(ctx, b.tx, first, len(p.passages)); err != nil {
		return nil, err
	}
	b.count(p, -1, 0)
	return p, b.forgetNames(ctx, e.ID)
}

// insertSearch writes the passages one by one: for a statement of many rows FTS5 would write what it has gathered to disk first.
func (b *batch) insertSearch(ctx context.Context) error {
	if len(b.search) == 0 {
		return nil
	}
	insert, err := b.tx.PrepareContext(ctx, "INSERT INTO search (rowid, body, heading, title) VALUES (?, ?, ?, ?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, x := range b.search {
		if _, err := insert.ExecContext(ctx, x.id, x.body, x.heading, x.title); err != nil {
			return err
		}
	}
	b.search = nil
	return nil
}

// count adds a version to the sums, or takes it away with sign -1; its postings too, where the id of its first passage is given.
func (b *batch) count(p *prepared, sign int, first article.PassageID) {
	b.sizes.Articles += sign
	b.sizes.Passages += sign * len(p.passages)
	for _, x := range p.passages {
		b.sizes.Terms += int64(sign * x.terms)
	}
	b.vocabulary.add(gathered{p, sign, int64(first)})
	if first != 0 {
		b.waiting += len(p.places)
	}
}

// fullBatch is how many postings are gathered before they are written, 16 bytes each: those of about 15,000 passages.
const fullBatch = 1 << 20

// flushFull flushes where enough is gathered.
func (b *batch) flushFull(ctx context.Context) error {
	if b.waiting < fullBatch {
		return nil
	}
	return b.flush(ctx)
}

// flush writes the sums, and the terms and words as a layer; they are packed while the search table is written. More may follow.
func (b *batch) flush(ctx context.Context) error {
	packed := b.vocabulary.packed()
	b.waiting = 0
	if err := b.insertSearch(ctx); err != nil {
		return err
	}
	if err := addLayer(ctx, b.tx, <-packed); err != nil {
		return err
	}
	if b.names {
		if err := namesChanged(ctx, b.tx); err != nil {
			return err
		}
	}
	sizes := b.sizes
	b.sizes, b.names = answer.Corpus{}, false
	_, err := b.tx.ExecContext(ctx, "UPDATE corpus SET articles = articles + ?, passages = passages + ?, terms = terms + ?",
		sizes.Articles, sizes.Passages, sizes.Terms)
	return err
}
