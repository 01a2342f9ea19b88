package answer

import (
	"context"
	"fmt"
	"strings"

	"parley/answer/gate"
	"parley/article"
)

// Originator tells reprints from reports of their own. An Index may be one; otherwise each article counts as an origin.
type Originator interface {
	// Origins returns for each article the one that stands for all which share its text.
	Origins(ctx context.Context, ids []article.ID) (map[article.ID]article.ID, error)
}

// compose fills the answer from what was found: chooses, proves, and says who disagrees.
func (f *found) compose(ctx context.Context, ix Index, a *Answer) error {
	if f.query.atLarge {
		return f.overview(ctx, ix, a)
	}
	all := f.choices()
	a.Confidence = f.sure(all)
	ks := f.camps()
	if done, err := f.comparison(ctx, ix, a, ks); done || err != nil {
		return err
	}
	if a.Confidence < enough {
		a.Verdict, a.Next = NotCovered, headings(f.views)
		return nil
	}
	rs := f.between(ks, f.rivalry(all, f.book))
	picked := lead(together(&f.query, f.pick(all, rs), all), rs)
	shown, err := f.show(ctx, ix, a, f.inContext(picked, disputers(rs), all, rs, (*choice).touches), rs)
	if err != nil {
		return err
	}
	f.judge(a, shown, rs)
	return f.tally(ctx, ix, a)
}

// judge sets the verdict on what is shown.
func (f *found) judge(a *Answer, shown []*choice, rs []rivals) {
	a.Verdict = Answered
	switch sides := sidesShown(shown, rs, f.book); {
	case len(shown) == 0:
		a.Verdict, a.Next = NotCovered, headings(f.views)
	case len(sides) > 1:
		a.Verdict, a.Sides = Disputed, sides
	case a.Confidence < certain:
		a.Verdict = Partial
	}
}

// show writes the choices that pass the gate into the answer, and returns them.
func (f *found) show(ctx context.Context, ix Index, a *Answer, picked []*choice, rs []rivals) ([]*choice, error) {
	var shown []*choice
	n := 0
	for _, c := range picked {
		s := f.sentence(c)
		s.Earlier = overtaken(c, rs)
		if why := f.unproved(ctx, ix, s); why != nil {
			a.Dropped = append(a.Dropped, *why)
			continue
		}
		for i := range s.Citations {
			n++
			s.Citations[i].N = n
		}
		a.Sentences = append(a.Sentences, s)
		shown = append(shown, c)
	}
	return shown, ctx.Err()
}

// sentence is a choice as the reader sees it, with the quotes that it is made of and those of other articles that say the same.
func (f *found) sentence(c *choice) Sentence {
	s := Sentence{Speaker: c.speaker()}
	var parts []string
	for _, span := range c.spans() {
		ci := cite(&c.v.Candidate, span)
		parts = append(parts, ci.Quote)
		s.Citations = append(s.Citations, ci)
	}
	s.Text = unmarked(strings.Join(parts, " "))
	if len(parts) == 1 {
		s.Citations = append(s.Citations, f.echoes(c, s.Text)...)
	}
	return s
}

// maxEchoes is how many other articles are cited for one sentence; fewestEchoed is how many content words theirs has at least.
const maxEchoes, fewestEchoed = 2, 4

// echoes are quotes of other articles that support the very sentence that is shown.
func (f *found) echoes(c *choice, text string) []Citation {
	var out []Citation
	seen := map[article.ID]bool{c.v.ArticleID: true}
	for _, v := range f.views[:min(searched, len(f.views))] {
		for i := range v.sents {
			o := &choice{v: v, i: i}
			if seen[v.ArticleID] || len(out) == maxEchoes {
				continue
			}
			s := o.sentence()
			o.stems = stemSet(v.toks[s.from:s.to])
			if len(o.stems) < fewestEchoed || alike(c, o) < sameSaying || !restates(c.words(), o.words()) {
				continue
			}
			if gate.Check(text, []gate.Quote{{Text: o.text()}}, f.book).Verdict == gate.Supported {
				seen[v.ArticleID] = true
				out = append(out, cite(&v.Candidate, article.Span{Start: v.Passage.Start + s.Start, End: v.Passage.Start + s.End}))
			}
		}
	}
	return out
}

// unproved says why a sentence may not be shown, or nil: each quote must stand in the stored version at its offsets, and the gate must
// find the sentence supported by them.
func (f *found) unproved(ctx context.Context, ix Index, s Sentence) *Dropped {
	if commands(s.Text) || len(article.Sentences(s.Text)) > 1 && commanding(s.Text, article.Span{End: len(s.Text)}) {
		return &Dropped{Text: s.Text, Rule: "order", Detail: "it gives orders to a program"}
	}
	var quotes []gate.Quote
	for _, c := range s.Citations {
		stored, err := ix.Quote(ctx, c.ArticleID, c.Version, c.Start, c.End)
		if err != nil || stored != c.Quote {
			return &Dropped{Text: s.Text, Rule: "quotation", Detail: fmt.Sprintf("the quote does not stand at %d–%d of article %d", c.Start, c.End, c.ArticleID)}
		}
		quotes = append(quotes, gate.Quote{Text: c.Quote})
	}
	if verbatim(s) {
		return nil
	}
	r := gate.Check(s.Text, quotes, f.book)
	if r.Verdict == gate.Supported {
		return nil
	}
	why := &Dropped{Text: s.Text, Rule: "coverage", Detail: "the quote does not carry the sentence"}
	if len(r.Reasons) > 0 {
		why.Rule, why.Detail = r.Reasons[0].Rule, fmt.Sprintf("%s is not in the quote", r.Reasons[0].Claim)
	}
	return why
}

// verbatim says that a sentence is nothing but its quotes, one after the other, marks aside.
func verbatim(s Sentence) bool {
	text := ""
	for i, c := range s.Citations {
		if i > 0 {
			text += " "
		}
		if text += c.Quote; unmarked(text) == s.Text {
			return true
		}
	}
	return false
}

// unmarked is an article's words without the marks of Markdown, which a reader would see as noise: emphasis, and links but for their text. The
// quote keeps them.
func unmarked(s string) string {
	s = namedLink.ReplaceAllString(s, "$1")
	s = emphasis.ReplaceAllString(s, "")
	return strings.Join(strings.Fields(underline.ReplaceAllString(s, "$1$2$3")), " ")
}

// tally fills in what the answer rests on.
func (f *found) tally(ctx context.Context, ix Index, a *Answer) error {
	var ids []article.ID
	seen := map[article.ID]bool{}
	for _, s := range a.Sentences {
		for _, c := range s.Citations {
			if !seen[c.ArticleID] {
				seen[c.ArticleID] = true
				ids = append(ids, c.ArticleID)
			}
			a.AsOf = max(a.AsOf, c.Published)
		}
	}
	a.Sources = Sources{Articles: len(ids), Independent: len(ids)}
	o, ok := ix.(Originator)
	if !ok || len(ids) < 2 {
		return nil
	}
	origins, err := o.Origins(ctx, ids)
	if err != nil {
		return fmt.Errorf("origins: %w", err)
	}
	distinct := map[article.ID]bool{}
	for _, id := range ids {
		distinct[origins[id]] = true
	}
	a.Sources.Independent = len(distinct)
	return nil
}
