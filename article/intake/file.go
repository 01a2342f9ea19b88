package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"parley/article"
	"parley/fault"
)

// ErrSkipped is in the chain of the error that Folder passes to each for a file of a kind that it does not read.
var ErrSkipped = errors.New("not a kind of file that is read")

// File reads one .txt, .md, .html or .htm file. The document's source is the file's base name. The error is a *fault.Fault.
func (in *Intake) File(ctx context.Context, path string) (article.Document, error) {
	what := shown(path)
	info, err := os.Stat(path)
	if err != nil {
		return article.Document{}, unreadable(what, err)
	}
	if info.IsDir() {
		return article.Document{}, fault.New(what+" is a folder, not a file. Nothing was added; add it as a folder.", nil)
	}
	// A pipe or a device could keep a reader waiting for ever.
	if !info.Mode().IsRegular() {
		return article.Document{}, fault.New(what+" is not a regular file. Nothing was added; copy its text into a .txt file.", nil)
	}
	data, err := readBounded(path, in.opts.PageBytes)
	if err != nil {
		return article.Document{}, unreadable(what, err)
	}
	return in.Bytes(ctx, filepath.Base(path), "", data)
}

// Folder reads the articles under path, folders within it too, and passes each to each in the order of their names; it reads some ahead.
// Hidden files and folders are passed over; a file of another kind is passed with an error that holds ErrSkipped; a file that cannot
// be read, with its fault. When each returns an error, Folder stops and returns it. A folder in which nothing is of a kind that
// is read is a *fault.Fault.
func (in *Intake) Folder(ctx context.Context, path string, each func(path string, doc article.Document, err error) error) error {
	if info, err := os.Stat(path); err != nil {
		return unreadable(shown(path), err)
	} else if !info.IsDir() {
		return fault.New(shown(path)+" is a file, not a folder. Nothing was added; add it as a file.", nil)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	files, ended := make(chan *reading, runtime.GOMAXPROCS(0)), make(chan error, 1)
	go func() {
		defer close(files)
		ended <- in.walk(ctx, path, files)
	}()
	readable := 0
	for r := range files {
		<-r.done
		if r.readable {
			readable++
		}
		if err := each(r.path, r.doc, r.err); err != nil {
			return err
		}
	}
	err := <-ended
	if err == nil && readable == 0 {
		return fault.New(shown(path)+" holds no articles (.txt, .md, .html). Nothing was added; choose a folder that does.", nil)
	}
	return err
}

// reading is a file that is read while those before it are handed on; one that is not readable is told of by its error alone.
type reading struct {
	path     string
	readable bool
	doc      article.Document
	err      error
	done     chan struct{} // closed when doc and err are there
}

// walk begins to read the files under path, and gives them in the order of their names: as many at once as the channel has room for.
func (in *Intake) walk(ctx context.Context, path string, files chan<- *reading) error {
	give := func(full string, err error) error {
		r := &reading{path: full, readable: err == nil, err: err, done: make(chan struct{})}
		select {
		case files <- r:
		case <-ctx.Done():
			return stopped(ctx.Err())
		}
		go func() {
			defer close(r.done)
			if r.readable {
				r.doc, r.err = in.File(ctx, full)
			}
		}()
		return nil
	}
	// Walking a file system opened at path follows path itself when it is a link, and no link below it to another folder.
	return fs.WalkDir(os.DirFS(path), ".", func(name string, entry fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return stopped(ctx.Err())
		}
		full := filepath.Join(path, filepath.FromSlash(name))
		if err != nil {
			return give(full, unreadable(shown(full), err))
		}
		if name != "." && strings.HasPrefix(entry.Name(), ".") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.IsDir() {
			return nil
		}
		if kindOfName(name) == unknownKind {
			return give(full, skipped(full))
		}
		return give(full, nil)
	})
}

func skipped(path string) error {
	return fault.New(shown(path)+" was skipped: only .txt, .md and .html files are read. Paste its text to add it.", ErrSkipped)
}

// readBounded reads at most one byte more than limit, so that the caller sees that there was more.
func readBounded(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", filepath.Base(path), err)
	}
	return data, nil
}

func unreadable(what string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault.New(what+" does not exist. Nothing was added; check the path.", err)
	case errors.Is(err, fs.ErrPermission):
		return fault.New(what+" may not be read. Nothing was added; give this user the right to read it.", err)
	}
	return fault.New(what+" could not be read. Nothing was added; check the file, and try again.", err)
}
