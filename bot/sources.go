package bot

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parley/answer"
	"parley/article"
)

// quoteLimit is the longest piece of a quote on one page, in UTF-16 units after escaping.
const quoteLimit = 1050

// reasonLimit is how much of a withdrawal's reason stands beside a source, in the same units.
const reasonLimit = 120

// sourcePages are the sources of an answer in full, as the button shows them: every quote whole, on as many pages as it takes.
// withdrawn are the reasons of those that may not be cited any more.
func sourcePages(a answer.Answer, withdrawn map[article.ID]string) []string {
	var pages []string
	page := ""
	for _, block := range sourceBlocks(a, withdrawn) {
		if page != "" && width(page)+1+width(block) > pageLimit {
			pages = append(pages, page)
			page = ""
		}
		page = strings.TrimPrefix(page+"\n"+block, "\n")
	}
	return append(pages, page)
}

// sourceBlocks are what must not be cut: a source with its quote, or a further piece of a very long quote.
func sourceBlocks(a answer.Answer, withdrawn map[article.ID]string) []string {
	var all []string
	for _, c := range citations(a) {
		name := c.Title
		if name == "" {
			name = outlet(c)
		}
		block := fmt.Sprintf("**[%d]** %s%s", c.N, masked(name, c.URL, 120), origin(c))
		if reason, is := withdrawn[c.ArticleID]; is {
			block += "\n-# **Withdrawn since:** " + plainClip(reason, reasonLimit)
		}
		for i, piece := range piecesOf(oneLine(c.Quote), quoteLimit) {
			if i > 0 {
				block = fmt.Sprintf("**[%d]** (the quote goes on)", c.N)
			}
			all = append(all, block+"\n> “"+piece+"”")
		}
	}
	return all
}

// origin is the line under a source's title: outlet, day, and the version that was quoted.
func origin(c answer.Citation) string {
	var parts []string
	if c.Publisher != "" && c.Title != "" {
		parts = append(parts, plainClip(c.Publisher, speakerLimit))
	}
	if day := shortDay(c.Published); day != "" {
		parts = append(parts, day)
	}
	parts = append(parts, fmt.Sprintf("article %d, version %d", c.ArticleID, c.Version))
	return "\n-# " + strings.Join(parts, " · ")
}

// cited are the articles that an answer rests on, each once.
func cited(a answer.Answer) []article.ID {
	var ids []article.ID
	for _, c := range citations(a) {
		if !slices.Contains(ids, c.ArticleID) {
			ids = append(ids, c.ArticleID)
		}
	}
	return ids
}

// citations are the citations of an answer, each number once, in order.
func citations(a answer.Answer) []answer.Citation {
	byN := map[int]answer.Citation{}
	for _, s := range a.Sentences {
		for _, c := range s.Citations {
			if _, ok := byN[c.N]; !ok {
				byN[c.N] = c
			}
		}
	}
	all := make([]answer.Citation, 0, len(byN))
	for _, c := range byN {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b answer.Citation) int { return cmp.Compare(a.N, b.N) })
	return all
}
