package packed_test

import (
	"bytes"
	"cmp"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"parley/answer/thesaurus/packed"
)

func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := graph(t)
		var first, second bytes.Buffer
		if err := packed.Write(&first, want); err != nil {
			t.Fatal(err)
		}
		if err := packed.Write(&second, want); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatal("the same graph was written in two ways")
		}
		got, err := packed.Read(&first)
		if err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestDamageIsTold(t *testing.T) {
	if _, err := packed.Read(bytes.NewReader([]byte("no archive"))); err == nil {
		t.Error("read what was never written")
	}
	var b bytes.Buffer
	if err := packed.Write(&b, &packed.Graph{Words: []string{"ash", "ashen"}, Classes: []packed.Class{packed.Noun, packed.Adjective}}); err != nil {
		t.Fatal(err)
	}
	for n := range b.Len() {
		if _, err := packed.Read(bytes.NewReader(b.Bytes()[:n])); err == nil {
			t.Errorf("read the first %d of %d bytes", n, b.Len())
		}
	}
	b.Reset()
	if err := packed.Write(&b, &packed.Graph{Words: []string{"ash"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := packed.Read(&b); err == nil {
		t.Error("read a word without a class")
	}
}

func TestFrequency(t *testing.T) {
	c := (packed.Noun | packed.Adverb).WithFrequency(3).WithFrequency(2)
	if c.Frequency() != 2 || c&packed.Noun == 0 || c&packed.Adverb == 0 || c&packed.Verb != 0 {
		t.Errorf("class %b", c)
	}
}

// graph draws any graph that keeps the orders that Graph asks for.
func graph(t *rapid.T) *packed.Graph {
	g := &packed.Graph{Words: rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z][a-z' -]{0,39}`), 2, 30, rapid.ID).Draw(t, "words")}
	slices.Sort(g.Words)
	id := rapid.IntRange(0, len(g.Words)-1)
	rank := rapid.Uint8Range(0, packed.LastRank)
	for range g.Words {
		g.Classes = append(g.Classes, packed.Class(rapid.Uint8Range(0, 63).Draw(t, "class")))
	}
	for range rapid.IntRange(1, 20).Draw(t, "groups") {
		var members []packed.Member
		for _, w := range rapid.SliceOfNDistinct(id, 1, 2, rapid.ID).Draw(t, "members") {
			members = append(members, packed.Member{Word: w, Rank: rank.Draw(t, "rank")})
		}
		slices.SortFunc(members, func(a, b packed.Member) int { return a.Word - b.Word })
		g.Groups = append(g.Groups, members)
	}
	slices.SortStableFunc(g.Groups, func(a, b []packed.Member) int { return a[0].Word - b[0].Word })
	group := rapid.IntRange(0, len(g.Groups)-1)
	for range rapid.IntRange(0, 20).Draw(t, "edges") {
		g.Edges = append(g.Edges, packed.Edge{From: group.Draw(t, "from"), To: group.Draw(t, "to"), Kind: packed.EdgeKind(rapid.Uint8Range(0, 2).Draw(t, "kind"))})
	}
	slices.SortStableFunc(g.Edges, func(a, b packed.Edge) int { return cmp.Compare(a.From, b.From) })
	for range rapid.IntRange(0, 20).Draw(t, "links") {
		a, b := id.Draw(t, "a"), id.Draw(t, "b")
		g.Links = append(g.Links, packed.Link{A: min(a, b), B: max(a, b), RankA: rank.Draw(t, "rank") & 3, RankB: rank.Draw(t, "rank") & 3, Kind: packed.LinkKind(rapid.Uint8Range(0, 1).Draw(t, "kind"))})
	}
	slices.SortStableFunc(g.Links, func(a, b packed.Link) int { return cmp.Compare(a.A, b.A) })
	for range rapid.IntRange(0, 5).Draw(t, "forms") {
		g.Irregular = append(g.Irregular, packed.Form{Form: rapid.StringMatching(`[a-z]+`).Draw(t, "form"), Base: rapid.StringMatching(`[a-z]+`).Draw(t, "base")})
	}
	return g
}
