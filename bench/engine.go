package main

import (
	"context"
	"fmt"
	"path/filepath"

	"parley/article"
)

// engine is a search engine under measurement, with an index on disk.
type engine interface {
	// add indexes documents, which are searchable when it returns.
	add(ctx context.Context, docs []article.Document) error
	// search returns the places of at most limit passages, best first.
	search(ctx context.Context, question string, limit int) ([]place, error)
	// files are the paths that the index takes on disk, once it is closed.
	close() (files []string, err error)
}

// answerer is an engine that also answers.
type answerer interface {
	ask(ctx context.Context, question string) error
}

func (p plan) open(ctx context.Context) (engine, error) {
	switch p.engine {
	case "parley":
		return openParley(ctx, p.dir)
	case "fts5":
		return openPlain(filepath.Join(p.dir, "plain.db"))
	case "bleve":
		return openBleve(filepath.Join(p.dir, "bleve"))
	}
	return nil, fmt.Errorf("%q is no engine: parley, fts5 or bleve", p.engine)
}
