package article

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
		for j < len(p.pieces) && joins(p.pieces[i:j], p.pieces[j]) {
			j++
		}
		run := p.pieces[i:j]
		p.emit(Span{run[0].Start, run[len(run)-1].End}, run[0])
		i = j
	}
}

// joins says that next belongs into one passage with the run before it.
func joins(run []piece, next piece) bool {
	first, last := run[0], run[len(run)-1]
	if next.fresh || next.heading != first.heading || next.speaker != first.speaker || next.at != first.at {
		return false
	}
	total := next.End - first.Start
	if last.list {
		return next.list && total <= longPassage
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
