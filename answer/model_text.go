package answer

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/article"
)

// What a model may not put before a reader: links, pings, markup, the keys of passages.
var (
	namedLink = regexp.MustCompile(`\[([^\[\]]*)\]\([^()]*\)`)
	// bareLink takes the whole word; it also takes what only looks like an address: a reader would type it in.
	bareLink  = regexp.MustCompile(`(?i)<?[^\s<>]*://[^\s<>]*>?|(?:www\.|mailto:)[^\s<>]*|\b(?:[a-z0-9-]+\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)/[^\s]*`)
	ping      = regexp.MustCompile(`<(?:@[!&]?|#|/|:|a:|t:|id:)[^<>]*>|@+(?:everyone|here)\b`)
	keyMark   = regexp.MustCompile(`\s*[\[(]\s*(?:P\d+|\d{1,2})(?:\s*[,;]\s*(?:P\d+|\d{1,2}))*\s*[\])]`)
	tagMark   = regexp.MustCompile(`</?[A-Za-z][^<>]*>`)
	lineMark  = regexp.MustCompile(`(?m)^\s*(?:#{1,6}\s+|>+\s*|[-*•]\s+|\d{1,2}[.)]\s+)+`)
	emphasis  = regexp.MustCompile("\\*+|_{2,}|~~+|\\|\\|+|`+")
	underline = regexp.MustCompile(`(^|[\s(])_([^_]+)_($|[\s.,;:!?)])`)
)

// plainText makes of a model's text what may be shown: one line, without markup, links, pings or characters that hide. What is
// taken out may leave new markup behind, so it goes on until nothing is left to take; a text that is mostly that becomes empty.
func plainText(s string) string {
	s = visible(s)
	for range mostPasses {
		was := s
		if s = stripped(s); s == was {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return ""
}

const mostPasses = 8

func stripped(s string) string {
	s = namedLink.ReplaceAllString(s, "$1")
	for _, r := range []*regexp.Regexp{bareLink, ping, keyMark, tagMark, lineMark, emphasis} {
		s = r.ReplaceAllString(s, "")
	}
	s = underline.ReplaceAllString(s, "$1$2$3")
	return strings.Map(func(r rune) rune {
		if r == '@' || r == '<' || r == '>' {
			return -1
		}
		return r
	}, s)
}

// visible drops what a reader cannot see: control and format characters, private ones, and what is no UTF-8. A joiner stays
// behind a letter of a script that needs it. Line ends stay.
func visible(s string) string {
	var b strings.Builder
	last := ' '
	for _, r := range article.Valid(s) {
		switch {
		case r == '\n' || r == '\t':
		case r == '\u200c' && last > unicode.MaxLatin1 && unicode.IsLetter(last):
		case hidden(r):
			continue
		case r == '\u2028' || r == '\u2029' || r == '\u0085':
			r = '\n'
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// hidden says that a reader sees nothing of r: control and format characters, private ones, variation selectors, fillers.
func hidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Variation_Selector) ||
		r == '\u034f' || r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0'
}

// oneOf joins the lines of a title or a question to one, visible and at most n bytes.
func oneOf(s string, n int) string {
	return clip(strings.Join(strings.Fields(visible(s)), " "), n)
}

// folded runes stand for others when a quote is looked for: style of marks and blanks, nothing else.
var sameMark = map[rune]rune{'“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"', '‘': '\'', '’': '\'', '‚': '\'', 'ʼ': '\'', '`': '\'', '´': '\'',
	'‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-'}

// evened is a text with marks and blanks in one style, and for each of its bytes where it stands in the text.
type evened struct {
	text string
	// at has one entry more than text has bytes: the end.
	at []int
}

// even brings quotation marks, dashes and blanks to one style each and leaves out what cannot be seen.
func even(s string) evened {
	var b strings.Builder
	e := evened{at: make([]int, 0, len(s)+1)}
	put := func(out string, at int) {
		for range len(out) {
			e.at = append(e.at, at)
		}
		b.WriteString(out)
	}
	blank := true
	for i, r := range s {
		mark, isMark := sameMark[r]
		switch {
		case unicode.IsSpace(r):
			if !blank {
				put(" ", i)
			}
			blank = true
			continue
		case isMark:
			put(string(mark), i)
		case r == '…':
			put("...", i)
		case hidden(r):
			continue
		default:
			put(string(r), i)
		}
		blank = false
	}
	e.at = append(e.at, len(s))
	e.text = b.String()
	return e
}

// leastQuote is how many bytes a quote must have: less stands anywhere.
const leastQuote = 12

// locate finds a model's quote in a text: letter by letter, but for the style of marks and blanks. Marks around the quote are the
// model's own. It returns the exact span in the text.
func locate(text, quote string) (article.Span, bool) {
	want := strings.Trim(even(quote).text, " \"'.")
	if len(want) < leastQuote {
		return article.Span{}, false
	}
	have := even(text)
	i := strings.Index(have.text, want)
	if i < 0 {
		return article.Span{}, false
	}
	last := have.at[i+len(want)-1]
	_, n := utf8.DecodeRuneInString(text[last:])
	return article.Span{Start: have.at[i], End: last + n}, true
}

// wholeSentences widens a span to the sentences that it touches, and counts them. A part of a sentence is no proof: "he took it"
// stands in "he denied that he took it". Sentences of two lines are none: something that is not the article's may stand between.
func wholeSentences(text string, span article.Span) (article.Span, int) {
	n := 0
	out, last := span, 0
	for _, s := range article.Sentences(text) {
		if s.Start >= span.End || span.Start >= s.End {
			continue
		}
		if n > 0 && strings.Contains(text[last:s.Start], "\n") {
			return span, 0
		}
		out.Start, out.End = min(out.Start, s.Start), max(out.End, s.End)
		n++
		last = s.End
	}
	return out, n
}
