// Command fit learns the ranking weights of package answer from question sets, and says how well they do on sets and titles that
// they were not fitted on. It is run by hand, through `make fit`; the weights it prints go into answer/weights.go.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	bench := flag.String("bench", "../shared/bench", "folder of the question sets")
	talks := flag.String("talks", "../shared/articles", "folder of the articles of the set talks")
	flag.Parse()
	if err := run(*bench, *talks); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

// run loads the sets, asks their questions, and reports.
func run(bench, talks string) error {
	encyclopedia, err := load("encyclopedia", filepath.Join(bench, "encyclopedia", "articles"), filepath.Join(bench, "encyclopedia", "questions.jsonl"))
	if err != nil {
		return err
	}
	one, two := encyclopedia.halves()
	a, err := load("talks", talks, filepath.Join(bench, "talks", "questions.jsonl"))
	if err != nil {
		return err
	}
	b, err := load("harbour", filepath.Join(bench, "harbour", "articles"), filepath.Join(bench, "harbour", "questions.jsonl"))
	if err != nil {
		return err
	}
	if err := rankings(encyclopedia, one, two, a, b); err != nil {
		return err
	}
	return silence(encyclopedia, one, two, a, b)
}
