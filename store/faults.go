package store

import (
	"errors"
	"fmt"

	"github.com/mattn/go-sqlite3"

	"parley/fault"
)

// says are SQLite's refusals that a person can do something about, by code.
var says = map[sqlite3.ErrNo]string{
	sqlite3.ErrBusy:     "The database is busy with another program. Nothing was changed; try again in a moment.",
	sqlite3.ErrFull:     "The disk is full. Nothing was changed, what was stored before is safe; free some space and try again.",
	sqlite3.ErrReadonly: "The data directory cannot be written. Nothing was changed; check its owner and permissions.",
	sqlite3.ErrPerm:     "The data directory cannot be written. Nothing was changed; check its owner and permissions.",
	sqlite3.ErrCantOpen: "The database file cannot be opened. Nothing was changed; check the data directory, its owner and permissions.",
	sqlite3.ErrIoErr:    "The disk reported an error. Nothing was changed; check the disk, then run parley doctor.",
	sqlite3.ErrCorrupt:  "The database file is damaged. It was left as it is; restore a backup in its place.",
	sqlite3.ErrNotADB:   "The database file is not a database. It was left as it is; move it away, or restore a backup in its place.",
}

// explain says what was being done, and gives a driver's error the sentence for the person.
func explain(doing string, err error) error {
	if err == nil {
		return nil
	}
	err = fmt.Errorf("%s: %w", doing, err)
	if _, told := fault.Say(err); told {
		return err
	}
	var driver sqlite3.Error
	if errors.As(err, &driver) {
		if say, ok := says[driver.Code]; ok {
			return fault.New(say, err)
		}
	}
	return err
}
