package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/rivo/uniseg"
	"golang.org/x/term"

	"parley/answer"
)

// page prints for a reader: wrapped and with weight in a terminal, plain lines anywhere else.
type page struct {
	w io.Writer
	// width is the number of columns to wrap at, 0 for never.
	width int
	// ink says that the terminal shows weight.
	ink bool
}

// readable bounds the width: longer lines are hard to read, and very narrow ones are a terminal that does not know.
const (
	widest    = 96
	narrowest = 30
)

func newPage(w io.Writer, getenv func(string) string) *page {
	f := terminal(w)
	if f == nil {
		return &page{w: w}
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width < narrowest {
		width = widest
	}
	return &page{w: w, width: min(width, widest), ink: getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"}
}

func (g *page) bold(s string) string { return g.weigh("1", s) }
func (g *page) dim(s string) string  { return g.weigh("2", s) }

func (g *page) weigh(code, s string) string {
	if !g.ink || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// line prints text after first, its further lines under hang blanks. The text is made plain; first is trusted.
func (g *page) line(first string, hang int, text string, weight func(string) string) {
	for i, l := range wrap(oneLine(text), g.width-hang) {
		lead := first
		if i > 0 {
			lead = strings.Repeat(" ", hang)
		}
		fmt.Fprintln(g.w, lead+weight(l))
	}
}

func (g *page) blank() { fmt.Fprintln(g.w) }

func asIs(s string) string { return s }

// wrap breaks text at blanks into lines of at most width columns; a longer word has a line of its own.
func wrap(text string, width int) []string {
	if width <= 0 || uniseg.StringWidth(text) <= width {
		return []string{text}
	}
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		w := uniseg.StringWidth(word)
		if used > 0 && used+1+w > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+w
	}
	return append(lines, line)
}

// answer prints an answer as a reader wants it: what is said, who says it, the proof, its age.
func (g *page) answer(a answer.Answer, today time.Time) {
	if a.SearchedFor != "" {
		g.line("", 0, "Searched for: "+a.SearchedFor, g.dim)
	}
	if head := headline(a); head != "" {
		g.line("", 0, head, g.bold)
	}
	g.sentences(a)
	g.next(a)
	g.sources(cited(a))
	g.age(a, today)
	if n := len(a.Dropped); n > 0 {
		by := "their sources."
		if n == 1 {
			by = "its source."
		}
		g.line("", 0, counted(n, "sentence was", "sentences were")+" not shown: not proved by "+by, g.dim)
	}
	if a.Note != "" {
		g.line("", 0, a.Note, g.dim)
	}
}

func headline(a answer.Answer) string {
	switch a.Verdict {
	case answer.NotCovered:
		return "The articles do not cover this."
	case answer.Partial:
		return "The articles cover only a part of this."
	case answer.Disputed:
		return "The articles disagree. Here is who says what."
	}
	return ""
}

// sentences prints them in order; in a dispute, each side's under its name, then those of no side under a line of their own.
func (g *page) sentences(a answer.Answer) {
	onSide := map[int]bool{}
	for _, side := range a.Sides {
		g.line("", 0, "According to "+side.Who+":", g.bold)
		for _, i := range side.Sentences {
			if i >= 0 && i < len(a.Sentences) {
				onSide[i] = true
				g.sentence(a.Sentences[i], side.Who)
			}
		}
	}
	if len(onSide) > 0 && len(onSide) < len(a.Sentences) {
		g.line("", 0, "Also reported:", g.bold)
	}
	for i, s := range a.Sentences {
		if !onSide[i] {
			g.sentence(s, "")
		}
	}
}

// sentence prints one, with its speaker where neither the text nor who, the name above it, is that.
func (g *page) sentence(s answer.Sentence, who string) {
	text := s.Text
	if s.Speaker != "" && !mentions(text, s.Speaker) && !mentions(who, s.Speaker) {
		text = s.Speaker + ": " + text
	}
	if s.Earlier {
		text = "Earlier: " + text
	}
	g.line("  ", 2, text+" "+marks(s.Citations), asIs)
}

// mentions says that the text names the speaker itself.
func mentions(text, speaker string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(speaker))
}

func marks(cites []answer.Citation) string {
	var b strings.Builder
	for _, c := range cites {
		fmt.Fprintf(&b, "[%d]", c.N)
	}
	return b.String()
}

func (g *page) next(a answer.Answer) {
	if a.Verdict != answer.NotCovered {
		return
	}
	if len(a.Next) == 0 {
		g.line("  ", 2, "Ask with other words, or add an article that tells of it.", asIs)
		return
	}
	g.line("  ", 2, "Near it, the articles tell of:", asIs)
	for _, heading := range a.Next {
		g.line("  - ", 4, heading, asIs)
	}
}

// sources prints each citation once, in the order of its number's first use, under where it stands.
func (g *page) sources(cites []answer.Citation) {
	seen := map[int]bool{}
	for _, c := range cites {
		if seen[c.N] {
			continue
		}
		if len(seen) == 0 {
			g.blank()
		}
		seen[c.N] = true
		number := fmt.Sprintf("  [%d] ", c.N)
		g.line(number, len(number), origin(c), g.dim)
		g.line(strings.Repeat(" ", len(number)), len(number), "“"+c.Quote+"”", asIs)
	}
}

// cited are the citations of all sentences.
func cited(a answer.Answer) []answer.Citation {
	var cites []answer.Citation
	for _, s := range a.Sentences {
		cites = append(cites, s.Citations...)
	}
	return cites
}

// trace prints how a model's answer came to be, where it is to be shown.
func (g *page) trace(t *answer.Trace) {
	if t == nil {
		return
	}
	g.blank()
	cost := joined(", ", t.Model, fmt.Sprintf("prompt version %s: %s, %d tokens in, %d out", t.Prompt, counted(t.Usage.Calls, "call", "calls"), t.Usage.In, t.Usage.Out))
	if t.Cached {
		cost += " (remembered; this time it cost nothing)"
	}
	g.line("", 0, cost, g.dim)
	for _, s := range t.Sent {
		g.line("  ", 2, fmt.Sprintf("%s: %s, bytes %d to %d", s.Key, s.Article, s.Start, s.End), g.dim)
	}
	for _, r := range t.Rounds {
		g.line("  ", 4, joined(" ", r.Name+":", r.Error, r.Reply), g.dim)
	}
	for _, s := range t.Steps {
		g.line("  ", 4, fmt.Sprintf("%s, %s: %s", s.Verdict, s.Became, s.Text), g.dim)
		for _, r := range s.Reasons {
			g.line("    - ", 6, because(r), g.dim)
		}
	}
}

// origin says where a quote stands: outlet, date, title, and the file or link. What is not known is left out.
func origin(c answer.Citation) string {
	where := c.URL
	if where == "" {
		where = c.Article
	}
	return joined(" · ", c.Publisher, day(c.Published), c.Title, where)
}

func (g *page) age(a answer.Answer, today time.Time) {
	if len(a.Sentences) == 0 {
		return
	}
	said := counted(a.Sources.Articles, "article", "articles")
	if a.Sources.Independent > 0 && a.Sources.Independent < a.Sources.Articles {
		said += fmt.Sprintf(", %d independent", a.Sources.Independent)
	}
	if newest, err := time.Parse(time.DateOnly, a.AsOf); err == nil {
		said += " · newest source " + day(a.AsOf) + ago(newest, today)
	}
	g.blank()
	g.line("", 0, said, g.dim)
}

// ago says how long before today newest was, in whole days of UTC.
func ago(newest, today time.Time) string {
	switch days := int(today.UTC().Truncate(24*time.Hour).Sub(newest).Hours() / 24); {
	case days < 0:
		return ""
	case days == 0:
		return " (today)"
	default:
		return " (" + counted(days, "day", "days") + " before today)"
	}
}

// day writes 2006-01-02 as a reader does; anything else stays as it is.
func day(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return t.Format("2 January 2006")
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// joined is the parts that are not empty, with sep between.
func joined(sep string, parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, sep)
}
