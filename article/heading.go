package article

func (p *parser) findProse()       {}
func (p *parser) dropLabelled()    {}
func (p *parser) readFrontMatter() {}
func (p *parser) readHead()        {}
func (p *parser) dropBlocks()      {}
func (p *parser) findHeadings()    {}
func (p *parser) findSpeakers()    {}
func (p *parser) resolveEntries()  {}
func (p *parser) cutLines() {
	heading := ""
	for _, l := range p.lines {
		if l.kind == Heading {
			p.drop(l.Span, "heading")
			heading = l.text
			continue
		}
		p.pieces = append(p.pieces, piece{Span: l.inner, heading: heading, at: l.at, list: l.kind == ListItem})
	}
}
