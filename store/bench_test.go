package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"parley/article"
)

// A synthetic guild is made of articles of ten passages of about 100 words: two in five are function words, the others
// come from 400,000 made-up words with Zipf frequencies (s 1.15), so that common words stand in many passages and
// each article brings words of its own.
const (
	wordsPerPassage    = 100
	passagesPerArticle = 10
	madeUpWords        = 400_000
	benchBatch         = 500
)

type generator struct {
	rnd  *rand.Rand
	zipf *rand.Zipf
	n    int
}

func newGenerator(seed uint64) *generator {
	rnd := rand.New(rand.NewPCG(seed, 1))
	return &generator{rnd: rnd, zipf: rand.NewZipf(rnd, 1.35, 20, madeUpWords-1)}
}

var functionWords = strings.Fields("the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which")

var syllables = strings.Fields("ba de fi go lu mar nen pol qui ros sta tev ul vor wen xi yar zem cor dan")

func (g *generator) word() string {
	if g.rnd.IntN(5) < 2 {
		return functionWords[g.rnd.IntN(len(functionWords))]
	}
	return wordOf(int(g.zipf.Uint64()))
}

// wordOf spells a number in syllables.
func wordOf(n int) string {
	var b strings.Builder
	for n += len(syllables); n > 0; n /= len(syllables) {
		b.WriteString(syllables[n%len(syllables)])
	}
	return b.String()
}

func (g *generator) article() article.Document {
	g.n++
	paragraphs := make([]string, passagesPerArticle)
	for i := range paragraphs {
		words := make([]string, wordsPerPassage)
		for j := range words {
			words[j] = g.word()
		}
		paragraphs[i] = strings.Join(words, " ") + "."
	}
	d := doc(fmt.Sprintf("https://news.example/%d", g.n), paragraphs...)
	d.Title = g.word() + " " + wordOf(int(g.zipf.Uint64()))
	return d
}

func (g *generator) articles(n int) []article.Document {
	list := make([]article.Document, n)
	for i := range list {
		list[i] = g.article()
	}
	return list
}

// benchSize is how many passages the synthetic guild has: 10,000, or what PARLEY_BENCH_PASSAGES says.
func benchSize() int {
	if n, err := strconv.Atoi(os.Getenv("PARLEY_BENCH_PASSAGES")); err == nil && n > 0 {
		return n
	}
	return 10_000
}

// fill adds passages in batches of benchBatch articles and returns the time that the store took, generation aside.
func fill(tb testing.TB, g *Guild, gen *generator, passages int) time.Duration {
	tb.Helper()
	var took time.Duration
	for range passages / (benchBatch * passagesPerArticle) {
		docs := gen.articles(benchBatch)
		start := time.Now()
		results, err := g.AddAll(context.Background(), docs, "bench")
		if err != nil {
			tb.Fatal(err)
		}
		took += time.Since(start)
		for _, r := range results {
			if r.Err != nil || r.Outcome != article.Added {
				tb.Fatal(r)
			}
		}
	}
	return took
}

func BenchmarkAdd(b *testing.B) {
	n := benchSize()
	for b.Loop() {
		dir := b.TempDir()
		g := open(b, dir, "bench")
		took := fill(b, g, newGenerator(1), n)
		b.ReportMetric(float64(n)/took.Seconds(), "passages/s")
		if info, err := os.Stat(dir + "/bench.db"); err == nil {
			b.ReportMetric(float64(info.Size())/1e6, "MB")
		}
	}
}

func BenchmarkAddOne(b *testing.B) {
	g := open(b, b.TempDir(), "bench")
	gen := newGenerator(1)
	fill(b, g, gen, benchSize())
	var times []time.Duration
	for b.Loop() {
		d := gen.article()
		start := time.Now()
		add(b, g, d)
		times = append(times, time.Since(start))
	}
	report(b, times)
}

func BenchmarkPropose(b *testing.B) {
	g := open(b, b.TempDir(), "bench")
	fill(b, g, newGenerator(1), benchSize())
	for _, limit := range []int{10, 50} {
		b.Run(fmt.Sprint("limit=", limit), func(b *testing.B) {
			ask := newGenerator(2)
			var times []time.Duration
			for b.Loop() {
				query := seek(ask.question()...)
				start := time.Now()
				if _, err := g.Propose(context.Background(), query, limit); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(start))
			}
			report(b, times)
		})
	}
}

// question is seven terms; the fifty most frequent words, which in a real language are function words, are left out.
func (g *generator) question() []string {
	var query []string
	for len(query) < 7 {
		if n := int(g.zipf.Uint64()); n >= 50 {
			query = append(query, terms(wordOf(n), "en")...)
		}
	}
	return query
}

func BenchmarkNear(b *testing.B) {
	g := open(b, b.TempDir(), "bench")
	fill(b, g, newGenerator(1), benchSize())
	ask := newGenerator(3)
	var times []time.Duration
	for b.Loop() {
		w := []byte(wordOf(int(ask.zipf.Uint64())))
		w[ask.rnd.IntN(len(w))] = 'k'
		start := time.Now()
		if _, err := g.Near(context.Background(), string(w), 10); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(start))
	}
	report(b, times)
}

// report prints the median and the 99th percentile in milliseconds.
func report(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	ms := func(share float64) float64 {
		return float64(times[int(share*float64(len(times)-1))].Microseconds()) / 1000
	}
	b.ReportMetric(ms(.5), "p50-ms")
	b.ReportMetric(ms(.99), "p99-ms")
}
