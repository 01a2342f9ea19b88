package article

import "strings"

// The sizes of passages in bytes. A paragraph of fullPassage or more stands alone; shorter ones are gathered up to
// joinedPassage; one of more than longPassage is split at sentence ends into parts of about splitPassage.
const (
	fullPassage   = 350
	joinedPassage = 600
	longPassage   = 1400
	splitPassage  = 900
)

// piece is a stretch of one line that stays: whole sentences.
type piece struct {
	Span
	heading string
	speaker string
	at      When
	list    bool
	// fresh says that something was dropped, or an entry begins, between this piece and the one before.
	fresh bool
}

// gather makes the passages from the pieces.
func (p *parser) gather() {
	for i := 0; i < len(p.pieces); {
		j := i + 1
		for j < len(p.pieces) && joins(p.pieces[i:j], p.pieces[j]) && !p.leadsIn(j) {
			j++
		}
		if j == i+1 && p.leadsIn(i) {
			j = p.listEnd(i)
		}
		run := p.pieces[i:j]
		p.emit(Span{run[0].Start, run[len(run)-1].End}, run[0])
		i = j
	}
}

// leadsIn says that a piece announces the list that stands behind it: it ends in a colon. It goes with the list, which nobody understands without it.
func (p *parser) leadsIn(i int) bool {
	return i+1 < len(p.pieces) && !p.pieces[i].list && p.pieces[i+1].list && strings.HasSuffix(p.doc.Body[p.pieces[i].Start:p.pieces[i].End], ":") &&
		p.listEnd(i) > i+1
}

// listEnd is behind the last piece of the list that the piece at i announces, as far as one passage may hold it.
func (p *parser) listEnd(i int) int {
	j := i + 1
	for j < len(p.pieces) && p.pieces[j].list && p.pieces[i].beside(p.pieces[j]) && p.pieces[j].End-p.pieces[i].Start <= longPassage {
		j++
	}
	return j
}

// beside says that the next piece stands under the same heading, of the same speaker and time, with nothing dropped in between.
func (p piece) beside(next piece) bool {
	return !next.fresh && next.heading == p.heading && next.speaker == p.speaker && next.at == p.at
}

// joins says that next belongs into one passage with the run before it. A list is one by itself, or with what announces it.
func joins(run []piece, next piece) bool {
	first, last := run[0], run[len(run)-1]
	if !first.beside(next) {
		return false
	}
	total := next.End - first.Start
	if next.list != last.list {
		return false
	}
	if last.list {
		return total <= longPassage
	}
	return last.End-first.Start < fullPassage && next.End-next.Start < fullPassage && total <= joinedPassage
}

// emit adds the passages of one run: one, or several where it is long.
func (p *parser) emit(s Span, of piece) {
	from := s.Start
	for _, part := range parts(p.doc.Body, s) {
		part = paired(p.doc.Body, part, Span{from, s.End})
		from = part.End
		p.doc.Passages = append(p.doc.Passages, Passage{
			Span: part, Text: p.doc.Body[part.Start:part.End], Heading: of.heading, Speaker: of.speaker, At: of.at,
		})
	}
}

// parts splits a long stretch at sentence ends into parts of about equal size.
func parts(body string, s Span) []Span {
	if s.End-s.Start <= longPassage {
		return []Span{s}
	}
	n := (s.End - s.Start + splitPassage - 1) / splitPassage
	size := (s.End - s.Start) / n
	var all []Span
	open := Span{-1, 0}
	for _, sent := range Sentences(body[s.Start:s.End]) {
		sent = Span{s.Start + sent.Start, s.Start + sent.End}
		if open.Start >= 0 && sent.End-open.Start > size+size/4 {
			all = append(all, open)
			open.Start = -1
		}
		if open.Start < 0 {
			open.Start = sent.Start
		}
		open.End = sent.End
		if open.End-open.Start >= size {
			all = append(all, open)
			open.Start = -1
		}
	}
	if open.Start >= 0 {
		all = append(all, open)
	}
	return all
}
