// Command parleybench measures Parley's store and desk beside plain FTS5 and beside Bleve, on the same synthetic guilds and
// the same questions. It is a module of its own, so that Parley does not depend on Bleve; it is no part of what ships.
//
// A guild is made of articles of ten passages. A passage is three to five sentences of a text, drawn at random, about 100 words,
// of which one in five is replaced by a made-up word of Zipf frequency, so that the vocabulary grows with the guild as a
// real one does. The text is the encyclopedia of the question sets where it is present, and made-up sentences where not. The
// questions are about that text: it is a stress case, since each of their words stands in very many passages.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"strconv"
	"strings"
)

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// plan is what one process measures; the first process starts one for each engine and size, so that each has its own memory.
type plan struct {
	engine   string
	passages int
	// hidden puts the real articles of every other title among passages made of the others, and asks about the hidden ones.
	hidden    bool
	folder    string
	questions int
	dir       string
	// profile is where a CPU profile of the measured process goes, "" for none: of the questions alone where the guild was there already.
	profile string
}

func run(ctx context.Context, args []string) error {
	var p plan
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.StringVar(&p.engine, "engine", "", "measure this engine alone, and print a row of JSON")
	flags.IntVar(&p.passages, "passages", 0, "with -engine: the size of the guild; 0 is the encyclopedia itself")
	flags.BoolVar(&p.hidden, "hidden", false, "with -engine: hide the real articles of half of the titles")
	flags.StringVar(&p.folder, "encyclopedia", "../../shared/bench/encyclopedia", "folder with articles/ and questions.jsonl")
	flags.IntVar(&p.questions, "questions", 300, "how many questions are timed")
	flags.StringVar(&p.profile, "cpuprofile", "", "with -engine: write a CPU profile to this file")
	keep := flags.String("keep", "", "with -engine parley: keep the guild in this folder, and measure the one that is there already")
	sizes := flags.String("sizes", "10000,100000", "sizes of the synthetic guilds, in passages")
	hide := flags.Int("hide", 100_000, "size of the guild in which real articles are hidden; 0: none")
	most := flags.Int("bleve", 100_000, "the largest guild that Bleve indexes too")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if p.dir = *keep; p.dir == "" {
		dir, err := os.MkdirTemp("", "parleybench")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		p.dir = dir
	}
	if p.engine != "" {
		return p.profiled(ctx)
	}
	list, err := numbers(*sizes)
	if err != nil {
		return err
	}
	return p.all(ctx, list, *hide, *most)
}

// profiled measures, under the profiler where one is wanted.
func (p plan) profiled(ctx context.Context) error {
	if p.profile == "" {
		return p.measure(ctx)
	}
	f, err := os.Create(p.profile)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	return p.measure(ctx)
}

func numbers(list string) ([]int, error) {
	var out []int
	for s := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < articlePassages {
			return nil, fmt.Errorf("%q is no size of a guild: give numbers of passages, apart by commas", s)
		}
		out = append(out, n)
	}
	return out, nil
}

// all prints the tables.
func (p plan) all(ctx context.Context, sizes []int, hide, bleve int) error {
	if _, err := os.Stat(filepath.Join(p.folder, "questions.jsonl")); err != nil {
		fmt.Printf("No question set at %s: the guilds are made of made-up sentences, and quality is not measured.\n", p.folder)
		hide = 0
	} else if err := p.quality(ctx, "Quality on the encyclopedia itself", 0, false, bleve); err != nil {
		return err
	}
	if hide > 0 {
		title := fmt.Sprintf("Quality of half of it, hidden among %d passages made of the other half", hide)
		if err := p.quality(ctx, title, hide, true, bleve); err != nil {
			return err
		}
	}
	for _, n := range sizes {
		if err := p.speed(ctx, n, bleve); err != nil {
			return err
		}
	}
	return nil
}
