package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"parley/answer"
	"parley/article"
)

// Settle records the answer of an open question with its citations and returns the answer's number, all in one
// transaction. The question's token stays until Posted or Fail, so that a death in between loses nothing. Every sentence must have a citation, and every quote must stand in the stored body where it
// says (ErrUnproved), in the newest version of a live article (ErrStale). A question that is not open gives ErrNotOpen.
func (g *Guild) Settle(ctx context.Context, id string, a answer.Answer) (int64, error) {
	text, err := json.Marshal(a)
	if err != nil {
		return 0, fmt.Errorf("settle question %s: %w", id, err)
	}
	var number int64
	err = g.write(ctx, "settle question", func(tx *sql.Tx) error {
		if err := g.move(ctx, tx, id, "state = 'settled'", "'open'", ""); err != nil {
			return err
		}
		res, err := tx.ExecContext(ctx, "INSERT INTO answers (question_id, verdict, at, answer) VALUES (?,?,?,?)",
			id, a.Verdict, g.now().UnixMilli(), string(text))
		if err != nil {
			return err
		}
		if number, err = res.LastInsertId(); err != nil {
			return err
		}
		return cite(ctx, tx, number, a.Sentences)
	})
	if err != nil {
		return 0, err
	}
	return number, nil
}

// cite proves and stores the citations of an answer.
func cite(ctx context.Context, tx *sql.Tx, number int64, sentences []answer.Sentence) error {
	for i, s := range sentences {
		if len(s.Citations) == 0 {
			return fmt.Errorf("sentence %d has no citation: %w", i, ErrUnproved)
		}
		for _, c := range s.Citations {
			if err := prove(ctx, tx, c); err != nil {
				return fmt.Errorf("sentence %d: %w", i, err)
			}
			_, err := tx.ExecContext(ctx, `INSERT INTO citations (answer_id, sentence, n, article_id, version, start, "end", quote)
				VALUES (?,?,?,?,?,?,?,?)`, number, i, c.N, c.ArticleID, c.Version, c.Start, c.End, c.Quote)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// prove holds a citation against the stored text.
func prove(ctx context.Context, tx *sql.Tx, c answer.Citation) error {
	quote, err := quoteAt(ctx, tx, c.ArticleID, c.Version, c.Start, c.End)
	if errors.Is(err, errNowhere) {
		return fmt.Errorf("%w: %w", ErrUnproved, err)
	}
	if err != nil {
		return err
	}
	if quote != c.Quote || quote == "" {
		return fmt.Errorf("article %d version %d, bytes %d to %d: %w", c.ArticleID, c.Version, c.Start, c.End, ErrUnproved)
	}
	var newest int
	var status article.Status
	row := tx.QueryRowContext(ctx, "SELECT version, status FROM articles WHERE id = ?", c.ArticleID)
	if err := row.Scan(&newest, &status); err != nil {
		return err
	}
	if status != article.Live || newest != c.Version {
		return fmt.Errorf("article %d version %d: %w", c.ArticleID, c.Version, ErrStale)
	}
	return nil
}

// AnswerOf returns a question and its answer, as it was shown; ok is false where there is no answer to that question.
func (g *Guild) AnswerOf(ctx context.Context, id string) (q answer.Asked, a answer.Answer, ok bool, err error) {
	return g.answered(ctx, "q.id = ?", id)
}

// ByMessage returns the question and answer that a Discord message shows; ok is false where it shows none.
func (g *Guild) ByMessage(ctx context.Context, message string) (q answer.Asked, a answer.Answer, ok bool, err error) {
	return g.answered(ctx, shownBy, message)
}

// LastIn returns the last question that was answered in a channel for all to see, with its answer; ok is false where there is none.
func (g *Guild) LastIn(ctx context.Context, channel string) (q answer.Asked, a answer.Answer, ok bool, err error) {
	return g.answered(ctx, lastIn, channel)
}

// ByNumber returns the question and answer with the number that Settle gave.
func (g *Guild) ByNumber(ctx context.Context, number int64) (q answer.Asked, a answer.Answer, ok bool, err error) {
	return g.answered(ctx, "a.id = ?", number)
}

const (
	answeredWhere = `SELECT ` + askedColumns + `, a.answer FROM questions q JOIN answers a ON a.question_id = q.id WHERE `
	lastIn        = `q.channel = ? AND q.private = 0 AND q.state = 'posted' ORDER BY q.at DESC LIMIT 1`
	shownBy       = `q.id = (SELECT question_id FROM posts WHERE message_id = ?)`
)

func (g *Guild) answered(ctx context.Context, where string, key any) (q answer.Asked, a answer.Answer, ok bool, err error) {
	err = g.read(ctx, "read answer", func(tx *sql.Tx) error {
		var text string
		var err error
		q, err = g.scanAsked(tx.QueryRowContext(ctx, answeredWhere+where, key), &text)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		ok = true
		return json.Unmarshal([]byte(text), &a)
	})
	return q, a, ok, err
}
