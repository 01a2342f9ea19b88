package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"parley/fault"
)

func TestBackupWhileWriting(t *testing.T) {
	ctx := context.Background()
	g := open(t, t.TempDir(), "local")
	add(t, g, doc("a.txt", bridge, repairs))
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
				if _, err := g.Add(ctx, doc(fmt.Sprint(i), storm, fmt.Sprintf("Stall number %d was moved.", i)), "mod"); err != nil {
					t.Error(err)
					return
				}
			}
		}
	})
	dir := t.TempDir()
	file := filepath.Join(dir, "copy.db")
	err := g.Backup(ctx, file)
	close(stop)
	wg.Wait()
	if err != nil {
		t.Fatal(err)
	}
	copied := open(t, dir, "copy")
	if got := found(t, copied, "barg"); got != "1" {
		t.Errorf("found %q in the copy", got)
	}
	sane(t, copied)
}

func TestBackupNeverOverwrites(t *testing.T) {
	g := open(t, t.TempDir(), "local")
	dir := t.TempDir()
	file := filepath.Join(dir, "mine.db")
	write(t, file, "precious")
	for _, to := range []string{file, dir, filepath.Join(dir, "nowhere", "b.db"), filepath.Join(file, "b.db"), g.file} {
		err := g.Backup(context.Background(), to)
		if _, told := fault.Say(err); !told {
			t.Errorf("%s: %v", to, err)
		}
	}
	if text, _ := os.ReadFile(file); string(text) != "precious" {
		t.Error("overwritten")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*.part")); left != nil {
		t.Error("left behind:", left)
	}
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct{ spoil, want string }{
		"a passage missing from search": {"DELETE FROM search WHERE rowid = 1", "search index"},
		"a passage too many in search":  {"INSERT INTO search (rowid, body) VALUES (99, 'ghost')", "search index"},
		"a wrong count": {`UPDATE corpus SET layers = '[1,2]', sizes = '[1,1]';
			INSERT INTO blocks (layer, kind, first, alone, body) VALUES (2, 1, 'barg', 0, x'000462617267020200')`, "term counts"},
		"a wrong size":                 {"UPDATE corpus SET passages = 7", "sizes"},
		"a citation that is not there": {"INSERT INTO citations VALUES ((SELECT id FROM answers), 0, 1, 1, 1, 0, 4, 'That')", "proof"},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			g := open(t, t.TempDir(), "local")
			r := add(t, g, doc("a.txt", bridge, repairs))
			if _, err := g.Begin(ctx, asked("1")); err != nil {
				t.Fatal(err)
			}
			if _, err := g.Settle(ctx, "1", saying(r, bridge)); err != nil {
				t.Fatal(err)
			}
			sane(t, g)
			if _, err := g.rw.Exec(c.spoil); err != nil {
				t.Fatal(err)
			}
			list, err := g.Check(ctx)
			if err != nil {
				t.Fatal(err)
			}
			var bad []string
			for _, f := range list {
				if !f.OK {
					bad = append(bad, f.What)
				}
			}
			if !strings.Contains(strings.Join(bad, " "), c.want) {
				t.Errorf("found %v, want %s", bad, c.want)
			}
			if c.want == "proof" {
				return
			}
			if err := g.Rebuild(ctx); err != nil {
				t.Fatal(err)
			}
			sane(t, g)
		})
	}
}
