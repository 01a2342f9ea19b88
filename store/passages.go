package store

import (
	"context"
	"database/sql"

	"parley/answer"
	"parley/article"
)

const passageColumns = `p.id, p.article_id, p.version, p.ord, p.start, p."end", p.at, p.clock, p.heading, p.speaker, p.text`

// scanPassage reads passageColumns; more receives columns that follow them.
func scanPassage(row *sql.Rows, more ...any) (answer.Candidate, error) {
	var (
		c     answer.Candidate
		at    sql.NullInt64
		clock bool
	)
	p := &c.Passage
	into := []any{&c.ID, &c.ArticleID, &c.Version, &c.Ord, &p.Start, &p.End, &at, &clock, &p.Heading, &p.Speaker, &p.Text}
	err := row.Scan(append(into, more...)...)
	p.At = when(at, clock)
	return c, err
}

// passageRows is how many passages one statement inserts.
const passageRows = 50

// insertPassages stores a version's passages, numbered in a row from first on.
func insertPassages(ctx context.Context, tx *sql.Tx, id article.ID, version int, first article.PassageID, p *prepared) error {
	const columns = 12
	of := int64(id) // plain types bind without reflection
	args := make([]any, 0, passageRows*columns)
	flush := func() error {
		if len(args) == 0 {
			return nil
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO passages (id, article_id, version, ord, start, "end", at, clock, terms, heading,
			speaker, text) VALUES `+rowMarks(len(args)/columns, columns), args...)
		args = args[:0]
		return err
	}
	for i := range p.doc.Passages {
		s := &p.doc.Passages[i]
		at, clock := stamp(s.At)
		args = append(args, int64(first)+int64(i), of, int64(version), int64(i), int64(s.Start), int64(s.End), at, clock, int64(p.passages[i].terms), s.Heading, s.Speaker, s.Text)
		if len(args) == passageRows*columns {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

const around = `SELECT ` + passageColumns + ` FROM passages p WHERE p.article_id = ? AND p.version = ? AND p.ord BETWEEN ? AND ?
	ORDER BY p.ord`

// Around returns the passages of the same version whose place is within before and after of ord, in order, ord itself
// included. The version may be withdrawn or overtaken: what stood around a quote is part of its proof.
func (g *Guild) Around(ctx context.Context, id article.ID, version, ord, before, after int) ([]answer.Candidate, error) {
	var list []answer.Candidate
	err := g.read(ctx, "read passages", func(tx *sql.Tx) error {
		err := each(ctx, tx, func(row *sql.Rows) error {
			c, err := scanPassage(row)
			list = append(list, c)
			return err
		}, around, id, version, ord-before, ord+after)
		if err != nil {
			return err
		}
		return g.introduce(ctx, tx, list)
	})
	return list, err
}

// introduce adds to candidates what their versions say of themselves.
func (g *Guild) introduce(ctx context.Context, tx *sql.Tx, list []answer.Candidate) error {
	wanted := make([]edition, len(list))
	for i, c := range list {
		wanted[i] = edition{c.ArticleID, c.Version}
	}
	have, err := g.metas.get(ctx, tx, wanted)
	if err != nil {
		return err
	}
	for i, ed := range wanted {
		list[i].Source, list[i].Meta = have[ed].source, have[ed].meta
	}
	return nil
}
