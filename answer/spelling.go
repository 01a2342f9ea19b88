package answer

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"parley/article/analysis"
)

const (
	// shortest is the least number of letters of a word that is corrected; a word that exists is taken to sound like another only
	// where it is longer than brief. Shorter ones are too near to too many others.
	shortest, brief = 3, 4
	// nearest is how many words in use are considered for one misspelling.
	nearest = 12
	// correctedWeight is what a match of a corrected word counts.
	correctedWeight = 0.9
)

// correct looks up the words that no live article uses and that are no word of the language, and lets each be found by the word
// in use that was most likely meant. A word that exists is never corrected. It returns the question as searched, "" where
// nothing was changed.
func correct(ctx context.Context, q *query, vocab Vocabulary) (string, error) {
	var words []string
	for _, c := range q.concepts {
		if doubtful(c) || existing(c) {
			words = append(words, c.token.Exact)
		}
	}
	if len(words) == 0 {
		return "", nil
	}
	known, err := vocab.Known(ctx, words)
	if err != nil {
		return "", err
	}
	text, shift := q.text, 0
	for i := range q.concepts {
		c := &q.concepts[i]
		if !doubtful(*c) && !existing(*c) || known[c.token.Exact] {
			continue
		}
		near, err := vocab.Near(ctx, c.token.Exact, nearest)
		if err != nil {
			return "", err
		}
		if q.foreign() {
			c.inflect(near)
			continue
		}
		if existing(*c) {
			c.soundAlike(near)
			continue
		}
		meant := likeliest(c.token.Exact, near)
		if meant == "" || c.name && serves(meant) {
			continue
		}
		c.guessed = true
		c.forms = append(c.forms, form{stems: stemsOf(meant), exact: meant, weight: correctedWeight})
		c.text = meant
		text = text[:c.token.Start+shift] + meant + text[c.token.End+shift:]
		shift += len(meant) - (c.token.End - c.token.Start)
	}
	if shift == 0 && text == q.text {
		return "", nil
	}
	return text, nil
}

// serves says that a word has no meaning of its own: "than" is no misspelling of the name Tran.
func serves(word string) bool {
	toks := analysis.Tokenize(word, "")
	return len(toks) == 1 && toks[0].Stop
}

// inflectedWeight is what another inflection of a word counts.
const inflectedWeight = 0.8

// inflect lets a word of another language be found by the words in use that begin as it does, for two thirds of either and five letters
// at least: its inflections. Whether such a word exists nobody here knows, so it is never corrected.
func (c *concept) inflect(near []Word) {
	for _, n := range near {
		same := commonPrefix(c.token.Exact, n.Text) // in bytes, as the lengths are
		if long := max(len(c.token.Exact), len(n.Text)); len([]rune(n.Text[:same])) >= nearLength && 3*same >= 2*long {
			c.forms = append(c.forms, form{stems: stemsOf(n.Text), exact: n.Text, weight: inflectedWeight})
		}
	}
}

// asWritten gives the words that were corrected as the articles write them: the vocabulary knows them without their diacritics.
func asWritten(corrected string, q *query, views []*view) string {
	if corrected == "" {
		return ""
	}
	own := map[string]string{}
	for _, c := range q.concepts {
		if c.text != "" && analysis.Fold(c.text) != c.token.Exact {
			own[c.text] = ""
		}
	}
	for _, v := range views {
		for _, t := range v.toks {
			if was, ok := own[t.Exact]; ok && was == "" && !t.Joined {
				own[t.Exact] = strings.ToLower(v.Passage.Text[t.Start:t.End])
			}
		}
	}
	for _, t := range slices.Backward(analysis.Tokenize(corrected, "")) {
		if w := own[t.Exact]; w != "" && corrected[t.Start:t.End] == t.Exact {
			corrected = corrected[:t.Start] + w + corrected[t.End:]
		}
	}
	return corrected
}

// soundAlikeWeight is what a word counts that sounds like one of the question's.
const soundAlikeWeight = 0.5

// soundAlike lets an English word that no live article uses be found, at less weight, by a word in use that sounds the same: boarder
// by border. The word exists, so it is not corrected.
func (c *concept) soundAlike(near []Word) {
	for _, n := range near {
		if analysis.Sound(n.Text) == analysis.Sound(c.token.Exact) && n.Text[0] == c.token.Exact[0] {
			c.guessed = true
			c.forms = append(c.forms, form{stems: stemsOf(n.Text), exact: n.Text, weight: soundAlikeWeight})
			return
		}
	}
}

// existing says that a concept is an English word of some length, and no known name.
func existing(c concept) bool {
	return c.token.Kind == analysis.Word && len(c.token.Exact) > brief && !c.listed && c.counts == 1 && english(c.token.Exact)
}

// longest is how many letters a word has at most that is looked up as misspelled: what is near a longer one takes time by the square of its
// length, and the longest words that are written have fewer.
const longest = 80

// doubtful says that a concept may be a misspelling: a word of some length that is neither a known name nor English.
func doubtful(c concept) bool {
	n := utf8.RuneCountInString(c.token.Exact)
	return c.token.Kind == analysis.Word && n >= shortest && n <= longest && !c.listed && c.counts == 1 && !english(c.token.Exact)
}

// likeliest weighs edit distance, sound, the first letter and use, and returns "" where nothing is likely.
func likeliest(word string, near []Word) string {
	best, most := "", 0.0
	for _, n := range near {
		if s := likelihood(word, n); s > most {
			best, most = n.Text, s
		}
	}
	return best
}

// likelihood is above 0 for a word that may have been meant. One edit is allowed, from eight letters on two, one more where it sounds
// alike or begins alike; a word of three letters must have the first one, and so must a word that is more than one edit away.
func likelihood(word string, n Word) float64 {
	d := analysis.Distance(word, n.Text, 3)
	allowed := 1 + len([]rune(word))/8
	alike := analysis.Sound(word) == analysis.Sound(n.Text)
	same := word[0] == n.Text[0]
	if alike || len(word) > 4 && 3*commonPrefix(word, n.Text) >= 2*len(word) {
		allowed++
	}
	if d > allowed || !same && (d > 1 || len(word) <= shortest) {
		return 0
	}
	s := 4 - float64(d)
	if alike {
		s += 0.9
	}
	if same {
		s += 0.6
	}
	return s + min(0.5, float64(n.Freq)/200)
}
