package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"parley/answer"
)

const askedColumns = `q.id, q.channel, q.user, q.text, q.locale, q.private, q.token, q.message, q.history, q.at`

func (g *Guild) scanAsked(row interface{ Scan(...any) error }, more ...any) (answer.Asked, error) {
	var history string
	var at int64
	a := answer.Asked{Guild: g.id}
	into := []any{&a.ID, &a.Channel, &a.User, &a.Text, &a.Locale, &a.Private, &a.Token, &a.Message, &history, &at}
	if err := row.Scan(append(into, more...)...); err != nil {
		return a, err
	}
	a.At = time.UnixMilli(at).UTC()
	return a, json.Unmarshal([]byte(history), &a.History)
}

// Begin records a question before any work is done for it. It is fresh unless its ID was recorded before: the same event
// came twice, and the first is at work or has its answer. Once it returns the question is on disk.
func (g *Guild) Begin(ctx context.Context, q answer.Asked) (fresh bool, err error) {
	if q.ID == "" {
		return false, errors.New("record question: it has no id")
	}
	if q.Guild != "" && q.Guild != g.id {
		return false, fmt.Errorf("record question %s: it is of guild %s, not %s", q.ID, q.Guild, g.id)
	}
	history, err := json.Marshal(q.History)
	if err != nil {
		return false, fmt.Errorf("record question %s: %w", q.ID, err)
	}
	err = g.write(ctx, "record question", func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `INSERT INTO questions (id, channel, user, text, locale, private, token, message, history, at, state, changed_at)
			VALUES (?,?,?,?,?,?,?,?,?,?,'open',?) ON CONFLICT (id) DO NOTHING`,
			q.ID, q.Channel, q.User, clean(q.Text), q.Locale, q.Private, q.Token, q.Message, string(history), q.At.UnixMilli(), g.now().UnixMilli())
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		fresh = n == 1
		return err
	})
	return fresh && err == nil, err
}

// Fail records that the asker was told that there will be no answer, and erases the token. A question that is posted,
// failed before or unknown gives ErrNotOpen.
func (g *Guild) Fail(ctx context.Context, id, reason string) error {
	return g.write(ctx, "fail question", func(tx *sql.Tx) error {
		return g.move(ctx, tx, id, "state = 'failed', token = '', reason = ?2", "'open', 'settled'", strings.TrimSpace(clean(reason)))
	})
}

// Posted records which Discord message shows the answer of a question, and erases the token: nothing is left to do. A long
// answer may have several messages. A question without an answer gives ErrNotOpen.
func (g *Guild) Posted(ctx context.Context, id, message string) error {
	return g.write(ctx, "note message", func(tx *sql.Tx) error {
		if err := g.move(ctx, tx, id, "state = 'posted', token = ''", "'settled', 'posted'", ""); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO posts (message_id, question_id) VALUES (?,?) ON CONFLICT (message_id) DO NOTHING", message, id)
		return err
	})
}

// move changes a question that is in one of the states.
func (g *Guild) move(ctx context.Context, tx *sql.Tx, id, set, states, reason string) error {
	res, err := tx.ExecContext(ctx, "UPDATE questions SET "+set+", changed_at = ?3 WHERE id = ?1 AND state IN ("+states+")",
		id, reason, g.now().UnixMilli())
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 1 {
		return err
	}
	return fmt.Errorf("question %s: %w", id, ErrNotOpen)
}

const due = `SELECT ` + askedColumns + ` FROM questions q WHERE q.state IN ('open', 'settled') ORDER BY q.at, q.id`

// Open returns the questions that are neither posted nor failed, oldest first: those that a death of the process left.
// Some may be settled: AnswerOf has their answers, which only have to be posted.
func (g *Guild) Open(ctx context.Context) ([]answer.Asked, error) {
	var list []answer.Asked
	err := g.read(ctx, "list open questions", func(tx *sql.Tx) error {
		return each(ctx, tx, func(row *sql.Rows) error {
			a, err := g.scanAsked(row)
			list = append(list, a)
			return err
		}, due)
	})
	return list, err
}
