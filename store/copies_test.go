package store

import (
	"context"
	"testing"

	"parley/article"
)

func TestReprintsHaveOneOrigin(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	wire := add(t, g, doc("https://wire.example/1", bridge, repairs, school)).Entry.ID
	other := add(t, g, doc("https://coast.example/2", storm, market)).Entry.ID
	// The reprint drops a paragraph, edits a word and adds its own.
	r := add(t, g, doc("https://paper.example/3", bridge, "Engineers think the repairs will last nine weeks, and ferries will run every half hour until the deck has been tested again.", "Our reporter saw no queue at the quay."))
	if r.Outcome != article.Added || r.NearDuplicate != wire {
		t.Errorf("reprint: %s, near %d, want added, near %d", r.Outcome, r.NearDuplicate, wire)
	}
	origins, err := g.Origins(context.Background(), []article.ID{wire, other, r.Entry.ID, 99})
	if err != nil {
		t.Fatal(err)
	}
	if origins[r.Entry.ID] != wire || origins[wire] != wire || origins[other] != other || len(origins) != 3 {
		t.Error(origins)
	}
}

func TestSharedPhraseIsNoReprint(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	add(t, g, doc("a", bridge, repairs, school))
	if r := add(t, g, doc("b", storm, "The river authority said so.", market)); r.NearDuplicate != 0 {
		t.Error(r.NearDuplicate)
	}
}

func TestChangedTextIsNoLongerAReprint(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	first := add(t, g, doc("https://a.example", bridge, repairs)).Entry.ID
	second := add(t, g, doc("https://b.example", bridge, repairs, school))
	if second.NearDuplicate != first {
		t.Fatal(second.NearDuplicate)
	}
	if r := add(t, g, doc("https://b.example", storm, market)); r.NearDuplicate != 0 {
		t.Error(r.NearDuplicate)
	}
	origins, err := g.Origins(context.Background(), []article.ID{first, second.Entry.ID})
	if err != nil || origins[second.Entry.ID] != second.Entry.ID {
		t.Error(origins, err)
	}
	// The texts that left are not matched any more, those that came are.
	if r := add(t, g, doc("https://c.example", bridge, repairs, "And more.")); r.NearDuplicate != first {
		t.Error(r.NearDuplicate)
	}
	sane(t, g)
}

func TestWithdrawnArticleIsNoNearDuplicate(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	first := add(t, g, doc("a", bridge, repairs)).Entry.ID
	if err := g.Withdraw(context.Background(), first, "wrong", "mod"); err != nil {
		t.Fatal(err)
	}
	if r := add(t, g, doc("b", bridge, repairs, school)); r.NearDuplicate != 0 {
		t.Error(r.NearDuplicate)
	}
}
