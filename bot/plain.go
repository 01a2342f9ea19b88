package bot

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	// breaker is a zero-width space. It keeps Discord from reading two characters as one sign, and shows nothing.
	breaker = "\u200b"
	// ellipsis marks what was cut for display. The full text is always one button away.
	ellipsis = "…"
	// maxMarks bounds the combining marks on one letter: no script needs more, and towers of them hide the lines above.
	maxMarks = 8
)

// markup are the characters that mean something to Discord's Markdown anywhere in a line.
const markup = "\\*_~`|>#[]()<"

var (
	// invite finds an invitation to a server, which Discord turns into a card even without a scheme.
	invite = regexp.MustCompile(`(?i)discord(\.gg|\.me|\.io|(app)?\.com\\?/)`)
	// lineStart finds what would make a list of a line: "- ", "+ ", "1. ".
	lineStart = regexp.MustCompile(`^([-+]|\d+[.)])`)
	// shortcode finds an emoji written by its name.
	shortcode = regexp.MustCompile(`^:[\pL\pN_+~-]+:`)
)

// plain makes an untrusted text safe to stand in a message: one line, with every sign escaped that Discord would act on.
// A reader sees the same words. Mentions are broken here as well as forbidden in every request, because a backslash alone
// does not stop a ping.
func plain(s string) string { return escape(oneLine(s)) }

// escape makes one line safe. It looks at no more than what follows a character, so a line may be cut between two words
// and each piece escaped by itself.
func escape(line string) string {
	var b strings.Builder
	if start := lineStart.FindString(line); start != "" {
		b.WriteString(start[:len(start)-1] + `\` + start[len(start)-1:])
		line = line[len(start):]
	}
	for i, r := range line {
		if strings.ContainsRune(markup, r) || r == ':' && shortcode.MatchString(line[i:]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if r == '@' || r == '<' || strings.HasPrefix(line[i:], "://") {
			b.WriteString(breaker)
		}
	}
	return invite.ReplaceAllStringFunc(b.String(), func(m string) string { return m[:len("discord")] + breaker + m[len("discord"):] })
}

// oneLine folds blanks and line ends into single blanks and drops what a reader cannot see: control characters, marks that
// turn the direction of the text, hidden tags, broken bytes. The joiners that Persian, Urdu and Indic scripts need stay.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
	marks := 0
	s = strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Mn, unicode.Me) {
			marks++
		} else {
			marks = 0
		}
		if marks > maxMarks || hidden(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// hidden says that a character has no shape of its own and no use within a line.
func hidden(r rune) bool {
	const nonJoiner, joiner = '\u200c', '\u200d'
	return r != nonJoiner && r != joiner && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
}

// width is a length as the strictest of Discord's clients counts it: in UTF-16 units.
func width(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// clip shortens a line to at most limit units, at a blank where there is one in the last third, and marks the cut.
func clip(line string, limit int) string {
	if width(line) <= limit {
		return line
	}
	head, _ := cut(line, limit-width(ellipsis))
	return strings.TrimRight(head, " ,;:–—-") + ellipsis
}

// cut divides a line after at most limit units: at a blank where there is one in the last third, otherwise between two
// characters, never between a letter and its marks.
func cut(line string, limit int) (head, tail string) {
	end, blank, n := 0, 0, 0
	for i, r := range line {
		if !unicode.In(r, unicode.Mn, unicode.Me) {
			end = i
		}
		if n += utf16.RuneLen(r); n > limit {
			break
		}
		if r == ' ' && n > limit*2/3 {
			blank = i
		}
	}
	if blank > 0 {
		end = blank
	}
	if end == 0 {
		_, end = utf8.DecodeRuneInString(line)
	}
	return line[:end], strings.TrimLeft(line[end:], " ")
}
