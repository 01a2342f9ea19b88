package names

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// speaking are verbs whose subject is a person, or speaks like one.
var speaking = map[string]bool{
	"said": true, "says": true, "told": true, "added": true, "wrote": true, "warned": true, "stated": true, "argued": true, "insisted": true,
	"claimed": true, "replied": true, "announced": true, "denied": true, "posted": true, "tweeted": true, "explained": true, "noted": true,
	"alleged": true, "accused": true, "urged": true, "confirmed": true, "asked": true, "called": true, "thanked": true, "recalled": true,
}

// person is a full name and the words that it consists of.
type person struct {
	text  string
	words []string
}

// persons joins a person's full name to the shorter forms that the article uses for them: the surname alone, the given name
// shortened to its first letters, or without the middle name.
func (l *learner) persons() {
	evident := l.spoken()
	var surnames []string
	bySurname := map[string][]person{}
	for _, n := range distinctNames(l.names) {
		k := keysOf(n.Text)
		last := k[len(k)-1]
		if !evident[last] {
			continue
		}
		if bySurname[last] == nil {
			surnames = append(surnames, last)
		}
		bySurname[last] = append(bySurname[last], person{n.Text, k})
	}
	for _, last := range surnames {
		l.family(bySurname[last])
	}
}

// maxFamily bounds how many names of one surname are compared with one another.
const maxFamily = 50

// family joins the names that end in one surname, where it is clear who is meant.
func (l *learner) family(all []person) {
	all = all[:min(len(all), maxFamily)]
	for _, p := range all {
		if !fullName(p) || slices.ContainsFunc(all, func(o person) bool { return shortens(p.words, o.words) }) {
			continue
		}
		forms := []string{p.text}
		for _, short := range all {
			if shortens(short.words, p.words) && only(short, p, all) {
				forms = append(forms, short.text)
			}
		}
		if len(forms) > 1 {
			l.add(Same, forms...)
		}
	}
}

// spoken are the names, by their last word, that the article shows to be persons: a title before them, or a verb of speech beside.
func (l *learner) spoken() map[string]bool {
	verbs := map[int]bool{}
	ends := map[int]bool{}
	for i, t := range l.tokens {
		if !speaking[t.Exact] {
			continue
		}
		if i > 0 {
			verbs[l.tokens[i-1].End] = true
		}
		if i+1 < len(l.tokens) {
			ends[l.tokens[i+1].Start] = true
		}
	}
	evident := map[string]bool{}
	for _, n := range l.names {
		the := strings.EqualFold(l.body[max(0, n.Start-4):n.Start], "the ")
		if n.Title || !the && (verbs[n.End] || ends[n.Start]) {
			k := keysOf(n.Text)
			evident[k[len(k)-1]] = true
		}
	}
	return evident
}

// fullName says that a name may be a person's in full: two to four words, none of them "of" or an acronym, no country's.
func fullName(p person) bool {
	if len(p.words) < 2 || len(p.words) > 4 || slices.Contains(p.words, "of") {
		return false
	}
	return len(Gazetteer().Find(p.text)) == 0 && !shortForm(p.text[strings.LastIndexByte(p.text, ' ')+1:])
}

// shortens says that the words are a shorter form of the full name: its surname, alone or behind some of its given names in order,
// each in full or by its first letters.
func shortens(short, full []string) bool {
	if len(short) == 0 || short[len(short)-1] != full[len(full)-1] || len(short) > len(full) || slices.Equal(short, full) {
		return false
	}
	given, rest := full[:len(full)-1], short[:len(short)-1]
	for _, w := range rest {
		at := slices.IndexFunc(given, func(g string) bool {
			return g == w || strings.HasPrefix(g, w) && utf8.RuneCountInString(w) <= 3
		})
		if at < 0 {
			return false
		}
		given = given[at+1:]
	}
	return true
}

// only says that short can mean p alone among all, and is nothing in the gazetteer.
func only(short, p person, all []person) bool {
	if Gazetteer().has(strings.Join(short.words, " ")) {
		return false
	}
	return !slices.ContainsFunc(all, func(o person) bool {
		return !slices.Equal(o.words, p.words) && !shortens(o.words, p.words) && shortens(short.words, o.words)
	})
}
