// Package company knows which English words keep the same company in texts, from GloVe: crops and farmers, turnout and voters. Words
// that do are about the same thing; they need not mean the same, and may be opposites. So it is a weaker hint than a thesaurus.
//
// Words come and go as stems (article/analysis). The table lies in the program as it is used: nothing is unpacked.
package company

import (
	_ "embed"

	"parley/answer/company/packed"
)

// embedded is GloVe, reduced; NOTICE beside it says from where.
//
//go:generate sh -c "go run ./gen -vectors $VECTORS > table.bin"
//go:embed table.bin
var embedded string

var table = packed.Open(embedded)

// Least is the cosine from which words are taken to keep the same company.
const Least = packed.Least

// Word is a stem that keeps a word's company, with the cosine between the two, from Least to 1.
type Word struct {
	Stem   string
	Cosine float64
}

// Of returns the stems that keep the company of a stem, nearest first, at most 40; nil where the stem is not known.
func Of(stem string) []Word {
	at, ok := table.Find(stem)
	if !ok {
		return nil
	}
	var list []Word
	table.Row(at, func(n packed.Neighbour) { list = append(list, Word{table.Stem(n.Place), n.Cosine}) })
	return list
}

// Use is a stem's place by how much English texts use it, 0 for the most, and whether it is known.
func Use(stem string) (int, bool) {
	at, ok := table.Find(stem)
	if !ok {
		return 0, false
	}
	return table.Use(at), true
}
