package names

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/article/analysis"
)

// Learn returns the names that an article itself explains, with Origin FromArticle: acronyms beside their long form, in either
// order and with or without brackets, where the initials fit letter by letter; and persons who are called by their full name
// once and by a part of it after. What fits two names of the article is left out. It takes linear time.
func Learn(body string) []Group {
	groups, _ := Read(body)
	return groups
}

// Read is Learn and Mention of one text, in the time of one.
func Read(body string) ([]Group, Mentions) { return read(body, words(body)) }

// ReadTokens is Read for a text whose tokens by English rules, or those of no language, are at hand. It
// writes over them.
func ReadTokens(body string, tokens []analysis.Token) ([]Group, Mentions) {
	return read(body, apart(tokens))
}

func read(body string, tokens []analysis.Token) ([]Group, Mentions) {
	found := properNames(body, tokens)
	l := learner{body: body, tokens: tokens, names: found, known: map[string]bool{}}
	l.acronyms()
	l.initials()
	l.persons()
	l.alsoKnown()
	return l.groups, mentions(found)
}

type learner struct {
	body   string
	tokens []analysis.Token
	names  []Name
	groups []Group
	// known are acronyms that have their long form already.
	known map[string]bool
}

func (l *learner) add(relation Relation, forms ...string) {
	l.groups = append(l.groups, Group{Forms: forms, Relation: relation, Origin: FromArticle})
}

// openings introduce an acronym behind its long form, or a long form behind its acronym.
var openings = []string{" (", " [", ", or ", ", known as ", ", known by its acronym ", ", known by its initials ", " – ", " — ", ", "}

// openingWords is more than the words of the longest opening.
const openingWords = 6

// acronyms finds those that stand directly beside their long form.
func (l *learner) acronyms() {
	for i, t := range l.tokens {
		short := l.body[t.Start:t.End]
		if !shortForm(short) || l.known[analysis.Fold(short)] {
			continue
		}
		if long, ok := l.longBefore(i, letters(short)); ok {
			l.define(short, long)
		} else if long, ok := l.longAfter(i, letters(short)); ok {
			l.define(short, long)
		}
	}
}

func (l *learner) define(short, long string) {
	short = strings.TrimSuffix(short, ".")
	if strings.Contains(short, ".") {
		short += "."
	}
	if f := analysis.Fold(short); !l.known[f] {
		l.known[f] = true
		l.add(Same, long, short)
	}
}

// shortForm says that a word may be an acronym: two to nine characters, two of them capitals or more, capitals mostly.
func shortForm(s string) bool {
	if !startsUpper(s) {
		return false
	}
	n := utf8.RuneCountInString(strings.ReplaceAll(s, ".", ""))
	capitals := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return n >= 2 && n <= 9 && capitals >= 2 && capitals*2 > n
}

// letters are an acronym's letters, folded.
func letters(short string) []rune {
	return []rune(strings.ReplaceAll(analysis.Fold(short), ".", ""))
}

// longBefore is the long form that ends right before the acronym at token i.
func (l *learner) longBefore(i int, acronym []rune) (string, bool) {
	if i == 0 || !l.opened(i) {
		return "", false
	}
	last := i - 1
	for last >= 0 && last >= i-openingWords && !l.opensAt(last, i) {
		last--
	}
	if last < 0 || last < i-openingWords {
		return "", false
	}
	// The shortest stretch whose initials fit: what stands before it belongs to the sentence.
	for first := last; first >= 0 && last-first < 2*len(acronym)+2; first-- {
		if first < last && !l.near(first) {
			break
		}
		// The last word of a long name often has no letter of its own: … Monitoring Project (MON).
		if w := l.tokens[first : last+1]; fits(w, acronym) || len(acronym) > 3 && w[len(w)-1].Cap && fits(w[:len(w)-1], acronym) {
			return l.stretch(first, last), true
		}
	}
	return "", false
}

// opened says that one of the openings stands before token i.
func (l *learner) opened(i int) bool {
	before := l.body[:l.tokens[i].Start]
	before = strings.TrimSuffix(strings.TrimRight(before, "“\"‘'"), "the ")
	return slices.ContainsFunc(openings, func(o string) bool { return strings.HasSuffix(before, o) })
}

// opensAt says that nothing but an opening stands between token last and token i.
func (l *learner) opensAt(last, i int) bool {
	gap := l.body[l.tokens[last].End:max(l.tokens[last].End, l.tokens[i].Start)]
	gap = strings.TrimLeft(strings.TrimRight(strings.TrimSuffix(strings.TrimRight(gap, "“\"‘'"), "the "), "“\"‘'"), "’'”\"")
	return slices.Contains(openings, gap)
}

// longAfter is the long form in brackets, or behind a comma and "or", that follows the acronym at token i.
func (l *learner) longAfter(i int, acronym []rune) (string, bool) {
	if i+1 >= len(l.tokens) {
		return "", false
	}
	gap := l.body[l.tokens[i].End:max(l.tokens[i].End, l.tokens[i+1].Start)]
	first := i + 1
	if gap != " (" && gap != ", " && gap != ", or " && gap != " – " && gap != " — " {
		return "", false
	}
	for first < len(l.tokens)-1 && (l.tokens[first].Exact == "or" || l.tokens[first].Exact == "the") && l.near(first) {
		first++
	}
	best, ok := "", false
	for last := first; last < len(l.tokens) && last-first < 2*len(acronym)+2; last++ {
		if last > first && !l.near(last-1) {
			break
		}
		if fits(l.tokens[first:last+1], acronym) {
			best, ok = l.stretch(first, last), true
		}
	}
	return best, ok
}

// near says that tokens j and j+1 stand in one phrase.
func (l *learner) near(j int) bool {
	gap := l.body[l.tokens[j].End:max(l.tokens[j].End, l.tokens[j+1].Start)]
	return len(gap) <= 5 && !strings.ContainsAny(gap, ".,;:!?\n()[]\"“”")
}

func (l *learner) stretch(first, last int) string {
	return l.body[l.tokens[first].Start:l.tokens[last].End]
}

// fits says that the acronym is made of the initials of the words, in order: each word of content gives its first letter, or its
// first letters (ECOnomic), function words and linking ones may give none, and the first and the last word are words of content.
func fits(words []analysis.Token, acronym []rune) bool {
	if len(words) < 2 || len(acronym) < 2 || !words[0].Cap || optional(words[0]) || optional(words[len(words)-1]) {
		return false
	}
	capped := 0
	for _, w := range words {
		if w.Kind != analysis.Word {
			return false
		}
		if w.Cap {
			capped++
		}
	}
	return capped*2 >= len(words) && spells(words, acronym)
}

// spells says that the words can give the letters, each as many of its first three as it needs.
func spells(words []analysis.Token, acronym []rune) bool {
	// Bit i says that the words so far can give the first i letters.
	reach := uint64(1)
	for _, w := range words {
		letters := []rune(w.Exact)
		var next uint64
		for i := 0; i <= len(acronym); i++ {
			if reach>>i&1 == 0 {
				continue
			}
			if optional(w) {
				next |= 1 << i
			}
			for n := 1; n <= min(3, len(letters), len(acronym)-i) && letters[n-1] == acronym[i+n-1]; n++ {
				next |= 1 << (i + n)
			}
		}
		reach = next
	}
	return reach>>len(acronym)&1 == 1
}

func optional(t analysis.Token) bool {
	return t.Stop || linking[t.Exact] || utf8.RuneCountInString(t.Exact) == 1 && !t.Cap
}

// maxUnexplained bounds how many acronyms of one article are compared with its names.
const maxUnexplained = 100

// initials joins an acronym of three letters or more that the article never explains to the one name whose initials it is.
func (l *learner) initials() {
	short := map[rune][]string{}
	var order []string
	long := map[string][]string{}
	all := distinctNames(l.names)
	for _, n := range all {
		if len(order) == maxUnexplained {
			break
		}
		if isAcronym(n.Text) && shortForm(n.Text) && len(letters(n.Text)) >= 3 && !l.known[analysis.Fold(n.Text)] {
			head := letters(n.Text)[0]
			short[head] = append(short[head], n.Text)
			order = append(order, n.Text)
		}
	}
	for _, n := range all {
		if !strings.ContainsAny(n.Text, " -") {
			continue
		}
		w := words(n.Text)
		head, _ := utf8.DecodeRuneInString(w[0].Exact)
		for _, s := range short[head] {
			if fits(w, letters(s)) && !slices.ContainsFunc(long[s], func(f string) bool { return key(f) == key(n.Text) }) {
				long[s] = append(long[s], n.Text)
			}
		}
	}
	for _, s := range order {
		if len(long[s]) == 1 {
			l.define(s, long[s][0])
		}
	}
}

// knownAs stands between a name and another name of the same: ", also known as the ", " (known locally as ", ", formally ".
var knownAs = regexp.MustCompile(`^,? ?\(?(?:(?:also|better|otherwise|commonly|widely|locally|formerly|officially|sometimes) )?(?:known|referred to|called)(?: (?:locally|internationally|commonly|officially|formally|there|in \p{L}+))? (?:as|by its initials)? ?(?:the )?[“"‘']?$|^, (?:formally|officially|formerly|in full) (?:the )?[“"‘']?$`)

// knownCues stand in every text that knownAs matches: a cheap test before the dear one.
var knownCues = []string{"known", "referred", "called", "formally", "officially", "formerly", "in full"}

// mayBeKnownAs is false of most texts that knownAs does not match.
func mayBeKnownAs(gap string) bool {
	return len(gap) > 7 && slices.ContainsFunc(knownCues, func(cue string) bool { return strings.Contains(gap, cue) })
}

// alsoKnown joins two names between which the article says that they are one.
func (l *learner) alsoKnown() {
	for i := 1; i < len(l.names); i++ {
		a, b := l.names[i-1], l.names[i]
		if b.Start <= a.End || b.Start-a.End > 60 {
			continue
		}
		if gap := l.body[a.End:b.Start]; !mayBeKnownAs(gap) || !knownAs.MatchString(gap) {
			continue
		}
		if long := l.fullForm(a.Text); long != "" && key(long) != key(b.Text) && !Gazetteer().has(key(b.Text)) {
			l.add(Same, long, b.Text)
		}
	}
}

// fullForm is the name in full where a single word stands for it: the one long name of the article that begins with the word, "the
// Front" for "the Front for the Free Coast", or "" where there is none and the word may be a word.
func (l *learner) fullForm(name string) string {
	if strings.ContainsAny(name, " -") {
		return name
	}
	full := ""
	for _, at := range longName.FindAllStringIndex(l.body, -1) {
		long := l.body[at[0]:at[1]]
		if first, _, _ := strings.Cut(long, " "); first != name || long == full {
			continue
		}
		if full != "" {
			return ""
		}
		full = long
	}
	return full
}

// longName matches a name that is joined by "for" or "of": "Front for the Free Coast".
var longName = regexp.MustCompile(`\p{Lu}[\p{L}'’-]+ (?:for|of) (?:the )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*`)
