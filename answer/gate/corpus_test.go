package gate

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/article"
)

const shared = "../../../shared"

// sample is a sentence with the passage that it stands in.
type sample struct{ sentence, passage, before string }

// corpus reads the sentences of the real articles and of the encyclopedia, each with its own paragraph.
func corpus(t testing.TB) []sample {
	t.Helper()
	out := append(articleSamples(t), encyclopediaSamples(t)...)
	if len(out) == 0 {
		t.Skipf("no corpus: %s is not there", shared)
	}
	return out
}

func articleSamples(t testing.TB) []sample {
	files, _ := filepath.Glob(shared + "/articles/*.txt")
	var out []sample
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc := article.Parse(filepath.Base(file), string(data), article.Meta{}, nil)
		for _, p := range doc.Passages {
			for _, s := range article.Sentences(p.Text) {
				out = append(out, sample{p.Text[s.Start:s.End], p.Text, strings.ToValidUTF8(doc.Body[max(0, p.Start-1500):p.Start], "")})
			}
		}
	}
	return out
}

type question struct {
	ID, Question, Expect, Passage string
	Answers                       []string
}

func questions(t testing.TB) []question {
	var out []question
	lines(t, shared+"/bench/encyclopedia/questions.jsonl", func(line []byte) {
		var q question
		if err := json.Unmarshal(line, &q); err != nil {
			t.Fatal(err)
		}
		out = append(out, q)
	})
	return out
}

// lines calls each for every line of a file; a file that is not there has none.
func lines(t testing.TB, file string, each func([]byte)) {
	f, err := os.Open(file)
	if err != nil {
		return
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if len(s.Bytes()) > 0 {
			each(s.Bytes())
		}
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
}

func encyclopediaSamples(t testing.TB) []sample {
	var out []sample
	seen := map[string]bool{}
	for _, q := range questions(t) {
		if seen[q.Passage] {
			continue
		}
		seen[q.Passage] = true
		for _, s := range article.Sentences(q.Passage) {
			out = append(out, sample{q.Passage[s.Start:s.End], q.Passage, ""})
		}
	}
	return out
}
