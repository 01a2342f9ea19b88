package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"parley/article"
)

const (
	articlePassages = 10
	replaced        = 5 // one word in so many
	// Zipf's law for the made-up words. With these a guild of 10,000 passages has about 60,000 different terms, one of 100,000
	// about 320,000 and one of a million about 1.6 million.
	zipfExponent = 1.08
	zipfOffset   = 30
	vocabulary   = 20_000_000
)

// maker makes articles. The same seed and sentences give the same articles.
type maker struct {
	rnd       *rand.Rand
	zipf      *rand.Zipf
	sentences []string
	made      int
}

func newMaker(seed uint64, sentences []string) *maker {
	rnd := rand.New(rand.NewPCG(seed, 1))
	return &maker{rnd: rnd, zipf: rand.NewZipf(rnd, zipfExponent, zipfOffset, vocabulary), sentences: sentences}
}

func (m *maker) articles(n int) []article.Document {
	out := make([]article.Document, n)
	for i := range out {
		out[i] = m.article("")
	}
	return out
}

// article makes one whose first passage opens with a word of its own, where one is given.
func (m *maker) article(own string) article.Document {
	m.made++
	d := article.Document{Source: fmt.Sprintf("https://news.example/%d", m.made)}
	d.Meta = article.Meta{Title: spell(int(m.zipf.Uint64())) + " " + spell(int(m.zipf.Uint64())), Publisher: "The Lantern", Language: "en"}
	var body strings.Builder
	for i := range articlePassages {
		if i > 0 {
			body.WriteString("\n\n")
		}
		text := strings.TrimSpace(own + " " + m.passage())
		own = ""
		d.Passages = append(d.Passages, article.Passage{Span: article.Span{Start: body.Len(), End: body.Len() + len(text)}, Text: text})
		body.WriteString(text)
	}
	d.Body = body.String()
	return d
}

func (m *maker) passage() string {
	var b strings.Builder
	for i := range 3 + m.rnd.IntN(3) {
		if i > 0 {
			b.WriteByte(' ')
		}
		m.sentence(&b, m.sentences[m.rnd.IntN(len(m.sentences))])
	}
	return b.String()
}

// sentence writes s with some of its words replaced, its last sign kept.
func (m *maker) sentence(b *strings.Builder, s string) {
	end := s[len(s)-1:]
	words := strings.Fields(s[:len(s)-1])
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		if m.rnd.IntN(replaced) == 0 {
			w = spell(int(m.zipf.Uint64()))
		}
		b.WriteString(w)
	}
	b.WriteString(end)
}

var syllables = strings.Fields("ba de fi go lu mar nen pol qui ros sta tev ul vor wen xi yar zem cor dan")

// spell writes a number in syllables.
func spell(n int) string {
	var b strings.Builder
	for n += len(syllables); n > 0; n /= len(syllables) {
		b.WriteString(syllables[n%len(syllables)])
	}
	return b.String()
}

// madeUp are sentences without a text to draw from: function words among words of Zipf frequency.
func madeUp(n int) []string {
	function := strings.Fields("the of and to in a is that for it as was with be by on not at are this have from or had an they which")
	rnd := rand.New(rand.NewPCG(7, 1))
	zipf := rand.NewZipf(rnd, 1.2, 20, 12_000)
	out := make([]string, n)
	for i := range out {
		words := make([]string, 15+rnd.IntN(15))
		for j := range words {
			if words[j] = function[rnd.IntN(len(function))]; rnd.IntN(5) > 1 {
				words[j] = spell(int(zipf.Uint64()))
			}
		}
		out[i] = strings.Join(words, " ") + "."
	}
	return out
}
