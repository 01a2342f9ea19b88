package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley/answer"
)

func TestAnswerOnThePage(t *testing.T) {
	quarry := answer.Citation{N: 1, Article: "quarry.txt", Title: "Quarry closes", Publisher: "Esk Herald", Published: "2031-05-04", Quote: "Ninety people worked there."}
	union := answer.Citation{N: 2, Article: "https://example.org/union", URL: "https://example.org/union", Quote: "We counted seventy."}
	for name, c := range map[string]struct {
		a    answer.Answer
		want string
	}{
		"answered": {
			answer.Answer{
				Verdict: answer.Answered, AsOf: "2031-05-04", Sources: answer.Sources{Articles: 1, Independent: 1},
				Sentences: []answer.Sentence{
					{Text: "Ninety people worked there.", Citations: []answer.Citation{quarry}},
					{Text: "It was a hundred.", Earlier: true, Speaker: "The owner", Citations: []answer.Citation{quarry}},
				},
			},
			`  Ninety people worked there. [1]
  Earlier: The owner: It was a hundred. [1]

  [1] Esk Herald · 4 May 2031 · Quarry closes · quarry.txt
      “Ninety people worked there.”

1 article · newest source 4 May 2031 (2 days before today)
`,
		},
		"disputed": {
			answer.Answer{
				Verdict: answer.Disputed, Sources: answer.Sources{Articles: 2, Independent: 1},
				Sides: []answer.Side{{Who: "The owner", Sentences: []int{1}}, {Who: "The union", Sentences: []int{2}}},
				Sentences: []answer.Sentence{
					{Text: "The quarry opened in May.", Speaker: "The mayor", Earlier: true, Citations: []answer.Citation{quarry}},
					{Text: "Ninety.", Speaker: "The owner", Citations: []answer.Citation{quarry}}, {Text: "Seventy.", Citations: []answer.Citation{union}},
				},
				Dropped: []answer.Dropped{{Text: "Eighty."}}, Note: "The model did not answer.", SearchedFor: "quarry",
			},
			`Searched for: quarry
The articles disagree. Here is who says what.
According to The owner:
  Ninety. [1]
According to The union:
  Seventy. [2]
Also reported:
  Earlier: The mayor: The quarry opened in May. [1]

  [1] Esk Herald · 4 May 2031 · Quarry closes · quarry.txt
      “Ninety people worked there.”
  [2] https://example.org/union
      “We counted seventy.”

2 articles, 1 independent
1 sentence was not shown: not proved by its source.
The model did not answer.
`,
		},
		"not covered, with a next step": {
			answer.Answer{Verdict: answer.NotCovered, Next: []string{"Quarry closes"}},
			"The articles do not cover this.\n  Near it, the articles tell of:\n  - Quarry closes\n",
		},
		"steers no terminal": {
			answer.Answer{Verdict: answer.Answered, Sentences: []answer.Sentence{{Text: "Red \x1b[31malert\x07\u202e", Citations: []answer.Citation{union}}}, Sources: answer.Sources{Articles: 1}},
			"  Red [31malert [2]\n\n  [2] https://example.org/union\n      “We counted seventy.”\n\n1 article\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			newPage(&b, func(string) string { return "" }).answer(c.a, time.Date(2031, 5, 6, 23, 0, 0, 0, time.UTC))
			if diff := cmp.Diff(c.want, b.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWrapKeepsEveryWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.StringMatching(`[a-zé漢]{1,12}`)).Draw(t, "words")
		width := rapid.IntRange(1, 40).Draw(t, "width")
		text := strings.Join(words, " ")
		lines := wrap(text, width)
		if got := strings.Join(lines, " "); got != text {
			t.Fatalf("%q became %q", text, got)
		}
		for _, l := range lines {
			if len([]rune(l)) > width && strings.Contains(l, " ") {
				t.Fatalf("%q is wider than %d and could be broken", l, width)
			}
		}
	})
}
