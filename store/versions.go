package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"parley/article"
	"parley/fault"
)

// Version returns one version of an article as it was stored, live or not; version 0 means the newest. An id or a version
// that does not exist is a fault.
func (g *Guild) Version(ctx context.Context, id article.ID, version int) (article.Entry, article.Document, error) {
	var (
		e   article.Entry
		doc article.Document
	)
	err := g.read(ctx, "read article", func(tx *sql.Tx) (err error) {
		if e, err = entry(ctx, tx, id); err != nil {
			return err
		}
		if version != 0 && version != e.Version {
			if e, err = entryAt(ctx, tx, id, version); err != nil {
				return err
			}
		}
		doc, err = document(ctx, tx, e)
		return err
	})
	return e, doc, err
}

func entryAt(ctx context.Context, tx *sql.Tx, id article.ID, version int) (article.Entry, error) {
	row := tx.QueryRowContext(ctx, `SELECT `+entryColumns+` FROM articles a JOIN versions v ON v.article_id = a.id
		WHERE a.id = ? AND v.version = ?`, id, version)
	e, err := scanEntry(row)
	if errors.Is(err, sql.ErrNoRows) {
		return e, fault.New(fmt.Sprintf("Article %d has no version %d. Nothing was changed.", id, version), nil)
	}
	return e, err
}

// document puts a stored version together again.
func document(ctx context.Context, tx *sql.Tx, e article.Entry) (article.Document, error) {
	doc := article.Document{Meta: e.Meta, Source: e.Source}
	var body []byte
	var dropped string
	row := tx.QueryRowContext(ctx, "SELECT body, dropped FROM versions WHERE article_id = ? AND version = ?", e.ID, e.Version)
	if err := row.Scan(&body, &dropped); err != nil {
		return doc, err
	}
	doc.Body = string(body)
	if err := json.Unmarshal([]byte(dropped), &doc.Dropped); err != nil {
		return doc, err
	}
	err := each(ctx, tx, func(row *sql.Rows) error {
		c, err := scanPassage(row)
		doc.Passages = append(doc.Passages, c.Passage)
		return err
	}, "SELECT "+passageColumns+" FROM passages p WHERE p.article_id = ? AND p.version = ? ORDER BY p.ord", e.ID, e.Version)
	return doc, err
}

// insertVersion stores a version and its passages, which are numbered in a row from first on.
func insertVersion(ctx context.Context, tx *sql.Tx, id article.ID, version int, first article.PassageID, p *prepared, at time.Time, by string) error {
	d := &p.doc
	dropped, err := json.Marshal(d.Dropped)
	if err != nil {
		return err
	}
	published, clock := stamp(d.Published)
	_, err = tx.ExecContext(ctx, `INSERT INTO versions (article_id, version, source, title, publisher, author, url, published,
		clock, language, added_at, added_by, passages, words, hash, dropped, body) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		id, version, d.Source, d.Title, d.Publisher, d.Author, d.URL, published, clock, d.Language, at.Unix(), clean(by),
		len(d.Passages), p.words, p.hash[:], string(dropped), []byte(d.Body))
	if err != nil {
		return err
	}
	return insertPassages(ctx, tx, id, version, first, p)
}

// Quote returns Body[start:end] of a version, live or not. Offsets outside of the body are an error.
func (g *Guild) Quote(ctx context.Context, id article.ID, version, start, end int) (string, error) {
	var quote string
	err := g.read(ctx, "read quote", func(tx *sql.Tx) (err error) {
		quote, err = quoteAt(ctx, tx, id, version, start, end)
		return err
	})
	return quote, err
}

// errNowhere says that a version or a stretch of its body does not exist.
var errNowhere = errors.New("no such place")

func quoteAt(ctx context.Context, tx *sql.Tx, id article.ID, version, start, end int) (string, error) {
	var size int
	var quote []byte
	row := tx.QueryRowContext(ctx, "SELECT length(body), substr(body, ?, ?) FROM versions WHERE article_id = ? AND version = ?",
		start+1, max(end-start, 0), id, version)
	if err := row.Scan(&size, &quote); errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("article %d version %d: %w", id, version, errNowhere)
	} else if err != nil {
		return "", err
	}
	if start < 0 || end < start || end > size {
		return "", fmt.Errorf("article %d version %d: bytes %d to %d of %d: %w", id, version, start, end, size, errNowhere)
	}
	return string(quote), nil
}

// edition names a version.
type edition struct {
	id      article.ID
	version int
}

// about is what a version says of itself; it never changes.
type about struct {
	source string
	meta   article.Meta
}

// metaCache keeps what candidates need of their versions, so that a search does not read it over and over.
// Versions are immutable: what is in it stays right.
type metaCache struct {
	mu sync.Mutex
	m  map[edition]about
}

// metaCacheSize bounds the cache; when full it starts again empty. An entry is about half a kilobyte.
const metaCacheSize = 20_000

// get returns what those versions say of themselves.
func (c *metaCache) get(ctx context.Context, tx *sql.Tx, wanted []edition) (map[edition]about, error) {
	have, missing := c.look(wanted)
	if len(missing) == 0 {
		return have, nil
	}
	list, err := json.Marshal(missing)
	if err != nil {
		return nil, err
	}
	err = each(ctx, tx, func(row *sql.Rows) error {
		var ed edition
		var a about
		var published sql.NullInt64
		var clock bool
		err := row.Scan(&ed.id, &ed.version, &a.source, &a.meta.Title, &a.meta.Publisher, &a.meta.Author, &a.meta.URL, &published,
			&clock, &a.meta.Language)
		a.meta.Published = when(published, clock)
		have[ed] = a
		return err
	}, byEdition, string(list))
	if err != nil {
		return nil, err
	}
	c.keep(missing, have)
	return have, nil
}

const byEdition = `SELECT v.article_id, v.version, v.source, v.title, v.publisher, v.author, v.url, v.published, v.clock, v.language
	FROM json_each(?) j CROSS JOIN versions v ON v.article_id = j.value ->> 0 AND v.version = j.value ->> 1`

// look parts the versions into those in the cache and those that are not, as pairs of article and version.
func (c *metaCache) look(wanted []edition) (have map[edition]about, missing [][2]int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	have = make(map[edition]about, len(wanted))
	for _, ed := range wanted {
		if _, twice := have[ed]; twice {
			continue
		}
		a, ok := c.m[ed]
		have[ed] = a
		if !ok {
			missing = append(missing, [2]int64{int64(ed.id), int64(ed.version)})
		}
	}
	return have, missing
}

func (c *metaCache) keep(missing [][2]int64, have map[edition]about) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.m == nil || len(c.m)+len(missing) > metaCacheSize {
		c.m = map[edition]about{}
	}
	for _, m := range missing {
		ed := edition{article.ID(m[0]), int(m[1])}
		c.m[ed] = have[ed]
	}
}
