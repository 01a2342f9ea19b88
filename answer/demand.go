package answer

import (
	"regexp"
	"slices"
	"strings"

	"parley/answer/thesaurus"
	"parley/article/analysis"
)

// demand is a thing of which it can be seen whether a sentence has it, and which a question asks for by name: without it there is no answer.
type demand uint8

const (
	demandNothing demand = iota
	demandAge            // how old somebody or something is
	demandMoney          // how much something costs, or somebody pays
	demandName           // the name of somebody, or of something that is known by one
	demandOffice         // the words of whoever holds a high office, which is not named otherwise
	demandAdvice         // whether or how somebody should do something
	demandTip            // something of a kind that can be recommended
)

// offices are high offices, each with how else it is called: where no passage speaks of one, nothing that its holder said is told.
var offices = [][]string{
	{"prime minister", "premier", "head of government"}, {"pm", "prime minister", "premier"}, {"vice president"}, {"president", "presidency", "head of state"}, {"king", "monarch"}, {"queen", "monarch"}, {"emperor"},
	{"sultan"}, {"emir"}, {"chancellor"}, {"pope", "pontiff"}, {"secretary general", "un chief"}, {"opposition leader", "leader of the opposition", "opposition"},
	{"foreign minister", "foreign affairs minister", "minister of foreign affairs", "minister for foreign affairs", "foreign secretary", "secretary of state", "foreign ministry"},
	{"defence minister", "defense minister", "minister of defence", "minister of defense", "minister for defence", "defence secretary", "defense secretary", "defence chief", "defense chief"},
	{"interior minister", "minister of the interior", "minister of interior", "minister for the interior", "home secretary", "home minister", "interior secretary"},
	{"finance minister", "minister of finance", "minister for finance", "finance secretary", "treasury secretary"}, {"security council"},
}

// moneyed words make "how much" ask for money.
var moneyed = words(`money cash cost costs costing pay pays paid paying spend spends spent earn earns earned owe owes owed lend lends lent borrow borrowed fined charge
	charged worth price salary wage wages bail ransom compensation damages fee bill`)

// currencies are the units of money, today's and former ones, of which an article may tell.
var currencies = words(`dollar dollars euro euros pound pounds yen yuan renminbi rupee rupees rupiah ringgit lira liras lire ruble rubles rouble roubles franc francs crown
	crowns mark marks florin florins ducat ducats thaler thalers guilder guilders peso pesos real reais rial rials riyal riyals dinar dinars dirham dirhams krone kroner
	krona kronor koruna zloty forint shekel shekels won baht dong rand naira cedi shilling shillings leu lei lev leva hryvnia tenge som afghani afghanis taka sterling
	cents pence bucks usd eur gbp`)

// namedKinds have names by which they are known: an answer to "which hospital" gives one.
var namedKinds = words(`hospital clinic airline company firm bank insurer prison jail channel broadcaster newspaper magazine school university college hotel airport
	airbase brand manufacturer charity`)

// kindReach is within how many words behind "which" the kind stands: "which private security company".
const kindReach = 3

// demandOf reads what a question demands; with it, for a name the concept whose it is, for an office its place in offices, else -1.
func (q *query) demandOf(toks []analysis.Token) (demand, int) {
	if q.foreign() {
		return demandNothing, -1
	}
	text := folded(toks)
	if strings.Contains(text, " how old ") {
		return demandAge, -1
	}
	if strings.Contains(text, " how much ") && anyOf(toks, moneyed) {
		return demandMoney, -1
	}
	for i := 0; i+1 < len(toks); i++ {
		if asked(toks[i]) == "which" {
			for _, t := range toks[i+1 : min(len(toks), i+1+kindReach)] {
				if namedKinds[t.Exact] && q.at(t) >= 0 {
					return demandName, q.at(t)
				}
			}
		}
		if (toks[i].Exact == "name" || toks[i].Exact == "names") && toks[i+1].Exact == "of" {
			if head := headAfter(toks, i+2); head >= 0 && q.at(toks[head]) >= 0 && english(toks[head].Exact) {
				return demandName, q.at(toks[head])
			}
		}
	}
	if d, office := q.officeAsked(); d != demandNothing {
		return d, office
	}
	return q.adviceAsked(toks)
}

// advising words before "i" ask what to do; praising ones before a noun ask for something of its kind that can be recommended.
var (
	advising = words("should do can could shall must may")
	praising = words("good nice decent great")
)

// adviceReach is within how many words behind them the deed or the kind stands.
const adviceReach = 3

// adviceAsked finds what somebody asks how to do, or to be recommended, as its concept: to bleed in "how do i bleed a radiator", the recipe in "got a good
// recipe for soup".
func (q *query) adviceAsked(toks []analysis.Token) (demand, int) {
	for i := 1; i+1 < len(toks); i++ {
		d := demandNothing
		switch {
		case advising[toks[i-1].Exact] && toks[i].Exact == "i":
			d = demandAdvice
		case (toks[i-1].Exact == "a" || toks[i-1].Exact == "any") && praising[toks[i].Exact]:
			d = demandTip
		default:
			continue
		}
		for _, t := range toks[i+1 : min(len(toks), i+1+adviceReach)] {
			if t.Stop {
				continue
			}
			if k := q.at(t); k >= 0 && q.concepts[k].counts == 1 && !q.concepts[k].name {
				return d, k
			}
			break
		}
	}
	return demandNothing, -1
}

// officeAsked finds the office whose holder's words are asked for, as its place in offices: "the king of Norland", "Norland's prime minister", not "minister Ada Brook".
func (q *query) officeAsked() (demand, int) {
	for _, voice := range q.voices {
		text := folded(unjoined(analysis.Tokenize(voice, "")))
		for i, names := range offices {
			_, after, found := strings.Cut(text, " "+names[0]+" ")
			if found && (after == "" || strings.HasPrefix(after, "of ") || strings.HasPrefix(after, "in ")) {
				return demandOffice, i
			}
		}
	}
	return demandNothing, -1
}

// speaksOf says that a passage, or what stands over it, speaks of an office.
func speaksOf(v *view, office int) bool {
	text := folded(unclocked(unjoined(v.toks))) + folded(unjoined(analysis.Tokenize(about(&v.Candidate), "")))
	return slices.ContainsFunc(offices[office], func(name string) bool { return strings.Contains(text, " "+name+" ") })
}

// unclocked drops the pm behind a time of day.
func unclocked(toks []analysis.Token) []analysis.Token {
	var out []analysis.Token
	for i, t := range toks {
		if t.Exact != "pm" || i == 0 || toks[i-1].Kind != analysis.Number {
			out = append(out, t)
		}
	}
	return out
}

// aged is how a text gives an age: "a 26-year-old ship", "aged 7", "Ada Brook, 47, said", "built in 1958".
var aged = regexp.MustCompile(`(?i)\b\d{1,3}[- ]years?[- ]old\b|\b(?:aged?|age of|is|was|were|turned|turns|becomes) \d{1,3}\b|\byears of age\b|, \d{1,3}[,.)\]]|\(\d{1,3}\)|\b(?:born|built|founded|finished|completed|opened|launched|laid|made|dat(?:es|ing))\b[^.]{0,20}\b(?:1[0-9]|20)\d\d\b|\b(?:centur|decade)`)

// satisfies says that a choice has what the question demands.
func (f *found) satisfies(c *choice) bool {
	switch f.query.demand {
	case demandAge:
		return aged.MatchString(c.text()) && f.namesAsked(c)
	case demandMoney:
		return paid(c.text(), c.tokens())
	case demandOffice:
		return speaksOf(c.v, f.query.named)
	case demandAdvice:
		return f.advises(c)
	case demandTip:
		return c.v.names(f.query.named) > 0
	case demandName:
		return f.nameBeside(c, f.query.named)
	}
	return true
}

// advises says that a choice's passage names the deed on which advice is asked, or most of the rest of the question: whoever asks whether to shower with the
// water from the tap is told whether it is safe.
func (f *found) advises(c *choice) bool {
	deed := f.query.named
	if c.v.names(deed) > 0 {
		return true
	}
	met, all := 0.0, 0.0
	for i, k := range f.query.concepts {
		if i != deed && k.counts >= 1 {
			all++
			met += one(c.v.names(i) > 0)
		}
	}
	return 2*met > all
}

// namesAsked says that a choice, or the sentence that it leans on, names somebody whom the question names, if it names anybody.
func (f *found) namesAsked(c *choice) bool {
	named, any := false, false
	for i, k := range f.query.concepts {
		if !k.name {
			continue
		}
		any = true
		named = named || c.sentence().best[i] > 0 || c.i > 0 && leans(c.tokens()) && c.v.sents[c.i-1].best[i] > 0
	}
	return named || !any
}

// paid says that a text gives a sum of money: a figure beside a currency, be it one that no dictionary has.
func paid(text string, toks []analysis.Token) bool {
	if strings.ContainsAny(text, "$€£¥₹₽₺₨") {
		return true
	}
	for i := range toks {
		if currencies[toks[i].Exact] {
			return true
		}
		if _, n, ok := analysis.Value(toks, i); ok && i+n < len(toks) {
			if unit := toks[i+n]; unit.Kind == analysis.Word && !unit.Cap && !unit.Stop && thesaurus.Frequency(unit.Exact) < 0 {
				return true
			}
		}
	}
	return false
}

// nameReach is within how many words of somebody's description a name is his: "the student who escaped, Tomo Brisk".
const nameReach = 5

// nameBeside says that a name which the question did not bring stands beside a word for the concept, or that the text says how it is called.
func (f *found) nameBeside(c *choice, concept int) bool {
	s, toks := c.sentence(), c.v.toks
	for p := s.from; p < s.to; p++ {
		if !f.matcher.means(c.v, p, concept, surelyKin) {
			continue
		}
		if calls(toks[s.from:s.to]) {
			return true
		}
		for j := max(s.from, p-nameReach); j < min(s.to, p+nameReach+1); j++ {
			if f.newName(c, j) {
				return true
			}
		}
	}
	return false
}

// newName says that a name stands at place p which the question did not bring: no day, no post, no acronym.
func (f *found) newName(c *choice, p int) bool {
	t := c.v.toks[p]
	return t.Cap && p > c.sentence().from && !t.Stop && t.Kind == analysis.Word && !calendar[t.Exact] && !roles[t.Exact] &&
		acronym(c.v.Passage.Text[t.Start:t.End]) == "" && !f.query.brings(t)
}

// calls says that a sentence gives a name by a word of naming: not somebody who "did not want to be named".
func calls(toks []analysis.Token) bool {
	for i, t := range toks {
		if calling[t.Exact] && (i == 0 || toks[i-1].Exact != "be") {
			return true
		}
	}
	return false
}

// calling words give a name.
var calling = words("called name names named known dubbed nicknamed titled entitled")

// met is among how many of the best sentences what a question demands must stand.
const met = 5

// unmet says that the question demands a thing which none of the best sentences has.
func (f *found) unmet(all []*choice) bool {
	return !slices.ContainsFunc(all[:min(met, len(all))], f.satisfies)
}

// metWorth is what it adds to a sentence that it has what the question demands.
const metWorth = 2

// meeting sorts the sentences again for a question that demands something: those that have it gain.
func (f *found) meeting(all []*choice) []*choice {
	return regained(all, func(c *choice) float64 {
		if f.satisfies(c) {
			return metWorth
		}
		return 0
	})
}
