package article

import (
	"regexp"
	"strings"
	"unicode"
)

// tablePart says which part of a table a line is, 0 for none.
type tablePart uint8

const (
	tableHead tablePart = iota + 1
	tableBody
)

var (
	// tableRow matches a row of a table in Markdown, with both its outer bars.
	tableRow = regexp.MustCompile(`^\|.*[^|\s].*\|$`)
	// tableRule matches the line below the heads of the columns.
	tableRule = regexp.MustCompile(`^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$`)
)

// isTableRow says that a line has the form of a row; a row belongs to a table where a rule stands below its first.
func isTableRow(s string) bool {
	return len(s) > 2 && s[0] == '|' && s[len(s)-1] == '|' && tableRow.MatchString(s)
}

// cells returns what stands between the outer bars of a row.
func cells(text string, row Span) Span {
	edge := func(r rune) bool { return r == '|' || unicode.IsSpace(r) }
	part := text[row.Start:row.End]
	row.Start += len(part) - len(strings.TrimLeftFunc(part, edge))
	row.End = row.Start + len(strings.TrimFunc(part, edge))
	return row
}

// findTables makes items of the rows of each table, so that each is a line to cite, and keeps the row above the rule, the
// heads of the columns, apart.
func (p *parser) findTables() {
	for i := 1; i < len(p.lines); i++ {
		if !tableRule.MatchString(p.lines[i].text) || !isTableRow(p.lines[i-1].text) {
			continue
		}
		p.lines[i-1].kind, p.lines[i-1].table = ListItem, tableHead
		for i++; i < len(p.lines) && isTableRow(p.lines[i].text) && p.adjacent(i); i++ {
			p.lines[i].kind, p.lines[i].table = ListItem, tableBody
		}
	}
}

// adjacent says that no empty line stands above line i.
func (p *parser) adjacent(i int) bool {
	_, next := lineEnd(p.doc.Body, p.lines[i-1].End)
	return strings.IndexFunc(p.doc.Body[next:p.lines[i].Start], func(r rune) bool { return r == '\n' || r == '\r' }) < 0
}
