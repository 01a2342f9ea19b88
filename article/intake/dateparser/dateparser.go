// Package dateparser stands in for github.com/markusmobius/go-dateparser, which go-htmldate links for a search of dates that
// Parley never asks for; it parses nothing. The real one builds tables of 200 languages whenever the program starts.
package dateparser

import "github.com/markusmobius/go-dateparser/date"

// Configuration has the fields that go-htmldate sets.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// PreferredDateSource is the real package's.
type PreferredDateSource uint8

// Past is the one that go-htmldate asks for.
const Past PreferredDateSource = 2

// ParserType is the real package's.
type ParserType uint8

// The parsers that go-htmldate asks for.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// Parser has the fields that go-htmldate sets.
type Parser struct {
	ParserTypes []ParserType
}

// Parse panics: it is reached only by trafilatura's extensive date mode, and whoever turns that on must take this package out of
// go.mod's replacements.
func (*Parser) Parse(*Configuration, string, ...string) (date.Date, error) {
	panic("go-dateparser is not linked in: trafilatura's extensive date mode needs it, see replace in go.mod")
}
