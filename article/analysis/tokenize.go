package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tokenize takes text apart by the rules of lang, a BCP 47 tag; "" and languages without rules of their own follow English
// ones, and a word in a script that the language is not written in follows that script's. Tokens are in order of Start, a
// Joined one behind its parts. Punctuation gives no token but the percent sign after a number, which is the word "percent".
// Any text will do, also broken UTF-8.
func Tokenize(text, lang string) []Token {
	return TokenizeIn(make([]Token, 0, len(text)/5+4), text, lang)
}

// TokenizeIn is Tokenize in the room of a list that is no longer needed: it writes over it.
func TokenizeIn(room []Token, text, lang string) []Token {
	s := scanner{text: text, lang: lookup(lang), tokens: room[:0], compound: -1}
	for i := 0; i < len(text); {
		i = s.next(i)
	}
	return s.numbersInWords()
}

// scanner walks once through a text.
type scanner struct {
	text   string
	lang   *language
	tokens []Token
	// spelled are the places in tokens of words that may be part of a number in words.
	spelled []int
	// compound is the place in tokens of the first part of a hyphenated word, -1 outside of one.
	compound int
	// lineEnd is where the line ends whose shouting is known: a line in capitals throughout says nothing about acronyms.
	lineEnd  int
	shouting bool
}

// next reads one token, or passes over what is none, at i and returns where to go on.
func (s *scanner) next(i int) int {
	c := s.text[i]
	switch {
	case isLetter(c):
		return s.word(i)
	case isDigit(c):
		return s.number(i)
	case c == '%':
		return s.percent(i, 1)
	case c < utf8.RuneSelf:
		return i + 1
	}
	r, size := utf8.DecodeRuneInString(s.text[i:])
	switch {
	case isUnspaced(r):
		return s.unspaced(i)
	case unicode.IsLetter(r):
		return s.word(i)
	case unicode.Is(unicode.Nd, r):
		return s.number(i)
	case r == '٪':
		return s.percent(i, size)
	}
	return i + size
}

// word reads a word that begins at i, or dotted capitals, and closes a compound that ends with it.
func (s *scanner) word(i int) int {
	if end := dotted(s.text[i:]); end > 0 {
		s.dottedToken(i, i+end)
		return s.afterPart(i + end)
	}
	end := s.wordEnd(i)
	raw := s.text[i:end]
	f := s.form(raw, i)
	if f.exact == "cent" && s.joinPercent(i, end) {
		return end
	}
	if f.exact != "" {
		if f.spelled {
			s.spelled = append(s.spelled, len(s.tokens))
		}
		s.tokens = append(s.tokens, Token{Start: i + int(f.from), End: i + int(f.to), Exact: f.exact, Stem: f.stem, Cap: f.capital, Stop: f.stop})
	}
	return s.afterPart(end)
}

// wordEnd is where the word at i ends: its letters, marks and digits, and apostrophes between letters.
func (s *scanner) wordEnd(i int) int {
	t := s.text
	for i < len(t) && (isLetter(t[i]) || isDigit(t[i])) {
		i++
	}
	if i == len(t) || t[i] < utf8.RuneSelf && t[i] != '\'' {
		return i
	}
	for i < len(t) {
		r, size := utf8.DecodeRuneInString(t[i:])
		switch {
		case isUnspaced(r):
			return i
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
		case isInvisible(r) && letterAt(t[i+size:]):
		case (r == '\'' || r == '’') && letterAt(t[i+size:]):
		default:
			return i
		}
		i += size
	}
	return i
}

func letterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// afterPart looks for a hyphen at i that ties another part to the last token, and ends the compound where there is none.
func (s *scanner) afterPart(i int) int {
	size := hyphen(s.text[i:])
	n := len(s.tokens)
	tied := size > 0 && n > 0 && s.tokens[n-1].End == i && partAt(s.text[i+size:])
	switch {
	case tied && s.compound < 0:
		s.compound = n - 1
	case !tied && s.compound >= 0:
		s.join()
	}
	if tied {
		return i + size
	}
	return i
}

// hyphen is the length of a hyphen at the head of s, or 0. A dash is none: it ties what belongs to two words.
func hyphen(s string) int {
	switch {
	case strings.HasPrefix(s, "-"):
		return 1
	case strings.HasPrefix(s, "‐"), strings.HasPrefix(s, "‑"):
		return 3
	}
	return 0
}

func partAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !isUnspaced(r)
}

// maxParts is the most parts that a word has which is also written without hyphens.
const maxParts = 5

// join marks the parts of the compound that has just ended, and adds the joined form where it is a word that somebody might write.
func (s *scanner) join() {
	first := s.compound
	s.compound = -1
	parts := s.tokens[first:]
	if len(parts) < 2 {
		return
	}
	for i := range parts {
		parts[i].Part = true
	}
	if len(parts) > maxParts {
		return
	}
	if f := s.joined(parts); f.exact != "" {
		start, end := parts[0].Start, parts[len(parts)-1].End
		s.tokens = append(s.tokens, Token{Start: start, End: end, Exact: f.exact, Stem: f.stem, Cap: parts[0].Cap, Joined: true})
	}
}

// joined is the form of a compound, without an exact one where it is not written in one word.
func (s *scanner) joined(parts []Token) *form {
	raw := s.text[parts[0].Start:parts[len(parts)-1].End]
	if f := s.lang.memo.get(raw, false); f != nil {
		return f
	}
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Exact)
	}
	f := &form{raw: strings.Clone(raw)}
	if exact := b.String(); joinable(parts) && len(exact) <= maxTerm/2 {
		first, _ := utf8.DecodeRuneInString(exact)
		f.exact, f.stem = exact, s.lang.of(first).stemOf(exact, exact)
	}
	s.lang.memo.put(f)
	return f
}

// joinable leaves out what is written only with its hyphen: a pair of names, a number with its noun.
func joinable(parts []Token) bool {
	names := true
	for i, p := range parts {
		if strings.ContainsRune(p.Exact, '.') {
			return false
		}
		if p.Kind == Number && (i == 0 || len(parts) > 2 || !parts[0].Cap || len(parts[0].Exact) > 5) {
			return false
		}
		if spelledOut(p.Exact) {
			return false
		}
		names = names && p.Cap && len(p.Exact) >= 4
	}
	return !names
}

// number reads a number in digits, in any script, that begins at i.
func (s *scanner) number(i int) int {
	ascii, offsets := asciiDigits(s.text[i:])
	if offsets == nil {
		return s.numeral(i, s.text[i:], func(n int) int { return n })
	}
	return s.numeral(i, ascii, func(n int) int { return offsets[n] })
}

// numeral reads the number at the head of digits, which is the text from i on with ASCII digits; at gives the length in the
// text of the first n bytes of digits.
func (s *scanner) numeral(i int, digits string, at func(n int) int) int {
	glued := i > 1 && strings.IndexByte(".,:", s.text[i-1]) >= 0 && isDigit(s.text[i-2])
	num := readNumeral(digits, s.lang.comma, glued)
	end := num.n
	tail := asciiLetters(digits[num.n:])
	switch suffix := strings.ToLower(digits[num.n : num.n+tail]); {
	case tail == 0 || units[suffix]:
	case ordinalEndings[suffix]:
		end += tail
	default:
		return s.mixed(i, i+at(num.n+tail))
	}
	s.tokens = append(s.tokens, Token{Start: i, End: i + at(end), Exact: num.exact, Stem: num.exact, Kind: Number})
	if s.compound >= 0 {
		return s.afterPart(i + at(end))
	}
	return i + at(end)
}

// mixed adds a word that begins with digits: 14b, 4x4, 1990s.
func (s *scanner) mixed(start, end int) int {
	for end < len(s.text) && (isLetter(s.text[end]) || isDigit(s.text[end])) {
		end++
	}
	exact := Fold(s.text[start:end])
	s.tokens = append(s.tokens, Token{Start: start, End: end, Exact: exact, Stem: exact})
	return s.afterPart(end)
}

// percent adds the word for a percent sign that follows a number, with a blank between them or none.
func (s *scanner) percent(i, size int) int {
	if n := len(s.tokens); n > 0 && s.tokens[n-1].Kind == Number && i-s.tokens[n-1].End <= 1 {
		s.tokens = append(s.tokens, Token{Start: i, End: i + size, Exact: "percent", Stem: "percent"})
	}
	return i + size
}

// joinPercent makes one word of "per cent".
func (s *scanner) joinPercent(start, end int) bool {
	n := len(s.tokens)
	if n == 0 || s.tokens[n-1].Exact != "per" || start-s.tokens[n-1].End != 1 {
		return false
	}
	s.tokens[n-1] = Token{Start: s.tokens[n-1].Start, End: end, Exact: "percent", Stem: "percent"}
	return true
}

// unspaced reads a run of a script that puts no blanks between words, as overlapping pairs of characters.
func (s *scanner) unspaced(i int) int {
	prev := -1
	start := i
	for i < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if !isUnspaced(r) {
			break
		}
		if prev >= 0 {
			s.pair(prev, i+size)
		}
		prev, i = i, i+size
	}
	if prev == start {
		s.pair(start, i)
	}
	return i
}

func (s *scanner) pair(start, end int) {
	exact := Fold(s.text[start:end])
	s.tokens = append(s.tokens, Token{Start: start, End: end, Exact: exact, Stem: exact})
}

func isUnspaced(r rune) bool {
	if r < 0x0E00 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) &&
		(unicode.IsLetter(r) || unicode.IsMark(r))
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func asciiLetters(s string) int {
	n := 0
	for n < len(s) && isLetter(s[n]) {
		n++
	}
	return n
}

// asciiDigits returns the number at the head of s with ASCII digits and separators, and for each byte of it the offset in s;
// no offsets where s begins with an ASCII digit, and is its own answer.
func asciiDigits(s string) (string, []int) {
	if isDigit(s[0]) {
		return s, nil
	}
	var b strings.Builder
	var offsets []int
	for i, r := range s {
		c, ok := asciiOf(r)
		if !ok {
			break
		}
		b.WriteByte(c)
		offsets = append(offsets, i)
	}
	_, last := utf8.DecodeRuneInString(s[offsets[len(offsets)-1]:])
	return b.String(), append(offsets, offsets[len(offsets)-1]+last)
}

// asciiOf is the ASCII digit or separator that r stands for within a number.
func asciiOf(r rune) (byte, bool) {
	if d, ok := digit(r); ok {
		return '0' + byte(d), true
	}
	switch r {
	case '٫', '.':
		return '.', true
	case '٬', ',', '،':
		return ',', true
	case ':':
		return ':', true
	}
	return 0, false
}
