package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"parley/article"
)

// Two texts are copies when they share half of the shorter one's three-word shingles. A sample of every article's
// shingles finds those worth comparing; the comparison itself is exact. (Simhash missed edited copies.)
const (
	copyShare     = 0.5  // of the shorter text's shingles
	worthShare    = 0.25 // of the smaller sample
	fewestShared  = 8    // shingles of the shorter text; below, a shared phrase is no copy
	sampleMask    = 31   // one shingle in 32 is kept
	sampleLeast   = 8    // and the smallest ones, so that a short text has some
	probeMost     = 512  // sampled shingles that are looked up
	probeRows     = 16   // articles that each names at most, the oldest: a phrase that all use finds nothing
	comparisons   = 4
	shingleLength = 3
)

// shinglesOf are the hashes of every three terms in a row, sorted and distinct.
func shinglesOf(terms []string) []int64 {
	if len(terms) < shingleLength {
		return nil
	}
	list := make([]int64, 0, len(terms))
	for i := range len(terms) - shingleLength + 1 {
		list = append(list, hashOf(terms[i:i+shingleLength]))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// hashOf is FNV-1a, with murmur3's finaliser so that the low bits sample evenly. It is stored: it must never change.
func hashOf(terms []string) int64 {
	h := uint64(14695981039346656037)
	for _, t := range terms {
		for i := range len(t) {
			h = (h ^ uint64(t[i])) * 1099511628211
		}
		h = (h ^ ' ') * 1099511628211
	}
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return int64(h ^ h>>33)
}

// sample picks the same shingles from any text that has them, but for the smallest few.
func sample(shingles []int64) []int64 {
	var out []int64
	for i, h := range shingles {
		if i < sampleLeast || h&sampleMask == 0 {
			out = append(out, h)
		}
	}
	return out
}

// relate notes which live articles share the text, and returns the one that shares most, 0 where none does.
func (b *batch) relate(ctx context.Context, id article.ID, p *prepared) (article.ID, error) {
	picked := sample(p.shingles)
	found, err := b.similar(ctx, id, picked)
	if err != nil {
		return 0, err
	}
	var nearest article.ID
	var most float64
	for _, other := range found {
		theirs, err := b.shinglesOf(ctx, other)
		if err != nil {
			return 0, err
		}
		share := shared(p.shingles, theirs)
		if share < copyShare {
			continue
		}
		if _, err := b.tx.ExecContext(ctx, "INSERT OR REPLACE INTO copies VALUES (?1, ?2, ?3), (?2, ?1, ?3)", id, other, share); err != nil {
			return 0, err
		}
		if share > most {
			nearest, most = other, share
		}
	}
	return nearest, b.insertShingles(ctx, id, picked)
}

// The hashes are given as JSON: a statement whose text never changes is parsed once.
const (
	// bySample gives the live articles but one that share enough of a sample of that size, those that share most first. What shares too
	// little for any comparison is left out before it is looked up.
	bySample = `SELECT a.id FROM
			(SELECT s.article_id AS id, count(*) AS n FROM json_each(?1) j CROSS JOIN shingles s ON s.hash = j.value
			GROUP BY s.article_id HAVING n >= ?2) AS hit
		CROSS JOIN articles a ON a.id = hit.id
		WHERE a.status = 'live' AND a.id <> ?3 AND hit.n >= ?4 * min(?5, a.sampled) ORDER BY hit.n DESC, a.id LIMIT ?6`
	toSample = `INSERT OR IGNORE INTO shingles SELECT j.value, ?1 FROM json_each(?2) j
		WHERE (SELECT count(*) FROM shingles s WHERE s.hash = j.value) < ?3`
)

// similar returns the live articles whose samples share enough with picked, at most comparisons.
func (b *batch) similar(ctx context.Context, id article.ID, picked []int64) ([]article.ID, error) {
	probe := picked[:min(len(picked), probeMost)]
	list, err := json.Marshal(probe)
	if err != nil {
		return nil, err
	}
	var found []article.ID
	err = each(ctx, b.tx, func(row *sql.Rows) error {
		var other article.ID
		err := row.Scan(&other)
		found = append(found, other)
		return err
	}, bySample, string(list), worthShare*float64(min(len(probe), sampleLeast)), int64(id), worthShare, len(probe), comparisons)
	return found, err
}

// shinglesOf are the shingles of a stored article's newest version.
func (b *batch) shinglesOf(ctx context.Context, id article.ID) ([]int64, error) {
	var list []string
	err := each(ctx, b.tx, func(row *sql.Rows) error {
		var text, lang string
		err := row.Scan(&text, &lang)
		list = append(list, terms(text, lang)...)
		return err
	}, `SELECT p.text, v.language FROM articles a
		JOIN versions v ON v.article_id = a.id AND v.version = a.version
		JOIN passages p ON p.article_id = a.id AND p.version = a.version
		WHERE a.id = ? ORDER BY p.ord`, id)
	return shinglesOf(list), err
}

// shared is the share of the shorter text's shingles that the other has too; 0 where it is too short to tell.
func shared(a, b []int64) float64 {
	if min(len(a), len(b)) < fewestShared {
		return 0
	}
	return contained(a, b)
}

// contained is the share of the shorter list that the other has too, of lists that are sorted and distinct; 0 for an empty one.
func contained(a, b []int64) float64 {
	least := min(len(a), len(b))
	if least == 0 {
		return 0
	}
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i], b[j]) {
		case 0:
			n, i, j = n+1, i+1, j+1
		case -1:
			i++
		default:
			j++
		}
	}
	return float64(n) / float64(least)
}

func (b *batch) insertShingles(ctx context.Context, id article.ID, picked []int64) error {
	list, err := json.Marshal(picked)
	if err != nil {
		return err
	}
	_, err = b.tx.ExecContext(ctx, toSample, int64(id), string(list), probeRows)
	return err
}

// unrelate forgets what an overtaken version shared with others.
func (b *batch) unrelate(ctx context.Context, id article.ID, old *prepared) error {
	for part := range slices.Chunk(sample(old.shingles), 500) {
		_, err := b.tx.ExecContext(ctx, "DELETE FROM shingles WHERE hash IN ("+marks(len(part))+") AND article_id = ?", append(anys(part), id)...)
		if err != nil {
			return err
		}
	}
	_, err := b.tx.ExecContext(ctx, `DELETE FROM copies WHERE (article_id, other_id) IN
		(SELECT other_id, article_id FROM copies WHERE article_id = ?1 UNION ALL SELECT article_id, other_id FROM copies WHERE article_id = ?1)`, id)
	return err
}

// Origins returns for each article the one that stands for its cluster of copies: the first that was added of those that
// share text with it, directly or through others. An article without copies stands for itself; an unknown id is absent.
func (g *Guild) Origins(ctx context.Context, ids []article.ID) (map[article.ID]article.ID, error) {
	origins := make(map[article.ID]article.ID, len(ids))
	err := g.read(ctx, "find origins", func(tx *sql.Tx) error {
		for _, id := range ids {
			var origin sql.NullInt64
			row := tx.QueryRowContext(ctx, `WITH RECURSIVE cluster (id) AS (
					SELECT id FROM articles WHERE id = ?
					UNION SELECT c.other_id FROM cluster JOIN copies c ON c.article_id = cluster.id)
				SELECT min(id) FROM cluster`, id)
			if err := row.Scan(&origin); err != nil {
				return err
			}
			if origin.Valid {
				origins[id] = article.ID(origin.Int64)
			}
		}
		return nil
	})
	return origins, err
}
