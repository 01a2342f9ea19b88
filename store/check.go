package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Finding is one line of a check-up.
type Finding struct {
	What string
	OK   bool
	// Say is what was found, and what to do where it is not OK.
	Say string
}

const remake = "; search may miss or repeat articles until the index is made anew, the articles themselves are safe"

// Check looks for damage: the file, the search index against the live passages, and the counts against the index. It
// changes nothing. An error means that the check could not be made.
func (g *Guild) Check(ctx context.Context) ([]Finding, error) {
	var list []Finding
	err := g.read(ctx, "check", func(tx *sql.Tx) error {
		for _, check := range []func(context.Context, *sql.Tx) (Finding, error){
			checkFile, checkKeys, checkSearch, checkSizes, checkTerms,
		} {
			f, err := check(ctx, tx)
			if err != nil {
				return err
			}
			list = append(list, f)
		}
		return nil
	})
	return list, err
}

// counted is a number with its noun, which takes an s for any but one.
func counted(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func checkFile(ctx context.Context, tx *sql.Tx) (Finding, error) {
	f := Finding{What: "database file"}
	var verdict string
	if err := tx.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return f, err
	}
	if f.OK = verdict == "ok"; !f.OK {
		f.Say = "damaged: " + verdict + "; restore a backup in its place"
		return f, nil
	}
	f.Say = "passes SQLite's integrity check"
	return f, nil
}

func checkKeys(ctx context.Context, tx *sql.Tx) (Finding, error) {
	f := Finding{What: "proof"}
	var broken, cited int
	err := tx.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM pragma_foreign_key_check), (SELECT count(*) FROM citations)`).Scan(&broken, &cited)
	if err != nil {
		return f, err
	}
	var wrong int
	err = tx.QueryRowContext(ctx, `SELECT count(*) FROM citations c JOIN versions v USING (article_id, version)
		WHERE CAST(substr(v.body, c.start + 1, c."end" - c.start) AS TEXT) IS NOT c.quote`).Scan(&wrong)
	if err != nil {
		return f, err
	}
	if f.OK = broken+wrong == 0; !f.OK {
		f.Say = fmt.Sprintf("%d of %d citations do not stand in the stored text, %d records point nowhere; restore a backup", wrong, cited, broken)
		return f, nil
	}
	f.Say = counted(int64(cited), "citation") + " given so far, each found in the stored text"
	return f, nil
}

// livePassages are those that search must hold, and no others.
const livePassages = `SELECT p.id FROM articles a JOIN passages p ON p.article_id = a.id AND p.version = a.version WHERE a.status = 'live'`

func checkSearch(ctx context.Context, tx *sql.Tx) (Finding, error) {
	f := Finding{What: "search index"}
	var missing, extra, all int
	err := tx.QueryRowContext(ctx, `SELECT
		(SELECT count(*) FROM (`+livePassages+` EXCEPT SELECT rowid FROM search)),
		(SELECT count(*) FROM (SELECT rowid FROM search EXCEPT `+livePassages+`)),
		(SELECT count(*) FROM search)`).Scan(&missing, &extra, &all)
	if err != nil {
		return f, err
	}
	if f.OK = missing+extra == 0; !f.OK {
		f.Say = fmt.Sprintf("lacks %d live passages and holds %d others", missing, extra) + remake
		return f, nil
	}
	f.Say = "holds " + counted(int64(all), "live passage")
	return f, nil
}

func checkSizes(ctx context.Context, tx *sql.Tx) (Finding, error) {
	f := Finding{What: "sizes"}
	var articles, passages, terms int64
	row := tx.QueryRowContext(ctx, `SELECT count(DISTINCT a.id), count(p.id), coalesce(sum(p.terms), 0)
		FROM articles a JOIN passages p ON p.article_id = a.id AND p.version = a.version WHERE a.status = 'live'`)
	if err := row.Scan(&articles, &passages, &terms); err != nil {
		return f, err
	}
	kept, err := corpus(ctx, tx)
	if err != nil {
		return f, err
	}
	if f.OK = int64(kept.Articles) == articles && int64(kept.Passages) == passages && kept.Terms == terms; !f.OK {
		f.Say = fmt.Sprintf("%d articles and %d passages are counted, %d and %d are there", kept.Articles, kept.Passages, articles, passages) + remake
		return f, nil
	}
	f.Say = counted(articles, "live article") + ", " + counted(passages, "passage")
	return f, nil
}

// termCount is what is kept of a term.
type termCount struct {
	term string
	count
}

// someTerms takes up to 400 terms evenly over all.
func someTerms(ctx context.Context, tx *sql.Tx) ([]termCount, error) {
	list, err := layersOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	n := 0
	if err := eachMerged(ctx, tx, counts, list, func(_, _ []byte) error { n++; return nil }); err != nil {
		return nil, err
	}
	var some []termCount
	i := 0
	err = eachMerged(ctx, tx, counts, list, func(term, value []byte) error {
		c, err := countOf(value)
		if i%max(n/400, 1) == 0 {
			some = append(some, termCount{string(term), c})
		}
		i++
		return err
	})
	return some, err
}

// checkTerms compares the counts of some terms with what the search table and the postings hold.
func checkTerms(ctx context.Context, tx *sql.Tx) (Finding, error) {
	f := Finding{What: "term counts"}
	some, err := someTerms(ctx, tx)
	if err != nil {
		return f, err
	}
	gone, err := goneStretches(ctx, tx)
	if err != nil {
		return f, err
	}
	wrong := 0
	for _, c := range some {
		right, err := c.right(ctx, tx, gone)
		if err != nil {
			return f, err
		}
		if !right {
			wrong++
		}
	}
	if f.OK = wrong == 0; !f.OK {
		f.Say = fmt.Sprintf("%d of %d terms are counted wrongly", wrong, len(some)) + remake
		return f, nil
	}
	f.Say = fmt.Sprintf("%d of them agree with the index", len(some))
	return f, nil
}

// right says that the search table and the live postings hold the term in as many passages as is counted.
func (c termCount) right(ctx context.Context, tx *sql.Tx, gone []stretch) (bool, error) {
	var body, all int
	match := query([]string{c.term})
	row := tx.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM search WHERE search MATCH ?), (SELECT count(*) FROM search WHERE search MATCH ?)`,
		"{body} : "+match, match)
	if err := row.Scan(&body, &all); err != nil {
		return false, err
	}
	lists, err := postingsOf(ctx, tx, []string{c.term})
	if err != nil {
		return false, err
	}
	posted := termCount{term: c.term}
	err = eachPosting(lists[c.term], func(ids []int64, in []manner) {
		for i, id := range ids {
			switch {
			case isGone(gone, id):
			case in[i].often() > 0:
				posted.df++
			default:
				posted.above++
			}
		}
	})
	return err == nil && posted == c && body == c.df && all == c.df+c.above, nil
}
