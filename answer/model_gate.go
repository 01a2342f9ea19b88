package answer

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"parley/answer/gate"
	"parley/article"
	"parley/article/analysis"
	"parley/article/names"
)

// draft is a sentence of the model's on its way through the gate.
type draft struct {
	text  string
	cites []located
	// speaker is who says it, as the article has it, or "".
	speaker string
	result  gate.Result
	// judged says that a judge supports what the gate was unsure of.
	judged bool
}

// passed says that the sentence may be shown as it is.
func (d *draft) passed() bool {
	return d.result.Verdict == gate.Supported || d.result.Verdict == gate.Unsure && d.judged
}

// located is a quote where code has found it: whole sentences of a passage that was sent.
type located struct {
	sentView
	// span lies in the passage's text.
	span article.Span
}

func (p located) quote() string { return p.Passage.Text[p.span.Start:p.span.End] }

// choice is the sentence at the quote's end, which carries the statement.
func (p located) choice() *choice {
	for i := len(p.sents) - 1; i >= 0; i-- {
		if p.sents[i].Start < p.span.End {
			return &choice{v: p.view, i: i}
		}
	}
	return nil
}

const (
	// A quote is at most so many sentences and bytes: more is no pointing at a place.
	quoteSentences = 3
	quoteBytes     = 900
	// beforeBytes is how much of what precedes a quote lends names to the gate.
	beforeBytes = 1500
)

// examine puts sentences through the gate, each against its own quotes.
func (s *sitting) examine(ctx context.Context, written []modelWritten) ([]draft, error) {
	var out []draft
	for _, w := range written {
		d, err := s.check(ctx, w)
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, nil
}

func (s *sitting) check(ctx context.Context, w modelWritten) (draft, error) {
	d := draft{text: w.Text}
	var missing []gate.Reason
	for _, c := range w.Cites {
		p, ok := s.place(c)
		if !ok {
			missing = append(missing, gate.Reason{Rule: "quotation", Claim: oneOf(c.Quote, longestQuote)})
			continue
		}
		if !slices.ContainsFunc(d.cites, func(o located) bool { return o.view == p.view && o.span == p.span }) {
			d.cites = append(d.cites, p)
		}
	}
	if len(d.cites) == 0 {
		d.result = gate.Result{Verdict: gate.Rejected, Reasons: append(missing, gate.Reason{Rule: "coverage"})[:max(1, len(missing))]}
		return d, nil
	}
	quotes, err := s.quotes(ctx, d.cites)
	if err != nil {
		return d, err
	}
	d.result = s.verdict(w, &d, quotes)
	return d, nil
}

// verdict is the gate's, after what the gate does not look for.
func (s *sitting) verdict(w modelWritten, d *draft, quotes []gate.Quote) gate.Result {
	book := d.cites[0].by.book
	if r := addresses(w.Text, quotes); r != nil {
		return gate.Result{Verdict: gate.Rejected, Reasons: []gate.Reason{*r}}
	}
	foreign := s.elsewhere(d)
	if foreign {
		w = w.joined()
	}
	r, hard := s.voiced(w, d, quotes)
	if hard && !(foreign && !s.speaksOf(w.Speaker)) { // the name may be written in the letters of the sentence
		return gate.Result{Verdict: gate.Rejected, Reasons: []gate.Reason{*r}}
	}
	result := proved(w, quotes, book)
	if foreign && result.Verdict == gate.Rejected {
		result = s.acrossLanguages(result)
	}
	if r == nil && d.speaker == "" && slices.ContainsFunc(w.parts, func(part string) bool { return lifted(part, quotes) }) {
		r = &gate.Reason{Rule: "speaker", Claim: w.Text}
	}
	if r != nil && result.Verdict == gate.Supported {
		return gate.Result{Verdict: gate.Unsure, Reasons: []gate.Reason{*r}}
	}
	if result.Verdict == gate.Supported && len(quotes) > 1 {
		d.cites = bearing(d.cites, quotes, func(q gate.Quote) bool {
			return proved(w, []gate.Quote{q}, book).Verdict == gate.Supported
		})
		d.speaker = speakerOf(d.cites)
	}
	return result
}

// joined is the sentence with its figures as the gate reads them in every language.
func (w modelWritten) joined() modelWritten {
	w.Text = joined(w.Text)
	parts := make([]string, len(w.parts))
	for i, part := range w.parts {
		parts[i] = joined(part)
	}
	w.parts = parts
	return w
}

// proved is the gate's word on each statement of a sentence, and on the whole: the worst counts.
func proved(w modelWritten, quotes []gate.Quote, book *names.Book) gate.Result {
	all := gate.Check(w.Text, quotes, book)
	for _, part := range w.parts {
		r := gate.Check(part, quotes, book)
		if r.Verdict == gate.Supported && (strays(part, quotes) || inserted(part, quotes)) {
			r = gate.Result{Verdict: gate.Unsure, Reasons: []gate.Reason{{Rule: "coverage", Claim: part}}}
		}
		if r.Verdict == gate.Rejected || r.Verdict == gate.Unsure && all.Verdict == gate.Supported {
			all = r
		}
	}
	return all
}

const (
	// strayWords in a row, or strayShare of all content words, are more than a rewording adds to its quotes.
	strayWords = 3
	strayShare = 0.3
	// leastShared is how many content words a statement and its quotes must share: with fewer, anything could be said of anything.
	leastShared = 2
)

// strays says that a statement goes on about something of which its quotes do not speak. Names and figures are the gate's own to
// check.
func strays(part string, quotes []gate.Quote) bool {
	have := map[string]bool{}
	for _, q := range quotes {
		for _, t := range analysis.Tokenize(q.Text, "") {
			have[t.Stem], have[beginning(t.Exact)] = true, true
		}
	}
	shared, strange := map[string]bool{}, map[string]bool{}
	row, longest := 0, 0
	for _, t := range analysis.Tokenize(part, "") {
		if t.Stop || t.Joined || reporting[t.Exact] {
			continue
		}
		if row++; have[t.Stem] || t.Cap || have[beginning(t.Exact)] {
			row = 0
			shared[t.Stem] = true
		} else {
			strange[t.Stem] = true
		}
		longest = max(longest, row)
	}
	return longest >= strayWords || float64(len(strange)) > strayShare*float64(len(shared)+len(strange)) || len(shared) < leastShared
}

// beginning is what two inflections of one word share, as the search takes near matches.
func beginning(word string) string { return word[:min(len(word), prefixLength)] }

// bearing leaves out the citations that decorate: where single quotes carry the whole sentence, those alone are cited.
func bearing(cites []located, quotes []gate.Quote, carries func(gate.Quote) bool) []located {
	var out []located
	for i, q := range quotes {
		if carries(q) {
			out = append(out, cites[i])
		}
	}
	if len(out) == 0 {
		return cites
	}
	return out
}

// place finds a quote in the passage that is named, or else in another that was sent: the key is only a hint, the words are proof.
func (s *sitting) place(c modelCite) (located, bool) {
	if len(c.Quote) > longestQuote {
		return located{}, false
	}
	for i, v := range s.sent {
		if strings.EqualFold(strings.Trim(c.Key, " []"), keyOf(i)) {
			if p, ok := placeIn(v, c.Quote); ok {
				return p, true
			}
		}
	}
	for _, v := range s.sent {
		if p, ok := placeIn(v, c.Quote); ok {
			return p, true
		}
	}
	return located{}, false
}

func placeIn(v sentView, quote string) (located, bool) {
	span, ok := locate(v.Passage.Text, quote)
	if !ok {
		return located{}, false
	}
	span, n := wholeSentences(v.Passage.Text, span)
	if n == 0 || n > quoteSentences || span.End-span.Start > quoteBytes || commanding(v.Passage.Text, span) {
		return located{}, false
	}
	return located{v, span}, true
}

// quotes are the citations as the gate wants them. Each is read again from the stored body: what is not there byte for byte
// is an error of ours, and nothing is shown on its strength.
func (s *sitting) quotes(ctx context.Context, cites []located) ([]gate.Quote, error) {
	var out []gate.Quote
	for _, p := range cites {
		at := p.Passage.Start
		stored, err := s.ix.Quote(ctx, p.ArticleID, p.Version, at+p.span.Start, at+p.span.End)
		if err != nil {
			return nil, fmt.Errorf("quote: %w", err)
		}
		if stored != p.quote() {
			return nil, fmt.Errorf("quote: article %d version %d has other words at %d", p.ArticleID, p.Version, at+p.span.Start)
		}
		before, err := s.textBefore(ctx, p)
		if err != nil {
			return nil, err
		}
		out = append(out, gate.Quote{Text: stored, Before: before})
	}
	return out, nil
}

func (s *sitting) textBefore(ctx context.Context, p located) (string, error) {
	above, ok := s.before[p.view]
	if !ok {
		var err error
		if above, err = textBefore(ctx, s.ix, p.Candidate); err != nil {
			return "", err
		}
		s.before[p.view] = above
	}
	text := above + p.Passage.Text[:p.span.Start]
	if cut := len(text) - beforeBytes; cut > 0 {
		text = strings.ToValidUTF8(text[cut:], "")
	}
	return text, nil
}

// readerWords speak to whoever reads; news speaks of others. A sentence may have them where its quotes do.
var readerWords = words("you your yours yourself please click visit subscribe download dm")

// siteName looks like the name of a site, which a reader might type in.
var siteName = regexp.MustCompile(`(?i)\b[a-z0-9-]{2,}(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b`)

// addresses finds what speaks to the reader or sends them somewhere, and the quotes do not.
func addresses(text string, quotes []gate.Quote) *gate.Reason {
	have := map[string]bool{}
	all := ""
	for _, q := range quotes {
		all += strings.ToLower(q.Text) + "\n"
		for _, t := range analysis.Tokenize(q.Text, "") {
			have[t.Exact] = true
		}
	}
	for _, t := range analysis.Tokenize(text, "") {
		if readerWords[t.Exact] && !have[t.Exact] {
			return &gate.Reason{Rule: "address", Claim: text[t.Start:t.End]}
		}
	}
	for _, site := range siteName.FindAllString(text, -1) {
		if !strings.Contains(all, strings.ToLower(site)) && strings.ToLower(site) == site {
			return &gate.Reason{Rule: "address", Claim: site}
		}
	}
	return nil
}

// voiced settles who says the sentence. What is shown as the speaker is the article's, never the model's; where they differ, the
// model's must stand in the quote, or the sentence is not proved, and must itself say whose words it gives.
func (s *sitting) voiced(w modelWritten, d *draft, quotes []gate.Quote) (r *gate.Reason, hard bool) {
	d.speaker = speakerOf(d.cites)
	if w.Speaker == "" || d.speaker != "" && sharesName(w.Speaker, d.speaker, d.cites[0].by.book) {
		return nil, false
	}
	named := analysis.Fold(w.Speaker)
	for i, p := range d.cites {
		in := strings.Contains(analysis.Fold(quotes[i].Text), named)
		near := strings.Contains(analysis.Fold(quotes[i].Before+" "+outlet(&p.Candidate)), named)
		if !in && (!near || d.speaker != "") {
			continue
		}
		d.speaker = ""
		if sharesName(w.Speaker, w.Text, p.by.book) {
			return nil, false
		}
		return &gate.Reason{Rule: "speaker", Claim: w.Speaker}, false
	}
	return &gate.Reason{Rule: "speaker", Claim: w.Speaker, Passage: d.speaker}, true
}

// speakerOf is who says all of the quotes, as the articles have it, or "": of several voices the sentence itself must tell.
func speakerOf(cites []located) string {
	who := ""
	for i, p := range cites {
		c := p.choice()
		if c == nil {
			return ""
		}
		one := c.speakerOf()
		if !speaks(one) || pronoun(one) || i > 0 && one != who {
			return ""
		}
		who = one
	}
	return who
}
