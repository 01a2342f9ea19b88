package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"parley/fault"
)

func TestGuildsNeverSeeEachOther(t *testing.T) {
	guilds := NewGuilds(t.TempDir(), noon)
	defer guilds.Close()
	ctx := context.Background()
	one, release, err := guilds.Use(ctx, "111")
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	two, release2, err := guilds.Use(ctx, "222")
	if err != nil {
		t.Fatal(err)
	}
	defer release2()
	add(t, one, doc("a.txt", bridge))
	if err := one.AddName(ctx, []string{"Vellmar", "Velmar"}, "mod"); err != nil {
		t.Fatal(err)
	}
	if got := found(t, two, "barg", "bridg"); got != "" {
		t.Error("the other guild's passages were found:", got)
	}
	df, err := two.DocFreq(ctx, []string{"barg"})
	if err != nil || len(df) != 0 {
		t.Error("the other guild's counts leak:", df, err)
	}
	if known, err := two.Known(ctx, []string{"barge"}); err != nil || known["barge"] {
		t.Error("the other guild's words leak:", known, err)
	}
	if list, err := two.ListNames(ctx); err != nil || len(list) != 0 {
		t.Error("the other guild's names leak:", list, err)
	}
	if ids, err := guilds.List(); err != nil || !cmp.Equal(ids, []string{"111", "222"}) {
		t.Error(ids, err)
	}
}

func TestGuildIDIsNoPath(t *testing.T) {
	dir := t.TempDir()
	guilds := NewGuilds(filepath.Join(dir, "data"), noon)
	defer guilds.Close()
	for _, id := range []string{"", ".", "..", "../x", "a/b", `a\b`, "a.db", "a?mode=ro", "a%2fb", "a\x00", "ü", strings.Repeat("1", 65)} {
		if _, _, err := guilds.Use(context.Background(), id); err == nil {
			t.Errorf("%q was opened", id)
		} else if _, told := fault.Say(err); !told {
			t.Errorf("%q: %v", id, err)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*", "*")); files != nil {
		t.Error(files)
	}
}

// A bad file is told in one line that says what to do, and stays as it is.
func TestFilesThatCannotBeUsed(t *testing.T) {
	sqlite := func(script string) func(t *testing.T, file string) {
		return func(t *testing.T, file string) {
			db, err := sql.Open("sqlite3", file)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if _, err := db.Exec(script); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, c := range map[string]struct {
		make func(t *testing.T, file string)
		want string
	}{
		"newer":     {sqlite("CREATE TABLE x (y); PRAGMA application_id = 1347570777; PRAGMA user_version = 99"), "written by a newer Parley"},
		"foreign":   {sqlite("CREATE TABLE x (y)"), "belongs to another program"},
		"text":      {func(t *testing.T, file string) { write(t, file, strings.Repeat("no database at all\n", 100)) }, "is not a database"},
		"truncated": {cut, "damaged"},
		"folder":    {func(t *testing.T, file string) { os.Mkdir(file, 0o700) }, "is not a file"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "local.db")
			c.make(t, file)
			before, _ := os.ReadFile(file)
			guilds := NewGuilds(dir, noon)
			defer guilds.Close()
			_, _, err := guilds.Use(context.Background(), "local")
			say, _ := fault.Say(err)
			if !strings.Contains(say, c.want) || strings.Contains(say, "\n") {
				t.Errorf("says %q (%v), want %q", say, err, c.want)
			}
			if after, _ := os.ReadFile(file); string(after) != string(before) {
				t.Error("the file was changed")
			}
		})
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// cut makes a real guild file and overwrites its middle.
func cut(t *testing.T, file string) {
	g := NewGuilds(filepath.Dir(file), noon)
	if _, release, err := g.Use(context.Background(), "local"); err != nil {
		t.Fatal(err)
	} else {
		release()
	}
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, file, string(data[:4096])+strings.Repeat("\xff", len(data)-4096))
}

func TestDataDirectoryThatCannotBeMade(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "file"), "")
	guilds := NewGuilds(filepath.Join(dir, "file", "data"), noon)
	defer guilds.Close()
	_, _, err := guilds.Use(context.Background(), "local")
	if say, _ := fault.Say(err); !strings.Contains(say, "cannot be created") {
		t.Error(err)
	}
}

func TestEightRacingOpeners(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			guilds := NewGuilds(dir, noon) // each as if it were a process of its own
			defer guilds.Close()
			g, release, err := guilds.Use(context.Background(), "local")
			if err != nil {
				t.Error(err)
				return
			}
			defer release()
			if _, err := g.Add(context.Background(), doc(string(rune('a'+i)), bridge, repairs+string(rune('a'+i))), "mod"); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	g := open(t, dir, "local")
	if _, total, err := g.Articles(context.Background(), 0, 0); total != 8 || err != nil {
		t.Error(total, err)
	}
	sane(t, g)
}

func TestFailingMigrationLeavesTheFileAsItWas(t *testing.T) {
	file := filepath.Join(t.TempDir(), "local.db")
	ctx := context.Background()
	first := fstest.MapFS{"migrations/0001_a.sql": {Data: []byte("CREATE TABLE a (x); INSERT INTO a VALUES (1)")}}
	db, err := sql.Open("sqlite3", dsn(file, writing))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := migrate(ctx, db, first); err != nil {
		t.Fatal(err)
	}
	bad := fstest.MapFS{
		"migrations/0001_a.sql": first["migrations/0001_a.sql"],
		"migrations/0002_b.sql": {Data: []byte("CREATE TABLE b (x); UPDATE a SET x = 2")},
		"migrations/0003_c.sql": {Data: []byte("CREATE TABLE c (x); INSERT INTO nowhere VALUES (1)")},
	}
	if err := migrate(ctx, db, bad); err == nil || !strings.Contains(err.Error(), "0003_c.sql") {
		t.Error(err)
	}
	var version, x, tables int
	row := db.QueryRow("SELECT user_version, (SELECT x FROM a), (SELECT count(*) FROM sqlite_schema) FROM pragma_user_version")
	if err := row.Scan(&version, &x, &tables); err != nil || version != 1 || x != 1 || tables != 1 {
		t.Error(version, x, tables, err)
	}
}

func TestIdleFilesAreClosed(t *testing.T) {
	now := noon()
	guilds := NewGuilds(t.TempDir(), func() time.Time { return now })
	guilds.MaxOpen = 2
	defer guilds.Close()
	use := func(id string) (*Guild, func()) {
		t.Helper()
		g, release, err := guilds.Use(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		return g, release
	}
	a, releaseA := use("a")
	for _, id := range []string{"b", "c", "d"} {
		now = now.Add(time.Second)
		_, release := use(id)
		release()
		release() // twice is once
	}
	if len(guilds.open) != 2 || guilds.open["a"] == nil || guilds.open["d"] == nil {
		t.Error("open:", len(guilds.open))
	}
	again, releaseAgain := use("a")
	if again != a {
		t.Error("a file in use was opened anew")
	}
	releaseA()
	releaseAgain()
	now = now.Add(time.Hour)
	guilds.Sweep()
	if len(guilds.open) != 0 {
		t.Error("open after an hour:", len(guilds.open))
	}
	if err := a.rw.Ping(); err == nil {
		t.Error("the file is still open")
	}
	if err := guilds.Close(); err != nil {
		t.Error(err)
	}
	if _, _, err := guilds.Use(context.Background(), "a"); !errors.Is(err, errClosed) {
		t.Error(err)
	}
}
