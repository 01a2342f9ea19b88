package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/mapping"

	"parley/article"
)

// rival is Bleve with its English analyzer and its BM25, the text indexed and not stored.
type rival struct {
	index bleve.Index
	dir   string
}

func openBleve(dir string) (*rival, error) {
	index, err := bleve.New(dir, englishMapping())
	return &rival{index, dir}, err
}

func englishMapping() *mapping.IndexMappingImpl {
	text := bleve.NewTextFieldMapping()
	text.Analyzer, text.Store, text.IncludeInAll, text.DocValues = "en", false, false, false
	doc := bleve.NewDocumentStaticMapping()
	doc.AddFieldMappingsAt("text", text)
	m := bleve.NewIndexMapping()
	m.DefaultMapping, m.ScoringModel = doc, "bm25"
	return m
}

func (r *rival) add(_ context.Context, docs []article.Document) error {
	batch := r.index.NewBatch()
	for _, d := range docs {
		for _, p := range d.Passages {
			if err := batch.Index(fmt.Sprintf("%s %d", d.Source, p.Start), map[string]any{"text": p.Text}); err != nil {
				return err
			}
		}
	}
	return r.index.Batch(batch)
}

func (r *rival) search(ctx context.Context, q string, limit int) ([]place, error) {
	match := bleve.NewMatchQuery(q)
	match.SetField("text")
	res, err := r.index.SearchInContext(ctx, bleve.NewSearchRequestOptions(match, limit, 0, false))
	if err != nil {
		return nil, err
	}
	var out []place
	for _, hit := range res.Hits {
		source, start, _ := strings.Cut(hit.ID, " ")
		n, err := strconv.Atoi(start)
		if err != nil {
			return nil, err
		}
		out = append(out, place{source, n})
	}
	return out, nil
}

func (r *rival) close() ([]string, error) { return []string{r.dir}, r.index.Close() }
