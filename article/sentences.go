package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSentence bounds a sentence in bytes: text without any stop (a log, a table, a broken file) is cut at white space
// near it, so that one quotation never holds a whole file.
const maxSentence = 3000

// Sentences returns the spans of the sentences of text, in order, without overlap, none empty. Line ends and list items
// end a sentence, and a row of a table is one; its outer bars, bullets, list numbers, quote markers and emphasis at the edge of a sentence are outside its span.
// A line end within a hard-wrapped sentence does not end it, nor does the stop of a label in emphasis that runs into it.
func Sentences(text string) []Span {
	var spans []Span
	for _, l := range logicalLines(text, 1) {
		if l.End-l.Start <= maxSentence && isTableRow(text[l.Start:l.End]) {
			if row := cells(text, l); row.Start < row.End {
				spans = append(spans, row)
			}
			continue
		}
		start := l.Start + markerLen(text[l.Start:l.End])
		label := runIn(text[start:l.End])
		for start < l.End {
			end := sentenceEnd(text, start+label, l.End)
			label = 0
			if s := trimEdge(text, Span{start, end}); s.Start < s.End {
				spans = append(spans, s)
			}
			start = end
		}
	}
	return spans
}

// sentenceEnd returns where the sentence that begins at start ends, at most limit.
func sentenceEnd(text string, start, limit int) int {
	for i := start; i < limit; {
		r, n := utf8.DecodeRuneInString(text[i:limit])
		if i-start > maxSentence && unicode.IsSpace(r) || i-start > 2*maxSentence {
			return i
		}
		if !isStop(r) {
			i += n
			continue
		}
		end := afterNote(text, afterClosers(text, afterStops(text, i, limit), limit), limit)
		if end >= limit || breaks(text, start, i, end, limit) {
			return end
		}
		i = end
	}
	return limit
}

func isStop(r rune) bool {
	switch r {
	case '.', '!', '?', '…':
		return true
	}
	return firmStop(r)
}

// firmStop says that the stop ends a sentence whatever follows: scripts whose stop has no other use.
func firmStop(r rune) bool {
	switch r {
	case '。', '！', '？', '｡', '۔', '؟', '।', '॥':
		return true
	}
	return false
}

// afterStops returns the end of the run of stops at i.
func afterStops(text string, i, limit int) int {
	for i < limit {
		r, n := utf8.DecodeRuneInString(text[i:limit])
		if !isStop(r) {
			break
		}
		i += n
	}
	return i
}

// afterClosers returns the end of the quotation marks, brackets and emphasis that close at i.
func afterClosers(text string, i, limit int) int {
	for i < limit {
		r, n := utf8.DecodeRuneInString(text[i:limit])
		if !strings.ContainsRune("”’\"'»›)]}」』）*_", r) {
			break
		}
		if strings.ContainsRune("*_\"'’", r) && opensNext(text[i+n:limit]) {
			break
		}
		i += n
	}
	return i
}

// note matches footnote marks as encyclopedias set them: "[12]", "[citation needed]".
var note = regexp.MustCompile(`^(?:\[(?:\d{1,3}|[a-z]|note \d+|citation needed|clarification needed)\])+`)

// afterNote returns the end of the footnote marks at i.
func afterNote(text string, i, limit int) int {
	if i >= limit || text[i] != '[' {
		return i
	}
	return i + len(note.FindString(text[i:limit]))
}

// endNote matches footnote marks at the end of a sentence.
var endNote = regexp.MustCompile(`(?:\[(?:\d{1,3}|[a-z]|note \d+|citation needed|clarification needed)\])+$`)

// opensNext says that a mark before rest opens the next sentence instead of closing this one: a letter is glued to it.
func opensNext(rest string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest[:min(len(rest), 16)], "*_\"'’"))
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// breaks decides whether the stop at stop, closed at end, ends the sentence that began at start.
func breaks(text string, start, stop, end, limit int) bool {
	r, n := utf8.DecodeRuneInString(text[stop:limit])
	next := strings.TrimLeftFunc(text[end:limit], unicode.IsSpace)
	if firmStop(r) || next == "" {
		return true
	}
	glued := len(next) == limit-end
	if glued {
		return r == '.' && gluedSentence(text[start:stop], text[stop+n:end], next)
	}
	if !opensSentence(next) {
		return false
	}
	if r != '.' || end-stop > 1 {
		return r == '.' || !attribution.MatchString(next)
	}
	return !abbreviated(text[start:stop], next)
}

// gluedSentence says that a stop without a space after it ends a sentence: "…of the harbour.The army…", as is left where
// a link or a footnote mark stood. Hosts, file names and initials stay whole.
func gluedSentence(before, closers, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, n := utf8.DecodeRuneInString(next)
	if strings.ContainsRune("“‘«", first) {
		return true
	}
	if closers == "" && !unicode.IsLower(last) || !unicode.IsUpper(first) {
		return false
	}
	second, _ := utf8.DecodeRuneInString(next[n:])
	return (unicode.IsLower(second) || second == ' ') && len(lastWord(before)) > 2
}

// opensSentence says whether next may begin a sentence: anything but a lower-case word, save names written that way.
func opensSentence(next string) bool {
	r, n := utf8.DecodeRuneInString(next)
	for strings.ContainsRune("“‘«\"'([*_", r) && n < len(next) {
		next = next[n:]
		r, n = utf8.DecodeRuneInString(next)
	}
	if strings.ContainsRune(",;:)]–—-", r) {
		return r == '–' || r == '—' || r == '-'
	}
	if !unicode.IsLower(r) {
		return true
	}
	for _, particle := range lowerNames {
		if strings.HasPrefix(next, particle) {
			return true
		}
	}
	second, _ := utf8.DecodeRuneInString(next[n:])
	return unicode.IsUpper(second) // iPhone, eBay
}

// abbreviated says that the full stop after before belongs to an abbreviation, an initial or an ordinal, given what follows.
func abbreviated(before, next string) bool {
	word := lastWord(before[max(0, len(before)-64):])
	if word == "" {
		return false
	}
	lower := strings.ToLower(word)
	switch {
	case isInitial(word):
		return !starter(next)
	case neverLast[lower]:
		return true
	case beforeNumber[lower]:
		return startsWithDigit(next) || word != lower && !starter(next)
	case lower == "no" || lower == "nos":
		return startsWithDigit(next)
	case lower == "a.m" || lower == "p.m":
		return timeGoesOn(next)
	case strings.Contains(word, "."), sometimesLast[lower]:
		return !starter(next)
	case isShortNumber(word):
		return len(word) == len(before) || ordinal(before[:len(before)-len(word)], next)
	}
	return false
}

// attribution matches who asked or shouted the quotation that a question or exclamation mark has closed.
var attribution = regexp.MustCompile(`^(?:(?:\p{Lu}[\p{L}.'’-]*|the)\s+){1,4}(?:said|asked|told|added|wrote|replied|says|asks|shouted|exclaimed|tweeted|posted)\b`)

// timeGoesOn says that what follows "a.m." belongs to the time: a day, a zone, "local time".
func timeGoesOn(next string) bool {
	word := firstWord(next)
	_, day := weekdayNamed(word)
	_, month := monthNamed(word)
	rest := strings.TrimSpace(next[len(word):])
	return day || month || len(word) > 1 && allCapsWord(word) || strings.HasPrefix(rest, "time") || strings.HasPrefix(rest, "Standard")
}

// ordinal says that a number before a full stop is an ordinal, as German and Turkish write it: "am 9. März".
func ordinal(before, next string) bool {
	if _, ok := monthNamed(firstWord(next)); ok && !englishMonth(firstWord(next)) {
		return true
	}
	return ordinalBefore[strings.ToLower(lastWord(strings.TrimRight(before, " ")))]
}

func isInitial(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return n == len(word) && unicode.IsUpper(r)
}

func isShortNumber(word string) bool {
	return len(word) <= 2 && strings.Trim(word, "0123456789") == ""
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// starter says that the first word of next is one that often opens an English sentence and is no part of a name.
func starter(next string) bool {
	word := firstWord(strings.TrimLeft(next, "“‘«\"'([*_"))
	rest := strings.TrimLeft(next, "“‘«\"'([*_")[len(word):]
	return starters[word] && !strings.HasPrefix(rest, ".")
}

// lastWord returns the letters, digits and inner stops at the end of s.
func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && !unicode.IsMark(r)
	})
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return strings.TrimLeft(s[i+n:], ".")
}

// firstWord returns the letters and apostrophes at the start of s.
func firstWord(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
	})
	if i < 0 {
		return s
	}
	return s[:i]
}

// trimEdge takes white space, footnote marks, and emphasis that surrounds the sentence or whose partner is elsewhere, off
// the span.
func trimEdge(text string, s Span) Span {
	for {
		s = trimSpace(text, s)
		part := text[s.Start:s.End]
		if strings.Trim(part, "*_") == "" {
			return Span{s.Start, s.Start}
		}
		if lead := len(part) - len(strings.TrimLeft(part, "*_")); lead > 3 {
			s.Start += lead
			continue
		}
		mark := ""
		for _, m := range emphasis {
			if strings.HasPrefix(part, m) || strings.HasSuffix(part, m) {
				mark = m
				break
			}
		}
		if n := len(endNote.FindString(part)); mark == "" && n > 0 && part[len(part)-1] == ']' {
			s.End -= n
			continue
		}
		if mark == "" {
			return s
		}
		head, tail := strings.HasPrefix(part, mark), strings.HasSuffix(part, mark)
		if !surrounds(part, mark) && strings.Count(part, mark)%2 == 0 {
			return s
		}
		if head {
			s.Start += len(mark)
		}
		if tail && s.End-len(mark) >= s.Start {
			s.End -= len(mark)
		}
	}
}

// trimSpace takes white space off both ends of the span.
func trimSpace(text string, s Span) Span {
	part := text[s.Start:s.End]
	s.Start += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(part))
	return s
}
