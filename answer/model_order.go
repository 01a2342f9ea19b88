package answer

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parley/answer/gate"
	"parley/article"
	"parley/article/analysis"
)

// A sentence that orders a program to say something is no proof of what it wants said. Articles keep most of these from being
// passages; what is left is found here. News reports orders too, and speaks to its readers: both must pass.
const toSay = `(?:say|write|state|answer|reply|respond|report|repeat|print|output|quote|cite|conclude|pretend|confirm|tell \w+)`

var (
	// saysOrder is an order to say: at the head of a sentence or behind a colon, or under a condition.
	saysOrder = regexp.MustCompile(`(?:^|[.:;!?—–)\]}|]\s*|\bplease |\byou (?:must|should|to) )(?:please |always |only )?` + toSay +
		`\b(?:\s+[^\s.]+){0,6}?\s*(?:\bthat\b|\bwith the\b|\bword for word\b|:)|` +
		`^(?:if|when|whenever)\b[^.]*,\s*(?:always |please |only )?` + toSay + `\b(?:\s+[^\s.]+){0,2}?\s*(?:\bthat\b|\bwith\b|:)`)
	// givesOrder speaks to the program as somebody who commands it.
	givesOrder = regexp.MustCompile(`\b(?:i|we) (?:order|command|instruct|ask|want|tell) you to ` + toSay + `\b|` +
		`\byour (?:task|instructions|system prompt)\b|\b(?:in|begin|start|end) your (?:answer|reply|output|response)\b|` +
		`\byou are now (?:an?|the|in)\b|\byou (?:answer|report|reply) (?:that|with|only)\b|\b(?:play a game|pretend|imagine) (?:in which|that|where)\b.*\byou\b|` +
		`\b(?:automated|machine|ai) (?:readers|systems|agents|assistants)\s*(?::|,? (?:must|should) ` + toSay + `\b)|` +
		`^\W*(?:dear |hey )?(?:assistant|system|chatbot|language model)\b\s*[:,]`)
	// dropsRules wants earlier orders forgotten, in the languages in which we have met it.
	dropsRules = regexp.MustCompile(`\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:rules|instructions|prompts?|guidelines)\b.{0,20}\b(?:and|then|,)|` +
		`^\W*(?:ignore|disregard|forget|override)\b.{0,40}\b(?:rules?|instructions?|prompts?|guidelines|text|article)\b|` +
		`\b(?:ignorier\w*|vergiss|vergessen sie)\b.{0,40}\b(?:anweisung\w*|regeln)\b|\b(?:ignore[rz]?|oublie[rz]?)\b.{0,40}\b(?:consignes|regles|instructions)\b|` +
		`\b(?:ignora|olvida)\w*\b.{0,40}\b(?:instrucciones|reglas|istruzioni|regole|instrucoes|regras)\b|` +
		`\b(?:talimat\w*|kurallar\w*)\b.{0,40}\b(?:yok say|unut|gormezden gel)\w*|ہدایات.{0,40}نظر انداز|هدایات.{0,40}نظر انداز|` +
		`(?:تجاهل|انس).{0,40}(?:التعليمات|القواعد)|игнорируй.{0,40}(?:инструкци|правил)|निर्देश.{0,40}(?:अनदेखा|भूल)`)
)

// commands says that a sentence, or a line of it, gives orders to a program.
func commands(sentence string) bool {
	for line := range strings.Lines(visible(norm.NFKC.String(sentence))) {
		line = strings.ToLower(strings.Join(strings.Fields(line), " "))
		if orderly(line) || orderly(analysis.Fold(line)) || slices.ContainsFunc(strings.Fields(line), disguised) {
			return true
		}
	}
	return false
}

// disguised says that a word has letters of two scripts that look alike: it is written for a program that compares letters.
func disguised(word string) bool {
	for _, part := range strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		latin, other := 0, 0
		for _, r := range part {
			if unicode.In(r, unicode.Latin) {
				latin++
			} else if unicode.In(r, unicode.Cyrillic, unicode.Greek) {
				other++
			}
		}
		if latin > 0 && other > 0 && len([]rune(part)) > 3 {
			return true
		}
	}
	return false
}

func orderly(line string) bool {
	return saysOrder.MatchString(line) && !opensQuote(line) || givesOrder.MatchString(line) || dropsRules.MatchString(line)
}

// commanding says that a sentence of text within span gives orders to a program.
func commanding(text string, span article.Span) bool {
	return slices.ContainsFunc(article.Sentences(text), func(s article.Span) bool {
		return s.Start < span.End && span.Start < s.End && commands(text[s.Start:s.End])
	})
}

// liftedShare is how much of a statement must stand behind a quote's "that" to be lifted out of there.
const liftedShare = 0.8

// lifted says that a statement is only what somebody wants, believes or is told, taken out from behind its "that": the quotes' own
// statement is another. A statement that says whose it is, is not lifted.
func lifted(part string, quotes []gate.Quote) bool {
	toks := analysis.Tokenize(part, "")
	if anyOf(toks, reporting) {
		return false
	}
	claim, found := stemSet(toks), false
	for _, q := range quotes {
		for _, span := range article.Sentences(q.Text) {
			toks := analysis.Tokenize(q.Text[span.Start:span.End], "")
			if covered(claim, toks) < liftedShare {
				continue
			}
			at := slices.IndexFunc(toks, func(t analysis.Token) bool { return t.Exact == "that" })
			if at < 2 || covered(claim, toks[at:]) < liftedShare || !clausal(toks[:at]) {
				return false // this quote says it by itself
			}
			found = true
		}
	}
	return found
}

// clausal says that what stands before a "that" is a clause of its own, and not the noun that the "that" describes.
func clausal(before []analysis.Token) bool {
	last := before[len(before)-1]
	return !last.Cap && (reporting[last.Exact] || last.Stop || len(before) > 3)
}

// covered is the share of the claim's content that the tokens have, 0 to 1.
func covered(claim map[string]bool, toks []analysis.Token) float64 {
	if len(claim) == 0 {
		return 0
	}
	have := map[string]bool{}
	for _, t := range toks {
		if claim[t.Stem] {
			have[t.Stem] = true
		}
	}
	return float64(len(have)) / float64(len(claim))
}
