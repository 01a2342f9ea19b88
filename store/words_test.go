package store

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWordsInUseAreKnown(t *testing.T) {
	ctx := context.Background()
	g := open(t, t.TempDir(), "local")
	d := doc("a.txt", bridge, repairs)
	d.Title = "Ferrymen wanted"
	id := add(t, g, d).Entry.ID
	words := []string{"barge", "barges", "ferrymen", "bagre", "2", "volcano"}
	known, err := g.Known(ctx, words)
	if diff := cmp.Diff(map[string]bool{"barge": true, "barges": true, "ferrymen": true}, known); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if err := g.Withdraw(ctx, id, "wrong", "mod"); err != nil {
		t.Fatal(err)
	}
	if known, err := g.Known(ctx, words); len(known) != 0 || err != nil {
		t.Error("known after the only article that uses them was withdrawn:", known, err)
	}
	if near, err := g.Near(ctx, "bagre", 5); len(near) != 0 || err != nil {
		t.Error("offered after the only article that uses it was withdrawn:", near, err)
	}
}

// A guild that is opened only to bring an article back spells its words as before, and corrects to them.
func TestWordsOfARestoredArticle(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	id := add(t, open(t, dir, "local"), doc("a.txt", bridge, repairs)).Entry.ID
	if err := open(t, dir, "local").Withdraw(ctx, id, "wrong", "mod"); err != nil {
		t.Fatal(err)
	}
	g := open(t, dir, "local")
	if err := g.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	again := open(t, dir, "local")
	if err := again.Restore(ctx, id, "", "mod"); err != nil {
		t.Fatal(err)
	}
	for _, g := range []*Guild{g, again} {
		if near, err := g.Near(ctx, "bagre", 5); len(near) != 1 || near[0].Text != "barge" || err != nil {
			t.Error(near, err)
		}
	}
	sane(t, again)
}

func TestNearWords(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	add(t, g, doc("a.txt", bridge, repairs, school, "Engineers of the bridge met other engineers beneath the bridge, and an engineer of the railway."))
	for _, c := range []struct{ word, want string }{
		{"enginers", "engineers"},  // a letter dropped in the middle
		{"negineers", "engineers"}, // two swapped at the head
		{"brideg", "bridge"},       // two swapped at the end
		{"xngineers", "engineers"}, // another first letter
		{"ingeneers", "engineers"}, // sounds alike
		{"brigde", "bridge"},
		{"bidge", "bridge"},
		{"pyer", "pier"},
		{"ferrys", "ferries"},
		{"engineers", "engineer"}, // never the word itself
		{"qqqqqq", ""},
		{"pi", ""},
	} {
		list, err := g.Near(context.Background(), c.word, 1)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(list) > 0 {
			got = list[0].Text
		}
		if got != c.want {
			t.Errorf("%s: %v, want %q", c.word, list, c.want)
		}
	}
}

func TestNearestAndMostUsedFirst(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	add(t, g, doc("a.txt", "The market opened.", "No market closed.", "A marker fell."))
	list, err := g.Near(context.Background(), "markek", 5)
	if diff := cmp.Diff([]Word{{Text: "market", Freq: 2}, {Text: "marker", Freq: 1}}, list); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestTermsOfFormsComeBack(t *testing.T) {
	for _, c := range []struct{ form, term string }{
		{"barges", "barg"}, {"barge", "barge"}, {"ferries", "ferri"}, {"ppl", "people"}, {"went", "go"}, {"ş", "ş"}, {"şa", "ş"},
	} {
		if got, err := termOf(c.form, termValue(nil, c.form, c.term)); got != c.term || err != nil {
			t.Errorf("%s: %q, want %q (%v)", c.form, got, c.term, err)
		}
	}
	for _, bad := range []string{"", "\x09"} {
		if got, err := termOf("barge", []byte(bad)); !errors.Is(err, errBroken) {
			t.Errorf("%q: %q, %v", bad, got, err)
		}
	}
}
