package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// byWord opens a byline.
var byWord = regexp.MustCompile(`^(?:[Bb]y|BY|[Ww]ords(?::| by)|[Tt]ext(?::| by)|[Ww]ritten by|[Rr]eported by|[Ii]nterview(?::| by)|[Aa]uthors?:|[Ss]tory by|(?:[Aa]nalysis|[Rr]eport|[Cc]ommentary|[Ee]ssay|[Oo]pinion|[Cc]olumn|[Rr]eview|[Ff]eature) by|[Ll]ead authors?:|[Qq]uestions:|[Ii]nterviewer:|[Pp]osted by|[Pp]ublished by|[Tt]exte? ?:|[Hh]aber:|[Mm]uhabir:|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|di|Av|Af)\s+(?:our [\p{Ll} -]{2,30}, )?`)

// datedByline matches a byline with the day behind it: "Posted by Ada Renn on October 6, 2031 in Local".
var datedByline = regexp.MustCompile(`^(?:(?:[Pp]osted|[Pp]ublished|[Ww]ritten|[Ss]ubmitted|[Ss]tory|[Ii]nterview|[Aa]nalysis|[Rr]eport|[Ww]ords|[Tt]ext)\s+)?(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)\s+((?:\p{Lu}[\p{L}.'’-]*|[a-z]{2,3})(?: (?:\p{Lu}[\p{L}.'’-]*|[a-z]{2,3})){0,6}?)(?:,| on| at| am| le| el|\s+[–—·-])\s+(.*\d{4}.*)$`)

// readDatedByline reads such a line, and says whether it was one.
func (p *parser) readDatedByline(s string) bool {
	g := datedByline.FindStringSubmatch(unlinked(s))
	if g == nil || wordCount(s) > 20 || !isNameList(g[1]) {
		return false
	}
	m, ok := findMoment(g[2])
	if !ok || !m.hasDate() || endsSentence(s) {
		return false
	}
	fill(&p.doc.Author, g[1])
	p.publish(g[2])
	return true
}

// clockTail matches the time of day behind a byline: "Posted by Ada Renn at 10:15 PM".
var clockTail = regexp.MustCompile(`(?i)\s+(?:at|um|à|a las)\s+\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?$`)

// nameJoiners may stand between names in a byline.
var nameJoiners = set(`and & in for with at of the de van von der den al bin bint ibn del la le du dos da di della delle dei degli el y und et e ve`)

// roleWords end the part of a byline that names somebody.
var roleEnd = regexp.MustCompile(`(?i)\s*(?:,\s*(?:[^,]*\b(?:press|news|agency|correspondent|editor|reporter|staff|reuters|afp|writer|bureau|desk|chief|service|analyst)\b.*)|\s+(?:in|for|at)\s+\p{Lu}.*|\s*[|/–—].*)$`)

// isByline says that a line only names who wrote the text.
func isByline(s string) bool {
	s = clockTail.ReplaceAllString(unlinked(s), "")
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

// Byline returns the names in a line that only says who wrote the text, with or without "by", and besides at most when and how to read
// it; "" where it is none.
func Byline(s string) string {
	if isByline(s) {
		return author(s)
	}
	if n, ok := notesOf(s); ok && n.names != nil {
		return author(n.names[0])
	}
	for _, cell := range rowCells(s) {
		if isByline(cell) {
			return author(cell)
		}
	}
	if n := wordCount(s); n < 2 || n > 6 || !isNameList(s) {
		return ""
	}
	return s
}

// placeOfName matches where somebody reports from, before the next name of a byline: "Ada Renn in Ostvik and Bo Lee".
var placeOfName = regexp.MustCompile(`\s+(?:in|at)\s+\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)*(\s+(?:and|&)\s+\p{Lu})`)

// author returns the names in a byline, without the outlet, place or role that follows them.
func author(s string) string {
	s = clockTail.ReplaceAllString(unlinked(s), "")
	s = strings.TrimSpace(s[len(byWord.FindString(s)):])
	if g := newsroomCredit.FindStringSubmatch(s); g != nil {
		s = g[1]
	}
	s = placeOfName.ReplaceAllString(s, "$1")
	if name, place, ok := strings.Cut(s, ", "); ok && wordCount(name) >= 2 && wordCount(place) == 1 && !strings.Contains(name, " and ") {
		s = name // no name has one word in a list of full ones
	}
	return strings.Trim(roleEnd.ReplaceAllString(s, ""), " ,;.")
}

// contact matches an address of the electronic mail, a telephone number in a label, or a handle.
var contact = regexp.MustCompile(`[\w.+-]+@[\w-]+\.[\w.-]+|(?:^|\s)@\w{3,}`)

// contactWords bounds a line that only says where somebody can be reached.
const contactWords = 14

// isContact says that a line only says where somebody can be reached: a label or names, and an address.
func isContact(s string) bool {
	return strings.Contains(s, "@") && wordCount(s) <= contactWords && contact.MatchString(s) && !endsFirmly(strings.TrimRight(s, "*_")) && !contactNews.MatchString(s)
}

// contactNews keeps addresses that help, and whatever is told by somebody.
var contactNews = regexp.MustCompile(`(?i)\b(?:shelters?|register|evacuat\w*|emergenc(?:y|ies)|hotlines?|helplines?|relief|missing|safety|health|warnings?|alerts?|aid|rescue|said|says|told|wrote|posted|tweeted)\b|[“”"]`)
