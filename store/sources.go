package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"parley/article"
)

// versionShare is the share of the shorter text's shingles that two files of one name must have in common for the later one
// to be a new version of the first. It is below copyShare, since the name speaks for it too; two reports of one event that
// were written apart share a few hundredths.
const versionShare = 0.3

// namesakes is how many live files of one name are compared with a new one: those that share most of the sample, then the newest.
const namesakes = 8

// sourceKey is what two versions of an article have in common: the link without its fragment, or the file's name.
// A text without either has none.
func sourceKey(source string) string {
	if isLink(source) {
		link, _, _ := strings.Cut(source, "#")
		return strings.TrimSuffix(link, "/")
	}
	return strings.TrimSpace(source)
}

func isLink(source string) bool {
	return strings.HasPrefix(source, "https://") || strings.HasPrefix(source, "http://")
}

// ancestor returns the live article that a text from that source is a version of, 0 where there is none.
func (b *batch) ancestor(ctx context.Context, key string, shingles []int64) (article.ID, error) {
	switch {
	case key == "":
		return 0, nil
	case isLink(key):
		return liveFrom(ctx, b.tx, key)
	}
	others, err := b.namesakes(ctx, key, shingles)
	if err != nil {
		return 0, err
	}
	var nearest article.ID
	most := versionShare
	for _, other := range others {
		theirs, err := b.shinglesOf(ctx, other)
		if err != nil {
			return 0, err
		}
		if share := contained(shingles, theirs); share >= most {
			nearest, most = other, share
		}
	}
	return nearest, nil
}

// heirOf returns the live article that has taken the place of a withdrawn one, 0 where none has.
func heirOf(ctx context.Context, b *batch, withdrawn article.Entry) (article.ID, error) {
	shingles, err := b.shinglesOf(ctx, withdrawn.ID)
	if err != nil {
		return 0, err
	}
	return b.ancestor(ctx, sourceKey(withdrawn.Source), shingles)
}

const fromSource = `SELECT id FROM articles WHERE source_key = ? AND status = 'live' ORDER BY id DESC LIMIT 1`

// liveFrom returns the live article with that source, 0 where there is none.
func liveFrom(ctx context.Context, tx *sql.Tx, key string) (article.ID, error) {
	var id article.ID
	err := tx.QueryRowContext(ctx, fromSource, key).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, err
}

const ofThatName = `SELECT a.id FROM articles a LEFT JOIN (
		SELECT article_id, count(*) AS n FROM (
			SELECT s.article_id FROM json_each(?) j CROSS JOIN shingles s ON s.hash = j.value LIMIT ?)
		GROUP BY article_id) hit ON hit.article_id = a.id
	WHERE a.source_key = ? AND a.status = 'live'
	ORDER BY coalesce(hit.n, 0) DESC, a.id DESC LIMIT ?`

// namesakes returns the live articles of that file name that are worth comparing, likeliest first.
func (b *batch) namesakes(ctx context.Context, key string, shingles []int64) ([]article.ID, error) {
	picked := sample(shingles)
	list, err := json.Marshal(picked[:min(len(picked), probeMost)])
	if err != nil {
		return nil, err
	}
	var found []article.ID
	err = each(ctx, b.tx, func(row *sql.Rows) error {
		var id article.ID
		err := row.Scan(&id)
		found = append(found, id)
		return err
	}, ofThatName, string(list), probeRows, key, namesakes)
	return found, err
}
