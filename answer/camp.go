package answer

import (
	"cmp"
	"slices"
	"strings"

	"parley/article/analysis"
	"parley/article/names"
)

// camp is a party of a comparison, with what it says.
type camp struct {
	name  string
	party *party
	stems []string
	// state says that it is a country or a place by name alone: who speaks for others there does not speak for it.
	state bool
	// people are the last names of those whom the articles give a post with it.
	people map[string]bool
	lines  []*line
}

// line is a sentence of a camp: spoken by it, or told of it.
type line struct {
	*choice
	spoken bool
	// far says that only what stands around it is on the topic.
	far   bool
	worth float64
}

// bystanders are no party even where a party's name stands beside them: an analyst from its country.
var bystanders = words("analyst analysts expert experts journalist journalists observer observers researcher professor academic residents witnesses reader readers")

// honorifics stand before a person's name and differ from text to text.
var honorifics = words("prof professor dr doctor mr mrs ms sir general")

func newCamp(name string, book *names.Book) *camp {
	k := &camp{name: capitalled(name), people: map[string]bool{}}
	k.party = partyOf(k.name, book)
	if n := len(k.party.toks); len(k.party.known) == 0 && name != k.name && n > 0 && english(k.party.toks[n-1].Exact) {
		k.name = "the " + name
	}
	for _, t := range k.party.toks {
		if !t.Stop && !t.Joined && !honorifics[t.Exact] {
			k.stems = append(k.stems, t.Stem)
		}
	}
	k.state = len(k.party.known) > 0 && !k.party.forState() && !k.party.forOthers() && !anyOf(k.party.toks, roles)
	return k
}

// capitalled is a name with capitals, as an asker may leave them out.
func capitalled(s string) string {
	w := strings.Fields(s)
	for i := range w {
		if r := []rune(w[i]); !phraseEnds[w[i]] && w[i] != "of" {
			w[i] = strings.ToUpper(string(r[:1])) + string(r[1:])
		}
	}
	return strings.Join(w, " ")
}

// has says that a voice is of the camp.
func (k *camp) has(voice string, book *names.Book) bool {
	p := partyOf(voice, book)
	if voice == "" || anyOf(p.toks, bystanders) && !anyOf(k.party.toks, bystanders) && len(k.party.known) > 0 || k.state && p.forOthers() && !anyOf(p.toks, public) {
		return false
	}
	if k.party.sidesWith(p, book) || k.stemsIn(p.toks) {
		return true
	}
	return slices.ContainsFunc(p.own, func(w string) bool { return k.people[w] })
}

func (k *camp) stemsIn(toks []analysis.Token) bool {
	for _, s := range k.stems {
		if !slices.ContainsFunc(toks, func(t analysis.Token) bool { return t.Stem == s }) {
			return false
		}
	}
	return len(k.stems) > 0
}

// named says that the camp stands in a text by its name.
func (k *camp) named(text string, toks []analysis.Token, book *names.Book) bool {
	return k.stemsIn(toks) || (&party{known: k.party.known}).sharesName(partyOf(text, book), book)
}

// officeReach is how many bytes a post and its body may take beside a name: "the union's deputy secretary, ".
const officeReach = 60

// staff notes who holds a post with a camp: "Norland's trade minister, Ivo Lund", "Ada Brook, secretary of the union".
func staff(ks []*camp, views []*view, book *names.Book) {
	for _, v := range views {
		for i := range v.sents {
			text := v.text(&v.sents[i])
			for _, n := range names.ProperNames(text) {
				if post := office(text, n); post != "" {
					enrol(ks, post, n.Text, book)
				}
			}
		}
	}
}

func enrol(ks []*camp, post, name string, book *names.Book) {
	toks := analysis.Tokenize(post, "")
	if !anyOf(toks, roles) || anyOf(toks, reporting) || anyOf(toks, bystanders) || len(book.Find(name)) > 0 && len(strings.Fields(name)) < 2 {
		return
	}
	var in []*camp
	for _, k := range ks {
		if k.named(post, toks, book) {
			in = append(in, k)
		}
	}
	own := partyOf(name, book).own
	if len(in) == 1 && len(own) > 0 {
		in[0].people[own[len(own)-1]] = true
	}
}

// office is what stands beside a person's name as the post: before it within the same clause, or between commas behind it.
func office(text string, n names.Name) string {
	before := text[max(0, n.Start-officeReach):n.Start]
	before = strings.TrimSuffix(before, ", ")
	before = before[strings.LastIndexAny(before, ",;:.“\"")+1:]
	if post := tail(before, 5); anyOf(analysis.Tokenize(post, ""), roles) {
		return post
	}
	after := text[n.End:min(len(text), n.End+officeReach)]
	if !strings.HasPrefix(after, ", ") {
		return ""
	}
	after, _, _ = strings.Cut(after[2:], ",")
	return after
}

// tail is the last n words of a text.
func tail(s string, n int) string {
	w := strings.Fields(s)
	return strings.Join(w[max(0, len(w)-n):], " ")
}

// nation says that a name has a people or a capital beside it in the book: a country's, not a person's.
func nation(name string, book *names.Book) bool {
	return slices.ContainsFunc(book.Forms(name), func(f names.Form) bool { return f.Relation != names.Same })
}

// foremost are the camps of the two voices that the passages give most often, where the question speaks of both sides.
func foremost(views []*view, book *names.Book) []*camp {
	type bloc struct {
		name string
		n    int
		// side is how it is called where a noun follows its name: "Norish officials" speak for the Norish side.
		side string
	}
	var blocs []bloc
	for _, v := range views {
		for i := range v.sents {
			who := (&choice{v: v, i: i}).speakerOf()
			p := partyOf(who, book)
			if len(p.known) == 0 || !nation(p.known[0], book) || anyOf(p.toks, bystanders) || p.forOthers() {
				continue
			}
			k := slices.IndexFunc(blocs, func(b bloc) bool { return oneSide(b.name, p.known[0], book) })
			if k < 0 {
				blocs = append(blocs, bloc{name: p.known[0]})
				k = len(blocs) - 1
			}
			blocs[k].n++
			if _, after, _ := strings.Cut(who, p.known[0]); strings.HasPrefix(after, " ") {
				blocs[k].side = "the " + p.known[0] + " side"
			}
		}
	}
	slices.SortStableFunc(blocs, func(a, b bloc) int { return cmp.Compare(b.n, a.n) })
	if len(blocs) < 2 || blocs[1].n < 2 {
		return nil
	}
	one, other := newCamp(blocs[0].name, book), newCamp(blocs[1].name, book)
	one.name, other.name = cmp.Or(blocs[0].side, one.name), cmp.Or(blocs[1].side, other.name)
	return []*camp{one, other}
}
