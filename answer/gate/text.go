package gate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/article"
	"parley/article/analysis"
)

// breakKind is the strongest mark that stands between a word and the one before it.
type breakKind uint8

const (
	noBreak breakKind = iota
	hyphen
	comma
	// clause is a semicolon, a colon, a dash or a bracket.
	clause
	// stop is the end of a sentence.
	stop
)

// word is a run of letters, or a number in digits, of a text.
type word struct {
	start, end int
	// exact is the folded form without its possessive; stem is its stem.
	exact, stem string
	// cap says that it begins with a capital, caps that it has two and no small letter, digit that it begins with a digit.
	cap, caps, digit bool
	// function says that the word carries no content of its own.
	function bool
	// first says that the word opens its sentence or a quotation, where a capital proves nothing.
	first bool
	// before is what stands between the word and the one before it.
	before breakKind
	// sentence numbers the sentence of the text in which the word stands, from 0.
	sentence int
}

// text is a stretch taken apart.
type text struct {
	raw       string
	words     []word
	sentences int
	amounts   []amount
	dates     []date
	// counted holds for each word the amount that it is part of, or -1; dated the same for dates.
	counted, dated []int
	// cased says that capitals carry meaning: neither all small, nor all capitals, nor a script without them.
	cased bool
}

// read takes s apart.
func read(s string) *text {
	t := &text{raw: s}
	t.scan()
	t.analyse()
	t.split()
	t.cased = t.isCased()
	t.counted, t.dated = unassigned(len(t.words)), unassigned(len(t.words))
	t.findDates()
	t.findAmounts()
	return t
}

func unassigned(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// token is the text of the words from..to, to excluded.
func (t *text) token(from, to int) string { return t.raw[t.words[from].start:t.words[to-1].end] }

// scan finds the words and the marks between them. A citation marker such as [5] is no word.
func (t *text) scan() {
	end := 0
	for i := 0; i < len(t.raw); {
		r, n := utf8.DecodeRuneInString(t.raw[i:])
		switch {
		case r == '[':
			i += n + marker(t.raw[i+n:])
		case unicode.IsDigit(r):
			j := digits(t.raw, i)
			t.add(i, j, end)
			i, end = j, j
		case unicode.IsLetter(r):
			j := letters(t.raw, i)
			t.add(i, j, end)
			i, end = j, j
		default:
			i += n
		}
	}
}

// marker is the length of the rest of a citation marker ("5]", "3, 4]") at the start of s, or 0.
func marker(s string) int {
	end := strings.IndexByte(s, ']')
	if end < 1 || end > 12 || strings.Trim(s[:end], "0123456789, –-") != "" {
		return 0
	}
	return end + 1
}

// digits is the end of the number that starts at i: digits, grouped or with decimals, "21:40" included.
func digits(s string, i int) int {
	last := i
	for j := i; j < len(s); {
		r, n := utf8.DecodeRuneInString(s[j:])
		if unicode.IsDigit(r) {
			j += n
			last = j
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[j+n:])
		if !strings.ContainsRune(".,:'’٫٬", r) || !unicode.IsDigit(next) {
			break
		}
		j += n
	}
	return last
}

// letters is the end of the word that starts at i. Apostrophes between letters and the dots of "U.S." belong to it.
func letters(s string, i int) int {
	if end := dotted(s, i); end > i {
		return end
	}
	for j := i; ; {
		r, n := utf8.DecodeRuneInString(s[j:])
		if n == 0 || !(unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '\u200c') {
			next, _ := utf8.DecodeRuneInString(s[min(j+n, len(s)):])
			if n == 0 || !apostrophe(r) || !unicode.IsLetter(next) {
				return j
			}
		}
		j += n
	}
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' }

// dotted is the end of an acronym written with dots at i ("U.S.", "T.T.P."), or i. The last dot is left out.
func dotted(s string, i int) int {
	end, n := i, 0
	for j := i; j < len(s); {
		r, size := utf8.DecodeRuneInString(s[j:])
		if !unicode.IsLetter(r) {
			break
		}
		after := j + size
		if after < len(s) && s[after] == '.' {
			end, n, j = after, n+1, after+1
			continue
		}
		if next, _ := utf8.DecodeRuneInString(s[after:]); n > 0 && !unicode.IsLetter(next) {
			end, n = after, n+1
		}
		break
	}
	if n < 2 {
		return i
	}
	return end
}

// add appends the word s[start:end]; the one before it ended at last.
func (t *text) add(start, end, last int) {
	if len(t.words) > 0 && t.raw[start-1] == '+' && start == last+1 {
		return // "origin.site+2" is a source's tag, not a number.
	}
	first, _ := utf8.DecodeRuneInString(t.raw[start:])
	w := word{start: start, end: end, digit: unicode.IsDigit(first), cap: unicode.IsUpper(first)}
	w.exact = bare(t.raw[start:end])
	w.caps = w.cap && isCaps(t.raw[start:end])
	w.before = breakIn(t.raw[last:start])
	w.first = strings.ContainsAny(t.raw[last:start], "“„«\"‘:")
	t.words = append(t.words, w)
}

// bare is a word as it is compared: folded, without its possessive or the case ending that Turkish hangs on a name.
func bare(s string) string {
	at := strings.IndexFunc(s, apostrophe)
	if at < 0 {
		return fold(strings.ReplaceAll(s, ".", ""))
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	head, tail := s[:at], fold(s[at+size:])
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case tail == "s":
		return fold(head)
	case tail == "t" || tail == "ll" || tail == "re" || tail == "ve" || tail == "d" || tail == "m":
		return fold(head) + "'" + tail
	case unicode.IsUpper(first) && at > 2:
		return fold(head)
	}
	return fold(head) + tail
}

func fold(s string) string { return analysis.Fold(s) }

func isCaps(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) && r != 's' {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// breakIn is the strongest mark in what stands between two words.
func breakIn(gap string) breakKind {
	kind := noBreak
	for _, r := range gap {
		switch {
		case strings.ContainsRune(".!?…۔؟।。！？\n", r):
			return stop
		case strings.ContainsRune(";:—–؛|/", r):
			kind = max(kind, clause)
		case strings.ContainsRune(",،、()", r):
			kind = max(kind, comma)
		case r == '-' || r == '‐' || r == '‑':
			kind = max(kind, hyphen)
		}
	}
	if kind == hyphen && strings.ContainsAny(gap, " \t") {
		return clause
	}
	return kind
}

// split numbers the sentences.
func (t *text) split() {
	spans := article.Sentences(t.raw)
	at := 0
	for i := range t.words {
		w := &t.words[i]
		was := at
		for at < len(spans)-1 && w.start >= spans[at].End {
			at++
		}
		w.sentence = at
		if i == 0 || at != was {
			w.first = true
			w.before = stop
		} else if w.before == stop {
			w.before = noBreak // the dot of an abbreviation
		}
	}
	if len(t.words) > 0 {
		t.sentences = t.words[len(t.words)-1].sentence + 1
	}
}

// isCased says whether capitals tell names apart here.
func (t *text) isCased() bool {
	upper, lower, inner := 0, 0, 0
	for _, w := range t.words {
		if w.digit {
			continue
		}
		if w.cap {
			upper++
			if !w.first {
				inner++
			}
		} else if first, _ := utf8.DecodeRuneInString(t.raw[w.start:]); unicode.IsLower(first) {
			lower++
		}
	}
	return lower > 0 && (inner > 0 || upper > 0) && upper <= 3*lower
}
