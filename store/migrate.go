package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"parley/fault"
)

//go:embed migrations/*.sql
var shipped embed.FS

// applicationID marks a file as Parley's in the header that SQLite keeps for it ("PRLY").
const applicationID = 0x50524c59

// errForeign says that a file is a database, but not Parley's.
var errForeign = errors.New("a database of another program")

// inspect looks at an existing file without changing it: damage, another program's file and a newer Parley's are told here.
func inspect(ctx context.Context, file string, known int) error {
	info, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0 {
		return nil
	}
	if err == nil && !info.Mode().IsRegular() {
		return fault.New("What stands in the place of the database file is not a file. Nothing was changed; move it away.", nil)
	}
	db, err := sql.Open("sqlite3", dsn(file, "mode=ro&_busy_timeout=10000"))
	if err != nil {
		return err
	}
	defer db.Close()
	var version, application, tables int
	row := db.QueryRowContext(ctx, `SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_user_version, pragma_application_id`)
	if err := row.Scan(&version, &application, &tables); err != nil {
		return err
	}
	if tables > 0 && application != applicationID {
		return fault.New("The database file belongs to another program. It was left as it is; move it away, or choose another data directory.", errForeign)
	}
	return tooNew(version, known)
}

func tooNew(version, known int) error {
	if version <= known {
		return nil
	}
	return fault.New(fmt.Sprintf("The database was written by a newer Parley (format %d, this one reads up to %d). "+
		"Nothing was changed; install the newer Parley again.", version, known), nil)
}

// migrate applies the files that the database has not seen, in the order of their names, in one transaction: all or none.
// Of several that open the file at once, one migrates and the others find nothing left to do.
func migrate(ctx context.Context, db *sql.DB, files fs.FS) error {
	names, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil) // immediate: the version is read under the lock
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if err := tooNew(version, len(names)); err != nil || version == len(names) {
		return err
	}
	for _, name := range names[version:] {
		if err := apply(ctx, tx, files, name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(names))
	if _, err := tx.ExecContext(ctx, mark); err != nil {
		return err
	}
	return tx.Commit()
}

func apply(ctx context.Context, tx *sql.Tx, files fs.FS, name string) error {
	script, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, string(script))
	return err
}
