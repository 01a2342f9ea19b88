package answer

import (
	"regexp"
	"strings"

	"parley/article/analysis"
)

// thousands finds the comma within a figure, which ends no clause.
var thousands = regexp.MustCompile(`(\d),(\d)`)

// subject is the noun phrase before a reporting verb: of the clause that runs into the verb, or else of the nearest clause before it that
// is only a noun phrase, since a clause with a verb of its own speaks of something else: "Two boats sank, police said".
func subject(before string) string {
	before = thousands.ReplaceAllString(before[strings.LastIndexByte(before, ';')+1:], "$1$2")
	clauses := strings.FieldsFunc(before, func(r rune) bool { return strings.ContainsRune(",;:“”\"—", r) })
	last := len(clauses) - 1
	if last < 0 {
		return ""
	}
	if c := opened(clauses[last]); !leadsOn(c) {
		return runningInto(c)
	}
	for i := last; i >= 0; i-- {
		c := opened(clauses[i])
		who := phrase(c)
		if c == "" || adds(c) || adrift(c) || !speaks(who) || pronoun(who) && who != c || finite(analysis.Tokenize(c, "")) >= 0 || subordinates(c) || i > 0 && (apposition(who) || titled(clauses[i-1], who)) {
			continue
		}
		return listed(clauses[:i], clauses[i], who)
	}
	return ""
}

// listed puts the rest of a list before its last name: "China, Russia, and Iran".
func listed(before []string, clause, who string) string {
	if !strings.HasPrefix(strings.TrimSpace(clause), "and ") {
		return who
	}
	list := "and " + who
	for i := len(before) - 1; i >= 0; i-- {
		c := strings.TrimSpace(before[i])
		if toks := analysis.Tokenize(c, ""); !speaks(c) || len(toks) > 3 || finite(toks) >= 0 {
			break
		}
		list = c + ", " + list
	}
	if strings.HasPrefix(list, "and ") {
		return who
	}
	return list
}

// subordinates says that a clause holds one that depends on it, and so has a verb of its own: "talks falter as the crew leaves".
func subordinates(clause string) bool {
	toks := analysis.Tokenize(clause, "")
	for k, t := range toks {
		if k > 0 && connectives[t.Exact] && !telling[t.Exact] || k > 1 && t.Exact == "as" {
			return true
		}
		if t.Exact == "who" || t.Exact == "which" || t.Exact == "whose" || t.Exact == "whom" {
			return false
		}
	}
	return false
}

// titled says that a phrase tells what the person just named is: "Mara Holt, the chief engineer, said".
func titled(before, phrase string) bool {
	if first, _, _ := strings.Cut(strings.ToLower(phrase), " "); !determiners[first] {
		return false
	}
	caps := 0
	for _, t := range analysis.Tokenize(opened(before), "") {
		if t.Cap && !t.Stop && !calendar[t.Exact] {
			caps++
		} else if !roles[t.Exact] {
			return false
		}
	}
	return caps > 1
}

// opened leaves off what joins a clause to the one before it, and the day that it opens with.
func opened(clause string) string {
	clause = strings.TrimSpace(clause)
	toks := analysis.Tokenize(clause, "")
	k := 0
	for k < len(toks) && joining[toks[k].Exact] {
		k++
	}
	if k+1 < len(toks) && (toks[k].Exact == "on" || toks[k].Exact == "in" || toks[k].Exact == "by") {
		n := k + 1
		for n < len(toks) && (toks[n].Kind == analysis.Number || calendar[toks[n].Exact] || clockish[toks[n].Exact]) {
			n++
		}
		if n > k+1 {
			k = n
		}
	}
	if k == 0 || k == len(toks) {
		return clause
	}
	return clause[toks[k].Start:]
}

var joining = words("and but so then yet")

// leadsOn says that a clause before a verb holds no subject: it is empty, adds to the one before, or has but adverbs and a verb's companions.
func leadsOn(clause string) bool {
	toks := analysis.Tokenize(clause, "")
	for _, t := range toks {
		if pronouns[t.Exact] || !t.Stop && !phraseEnds[t.Exact] && !strings.HasSuffix(t.Exact, "ly") {
			return opensVerb(toks) || adds(clause) && inner(clause) == ""
		}
	}
	return true
}

// opensVerb says that a clause goes on with a verb of the subject before it: "keeps a list and", "has again".
func opensVerb(toks []analysis.Token) bool {
	return auxiliaries[toks[0].Exact] || verbal(toks, 0) && !toks[0].Cap
}

// runningInto is the subject at the end of the clause that runs into the verb: its head, or that of the clause within it.
func runningInto(clause string) string {
	toks := analysis.Tokenize(clause, "")
	if n := len(toks) - 1; n >= 0 && pronouns[toks[n].Exact] {
		if who := phrase(clause); n > 2 && toks[n-1].Exact == "what" && speaks(who) {
			return runningInto(clause[:toks[n-1].Start]) // "the ministry dismissed what it called a rumour"
		}
		return clause[toks[n].Start:toks[n].End]
	}
	if finite(toks) > 0 || adds(clause) || adrift(clause) {
		if who := inner(clause); who != "" {
			return who
		}
	}
	if adrift(clause) {
		return ""
	}
	if k := finite(toks); k > 0 {
		clause = clause[:toks[k].Start]
	}
	return phrase(clause)
}

// inner is the subject of the last clause within a clause, the one that runs into the verb: of "nine houses burned and police", "police".
func inner(clause string) string {
	toks := analysis.Tokenize(clause, "")
	for k := len(toks) - 2; k >= 0; k-- {
		if connectives[toks[k].Exact] {
			rest := clause[toks[k+1].Start:]
			if who := phrase(rest); telling[toks[k].Exact] && speaks(who) && !adrift(rest) {
				return who
			}
			return ""
		}
	}
	return ""
}

// connectives open a clause within a clause, and telling those after which its subject may be the one that reports: not "until the board has
// reported", "the letter that the firm says it sent".
var (
	connectives = words("and but that which whom whose while because when as after before since if where although though until than whether how what unless")
	telling     = words("and but while as which whose")
)

// adrift says that a clause opens with a preposition: it tells when, where or how, not who.
func adrift(clause string) bool {
	first, _, _ := strings.Cut(strings.ToLower(clause), " ")
	return prepositions[first] || placing[first]
}

var placing = words("by of with without for during under over following amid within about against into since until among unlike like despite")

// finite is the place of the verb of a clause of its own, behind its subject, or -1. What a relative clause tells is not looked at.
func finite(toks []analysis.Token) int {
	for k, t := range toks {
		if k == 0 {
			continue
		}
		if t.Exact == "who" || t.Exact == "which" || t.Exact == "whose" || t.Exact == "whom" {
			return -1
		}
		if !t.Cap && (auxiliaries[t.Exact] || passive[t.Exact] && t.Exact != "to" && t.Exact != "not" || verbal(toks, k)) {
			return k
		}
	}
	return -1
}

// verbal says that a word is a verb by its form, or since an object follows it: "lost their homes".
func verbal(toks []analysis.Token, k int) bool {
	t := toks[k]
	if t.Part || t.Joined {
		return false // "a Norland-led team"
	}
	if past[t.Exact] || present[t.Exact] {
		return k == 0 || !determiners[toks[k-1].Exact]
	}
	if k+1 < len(toks) && !t.Stop && !t.Cap && t.Kind == analysis.Word && determiners[toks[k+1].Exact] && !prepositions[t.Exact] && !placing[t.Exact] {
		return true
	}
	if len(t.Exact) < 5 || !strings.HasSuffix(t.Exact, "ed") {
		return false
	}
	if k > 0 && toks[k-1].Cap && !toks[k-1].Stop && toks[k-1].Kind == analysis.Word && !roles[toks[k-1].Exact] {
		return true
	}
	return k+1 == len(toks) || toks[k+1].Stop || toks[k+1].Kind == analysis.Number || strings.HasSuffix(toks[k+1].Exact, "ly")
}

// past are the commonest irregular verbs in the past, and present some that are no plural nouns, by exact form.
var (
	past = words(`went came took gave got made sent lost found held kept met left fell rose grew broke struck hit sank won fled fought fed sold bought brought
		built burnt caught chose cut drew drove ate flew froze hid knew lay led lent meant paid put ran rang sat saw set shook shot shut slept slid spent
		spoke stole stood swam swept taught thought threw tore understood woke wore began became died hurt spread withdrew withstood`)
	present = words("wants keeps runs goes gives takes makes comes seems becomes remains stands brings shows means needs knows sees gets holds governs upholds lies")
)
