package answer

import (
	"regexp"
	"strings"

	"parley/article"
	"parley/article/analysis"
)

// ask leaves of a message the part that asks: tags are dropped, and so are sentences that give orders to the machine or set it a
// task. What remains is only ever searched for, never obeyed; where nothing remains, nothing was asked.
func ask(text string) string {
	text = stripTags(text)
	var kept []string
	for _, s := range article.Sentences(text) {
		for _, sent := range chatted(text[s.Start:s.End]) {
			if !orders(sent) {
				kept = append(kept, sent)
			}
		}
	}
	return strings.Join(kept, " ")
}

// chatStop is a stop behind which people who write no capitals go on; a shorter word before it may be an abbreviation.
var chatStop = regexp.MustCompile(`\pL{4}[.!?]+ +`)

// chatted parts a sentence where one of a chat ends that the next begins with a small letter.
func chatted(sentence string) []string {
	var out []string
	from := 0
	for _, at := range chatStop.FindAllStringIndex(sentence, -1) {
		if at[1] < len(sentence) {
			out = append(out, strings.TrimSpace(sentence[from:at[1]]))
			from = at[1]
		}
	}
	return append(out, sentence[from:])
}

// stripTags drops what stands in angle brackets together with anything enclosed by a pair of the same tag:
// it was put there to look like ours.
func stripTags(s string) string {
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			return s
		}
		j := strings.IndexByte(s[i:], '>')
		if j < 0 {
			return s
		}
		name := tagName(s[i+1 : i+j])
		end := i + j + 1
		if name != "" {
			if k := strings.Index(s[end:], "</"+name); k >= 0 {
				if l := strings.IndexByte(s[end+k:], '>'); l >= 0 {
					end += k + l + 1
				}
			}
		}
		s = s[:i] + " " + s[end:]
	}
}

func tagName(s string) string {
	if s == "" || !isLetter(s[0]) {
		return ""
	}
	n := 0
	for n < len(s) && isLetter(s[n]) {
		n++
	}
	return s[:n]
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// orderMarks are the ways in which a sentence addresses the machine instead of asking about the news.
var orderMarks = []string{
	"ignore all", "ignore previous", "ignore the above", "ignore any", "ignore your", "disregard", "system override", "system:",
	"system prompt", "developer mode", "from now on", "do not cite", "don't cite", "without citing", "no citations",
	"give no citations", "reply only", "respond only", "answer only with", "answer that it", "pretend you", "pretend to be",
	"you are now", "act as", "your instructions", "previous instructions", "earlier instructions", "jailbreak", "as an ai",
}

// task is a wish for something other than the news: a letter, a poem, a translation.
var task = regexp.MustCompile(`^(?:hey |please |pls )*(?:(?:can|could|would|will) (?:you|u) (?:please |pls )?)?(?:help me|write|draw|compose|generate|translate|code|sing|pretend|act as|tell me a (?:joke|story|poem|riddle))\b`)

// imperative orders the machine to leave its proofs or its rules aside, or how to write.
var imperative = regexp.MustCompile(`^(?:(?:also|and|then|now|please|pls|ps|p\.s\.|btw)[:, ]+)*(?:\[system\]|(?:ignore|disregard|forget|drop|skip|override|bypass)(?: about)? (?:all|any|the|your|every)? ?(?:of )?(?:the |your )?(?:sources?|citations?|quotes?|quotations?|rules?|instructions?|articles?|evidence|guidelines?|restrictions?|everything)\b|(?:end|start|begin|finish) (?:every|each|all|your) (?:of your )?(?:lines?|answers?|sentences?|repl(?:y|ies)|messages?|responses?|paragraphs?)\b)`)

// orders says that a sentence is addressed to the machine. A sentence that ends as a question and sets no task is one.
func orders(sentence string) bool {
	f := strings.ToLower(strings.TrimSpace(sentence))
	if task.MatchString(f) {
		return true
	}
	if strings.HasSuffix(f, "?") {
		return false
	}
	if imperative.MatchString(f) && !anyOf(analysis.Tokenize(f, ""), interrogative) {
		return true
	}
	for _, m := range orderMarks {
		if strings.Contains(f, m) {
			return true
		}
	}
	return false
}
