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
	"time"

	"parley/answer"
	"parley/article/intake"
	"parley/store"
)

// item is a question of a set, with what answers it.
type item struct {
	ID       string   `json:"id"`
	Question string   `json:"question"`
	Article  string   `json:"article"`
	Expect   string   `json:"expect"`
	Passage  string   `json:"passage"`
	Answers  []string `json:"answers"`
	Gold     []gold   `json:"gold"`
	AlsoOK   []string `json:"also_ok"`
	History  []answer.Turn
	lesson   answer.Lesson
}

type gold struct{ Article, Quote, Role, Side string }

// set is a folder of articles with questions about them.
type set struct {
	name, dir string
	items     []item
	titles    []string
	// beside are sets whose articles stand in the same guild.
	beside []set
}

func load(name, dir, questions string) (set, error) {
	s := set{name: name, dir: dir}
	f, err := os.Open(questions)
	if err != nil {
		return s, err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var it item
		if err := json.Unmarshal(sc.Bytes(), &it); err != nil {
			return s, fmt.Errorf("%s: %w", questions, err)
		}
		s.items = append(s.items, it)
	}
	files, err := os.ReadDir(dir)
	for _, f := range files {
		s.titles = append(s.titles, f.Name())
	}
	return s, err
}

// paths are the files of the articles of the set and of those beside it.
func (s set) paths() []string {
	var out []string
	for _, t := range s.titles {
		out = append(out, filepath.Join(s.dir, t))
	}
	for _, o := range s.beside {
		out = append(out, o.paths()...)
	}
	return out
}

// alone are sets of one title each, with every nth of its questions.
func (s set) alone(n int) []set {
	var out []set
	for _, t := range s.titles {
		one := set{name: t, dir: s.dir, titles: []string{t}}
		for _, it := range s.items {
			if it.Article == t {
				one.items = append(one.items, it)
			}
		}
		one.items = every(one.items, n)
		out = append(out, one)
	}
	return out
}

// halves splits a set by its titles, alternately.
func (s set) halves() (a, b set) {
	a, b = set{name: s.name + " A", dir: s.dir}, set{name: s.name + " B", dir: s.dir}
	for i, t := range s.titles {
		h := []*set{&a, &b}[i%2]
		h.titles = append(h.titles, t)
	}
	for _, it := range s.items {
		h := &b
		if slices.Contains(a.titles, it.Article) {
			h = &a
		}
		h.items = append(h.items, it)
	}
	return a, b
}

// parity splits a set by the numbers of its questions.
func (s set) parity() (even, odd set) {
	even, odd = s, s
	even.name, odd.name = s.name+" even", s.name+" odd"
	even.items, odd.items = nil, nil
	for _, it := range s.items {
		h := &even
		if strings.ContainsAny(it.ID[len(it.ID)-1:], "13579") {
			h = &odd
		}
		h.items = append(h.items, it)
	}
	return even, odd
}

// askedAll asks each set's questions of its own articles.
func askedAll(sets []set) ([]item, error) {
	var out []item
	for _, s := range sets {
		items, err := asked(s, s.items)
		if err != nil {
			return nil, err
		}
		out = append(out, items...)
	}
	return out, nil
}

// asked asks the questions of a guild that holds the articles of in.
func asked(in set, items []item) ([]item, error) {
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
	for _, path := range in.paths() {
		doc, err := intake.New(intake.Options{}).File(ctx, path)
		if err != nil {
			return nil, err
		}
		if _, err := g.Add(ctx, doc, "fit"); err != nil {
			return nil, err
		}
	}
	desk := answer.New()
	out := slices.Clone(items)
	for i := range out {
		q := answer.Question{Text: out[i].Question, History: out[i].History}
		if out[i].lesson, err = desk.Lesson(ctx, g, q); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func fold(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "—", "-", "–", "-").Replace(s)
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// rightPassage says whether a passage answers a question.
func (it *item) rightPassage(p answer.PassageLesson) bool {
	if it.Gold == nil {
		a, b := fold(p.Text), fold(it.Passage)
		return p.Source == it.Article && (strings.Contains(a, b) || strings.Contains(b, a)) && it.answers(p.Text)
	}
	return it.carries(p.Source, p.Text)
}

// rightSentence says whether a sentence does.
func (it *item) rightSentence(s answer.SentenceLesson) bool {
	if it.Gold == nil {
		return it.answers(s.Text)
	}
	return it.carries(s.Source, s.Text)
}

func (it *item) answers(text string) bool {
	return slices.ContainsFunc(it.Answers, func(a string) bool { return strings.Contains(fold(text), fold(a)) })
}

func (it *item) carries(source, text string) bool {
	return slices.ContainsFunc(it.Gold, func(g gold) bool {
		return g.Role == "" && g.Article == source && shares(fold(text), fold(g.Quote))
	})
}

// shares says whether two texts share a run of words worth half of the shorter, six at least, or one holds the other.
func shares(a, b string) bool {
	if strings.Contains(a, b) || strings.Contains(b, a) {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	best := 0
	prev := make([]int, len(y)+1)
	for _, w := range x {
		cur := make([]int, len(y)+1)
		for j, v := range y {
			if w == v {
				cur[j+1] = prev[j] + 1
				best = max(best, cur[j+1])
			}
		}
		prev = cur
	}
	return best >= 6 && 2*best >= min(len(x), len(y))
}
