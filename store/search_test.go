package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley/article"
)

func TestTermsAreNeverSyntax(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	add(t, g, doc("a.txt", bridge, repairs))
	before := found(t, g, "barg")
	for _, hostile := range []string{
		`"`, `""`, `*`, `barg*`, `^barg`, `body:barg`, `{body} : barg`, `barg AND nothing`, `NOT`, `OR`, `NEAR(barg bridg)`, `(`, `)`,
		`barg OR 1=1`, `'; DROP TABLE articles; --`, "barg\x00", "\x00", "", " ", "barg bridg", "\xff\xfe", "-barg", "+", ":", "barg\n",
		strings.Repeat("a", 100_000),
	} {
		if got := found(t, g, hostile); got != "" {
			t.Errorf("%.40q found %s", hostile, got)
		}
		if got := found(t, g, hostile, "barg"); got != before {
			t.Errorf("barg beside %.40q found %q, want %q", hostile, got, before)
		}
		if _, err := g.DocFreq(context.Background(), []string{hostile}); err != nil {
			t.Errorf("%.40q: %v", hostile, err)
		}
		if _, err := g.Near(context.Background(), hostile, 5); err != nil {
			t.Errorf("%.40q: %v", hostile, err)
		}
	}
	var many []string
	for i := range 20_000 {
		many = append(many, fmt.Sprintf("w%d", i))
	}
	if got := found(t, g, append(many, "barg")...); got != before {
		t.Errorf("among 20,000 terms: %q", got)
	}
	if found(t, g) != "" {
		t.Error("no terms found something")
	}
}

func TestCandidateIsComplete(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	d := doc("https://news.example/1", bridge, repairs, school)
	d.Passages[1].Heading = "What next"
	d.Published = article.When{Time: noon()}
	r := add(t, g, d)
	list, err := g.Propose(context.Background(), []string{"ferri"}, 5)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	c := list[0]
	if c.ArticleID != r.Entry.ID || c.Version != 1 || c.Ord != 1 || c.Passage != d.Passages[1] || c.Source != d.Source || c.Meta != d.Meta {
		t.Errorf("%+v", c)
	}
	if c.Score <= 0 {
		t.Error("score", c.Score)
	}
	around, err := g.Around(context.Background(), c.ArticleID, 1, c.Ord, 1, 5)
	if err != nil || len(around) != 3 || around[0].Passage.Text != bridge || around[2].Meta != d.Meta {
		t.Error(around, err)
	}
	quote, err := g.Quote(context.Background(), c.ArticleID, 1, c.Passage.Start, c.Passage.End)
	if err != nil || quote != repairs {
		t.Error(quote, err)
	}
	for _, off := range [][2]int{{-1, 3}, {5, 4}, {0, len(d.Body) + 1}} {
		if quote, err := g.Quote(context.Background(), c.ArticleID, 1, off[0], off[1]); err == nil {
			t.Errorf("%v gave %q", off, quote)
		}
	}
	if _, err := g.Quote(context.Background(), c.ArticleID, 2, 0, 1); err == nil {
		t.Error("a version that does not exist was quoted")
	}
}

func TestTextCountsMoreThanHeadline(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	above := doc("a.txt", school)
	above.Title = "Storm"
	add(t, g, above)
	add(t, g, doc("b.txt", storm))
	for i := range 6 {
		add(t, g, doc(fmt.Sprint(i), fmt.Sprintf("Nothing happened in district %d all week, the clerk wrote.", i)))
	}
	if got := found(t, g, "storm"); got != "2 1" {
		t.Error(got)
	}
}

func TestCountsFollowWhatIsLive(t *testing.T) {
	ctx := context.Background()
	g := open(t, t.TempDir(), "local")
	add(t, g, doc("a.txt", bridge, repairs))
	r := add(t, g, doc("https://news.example/b", "The bridge at Ostrand is a bridge of boats.", "No bridge leads to the island."))
	count := func() string {
		df, err := g.DocFreq(ctx, []string{"bridg", "volcano"})
		if err != nil {
			t.Fatal(err)
		}
		c, err := g.Corpus(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%v, %d articles, %d passages, terms %v", df, c.Articles, c.Passages, c.Terms > 0)
	}
	for _, s := range []struct {
		do   func() error
		want string
	}{
		{func() error { return nil }, "map[bridg:3], 2 articles, 4 passages, terms true"},
		{func() error { return g.Withdraw(ctx, r.Entry.ID, "x", "m") }, "map[bridg:1], 1 articles, 2 passages, terms true"},
		{func() error { return g.Restore(ctx, r.Entry.ID, "", "m") }, "map[bridg:3], 2 articles, 4 passages, terms true"},
		{func() error { _, err := g.Add(ctx, doc("https://news.example/b", storm), "m"); return err }, "map[bridg:1], 2 articles, 3 passages, terms true"},
		{func() error { return g.Rebuild(ctx) }, "map[bridg:1], 2 articles, 3 passages, terms true"},
	} {
		if err := s.do(); err != nil {
			t.Fatal(err)
		}
		if got := count(); got != s.want {
			t.Errorf("got %s, want %s", got, s.want)
		}
		sane(t, g)
	}
}

func TestIndexOfAnotherAnalysisIsMadeAnew(t *testing.T) {
	dir := t.TempDir()
	g := open(t, dir, "local")
	add(t, g, doc("a.txt", bridge))
	for _, spoil := range []string{"UPDATE corpus SET grammar = 'older'", "DELETE FROM search"} {
		if _, err := g.rw.Exec(spoil); err != nil {
			t.Fatal(err)
		}
	}
	again := open(t, dir, "local")
	if got := found(t, again, "barg"); got != "1" {
		t.Errorf("found %q", got)
	}
	sane(t, again)
}

// In a large guild very common terms are left out, but for the rarest two.
func TestLargeGuildIsSearchedByItsRarestTerms(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	add(t, g, doc("a.txt", bridge, repairs, school))
	for term, df := range map[string]int{"common": 50_000, "frequent": 19_000, "middling": 2900, "rare": 3} {
		if _, err := g.rw.Exec("INSERT INTO terms VALUES (?, ?, 0)", term, df); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ given, want string }{
		{"common rare middling frequent unheard", "[rare middling]"}, // the budget is 21,000
		{"common frequent", "[frequent common]"},                     // never fewer than two
		{"rare", "[rare]"},
		{"unheard", "[]"},
	} {
		tx, err := g.ro.Begin()
		if err != nil {
			t.Fatal(err)
		}
		got, _, err := pick(context.Background(), tx, strings.Fields(c.given), 60_000)
		tx.Rollback()
		if fmt.Sprint(got) != c.want || err != nil {
			t.Errorf("%s: %v, want %s (%v)", c.given, got, c.want, err)
		}
	}
}

func TestLargeGuildIsSearchedByWhatItsPassagesHold(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	for i := range 40 {
		add(t, g, doc(fmt.Sprint(i), fmt.Sprintf("The storm reached district %d at noon, the clerk wrote.", i)))
	}
	add(t, g, doc("a.txt", bridge, repairs))
	r := add(t, g, doc("b.txt", storm, "The bridge at Ostrand was closed when the storm came."))
	gone := add(t, g, doc("c.txt", "The storm took the bridge at Ostrand."))
	if err := g.Withdraw(context.Background(), gone.Entry.ID, "made up", "m"); err != nil {
		t.Fatal(err)
	}
	if _, err := g.rw.Exec("UPDATE corpus SET passages = ?", smallCorpus+1); err != nil {
		t.Fatal(err)
	}
	list, err := g.Propose(context.Background(), []string{"bridg", "storm", "ostrand", "volcano"}, 5)
	if err != nil || len(list) != 5 {
		t.Fatal(len(list), err)
	}
	if c := list[0]; c.ArticleID != r.Entry.ID || c.Ord != 1 || c.Meta.Title == "" {
		t.Errorf("first comes %d of article %d", c.Ord, c.ArticleID)
	}
	for i := 1; i < len(list); i++ {
		if list[i].Score > list[i-1].Score || list[i].ArticleID == gone.Entry.ID {
			t.Errorf("place %d: article %d, %v after %v", i, list[i].ArticleID, list[i].Score, list[i-1].Score)
		}
	}
}

// The same sums, taken one by one.
func TestHeaviestIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.IntRange(1, 20).Draw(t, "limit")
		var lists []postings
		sums := map[int64]float32{}
		for i := range rapid.IntRange(0, 6).Draw(t, "lists") {
			ids := rapid.SliceOfNDistinct(rapid.Int64Range(1, 5*stretch), 0, 30, rapid.ID).Draw(t, "ids")
			slices.Sort(ids)
			l := postings{ids, float32(int(1) << i)}
			lists = append(lists, l)
			for _, id := range ids {
				sums[id] += l.weight
			}
		}
		var want []heavy
		for id, w := range sums {
			want = append(want, heavy{id, w})
		}
		slices.SortFunc(want, func(a, b heavy) int { return compareHeavy(b, a) })
		got := heaviest(lists, limit)
		if !slices.Equal(got, want[:min(limit, len(want))]) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func TestNoQueryScansATable(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	for name, query := range map[string]string{
		"search":        search,
		"holding":       holding,
		"by id":         byID,
		"around":        around,
		"about":         byEdition,
		"same text":     withText,
		"same source":   fromSource,
		"entry":         newestEntry + " WHERE a.id = ?",
		"a page":        newestEntry + " ORDER BY a.id DESC LIMIT 5",
		"frequencies":   "SELECT term, df FROM terms WHERE term IN (?, ?)",
		"quote":         "SELECT length(body), substr(body, ?, ?) FROM versions WHERE article_id = ? AND version = ?",
		"near by head":  byHead,
		"near by tail":  byTail,
		"near by sound": bySound,
		"in use":        inUse + "(?, ?)",
		"copies":        bySample,
		"open":          due,
		"answer":        answeredWhere + "q.id = ?",
		"by message":    answeredWhere + shownBy,
	} {
		rows, err := g.ro.Query("EXPLAIN QUERY PLAN "+query, make([]any, strings.Count(query, "?"))...)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for rows.Next() {
			var id, parent, unused int
			var detail string
			if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
				t.Fatal(err)
			}
			derived := strings.HasPrefix(detail, "SCAN hit") || strings.HasPrefix(detail, "SCAN (subquery") || strings.Contains(detail, "VIRTUAL TABLE INDEX 0:M") || strings.HasPrefix(detail, "SCAN j VIRTUAL")
			paged := name == "a page" && detail == "SCAN a" || name == "open" && strings.Contains(detail, "USING INDEX questions_due")
			if strings.HasPrefix(detail, "SCAN") && !derived && !paged {
				t.Errorf("%s: %s", name, detail)
			}
		}
		rows.Close()
	}
}
