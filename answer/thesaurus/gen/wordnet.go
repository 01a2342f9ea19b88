package main

import (
	"fmt"
	"strconv"
	"strings"
)

// key names a synset: its part of speech (n, v, a, r) and its offset, as pointers write it.
type key struct{ pos, offset string }

// sense is a word in a synset. The word is in small letters, as index.sense has it.
type sense struct {
	synset key
	word   string
}

// synset is a line of a data file, see wndb(5WN).
type synset struct {
	key
	file     string
	words    []string
	pointers []pointer
	// gloss is the definition, and after it examples of use between quotation marks.
	gloss string
}

// pointer leads to a synset; from and to are places in the words of either, from 1, or 0 for the whole.
type pointer struct {
	symbol   string
	to       key
	fromWord int
	toWord   int
}

type wordnet struct {
	synsets map[key]*synset
	// order are the synsets as the files have them.
	order  []*synset
	senses []numbered
	// counts are how often each sense was counted in text.
	counts map[sense]int
}

// numbered is a sense with its place among those of its word and part of speech, from 1, and how often it was counted in text.
type numbered struct {
	sense
	number, count int
}

func (n *wordnet) addSynset(line string) error {
	if strings.HasPrefix(line, " ") {
		return nil // the licence
	}
	head, gloss, _ := strings.Cut(line, " | ")
	f := strings.Fields(head)
	if len(f) < 5 {
		return fmt.Errorf("a short line")
	}
	s := &synset{key: key{posOf(f[2]), f[0]}, file: f[1], gloss: gloss}
	words, err := strconv.ParseInt(f[3], 16, 32)
	if err != nil || len(f) < 5+2*int(words) {
		return fmt.Errorf("a broken count of words %q", f[3])
	}
	for i := range int(words) {
		word, _, _ := strings.Cut(f[4+2*i], "(") // "ready(a)": where an adjective may stand
		s.words = append(s.words, strings.ReplaceAll(word, "_", " "))
	}
	rest := f[4+2*int(words):]
	pointers, err := strconv.Atoi(rest[0])
	if err != nil || len(rest) < 1+4*pointers {
		return fmt.Errorf("a broken count of pointers %q", rest[0])
	}
	for i := range pointers {
		p := rest[1+4*i:]
		ends, err := strconv.ParseUint(p[3], 16, 16)
		if err != nil {
			return fmt.Errorf("a broken pointer %q", p[3])
		}
		s.pointers = append(s.pointers, pointer{p[0], key{p[2], p[1]}, int(ends >> 8), int(ends & 0xff)})
	}
	n.synsets[s.key] = s
	n.order = append(n.order, s)
	return nil
}

// posOf takes the satellites of adjectives as adjectives.
func posOf(letter string) string {
	if letter == "s" {
		return "a"
	}
	return letter
}

// addCount reads a line of index.sense, see senseidx(5WN).
func (n *wordnet) addCount(line string) error {
	f := strings.Fields(line)
	word, kind, ok := strings.Cut(f[0], "%")
	if !ok || len(f) != 4 {
		return fmt.Errorf("a broken sense %q", line)
	}
	number, err1 := strconv.Atoi(f[2])
	count, err2 := strconv.Atoi(f[3])
	if err1 != nil || err2 != nil {
		return fmt.Errorf("a broken sense %q", line)
	}
	pos := map[byte]string{'1': "n", '2': "v", '3': "a", '4': "r", '5': "a"}[kind[0]]
	s := sense{key{pos, f[1]}, strings.ReplaceAll(word, "_", " ")}
	n.counts[s] = count
	n.senses = append(n.senses, numbered{s, number, count})
	return nil
}

// adder reads the lines of a list of irregular forms: a form, then its bases.
func adder(irregular map[string][]string) func(string) error {
	return func(line string) error {
		f := strings.Fields(line)
		if len(f) < 2 {
			return fmt.Errorf("a broken irregular form %q", line)
		}
		for _, base := range f[1:] {
			if base != f[0] {
				irregular[f[0]] = append(irregular[f[0]], base)
			}
		}
		return nil
	}
}
