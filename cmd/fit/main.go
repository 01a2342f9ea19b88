// Command fit learns the ranking weights of package answer from a question set, and says how well they do on titles that
// they were not fitted on. It is run by hand, through `make fit`; the weights it prints go into answer/weights.go.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"parley/answer"
	"parley/article"
	"parley/store"
)

// item is a question of the set, with its lesson.
type item struct {
	Question string   `json:"question"`
	Article  string   `json:"article"`
	Expect   string   `json:"expect"`
	Passage  string   `json:"passage"`
	Answers  []string `json:"answers"`
	lesson   answer.Lesson
}

func main() {
	dir := flag.String("articles", "", "folder of the articles, one paragraph a passage")
	questions := flag.String("questions", "", "questions.jsonl with article, passage and answers")
	flag.Parse()
	if err := run(*dir, *questions); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

func run(dir, questions string) error {
	items, err := load(questions)
	if err != nil {
		return err
	}
	titles := titlesOf(items)
	fmt.Printf("%d questions over %d titles\n", len(items), len(titles))
	all, err := lessons(dir, items, func(string) bool { return true })
	if err != nil {
		return err
	}
	report(all, titles)
	return silence(dir, items, titles)
}

func load(path string) ([]item, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []item
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var it item
		if err := json.Unmarshal(sc.Bytes(), &it); err != nil {
			return nil, err
		}
		out = append(out, it)
	}
	return out, sc.Err()
}

func titlesOf(items []item) []string {
	set := map[string]bool{}
	for _, it := range items {
		set[it.Article] = true
	}
	var out []string
	for t := range set {
		out = append(out, t)
	}
	sort.Strings(out)
	return out
}

// lessons asks every question of a guild that holds the titles that keep accepts.
func lessons(dir string, items []item, keep func(title string) bool) ([]item, error) {
	tmp, err := os.MkdirTemp("", "fit")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	ctx := context.Background()
	guilds := store.NewGuilds(tmp, time.Now)
	defer guilds.Close()
	g, release, err := guilds.Use(ctx, "fit")
	if err != nil {
		return nil, err
	}
	defer release()
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		if !keep(filepath.Base(file)) {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if _, err := g.Add(ctx, article.Parse(filepath.Base(file), string(text), article.Meta{}, nil), "fit"); err != nil {
			return nil, err
		}
	}
	desk := answer.New()
	out := make([]item, len(items))
	for i, it := range items {
		if it.lesson, err = desk.Lesson(ctx, g, answer.Question{Text: it.Question}); err != nil {
			return nil, err
		}
		out[i] = it
	}
	return out, nil
}

// fold is the grader's normalisation, near enough for labels.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

func holdsAny(text string, answers []string) bool {
	for _, a := range answers {
		if strings.Contains(fold(text), fold(a)) {
			return true
		}
	}
	return false
}
