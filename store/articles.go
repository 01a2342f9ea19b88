package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"parley/article"
	"parley/fault"
)

const entryColumns = `a.id, v.version, v.source, v.title, v.publisher, v.author, v.url, v.published, v.clock, v.language,
	a.status, a.reason, v.added_at, v.added_by, v.passages, v.words`

const newestEntry = `SELECT ` + entryColumns + ` FROM articles a JOIN versions v ON v.article_id = a.id AND v.version = a.version`

func scanEntry(row interface{ Scan(...any) error }) (article.Entry, error) {
	var (
		e         article.Entry
		published sql.NullInt64
		clock     bool
		added     int64
	)
	err := row.Scan(&e.ID, &e.Version, &e.Source, &e.Title, &e.Publisher, &e.Author, &e.URL, &published, &clock, &e.Language,
		&e.Status, &e.Reason, &added, &e.AddedBy, &e.Passages, &e.Words)
	e.Published = when(published, clock)
	e.AddedAt = time.Unix(added, 0).UTC()
	return e, err
}

// Articles returns the newest versions, latest article first, and how many articles there are in all. A limit below 1
// means all.
func (g *Guild) Articles(ctx context.Context, offset, limit int) ([]article.Entry, int, error) {
	var (
		list  []article.Entry
		total int
	)
	if limit < 1 {
		limit = -1
	}
	err := g.read(ctx, "list articles", func(tx *sql.Tx) error {
		if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM articles").Scan(&total); err != nil {
			return err
		}
		return each(ctx, tx, func(row *sql.Rows) error {
			e, err := scanEntry(row)
			list = append(list, e)
			return err
		}, newestEntry+" ORDER BY a.id DESC LIMIT ? OFFSET ?", limit, max(offset, 0))
	})
	return list, total, err
}

// Article returns the newest version of an article, live or withdrawn. An unknown id is a fault.
func (g *Guild) Article(ctx context.Context, id article.ID) (article.Entry, article.Document, error) {
	return g.Version(ctx, id, 0)
}

// entry returns the newest version of an article, or the fault that there is none.
func entry(ctx context.Context, tx *sql.Tx, id article.ID) (article.Entry, error) {
	e, err := scanEntry(tx.QueryRowContext(ctx, newestEntry+" WHERE a.id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return e, fault.New(fmt.Sprintf("There is no article %d. Nothing was changed; the list of articles has the numbers.", id), nil)
	}
	return e, err
}

// Withdraw takes an article out of search at once; it stays readable as proof of what was said. An unknown id, a missing
// reason and an article that is withdrawn already are faults.
func (g *Guild) Withdraw(ctx context.Context, id article.ID, reason, by string) error {
	reason = strings.TrimSpace(clean(reason))
	if reason == "" {
		return fault.New("A withdrawal needs a reason, which stands beside the sources of earlier answers. Nothing was changed; give one.", nil)
	}
	return g.write(ctx, "withdraw article", func(tx *sql.Tx) error {
		e, err := entry(ctx, tx, id)
		if err != nil {
			return err
		}
		if e.Status == article.Withdrawn {
			return fault.New(fmt.Sprintf("Article %d is withdrawn already. Nothing was changed.", id), nil)
		}
		if err := g.unindex(ctx, tx, e); err != nil {
			return err
		}
		return g.decide(ctx, tx, id, article.Withdrawn, reason, by)
	})
}

// Restore lets a withdrawn article be cited again, from its newest version. An unknown id and an article that is not
// withdrawn are faults, and so is a live article that has taken its place (as Add tells a new version). The reason may be empty.
func (g *Guild) Restore(ctx context.Context, id article.ID, reason, by string) error {
	return g.write(ctx, "restore article", func(tx *sql.Tx) error {
		e, err := entry(ctx, tx, id)
		if err != nil {
			return err
		}
		if e.Status == article.Live {
			return fault.New(fmt.Sprintf("Article %d is not withdrawn. Nothing was changed.", id), nil)
		}
		heir, err := heirOf(ctx, &batch{g: g, tx: tx}, e)
		if err != nil {
			return err
		}
		if heir != 0 {
			return fault.New(fmt.Sprintf("Article %d from the same source has taken its place. Nothing was changed; withdraw that one first.", heir), nil)
		}
		if err := g.decide(ctx, tx, id, article.Live, strings.TrimSpace(clean(reason)), by); err != nil {
			return err
		}
		return g.reindex(ctx, tx, e)
	})
}

// Withdrawn returns why each of the articles that are withdrawn is; live and unknown ones are absent.
func (g *Guild) Withdrawn(ctx context.Context, ids []article.ID) (map[article.ID]string, error) {
	reasons := map[article.ID]string{}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	err = g.read(ctx, "read withdrawals", func(tx *sql.Tx) error {
		return each(ctx, tx, func(row *sql.Rows) error {
			var id article.ID
			var reason string
			err := row.Scan(&id, &reason)
			reasons[id] = reason
			return err
		}, "SELECT a.id, a.reason FROM json_each(?) j CROSS JOIN articles a ON a.id = j.value WHERE a.status = 'withdrawn'", string(list))
	})
	return reasons, err
}

// decide changes an article's status and keeps who did it and why.
func (g *Guild) decide(ctx context.Context, tx *sql.Tx, id article.ID, status article.Status, reason, by string) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO decisions (article_id, status, reason, at, by) VALUES (?,?,?,?,?)",
		id, status, reason, g.now().Unix(), clean(by))
	if err != nil {
		return err
	}
	if status == article.Live {
		reason = ""
	}
	_, err = tx.ExecContext(ctx, "UPDATE articles SET status = ?, reason = ? WHERE id = ?", status, reason, id)
	return err
}

// Decision is a withdrawal or a restoration.
type Decision struct {
	Status article.Status // that the article had since
	Reason string         // "" where a restoration gave none
	By     string
	At     time.Time
}

// Decisions returns the withdrawals and restorations of an article, oldest first.
func (g *Guild) Decisions(ctx context.Context, id article.ID) ([]Decision, error) {
	var list []Decision
	err := g.read(ctx, "read decisions", func(tx *sql.Tx) error {
		return each(ctx, tx, func(row *sql.Rows) error {
			var d Decision
			var at int64
			err := row.Scan(&d.Status, &d.Reason, &d.By, &at)
			d.At = time.Unix(at, 0).UTC()
			list = append(list, d)
			return err
		}, "SELECT status, reason, by, at FROM decisions WHERE article_id = ? ORDER BY rowid", id)
	})
	return list, err
}

// clean leaves out what SQL's text functions and a terminal stumble over: NUL and broken UTF-8.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\x00", "")
}
