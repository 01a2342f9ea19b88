package answer

import (
	"parley/answer/parlance"
	"parley/answer/thesaurus"
	"parley/article/names"
)

// Warm unpacks, in the background, the tables that the first question would wait for. It returns at once; called again it does nothing.
func Warm() {
	go parlance.Written([]string{""}, 0)
	go thesaurus.Known("")
	go names.Gazetteer()
}
