package answer

import (
	"cmp"
	"strings"

	"parley/article/analysis"
)

// reporting verbs put words into somebody's mouth, by exact form.
var reporting = words(`said says say told tells claimed claims accused accuses warned warns announced announces wrote writes stated states
	explained explains added adds insisted insists denied denies rejected rejects asserted asserts alleged alleges noted notes argued argues
	confirmed confirms reported reports remarked remarks concluded concludes declared declares maintained maintains suggested suggests described
	describes called calls reiterated reiterates urged urges disputed disputes complained complains demanded demands pledged pledges vowed vows
	hinted hints responded predicted predicts estimates estimated reckons reckoned puts thinks believes believed acknowledged admitted stressed commented commented`)

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
	if heads(v.Passage.Speaker) {
		return ""
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
		return accordingTo(text[i+len("according to "):])
	}
	toks := v.toks[s.from:s.to]
	aside := "" // "as the ministry says": whoever else speaks in the sentence goes before
	for k, t := range toks {
		if !relates(text[t.Start-s.Start:t.End-s.Start]) || insideQuote(text, t.Start-s.Start) || k > 0 && (unsaid(toks[k-1]) || owned(text[toks[k-1].End-s.Start:t.Start-s.Start])) || k+1 < len(toks) && (toks[k+1].Exact == "by" || tellings[t.Exact] && reporting[toks[k+1].Exact]) {
			continue
		}
		before := withoutAdverb(text[:t.Start-s.Start])
		after := text[t.End-s.Start:]
		if k == 0 || endsQuote(before) {
			if who := named(phrase(after)); speaks(who) {
				return who
			}
		}
		if who := named(subject(before)); speaks(who) {
			if !besides(before) {
				return who
			}
			aside = cmp.Or(aside, who)
		} else if who := inverted(before, after); who != "" {
			return who
		}
	}
	return aside
}

// adverbs stand between who says something and the verb: "the coast guard now says".
var adverbs = words("now also later still again repeatedly publicly already since earlier")

// withoutAdverb is a text without such a word at its end.
func withoutAdverb(s string) string {
	t := strings.TrimRight(s, " ")
	if i := strings.LastIndexByte(t, ' '); i > 0 && adverbs[t[i+1:]] {
		return t[:i+1]
	}
	return s
}

// besides says that the clause which runs into a verb only compares: "as the ministry says".
func besides(before string) bool {
	c := before[strings.LastIndexAny(before, ",;:—")+1:]
	return strings.HasPrefix(strings.TrimSpace(c), "as ")
}

// inverted is the subject behind its verb, or "": "Two boats sank, said the harbour master".
func inverted(before, after string) string {
	if !strings.HasSuffix(strings.TrimRight(before, " "), ",") {
		return ""
	}
	clause := after
	if end := strings.IndexAny(after, ",;:.“\"—"); end >= 0 {
		clause = after[:end]
	}
	who := named(phrase(after))
	if !speaks(who) || pronoun(who) || finite(analysis.Tokenize(clause, "")) >= 0 {
		return ""
	}
	return who
}

// owned says that what stands between two words makes the first the owner of the second: "the mayor's reported flight".
func owned(between string) bool {
	return strings.HasPrefix(between, "'s ") || strings.HasPrefix(between, "’s ")
}

// relates says that a word is a reporting verb, and not the end of a country's name: "the United States".
func relates(word string) bool { return reporting[strings.ToLower(word)] && word != "States" }

// tellings are reporting verbs that are nouns as well: "outside reports", "media reports say".
var tellings = words("reports claims estimates notes demands calls")

// accordingTo is whom "according to" names, what is told included: "outside reports". Bare "reports" are nobody's.
func accordingTo(after string) string {
	who := phrase(after)
	if next, _, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(after), who)), " "); who != "" {
		if bare := strings.TrimRight(next, ".,;:”\""); tellings[strings.ToLower(bare)] {
			return who + " " + bare
		}
	}
	return who
}

// unsaid says that after this word a reporting verb reports nothing: it is passive, a noun or an adjective: "an estimated 900", "a say".
func unsaid(before analysis.Token) bool {
	return passive[before.Exact] || before.Exact == "a" || before.Exact == "an" || before.Exact == "the" || before.Exact == "its" || before.Exact == "their" || before.Exact == "that"
}

// passive words before a reporting verb mean that its subject says nothing: the fire was declared out, whatever a meter may say.
var passive = words("was were am is are been being be may might can could would should will must to not")

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
	about because if it they he she whenever not never also again earlier later today further firmly openly meanwhile however then now still only
	reportedly allegedly apparently supposedly purportedly initially previously recently repeatedly publicly privately formally officially flatly`)

// maxSpeakerWords bounds a speaker's name with its role.
const maxSpeakerWords = 9

// phrase is the noun phrase at the head of s.
func phrase(s string) string {
	s = strings.TrimSpace(s)
	var out []string
	for _, w := range strings.Fields(strings.ReplaceAll(s, "**", "")) {
		bare := strings.ToLower(strings.Trim(w, ".,;:“”\"()"))
		if len(out) > 0 && (phraseEnds[bare] || pronouns[strings.ToLower(out[0])]) || relates(strings.Trim(w, ".,;:“”\"()")) || len(out) == maxSpeakerWords {
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
	if s == "" || len(s) > 90 || heads(s) || adds(s) || strings.HasPrefix(s, "that ") || strings.ContainsAny(s, "|‘“") {
		return false
	}
	toks := analysis.Tokenize(s, "")
	for _, t := range toks {
		if roles[t.Exact] || folk[t.Exact] && toks[0].Exact != "our" && toks[0].Exact != "my" || t.Cap && !t.Stop && !calendar[t.Exact] || t.Stop && pronouns[t.Exact] {
			return true
		}
	}
	return false
}

// folk are those whom a report quotes without a name or a post.
var folk = words(`people officer officers man woman men women member members worker workers rescuer rescuers doctors nurse nurses medic medics villager villagers driver drivers
	passenger passengers student students neighbours survivors farmers engineers scientists researchers lawyers bankers investigators inspectors organisers
	organizers protesters activists campaigners firefighters diplomats ministers deputies envoys negotiators aides prosecutors observers monitors traders
	relatives teachers fishermen soldiers troops firms companies unions groups agencies resident rebels militants critics lawmakers commanders`)

// notices are what heads a note of the editors: "Correction:", "Editor's note". Nobody of that name speaks.
var notices = words("correction corrections corrected clarification update updated updates note notes editor editors erratum corrigendum amendment breaking live")

// heads says that a phrase is but the head of such a note.
func heads(s string) bool {
	for _, t := range analysis.Tokenize(s, "") {
		if !notices[t.Exact] && t.Kind != analysis.Number {
			return false
		}
	}
	return true
}

var pronouns = words("he she they we i it")

func pronoun(s string) bool { return pronouns[strings.ToLower(s)] }

// newsroom verbs tell of a reporter's own work, and take no side: "we could not verify that", "we named her as the director". They stand within
// newsroomReach words of "we"; what a newspaper calls its own follows "our".
var (
	newsroom = words(`verify verified establish established confirm confirmed check checked reach contact contacted determine ascertain
		said reported named wrote published described gave quoted printed distributed misstated misspelled met spoke spoken asked interviewed visited
		examined reviewed seen understand approached apologise apologize regret apologised apologized`)
	newspapers = words(`report reports reporter reporters correspondent correspondents article articles story stories coverage readers newspaper photographer editor editors leader page pages front edition archive
		listeners viewers subscribers colleague colleagues questions overview estimate assessment judgement map`)
)

const newsroomReach = 4

// firstPerson says that a sentence speaks as "we" or "I" in its own voice: not within a quotation, not as a newsroom that tells of its work, not as
// one of those whose talk an article gives.
func firstPerson(v *view, s *sentence) bool {
	if v.Passage.Speaker != "" && !heads(v.Passage.Speaker) {
		return false
	}
	text := v.Passage.Text
	line := strings.LastIndexByte(text[:s.Start], '\n') + 1
	toks := v.toks[s.from:s.to]
	for k, t := range toks {
		next := toks[k+1 : min(len(toks), k+1+newsroomReach)]
		switch t.Exact {
		case "we", "i":
			if anyOf(next, newsroom) || t.Exact == "i" && numeral(toks, k) {
				continue
			}
		case "our", "my":
			if anyOf(next[:min(1, len(next))], newspapers) {
				continue
			}
		case "ours":
		default:
			continue
		}
		if !insideQuote(text[line:], t.Start-line) {
			return true
		}
	}
	return false
}

// numeral says that an "I" is a figure, a part of a name or a small letter of one: Charles I, the I Ching, Tehrik-i-Insaf.
func numeral(toks []analysis.Token, k int) bool {
	t := toks[k]
	return t.Part || !t.Cap || k > 0 && toks[k-1].Cap && !toks[k-1].Stop && t.Start-toks[k-1].End == 1 || k+1 < len(toks) && toks[k+1].Cap
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
