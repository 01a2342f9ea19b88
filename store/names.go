package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"parley/article"
	"parley/article/analysis"
	"parley/article/names"
	"parley/fault"
)

// Name is a group of forms that a moderator said to mean the same.
type Name struct {
	Forms   []string // the first is how people are shown it
	AddedBy string
	AddedAt time.Time
}

// A moderator's group has 2 to 20 forms of at most 100 letters.
const (
	fewestForms = 2
	mostForms   = 20
	longestForm = 100
)

// Names returns the names that this guild knows: the gazetteer's, those that its live articles define, and its
// moderators', which go before the others. The book is made anew only when the list has changed.
func (g *Guild) Names(ctx context.Context) (*names.Book, error) {
	g.book.Lock()
	defer g.book.Unlock()
	err := g.read(ctx, "read names", func(tx *sql.Tx) error {
		var changes int64
		if err := tx.QueryRowContext(ctx, "SELECT names FROM corpus WHERE one = 1").Scan(&changes); err != nil {
			return err
		}
		if g.book.known != nil && g.book.changes == changes {
			return nil
		}
		learned, told, err := groups(ctx, tx)
		if err != nil {
			return err
		}
		if err := g.book.spelled.refresh(ctx, tx); err != nil {
			return err
		}
		g.book.known = names.Gazetteer().With(g.book.spelled.variants...).With(learned...).With(told...)
		g.book.changes = changes
		return nil
	})
	return g.book.known, err
}

// spellings are the names that the guild's articles spell in several ways.
type spellings struct {
	variants []names.Group
	articles int // that they were found in; 0 where they were never sought
}

// Names are compared over the newest articles alone, up to spellingArticles; above fewArticles live ones, only when a
// twentieth has come or gone: comparing 2,000 articles of 45 names each took 1.3 seconds.
const (
	spellingArticles = 1000
	fewArticles      = 100
)

func (s *spellings) refresh(ctx context.Context, tx *sql.Tx) error {
	size, err := corpus(ctx, tx)
	if err != nil {
		return err
	}
	moved := max(size.Articles-s.articles, s.articles-size.Articles)
	if s.articles > fewArticles && moved*20 < s.articles {
		return nil
	}
	var list []names.Mentions
	err = each(ctx, tx, func(row *sql.Rows) error {
		var m names.Mentions
		var text []byte
		if err := row.Scan(&text); err != nil {
			return err
		}
		err := json.Unmarshal(text, &m)
		list = append(list, m)
		return err
	}, "SELECT names FROM mentions ORDER BY article_id DESC LIMIT ?", spellingArticles)
	if err != nil {
		return err
	}
	s.variants, s.articles = names.Variants(list), size.Articles
	return nil
}

// groups are the stored ones, each once, though many articles define the same.
func groups(ctx context.Context, tx *sql.Tx) (learned, told []names.Group, err error) {
	err = each(ctx, tx, func(row *sql.Rows) error {
		var n names.Group
		var forms []byte
		var moderators bool
		if err := row.Scan(&n.Relation, &forms, &moderators); err != nil {
			return err
		}
		if err := json.Unmarshal(forms, &n.Forms); err != nil {
			return err
		}
		if moderators {
			n.Origin, told = names.FromModerator, append(told, n)
			return nil
		}
		n.Origin, learned = names.FromArticle, append(learned, n)
		return nil
	}, "SELECT relation, forms, article_id IS NULL FROM names GROUP BY article_id IS NULL, relation, forms ORDER BY min(id)")
	return learned, told, err
}

// AddName notes that the forms mean the same name. Fewer than two different forms, an empty or overlong one, and a form
// that a moderator's group has already are faults.
func (g *Guild) AddName(ctx context.Context, forms []string, by string) error {
	forms, err := tidy(forms)
	if err != nil {
		return err
	}
	return g.write(ctx, "add name", func(tx *sql.Tx) error {
		for _, form := range forms {
			_, taken, err := groupOf(ctx, tx, form)
			if err != nil {
				return err
			}
			if taken != nil {
				return fault.New(fmt.Sprintf("%q is in the list already, with %s. Nothing was changed; remove that entry first.",
					form, strings.Join(taken, ", ")), nil)
			}
		}
		if err := insertName(ctx, tx, nil, names.Group{Forms: forms}, g.now(), by); err != nil {
			return err
		}
		return namesChanged(ctx, tx)
	})
}

// tidy leaves out blanks and repeats.
func tidy(forms []string) ([]string, error) {
	var kept []string
	seen := map[string]bool{}
	for _, form := range forms {
		form = strings.Join(strings.Fields(clean(form)), " ")
		key := analysis.Fold(form)
		if key == "" || seen[key] {
			continue
		}
		if utf8.RuneCountInString(form) > longestForm {
			return nil, fault.New(fmt.Sprintf("A name can have at most %d letters. Nothing was changed; shorten it.", longestForm), nil)
		}
		seen[key] = true
		kept = append(kept, form)
	}
	if len(kept) < fewestForms || len(kept) > mostForms {
		return nil, fault.New(fmt.Sprintf("A name needs %d to %d different forms that mean the same. Nothing was changed; give them all at once.",
			fewestForms, mostForms), nil)
	}
	return kept, nil
}

// RemoveName removes the moderators' group that has the form. A form that none has is a fault.
func (g *Guild) RemoveName(ctx context.Context, form string) error {
	return g.write(ctx, "remove name", func(tx *sql.Tx) error {
		id, forms, err := groupOf(ctx, tx, form)
		if err != nil {
			return err
		}
		if forms == nil {
			return fault.New(fmt.Sprintf("%q is not in the list of names. Nothing was changed.", form), nil)
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM names WHERE id = ?", id); err != nil {
			return err
		}
		return namesChanged(ctx, tx)
	})
}

// groupOf returns the moderators' group that has the form, nil forms where there is none.
func groupOf(ctx context.Context, tx *sql.Tx, form string) (id int64, forms []string, err error) {
	key := analysis.Fold(strings.Join(strings.Fields(form), " "))
	err = eachName(ctx, tx, func(at int64, n Name) {
		if slices.ContainsFunc(n.Forms, func(f string) bool { return analysis.Fold(f) == key }) {
			id, forms = at, n.Forms
		}
	})
	return id, forms, err
}

// ListNames returns the moderators' own list, oldest first.
func (g *Guild) ListNames(ctx context.Context) ([]Name, error) {
	var list []Name
	err := g.read(ctx, "list names", func(tx *sql.Tx) error {
		return eachName(ctx, tx, func(_ int64, n Name) { list = append(list, n) })
	})
	return list, err
}

func eachName(ctx context.Context, tx *sql.Tx, do func(id int64, n Name)) error {
	return each(ctx, tx, func(row *sql.Rows) error {
		var n Name
		var id, at int64
		var forms string
		if err := row.Scan(&id, &forms, &at, &n.AddedBy); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(forms), &n.Forms); err != nil {
			return err
		}
		n.AddedAt = time.Unix(at, 0).UTC()
		do(id, n)
		return nil
	}, "SELECT id, forms, added_at, added_by FROM names WHERE article_id IS NULL ORDER BY id")
}

func insertName(ctx context.Context, tx *sql.Tx, of *article.ID, n names.Group, at time.Time, by string) error {
	forms, err := json.Marshal(n.Forms)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO names (article_id, relation, forms, added_at, added_by) VALUES (?,?,?,?,?)",
		of, n.Relation, string(forms), at.Unix(), clean(by))
	return err
}

func namesChanged(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "UPDATE corpus SET names = names + 1")
	return err
}

// learnNames keeps the names that a version defines and mentions.
func (b *batch) learnNames(ctx context.Context, id article.ID, p *prepared) error {
	b.names = true
	for _, n := range p.names {
		if err := insertName(ctx, b.tx, &id, n, b.g.now(), ""); err != nil {
			return err
		}
	}
	text, err := json.Marshal(p.mentions)
	if err != nil {
		return err
	}
	_, err = b.tx.ExecContext(ctx, "INSERT INTO mentions (article_id, names) VALUES (?,?)", id, string(text))
	return err
}

// forgetNames drops them when the version leaves the index.
func (b *batch) forgetNames(ctx context.Context, id article.ID) error {
	b.names = true
	for _, forget := range []string{"DELETE FROM names WHERE article_id = ?", "DELETE FROM mentions WHERE article_id = ?"} {
		if _, err := b.tx.ExecContext(ctx, forget, id); err != nil {
			return err
		}
	}
	return nil
}
