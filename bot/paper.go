package bot

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"parley/answer"
)

// paper fills pages with lines. A page holds the sources of the sentences that stand on it, so that a number never stands
// without what it points to, and no sentence, link or quote is cut between two pages.
type paper struct {
	// head and foot are the first page's, age is the foot of the others.
	head, foot, age string
}

// detail is how much a page tells of each source.
type detail struct {
	quote, outlet int
	date, link    bool
}

// details go from what a reader wants to what always fits. A page with one sentence takes the first that fits.
var details = []detail{
	{quote: 140, outlet: 60, date: true, link: true},
	{quote: 60, outlet: 60, date: true, link: true},
	{outlet: 40, date: true, link: true},
	{outlet: 40, date: true},
	{outlet: 18},
}

// fill lays the lines on as few pages as will hold them, in order.
func (p paper) fill(all []line) []string {
	var pages []string
	for len(all) > 0 {
		n := 1
		text := p.single(all[0], len(pages))
		for n < len(all) {
			more := p.render(all[:n+1], len(pages), details[0])
			if width(more) > pageLimit {
				break
			}
			n, text = n+1, more
		}
		pages = append(pages, text)
		all = all[n:]
	}
	return pages
}

// single is a page with one line, with as much of its sources as fits.
func (p paper) single(l line, page int) string {
	text := ""
	for _, d := range details {
		if text = p.render([]line{l}, page, d); width(text) <= pageLimit {
			break
		}
	}
	return text
}

// render is a page's text.
func (p paper) render(all []line, page int, d detail) string {
	above, below := p.head, p.foot
	if page > 0 {
		above, below = fmt.Sprintf("-# Page %d", page+1), p.age
	}
	var b strings.Builder
	group := ""
	for i, l := range all {
		if l.group != group {
			group = l.group
			b.WriteString(strings.Repeat("\n", min(i, 1)) + group + "\n")
		}
		b.WriteString(l.text + "\n")
	}
	parts := []string{above, b.String(), sources(all, d), below}
	return strings.Trim(join(parts), "\n")
}

// join puts the parts that are there under one another.
func join(parts []string) string {
	var b strings.Builder
	for _, p := range parts {
		if p != "" {
			b.WriteString(strings.TrimRight(p, "\n") + "\n")
		}
	}
	return b.String()
}

// sources are the lines of the citations on a page, each number once, in order.
func sources(all []line, d detail) string {
	byN := map[int]string{}
	for _, l := range all {
		for _, c := range l.cites[:min(len(l.cites), maxMarkers)] {
			if byN[c.N] == "" {
				byN[c.N] = source(c, d, l.verbatim) + "\n"
			}
		}
	}
	if len(byN) == 0 {
		return ""
	}
	text := "\n"
	for _, n := range slices.Sorted(maps.Keys(byN)) {
		text += byN[n]
	}
	return text
}

// source is one line: number, outlet as a link, day, and the quote's beginning. A quote that the reader has just read as the
// sentence itself is kept shorter.
func source(c answer.Citation, d detail, verbatim bool) string {
	address := ""
	if d.link {
		address = c.URL
	}
	s := fmt.Sprintf("[%d] %s", c.N, masked(outlet(c), address, d.outlet))
	if day := shortDay(c.Published); d.date && day != "" {
		s += ", " + day
	}
	quote := d.quote
	if verbatim {
		quote = min(quote, details[1].quote)
	}
	if quote > 0 {
		s += " — “" + plainClip(c.Quote, quote) + "”"
	}
	return s
}

// outlet is the best name that is known for where a citation comes from.
func outlet(c answer.Citation) string {
	for _, name := range []string{c.Publisher, c.Title, hostOf(c.URL), c.Article} {
		if name != "" {
			return name
		}
	}
	return fmt.Sprintf("article %d", c.ArticleID)
}

// shortDay is a day as 12 Mar 2026, or "" where there is none.
func shortDay(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.Format("2 Jan 2006")
}
