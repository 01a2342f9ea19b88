package main

import (
	"context"
	"database/sql"
	"strings"

	_ "github.com/mattn/go-sqlite3"

	"parley/article"
	"parley/article/analysis"
)

// plain is FTS5 as one would use it first: porter over unicode61, the content words of the question joined by OR, sorted by bm25.
type plain struct {
	db   *sql.DB
	file string
}

const plainSchema = `
CREATE TABLE passages (id INTEGER PRIMARY KEY, source TEXT NOT NULL, start INTEGER NOT NULL, text TEXT NOT NULL);
CREATE VIRTUAL TABLE search USING fts5 (text, content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');`

func openPlain(file string) (*plain, error) {
	db, err := sql.Open("sqlite3", "file:"+file+"?_journal_mode=WAL&_synchronous=NORMAL&_cache_size=-32000")
	if err != nil {
		return nil, err
	}
	_, err = db.Exec(plainSchema)
	return &plain{db, file}, err
}

func (p *plain) add(ctx context.Context, docs []article.Document) error {
	tx, err := p.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	body, err := tx.PrepareContext(ctx, "INSERT INTO passages (source, start, text) VALUES (?,?,?)")
	if err != nil {
		return err
	}
	index, err := tx.PrepareContext(ctx, "INSERT INTO search (rowid, text) VALUES (?,?)")
	if err != nil {
		return err
	}
	for _, d := range docs {
		for _, x := range d.Passages {
			res, err := body.ExecContext(ctx, d.Source, x.Start, x.Text)
			if err != nil {
				return err
			}
			id, err := res.LastInsertId()
			if err != nil {
				return err
			}
			if _, err := index.ExecContext(ctx, id, x.Text); err != nil {
				return err
			}
		}
	}
	return tx.Commit()
}

func (p *plain) search(ctx context.Context, q string, limit int) ([]place, error) {
	words := content(q)
	if len(words) == 0 {
		return nil, nil
	}
	rows, err := p.db.QueryContext(ctx, `SELECT p.source, p.start FROM
		(SELECT rowid AS id, bm25(search) AS score FROM search WHERE search MATCH ? ORDER BY bm25(search) LIMIT ?) hit
		CROSS JOIN passages p ON p.id = hit.id ORDER BY hit.score`, `"`+strings.Join(words, `" OR "`)+`"`, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []place
	for rows.Next() {
		var at place
		if err := rows.Scan(&at.source, &at.start); err != nil {
			return nil, err
		}
		out = append(out, at)
	}
	return out, rows.Err()
}

// content are the words of a question that are no function words; all of them where there is no other.
func content(q string) []string {
	var words, all []string
	for _, t := range analysis.Tokenize(q, "en") {
		all = append(all, q[t.Start:t.End])
		if !t.Stop && !t.Joined {
			words = append(words, q[t.Start:t.End])
		}
	}
	if len(words) == 0 {
		words = all
	}
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, `"`, "")
	}
	return words
}

func (p *plain) close() ([]string, error) { return []string{p.file}, p.db.Close() }
