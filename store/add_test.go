package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/article"
	"parley/fault"
)

const (
	bridge  = "The orchard bridge at Vellmar closed on Tuesday after a grain barge struck its second pier, the river authority said."
	repairs = "Engineers expect the repairs to last nine weeks, and ferries will run every half hour until the deck has been tested again."
	school  = "Pupils of the eastern school walk across the meadow in the meantime, because the bus cannot turn in the narrow lane."
	storm   = "A storm tore the roof from the fish market at Ostrand on Friday and nobody was hurt, according to the harbour master."
	market  = "Traders moved their stalls into the customs hall, where the mayor let them stay without rent until the end of the month."
)

// step is one thing done to a guild, and what came of it: "outcome id version".
type step struct {
	do   func(*Guild) (string, error)
	want string
}

func adding(d article.Document, want string) step {
	return step{func(g *Guild) (string, error) {
		r, err := g.Add(context.Background(), d, "mod")
		return fmt.Sprintf("%s %d %d", r.Outcome, r.Entry.ID, r.Entry.Version), err
	}, want}
}

func withdrawing(id article.ID, reason, want string) step {
	return step{func(g *Guild) (string, error) {
		return "withdrawn", g.Withdraw(context.Background(), id, reason, "mod")
	}, want}
}

func restoring(id article.ID, want string) step {
	return step{func(g *Guild) (string, error) { return "restored", g.Restore(context.Background(), id, "", "mod") }, want}
}

func finding(want string, terms ...string) step {
	return step{func(g *Guild) (string, error) {
		list, err := g.Propose(context.Background(), seek(terms...), 100)
		var out []string
		for _, c := range list {
			out = append(out, fmt.Sprintf("%d.%d", c.ArticleID, c.Version))
		}
		return strings.Join(out, " "), err
	}, want}
}

func TestLifeOfAnArticle(t *testing.T) {
	titled := func(d article.Document, title string) article.Document {
		d.Title = title
		return d
	}
	empty := doc("empty.txt", bridge)
	empty.Passages = nil
	for name, steps := range map[string][]step{
		"a new text is added and found": {
			adding(doc("a.txt", bridge, repairs), "added 1 1"), finding("1.1", "barg"), finding("", "volcano"),
		},
		"the same text twice changes nothing, from anywhere": {
			adding(doc("a.txt", bridge, repairs), "added 1 1"), adding(doc("a.txt", bridge, repairs), "duplicate 1 1"),
			adding(doc("https://news.example/bridge", bridge, repairs), "duplicate 1 1"), finding("1.1", "barg"),
		},
		"white space alone is no difference": {
			adding(doc("a.txt", bridge+" "+repairs), "added 1 1"), adding(doc("b.txt", bridge, repairs), "duplicate 1 1"),
		},
		"a link with a changed text is a new version": {
			adding(doc("https://news.example/bridge", bridge), "added 1 1"),
			adding(doc("https://news.example/bridge", bridge, repairs), "new version 1 2"),
			finding("1.2", "barg"), finding("1.2", "ferri"),
		},
		"a link's fragment and last slash are no difference": {
			adding(doc("https://news.example/bridge/", bridge), "added 1 1"),
			adding(doc("https://news.example/bridge#top", repairs), "new version 1 2"), finding("", "barg"),
		},
		"a file with a changed text is a new version": {
			adding(doc("a.txt", bridge, school), "added 1 1"), adding(doc("a.txt", repairs, school), "new version 1 2"), finding("", "barg"),
		},
		"two stories in files of one name are two articles": {
			adding(doc("message.txt", bridge, repairs), "added 1 1"), adding(doc("message.txt", storm, market), "added 2 1"),
			finding("1.1", "barg"), finding("2.1", "storm"),
			adding(doc("message.txt", bridge, repairs, school), "new version 1 2"), finding("1.2", "barg"), finding("2.1", "storm"),
		},
		"a short file with one word corrected is a new version": {
			adding(doc("a.txt", "The ferry at Ostrand sails at nine on Monday."), "added 1 1"),
			adding(doc("a.txt", "The ferry at Ostrand sails at ten on Monday."), "new version 1 2"),
		},
		"a withdrawn file comes back beside another story of its name": {
			adding(doc("message.txt", bridge, repairs), "added 1 1"), withdrawing(1, "wrong", "withdrawn"),
			adding(doc("message.txt", storm, market), "added 2 1"), restoring(1, "restored"), finding("1.1", "barg"), finding("2.1", "storm"),
		},
		"texts without a source are apart": {
			adding(doc("", bridge), "added 1 1"), adding(doc("", repairs), "added 2 1"),
		},
		"a page that goes back to its first text is a third version": {
			adding(doc("https://news.example/a", bridge), "added 1 1"), adding(doc("https://news.example/a", repairs), "new version 1 2"),
			adding(doc("https://news.example/a", bridge), "new version 1 3"), finding("1.3", "barg"), finding("", "ferri"),
		},
		"withdrawn is out of search at once, restored is back": {
			adding(doc("a.txt", bridge), "added 1 1"), withdrawing(1, "retracted by the paper", "withdrawn"), finding("", "barg"),
			adding(doc("b.txt", bridge), "duplicate of a withdrawn article 1 1"), finding("", "barg"),
			restoring(1, "restored"), finding("1.1", "barg"),
		},
		"a withdrawn article gets no versions": {
			adding(doc("a.txt", bridge, school), "added 1 1"), withdrawing(1, "wrong", "withdrawn"), adding(doc("a.txt", repairs, school), "added 2 1"),
			restoring(1, "FAULT Article 2 from the same source has taken its place. Nothing was changed; withdraw that one first."),
			withdrawing(2, "wrong too", "withdrawn"), restoring(1, "restored"), finding("1.1", "barg"),
		},
		"what cannot be": {
			adding(empty, "FAULT Nothing in it can be cited"), withdrawing(7, "why", "FAULT There is no article 7."),
			restoring(7, "FAULT There is no article 7."), adding(doc("a.txt", bridge), "added 1 1"),
			withdrawing(1, " \x00 ", "FAULT A withdrawal needs a reason"), restoring(1, "FAULT Article 1 is not withdrawn."),
			withdrawing(1, "wrong", "withdrawn"), withdrawing(1, "wrong", "FAULT Article 1 is withdrawn already."),
		},
		"a live text goes before a withdrawn one": {
			adding(doc("https://news.example/a", bridge), "added 1 1"), withdrawing(1, "wrong", "withdrawn"), adding(doc("https://news.example/a", repairs), "added 2 1"),
			adding(doc("https://news.example/a", bridge), "duplicate of a withdrawn article 1 1"),
		},
		"a headline is found too": {
			adding(titled(doc("a.txt", bridge), "Volcano wakes"), "added 1 1"), finding("1.1", "volcano"),
		},
	} {
		t.Run(name, func(t *testing.T) {
			g := open(t, t.TempDir(), "local")
			for i, s := range steps {
				got, err := s.do(g)
				if say, ok := fault.Say(err); ok {
					got = "FAULT " + say
				} else if err != nil {
					got = "ERROR " + err.Error()
				}
				if got != s.want && !(strings.HasPrefix(s.want, "FAULT") && strings.HasPrefix(got, s.want)) {
					t.Errorf("step %d: got %q, want %q", i, got, s.want)
				}
			}
			sane(t, g)
		})
	}
}

func TestStoredDocumentComesBackWhole(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	d := doc("https://news.example/ş", bridge, "دریا پر پل بند ہے۔ 🛶", repairs)
	d.Author, d.URL = "I. Brandt", "https://news.example/ş"
	d.Published = article.When{Time: noon(), Clock: true}
	d.Passages[1].Heading, d.Passages[1].Speaker = "The river", "Harbour master"
	d.Passages[2].At = article.When{Time: noon().Add(-36 * 3600e9)}
	d.Dropped = []article.Dropped{{Span: article.Span{Start: 0, End: 0}, Class: "byline"}}
	r := add(t, g, d)
	e, back, err := g.Article(context.Background(), r.Entry.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, back); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(r.Entry, e); diff != "" {
		t.Error(diff)
	}
	list, total, err := g.Articles(context.Background(), 0, 10)
	if err != nil || total != 1 || !cmp.Equal(list, []article.Entry{e}) {
		t.Error(list, total, err)
	}
}

func TestPassageThatTheBodyDoesNotHoldIsRefused(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	for name, spoil := range map[string]func(*article.Document){
		"other words":      func(d *article.Document) { d.Passages[0].Text = strings.ToUpper(bridge) },
		"past the end":     func(d *article.Document) { d.Passages[0].End = 10_000 },
		"before its start": func(d *article.Document) { d.Passages[0].Start = -1 },
		"empty":            func(d *article.Document) { d.Passages[0].End, d.Passages[0].Text = 0, "" },
		"broken UTF-8":     func(d *article.Document) { d.Body += "\xff" },
		"NUL":              func(d *article.Document) { d.Body += "\x00" },
	} {
		d := doc("a.txt", bridge)
		spoil(&d)
		if _, err := g.Add(context.Background(), d, "mod"); err == nil {
			t.Errorf("%s: stored", name)
		}
	}
	if _, total, err := g.Articles(context.Background(), 0, 0); total != 0 || err != nil {
		t.Error(total, err)
	}
}

func TestManyAtOnceAreAddedAsOneAfterTheOther(t *testing.T) {
	docs := []article.Document{
		doc("a.txt", bridge), doc("none.txt", bridge), doc("b.txt", bridge), doc("a.txt", bridge, repairs), doc("c.txt", storm, market),
	}
	docs[1].Passages = nil
	g := open(t, t.TempDir(), "local")
	results, err := g.AddAll(context.Background(), docs, "mod")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range results {
		if _, told := fault.Say(r.Err); told {
			got = append(got, "fault")
			continue
		}
		got = append(got, fmt.Sprintf("%s %d", r.Outcome, r.Entry.ID))
	}
	if diff := cmp.Diff([]string{"added 1", "fault", "duplicate 1", "new version 1", "added 2"}, got); diff != "" {
		t.Error(diff)
	}
	sane(t, g)
}

func TestProofCannotBeEditedBehindTheProgram(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	add(t, g, doc("a.txt", bridge))
	for _, edit := range []string{
		"UPDATE versions SET body = 'x'", "DELETE FROM versions", "UPDATE passages SET text = 'x'", "DELETE FROM passages",
		"DELETE FROM articles", "UPDATE versions SET title = 'x'",
	} {
		if _, err := g.rw.Exec(edit); err == nil {
			t.Errorf("%s went through", edit)
		}
	}
}

func TestDecisionsAreKept(t *testing.T) {
	ctx := context.Background()
	g := open(t, t.TempDir(), "local")
	id := add(t, g, doc("a.txt", bridge)).Entry.ID
	if err := g.Withdraw(ctx, id, " retracted ", "one"); err != nil {
		t.Fatal(err)
	}
	other := add(t, g, doc("b.txt", storm)).Entry.ID
	reasons, err := g.Withdrawn(ctx, []article.ID{id, other, 99})
	if diff := cmp.Diff(map[article.ID]string{id: "retracted"}, reasons); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if err := g.Restore(ctx, id, "confirmed after all", "two"); err != nil {
		t.Fatal(err)
	}
	if reasons, err := g.Withdrawn(ctx, []article.ID{id}); len(reasons) > 0 || err != nil {
		t.Error(reasons, err)
	}
	list, err := g.Decisions(ctx, id)
	want := []Decision{{article.Withdrawn, "retracted", "one", noon()}, {article.Live, "confirmed after all", "two", noon()}}
	if diff := cmp.Diff(want, list); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if e, _, err := g.Article(ctx, id); e.Reason != "" || err != nil {
		t.Errorf("a live article has the reason %q (%v)", e.Reason, err)
	}
}

func TestCancelledAddStoresNothing(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := g.Add(ctx, doc("a.txt", bridge), "mod"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	add(t, g, doc("a.txt", bridge))
	sane(t, g)
}
