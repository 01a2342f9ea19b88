package bot

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley/answer"
	"parley/article"
)

var update = flag.Bool("update", false, "write the golden cards anew")

var today = time.Date(2031, time.March, 12, 9, 0, 0, 0, time.UTC)

// TestGoldenCards keeps each card as a reader sees it: testdata/cards/NAME.json is the answer, NAME.txt the card.
func TestGoldenCards(t *testing.T) {
	files, err := filepath.Glob("testdata/cards/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no cards to test", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			var a answer.Answer
			data, err := os.ReadFile(file)
			if err == nil {
				err = json.Unmarshal(data, &a)
			}
			if err != nil {
				t.Fatal(err)
			}
			golden(t, strings.TrimSuffix(file, ".json")+".txt", wholeCard(a))
		})
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// wholeCard is every page of an answer and of its sources as a reader sees them, with the buttons below.
func wholeCard(a answer.Answer) string {
	var b strings.Builder
	c := newCard(a, a.Question, today)
	for n, page := range c.pages {
		fmt.Fprintf(&b, "=== page %d of %d\n%s\n%s\n", n+1, len(c.pages), asRead(page), labels(c.buttons("1", n)))
	}
	if c.cited {
		for n, page := range sourcePages(a, nil) {
			fmt.Fprintf(&b, "=== sources, page %d\n%s\n", n+1, asRead(page))
		}
	}
	return b.String()
}

func labels(rows []discordgo.MessageComponent) string {
	line := ""
	for _, row := range rows {
		for _, c := range row.(discordgo.ActionsRow).Components {
			line += "[" + c.(discordgo.Button).Label + "] "
		}
	}
	return strings.TrimSpace(line)
}

var (
	linked = regexp.MustCompile(`\[([^\[\]]+)\]\(<([^>]+)>\)`)
	bold   = regexp.MustCompile(`\*\*(.+?[^\\])\*\*`)
	italic = regexp.MustCompile(`(^|\s)\*([^*\\ ][^*]*)\*(\s)`)
	slash  = regexp.MustCompile(`\\([^\w\s])`)
)

// asRead is a page as a phone shows it: links as words with their address behind, small text after a bar, bold without its stars.
func asRead(page string) string {
	var all []string
	for _, l := range strings.Split(page, "\n") {
		switch {
		case strings.HasPrefix(l, "-# "):
			l = "  (small) " + l[3:]
		case strings.HasPrefix(l, "> "):
			l = "  | " + l[2:]
		case strings.HasPrefix(l, "- "):
			l = "  • " + l[2:]
		}
		l = linked.ReplaceAllString(l, "$1 ‹$2›")
		l = bold.ReplaceAllString(l, "$1")
		l = italic.ReplaceAllString(l, "$1$2$3")
		l = slash.ReplaceAllString(l, "$1")
		all = append(all, strings.ReplaceAll(l, breaker, ""))
	}
	return strings.Join(all, "\n")
}

// anyText draws text that a hostile article may hold.
func anyText(most int) *rapid.Generator[string] {
	scraps := []string{"@everyone ", "<@123> ", "[x](https://e.example) ", "**", "`", "```", "\n", "\n# ", "\n> ", "\n- ", "||", "<t:1:R>",
		"://", "discord.gg/x ", "\\", "(", ")", "[1]", "word ", "river ", "eleven ", "ودیا ", "水", "é", "\u202e", "1. ", ":x: "}
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(scraps), 0, most).Draw(t, "scraps"), "")
	})
}

func anyAnswer() *rapid.Generator[answer.Answer] {
	return rapid.Custom(func(t *rapid.T) answer.Answer {
		verdicts := []answer.Verdict{answer.Answered, answer.Disputed, answer.Partial}
		a := answer.Answer{Verdict: rapid.SampledFrom(verdicts).Draw(t, "verdict"), AsOf: "2031-03-01", Note: anyText(60).Draw(t, "note"),
			SearchedFor: anyText(60).Draw(t, "searched"), Sources: answer.Sources{Articles: 3, Independent: 2}}
		n := 0
		for range rapid.IntRange(1, 8).Draw(t, "sentences") {
			s := answer.Sentence{Text: "Said " + anyText(rapid.SampledFrom([]int{10, 60, 600}).Draw(t, "length")).Draw(t, "text"), Speaker: anyText(9).Draw(t, "speaker")}
			for range rapid.IntRange(1, 12).Draw(t, "citations") {
				n++
				s.Citations = append(s.Citations, answer.Citation{N: n, ArticleID: 1, Version: 1, Article: "a.txt", Title: anyText(30).Draw(t, "title"),
					Publisher: anyText(30).Draw(t, "publisher"), URL: "https://n.example/" + strings.Repeat("p", rapid.IntRange(0, 400).Draw(t, "path")),
					Published: "2031-03-01", Quote: "Cited " + anyText(rapid.SampledFrom([]int{5, 400}).Draw(t, "quotes")).Draw(t, "quote")})
			}
			a.Sentences = append(a.Sentences, s)
		}
		if rapid.Bool().Draw(t, "sided") {
			a.Sides = []answer.Side{{Who: anyText(9).Draw(t, "who"), Sentences: []int{0}}, {Who: "others", Sentences: []int{len(a.Sentences) - 1, 99}}}
		}
		return a
	})
}

var marker = regexp.MustCompile(`(?m)\[(\d+)\]`)

// TestPagesHold: whatever an answer holds, its pages fit, every number that is shown has its source on the same page, nothing of
// a sentence is lost, and no link stands there but those to the sources.
func TestPagesHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyAnswer().Draw(t, "answer")
		c := newCard(a, anyText(60).Draw(t, "question"), today)
		shown := ""
		for n, page := range c.pages {
			if width(page) > pageLimit {
				t.Fatalf("page %d is %d wide", n+1, width(page))
			}
			complete(t, page)
			harmless(t, page)
			shown += page
		}
		words := squeeze(asRead(shown))
		for _, s := range a.Sentences {
			for _, piece := range piecesOf(oneLine(s.Text), pieceLimit) {
				if !strings.Contains(words, squeeze(asRead(piece))) {
					t.Fatalf("%q is not shown", piece)
				}
			}
		}
	})
}

// complete fails where a number has no source on the page, or where a source stands without a sentence.
func complete(t *rapid.T, page string) {
	count := map[string]int{}
	for _, m := range marker.FindAllStringSubmatch(linked.ReplaceAllString(page, "link"), -1) {
		count[m[1]]++
	}
	for n, times := range count {
		if times < 2 {
			t.Fatalf("[%s] stands alone on a page:\n%s", n, page)
		}
	}
}

// harmless fails where anything but the card's own links and marks is active.
func harmless(t *rapid.T, page string) {
	rest := linked.ReplaceAllStringFunc(page, func(l string) string {
		if !strings.Contains(l, "](<https://n.example/") {
			t.Fatalf("a link of somebody else's: %s", l)
		}
		return "link"
	})
	for _, sign := range active {
		for _, l := range strings.Split(rest, "\n") {
			if found := sign.FindString(l); found != "" {
				t.Fatalf("%q is active in %q", found, l)
			}
		}
	}
	if strings.Contains(rest, "](") || strings.Count(rest, "**")%2 != 0 {
		t.Fatalf("marks are left open in:\n%s", rest)
	}
}

// TestSourcePagesHold: every quote is there whole.
func TestSourcePagesHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyAnswer().Draw(t, "answer")
		shown := ""
		withdrawn := map[article.ID]string{}
		if rapid.Bool().Draw(t, "withdrawn") {
			withdrawn[1] = anyText(60).Draw(t, "reason")
		}
		for n, page := range sourcePages(a, withdrawn) {
			if width(page) > pageLimit {
				t.Fatalf("page %d is %d wide", n+1, width(page))
			}
			harmless(t, page)
			shown += "\n" + page
		}
		for _, c := range citations(a) {
			for _, piece := range piecesOf(oneLine(c.Quote), quoteLimit) {
				if !strings.Contains(shown, piece) {
					t.Fatalf("%q is not shown", piece)
				}
			}
		}
	})
}

func TestSilenceSaysWhatToDo(t *testing.T) {
	a := answer.Answer{Verdict: answer.NotCovered, Next: slices.Repeat([]string{strings.Repeat("<@1>", 100)}, 9)}
	c := newCard(a, strings.Repeat("`", 900), today)
	if len(c.pages) != 1 || width(c.pages[0]) > pageLimit || c.cited {
		t.Errorf("%d pages, %d wide, cited %v", len(c.pages), width(c.pages[0]), c.cited)
	}
	if !strings.Contains(c.pages[0], "/article add") {
		t.Error("no next step")
	}
}

func TestCustomIDs(t *testing.T) {
	for _, id := range []string{"", "1234567890123456789", strings.Repeat("9", 64)} {
		made := button("x", sourcePage, id, 1<<40)
		what, got, n, ok := press(made.CustomID)
		if what != sourcePage || got != id || n != 1<<40 || !ok || len(made.CustomID) > 100 {
			t.Errorf("%q read as %q %q %d %v", made.CustomID, what, got, n, ok)
		}
	}
	for _, wrong := range []string{"", "more", "more:1", "more:1:x", "more:1:-1", "more:1:2:3"} {
		if _, _, _, ok := press(wrong); ok {
			t.Errorf("%q was taken", wrong)
		}
	}
}
