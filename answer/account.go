package answer

import (
	"strconv"
	"strings"

	"parley/article/analysis"
	"parley/article/names"
)

// account is one choice seen as a statement: whose it is, which values it gives, and whether it affirms or denies.
type account struct {
	*choice
	// voice is who says it, as the text has it.
	voice string
	// attributed says that the text itself names the voice; otherwise it is the outlet's.
	attributed bool
	// told names the outlet where it tells what the voice did, and the voice says nothing itself; otherwise "".
	told string
	// covers is the question's idf share that the sentence and its context name.
	covers float64
	values []quantityValue
	days   []string
	// figure is what the account says in a dispute over figures, or "".
	figure string
	// rebuts is whom the text before the sentence, or the sentence itself, contradicts: "The ministry says …", "X disputed that".
	rebuts string
}

// quantityValue is a figure with what it counts.
type quantityValue struct {
	value float64
	units map[string]bool // stems that follow within a few tokens
	text  string
	// lasts says that it is a length of time: its first unit is one.
	lasts bool
}

// none reads "no defects" as a figure where the question counts defects.
func (q *query) none(toks []analysis.Token) []quantityValue {
	for i, t := range toks {
		if (t.Exact == "no" || t.Exact == "zero") && i+1 < len(toks) && q.hasUnit(toks[i+1:min(len(toks), i+3)]) {
			return []quantityValue{{value: 0, units: map[string]bool{q.unit: true}, text: t.Exact}}
		}
	}
	return nil
}

// key is the figure by its value, however it is written.
func (v quantityValue) key() string { return strconv.FormatFloat(v.value, 'f', -1, 64) }

func accountOf(c *choice, q *query, book *names.Book) *account {
	a := &account{choice: c, covers: c.features[sCover] + 0.7*c.features[sContext] + 0.7*c.features[sNear] + 0.7*c.features[sKin]}
	a.voice = c.speakerOf()
	a.attributed = a.voice != ""
	if !a.attributed {
		a.voice = outlet(&c.v.Candidate)
	}
	s := c.sentence()
	toks := c.v.toks[s.from:s.to]
	if (q.want == wantSides || q.either) && !a.attributed && !opensQuote(c.text()) {
		if who := actor(c, book); who != "" {
			a.voice, a.attributed, a.told = who, true, outlet(&c.v.Candidate)+", on "+doer(c.text(), who)
		}
	}
	a.values = quantities(c.v.Passage.Text, toks)
	if q.unit != "" {
		a.values = append(a.values, q.none(toks)...)
	}
	a.days = times(toks)
	a.rebuts = c.rebuts()
	return a
}

// actor is the known name that opens a sentence: who does what it tells, where it puts no words into a mouth.
func actor(c *choice, book *names.Book) string {
	text := c.text()
	for _, m := range book.Find(text) {
		if entitles(analysis.Tokenize(text[:m.Start], "")) {
			return text[m.Start:m.End]
		}
	}
	return ""
}

// entitles says that words before a name at the head of a sentence belong to it: an article, a post, a title.
func entitles(before []analysis.Token) bool {
	for _, t := range before {
		if !determiners[t.Exact] && !roles[t.Exact] && (!t.Cap || t.Stop) {
			return false
		}
	}
	return len(before) <= 3
}

// doer is a name as it stands at the head of a text, with the post or body behind it: "the Norish delegation".
func doer(text, name string) string {
	_, after, _ := strings.Cut(text, name)
	next, _, _ := strings.Cut(strings.TrimLeft(after, " "), " ")
	if bare := strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(next, "’s"), "'s"), ".,;:’'"); strings.HasPrefix(after, " ") && (roles[bare] || bare == "side" || bare == "team") {
		return "the " + name + " " + bare
	}
	return name
}

// label is how a reader is told whose account it is: the voice's own, or an outlet's on what the voice did.
func (a *account) label() string {
	if a.told != "" {
		return a.told
	}
	return a.voice
}

// quantities are the figures of a sentence, dates and clock times aside.
func quantities(text string, toks []analysis.Token) []quantityValue {
	var out []quantityValue
	for i := 0; i < len(toks); i++ {
		v, n, ok := analysis.Value(toks, i)
		if !ok || dateNumber(toks, i) || label(text, toks, i) || v < least {
			continue
		}
		if sinceWhen(toks, i+n) {
			continue
		}
		units := unitsAfter(toks, i+n)
		countedBefore(toks[:i], units)
		lasts := i+n < len(toks) && minutes[toks[i+n].Exact] > 0
		out = append(out, quantityValue{v, units, text[toks[i].Start:toks[i+n-1].End], lasts})
		i += n - 1
	}
	return out
}

// yearTold is the year of which a sentence tells, as a whole and without a day, or "": "in 2014", "since 2019".
func yearTold(toks []analysis.Token) string {
	for i := 1; i < len(toks); i++ {
		if year(toks[i]) && toks[i-1].Stop && (prepositions[toks[i-1].Exact] || placing[toks[i-1].Exact] || relative[toks[i-1].Exact]) {
			return toks[i].Exact
		}
	}
	return ""
}

// least is the smallest figure that is compared: one is an article or a pronoun more often than a count.
const least = 2

// label says that a number is part of a name: Warehouse 14, Gate 6.
func label(text string, toks []analysis.Token, i int) bool {
	return i > 0 && toks[i-1].Cap && !toks[i-1].Stop && toks[i-1].Kind == analysis.Word && strings.TrimSpace(text[toks[i-1].End:toks[i].Start]) == "" &&
		text[toks[i].Start] >= '0' && text[toks[i].Start] <= '9'
}

// dateNumber says that a number is a day, a year or a time of day.
func dateNumber(toks []analysis.Token, i int) bool {
	if strings.Contains(toks[i].Exact, ":") || year(toks[i]) {
		return true
	}
	return besideCalendar(toks, i)
}

// besideCalendar says that the name of a month or of a day stands beside a number.
func besideCalendar(toks []analysis.Token, i int) bool {
	return i > 0 && calendar[toks[i-1].Exact] && toks[i-1].Cap || i+1 < len(toks) && calendar[toks[i+1].Exact] && toks[i+1].Cap
}

// unitsAfter are the stems of the content words that follow a figure; of "1,100 of the 4,300 dockers", those of the second count.
func unitsAfter(toks []analysis.Token, i int) map[string]bool {
	out := map[string]bool{}
	part := i < len(toks) && toks[i].Exact == "of"
	for n := 0; i < len(toks) && n < 3; i++ {
		if toks[i].Kind == analysis.Number {
			if !part {
				break
			}
			part = false
			clear(out)
			continue
		}
		if !toks[i].Stop {
			out[toks[i].Stem] = true
			n++
		}
	}
	return out
}

// relative words after a span of time make a date of it: ten days after the storm.
var relative = words("after before ago later earlier since")

// sinceWhen says that the figure before i tells when something was, not how long.
func sinceWhen(toks []analysis.Token, i int) bool {
	return i+1 < len(toks) && clockish[toks[i].Exact] && relative[toks[i+1].Exact]
}

// counting are the nouns that announce what a later figure counts: "the number of injured passengers has risen to fourteen".
var counting = words("number toll total count figure tally")

// countedBefore adds the stems of what such a noun counts.
func countedBefore(toks []analysis.Token, units map[string]bool) {
	for i, t := range toks {
		if !counting[t.Exact] {
			continue
		}
		for _, u := range toks[i+1 : min(len(toks), i+5)] {
			if !u.Stop && u.Kind == analysis.Word {
				units[u.Stem] = true
			}
		}
		return
	}
}

// denials turn round what they speak of, by stem of the exact form.
var denials = words(`deny denies denied denying reject rejects rejected rejecting refuse refuses refused dispute disputes disputed dismiss dismissed
	dismisses contradict contradicts contradicted rebut rebutted refute refuted false untrue baseless unfounded wrong`)

// rebuts is whose claim the sentence contradicts, or "": the text before it puts a claim in another's mouth inside a text that
// speaks in the first person, or the sentence opens by disputing what stands before it.
func (c *choice) rebuts() string {
	s := c.sentence()
	for i := c.i; i >= 0 && i >= c.i-1; i-- {
		p := &c.v.sents[i]
		pt := c.v.toks[p.from:p.to]
		if disputesBefore(pt) && p.from > 0 {
			return "what was said before"
		}
		if i < c.i && firstPerson(c.v, s) && claims(pt) {
			return attributed(c.v, p)
		}
	}
	return ""
}

// disputesBefore finds "X disputed that." and its like: a denial whose object is only a pointer to what was said, or "called that false".
func disputesBefore(toks []analysis.Token) bool {
	for i, t := range toks {
		if i+1 >= len(toks) || i > 12 {
			break
		}
		next := toks[i+1].Exact
		pointer := next == "this" || next == "it" || next == "these" || next == "those" || next == "that" && (i+2 >= len(toks) || denials[toks[min(i+2, len(toks)-1)].Exact] || len(toks) <= i+4)
		if pointer && (denials[t.Exact] || (t.Exact == "called" || t.Exact == "calls") && i+2 < len(toks) && denials[toks[i+2].Exact]) {
			return true
		}
	}
	return false
}

var claiming = words("says say claims claim hints insists alleges maintains asserts argues claimed said")

func claims(toks []analysis.Token) bool {
	for i, t := range toks {
		if claiming[t.Exact] && i > 0 && i < 6 {
			return true
		}
	}
	return false
}
