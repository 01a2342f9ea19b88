package answer

import (
	"strings"

	"parley/article/analysis"
	"parley/article/names"
)

// sayings are the verbs and nouns by which a question asks for somebody's words or view.
var sayings = words(`say says said tell tells told claim claims claimed think thinks argue argues describe describes described call calls called warn warns
	warned accuse accuses blame blames explain explains announce announced deny denies insist insists react reacts reacted respond responds want wants
	demand demands propose promise promised see sees view views`)

var stances = words(`position stance view views account version take opinion words claim claims statement argument defence defense explanation reaction response
	demand demands side line reading`)

// askedVoices are those whose words a question asks for, as the question has them.
func askedVoices(text string, toks []analysis.Token) []string {
	var out []string
	add := func(from, to int) {
		if from < to {
			out = append(out, text[toks[from].Start:toks[to-1].End])
		}
	}
	for i, t := range toks {
		switch {
		case t.Exact == "according" && i+2 < len(toks) && toks[i+1].Exact == "to":
			add(i+2, phraseFrom(text, toks, i+2))
		case auxiliaries[t.Exact] && i+1 < len(toks):
			if j := sayingAfter(toks, i+1); j > 0 {
				add(i+1, j)
			}
		case stances[t.Exact] && i > 0 && possessive(text, toks, i):
			add(phraseBack(toks, i-1), i)
		}
	}
	return out
}

// voiceReach is how many tokens a voice may have.
const voiceReach = 6

// sayingAfter is the place of a verb of saying that follows a subject which begins at i, or 0.
func sayingAfter(toks []analysis.Token, i int) int {
	for j := i + 1; j < len(toks) && j <= i+voiceReach; j++ {
		if sayings[toks[j].Exact] {
			return j
		}
		if auxiliaries[toks[j].Exact] {
			return 0
		}
	}
	return 0
}

func phraseFrom(text string, toks []analysis.Token, i int) int {
	j := i
	for j < len(toks) && j < i+voiceReach {
		if j > i && (auxiliaries[toks[j].Exact] || interrogative[toks[j].Exact] || strings.ContainsAny(text[toks[j-1].End:toks[j].Start], ",;:?")) {
			break
		}
		j++
	}
	return j
}

var interrogative = words("what who whom which when where why how")

func phraseBack(toks []analysis.Token, i int) int {
	j := i
	for j > 0 && i-j < 3 && !toks[j-1].Stop {
		j--
	}
	return j
}

// possessive says that an apostrophe ties the word at i to the one before it.
func possessive(text string, toks []analysis.Token, i int) bool {
	return strings.ContainsAny(text[toks[i-1].End:toks[i].Start], "'’")
}

// spokenBy says that a sentence gives the words of one of the voices that the question asks for.
func (q *query) spokenBy(who string, book *names.Book) bool {
	if who == "" {
		return false
	}
	for _, v := range q.voices {
		if sharesName(v, who, book) {
			return true
		}
	}
	return false
}

// sharesName compares an asked voice, which may be in small letters throughout, with one that an article names.
func sharesName(asked, who string, book *names.Book) bool {
	have := map[string]bool{}
	for _, t := range analysis.Tokenize(who, "") {
		if !t.Stop {
			have[t.Stem] = true
		}
	}
	for _, t := range analysis.Tokenize(asked, "") {
		if !t.Stop && !weak[t.Exact] && have[t.Stem] {
			return true
		}
	}
	for _, m := range book.Find(asked) {
		for _, n := range book.Find(who) {
			if _, same := book.Same(asked[m.Start:m.End], who[n.Start:n.End]); same {
				return true
			}
		}
	}
	return false
}
