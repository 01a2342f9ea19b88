package store

import (
	"crypto/sha256"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"parley/article"
	"parley/article/analysis"
	"parley/article/names"
	"parley/fault"
)

// prepared is a document with everything that the index wants of it, made before the write lock is taken.
type prepared struct {
	doc      article.Document
	key      string   // of its source
	hash     [32]byte // of the body, white space folded
	words    int
	title    string // index terms, parted by blanks
	passages []indexed
	held     []held
	places   []place
	shingles []int64       // of the passages' text, distinct and sorted
	vocab    []word        // the different forms in it
	names    []names.Group // that the text defines
	mentions names.Mentions
}

// indexed is a passage as the search table has it.
type indexed struct {
	body, heading string // index terms, parted by blanks
	terms         int    // in the body
}

// word is an exact form and the index term that it is found by.
type word struct{ form, term string }

// taker takes documents apart, one after the other in the same room.
type taker struct {
	tokens  []analysis.Token
	terms   []string // of all texts of a document in order
	indexer indexer
	words   wordReader
}

// prepare takes a single document apart.
func prepare(doc article.Document) (*prepared, error) { return new(taker).prepare(doc) }

// prepare checks a document and takes it apart for the index. A document without passages is a fault.
func (t *taker) prepare(doc article.Document) (*prepared, error) {
	if len(doc.Passages) == 0 {
		return nil, fault.New("Nothing in it can be cited: no sentence was left besides headings and page furniture. Nothing was added; check that it holds the text of an article.", nil)
	}
	if !utf8.ValidString(doc.Body) || strings.Contains(doc.Body, "\x00") {
		return nil, fault.New("The text is not valid UTF-8. Nothing was added; save it as UTF-8 and try again.", nil)
	}
	for _, p := range doc.Passages {
		if p.Start < 0 || p.End > len(doc.Body) || p.Start >= p.End || doc.Body[p.Start:p.End] != p.Text {
			return nil, fmt.Errorf("passage at bytes %d to %d is not what the body says there", p.Start, p.End)
		}
	}
	for _, s := range []*string{&doc.Source, &doc.Title, &doc.Publisher, &doc.Author, &doc.URL, &doc.Language} {
		*s = clean(*s)
	}
	p := &prepared{doc: doc, key: sourceKey(doc.Source)}
	p.fold()
	t.analyse(p)
	return p, nil
}

// entry is what the list of articles will say of the document once it is stored.
func (p *prepared) entry(id article.ID, version int, at time.Time, by string) article.Entry {
	e := article.Entry{ID: id, Version: version, Source: p.doc.Source, Meta: p.doc.Meta, Status: article.Live,
		AddedAt: time.Unix(at.Unix(), 0).UTC(), AddedBy: clean(by), Passages: len(p.passages), Words: p.words}
	published := sql.NullInt64{Int64: e.Published.Time.Unix(), Valid: !e.Published.IsZero()}
	e.Published = when(published, e.Published.Clock)
	return e
}

// fold counts the body's words, and hashes them with a blank between each.
func (p *prepared) fold() {
	folded := make([]byte, 0, len(p.doc.Body))
	for w := range strings.FieldsSeq(p.doc.Body) {
		if p.words++; p.words > 1 {
			folded = append(folded, ' ')
		}
		folded = append(folded, w...)
	}
	p.hash = sha256.Sum256(folded)
}

// analyse takes the passages apart together, once for all that wants their words.
func (t *taker) analyse(p *prepared) {
	lang, whole := p.doc.Language, p.whole()
	t.tokens = analysis.TokenizeIn(t.tokens, whole, lang)
	t.index(p)
	p.shingles = shinglesOf(t.terms)
	if analysis.SameRules(lang, "") {
		p.names, p.mentions = names.ReadTokens(whole, t.tokens)
	} else {
		p.names, p.mentions = names.Read(whole)
	}
	if house, _, _ := strings.Cut(p.doc.Publisher, ","); house != "" {
		p.mentions = append(p.mentions, []string{house}) // who speaks is a name too
	}
}

// index notes what the search index wants of each passage, from the tokens of all, and the terms of all texts in order.
func (t *taker) index(p *prepared) {
	t.indexer.reset()
	t.words.reset(p.doc.Language)
	t.terms = t.terms[:0]
	title := t.words.termsOf(p.doc.Title)
	p.title = strings.Join(title, " ")
	p.passages = make([]indexed, len(p.doc.Passages))
	tokens, above, end := t.tokens, []string(nil), 0
	heading := ""
	for i := range p.doc.Passages {
		s := &p.doc.Passages[i]
		if i == 0 || s.Heading != p.doc.Passages[i-1].Heading {
			above = t.words.termsOf(s.Heading)
			heading = strings.Join(above, " ")
		}
		n := 0
		for end += len(s.Text); n < len(tokens) && tokens[n].Start < end; {
			n++
		}
		first := len(t.terms)
		t.terms = t.words.read(t.terms, tokens[:n])
		body := t.terms[first:]
		end, tokens = end+len(between), tokens[n:]
		p.passages[i] = indexed{strings.Join(body, " "), heading, len(body)}
		t.indexer.passage(int32(i), body, above, title)
	}
	p.held, p.places, p.vocab = slices.Clone(t.indexer.held), slices.Clone(t.indexer.places), slices.Clone(t.words.words)
}

// between parts passages that are taken apart together: no word, number or line goes over it.
const between = "\n\n"

// whole is the text of all passages.
func (p *prepared) whole() string {
	var b strings.Builder
	b.Grow(len(p.doc.Body) + len(between)*len(p.doc.Passages))
	for i := range p.doc.Passages {
		if i > 0 {
			b.WriteString(between)
		}
		b.WriteString(p.doc.Passages[i].Text)
	}
	return b.String()
}

// distinct returns the terms that were not seen before.
func distinct(seen map[string]bool, terms []string) []string {
	var out []string
	for _, t := range terms {
		if !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}

// wordReader takes texts of one language apart and gathers their words for the spelling corrector.
type wordReader struct {
	lang  string
	words []word
	seen  map[string]bool
}

// reset forgets what was read, for texts of another language.
func (r *wordReader) reset(lang string) {
	if r.seen == nil {
		r.seen = map[string]bool{}
	}
	clear(r.seen)
	clear(r.words)
	r.lang, r.words = lang, r.words[:0]
}

func (r *wordReader) termsOf(text string) []string {
	return r.read(nil, analysis.Tokenize(text, r.lang))
}

// read adds the index terms of a text's tokens to a list, and notes its words: letters only, since what is not spelled is not misspelled.
func (r *wordReader) read(list []string, tokens []analysis.Token) []string {
	for i := range tokens {
		t := &tokens[i]
		if t.Kind != analysis.Word || t.Stop || t.Joined || r.seen[t.Exact] {
			continue
		}
		r.seen[t.Exact] = true
		if spelled(t.Exact) {
			r.words = append(r.words, word{form: t.Exact, term: t.Term()})
		}
	}
	first := len(list)
	list = analysis.AppendIndex(list, tokens, r.lang)
	return list[:first+len(tokensOnly(list[first:]))]
}

// terms are a text's index terms.
func terms(text, lang string) []string { return tokensOnly(analysis.Index(text, lang)) }

// tokensOnly leaves out what would not be one token of the search table.
func tokensOnly(list []string) []string {
	return slices.DeleteFunc(list, func(t string) bool { return !isToken(t) })
}
