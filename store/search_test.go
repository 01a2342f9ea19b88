package store

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/answer"
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
	list, err := g.Propose(context.Background(), seek("ferri"), 5)
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

func TestOnlyTheHeaviestTermsAreSearched(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	add(t, g, doc("a.txt", bridge, repairs))
	var many []answer.Sought
	for i := range 3 * maxTerms {
		term := fmt.Sprintf("w%d", i)
		shelve(t, g, counts, term, count{1, 0}.bytes(nil))
		many = append(many, answer.Sought{Terms: []answer.WeighedTerm{{Term: term, Weight: float64(i % 100)}, {Term: "unheard", Weight: 900}}})
	}
	tx, err := g.ro.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	got, err := g.pick(context.Background(), tx, many)
	if err != nil || len(got) != maxTerms {
		t.Fatal(len(got), err)
	}
	for _, s := range got {
		if s.Terms[0].Weight < 64 || len(s.Terms) != 1 {
			t.Error(s)
		}
	}
}

// large lets a small guild be searched as a large one.
func large(t *testing.T, g *Guild) {
	t.Helper()
	if _, err := g.rw.Exec("UPDATE corpus SET terms = terms * ?1 / passages, passages = ?1", smallCorpus+1); err != nil {
		t.Fatal(err)
	}
}

func TestLargeGuildIsSearchedByItsPostings(t *testing.T) {
	ctx := context.Background()
	g := open(t, t.TempDir(), "local")
	for i := range 40 {
		add(t, g, doc(fmt.Sprint(i), fmt.Sprintf("The storm reached district %d at noon, the clerk wrote.", i)))
	}
	add(t, g, doc("a.txt", bridge, repairs))
	r := add(t, g, doc("b.txt", storm, "The bridge at Ostrand was closed when the storm came."))
	gone := add(t, g, doc("c.txt", "The storm took the bridge at Ostrand.")).Entry.ID
	sane(t, g)
	large(t, g)
	sought := seek("bridg", "storm", "ostrand", "volcano")
	first := func() string {
		t.Helper()
		list, err := g.Propose(ctx, sought, 5)
		if err != nil || len(list) != 5 {
			t.Fatal(len(list), err)
		}
		if list[0].Meta.Title == "" || list[0].Score < list[1].Score || list[3].Score < list[4].Score {
			t.Errorf("%+v", list)
		}
		return fmt.Sprint(list[0].ArticleID, list[0].Ord)
	}
	withdrawn := fmt.Sprint(gone, 0)
	if got := first(); got != withdrawn {
		t.Error("the shortest that holds all three comes first, not", got)
	}
	if err := g.Withdraw(ctx, gone, "made up", "m"); err != nil {
		t.Fatal(err)
	}
	if got := first(); got != fmt.Sprint(r.Entry.ID, 1) {
		t.Error("after the withdrawal first comes", got)
	}
	if err := g.Restore(ctx, gone, "", "m"); err != nil {
		t.Fatal(err)
	}
	if got := first(); got != withdrawn {
		t.Error("after the return first comes", got)
	}
}

// Of several terms that stand for one thing the best counts, and not their sum.
func TestOneThingCountsOnce(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	both := add(t, g, doc("a.txt", "A storm, a gale: the harbour closed in the night.")).Entry.ID
	two := add(t, g, doc("b.txt", "The storm came, and the ferry stayed in the harbour.")).Entry.ID
	large(t, g)
	sought := []answer.Sought{
		{Terms: []answer.WeighedTerm{{Term: "storm", Weight: 2}, {Term: "gale", Weight: 1.9}}},
		{Terms: []answer.WeighedTerm{{Term: "ferri", Weight: 1}}},
	}
	for range 2 { // what the first search leaves behind must not count in the second
		list, err := g.Propose(context.Background(), sought, 5)
		if err != nil || len(list) != 2 || list[0].ArticleID != two || list[1].ArticleID != both {
			t.Error(list, err)
		}
	}
}

// A guild that was filled in many ways is searched as one that was filled at once.
func TestPostingsDoNotDependOnHowTheyCame(t *testing.T) {
	ctx := context.Background()
	one, many := open(t, t.TempDir(), "one"), open(t, t.TempDir(), "many")
	docs := newGenerator(5).articles(60)
	for _, d := range docs {
		add(t, one, d)
	}
	if _, err := many.AddAll(ctx, docs, "m"); err != nil {
		t.Fatal(err)
	}
	if n := len(layersIn(t, one)); n >= 60 || len(layersIn(t, many)) != 1 {
		t.Fatal("nothing was merged:", n)
	}
	ask := newGenerator(6)
	large(t, one)
	large(t, many)
	for range 20 {
		sought := seek(ask.question()...)
		a, err := one.Propose(ctx, sought, 30)
		if err != nil {
			t.Fatal(err)
		}
		b, err := many.Propose(ctx, sought, 30)
		if diff := cmp.Diff(a, b); diff != "" || err != nil || len(a) == 0 {
			t.Fatal(diff, err, len(a))
		}
	}
}

func TestDamagedPostingsAreAnError(t *testing.T) {
	for _, bad := range []string{"\x05", "\x01\x01", "\x01\xff\xff\xff\xff\xff\xff\xff\x7f\x01", "\xff", "\x01\x80"} {
		g := open(t, t.TempDir(), "local")
		add(t, g, doc("a.txt", bridge))
		large(t, g)
		shelve(t, g, postings, "barg", []byte(bad))
		if list, err := g.Propose(context.Background(), seek("barg"), 5); !errors.Is(err, errBroken) {
			t.Errorf("%x: %v, %v", bad, list, err)
		}
		if list, err := g.Propose(context.Background(), seek("bridg"), 5); err != nil || len(list) != 1 {
			t.Errorf("%x: %v, %v", bad, list, err)
		}
	}
}

// jsonList is a list that the caller gives, or that of the layers.
var jsonList = regexp.MustCompile(`^SCAN [jkl] VIRTUAL TABLE`)

func TestNoQueryScansATable(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	for name, query := range map[string]string{
		"search":      search,
		"latest":      latest,
		"by id":       byID,
		"around":      around,
		"about":       byEdition,
		"same text":   withText,
		"same source": fromSource,
		"entry":       newestEntry + " WHERE a.id = ?",
		"a page":      newestEntry + " ORDER BY a.id DESC LIMIT 5",
		"a key":       lookUp,
		"keys":        fromTo,
		"next block":  nextBlock,
		"quote":       "SELECT length(body), substr(body, ?, ?) FROM versions WHERE article_id = ? AND version = ?",
		"copies":      bySample,
		"open":        due,
		"answer":      answeredWhere + "q.id = ?",
		"by message":  answeredWhere + shownBy,
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
			derived := strings.HasPrefix(detail, "SCAN hit") || strings.HasPrefix(detail, "SCAN (subquery") || strings.Contains(detail, "VIRTUAL TABLE INDEX 0:M") || jsonList.MatchString(detail)
			paged := name == "a page" && detail == "SCAN a" || name == "open" && strings.Contains(detail, "USING INDEX questions_due")
			if strings.HasPrefix(detail, "SCAN") && !derived && !paged {
				t.Errorf("%s: %s", name, detail)
			}
		}
		rows.Close()
	}
}
