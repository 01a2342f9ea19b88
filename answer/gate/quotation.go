package gate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers gives for each mark that may open a quotation the marks that may close it.
var closers = map[rune]string{'“': "”“", '"': "\"”", '„': "“”\"", '«': "»", '»': "«", '‘': "’'", '\'': "'’", '‹': "›", '「': "」", '『': "』"}

// quotations are the stretches of s that stand in quotation marks, without the marks. One that is not closed runs to the end.
// An apostrophe is told from a single mark by the letter before it.
func quotations(s string) []string {
	var out []string
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		close, opens := closers[r]
		if !opens || single(r) && !opensSingle(s, i, n) || r == '"' && endsWord(s[:i]) {
			i += n
			continue
		}
		end, after := closing(s, i+n, close, single(r))
		if end < 0 {
			i += n
			continue
		}
		out = append(out, s[i+n:end])
		i = after
	}
	return out
}

func single(r rune) bool { return r == '‘' || r == '\'' || r == '‹' }

// opensSingle says that the single mark at i opens a quotation: a letter behind it, none before it.
func opensSingle(s string, i, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	return (i == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before)) && unicode.IsLetter(after)
}

// endsWord says that s ends in a letter or a digit: a straight mark behind one opens nothing (6").
func endsWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return inWord(r)
}

// closing is where the quotation that began at from ends, and where the text goes on; -1 where a single mark is never closed.
func closing(s string, from int, close string, isSingle bool) (end, after int) {
	for i, r := range s[from:] {
		at := from + i
		n := utf8.RuneLen(r)
		if !strings.ContainsRune(close, r) {
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[at+n:])
		if isSingle && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
			continue
		}
		return at, at + n
	}
	if isSingle {
		return -1, from
	}
	return len(s), len(s)
}

// verbatim is s as quotations are compared: folded in case, marks of quotation left out, dashes and blanks made one kind.
func verbatim(s string) string {
	var b strings.Builder
	blank := true
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsSpace(r):
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
			continue
		case strings.ContainsRune("“”\"„«»‘’'‹›ʼ`\u00ad\u200b", r):
			continue
		case strings.ContainsRune("‐‑‒–—―", r):
			r = '-'
		}
		b.WriteRune(r)
		blank = false
	}
	return strings.TrimSpace(b.String())
}

// parts are the stretches of a quotation between its ellipses. What stands in square brackets was put in by the writer and
// divides them too.
func parts(quotation string) []string {
	var out []string
	s := strings.NewReplacer("[…]", "…", "[...]", "…", "...", "…").Replace(quotation)
	for s != "" {
		at := strings.IndexAny(s, "…[")
		piece := s
		if at < 0 {
			s = ""
		} else {
			piece = s[:at]
			_, n := utf8.DecodeRuneInString(s[at:])
			if s[at] == '[' {
				if end := strings.IndexByte(s[at:], ']'); end > 0 {
					n = end + 1
				}
			}
			s = s[at+n:]
		}
		if piece = strings.Trim(verbatim(piece), " .,;:!?-"); piece != "" {
			out = append(out, piece)
		}
	}
	return out
}

// maxOmission is how much an ellipsis may leave out, in bytes: beyond it two stretches are two quotations.
const maxOmission = 300

// quoted says whether every part of the quotation stands in passage, in order and at the borders of words. What an ellipsis
// leaves out must be short and without a negation.
func quoted(quotation, passage string) bool {
	from := 0
	for i, p := range parts(quotation) {
		at := indexWords(passage[from:], p)
		if at < 0 || i > 0 && (at > maxOmission || negates(passage[from:from+at])) {
			return false
		}
		from += at + len(p)
	}
	return true
}

func negates(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if negators[strings.Trim(w, ".,;:")] {
			return true
		}
	}
	return false
}

// indexWords is where part stands in s with no letter or digit against either end, or -1.
func indexWords(s, part string) int {
	for from := 0; ; {
		at := strings.Index(s[from:], part)
		if at < 0 {
			return -1
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+len(part):])
		if !inWord(before) && !inWord(after) {
			return at
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		from = at + n
	}
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}
