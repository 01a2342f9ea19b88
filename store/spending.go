package store

import (
	"context"
	"database/sql"
	"errors"
)

// Spending is what a model cost on one UTC day: prompts, tokens, and millionths of the operator's currency.
type Spending struct {
	Calls           int
	In, Cached, Out int
	Micros          int64
}

// Spent returns what a member spent in this guild on a day, written 2006-01-02; the whole guild where member is "".
func (g *Guild) Spent(ctx context.Context, day, member string) (s Spending, err error) {
	err = g.read(ctx, "read the model's cost", func(tx *sql.Tx) error {
		row := tx.QueryRowContext(ctx, "SELECT calls, tokens_in, cached, tokens_out, micros FROM spending WHERE day = ? AND member = ?", day, member)
		if err := row.Scan(&s.Calls, &s.In, &s.Cached, &s.Out, &s.Micros); !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		return nil
	})
	return s, err
}

// Spend adds to a member's day and to the guild's; to the guild's alone where member is "". Once it returns it is on disk.
// What members spent is forgotten with the first spending two days later, since only the limits of a day need it; the
// guild's days are kept.
func (g *Guild) Spend(ctx context.Context, day, member string, s Spending) error {
	return g.write(ctx, "note the model's cost", func(tx *sql.Tx) error {
		payers := []string{""}
		if member != "" {
			payers = append(payers, member)
		}
		for _, payer := range payers {
			_, err := tx.ExecContext(ctx, `INSERT INTO spending (day, member, calls, tokens_in, cached, tokens_out, micros) VALUES (?,?,?,?,?,?,?)
				ON CONFLICT (day, member) DO UPDATE SET calls = calls + excluded.calls, tokens_in = tokens_in + excluded.tokens_in,
				cached = cached + excluded.cached, tokens_out = tokens_out + excluded.tokens_out, micros = micros + excluded.micros`,
				day, payer, s.Calls, s.In, s.Cached, s.Out, s.Micros)
			if err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, "DELETE FROM spending WHERE member <> '' AND day < date(?, '-1 day')", day)
		return err
	})
}

// operator is the place of the operator's own file. A guild cannot have the name, since it holds a dot.
const operator = ".operator"

// Operator opens the operator's own file, data/.operator.db, as Use opens a guild's. It has a guild's format, and only its
// spending is used: the sum over all guilds, without their names or their members'. A file of its own makes the sum right
// after a restart and for several programs over one folder, and spares opening every guild's file to ask whether one prompt
// may be sent.
func (gs *Guilds) Operator(ctx context.Context) (*Guild, func(), error) {
	return gs.use(ctx, operator)
}
