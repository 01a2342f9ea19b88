package answer

import (
	"regexp"
	"strings"

	"parley/article/analysis"
)

// reporting verbs put words into somebody's mouth, by exact form.
var reporting = words(`said says say told tells claimed claims accused accuses warned warns announced announces wrote writes stated states
	explained explains added adds insisted insists denied denies rejected rejects asserted asserts alleged alleges noted notes argued argues
	confirmed confirms reported reports remarked remarks concluded concludes declared declares maintained maintains suggested suggests described
	describes called calls reiterated reiterates urged urges disputed disputes complained complains demanded demands pledged pledges vowed vows
	hinted hints responded predicted predicts estimates estimated puts thinks believes believed acknowledged admitted stressed commented commented`)

// speakerOf is who says a sentence, where it or the text before it says who: the noun phrase as it stands there, or "".
// Only a quotation, or a sentence that leans on the one before, takes its speaker from there.
func (c *choice) speakerOf() string {
	v := c.v
	for i := c.i; i >= 0 && i >= c.i-2; i-- {
		s := &v.sents[i]
		if who := attributed(v, s); who != "" && !pronoun(who) {
			return who
		}
		if !opensQuote(v.text(s)) && !continues(v.toks[s.from:s.to]) {
			break
		}
	}
	return v.Passage.Speaker
}

// continues says that a sentence opens with a pronoun for a person: its speaker is that of the sentence before.
func continues(toks []analysis.Token) bool {
	if len(toks) == 0 {
		return false
	}
	switch toks[0].Exact {
	case "he", "she", "they":
		return true
	}
	return false
}

func opensQuote(s string) bool {
	return strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "«") || strings.HasPrefix(s, "„")
}

// attributed finds the subject of a reporting verb in a sentence.
func attributed(v *view, s *sentence) string {
	text := v.text(s)
	if i := indexFold(text, "according to "); i >= 0 && !adds(text[i+len("according to "):]) {
		return phrase(text[i+len("according to "):])
	}
	toks := v.toks[s.from:s.to]
	for k, t := range toks {
		if !reporting[t.Exact] || insideQuote(text, t.Start-s.Start) || k > 0 && passive[toks[k-1].Exact] || k+1 < len(toks) && toks[k+1].Exact == "by" {
			continue
		}
		before := text[:t.Start-s.Start]
		after := text[t.End-s.Start:]
		if k == 0 || endsQuote(before) {
			if who := named(phrase(after)); speaks(who) {
				return who
			}
		}
		if who := named(subject(before)); speaks(who) {
			return who
		}
	}
	return ""
}

// thousands finds the comma within a figure, which ends no clause.
var thousands = regexp.MustCompile(`(\d),(\d)`)

// subject is the noun phrase before a reporting verb: of the last clause, or of the first when the last only adds to it.
func subject(before string) string {
	before = thousands.ReplaceAllString(before, "$1$2")
	clauses := strings.FieldsFunc(before, func(r rune) bool { return strings.ContainsRune(",;:“”\"—", r) })
	for i := len(clauses) - 1; i >= 0; i-- {
		c := strings.TrimSpace(clauses[i])
		if who := phrase(c); c != "" && !adds(c) && speaks(who) && (i == 0 || !apposition(who)) {
			return who
		}
	}
	return ""
}

// passive words before a reporting verb mean that its subject says nothing: the fire was declared out, whatever a meter may say.
var passive = words("was were is are been being be may might can could would should will must to not")

// named leaves of "a group Norland", where a clause about a thing runs into who says it, the name at its end.
func named(phrase string) string {
	toks := analysis.Tokenize(phrase, "")
	if n := len(toks); n > 0 && pronouns[toks[n-1].Exact] {
		return phrase[toks[n-1].Start:toks[n-1].End]
	}
	if len(toks) < 3 || toks[0].Exact != "a" && toks[0].Exact != "an" {
		return phrase
	}
	last := len(toks)
	for last > 1 && toks[last-1].Cap && !toks[last-1].Stop {
		last--
	}
	for _, t := range toks[1:last] {
		if t.Cap {
			return phrase
		}
	}
	if last == len(toks) || last < 2 {
		return phrase
	}
	return phrase[toks[last].Start:]
}

// determiners open a noun phrase of its own.
var determiners = words("the a an his her its their one two three several some many")

// apposition says that a phrase only describes the one before it: ", deputy minister of trade,".
func apposition(phrase string) bool {
	first, _, _ := strings.Cut(strings.ToLower(phrase), " ")
	if determiners[first] {
		return false
	}
	for _, t := range analysis.Tokenize(phrase, "") {
		if t.Cap {
			return false
		}
	}
	return true
}

// adders open a clause that only describes the subject before it.
var adders = words("who which whom whose what that where when while named led having including speaking asked citing as after before despite although though")

func adds(clause string) bool {
	first, _, _ := strings.Cut(strings.ToLower(clause), " ")
	return adders[first]
}

// phraseEnds are words that end a noun phrase that names a speaker.
var phraseEnds = words(`to in on at that how when while after before during as by has have had was were is are will would and but from with who which
	about because if it they he she whenever not never also again earlier later today further firmly openly meanwhile however then now still only`)

// maxSpeakerWords bounds a speaker's name with its role.
const maxSpeakerWords = 9

// phrase is the noun phrase at the head of s.
func phrase(s string) string {
	s = strings.TrimSpace(s)
	var out []string
	for _, w := range strings.Fields(s) {
		bare := strings.ToLower(strings.Trim(w, ".,;:“”\"()"))
		if len(out) > 0 && phraseEnds[bare] || reporting[bare] || len(out) == maxSpeakerWords {
			break
		}
		out = append(out, strings.TrimRight(w, ".,;:”\""))
		if w != strings.TrimRight(w, ".,;:”\"") && !strings.HasSuffix(w, "Dr.") && !strings.HasSuffix(w, "Mr.") {
			break
		}
	}
	if n := len(out) - 1; n > 0 && nearness[out[n]] {
		out = out[:n]
	}
	return strings.Join(out, " ")
}

// nearness words at the end of a phrase lean on what was cut off: "officials familiar" with the matter.
var nearness = words("familiar close acquainted involved briefed present based")

// speaks says that a phrase can be a speaker: it has a name or a role.
func speaks(s string) bool {
	if s == "" || len(s) > 90 {
		return false
	}
	for _, t := range analysis.Tokenize(s, "") {
		if roles[t.Exact] || t.Cap && !t.Stop || t.Stop && pronouns[t.Exact] {
			return true
		}
	}
	return false
}

var pronouns = words("he she they we i it")

func pronoun(s string) bool { return pronouns[strings.ToLower(s)] }

// firstPerson says that a sentence speaks as "we" or "I" in its own voice, not within a quotation.
func firstPerson(v *view, s *sentence) bool {
	text := v.text(s)
	for _, t := range v.toks[s.from:s.to] {
		switch t.Exact {
		case "we", "our", "ours", "i", "my":
			if !insideQuote(text, t.Start-s.Start) && !opensQuote(text) {
				return true
			}
		}
	}
	return false
}

// insideQuote says whether byte i of s lies between an opening and a closing double quotation mark.
func insideQuote(s string, i int) bool {
	open := strings.Count(s[:i], "“") - strings.Count(s[:i], "”")
	return open > 0 || strings.Count(s[:i], "\"")%2 == 1
}

func endsQuote(s string) bool {
	s = strings.TrimRight(s, " ")
	return strings.HasSuffix(s, "”") || strings.HasSuffix(s, "\"") || strings.HasSuffix(s, "’")
}

func indexFold(s, sub string) int { return strings.Index(strings.ToLower(s), sub) }

// outlet is how readers know where an article comes from.
func outlet(c *Candidate) string {
	for _, s := range []string{c.Meta.Publisher, c.Meta.Title} {
		if s != "" {
			return s
		}
	}
	return "an article without a title (" + c.Source + ")"
}
