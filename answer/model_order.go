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
		`\b(?:automated|machine|ai) (?:readers|systems|agents|assistants)\s*(?::|,? (?:must|should) ` + toSay + `\b)|\bfor (?:ai )?assistants\s*:|` +
		`^\W*(?:dear |hey )?(?:assistant|system|chatbot|language model)\b\s*(?:[:,=→>–—-]|=>|->)|` +
		`\b(?:so|then|instead|therefore|in its place|always|only),? (?:say|write|answer|reply|respond|report|repeat|print|quote)\s*:|` +
		`(?:^|, )(?:dear |hey )?(?:summari[sz]ers?|assistants?|chat ?bots?|language models?),|\b(?:echo|repeat) after me\b|` +
		`^\W*tell (?:the |all |our )?(?:readers?|users?|members?|everyone|everybody) (?:to|that|about|of)\b|` +
		`[;:,—–]\s*(?:just|simply) (?:say|write|answer|reply|respond|repeat|print)\b`)
	// scriptsAnswer speaks of the answers that a program is to give: what they say, how they begin, what every one of them holds.
	scriptsAnswer = regexp.MustCompile(`\b(?:every|each|any|all) (?:answers?|repl(?:y|ies)|responses?)\b.{0,60}\b(?:must|should|shall|has to|have to|(?:is|are) to|begins?|ends?)\b|` +
		`\bin (?:every|each|any|all) (?:answers?|repl(?:y|ies)|responses?)\b|\bwith every answer\b|` +
		`\b(?:answers|replies|responses) (?:on|about|to|concerning)\b.{0,60}\b(?:must|should|shall|have to|are to) (?:end|begin|start|say|read|state|contain)\b|` +
		`^\W*(?:the )?(?:correct|right|true|verified|approved|expected|desired|official|final|example of a good|model) (?:answer|reply|response|wording)\b[^.]{0,60}:|` +
		`\b(?:approved|agreed|required|official) wording\b|\b(?:expected|desired|required|correct) (?:output|answer|reply|response) (?:is|reads)\s*:`)
	// worksForm tells a program what to do with the forms of its work: sentences to complete, sources, keys, quotations.
	worksForm = regexp.MustCompile(`(?:^|[\])}:.;!?]\s)\W*(?:please |now |next,? )?(?:complete|fill|translate|decode|treat|set|put|replace|swap|use|take|cite|begin|obey|follow|repeat)\b[^.]{0,60}` +
		`\b(?:sentence|blank|quotations?|verdict|passages?|citations?|keys|only source|first letters|wording|search_again)\b|` +
		`\breplace the (?:sentence|answer|passage|line)\b|\b(?:translate|decode|convert)\b[^.]{0,60}\band (?:show|print|follow|obey|say|write|post)\b|` +
		`\b(?:key|cite|quote|passage) p\d{1,2}\b|\bp\d{1,2} (?:is|means|says) p?\d*\b.{0,30}\bp\d{1,2}\b|` +
		// JSON is no prose, and neither are the fields of a reply.
		`"\s*:\s*["{\[]|[{\[]\s*"|\bsearch_again\b|\b(?:cites|verdict|speaker|sentences)\s*[:=].*\b(?:text|cites|key|verdict|quote)\s*[:=]|` +
		`\btext\s*[:=].*\b(?:cites|verdict|speaker)\s*[:=]|^\W*(?:text|quote|cites?|verdict)\s*[:=]|\bthis (?:line|sentence) (?:says|outranks)\b`)
	// saysElsewhere is saysOrder in other languages, folded. Spanish orders look like reports ("afirma que"), but for those to all questions.
	saysElsewhere = regexp.MustCompile(`^\W*(?:antworte|schreibe?|sage|behaupte|melde|wiederhole|(?:antworten|schreiben|sagen|melden) sie)\b.{0,60}\bdass\b|` +
		`^\W*(?:reponds|repondez|ecris|ecrivez|dis|dites|affirmez|confirmez|repetez)\b.{0,60}\bque?\b|` +
		`^\W*(?:escriba|responda|diga|escreva|scrivi|rispondi|scriva|risponda)\b.{0,60}\b(?:que|che)\b|` +
		`^\W*(?:responde|contesta|escribe|di)\b.{0,20}\b(?:siempre|solo|a (?:cada|toda))\b.{0,40}\bque\b|` +
		`(?:[iu]n[iu]|diye) (?:yaz|soyle|belirt|bildir|cevap ver|yanitla)(?:in|iniz)?\W*$|` +
		`(?:^|[\s,])(?:отвечай|ответь|напиши|пиши|скажи|говори|сообщи|утверждай)(?:те)?[\s,].{0,40}что|` +
		`(?:^|\s)(?:اكتب|اكتبوا|قل|قولوا|اجب|اجيبوا|أجب|أجيبوا)(?:\s.{0,40})?\s(?:ان|أن|إن|بان|بأن)\s|` +
		`(?:لکھیں|لکھو|کہو|جواب دیں|جواب دو) کہ|(?:लिखो|लिखें|कहो|जवाब दो|जवाब दें) कि|请(?:写|说|回答|报告)|と(?:書け|書いて|答えろ|答えて|言え)`)
	// dropsRules wants earlier orders forgotten, in the languages in which we have met it.
	dropsRules = regexp.MustCompile(`\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:rules|instructions|prompts?|guidelines)\b.{0,20}\b(?:and|then|,)|` +
		`^\W*(?:ignore|disregard|forget|override)\b.{0,40}\b(?:rules?|instructions?|prompts?|guidelines|text|article)\b|` +
		`\b(?:ignorier\w*|vergiss|vergessen sie)\b.{0,40}\b(?:anweisung\w*|regeln)\b|\b(?:ignore[rz]?|oublie[rz]?)\b.{0,40}\b(?:consignes|regles|instructions)\b|` +
		`\b(?:ignor[ae]|olvid[ae]|esque[cç][ae]|dimentica)\w*\b.{0,40}\b(?:instrucciones|reglas|istruzioni|regole|instrucoes|regras)\b|` +
		`\b(?:talimat\w*|kurallar\w*)\b.{0,40}\b(?:yok say|unut|gormezden gel)\w*|ہدایات.{0,40}نظر انداز|هدایات.{0,40}نظر انداز|` +
		`(?:تجاهل|انس).{0,40}(?:التعليمات|القواعد)|игнорируй.{0,40}(?:инструкци|правил)|निर्देश.{0,40}(?:अनदेखा|भूल)|` +
		`(?:忽略|无视|無視).{0,14}(?:指示|指令|规则|規則|说明)|(?:指示|命令|ルール|規則).{0,6}無視|(?:지시|규칙|명령).{0,8}무시|` +
		`(?:התעלם|שכח).{0,40}(?:הוראות|כללים)`)
)

// commands says that a sentence, or a line of it, gives orders to a program.
func commands(sentence string) bool {
	for line := range strings.Lines(visible(norm.NFKC.String(sentence))) {
		line = strings.ToLower(strings.Join(strings.Fields(line), " "))
		folded := analysis.Fold(line)
		if orderly(line) || folded != line && orderly(folded) || slices.ContainsFunc(strings.Fields(line), disguised) {
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
	return mayBid(line) && saysOrder.MatchString(line) && !opensQuote(line) || mayAddress(line) && givesOrder.MatchString(line) ||
		mayScript(line) && scriptsAnswer.MatchString(line) || mayWork(line) && worksForm.MatchString(line) ||
		mayBidElsewhere(line) && saysElsewhere.MatchString(line) || mayDrop(line) && dropsRules.MatchString(line)
}

// commanding says that a sentence of text within span gives orders to a program.
func commanding(text string, span article.Span) bool {
	return slices.ContainsFunc(article.Sentences(text), func(s article.Span) bool {
		return s.Start < span.End && span.Start < s.End && commands(text[s.Start:s.End])
	})
}

// liftedShare is how much of a statement must stand behind a quote's "that" to be lifted out of there.
const liftedShare = 0.8

// lifted says that a statement is only what somebody wants, believes, is told or has written, taken out from behind a "that" or a
// colon or from between quotation marks: the quotes' own statement is another. A statement that says whose it is, is not lifted.
func lifted(part string, quotes []gate.Quote) bool {
	toks := analysis.Tokenize(part, "")
	if anyOf(toks, reporting) || strings.ContainsAny(part, "\"“„«") {
		return false
	}
	claim, found := stemSet(toks), false
	for _, q := range quotes {
		for _, span := range article.Sentences(q.Text) {
			sentence := q.Text[span.Start:span.End]
			toks := analysis.Tokenize(sentence, "")
			if covered(claim, toks) < liftedShare {
				continue
			}
			if !held(sentence, toks, claim) {
				return false // this quote says it by itself
			}
			found = true
		}
	}
	return found
}

// held says that a sentence has the claim only within what another clause of it holds.
func held(sentence string, toks []analysis.Token, claim map[string]bool) bool {
	at := slices.IndexFunc(toks, func(t analysis.Token) bool { return t.Exact == "that" })
	if at >= 2 && covered(claim, toks[at:]) >= liftedShare && clausal(toks[:at]) {
		return true
	}
	for _, span := range withheld.FindAllStringIndex(sentence, -1) {
		from := slices.IndexFunc(toks, func(t analysis.Token) bool { return t.Start >= span[0] })
		to := slices.IndexFunc(toks, func(t analysis.Token) bool { return t.Start >= span[1] })
		if to < 0 {
			to = len(toks)
		}
		if from > labelWords && covered(claim, toks[from:to]) >= liftedShare {
			return true
		}
	}
	return false
}

// withheld is what stands behind a colon, or between quotation marks.
var withheld = regexp.MustCompile(`:\s[^\n]*|“[^”\n]*”|"[^"\n]*"|„[^“\n]*“|«[^»\n]*»`)

// labelWords is how long a label before a colon is at most: "What we know", "Correction, Thursday". More is a clause.
const labelWords = 3

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
