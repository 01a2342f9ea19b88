package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// chat are English spellings of quick typing, which stand for a word that is worth searching or for a function word.
var chat = map[string]string{
	"wat": "what", "wut": "what", "wht": "what", "wich": "which", "whch": "which", "teh": "the", "abt": "about", "ppl": "people",
	"peeps": "people", "govt": "government", "gvt": "government", "gov": "government", "yday": "yesterday", "tmrw": "tomorrow",
	"tmr": "tomorrow", "tho": "though", "thru": "through", "cuz": "because", "coz": "because", "bc": "because", "bcz": "because",
	"becuz": "because", "btw": "between", "w": "with", "u": "you", "ur": "your", "r": "are", "y": "why", "n": "and", "wen": "when",
	"wheres": "where", "whens": "when", "hows": "how", "whys": "why", "whos": "who", "whats": "what", "intl": "international",
	"msg": "message", "pic": "picture", "pics": "pictures", "hosp": "hospital", "min": "minute", "mins": "minutes", "hrs": "hours",
}

// acronymWords are acronyms in capitals that would be function words in small letters. They keep their dots, so that "US" is
// "U.S." and neither is "us".
var acronymWords = map[string]bool{"us": true, "it": true, "who": true, "is": true, "am": true}

// endings are what an English apostrophe ties to a function word: we'll, they've.
var endings = map[string]bool{"ll": true, "re": true, "ve": true, "d": true, "m": true}

// form is what the word raw, which begins at i, is in this text.
func (s *scanner) form(raw string, i int) *form {
	l := s.lang
	if !isLetter(raw[0]) {
		r, _ := utf8.DecodeRuneInString(raw)
		l = l.of(r)
	} else if l.script != latin {
		l = byScript()[latin]
	}
	acronym := isAcronym(raw) && !s.shouts(i)
	if f := l.memo.get(raw, acronym); f != nil {
		return f
	}
	f := l.read(raw, acronym)
	l.memo.put(f)
	return f
}

// read works out a form that is not remembered.
func (l *language) read(raw string, acronym bool) *form {
	from, to := l.strip(raw)
	word := raw[from:to]
	f := &form{raw: raw, acronym: acronym, from: uint32(from), to: uint32(to)}
	first, _ := utf8.DecodeRuneInString(word)
	f.capital = unicode.IsUpper(first)
	f.exact = strings.ReplaceAll(Fold(word), "'", "")
	if c, ok := chat[f.exact]; ok && !f.capital && l.tag == "en" {
		f.exact = c
	}
	f.stem = f.exact
	switch {
	case acronym && acronymWords[f.exact]:
		f.exact = strings.Join(strings.Split(f.exact, ""), ".")
		f.stem = f.exact
	case !acronym:
		f.stem = l.stemOf(strings.ReplaceAll(word, "’", "'"), f.exact)
	case strings.HasSuffix(word, "s"):
		f.stem = f.exact[:len(f.exact)-1]
	}
	f.stop = l.stop[f.exact] && !(f.exact == "may" && f.capital)
	f.spelled = l.tag == "en" && spelledOut(f.exact)
	f.gather()
	return f
}

// gather puts the strings of a form side by side, so that they are near one another when it is looked up, and so that none of
// them keeps a whole article alive.
func (f *form) gather() {
	exact, stem := f.exact, f.stem
	all := f.raw + exact
	if !strings.HasPrefix(exact, stem) {
		all += stem
	}
	f.raw, f.exact, f.stem = all[:len(f.raw)], all[len(f.raw):len(f.raw)+len(exact)], all[len(all)-len(stem):]
	if strings.HasPrefix(exact, stem) {
		f.stem = f.exact[:len(stem)]
	}
}

// strip finds the word without its possessive, its case ending or its elided article.
func (l *language) strip(raw string) (from, to int) {
	at, size := lastApostrophe(raw)
	if at < 0 {
		return 0, len(raw)
	}
	before, after := raw[:at], strings.ToLower(raw[at+size:])
	switch {
	case l.apostrophe == ending:
		return 0, len(before)
	case l.apostrophe == elision && len(before) <= 5:
		return at + size, len(raw)
	case after == "s", endings[after] && l.stop[Fold(before)]:
		return 0, len(before)
	}
	return 0, len(raw)
}

// lastApostrophe is where the last apostrophe of raw stands and how many bytes it takes, or -1.
func lastApostrophe(raw string) (at, size int) {
	if at = strings.LastIndexByte(raw, '\''); at >= 0 {
		return at, 1
	}
	return strings.LastIndex(raw, "’"), len("’")
}

// isAcronym says that a word is in capitals throughout, but for a plural or possessive s.
func isAcronym(raw string) bool {
	if len(raw) < 2 || !isCapital(raw[0]) || !isCapital(raw[1]) && !isDigit(raw[1]) && raw[1] < utf8.RuneSelf {
		return false
	}
	if at, _ := lastApostrophe(raw); at > 0 {
		raw = raw[:at]
	}
	capitals := 0
	for i, r := range raw {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case r == 's' && i == len(raw)-1 && capitals > 1:
		case unicode.IsDigit(r):
		default:
			return false
		}
	}
	return capitals >= 2
}

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

// shouts says that the line around i is in capitals throughout, so that they mark no acronym there. A line of one or two
// short words in capitals is taken for acronyms.
func (s *scanner) shouts(i int) bool {
	if i < s.lineEnd {
		return s.shouting
	}
	start := strings.LastIndexByte(s.text[:i], '\n') + 1
	s.lineEnd = len(s.text)
	if n := strings.IndexByte(s.text[i:], '\n'); n >= 0 {
		s.lineEnd = i + n
	}
	s.shouting = allCapitals(s.text[start:s.lineEnd])
	return s.shouting
}

// allCapitals says that a line has three words in capitals, or two of which one is long, and no small letter.
func allCapitals(line string) bool {
	if strings.IndexFunc(line, unicode.IsLower) >= 0 {
		return false
	}
	words, long := 0, false
	for w := range strings.FieldsSeq(line) {
		if strings.ToLower(w) != w {
			words++
			long = long || utf8.RuneCountInString(w) > 5
		}
	}
	return words > 2 || words == 2 && long
}

// dotted is the length of letters that each have a dot (U.S., T.T.P, e.g.) at the head of s, or 0.
func dotted(s string) int {
	if len(s) > 1 && s[1] != '.' && s[0] < utf8.RuneSelf {
		return 0
	}
	end, letters := 0, 0
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		next := end + size
		if !unicode.IsLetter(r) || letterAt(s[next:]) {
			break
		}
		letters++
		if next >= len(s) || s[next] != '.' {
			end = next
			break
		}
		end = next + 1
	}
	if letters < 2 {
		return 0
	}
	return end
}

// dottedToken joins dotted capitals, unless the result is a function word.
func (s *scanner) dottedToken(start, end int) {
	raw := s.text[start:end]
	f := s.lang.memo.get(raw, true)
	if f == nil {
		f = s.lang.readDotted(raw)
		s.lang.memo.put(f)
	}
	s.tokens = append(s.tokens, Token{Start: start, End: end, Exact: f.exact, Stem: f.stem, Cap: f.capital, Stop: f.stop})
}

func (l *language) readDotted(raw string) *form {
	first, _ := utf8.DecodeRuneInString(raw)
	exact := strings.TrimSuffix(Fold(raw), ".")
	stop := l.of(first).stop
	if joined := strings.ReplaceAll(exact, ".", ""); !stop[joined] {
		exact = joined
	}
	return &form{raw: strings.Clone(raw), acronym: true, exact: exact, stem: exact, capital: unicode.IsUpper(first), stop: stop[exact]}
}
