package answer

import (
	"regexp"
	"slices"
	"strings"

	"parley/article/analysis"
)

// weak words stand in questions mostly without saying what is asked about. They are no stop words: an article may turn on them.
var weak = words(`say says said tell give show mention mentioned describe described explain article articles source sources
	news report reports reporting know happen happened happening thing things anything everything something someone anyone everyone everybody
	people side sides account accounts view views position exactly actual actually really currently now today latest moment update
	many much long far big old often quote quotes exact word words verbatim list rundown overview summary summarize summarise
	compare comparison versus vs difference differ different please everyone name names named kind sort go going get got
	ever still already yet also else just like want wanted think thinks according role whole total bit stuff cause reason main
	question answer see sees saw look looks make makes made bit confirmed true claim claims use used give gave given called call
	point issue matter problem kind today tomorrow yesterday tonight stand stands short acronym abbreviation mean means meaning`)

// figureWords ask for a figure where "of" follows.
var figureWords = words("number numbers amount figure figures count")

// chatter is how people write to one another: it is never searched for.
var chatter = words(`rn lol lmao omg pls plz please thx thanks thank u ur r abt bc cuz idk imo tbh btw hey hi hello ok okay guys dude bro
	wat wht wich whch wen wher hwo hw teh tho thru whats whos wheres hows whens whys gonna wanna gotta ppl smth sth dunno`)

// meant are question words as people misspell them.
var meant = map[string]string{"wat": "what", "wht": "what", "wich": "which", "whch": "which", "wen": "when", "wher": "where", "hwo": "how",
	"hw": "how", "tyme": "time", "whos": "who", "whats": "what", "whens": "when", "wheres": "where", "whys": "why", "hows": "how"}

// grouping words come before a name for the sides themselves: "the two governments", "both camps".
var grouping = words("both each either two")

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// cue is a phrase of folded words that tells what a question wants.
type cue struct {
	phrase string
	want   want
}

// cues in order of strength: the first that stands in the question decides. A leading ^ binds the cue to the question's head.
var cues = []cue{
	{"exact words", wantWords}, {"exact word", wantWords}, {"which words", wantWords}, {"verbatim", wantWords}, {"word for word", wantWords},
	{"what exactly did", wantWords}, {"exactly said", wantWords}, {"quote", wantWords},
	{"compare", wantSides}, {"comparison", wantSides}, {"versus", wantSides}, {"vs", wantSides}, {"each side", wantSides}, {"both sides", wantSides},
	{"differ", wantSides}, {"difference between", wantSides}, {"two sides", wantSides}, {"either side", wantSides},
	{"list", wantList}, {"rundown", wantList}, {"everything", wantList}, {"what are all", wantList}, {"what are the two", wantList}, {"what are the three", wantList}, {"what are the 2", wantList}, {"what are the 3", wantList}, {"what are the 4", wantList},
	{"what are the 5", wantList}, {"what were the", wantList}, {"which are the", wantList}, {"summary", wantList}, {"overview", wantList},
	{"all of it", wantList}, {"all of them", wantList},
	{"how many", wantQuantity}, {"how much", wantQuantity}, {"how long", wantQuantity}, {"how far", wantQuantity}, {"how big", wantQuantity},
	{"how old", wantQuantity}, {"how large", wantQuantity}, {"how high", wantQuantity}, {"how fast", wantQuantity}, {"how often", wantQuantity},
	{"number of", wantQuantity}, {"what percentage", wantQuantity}, {"what share", wantQuantity}, {"death toll", wantQuantity}, {"body count", wantQuantity},
	{"kac", wantQuantity}, {"wie viele", wantQuantity}, {"wie viel", wantQuantity}, {"wie lange", wantQuantity}, {"combien", wantQuantity},
	{"cuantos", wantQuantity}, {"cuantas", wantQuantity},
	{"what time", wantTime}, {"what date", wantTime}, {"which day", wantTime}, {"what day", wantTime}, {"which date", wantTime}, {"since when", wantTime},
	{"when", wantTime}, {"wann", wantTime}, {"quand", wantTime}, {"cuando", wantTime},
	{"why", wantReason}, {"what caused", wantReason}, {"what set", wantReason}, {"what started", wantReason}, {"what sparked", wantReason}, {"what triggered", wantReason}, {"what led to", wantReason}, {"how come", wantReason}, {"warum", wantReason}, {"pourquoi", wantReason},
	{"where", wantPlace}, {"wo", wantPlace}, {"nerede", wantPlace},
	{"^who", wantPerson}, {"whose", wantPerson}, {"whom", wantPerson}, {"who", wantPerson}, {"^wer", wantPerson}, {"^kim", wantPerson}, {"^qui", wantPerson},
}

// wanted reads what a question asks for.
func wanted(toks []analysis.Token, lang string) want {
	text := folded(toks)
	for _, c := range cuesIn[lang] {
		if strings.Contains(text, " "+c.phrase+" ") {
			return c.want
		}
	}
	for _, c := range cues {
		if strings.HasPrefix(c.phrase, "^") {
			if strings.HasPrefix(text, " "+c.phrase[1:]+" ") {
				return c.want
			}
			continue
		}
		if i := strings.Index(text, " "+c.phrase+" "); i >= 0 && !(c.phrase == "who" && relativeWho(text[:i])) {
			return c.want
		}
	}
	return wantAny
}

// relativeWho says that a "who" behind these words asks for nobody: "what did people who were there see".
func relativeWho(before string) bool {
	w := strings.Fields(before)
	return len(w) > 1 && (w[0] == "what" || w[0] == "how" || w[0] == "which") && (folk[w[len(w)-1]] || roles[w[len(w)-1]] || w[len(w)-1] == "those")
}

// folded is the question's exact forms between single blanks, with one at each end.
func folded(toks []analysis.Token) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, t := range toks {
		if !t.Joined {
			b.WriteString(asked(t))
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// asked is a word of the question, a misspelled question word as it was meant.
func asked(t analysis.Token) string {
	if m := meant[t.Exact]; m != "" {
		return m
	}
	return t.Exact
}

// unit is the stem of what a quantity question counts, or "".
func unit(toks []analysis.Token, w want) string {
	if w != wantQuantity {
		return ""
	}
	for i := 0; i+1 < len(toks); i++ {
		pair := asked(toks[i]) + " " + asked(toks[i+1])
		if pair == "death toll" || pair == "body count" {
			return deadStem
		}
		if pair != "how many" && pair != "number of" && pair != "how much" && toks[i].Exact != "kac" {
			continue
		}
		for j := i + 2; j < len(toks) && j < i+6; j++ {
			if !toks[j].Stop && !toks[j].Joined {
				if j+1 < len(toks) && whose(toks[j]) && !toks[j+1].Stop && !toks[j+1].Cap && toks[j+1].Kind == analysis.Word {
					j++
				}
				return toks[j].Stem
			}
		}
	}
	return ""
}

// whose says that a word of a question tells whose those are that it counts: the first of "Norish soldiers".
func whose(t analysis.Token) bool { return t.Cap && !strings.HasSuffix(t.Exact, "s") }

// negators turn a statement round.
var negators = words("not no never nor none neither nobody nothing cannot without n't didnt doesnt dont wasnt werent isnt arent wont cant hasnt havent hadnt couldnt wouldnt")

// auxiliaries open a question that can be answered by yes or no.
var auxiliaries = words("did do does is are was were has have had can could will would should isnt arent didnt doesnt dont wasnt")

// tagged matches a statement that is put to be confirmed: "the driver had called, right?"
var tagged = regexp.MustCompile(`(?i)[, ](?:right|correct|true|yes|no|innit|isn['’]t it|didn['’]t (?:he|she|it|they)|wasn['’]t (?:he|she|it)|weren['’]t they|huh) ?\?+\s*$`)

// yesNo says whether a clause of the question opens with an auxiliary.
func yesNo(text string, toks []analysis.Token) bool {
	if tagged.MatchString(text) {
		return true
	}
	for i, t := range toks {
		if interrogative[asked(t)] {
			return false
		}
		if !auxiliaries[t.Exact] {
			continue
		}
		if i == 0 || i == 1 && toks[0].Stop || strings.ContainsAny(text[toks[i-1].End:t.Start], ",;:") {
			return true
		}
	}
	return false
}

// focusOf is the concept that stands behind what or which, the last of them where several do, or -1: "what type of stone" asks for a stone.
func (q *query) focusOf(toks []analysis.Token) int {
	i := slices.IndexFunc(toks, func(t analysis.Token) bool { return asked(t) == "what" || asked(t) == "which" })
	if i < 0 {
		return -1
	}
	focus := -1
	for i++; i < len(toks); i++ {
		if toks[i].Exact == "of" && focus >= 0 && weak[toks[i-1].Exact] {
			continue
		}
		k := q.at(toks[i])
		if k < 0 {
			break
		}
		focus = k
	}
	return focus
}
