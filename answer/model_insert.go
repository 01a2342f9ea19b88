package answer

import (
	"parley/answer/gate"
	"parley/article/analysis"
)

// judgements are small words that say what to think of a thing.
var judgements = words("only merely just even finally mere")

// inserted says that a statement puts a word of its own between words that stand side by side in its quotes: "wrongly denied" for
// "denied", "the firm, which lied, said" for "the firm said". One such word is no rewording: nothing of the quotes stands for it.
func inserted(part string, quotes []gate.Quote) bool {
	var sources [][]analysis.Token
	have := map[string]bool{}
	for _, q := range quotes {
		var content []analysis.Token
		for _, t := range analysis.Tokenize(q.Text, "") {
			have[t.Stem], have[t.Exact], have[beginning(t.Exact)] = true, true, true
			if !t.Stop && !t.Joined {
				content = append(content, t)
			}
		}
		sources = append(sources, content)
	}
	before, own := "", false
	for _, t := range analysis.Tokenize(part, "") {
		known := have[t.Stem] || have[beginning(t.Exact)]
		switch {
		case judgements[t.Exact] && !have[t.Exact]:
			return true
		case t.Stop || t.Joined || reporting[t.Exact]:
		case !known && !t.Cap && t.Kind != analysis.Number:
			own = own || before != ""
		case known && own && neighbours(sources, before, t.Stem):
			return true
		default:
			before, own = t.Stem, false
		}
	}
	return false
}

// neighbours says that two stems stand side by side among the content words of one of the texts.
func neighbours(texts [][]analysis.Token, a, b string) bool {
	for _, content := range texts {
		for i := 1; i < len(content); i++ {
			if content[i-1].Stem == a && content[i].Stem == b {
				return true
			}
		}
	}
	return false
}
