package gate

import "parley/article/analysis"

// analyse gives each word its stem, and says which carry no content. Words that the analysis reads as one number keep
// their own form.
func (t *text) analyse() {
	tokens := analysis.Tokenize(t.raw, "")
	at := 0
	for i := range t.words {
		w := &t.words[i]
		w.stem = w.exact
		for at < len(tokens) && (tokens[at].Start < w.start || tokens[at].Joined) {
			at++
		}
		if at == len(tokens) || tokens[at].Start != w.start || tokens[at].Kind != analysis.Word {
			continue
		}
		if tokens[at].End >= w.end-2 && tokens[at].End <= w.end+2 {
			w.stem, w.function = tokens[at].Stem, tokens[at].Stop
		}
	}
}
