package store

import (
	"context"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSpendingOutlivesTheProgram(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	cost := Spending{Calls: 1, In: 2000, Cached: 500, Out: 300, Micros: 480}
	guilds := NewGuilds(dir, noon)
	g, _, err := guilds.Use(ctx, "111")
	if err != nil {
		t.Fatal(err)
	}
	for _, member := range []string{"mira", "mira", "jon", ""} {
		if err := g.Spend(ctx, "2031-05-06", member, cost); err != nil {
			t.Fatal(err)
		}
	}
	if err := guilds.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, dir, "111")
	for _, tt := range []struct {
		day, member string
		times       int
	}{
		{"2031-05-06", "mira", 2}, {"2031-05-06", "jon", 1}, {"2031-05-06", "", 4}, {"2031-05-06", "ada", 0}, {"2031-05-07", "mira", 0}, {"2031-05-07", "", 0},
	} {
		n := tt.times
		want := Spending{Calls: n, In: n * cost.In, Cached: n * cost.Cached, Out: n * cost.Out, Micros: int64(n) * cost.Micros}
		got, err := again.Spent(ctx, tt.day, tt.member)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s %q: %v %s", tt.day, tt.member, err, diff)
		}
	}
	if other, err := open(t, dir, "222").Spent(ctx, "2031-05-06", ""); err != nil || other != (Spending{}) {
		t.Errorf("another guild has spent %+v, %v", other, err)
	}
}

// TestMembersSpendingIsForgotten: over the end of a month, where days as text must still be a day apart.
func TestMembersSpendingIsForgotten(t *testing.T) {
	ctx, g := context.Background(), open(t, t.TempDir(), "111")
	for _, step := range []struct {
		day  string
		kept bool // mira's row of 30 April is there after the day's first prompt
	}{{"2031-04-30", true}, {"2031-05-01", true}, {"2031-05-02", false}} {
		member := "mira"
		if step.day != "2031-04-30" {
			member = "jon"
		}
		if err := g.Spend(ctx, step.day, member, Spending{Calls: 1}); err != nil {
			t.Fatal(err)
		}
		if got, err := g.Spent(ctx, "2031-04-30", "mira"); err != nil || got.Calls == 1 != step.kept {
			t.Errorf("on %s: %+v, %v", step.day, got, err)
		}
		if got, err := g.Spent(ctx, "2031-04-30", ""); err != nil || got.Calls != 1 {
			t.Errorf("on %s the guild's day is %+v, %v", step.day, got, err)
		}
	}
}

// TestTwoProgramsSpendFromOnePurse: two openers of one folder stand for two processes; each has its own connections.
func TestTwoProgramsSpendFromOnePurse(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	var all sync.WaitGroup
	for range 2 {
		guilds := NewGuilds(dir, noon)
		t.Cleanup(func() { guilds.Close() })
		all.Go(func() {
			for range 10 {
				purse, release, err := guilds.Operator(ctx)
				if err != nil {
					t.Error(err)
					return
				}
				if err := purse.Spend(ctx, "2031-05-06", "", Spending{Calls: 1, Out: 7}); err != nil {
					t.Error(err)
				}
				release()
			}
		})
	}
	all.Wait()
	guilds := NewGuilds(dir, noon)
	defer guilds.Close()
	purse, release, err := guilds.Operator(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	if got, err := purse.Spent(ctx, "2031-05-06", ""); err != nil || got != (Spending{Calls: 20, Out: 140}) {
		t.Errorf("spent %+v, %v", got, err)
	}
	if ids, err := guilds.List(); err != nil || len(ids) != 0 {
		t.Errorf("the operator's file is taken for a guild's: %v, %v", ids, err)
	}
	if _, _, err := guilds.Use(ctx, ".operator"); err == nil {
		t.Error("a guild can have the operator's name")
	}
}
