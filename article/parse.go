package article

import (
	"sort"
	"strings"
	"unicode"
)

// Parse takes a text apart. The body is all of the text that is valid; what is not news is recorded as Dropped, and the
// passages are the whole sentences between. Fields of known win over what the text says of itself; a field that neither
// gives stays zero. marks are stretches of text whose kind the source's own markup gave, in order; nil for plain text
// and Markdown. Parse never fails: a text without a sentence has no passages.
func Parse(source, text string, known Meta, marks []Mark) Document {
	p := &parser{doc: Document{Meta: known, Source: source, Body: Valid(text), Marks: remap(text, marks)}}
	p.lines = p.split(p.readFrontMatter(), p.doc.Marks)
	p.findTables()
	p.dropLabelled()
	p.findProse()
	p.readHead()
	p.dropBlocks()
	p.findHeadings()
	p.findSpeakers()
	p.findEntries()
	p.resolveEntries()
	p.cut()
	p.gather()
	sort.Slice(p.doc.Dropped, func(i, j int) bool { return p.doc.Dropped[i].Start < p.doc.Dropped[j].Start })
	return p.doc
}

// parser is a document in the making.
type parser struct {
	doc   Document
	lines []line
	// prose is the index of the first line of running text; what stands above it is the head.
	prose int
	// lede is the index of the line with the report's dateline, 0 where there is none.
	lede int
	// changed is when the text was changed, where it says so; yearless is the day that it gives without a year.
	changed  When
	yearless *moment
	// small is the ends of the body in small letters, once they were asked for.
	small string
	// letter says that the text calls itself one.
	letter bool
	// fields counts the lines of the head that are a label and its value.
	fields int
	// titled says that the head holds the title; ticker, that lines open with times of day.
	titled, ticker bool
	// pieces are the stretches that stay, in order.
	pieces []piece
}

// line is a paragraph of the body: one line, or the lines that a hard-wrapped paragraph was broken into.
type line struct {
	Span
	// inner is what is left without bullet, number, heading sign, quote sign, and emphasis around the whole.
	inner Span
	// text is the body at inner.
	text string
	kind Kind
	// marked says that the source's own markup gave the kind.
	marked bool
	// table says which part of a table the line is.
	table tablePart
	// bold says that emphasis surrounded the whole line.
	bold bool
	// sents are the sentences and the junk between them, in order; none where the whole line is dropped.
	sents []sentence
	// class is the class under which the whole line is dropped, "" while it stays.
	class string
	// speaker is who speaks in this line, where the text is a transcript.
	speaker string
	// label is the length of the label at the head of text that is dropped under labelClass: a dateline, the time of an
	// entry, a speaker's name.
	label      int
	labelClass string
	// head is what a line that opens an entry says of its time; dated, what a single paragraph says of its day.
	head, dated *moment
	// note says that the outlet corrects or updates its own report here.
	note bool
	// at is the line's own time, once it is resolved.
	at When
}

// split makes the lines of the body after from, with the kinds that marks and Markdown give.
func (p *parser) split(from int, marks []Mark) []line {
	spans := logicalLines(p.doc.Body[from:], 3)
	lines := make([]line, 0, len(spans))
	for _, s := range spans {
		s = Span{from + s.Start, from + s.End}
		l := line{Span: s}
		l.kind, l.inner, l.bold = shape(p.doc.Body, s)
		l.marked = l.kind == Heading
		for len(marks) > 0 && marks[0].End <= s.Start {
			marks = marks[1:]
		}
		if len(marks) > 0 && marks[0].Start < s.End && marks[0].Kind != Paragraph {
			l.kind, l.marked = marks[0].Kind, true
		}
		l.text = p.doc.Body[l.inner.Start:l.inner.End]
		lines = append(lines, l)
	}
	return lines
}

// shape reads the Markdown of a line: its kind, what is left within the signs, and whether emphasis surrounded the whole.
func shape(body string, s Span) (Kind, Span, bool) {
	raw := body[s.Start:s.End]
	kind := Paragraph
	n := markerLen(raw)
	switch sign := strings.TrimSpace(raw[:n]); {
	case strings.HasSuffix(sign, "#"):
		kind = Heading
	case strings.HasPrefix(sign, ">"):
		kind = Quote
	case sign != "":
		kind = ListItem
	}
	inner := Span{s.Start + n, s.End}
	if kind == Heading {
		inner.End = inner.Start + len(strings.TrimRight(body[inner.Start:inner.End], "# "))
	}
	bare := trimEdge(body, inner)
	return kind, bare, wrapped(body[inner.Start:inner.End])
}

// wrapped says that one pair of emphasis signs surrounds the whole of s.
func wrapped(s string) bool {
	for _, m := range []string{"**", "__", "*", "_"} {
		if len(s) > 2*len(m) && strings.HasPrefix(s, m) && strings.HasSuffix(s, m) {
			return !strings.Contains(s[len(m):len(s)-len(m)], m)
		}
	}
	return false
}

// remap moves marks on the raw text to where the same stretches lie in the valid text.
func remap(text string, marks []Mark) []Mark {
	if Valid(text) == text {
		return marks
	}
	moved := make([]Mark, 0, len(marks))
	from, to := 0, 0
	move := func(off int) int {
		off = min(max(off, from), len(text))
		to += len(Valid(text[from:off]))
		from = off
		return to
	}
	for _, m := range marks {
		moved = append(moved, Mark{Span{move(m.Start), move(m.End)}, m.Kind})
	}
	return moved
}

// drop records a stretch of the body as dropped, without its outer white space.
func (p *parser) drop(s Span, class string) {
	if s = trimSpace(p.doc.Body, s); s.Start < s.End {
		p.doc.Dropped = append(p.doc.Dropped, Dropped{s, class})
	}
}

// hasWord says that s holds a letter or a digit.
func hasWord(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// wordCount counts the blank-separated words of s.
func wordCount(s string) int { return len(strings.Fields(s)) }
