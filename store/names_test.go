package store

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/fault"
)

// known says by which relation the guild's book joins two forms, "no" where it does not.
func joined(t *testing.T, g *Guild, a, b string) bool {
	t.Helper()
	book, err := g.Names(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	_, same := book.Same(a, b)
	return same
}

func TestNamesOfArticlesGoWithThem(t *testing.T) {
	ctx := context.Background()
	g := open(t, t.TempDir(), "local")
	if joined(t, g, "ORF", "Ostrand River Fund") {
		t.Fatal("known before any article said so")
	}
	id := add(t, g, doc("a.txt", "The Ostrand River Fund (ORF) paid for the ferries, its director said. The ORF has paid before.")).Entry.ID
	if !joined(t, g, "ORF", "Ostrand River Fund") {
		t.Error("an acronym that the article defines is not known")
	}
	if err := g.Withdraw(ctx, id, "wrong", "mod"); err != nil {
		t.Fatal(err)
	}
	if joined(t, g, "ORF", "Ostrand River Fund") {
		t.Error("known after the article was withdrawn")
	}
	if err := g.Restore(ctx, id, "", "mod"); err != nil {
		t.Fatal(err)
	}
	if err := g.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	if !joined(t, g, "ORF", "Ostrand River Fund") {
		t.Error("not known after the article was restored")
	}
}

func TestSpellingsOfTwoArticlesAreJoined(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	add(t, g, doc("a.txt", "On Monday the harbour master Tornavei spoke, and Mr Tornavei promised a new quay to the traders."))
	add(t, g, doc("b.txt", "Later the harbour master Tornavej left the meeting. Mr Tornavej did not say why he had left so early."))
	if !joined(t, g, "Tornavei", "Tornavej") {
		t.Error("two spellings are two names")
	}
}

func TestModeratorsListOfNames(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	g, other := open(t, dir, "local"), open(t, dir, "local") // other: as if another process
	if joined(t, other, "Vellmar", "Upper Town") {
		t.Fatal("known before it was added")
	}
	if err := g.AddName(ctx, []string{" Vellmar ", "Upper  Town", "vellmar", ""}, "mod"); err != nil {
		t.Fatal(err)
	}
	if !joined(t, other, "Vellmar", "Upper Town") {
		t.Error("not known to another opener after it was added")
	}
	list, err := g.ListNames(ctx)
	if diff := cmp.Diff([]Name{{Forms: []string{"Vellmar", "Upper Town"}, AddedBy: "mod", AddedAt: noon()}}, list); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if err := g.RemoveName(ctx, "upper town"); err != nil {
		t.Error(err)
	}
	if joined(t, other, "Vellmar", "Upper Town") {
		t.Error("known after it was removed")
	}
}

func TestNamesThatCannotBe(t *testing.T) {
	ctx := context.Background()
	g := open(t, t.TempDir(), "local")
	if err := g.AddName(ctx, []string{"Vellmar", "Upper Town"}, "mod"); err != nil {
		t.Fatal(err)
	}
	for name, do := range map[string]func() error{
		"one form":       func() error { return g.AddName(ctx, []string{"Alone", " alone "}, "mod") },
		"no form":        func() error { return g.AddName(ctx, nil, "mod") },
		"overlong":       func() error { return g.AddName(ctx, []string{"A", strings.Repeat("b", 101)}, "mod") },
		"taken":          func() error { return g.AddName(ctx, []string{"Lower Town", "VELLMAR"}, "mod") },
		"remove unknown": func() error { return g.RemoveName(ctx, "Nowhere") },
	} {
		if _, told := fault.Say(do()); !told {
			t.Error(name, "went through")
		}
	}
	if list, err := g.ListNames(ctx); len(list) != 1 || err != nil {
		t.Error(list, err)
	}
}
