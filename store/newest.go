package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"parley/answer"
	"parley/article"
)

const (
	// recent is among how many of the articles that were added last the newest are looked for.
	recent = 200
	// opened is how many passages of an article are its opening.
	opened = 3
	lately = `SELECT a.id, a.version, coalesce(v.published, 0) FROM (SELECT id, version FROM articles WHERE status = 'live'
	ORDER BY id DESC LIMIT ?) a JOIN versions v ON v.article_id = a.id AND v.version = a.version`
)

// Newest returns the opening passages of at most limit of the live articles, the article first that was published last; those
// that state no day follow, the one first that was added last.
func (g *Guild) Newest(ctx context.Context, limit int) ([]answer.Candidate, error) {
	type dated struct {
		id      article.ID
		version int
		at      int64
	}
	var list []answer.Candidate
	err := g.read(ctx, "read the newest articles", func(tx *sql.Tx) error {
		var all []dated
		err := each(ctx, tx, func(row *sql.Rows) error {
			var d dated
			err := row.Scan(&d.id, &d.version, &d.at)
			all = append(all, d)
			return err
		}, lately, recent)
		if err != nil {
			return err
		}
		slices.SortFunc(all, func(a, b dated) int { return cmp.Or(cmp.Compare(b.at, a.at), cmp.Compare(b.id, a.id)) })
		for _, d := range all[:min(limit, len(all))] {
			err := each(ctx, tx, func(row *sql.Rows) error {
				c, err := scanPassage(row)
				list = append(list, c)
				return err
			}, around, d.id, d.version, 0, opened-1)
			if err != nil {
				return err
			}
		}
		return g.introduce(ctx, tx, list)
	})
	return list, err
}
