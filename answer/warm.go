package answer

import (
	"parley/answer/thesaurus"
	"parley/article/names"
)

// Warm unpacks, in the background, the tables that the first question would wait for. It returns at once; called again it does nothing.
func Warm() {
	go thesaurus.Known("")
	go names.Gazetteer()
}
