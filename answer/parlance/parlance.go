// Package parlance knows what newspapers write for what people say: "tie the knot" and wedding, "go-between" and mediator, boat and trawler.
// It is English only, knows no names, and what it says is only ever a hint of where to look.
package parlance

import (
	"embed"
	"strings"
	"sync"

	"parley/answer/thesaurus"
)

// files hold one list a field of news, written for Parley: a line has what people say, a tab, and what newspapers write; each parted by commas, in
// small letters and in the base form.
//
//go:embed words/*.tsv
var files embed.FS

// most is how many words a phrase has at most.
const most = 4

// written are the phrases of newspapers by what people say.
var written = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	lists, err := files.ReadDir("words")
	if err != nil {
		panic("parlance: " + err.Error())
	}
	for _, list := range lists {
		text, err := files.ReadFile("words/" + list.Name())
		if err != nil {
			panic("parlance: " + err.Error())
		}
		for line := range strings.Lines(string(text)) {
			said, news, _ := strings.Cut(strings.TrimSpace(line), "\t")
			for s := range strings.SplitSeq(said, ", ") {
				key := normal(strings.Fields(s))
				out[key] = append(out[key], strings.Split(news, ", ")...)
			}
		}
	}
	return out
})

// Written returns what newspapers write for the longest phrase that begins with the word at i, of four words at most, and how many words it has; 0 and nil
// where none is known. Words come in small letters; the first and the last may be inflected. It panics when i is out of range.
func Written(words []string, i int) (n int, phrases []string) {
	for n := min(most, len(words)-i); n > 0; n-- {
		if p := known(words[i : i+n]); p != nil {
			return n, p
		}
	}
	return 0, nil
}

// known are the phrases for a run of words, as it stands or with the first, the last or both in a base form.
func known(run []string) []string {
	first, last := bases(run[0]), bases(run[len(run)-1])
	try := append([]string(nil), run...)
	for _, a := range first {
		if try[0] = a; len(run) == 1 {
			last = first[:1]
		}
		for _, b := range last {
			if len(run) > 1 {
				try[len(run)-1] = b
			}
			if p := written()[normal(try)]; p != nil {
				return p
			}
		}
	}
	return nil
}

func bases(word string) []string {
	return append([]string{word}, thesaurus.Bases(word)...)
}

// owners stand for one another in a phrase: drag one's feet, dragged their feet.
var owners = map[string]bool{"one's": true, "ones": true, "my": true, "your": true, "his": true, "her": true, "its": true, "our": true, "their": true, "somebody's": true, "someone's": true}

// normal is the key of a phrase: its words with hyphens taken apart, whoever owns what is in it.
func normal(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		if owners[w] {
			w = "one's"
		}
		out[i] = strings.ReplaceAll(w, "-", " ")
	}
	return strings.Join(out, " ")
}
