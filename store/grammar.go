package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"parley/article"
)

// probes are texts whose terms change when the analysis changes: folding, numbers, hyphens, acronyms and stems.
var probes = []struct{ lang, text string }{
	{"en", "The co-operating ministries’ 2,600 cease-fire observers weren't withdrawing; U.S. and T.T.P. officials said seventeen buses left at 23:40 on the 19th. ISIS universities, wolves, a naïve façade, Łódź, $1.5 million."},
	{"", "Straße Ørsted ı İ 3.14 2012 running"},
	{"de", "Die Verhandlungen über die Häuser wurden abgebrochen"},
	{"tr", "Görüşmelerin kesilmesi İstanbul'da açıklandı"},
	{"ar", "المفاوضات انتهت كتابة ٢٠٢١"},
	{"ur", "مذاکرات ختم ہوگئے كي ۲۰۲۱"},
	{"ru", "Переговоры закончились без соглашения"},
	{"hi", "वार्ता बिना समझौते के समाप्त हुई"},
	{"es", "Las negociaciones terminaron sin acuerdo"},
	{"fr", "Les négociations se sont terminées hier"},
}

// layout numbers the ways in which the index was ever written; it grows when another follows.
const layout = 2

// grammar is the fingerprint of the analysis and of how the index is written. An index is of use only to questions that are analysed in
// the same way.
func grammar() string {
	h := sha256.New()
	fmt.Fprintln(h, layout)
	for _, p := range probes {
		h.Write([]byte(strings.Join(terms(p.text, p.lang), " ") + "\n"))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// refresh makes the index anew where it was made with another analysis, or by a Parley that made none of it; 100,000 passages take
// about half a minute. The articles themselves are not touched: it is one transaction, which a crash undoes and the next opening
// begins again.
func (g *Guild) refresh(ctx context.Context) error {
	made, err := madeWith(ctx, g.ro)
	if err != nil || made == grammar() {
		return err
	}
	tx, err := g.rw.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if made, err = madeWith(ctx, tx); err != nil || made == grammar() {
		return err // another opener was first
	}
	if err := g.rebuild(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

func madeWith(ctx context.Context, db interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}) (made string, err error) {
	err = db.QueryRowContext(ctx, "SELECT grammar FROM corpus WHERE one = 1").Scan(&made)
	return made, err
}

// Rebuild makes the search index, its counts and the list of words anew from the stored articles. It repairs what Check
// finds wrong with them; nothing else is changed.
func (g *Guild) Rebuild(ctx context.Context) error {
	return g.write(ctx, "rebuild the index", func(tx *sql.Tx) error { return g.rebuild(ctx, tx) })
}

func (g *Guild) rebuild(ctx context.Context, tx *sql.Tx) error {
	if err := emptySearch(ctx, tx); err != nil {
		return err
	}
	for _, wipe := range []string{
		"DELETE FROM blocks", "DELETE FROM gone", "DELETE FROM shingles", "DELETE FROM copies",
		"DELETE FROM names WHERE article_id IS NOT NULL", "DELETE FROM mentions",
		"UPDATE corpus SET articles = 0, passages = 0, terms = 0, layers = '[]', sizes = '[]', names = names + 1, gone = gone + 1",
	} {
		if _, err := tx.ExecContext(ctx, wipe); err != nil {
			return err
		}
	}
	var live []article.Entry
	err := each(ctx, tx, func(row *sql.Rows) error {
		e, err := scanEntry(row)
		live = append(live, e)
		return err
	}, newestEntry+" WHERE a.status = 'live' ORDER BY a.id")
	if err != nil {
		return err
	}
	b, err := newBatch(ctx, g, tx)
	if err != nil {
		return err
	}
	defer b.close()
	done := 0
	for part := range slices.Chunk(live, ahead) {
		if err := b.reenterAll(ctx, part); err != nil {
			return err
		}
		if done += len(part); g.remaking != nil {
			g.remaking(done, len(live))
		}
	}
	if err := b.flush(ctx); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "UPDATE corpus SET grammar = ?", grammar())
	return err
}

// reenterAll lets the newest versions of articles be found, once they are flushed.
func (b *batch) reenterAll(ctx context.Context, list []article.Entry) error {
	docs := make([]article.Document, len(list))
	for i, e := range list {
		var err error
		if docs[i], err = document(ctx, b.tx, e); err != nil {
			return err
		}
	}
	ready := prepareAll(docs)
	defer ready.stop()
	for i, e := range list {
		p, err := ready.next(i)
		if err != nil {
			return err
		}
		first, err := firstPassage(ctx, b.tx, e)
		if err != nil {
			return err
		}
		if err := b.reenter(ctx, e.ID, first, p); err != nil {
			return err
		}
		if err := b.flushFull(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) reenter(ctx context.Context, id article.ID, first article.PassageID, p *prepared) error {
	posted, err := regain(ctx, b.tx, first)
	if err != nil {
		return err
	}
	if _, err := b.tx.ExecContext(ctx, "UPDATE articles SET sampled = ? WHERE id = ?", len(sample(p.shingles)), id); err != nil {
		return err
	}
	_, err = b.enter(ctx, id, first, p, posted)
	return err
}

// emptySearch makes the search table anew. FTS5's own 'delete-all' starts its structure's count of changes again, so that
// another connection may take its cached structure for the new one and report a corrupt index (seen on SQLite 3.54.1). It gathers 8 MB
// of a transaction before it writes them: with its own 1 MB it wrote and merged about half as much again.
func emptySearch(ctx context.Context, tx *sql.Tx) error {
	var create string
	if err := tx.QueryRowContext(ctx, "SELECT sql FROM sqlite_schema WHERE name = 'search'").Scan(&create); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "DROP TABLE search"); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, create); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO search (search, rank) VALUES ('hashsize', 8388608)")
	return err
}
