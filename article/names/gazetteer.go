package names

import (
	_ "embed"
	"strings"
	"sync"

	"parley/article/analysis"
)

// published is the reduced data of the collections that NOTICE names.
//
//go:generate sh -c "go run ./gen -countries $COUNTRIES -dates $DATES > gazetteer.tsv"
//go:embed gazetteer.tsv
var published string

// added is our own list of what the collections lack.
//
//go:embed extra.tsv
var added string

var gazetteer = sync.OnceValue(func() *Book {
	return newBook([]*layer{newLayer(parse(published + added))})
})

// Gazetteer returns the names that are known everywhere: countries, their people, their capitals, some organisations, in about twenty
// languages. It is parsed once, at the first call, and shared.
func Gazetteer() *Book { return gazetteer() }

var relations = map[string]Relation{"same": Same, "demonym": Demonym, "metonym": Metonym}

// parse reads groups, one a line: a relation and the forms, apart by tabs. Lines of one relation and one first form are one
// group, but for metonyms, which are pairs.
func parse(tsv string) []Group {
	var groups []Group
	at := map[string]int{}
	for line := range strings.Lines(tsv) {
		kind, rest, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		relation, known := relations[kind]
		if !ok || !known {
			continue
		}
		forms := strings.Split(rest, "\t")
		head := kind + "\t" + analysis.Fold(forms[0])
		if i, again := at[head]; again && relation != Metonym {
			groups[i].Forms = append(groups[i].Forms, forms[1:]...)
			continue
		}
		at[head] = len(groups)
		groups = append(groups, Group{Forms: forms, Relation: relation, Origin: FromGazetteer})
	}
	return groups
}
