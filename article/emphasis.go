package article

import (
	"strings"
	"unicode/utf8"
)

// maxLabel bounds in words a label in emphasis at the head of a line.
const maxLabel = 5

// emphasis are the marks of Markdown, longest first.
var emphasis = [...]string{"***", "**", "__", "*", "_"}

// runIn returns the length of the label at the head of line with its marks, 0 where there is none: a short phrase without
// a verb, in emphasis, with its stop. "**The crew.** Wants more." is one sentence, "**Nobody came.** It rained." is two.
func runIn(line string) int {
	mark := ""
	for _, m := range emphasis {
		if strings.HasPrefix(line, m) {
			mark = m
			break
		}
	}
	n := strings.Index(line[len(mark):], mark)
	if mark == "" || n <= 0 || n > 20*maxLabel {
		return 0
	}
	label, end := line[len(mark):len(mark)+n], n+2*len(mark)
	stop, size := utf8.DecodeLastRuneInString(label)
	if after, width := utf8.DecodeRuneInString(line[end:]); isStop(after) && !isStop(stop) {
		stop, size, end = after, 0, end+width
	}
	phrase := label[:len(label)-size]
	if !isStop(stop) || firmStop(stop) || !isPhrase(phrase) || classOf(sentenceRules, label) != "" {
		return 0
	}
	return end
}

// isPhrase says that s is a few words of which none is a verb that English writes often, and no sentence ends in them.
func isPhrase(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > maxLabel || sentenceEnd(s, 0, len(s)) < len(s) {
		return false
	}
	for i, w := range words {
		w = strings.ToLower(strings.Trim(w, "“”‘’\"'(),:;"))
		past := strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed") && len(w) > 4
		if verbs[w] || past && i > 0 && !articles[strings.ToLower(words[i-1])] {
			return false
		}
	}
	return true
}

var articles = set(`the a an its their his her our your all`)

// verbs are forms that make a sentence of a few words; regular pasts show by their ending.
var verbs = set(`am is are was were be been has have had do does did will would can could may might must shall should
	isn't aren't wasn't weren't won't can't didn't don't doesn't hasn't haven't isn’t aren’t wasn’t weren’t won’t can’t didn’t don’t doesn’t hasn’t haven’t
	said says told fell rose left began won lost hit shut burnt broke sank struck came went met held grew found took gave kept made
	fled led stood spoke sent saw ran got put set cut dies died`)

// surrounds says that one pair of marks stands at both ends of part: what lies between has no pair of its own.
func surrounds(part, mark string) bool {
	return len(part) >= 2*len(mark) && strings.HasPrefix(part, mark) && strings.HasSuffix(part, mark) &&
		markCount(part[len(mark):len(part)-len(mark)], mark) == 0
}

// markCount counts the marks in s, and takes no part of a doubled mark for a single one.
func markCount(s, mark string) int {
	if len(mark) == 1 {
		s = strings.ReplaceAll(s, mark+mark, "")
	}
	return strings.Count(s, mark)
}

// paired widens a stretch of text, at most to within, over the mark before it whose partner it holds, and over the one
// after it. A mark with a word before it closes a pair, one with white space before and a word after it opens one.
func paired(text string, s, within Span) Span {
	part := text[s.Start:s.End]
	for _, m := range emphasis {
		i := strings.Index(part, m)
		if strings.HasSuffix(text[within.Start:s.Start], m) && i > 0 && !spaceAt(part, i-1) {
			s.Start -= len(m)
			break
		}
	}
	for _, m := range emphasis {
		i := strings.LastIndex(part, m)
		if strings.HasPrefix(text[s.End:within.End], m) && i >= 0 && (i == 0 || spaceAt(part, i-1)) && !spaceAt(part, i+len(m)) {
			s.End += len(m)
			break
		}
	}
	return s
}

// spaceAt says that s has a blank or a line end at i, or ends before it.
func spaceAt(s string, i int) bool { return i >= len(s) || strings.IndexByte(" \t\r\n", s[i]) >= 0 }
