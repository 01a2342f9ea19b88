package store

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"parley/answer"
	"parley/article"
)

// childMode names, for a copy of this test program that is to be killed, what it does; childDir is its data directory.
const (
	childMode = "PARLEY_STORE_TEST_CHILD"
	childDir  = "PARLEY_STORE_TEST_DIR"
)

func TestMain(m *testing.M) {
	mode := os.Getenv(childMode)
	if mode == "" {
		os.Exit(m.Run())
	}
	if err := child(mode, os.Getenv(childDir)); err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
}

// child says on its output what it has done so far, until it is killed.
func child(mode, dir string) error {
	ctx := context.Background()
	g, _, err := NewGuilds(dir, noon).Use(ctx, "local")
	if err != nil {
		return err
	}
	gen := newGenerator(7)
	for i := 0; mode != "open"; i++ {
		switch mode {
		case "begin":
			if _, err := g.Begin(ctx, asked(fmt.Sprint(i))); err != nil {
				return err
			}
		case "settle":
			if _, err := g.Begin(ctx, asked(fmt.Sprint(i))); err != nil {
				return err
			}
			if _, err := g.Settle(ctx, fmt.Sprint(i), answer.Answer{Verdict: answer.NotCovered}); err != nil {
				return err
			}
		case "add":
			if _, err := g.AddAll(ctx, gen.articles(crashBatch), "mod"); err != nil {
				return err
			}
		}
		fmt.Println("done", i)
	}
	fmt.Println("done")
	return nil
}

const crashBatch = 5

// killed runs a child until it has said that much and a little longer, kills it with SIGKILL, and returns how often it said
// that it was done.
func killed(t *testing.T, mode, dir string, after int, longer time.Duration) int {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childMode+"="+mode, childDir+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := 0
	lines := bufio.NewScanner(out)
	for done < after && lines.Scan() {
		if !strings.HasPrefix(lines.Text(), "done") {
			t.Fatal(lines.Text())
		}
		done++
	}
	time.Sleep(longer)
	cmd.Process.Kill()
	rest, _ := io.ReadAll(out)
	for lines.Scan() {
		done++
	}
	cmd.Wait()
	return done + strings.Count(string(rest), "done")
}

func TestKilledWhileAdding(t *testing.T) {
	for round := range 6 {
		dir := t.TempDir()
		done := killed(t, "add", dir, 2, time.Duration(round*7)*time.Millisecond)
		g := open(t, dir, "local")
		_, total, err := g.Articles(context.Background(), 0, 0)
		if err != nil || total < done*crashBatch || total%crashBatch != 0 {
			t.Errorf("%d batches of %d were said to be added, %d articles are there (%v)", done, crashBatch, total, err)
		}
		sane(t, g)
		if r := add(t, g, doc("a.txt", bridge)); r.Outcome != article.Added {
			t.Error(r.Outcome)
		}
	}
}

// age undoes what the last two migrations did, so that the file is as a Parley without postings left it.
func age(t *testing.T, g *Guild) {
	t.Helper()
	_, err := g.rw.Exec(`DROP TABLE blocks; ALTER TABLE corpus DROP COLUMN layers; ALTER TABLE corpus DROP COLUMN sizes;
		CREATE TABLE terms (term TEXT PRIMARY KEY, df INTEGER NOT NULL, above INTEGER NOT NULL) STRICT, WITHOUT ROWID;
		CREATE TABLE words (word TEXT PRIMARY KEY, term TEXT NOT NULL, sound TEXT NOT NULL) STRICT, WITHOUT ROWID;
		CREATE TABLE tails (tail TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
		DROP TABLE gone; ALTER TABLE corpus DROP COLUMN gone; PRAGMA user_version = 6`)
	if err != nil {
		t.Fatal(err)
	}
}

// A file of a Parley without postings gets them when it is opened, however often that is cut short.
func TestKilledWhileMigrating(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	guilds := NewGuilds(dir, noon)
	old, release, err := guilds.Use(ctx, "local")
	if err != nil {
		t.Fatal(err)
	}
	const articles = 120
	if _, err := old.AddAll(ctx, newGenerator(7).articles(articles), "mod"); err != nil {
		t.Fatal(err)
	}
	gone := add(t, old, doc("a.txt", bridge)).Entry.ID
	if err := old.Withdraw(ctx, gone, "wrong", "mod"); err != nil {
		t.Fatal(err)
	}
	age(t, old)
	release()
	if err := guilds.Close(); err != nil {
		t.Fatal(err)
	}
	for round := range 4 {
		killed(t, "open", dir, 0, time.Duration(20+60*round)*time.Millisecond)
	}
	again := NewGuilds(dir, noon)
	told := ""
	again.Remaking = func(guild string, done, all int) { told = fmt.Sprint(guild, " ", done, " of ", all) }
	g, release, err := again.Use(ctx, "local")
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	defer release()
	if want := fmt.Sprintf("local %d of %d", articles, articles); told != want && told != "" {
		t.Errorf("told %q, want %q, or nothing where the last child was done", told, want)
	}
	sane(t, g)
	if got := found(t, g, "barg"); got != "" {
		t.Error("the withdrawn article is found:", got)
	}
	if err := g.Restore(ctx, gone, "", "mod"); err != nil {
		t.Fatal(err)
	}
	sane(t, g)
	large(t, g)
	if got := found(t, g, "barg"); got != fmt.Sprint(gone) {
		t.Errorf("after the return barg finds %q", got)
	}
}

func TestKilledWithOpenQuestions(t *testing.T) {
	dir := t.TempDir()
	done := killed(t, "begin", dir, 5, 3*time.Millisecond)
	g := open(t, dir, "local")
	list, err := g.Open(context.Background())
	if err != nil || len(list) < done {
		t.Errorf("%d questions were recorded, %d are open (%v)", done, len(list), err)
	}
	for _, q := range list {
		if q.Token != "secret" || q.Text == "" {
			t.Errorf("%+v", q)
		}
	}
	sane(t, g)
}

// A question that was settled but never posted is still open, and has its answer.
func TestKilledBeforePosting(t *testing.T) {
	dir := t.TempDir()
	done := killed(t, "settle", dir, 5, 3*time.Millisecond)
	g := open(t, dir, "local")
	list, err := g.Open(context.Background())
	if err != nil || len(list) < done {
		t.Errorf("%d questions were settled, %d are open (%v)", done, len(list), err)
	}
	answered := 0
	for _, q := range list {
		_, _, ok, err := g.AnswerOf(context.Background(), q.ID)
		if err != nil {
			t.Error(err)
		}
		if ok {
			answered++
		}
	}
	if answered < done || answered < len(list)-1 {
		t.Errorf("%d of %d have their answer, %d were said to", answered, len(list), done)
	}
	sane(t, g)
}
