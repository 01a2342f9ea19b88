package article

import (
	"regexp"
	"strings"
)

// crumbs matches the path of a page in its site, pairs a row of a menu.
var (
	crumbs   = regexp.MustCompile(`^[^>»›.]{1,40}(?:\s[>»›]\s[^>»›.]{1,60})+$`)
	rowSplit = regexp.MustCompile(`\s+(?:[|·•‖]|//)\s+`)
	// buttons matches what is left of a row of them: "[Listen live] [Traffic]".
	buttons = regexp.MustCompile(`^(?:\[[^\[\]]{1,30}\]\s*){2,}$`)
)

// sections are the words of a site's menu.
var sections = set(`home menu news latest region local national world politics business economy money markets opinion sport sports culture arts
	life lifestyle style tech technology science health travel weather video videos photos audio podcasts podcast live investigations magazine
	property jobs crosswords puzzles horoscopes newsletters subscribe login register search about contact advertise share save print`)

// logIn matches the buttons of two words that stand in menus.
var logIn = regexp.MustCompile(`\b(?:Log|Sign) (?:in|up|out)\b`)

// isSections says that a line without a sign between its words is a menu's: four words or more, no small ones, most of them sections.
func isSections(s string) bool {
	if first := firstWord(s); !sections[strings.ToLower(first)] {
		return false
	}
	fields := strings.Fields(logIn.ReplaceAllString(s, "Login"))
	named := 0
	for _, w := range fields {
		if !startsUpper(w) || strings.ContainsAny(w, ".,:;!?'’\"“”") {
			return false
		}
		if sections[strings.ToLower(w)] {
			named++
		}
	}
	return len(fields) >= 3 && named*4 >= len(fields)*3
}

// isMenu says that a line is a path ("Home > News") or a row of short names without a number ("News | Sport | Money").
func isMenu(s string) bool {
	s = strings.TrimRight(s, "!")
	if s == "" || len(s) > 240 || endsSentence(s) || strings.HasPrefix(s, "|") {
		return false
	}
	s = unlinked(s)
	if crumbs.MatchString(s) || strings.HasPrefix(s, "[") && buttons.MatchString(s) || isSections(s) {
		return true
	}
	cells := rowSplit.Split(s, -1)
	if len(cells) < 3 {
		return false
	}
	for _, c := range cells {
		if wordCount(c) > 4 || strings.ContainsAny(c, "0123456789") || byWord.MatchString(c) {
			return false
		}
	}
	return true
}
