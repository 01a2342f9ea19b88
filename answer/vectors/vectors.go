// Package vectors says how much English words are alike by the company that they keep in newspapers and in an encyclopedia: by GloVe vectors
// (Pennington, Socher and Manning, 2014), which are fitted by least squares to counts of how often two words stand near one another. It knows no topic,
// and what it says is only ever a hint: opposites and rivals keep the same company as synonyms.
package vectors

import (
	_ "embed"
	"sync"

	"parley/answer/vectors/packed"
)

// embedded is the table; gen/main.go says how it is made.
//
//go:generate sh -c "go run ./gen -json $JSON > words.bin"
//go:embed words.bin
var embedded []byte

var table = sync.OnceValue(func() *packed.Table {
	t, err := packed.Read(embedded)
	if err != nil {
		panic("vectors: the embedded table is damaged: " + err.Error())
	}
	return t
})

// Vector is where a word stands among the others.
type Vector = packed.Vector

// Of returns a word's vector; the word comes in small letters without diacritics. False where it is not known.
func Of(word string) (Vector, bool) { return table().Find(word) }
