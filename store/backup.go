package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"parley/fault"
)

// Backup writes a consistent copy of the guild's file, also while others read and write. It refuses to overwrite, and
// leaves nothing behind when it fails: the copy is checked before it gets its name.
func (g *Guild) Backup(ctx context.Context, file string) error {
	const doing = "back up"
	file, err := filepath.Abs(file) // a name that begins with "file:" is no address
	if err != nil {
		return explain(doing, err)
	}
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			return fault.New("The backup cannot be written there. Nothing was changed; choose a folder that can be written.", err)
		}
		return fault.New("There is a file of that name already. Nothing was changed; choose another name, or move it away.", nil)
	}
	half := file + ".part"
	if err := create(half); err != nil {
		return fault.New("The backup cannot be written there. Nothing was changed; choose a folder that can be written, with no "+
			"unfinished backup of the same name (.part).", err)
	}
	defer os.Remove(half)
	if err := g.copyTo(ctx, half); err != nil {
		return explain(doing, err)
	}
	if err := intact(ctx, half); err != nil {
		return explain(doing, err)
	}
	if err := persist(half); err != nil {
		return explain(doing, err)
	}
	// Unlike a renaming, a link never replaces a file that came meanwhile; not every disk has links.
	if err := os.Link(half, file); errors.Is(err, fs.ErrExist) || err == nil {
		return explain(doing, err)
	}
	return explain(doing, os.Rename(half, file))
}

// copyTo uses a connection of its own: the readers' refuse to write anything, and the writer's is needed by others.
func (g *Guild) copyTo(ctx context.Context, file string) error {
	db, err := sql.Open("sqlite3", dsn(g.file, "mode=ro&_busy_timeout=10000"))
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", file)
	return err
}

// create makes an empty file that was not there, which VACUUM INTO accepts.
func create(file string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

func persist(file string) error {
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// intact says that a file passes SQLite's integrity check.
func intact(ctx context.Context, file string) error {
	db, err := sql.Open("sqlite3", dsn(file, "mode=ro"))
	if err != nil {
		return err
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("integrity check: %s", verdict)
	}
	return nil
}
