package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"parley/article"
	"parley/article/intake"
)

// text is what guilds are made of, and what is asked about it.
type text struct {
	articles  []article.Document
	sentences []string
	questions []question
}

// question is one that a passage answers.
type question struct {
	Question string   `json:"question"`
	Article  string   `json:"article"`
	Expect   string   `json:"expect"`
	Passage  string   `json:"passage"`
	Answers  []string `json:"answers"`
	// right are the passages that answer it.
	right map[place]bool
}

// place is where a passage stands.
type place struct {
	source string
	start  int
}

// load reads the encyclopedia, or makes up a text where there is none.
func (p plan) load(ctx context.Context) (*text, error) {
	files, err := filepath.Glob(filepath.Join(p.folder, "articles", "*"))
	if err != nil || len(files) == 0 {
		return invented(), err
	}
	t := &text{}
	reader := intake.New(intake.Options{})
	for _, file := range files {
		doc, err := reader.File(ctx, file)
		if err != nil {
			return nil, err
		}
		t.articles = append(t.articles, doc)
	}
	if t.questions, err = readQuestions(filepath.Join(p.folder, "questions.jsonl")); err != nil {
		return nil, err
	}
	return t, t.prepare(p.hidden)
}

// prepare finds what answers each question. Hidden, only every other title is asked about, and the sentences are the others'.
func (t *text) prepare(hidden bool) error {
	var real []article.Document
	for i, d := range t.articles {
		if hidden && i%2 == 1 {
			t.sentences = append(t.sentences, sentencesOf(d)...)
			continue
		}
		real = append(real, d)
		if !hidden {
			t.sentences = append(t.sentences, sentencesOf(d)...)
		}
	}
	t.articles = real
	for i := range t.questions {
		t.questions[i].find(real)
	}
	t.questions = slices.DeleteFunc(t.questions, func(q question) bool { return len(q.right) == 0 })
	if len(t.questions) == 0 {
		return fmt.Errorf("no passage answers any of the questions; check that the articles are those of the questions")
	}
	return nil
}

func sentencesOf(d article.Document) []string {
	var out []string
	for _, p := range d.Passages {
		for _, s := range article.Sentences(p.Text) {
			if text := p.Text[s.Start:s.End]; len(text) > 20 {
				out = append(out, text)
			}
		}
	}
	return out
}

// find notes the passages that are of the question's paragraph and have its answer.
func (q *question) find(articles []article.Document) {
	q.right = map[place]bool{}
	for _, d := range articles {
		if d.Source != q.Article || q.Expect != "answer" {
			continue
		}
		for _, p := range d.Passages {
			holds := func(a string) bool { return strings.Contains(p.Text, a) }
			if (strings.Contains(q.Passage, p.Text) || holds(q.Passage)) && slices.ContainsFunc(q.Answers, holds) {
				q.right[place{d.Source, p.Start}] = true
			}
		}
	}
}

func readQuestions(file string) ([]question, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []question
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var q question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		out = append(out, q)
	}
	return out, lines.Err()
}

// invented is a text of made-up sentences, with questions of seven of their words.
func invented() *text {
	t := &text{sentences: madeUp(4000)}
	for i := 0; i < len(t.sentences); i += 5 {
		var words []string
		for _, w := range strings.Fields(t.sentences[i]) {
			if len(w) > 4 && len(words) < 7 {
				words = append(words, strings.Trim(w, "."))
			}
		}
		t.questions = append(t.questions, question{Question: "What of " + strings.Join(words, " ") + "?"})
	}
	return t
}

// timed are n questions, evenly drawn.
func (t *text) timed(n int) []string {
	step := max(1, len(t.questions)/n)
	var out []string
	for i := 0; i < len(t.questions) && len(out) < n; i += step {
		out = append(out, t.questions[i].Question)
	}
	return out
}
