package main

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/answer/vectors/packed"
)

// file is a package's file of a few words: numbers around a common mean, most in one direction.
func file(t *testing.T, words []string) string {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	var rows []string
	for _, w := range words {
		var row []string
		for range dimensions + 2 {
			row = append(row, fmt.Sprintf("%.4f", 5+r.NormFloat64()))
		}
		rows = append(rows, fmt.Sprintf("%q:[%s]", w, strings.Join(row, ",")))
	}
	path := filepath.Join(t.TempDir(), "vectors.json")
	text := fmt.Sprintf(`{"precision":8,"words":["vectors"],"vectors":{%s},"after":1}`, strings.Join(rows, ","))
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPlainWordsAreKeptTheMostFrequentFirst(t *testing.T) {
	var out bytes.Buffer
	if err := run(file(t, []string{"the", ",", "boat", "it's", "x", "1986", "ship", "vectors", "rare"}), 4, &out); err != nil {
		t.Fatal(err)
	}
	table, err := packed.Read(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]float64{"the": 1, "boat": 2, "ship": 3, "vectors": 4, ",": 0, "it's": 0, "x": 0, "1986": 0, "rare": 0} {
		v, ok := table.Find(word)
		if ok != (want > 0) || ok && math.Abs(v.Rank()-want) > 0.1 {
			t.Errorf("%q is kept: %t, with rank %.2f, not %.0f", word, ok, v.Rank(), want)
		}
	}
}

func TestWhatAllVectorsShareIsTakenOut(t *testing.T) {
	var words []string
	for i := range 200 {
		words = append(words, fmt.Sprintf("w%c%c", 'a'+i%26, 'a'+i/26))
	}
	var out bytes.Buffer
	if err := run(file(t, words), len(words), &out); err != nil {
		t.Fatal(err)
	}
	table, err := packed.Read(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	sum, n := 0.0, 0.0
	for i, a := range words {
		x, _ := table.Find(a)
		for _, b := range words[:i] {
			y, _ := table.Find(b)
			sum, n = sum+dot(x.Add(nil, 1), y.Add(nil, 1)), n+1
		}
	}
	if mean := sum / n; math.Abs(mean) > 0.02 {
		t.Errorf("two words have a cosine of %.3f on average, not about 0", mean)
	}
}

func TestBrokenFilesAreTold(t *testing.T) {
	for _, text := range []string{``, `[]`, `{"words":[]}`, `{"vectors":{"the":[1,2]}}`, `{"vectors":{"the":"x"}}`} {
		path := filepath.Join(t.TempDir(), "vectors.json")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := run(path, 10, &bytes.Buffer{}); err == nil {
			t.Errorf("%q was read without an error", text)
		}
	}
	if err := run(filepath.Join(t.TempDir(), "none"), 10, &bytes.Buffer{}); err == nil {
		t.Error("a missing file was read without an error")
	}
}
