package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// byWord opens a byline.
var byWord = regexp.MustCompile(`^(?:[Bb]y|BY|[Ww]ords(?::| by)|[Tt]ext(?::| by)|[Ww]ritten by|[Rr]eported by|[Ii]nterview(?::| by)|[Aa]uthors?:|[Ss]tory by|[Aa]nalysis by|[Rr]eport by|[Vv]on|[Pp]ar|[Pp]or)\s+`)

// nameJoiners may stand between names in a byline.
var nameJoiners = set(`and & in for with at of the de van von der den al bin bint ibn del la le du dos da el y und et e ve`)

// roleWords end the part of a byline that names somebody.
var roleEnd = regexp.MustCompile(`(?i)\s*(?:,\s*(?:[^,]*\b(?:press|news|agency|correspondent|editor|reporter|staff|reuters|afp|writer|bureau|desk|chief|service|analyst)\b.*)|\s+(?:in|for|at)\s+\p{Lu}.*|\s*[|/–—].*)$`)

// isByline says that a line only names who wrote the text.
func isByline(s string) bool {
	mark := byWord.FindString(s)
	return mark != "" && wordCount(s) <= 14 && !endsFirmly(s) && isNameList(s[len(mark):])
}

// endsFirmly says that s ends with a stop that is not an initial's or an abbreviation's.
func endsFirmly(s string) bool {
	return endsSentence(s) && len(lastWord(strings.TrimRight(s, "."))) > 3
}

// isNameList says that every word of s is capitalised or joins names, that it begins with a name, and that it is no date.
func isNameList(s string) bool {
	names := 0
	for _, w := range strings.Fields(s) {
		w = strings.Trim(w, "()[]|,;.*_")
		r, _ := utf8.DecodeRuneInString(w)
		_, weekday := weekdayNamed(w)
		_, month := monthNamed(w)
		switch {
		case weekday || month && len(w) > 3:
			return false
		case unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r):
			names++
		case w == "" || nameJoiners[strings.ToLower(w)] || strings.Contains(w, "-"):
		default:
			return false
		}
	}
	return names > 0
}

// author returns the names in a byline, without the outlet, place or role that follows them.
func author(s string) string {
	s = strings.TrimSpace(s[len(byWord.FindString(s)):])
	return strings.Trim(roleEnd.ReplaceAllString(s, ""), " ,;.")
}
