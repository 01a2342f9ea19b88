package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Valid returns text as valid UTF-8 without NUL and without byte order marks: what is broken is dropped, nothing is
// replaced or rewritten.
func Valid(text string) string {
	if utf8.ValidString(text) && !strings.ContainsAny(text, "\x00\ufeff") {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !(r == utf8.RuneError && n == 1) && r != 0 && r != '\ufeff' {
			b.WriteString(text[i : i+n])
		}
		i += n
	}
	return b.String()
}

// A soft line end is one within a sentence: the text was wrapped by hand or by a mail program, at these widths in bytes.
const (
	minWrap = 50
	maxWrap = 110
)

// logicalLines returns the spans of the lines of text without outer white space, hard-wrapped lines joined, none empty.
// A text counts as wrapped where at least full lines fill its width.
func logicalLines(text string, full int) []Span {
	var spans []Span
	width := wrapWidth(text, full)
	gap := true
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start)
		s := trimSpace(text, Span{start, end})
		start = next
		if s.Start == s.End {
			gap = true
			continue
		}
		if !gap && len(spans) > 0 && soft(text, spans[len(spans)-1], s, width) {
			spans[len(spans)-1].End = s.End
		} else {
			spans = append(spans, s)
		}
		gap = false
	}
	return spans
}

// lineEnd returns where the line that holds start ends, and where the next begins. "\r", "\n", "\r\n" and the separators
// of Unicode end lines.
func lineEnd(text string, start int) (end, next int) {
	for i := start; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\r' && strings.HasPrefix(text[i+1:], "\n"):
			return i, i + 2
		case c >= '\n' && c <= '\r':
			return i, i + 1
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			return i, i + 3
		}
	}
	return len(text), len(text)
}

// wrapWidth returns the width at which text seems wrapped, 0 where its lines are too short or too long for that, or fewer
// than full of them are nearly as long as the longest.
func wrapWidth(text string, full int) int {
	width := 0
	var byLength [maxWrap + 1]int
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start)
		width = max(width, end-start)
		if width > maxWrap {
			return 0
		}
		byLength[end-start]++
		start = next
	}
	near := 0
	for _, n := range byLength[width-width/6:] {
		near += n
	}
	if width < minWrap || near < full {
		return 0
	}
	return width
}

// soft says that the line end between the spans is within a sentence: the upper line is unfinished, and the lower goes on in
// small letters, or its first word had no room above.
func soft(text string, upper, lower Span, width int) bool {
	line := text[upper.Start:upper.End]
	next := text[lower.Start:lower.End]
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "”’\"'»)]*_"))
	if isStop(last) || last == ':' || startsWithTime(next) || !unicode.IsLetter(firstRune(next)) && !strings.ContainsRune("0123456789“‘\"'(«$€£", firstRune(next)) || markerLen(next) > 0 || markerLen(line) > 0 && strings.HasPrefix(line, "#") {
		return false
	}
	if i := strings.LastIndexAny(line, "\n\r"); i >= 0 {
		line = line[i+1:]
	}
	first, _ := utf8.DecodeRuneInString(next)
	if unicode.IsLower(first) && isCreditRow(next) {
		return false
	}
	if unicode.IsLower(first) && len(line) >= 40 && !strings.HasPrefix(next, "http") {
		return true
	}
	word := next
	if i := strings.IndexFunc(next, unicode.IsSpace); i > 0 {
		word = next[:i]
	}
	return width > 0 && len(line) >= minWrap-10 && len(line)+1+len(word) > width
}

// marker matches what stands before the words of a line: quote signs, heading signs, bullets, list numbers.
var marker = regexp.MustCompile(`^(?:>\s*)*(?:#{1,6}\s+|(?:[-*+•·‣▪◦●■–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+)?`)

// markerLen returns the length of the list, heading or quote marker that line begins with, 0 where it has none.
func markerLen(line string) int {
	if line == "" || !strings.ContainsRune(">#-*+•·‣▪◦●■–—(0123456789abcdefghijklmnopqrstuvwxyz", firstRune(line)) {
		return 0
	}
	n := len(marker.FindString(line))
	if n == len(line) {
		return 0
	}
	if number := ordinalMark.FindStringIndex(line[:n]); number != nil && opensDate(line[n:]) {
		return number[0]
	}
	return n
}

// ordinalMark matches a number with a full stop at the end of a marker: of a list, or of a day of the month.
var ordinalMark = regexp.MustCompile(`\(?\d{1,2}\.\s+$`)

// opensDate says that what follows "13." goes on as a date, so that the number is of a day and not of a list: "13. März", "13. marts".
// English does not write days so, and its months are names and verbs, too: they need a year, a mark or the line's end behind them,
// or a small letter where they are no verb.
func opensDate(s string) bool {
	word := firstWord(s)
	if _, ok := monthNamed(word); !ok {
		return false
	}
	after := strings.TrimSpace(s[len(word):])
	if !englishMonth(word) || after == "" || strings.ContainsRune("0123456789.,:;–—-|/()", firstRune(after)) {
		return true
	}
	lower := strings.ToLower(word)
	return unicode.IsLower(firstRune(after)) && lower != "may" && lower != "march"
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
