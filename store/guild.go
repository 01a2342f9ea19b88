package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"path/filepath"
	"sync"
	"time"

	"github.com/mattn/go-sqlite3"

	"parley/article/names"
)

// Guild is one guild's open file. It is safe for many goroutines: one writes at a time, readers never wait for it.
type Guild struct {
	id    string
	file  string
	now   func() time.Time
	rw    *sql.DB // one connection, immediate transactions
	ro    *sql.DB // a few connections that cannot write
	metas metaCache
	gone  goneCache
	words wordCache
	terms countCache
	// remaking is told now and then how many articles of how many the index holds again while it is made anew; nil for nobody.
	remaking func(done, all int)

	book struct {
		sync.Mutex
		known   *names.Book // nil until it was made
		changes int64       // of the list that it was made from
		spelled spellings
	}
}

// readers is how many queries of one guild run at once; more wait.
const readers = 4

// dsn puts the PRAGMAs where each pooled connection gets them. The name is escaped, so that it cannot add any.
func dsn(file, options string) string {
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(file)}).EscapedPath(), RawQuery: options}).String()
}

// Writers wait for one another up to ten seconds, and a commit is on disk when it returns (synchronous FULL): "added" is
// said only of what a loss of power leaves in place. WAL lets readers see the file as it was meanwhile.
const (
	writing = "_busy_timeout=10000&_journal_mode=WAL&_synchronous=FULL&_foreign_keys=1&_txlock=immediate&_cache_size=-64000&_stmt_cache_size=32"
	reading = "_busy_timeout=10000&_foreign_keys=1&_query_only=1&_cache_size=-32000&_stmt_cache_size=32"
)

// Another program that opens or closes the same file holds it for a moment in which SQLite says "busy" without waiting: it turns on the
// write-ahead log, or folds it in. So an opening is tried again.
const (
	openTries = 60
	openPause = 50 * time.Millisecond
)

// openGuild opens or creates the file and brings it to the format of files.
func openGuild(ctx context.Context, id, file string, now func() time.Time, files fs.FS, remaking func(done, all int)) (*Guild, error) {
	for try := 1; ; try++ {
		g, err := openOnce(ctx, id, file, now, files, remaking)
		var driver sqlite3.Error
		if err == nil || try == openTries || !errors.As(err, &driver) || driver.Code != sqlite3.ErrBusy && driver.Code != sqlite3.ErrLocked {
			return g, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(openPause):
		}
	}
}

func openOnce(ctx context.Context, id, file string, now func() time.Time, files fs.FS, remaking func(done, all int)) (*Guild, error) {
	known, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	if err := inspect(ctx, file, len(known)); err != nil {
		return nil, err
	}
	g := &Guild{id: id, file: file, now: now, remaking: remaking}
	if g.rw, err = sql.Open("sqlite3", dsn(file, writing)); err != nil {
		return nil, err
	}
	g.rw.SetMaxOpenConns(1)
	if g.ro, err = sql.Open("sqlite3", dsn(file, reading)); err != nil {
		g.rw.Close()
		return nil, err
	}
	g.ro.SetMaxOpenConns(readers)
	g.ro.SetMaxIdleConns(readers)
	if err := g.prepare(ctx, files); err != nil {
		g.close()
		return nil, err
	}
	return g, nil
}

func (g *Guild) prepare(ctx context.Context, files fs.FS) error {
	if err := migrate(ctx, g.rw, files); err != nil {
		return err
	}
	return g.refresh(ctx)
}

// close lets the readers go first: the last connection folds the write-ahead log into the file.
func (g *Guild) close() error {
	err := g.ro.Close()
	if last := g.rw.Close(); last != nil {
		err = last
	}
	return err
}
