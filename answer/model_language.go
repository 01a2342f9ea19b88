package answer

import (
	"regexp"
	"slices"
	"unicode"

	"parley/answer/gate"
	"parley/article/analysis"
)

const (
	// leastWords is how many words of its own a sentence has at least, for its language to be compared.
	leastWords = 3
	// moreSmall is how many more small words of another language than of the articles' a sentence has that is in that language.
	moreSmall = 2
)

// smallWords are the languages in the Latin script whose small words we know: what they share with English ("a", "no", "die") hides
// that a sentence is in one of them.
var smallWords = []string{"en", "de", "es", "fr", "it", "nl", "pt", "tr"}

// foreign says that a sentence is in another language than what it cites: of its words but names and figures, fewer than a quarter stand
// anywhere in what was sent of the cited articles, or its small words are another language's. Its quotes alone are too short for that: a
// sentence in other words of the same language shares the small words of the language only with a longer text.
func (s *sitting) foreign(d *draft) bool {
	have := map[string]bool{}
	tag := ""
	for _, v := range s.sent {
		if slices.ContainsFunc(d.cites, func(p located) bool { return p.ArticleID == v.ArticleID }) {
			tag = v.Meta.Language
			for _, t := range v.toks {
				have[t.Exact] = true
			}
		}
	}
	own, same := 0, 0
	for _, t := range analysis.Tokenize(d.text, "") {
		if t.Kind == analysis.Number || t.Cap {
			continue
		}
		own++
		if have[t.Exact] {
			same++
		}
	}
	return own >= leastWords && (same*4 < own || smallElsewhere(d.text, tag))
}

// smallElsewhere says that a text has clearly more of the small words of some other language than of its own, a BCP 47 tag.
func smallElsewhere(text, tag string) bool {
	at := small(text, tag) + moreSmall
	return slices.ContainsFunc(smallWords, func(other string) bool { return !analysis.SameRules(other, tag) && small(text, other) >= at })
}

func small(text, tag string) int {
	n := 0
	for i, t := range analysis.Tokenize(text, tag) {
		if t.Stop && (!t.Cap || i == 0) {
			n++
		}
	}
	return n
}

// elsewhere is foreign for what is to be sure of it: a sentence of other words in the same language has its small words.
func (s *sitting) elsewhere(d *draft) bool {
	tag := d.cites[0].Meta.Language
	return s.foreign(d) && (inLatin(d.text) != inLatin(d.cites[0].quote()) || small(d.text, tag) == 0 || smallElsewhere(d.text, tag))
}

// inLatin says that most letters of a text are Latin.
func inLatin(text string) bool {
	latin, all := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			all++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	return 2*latin > all
}

// acrossLanguages is the gate's word on a sentence in another language than its quotes. Common nouns and titles have capitals in some
// languages, and no quote has them: where nothing but such is amiss the gate cannot know, and a judge may. A name that stands in what was
// sent, and not in the quotes, is somebody else's.
func (s *sitting) acrossLanguages(result gate.Result) gate.Result {
	for _, r := range result.Reasons {
		if r.Rule != "coverage" && (r.Rule != "name" || s.speaksOf(r.Claim)) {
			return result
		}
	}
	return gate.Result{Verdict: gate.Unsure, Reasons: result.Reasons}
}

// speaksOf says that a word of the name, other than a small one, stands with a capital in what was sent.
func (s *sitting) speaksOf(name string) bool {
	for _, word := range analysis.Tokenize(name, "") {
		for _, v := range s.sent {
			if !word.Stop && slices.ContainsFunc(v.toks, func(t analysis.Token) bool { return t.Cap && t.Exact == word.Exact }) {
				return true
			}
		}
	}
	return false
}

// spacedThousands is a figure as some languages part it: 4 200, mostly with a blank that does not break.
var spacedThousands = regexp.MustCompile(`\b(\d{1,3})[ \x{a0}\x{202f}](\d{3})\b`)

// joined writes such figures in one, for the gate.
func joined(s string) string {
	for range 3 { // up to millions of millions
		s = spacedThousands.ReplaceAllString(s, "$1$2")
	}
	return s
}
