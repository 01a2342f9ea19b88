package intake

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"parley/article"
	"parley/fault"
)

// leastProse is how many letters of prose a page must have to be an article, about one sentence and a half.
const leastProse = 80

// heavy is the number of elements above which trafilatura is not asked: its work grows with the square of a page. Pages of news
// have some hundreds to a few thousand.
const heavy = 10_000

// page takes the article out of a page. link is where it was fetched, nil for a file.
func (in *Intake) page(ctx context.Context, what, source string, link *url.URL, contentType string, data []byte) (article.Document, error) {
	raw := article.Valid(decode(data, contentType, true))
	doc, err := html.Parse(strings.NewReader(raw))
	if err != nil {
		return article.Document{}, fault.New(what+" could not be read as a web page. Nothing was added; paste its text instead.", err)
	}
	var second *trafilatura.ExtractResult
	if elements(doc) <= heavy {
		second = extract(raw, link)
	}
	if err := ctx.Err(); err != nil {
		return article.Document{}, stopped(err)
	}
	told := readFacts(doc)
	pruneUnseen(doc)
	pruneFurniture(doc, holdersOf(doc, second))
	lines := articleLines(doc, second)
	if proseOf(lines) < leastProse {
		return article.Document{}, fault.New(what+" holds no article that can be read. Nothing was added; paste its text instead.", nil)
	}
	body, marks := compose(lines)
	if int64(len(body)) > in.opts.TextBytes {
		return article.Document{}, tooLarge(what, in.opts.TextBytes)
	}
	parsed := article.Parse(source, body, told.meta(second, link, body), marks)
	if parsed.Body == body {
		dateEntries(parsed.Passages, lines)
	}
	if parsed.Publisher == "" && link != nil {
		parsed.Publisher = host(link)
	}
	return finish(parsed), nil
}

// extract asks trafilatura for the page's main text and facts. It returns nil where it fails, which a hostile page may cause: the
// page's own markup is then all that there is.
func extract(raw string, link *url.URL) (result *trafilatura.ExtractResult) {
	defer func() {
		if recover() != nil {
			result = nil
		}
	}()
	// The fast date mode reads the date where a page gives it; the extensive one also guesses from any date in the text.
	got, err := trafilatura.Extract(strings.NewReader(raw), trafilatura.Options{OriginalURL: link, EnableFallback: true,
		ExcludeComments: true, HtmlDateMode: trafilatura.Fast})
	if err != nil {
		return nil
	}
	return got
}

func elements(doc *html.Node) int {
	n := 0
	for d := range doc.Descendants() {
		if d.Type == html.ElementNode {
			n++
		}
	}
	return n
}

// articleLines returns the lines of the article in doc. They are always the page's own lines, never trafilatura's, which rewrites
// white space and loses parts of pages that are made of entries; it only has a say in which.
func articleLines(doc *html.Node, second *trafilatura.ExtractResult) []line {
	lines, roots := linesOf(doc)
	kept := keptBy(second, lines)
	if best := choose(lines, roots, kept); best >= 0 {
		lines, kept = within(lines, roots, kept, best)
	} else {
		lines, kept = around(lines, kept)
	}
	return joinTimes(unlinked(agreed(lines, kept)))
}

// agreed drops the labels among lines: short, unfinished, and left out by trafilatura, which found nearly all of the prose. Headings
// stay while something follows under them.
func agreed(lines []line, kept []bool) []line {
	var all weight
	for i, l := range lines {
		all.add(weightOf(l, kept[i]))
	}
	if all.kept*10 < all.prose*8 {
		return lines
	}
	var out []line
	follows := false
	for i, l := range slices.Backward(lines) {
		text := kept[i] || l.prose() || l.level == 0 && l.stands()
		if text || l.level == 1 || l.level > 0 && follows {
			out = append(out, l)
			follows = true
		}
	}
	slices.Reverse(out)
	return out
}

// keptBy says for each line whether trafilatura has it. All false where there is no second opinion.
func keptBy(second *trafilatura.ExtractResult, lines []line) []bool {
	kept := make([]bool, len(lines))
	if second == nil || second.ContentNode == nil {
		return kept
	}
	theirs, _ := linesOf(second.ContentNode)
	have := make(map[string]bool, len(theirs))
	var all strings.Builder
	for _, l := range theirs {
		have[fold(l.text)] = true
		all.WriteString(fold(l.text) + " ")
	}
	text := all.String()
	for i, l := range lines {
		f := fold(l.text)
		// They join lines that a <br> parts; a search through the whole is for prose alone, and for pages of sane length.
		kept[i] = have[f] || l.prose() && len(lines) < 5000 && strings.Contains(text, f)
	}
	return kept
}

// longPart is how many letters of prose make a part of a page whose name is not believed when trafilatura kept nearly all of it.
const longPart = 300

// holdersOf returns the elements that hold more than half of the prose that trafilatura found in doc, and those long ones of which
// it kept four fifths. It has none where trafilatura found none.
func holdersOf(doc *html.Node, second *trafilatura.ExtractResult) map[*html.Node]bool {
	lines, _ := linesOf(doc)
	total, held := 0, map[*html.Node]weight{}
	for i, kept := range keptBy(second, lines) {
		w := weightOf(lines[i], kept)
		if w.prose == 0 {
			continue
		}
		total += w.kept
		for n := lines[i].block; n != nil; n = n.Parent {
			sum := held[n]
			sum.add(w)
			held[n] = sum
		}
	}
	most := map[*html.Node]bool{}
	for n, w := range held {
		most[n] = w.kept*2 > total || w.kept >= longPart && w.kept*5 >= w.prose*4
	}
	return most
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// choose returns the index of the root that holds the article, or -1 where none does. It is the smallest root that holds four
// fifths of the prose of the heaviest one, or half of it and the page's first headline, so that a page's frame gives way to its
// article while a live blog, whose entries are roots of their own, is taken whole. Where trafilatura finds most of the article
// outside of every root, none is chosen.
func choose(lines []line, roots []root, kept []bool) int {
	if len(roots) == 0 {
		return -1
	}
	total := 0
	weights := make([]weight, len(roots))
	for i, l := range lines {
		w := weightOf(l, kept[i])
		total += w.kept
		if l.root >= 0 {
			weights[l.root].add(w)
		}
	}
	// Roots stand in document order, so that each is behind the one around it.
	for i := len(roots) - 1; i >= 0; i-- {
		if p := roots[i].parent; p >= 0 {
			weights[p].add(weights[i])
		}
	}
	best := 0
	for i, w := range weights {
		if w.prose > weights[best].prose {
			best = i
		}
	}
	all := weights[best]
	if all.prose < leastProse || all.kept*2 < total {
		return -1
	}
	for i := best + 1; i < len(roots); i++ {
		if w := weights[i]; inside(roots, i, best) && (w.prose*5 >= all.prose*4 || w.headlines > 0 && w.prose*2 >= all.prose) {
			best = i
		}
	}
	return best
}

// weight is what a root holds: letters of prose, those of them that trafilatura kept, and headlines (<h1>).
type weight struct{ prose, kept, headlines int }

func (w *weight) add(more weight) {
	w.prose += more.prose
	w.kept += more.kept
	w.headlines += more.headlines
}

func weightOf(l line, kept bool) weight {
	var w weight
	if l.level == 1 {
		w.headlines = 1
	}
	if l.prose() {
		w.prose = weigh(l.text)
		if kept {
			w.kept = w.prose
		}
	}
	return w
}

// inside says that root i is root outer or lies within it.
func inside(roots []root, i, outer int) bool {
	for ; i >= outer; i = roots[i].parent {
		if i == outer {
			return true
		}
	}
	return false
}

func within(lines []line, roots []root, kept []bool, best int) (in []line, keptIn []bool) {
	for i, l := range lines {
		if inside(roots, l.root, best) {
			in, keptIn = append(in, l), append(keptIn, kept[i])
		}
	}
	return in, keptIn
}

// around returns what trafilatura kept of a page without a usable root, with the prose that stands beside it under the same
// element and the headings between; all prose with its headings where it kept nothing.
func around(lines []line, kept []bool) (out []line, keptOut []bool) {
	parents := map[*html.Node]bool{}
	for i, l := range lines {
		if kept[i] && l.prose() && l.block.Parent != nil {
			parents[l.block.Parent] = true
		}
	}
	alone := len(parents) == 0
	first, last := -1, -1
	for i, l := range lines {
		if l.prose() && (alone || kept[i] || parents[l.block.Parent]) {
			kept[i] = true
			if last = i; first < 0 {
				first = i
			}
		}
	}
	for i, l := range lines {
		heading := l.level > 0 && i < last && (i > first || first >= 0 && i == first-1)
		if kept[i] || heading {
			out, keptOut = append(out, l), append(keptOut, kept[i])
		}
	}
	return out, keptOut
}

// unlinked drops lines that are there to be clicked. A heading that is a link stays while prose follows it (an entry's own link).
func unlinked(lines []line) []line {
	var out []line
	for i, l := range lines {
		if l.mostlyLink() && (l.level == 0 || i+1 == len(lines) || lines[i+1].level > 0) {
			continue
		}
		out = append(out, l)
	}
	return out
}

// joinTimes puts the time that stands alone above or below an entry's heading on the heading's line, as a reader takes them
// together, and makes it the heading where the entry has no other. A time before any prose dates the page, not an entry.
func joinTimes(lines []line) []line {
	var out []line
	begun := false
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		begun = begun || l.prose()
		switch {
		case !l.timed || l.level > 0:
		case i+1 < len(lines) && lines[i+1].level > 1:
			next := lines[i+1]
			next.text, next.at = l.text+" "+next.text, l.at
			l = next
			i++
		case len(out) > 0 && out[len(out)-1].level > 1:
			above := &out[len(out)-1]
			above.text, above.at = above.text+" "+l.text, l.at
			continue
		case begun && i+1 < len(lines) && lines[i+1].prose():
			l.kind, l.level = article.Heading, 2
		}
		out = append(out, l)
	}
	return out
}

func proseOf(lines []line) int {
	n := 0
	for _, l := range lines {
		if l.prose() {
			n += weigh(l.text)
		}
	}
	return n
}

// dateEntries gives passages the time of the entry that they stand in, where its heading holds a <time> and the words alone did
// not say. Lines lie in the body in the order and with the distances of compose.
func dateEntries(passages []article.Passage, lines []line) {
	var at article.When
	level, from := 0, 0
	for i, l := range lines {
		if i > 0 {
			from += gap(lines, i)
		}
		if l.level > 1 && (!l.at.IsZero() || l.level <= level) {
			at, level = l.at, l.level
		}
		from += len(l.text)
		for len(passages) > 0 && passages[0].Start < from {
			if passages[0].At.IsZero() {
				passages[0].At = at
			}
			passages = passages[1:]
		}
	}
}

// gap is how many line ends stand before line i: two, or one between items of a list.
func gap(lines []line, i int) int {
	if lines[i].kind == article.ListItem && lines[i-1].kind == article.ListItem {
		return 1
	}
	return 2
}

// compose writes the lines one under another, an empty line between two unless both are items of a list, and marks what each is.
func compose(lines []line) (string, []article.Mark) {
	var b strings.Builder
	var marks []article.Mark
	for i, l := range lines {
		if i > 0 {
			b.WriteString("\n\n"[:gap(lines, i)])
		}
		start := b.Len()
		b.WriteString(l.text)
		if l.kind != article.Paragraph {
			marks = append(marks, article.Mark{Span: article.Span{Start: start, End: b.Len()}, Kind: l.kind})
		}
	}
	return b.String(), marks
}
