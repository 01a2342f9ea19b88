package store

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"parley/answer"
	"parley/article"
)

// noon is the clock of these tests.
func noon() time.Time { return time.Date(2031, 5, 6, 12, 0, 0, 0, time.UTC) }

// open returns a guild with a file of its own.
func open(t testing.TB, dir, id string) *Guild {
	t.Helper()
	guilds := NewGuilds(dir, noon)
	g, release, err := guilds.Use(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		release()
		if err := guilds.Close(); err != nil {
			t.Error(err)
		}
	})
	return g
}

// doc is an article of paragraphs that are a passage each.
func doc(source string, paragraphs ...string) article.Document {
	d := article.Document{Source: source, Meta: article.Meta{Title: "Report", Publisher: "The Lantern", Language: "en"}}
	d.Body = strings.Join(paragraphs, "\n\n")
	at := 0
	for _, p := range paragraphs {
		d.Passages = append(d.Passages, article.Passage{Span: article.Span{Start: at, End: at + len(p)}, Text: p})
		at += len(p) + 2
	}
	return d
}

// add stores a document and fails the test when it is refused.
func add(t testing.TB, g *Guild, d article.Document) article.Receipt {
	t.Helper()
	r, err := g.Add(context.Background(), d, "moderator")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// found are the articles that a search proposes, as "1 1 2".
func found(t testing.TB, g *Guild, terms ...string) string {
	t.Helper()
	list, err := g.Propose(context.Background(), seek(terms...), 100)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, c := range list {
		ids = append(ids, fmt.Sprint(c.ArticleID))
	}
	return strings.Join(ids, " ")
}

// seek are terms that are sought by themselves, those that come first for more.
func seek(terms ...string) []answer.Sought {
	var out []answer.Sought
	for i, t := range terms {
		out = append(out, answer.Sought{Terms: []answer.WeighedTerm{{Term: t, Weight: 1 + 1/float64(i+1)}}})
	}
	return out
}

// sane fails the test when a check-up finds anything.
func sane(t testing.TB, g *Guild) {
	t.Helper()
	list, err := g.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		if !f.OK {
			t.Errorf("%s: %s", f.What, f.Say)
		}
	}
}
