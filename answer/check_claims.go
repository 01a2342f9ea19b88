package answer

import (
	"regexp"
	"strings"

	"parley/article"
	"parley/article/analysis"
)

const (
	// maxClaims bounds the work of one message; what follows is not read.
	maxClaims = 12
	// fewestWords is how many content words make a claim: fewer say nothing that an article could support.
	fewestWords = 2
)

// claimsOf splits a message into statements: its sentences and lines, parted again at semicolons and at "but" and "while" where
// both sides can stand alone. Links, mentions, emoji and the asking around a statement are left out.
func claimsOf(message string) []string {
	message = stripTags(clip(article.Valid(message), maxQuestionBytes))
	var out []string
	for line := range strings.Lines(unlinked.ReplaceAllString(message, " ")) {
		line = strings.TrimSpace(strings.TrimLeft(line, "> \t*-•"))
		for _, span := range article.Sentences(line) {
			for _, part := range parted(line[span.Start:span.End]) {
				if claim := statement(part); contentWords(claim) >= fewestWords {
					out = append(out, claim)
				}
			}
		}
	}
	return out[:min(maxClaims, len(out))]
}

var (
	unlinked = regexp.MustCompile(`https?://\S+|<[@#:a][^>]*>|@(everyone|here)\b|#\w+`)
	joints   = regexp.MustCompile(`;\s+|,\s+(but|while|whereas)\s+`)
	// asking is what people put before a rumour that they pass on.
	asking = regexp.MustCompile(`(?i)^\W*((breaking|just in|urgent|update|alert|news|fyi|rumou?r|psa|confirmed)\W+|((is|was) it (really )?(true|correct|confirmed)|(i|we) (just )?(heard|saw|read)( somewhere)?|(someone|somebody|people|they|everyone|my \w+) (said|says|say|told me|claims?|is saying|are saying)|apparently|so|hey|guys|omg|wow|can (anyone|someone) confirm)( that|,|:| -)?\s+)+`)
)

// parted cuts a sentence at its joints where each part has a few words.
func parted(sentence string) []string {
	var out []string
	last := 0
	for _, at := range joints.FindAllStringIndex(sentence, -1) {
		if contentWords(sentence[last:at[0]]) > fewestWords && contentWords(sentence[at[1]:]) > fewestWords {
			out = append(out, sentence[last:at[0]])
			last = at[1]
		}
	}
	return append(out, sentence[last:])
}

// statement is what is claimed, without the asking around it.
func statement(s string) string {
	s = asking.ReplaceAllString(strings.TrimSpace(s), "")
	return strings.TrimSpace(strings.TrimRight(s, "?¿؟ \t"))
}

func contentWords(s string) int {
	n := 0
	for _, t := range analysis.Tokenize(s, "") {
		if !t.Stop && !t.Joined {
			n++
		}
	}
	return n
}
