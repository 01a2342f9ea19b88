package answer

import (
	"context"
	"fmt"
	"strings"

	"parley/article"
	"parley/article/analysis"
)

// Newsstand lays out the newest articles. An Index may be one; otherwise a question for the news at large is not covered.
type Newsstand interface {
	// Newest returns the opening passages of at most limit live articles, in order: the article first that was published last;
	// those that state no day follow, the one first that was added last.
	Newest(ctx context.Context, limit int) ([]Candidate, error)
}

const (
	// laidOut is how many articles are looked through for an overview, and told how many of them are shown.
	laidOut, toldOf = 12, 5
	// leadTokens is from how many tokens a sentence can open a report: a headline or a place and a day is shorter.
	leadTokens = 10
)

// newsWords ask for the news at large; besideNews may stand beside them and add no topic.
var (
	newsWords  = words("latest newest new news update updates updated happening happened happens summary summarise summarize recap tldr overview headlines headline developments development missed know known going up")
	besideNews = words("today now so far right currently everything all situation story crisis article articles any anything whats what's happen give me us please pls quick short brief catch hey hi hello tell whole recent recently moment on the")
)

// freshNews ask for what is newest, whatever was talked of before.
var freshNews = words("latest newest new news update updates headline headlines")

// atLargeAfter says that a question within a conversation asks for the news at large: it says so, and points to nothing said before.
func atLargeAfter(toks []analysis.Token) bool {
	return atLarge(toks) && anyOf(toks, freshNews) && !points(toks)
}

// atLarge says that a question asks for the news and names no topic: "what's the latest?".
func atLarge(toks []analysis.Token) bool {
	asks := false
	for _, t := range toks {
		switch {
		case newsWords[t.Exact]:
			asks = true
		case !t.Stop && !besideNews[t.Exact]:
			return false
		}
	}
	return asks
}

// overview fills the answer with the openings of the newest articles, one of each text that several share.
func (f *found) overview(ctx context.Context, ix Index, a *Answer) error {
	a.Verdict = NotCovered
	stand, ok := ix.(Newsstand)
	if !ok {
		return nil
	}
	opening, err := stand.Newest(ctx, laidOut)
	if err != nil {
		return fmt.Errorf("newest articles: %w", err)
	}
	f.views = f.matcher.views(opening)
	leads, err := distinct(ctx, ix, openings(f.views))
	if err != nil {
		return err
	}
	shown, err := f.show(ctx, ix, a, leads[:min(toldOf, len(leads))], nil)
	if err != nil || len(shown) == 0 {
		return err
	}
	a.Verdict, a.Confidence = Answered, 1
	a.Note = "These are the openings of the newest articles; ask about one thing for more."
	return f.tally(ctx, ix, a)
}

// openings are the first sentences of the articles that report something, one an article.
func openings(views []*view) []*choice {
	var out []*choice
	seen := map[article.ID]bool{}
	for _, v := range views {
		for i := range v.sents {
			c := &choice{v: v, i: i}
			if seen[v.ArticleID] || !reports(c) {
				continue
			}
			s := c.sentence()
			c.stems = stemSet(v.toks[s.from:s.to])
			seen[v.ArticleID] = true
			out = append(out, c)
		}
	}
	return out
}

// reports says that a sentence can stand for its article: a whole one, long enough, that asks nothing, needs no other and corrects none.
func reports(c *choice) bool {
	s := c.sentence()
	text := strings.TrimRight(c.text(), `"”’'»)`)
	return s.to-s.from >= leadTokens && endsWhole(text) && !leans(c.v.toks[s.from:s.to]) && !corrects(&account{choice: c})
}

func endsWhole(s string) bool {
	for _, end := range []string{".", "!", "…", "।", "۔", "。"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// distinct leaves of articles that share their text the first.
func distinct(ctx context.Context, ix Index, list []*choice) ([]*choice, error) {
	o, ok := ix.(Originator)
	if !ok || len(list) == 0 {
		return list, nil
	}
	ids := make([]article.ID, len(list))
	for i, c := range list {
		ids[i] = c.v.ArticleID
	}
	origins, err := o.Origins(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("origins: %w", err)
	}
	seen := map[article.ID]bool{}
	var out []*choice
	for _, c := range list {
		if origin := origins[c.v.ArticleID]; !seen[origin] {
			seen[origin] = true
			out = append(out, c)
		}
	}
	return out, nil
}
