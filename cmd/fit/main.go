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
	crises := flag.String("crises", "answer/testdata/crises", "folder of our own sets")
	only := flag.String("only", "", "rankings, silence or contests; all where empty")
	flag.Parse()
	if err := run(*bench, *talks, *crises, *only); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

// lot is what is fitted on together, and held against the other lot.
type lot struct {
	name  string
	books set
	news  []set
}

// run loads the sets, asks their questions, and reports on all that is fitted, or on one thing only.
func run(bench, talks, crises, only string) error {
	encyclopedia, err := load("encyclopedia", filepath.Join(bench, "encyclopedia", "articles"), filepath.Join(bench, "encyclopedia", "questions.jsonl"))
	if err != nil {
		return err
	}
	a, b := lot{name: "A"}, lot{name: "B"}
	a.books, b.books = encyclopedia.halves()
	theirs := map[string]string{"talks": talks, "harbour": filepath.Join(bench, "harbour", "articles")}
	named := func(name string) (set, error) {
		if dir := theirs[name]; dir != "" {
			return load(name, dir, filepath.Join(bench, name, "questions.jsonl"))
		}
		return load(name, filepath.Join(crises, name, "articles"), filepath.Join(crises, name, "questions.jsonl"))
	}
	var unseen []set
	for _, n := range []struct {
		to   *lot
		name string
	}{{&a, "talks"}, {&a, "dam"}, {&a, "ceasefire"}, {&b, "harbour"}, {&b, "outbreak"}, {&b, "election"}, {&b, "spill"}, {&a, "mutiny"}, {&a, "border"}, {&b, "blackout"}} {
		s, err := named(n.name)
		if err != nil {
			return err
		}
		if counted[n.name] {
			var odd set
			s, odd = s.parity()
			unseen = append(unseen, odd)
		}
		n.to.news = append(n.to.news, s)
	}
	for _, name := range leftOut {
		s, err := named(name)
		if err != nil {
			return err
		}
		unseen = append(unseen, s)
	}
	for _, f := range []struct {
		name string
		fit  func() error
	}{
		{"rankings", func() error { return rankings(encyclopedia, a, b, unseen) }},
		{"silence", func() error { return silence(a, b, unseen) }},
		{"contests", func() error { return contests(a, b, unseen) }},
	} {
		if only != "" && only != f.name {
			continue
		}
		if err := f.fit(); err != nil {
			return err
		}
	}
	return nil
}

// leftOut are the sets that are not fitted on at all.
var leftOut = []string{"pipeline", "hijack", "strait", "smelter", "junta", "tunnel"}

// counted are the sets of which only the questions with even numbers are fitted on; the odd ones are counted.
var counted = map[string]bool{"ceasefire": true, "outbreak": true, "election": true, "spill": true, "mutiny": true, "border": true, "blackout": true}
