package answer

import (
	"strings"

	"parley/article"
	"parley/article/analysis"
	"parley/article/names"
)

// want is what a question asks for: the answer's sentence must hold it.
type want uint8

const (
	wantAny      want = iota
	wantPerson        // who, whose: a name or a role
	wantTime          // when, what time, since when
	wantPlace         // where
	wantQuantity      // how many, how much, how long, how far
	wantReason        // why, what caused
	wantWords         // exact words, verbatim, quote
	wantList          // list, what are the, everything
	wantSides         // compare, versus, each side
)

// concept is one thing that a question names, with every form in which a passage may name it.
type concept struct {
	token  analysis.Token
	text   string
	forms  []form
	idf    float64
	name   bool
	number bool
	// listed says that the guild's names hold it.
	listed bool
	// initials are the letters of an acronym that the question writes in capitals, or "".
	initials string
	// counts is the share of its idf that the concept counts: 1, less for words that serve the asking and for what a
	// conversation brings along.
	counts float64
	// unseen says that no live passage holds any of its forms.
	unseen bool
	// plain is its inverse document frequency by what it counts alone, whatever word of the language it is.
	plain float64
	// guessed says that it is found by another word only, which it may be a misspelling of.
	guessed bool
	// gap is the number of tokens since the concept before it in the question, 0 for the first.
	gap int
}

// weakWeight is what a word that serves the asking counts.
const weakWeight = 0.3

// form is one way to say a concept: stems in a row, and how much a match of it counts (0 to 1).
type form struct {
	stems  []string
	exact  string
	weight float64
}

// query is a question made ready for search.
type query struct {
	text     string
	toks     []analysis.Token // the text taken apart by the rules of English, whatever its language
	lang     string           // the question's language, a BCP 47 tag; "" for English
	want     want
	unit     string          // the stem of what is counted: "days" in "how many days"
	unitKin  map[string]bool // stems near in meaning to the unit
	concepts []concept
	total    float64 // the sum of the concepts' idf
	// clock says that it asks for the time of day.
	clock bool
	// yesNo says that the question can be answered by yes or no.
	yesNo bool
	// now says that it asks how things stand now.
	now bool
	// atLarge says that it asks for the news, and about nothing.
	atLarge bool
	// either says that the question offers two answers to choose from: three or four, the ministry or the union.
	either bool
	// voices are those whose words the question asks for: "what did X say", "according to X", "X's position".
	voices []string
	// focus is the concept that the question asks to be named, the city of "which city", or -1.
	focus int
	// demand is what there is no answer without, and named what it is of: see demandOf.
	demand demand
	named  int
	// sayings are what it says otherwise than newspapers write it.
	sayings []saying
}

// maxQuestionBytes bounds what of a question is read: Discord allows 6,000 characters in an option.
const maxQuestionBytes = 4000

// maxConcepts bounds the work of one question.
const maxConcepts = 40

// parse reads a question: what it wants, and the concepts that it names.
func parse(text string, book *names.Book) query {
	text = ask(clip(article.Valid(text), maxQuestionBytes))
	lang := tongue(text)
	toks := takenApart(text, lang)
	q := query{text: text, toks: toks, lang: lang, want: wanted(toks, lang), yesNo: lang == "" && yesNo(text, toks)}
	if q.foreign() {
		q.toks = analysis.Tokenize(text, "")
	}
	q.now = asksNow(q.toks)
	q.unit = unit(toks, q.want)
	q.clock = strings.Contains(folded(toks), " what time ") || strings.Contains(folded(toks), " what hour ")
	q.concepts = concepts(text, toks, book)
	q.spellAlso()
	q.choose(toks)
	q.voices = askedVoices(text, toks)
	q.unitKin = unitKin(toks, q.unit)
	q.focus = q.focusOf(toks)
	q.demand, q.named = q.demandOf(toks)
	q.sayings = q.sayingsOf()
	return q
}

// spellAlso lets the words of a question in another language be found in articles whose language is not known, too: those are indexed
// by the rules of English. The words that serve the asking count less.
func (q *query) spellAlso() {
	if !q.foreign() {
		return
	}
	for i := range q.concepts {
		c := &q.concepts[i]
		if serving[c.token.Exact] {
			c.counts = min(c.counts, weakWeight)
		}
		if plain := stemsOf(c.text); len(plain) == 1 && plain[0] != c.token.Stem {
			c.forms = append(c.forms, form{stems: plain, exact: c.token.Exact, weight: 1})
		}
		if q.lang == "de" && !c.token.Cap {
			c.participle()
		}
	}
}

// participle lets a German verb be found by its regular participle, which begins otherwise: führt by geführt.
func (c *concept) participle() {
	if toks := analysis.Tokenize("ge"+strings.ToLower(c.text), "de"); len(toks) == 1 {
		c.forms = append(c.forms, form{stems: []string{toks[0].Stem}, exact: toks[0].Exact, weight: inflectedWeight})
	}
}

// clip cuts s to at most n bytes at a rune's border.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}

// concepts picks the content words of a question, or all words where there is no other.
func concepts(text string, toks []analysis.Token, book *names.Book) []concept {
	aside := remarks(text)
	out := contentOf(text, toks, aside, func(t analysis.Token) bool { return !t.Stop })
	if len(out) == 0 {
		out = contentOf(text, toks, aside, func(t analysis.Token) bool { return len(t.Exact) > 1 })
	}
	addNames(out, text, book)
	return out
}

// few are numbers that mostly say no more than "both" or "a".
var few = words("1 2 one two")

// remarks tells which words stand beside the question: in a sentence that asks nothing, where another asks.
func remarks(text string) func(analysis.Token) bool {
	var asks, other []article.Span
	for _, s := range article.Sentences(text) {
		if strings.HasSuffix(strings.TrimRight(text[s.Start:s.End], " !"), "?") {
			asks = append(asks, s)
		} else {
			other = append(other, s)
		}
	}
	return func(t analysis.Token) bool {
		if len(asks) == 0 {
			return false
		}
		for _, s := range other {
			if t.Start >= s.Start && t.End <= s.End {
				return true
			}
		}
		return false
	}
}

// acronym returns the folded letters of a word of two to six capitals, or "".
func acronym(s string) string {
	if len(s) < 2 || len(s) > 6 {
		return ""
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return ""
		}
	}
	return strings.ToLower(s)
}

func contentOf(text string, toks []analysis.Token, aside, keep func(analysis.Token) bool) []concept {
	var out []concept
	seen := map[string]bool{}
	last := -1
	for i, t := range toks {
		if t.Joined || chatter[t.Exact] || !keep(t) || seen[t.Stem] || len(out) == maxConcepts {
			continue
		}
		seen[t.Stem] = true
		c := concept{token: t, text: text[t.Start:t.End], number: t.Kind == analysis.Number}
		c.name = t.Cap && i > 0
		c.counts = 1
		if weak[t.Exact] || few[t.Exact] || numbering(toks[i:]) || aside(t) || i > 0 && (grouping[toks[i-1].Exact] || toks[i-1].Exact == "2") {
			c.counts = weakWeight
		}
		c.initials = acronym(c.text)
		c.forms = []form{{stems: []string{t.Stem}, exact: t.Exact, weight: 1}}
		if last >= 0 {
			c.gap = i - last
		}
		last = i
		out = append(out, c)
	}
	return joinPairs(joinHyphens(out, toks))
}

// numbering says that a question goes on to ask for a figure: "the number of ships".
func numbering(toks []analysis.Token) bool {
	return len(toks) > 1 && figureWords[toks[0].Exact] && toks[1].Exact == "of"
}

// joinHyphens lets the parts of a hyphenated word be found in its joined spelling: cease-fire as ceasefire.
func joinHyphens(cs []concept, toks []analysis.Token) []concept {
	for _, t := range toks {
		if !t.Joined {
			continue
		}
		for i := range cs {
			if cs[i].token.Start >= t.Start && cs[i].token.End <= t.End {
				cs[i].forms = append(cs[i].forms, form{stems: []string{t.Stem}, exact: t.Exact, weight: 1})
			}
		}
	}
	return cs
}

// joinPairs lets two neighbours be found as one word: gun powder as gunpowder.
func joinPairs(cs []concept) []concept {
	for i := 1; i < len(cs); i++ {
		a, b := cs[i-1].token, cs[i].token
		if cs[i].gap != 1 || a.Kind != analysis.Word || b.Kind != analysis.Word || b.Start-a.End != 1 {
			continue
		}
		joined := a.Exact + b.Exact
		f := form{stems: stemsOf(joined), exact: joined, weight: 1}
		if len(f.stems) == 1 {
			cs[i-1].forms = append(cs[i-1].forms, f)
			cs[i].forms = append(cs[i].forms, f)
		}
	}
	return cs
}

// weights of a name's other forms, by how close they are to it.
var relationWeight = map[names.Relation]float64{names.Same: 1, names.Demonym: 0.9, names.Metonym: 0.6}

func addNames(cs []concept, text string, book *names.Book) {
	for _, m := range book.Find(text) {
		forms := otherForms(text[m.Start:m.End], book)
		for i := range cs {
			if cs[i].token.Start < m.Start || cs[i].token.End > m.End {
				continue
			}
			cs[i].name, cs[i].listed = true, true
			cs[i].forms = append(cs[i].forms, forms...)
		}
	}
}

// maxForms bounds the spellings of one name that a search looks for; those that no article uses are left out after the look-up.
const maxForms = 60

func otherForms(name string, book *names.Book) []form {
	var out []form
	for _, f := range book.Forms(name) {
		stems := stemsOf(f.Text)
		if len(stems) == 0 || len(out) == maxForms {
			continue
		}
		out = append(out, form{stems: stems, exact: analysis.Fold(f.Text), weight: relationWeight[f.Relation]})
	}
	return out
}

func stemsOf(s string) []string { return stemsIn(analysis.Tokenize(s, "")) }

func stemsIn(toks []analysis.Token) []string {
	var out []string
	for _, t := range toks {
		if !t.Joined {
			out = append(out, t.Stem)
		}
	}
	return out
}

// terms are the index terms of all concepts, for the proposal of candidates, and in a guild of few passages of what has to do with them.
func (q *query) terms(passages int) []string {
	var out []string
	seen := map[string]bool{}
	add := func(term string) {
		if !seen[term] {
			seen[term] = true
			out = append(out, term)
		}
	}
	for i := range q.concepts {
		c := &q.concepts[i]
		for _, f := range c.forms {
			for _, t := range indexTerms(f.stems) {
				add(t)
			}
		}
		for _, t := range q.widerTerms(i, passages) {
			add(t.Term)
		}
	}
	return out
}
