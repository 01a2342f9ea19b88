package answer_test

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"parley/answer"
	"parley/article"
	"parley/llm/llmtest"
	"parley/prompts"
)

// instant is a model that takes no time: what is left is Parley's own.
type instant struct {
	reply string
	sent  []prompts.Prompt
}

func (w *instant) Write(_ context.Context, p prompts.Prompt) (prompts.Reply, error) {
	w.sent = append(w.sent, p)
	return prompts.Reply{Text: w.reply, Model: "instant"}, nil
}

// BenchmarkModelOverhead is what Parley adds to a model's own time: search, prompt, reading, quotes, gate. It reports the median and
// the 99th percentile in milliseconds.
func BenchmarkModelOverhead(b *testing.B) {
	g := guildWith(b, refinery)
	w := &instant{reply: `{"verdict":"answered","sentences":[` +
		`{"text":"The fire service said that the leak forced 4,200 people out of two districts of Velmar.","speaker":"","cites":[{"key":"P1","quote":"` + trueQuote + `"}]},` +
		`{"text":"` + trueText + `","speaker":"","cites":[{"key":"P1","quote":"` + trueQuote2 + `"}]}],"search_again":""}`}
	desk := answer.New()
	var times []float64
	for b.Loop() {
		author, err := answer.NewAuthor(w) // a new one each time: nothing is remembered
		if err != nil {
			b.Fatal(err)
		}
		desk.Author = author
		start := time.Now()
		a, err := desk.Ask(context.Background(), g, answer.Question{Text: leakQuestion})
		times = append(times, float64(time.Since(start).Microseconds())/1000)
		if err != nil || a.Mode != answer.Model || len(a.Sentences) != 2 {
			b.Fatalf("%+v, %v", a, err)
		}
	}
	slices.Sort(times)
	b.ReportMetric(times[len(times)/2], "p50-ms")
	b.ReportMetric(times[len(times)*99/100], "p99-ms")
}

// TestTokensOverTheDevelopmentSet prints what a prompt over the real input takes, and bounds it.
func TestTokensOverTheDevelopmentSet(t *testing.T) {
	files, _ := filepath.Glob("../../shared/articles/*.txt")
	set, err := os.Open("../../shared/bench/talks/questions.jsonl")
	if err != nil || len(files) == 0 {
		t.Skipf("the development articles and questions are missing beside the repository")
	}
	defer set.Close()
	g := guildWith(t, nil)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := g.Add(context.Background(), article.Parse(filepath.Base(file), string(text), article.Meta{}, nil), "test"); err != nil {
			t.Fatal(err)
		}
	}
	w := &instant{reply: `{"verdict":"not_covered","sentences":[],"search_again":""}`}
	author, err := answer.NewAuthor(w)
	if err != nil {
		t.Fatal(err)
	}
	desk := answer.New()
	desk.Author = author
	for lines := bufio.NewScanner(set); lines.Scan(); {
		var q struct {
			Question string
			History  []answer.Turn
		}
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		if _, err := desk.Ask(context.Background(), g, answer.Question{Text: q.Question, History: q.History}); err != nil {
			t.Fatal(err)
		}
	}
	var sizes []int
	for _, p := range w.sent {
		sizes = append(sizes, p.Tokens())
	}
	slices.Sort(sizes)
	n := len(sizes)
	t.Logf("%d prompts: median %d tokens, 90%% %d, most %d (estimated high)", n, sizes[n/2], sizes[n*9/10], sizes[n-1])
	if sizes[n-1] > 2700 || sizes[n/2] > 2500 {
		t.Errorf("a prompt takes %d tokens, the median %d", sizes[n-1], sizes[n/2])
	}
}

// BenchmarkRemembered is the cost of a question that was asked before.
func BenchmarkRemembered(b *testing.B) {
	g := guildWith(b, refinery)
	e := llmtest.Start(b, load(b, "good"))
	desk := authored(b, e, 5*time.Second)
	for b.Loop() {
		if _, err := desk.Ask(context.Background(), g, answer.Question{Text: leakQuestion}); err != nil {
			b.Fatal(err)
		}
	}
	if n := len(e.Requests()); n != 1 {
		b.Errorf("%d requests", n)
	}
}
