package gate

import (
	"strings"

	"parley/article/names"
)

// entity is a run of capitalised words that names one thing, without its titles: "Omar Brandt", "Bank of Ulm".
type entity struct{ from, to int }

// titles go before or stand for a name, in capitals or not. A title alone names no one.
var titles = set(`mr mrs ms dr prof professor sir lady lord president vice prime minister ministry premier chancellor king queen prince
	princess general gen lt col colonel major maj captain capt sergeant admiral marshal brigadier commander chief commissioner
	secretary ambassador senator sen representative rep governor gov mayor judge justice chairman chairwoman chair director
	spokesman spokeswoman spokesperson supreme leader foreign defence defense interior information finance health deputy
	acting former senior analyst journalist expert officials official state government parliament army navy police council
	department office agency court party national federal the north south east west northern southern eastern western central middle upper lower
	sheikh sheikha maulana mullah haji imam ayatollah pope bishop archbishop`)

// commonHeads open sentences with a capital and name no one, though no ending gives them away.
var commonHeads = set(`police people women men children residents witnesses rescuers talks fighting troops hospital hospitals sources
	media reports crews schools shops rain floods fire ships families power water food aid trade prices`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// isName says whether word i of t is part of a name, as far as capitals and the book tell.
func (t *text) isName(i int, known []bool) bool {
	w := &t.words[i]
	switch {
	case w.digit || t.dated[i] >= 0 || t.counted[i] >= 0:
		return false
	case known[i]:
		return true
	case !t.cased || !w.cap || len(w.exact) < 2 || w.function && !w.caps:
		return false
	case !w.first:
		return true
	}
	return t.opensName(i) || t.recurs(i)
}

// recurs says that the word at the head of a sentence stands elsewhere in the text with a capital of its own.
func (t *text) recurs(i int) bool {
	w := &t.words[i]
	if w.function || titles[w.exact] {
		return false
	}
	for k := range t.words {
		p := &t.words[k]
		if p.cap && !p.first && (p.exact == w.exact || derived(p.exact, w.exact)) {
			return true
		}
	}
	return false
}

// opensName says whether the word at the head of a sentence is a name: capitals prove nothing there.
func (t *text) opensName(i int) bool {
	w := &t.words[i]
	if w.function || titles[w.exact] || commonHeads[w.exact] {
		return false
	}
	if w.caps {
		return true
	}
	if next := i + 1; next < len(t.words) && t.words[next].before <= hyphen {
		n := &t.words[next]
		if n.cap && !n.first && t.dated[next] < 0 {
			return true
		}
		return speech[n.stem] && !strings.HasSuffix(w.exact, "s") && !commonEnding(w.exact)
	}
	return false
}

// commonEnding says that a word ends as common nouns, adverbs and participles do.
func commonEnding(s string) bool {
	for _, e := range []string{"ing", "ed", "ly", "ion", "ions", "ment", "ness", "ers", "ors", "ists", "ity", "ism", "ance", "ence"} {
		if len(s) > len(e)+2 && strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// known marks the words that the book knows as part of a name. Where the text has capitals, a name has one.
func (t *text) known(book *names.Book) []bool {
	out := make([]bool, len(t.words))
	for _, m := range find(book, t.raw) {
		for i := range t.words {
			w := &t.words[i]
			if w.start >= m.Start && w.end <= m.End+2 && w.start < m.End && !w.function && (w.cap || !t.cased) {
				out[i] = true
			}
		}
	}
	return out
}

// entities are the names of the text, neighbours joined.
func (t *text) entities(book *names.Book) []entity {
	known := t.known(book)
	var out []entity
	for i := range t.words {
		w := &t.words[i]
		if !t.isName(i, known) || titles[w.exact] && !known[i] && !w.caps {
			continue
		}
		if n := len(out); n > 0 && t.joins(out[n-1].to, i) {
			out[n-1].to = i + 1
			continue
		}
		out = append(out, entity{i, i + 1})
	}
	return out
}

// particles stand inside names: "Bank of Ulm", "Omar al Bashir".
var particles = set("of al el bin ibn ben de del della da di van von der den la le i e ul ur")

// joins says that the words from..to are one name with the one that ended before from: nothing between, or a particle.
func (t *text) joins(from, to int) bool {
	for i := from; i <= to; i++ {
		if t.words[i].before > hyphen || t.words[i].first || t.possessiveBefore(i) {
			return false
		}
		if i < to && !(particles[t.words[i].exact] && to-from == 1) {
			return false
		}
	}
	return true
}

// possessiveBefore says that the word before i had a possessive ending: "Peru's Lima" is two names.
func (t *text) possessiveBefore(i int) bool {
	if i == 0 {
		return false
	}
	raw := t.raw[t.words[i-1].start:t.words[i-1].end]
	return strings.ContainsAny(raw, "'’") && len(fold(raw)) > len(t.words[i-1].exact) || strings.HasPrefix(t.raw[t.words[i-1].end:], "’ ") || strings.HasPrefix(t.raw[t.words[i-1].end:], "' ")
}

// initials are the first letters of the words from..to, folded.
func (t *text) initials(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		for _, r := range t.words[i].exact {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}
