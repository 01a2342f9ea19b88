package answer

import (
	"context"
	"fmt"
	"time"

	"parley/article/names"
)

// Desk answers questions over an index. It holds no state of its own: one Desk serves every guild.
type Desk struct {
	// Now is the clock; time.Now where nil. Only durations are read from it.
	Now func() time.Time
	// Author writes answers through a model; where nil they are the articles' own sentences.
	Author *Author
}

// New returns a Desk that answers with the articles' own sentences.
func New() *Desk { return &Desk{} }

const (
	// shown is how many passages an answer reports as retrieved.
	shown = 10
	// read is how many of the best passages lend sentences.
	read = 10
)

// found is what a search came to.
type found struct {
	query     query
	book      *names.Book
	matcher   *matcher
	views     []*view
	corpus    Corpus
	corrected string
	// understood is the share of a question in another language that was put into English to be looked for; 0 where it was looked for as it is.
	understood float64
}

// Ask answers one question. An empty index, an unreadable question and a question that nothing covers are no errors.
func (d *Desk) Ask(ctx context.Context, ix Index, q Question) (Answer, error) {
	start := d.now()
	f, err := d.find(ctx, ix, q)
	if err != nil {
		return Answer{}, fmt.Errorf("answer: %w", err)
	}
	a := Answer{ID: q.ID, Question: q.Text, Mode: Extractive, Sentences: []Sentence{}, SearchedFor: f.corrected}
	a.Passages = retrieved(f.views, shown, false)
	if err := f.compose(ctx, ix, &a); err != nil {
		return Answer{}, fmt.Errorf("answer: %w", err)
	}
	if d.Author != nil && !f.query.atLarge {
		a = d.Author.answer(ctx, d, ix, q, f, a)
	}
	a.ElapsedMS = float64(d.now().Sub(start).Microseconds()) / 1000
	return a, nil
}

// Search returns at most limit passages, best first, with their features, and the question as searched where its spelling was corrected.
func (d *Desk) Search(ctx context.Context, ix Index, q Question, limit int) ([]Retrieved, string, error) {
	f, err := d.find(ctx, ix, q)
	if err != nil {
		return nil, "", fmt.Errorf("search: %w", err)
	}
	return retrieved(f.views, limit, true), f.corrected, nil
}

func (d *Desk) now() time.Time {
	if d.Now != nil {
		return d.Now()
	}
	return time.Now()
}

// find looks for what answers a question, in its own language and then in English.
func (d *Desk) find(ctx context.Context, ix Index, q Question) (*found, error) {
	book, err := ix.Names(ctx)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	f, err := d.search(ctx, ix, q, book)
	if err != nil || !f.query.foreign() {
		return f, err
	}
	return d.inEnglish(ctx, ix, q, f)
}

// search proposes, scores and sorts the passages for a question.
func (d *Desk) search(ctx context.Context, ix Index, q Question, book *names.Book) (*found, error) {
	asked := clip(q.Text, maxQuestionBytes)
	text, err := respell(ctx, asked, book, ix)
	if err != nil {
		return nil, fmt.Errorf("spelling: %w", err)
	}
	f := &found{query: parse(text, book), book: book}
	toks := takenApart(f.query.text, f.query.lang)
	if f.query.atLarge = len(q.History) == 0 && atLarge(toks) || atLargeAfter(toks); !f.query.atLarge {
		follow(&f.query, toks, q.History, book)
	}
	if f.corrected, err = correct(ctx, &f.query, ix); err != nil {
		return nil, fmt.Errorf("spelling: %w", err)
	}
	if f.corrected == "" && text != asked {
		f.corrected = f.query.text
	}
	if f.corpus, err = ix.Corpus(ctx); err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	terms := f.query.terms(f.corpus.Passages)
	df, err := ix.DocFreq(ctx, terms)
	if err != nil {
		return nil, fmt.Errorf("document frequencies: %w", err)
	}
	f.query.weigh(df, f.corpus.Passages)
	f.matcher = newMatcher(&f.query, book)
	cands, err := ix.Propose(ctx, f.query.sought(df, f.corpus.Passages), proposals(f.corpus.Passages))
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	f.views = f.matcher.views(cands)
	f.matcher.rank(f.views, averageLength(f.views))
	f.corrected = asWritten(f.corrected, &f.query, f.views)
	return f, nil
}

func averageLength(views []*view) float64 {
	n := 0
	for _, v := range views {
		n += len(v.toks)
	}
	return max(1, float64(n)/float64(max(1, len(views))))
}

func retrieved(views []*view, limit int, explain bool) []Retrieved {
	out := []Retrieved{}
	for _, v := range views[:min(limit, len(views))] {
		r := Retrieved{ArticleID: v.ArticleID, Article: v.Source, Start: v.Passage.Start, End: v.Passage.End, Text: v.Passage.Text, Score: v.score}
		if explain {
			r.Features, r.Parts = map[string]float64{}, map[string]float64{}
			for i, name := range featureNames {
				r.Features[name], r.Parts[name] = v.features[i], v.features[i]*passageWeights[i]
			}
		}
		out = append(out, r)
	}
	return out
}

// choices are the sentences of the best passages, best first.
func (f *found) choices() []*choice {
	return f.matcher.choices(f.views[:min(read, len(f.views))])
}

// headings are what stands near the question, for a reader who found nothing.
func headings(views []*view) []string {
	var out []string
	seen := map[string]bool{}
	for _, v := range views {
		for _, h := range []string{v.Passage.Heading, v.Meta.Title} {
			if h != "" && !seen[h] && len(out) < 3 {
				seen[h] = true
				out = append(out, h)
			}
		}
	}
	return out
}
