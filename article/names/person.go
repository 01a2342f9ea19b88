package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"parley/article/analysis"
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
	all := distinctNames(l.names)
	var full []person
	for _, n := range all {
		if p, ok := fullName(n, evident); ok {
			full = append(full, p)
		}
	}
	for i, p := range full {
		if slices.ContainsFunc(full, func(longer person) bool { return shortens(p.words, longer.words) }) {
			continue
		}
		forms := []string{p.text}
		for _, n := range all {
			if n.Text != p.text && shortens(keysOf(n.Text), p.words) && l.only(full, i, n.Text) {
				forms = append(forms, n.Text)
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

// fullName says that a name is a person's in full: two to four words, none of them "of", known as a person, no country's.
func fullName(n Name, evident map[string]bool) (person, bool) {
	keys := keysOf(n.Text)
	if len(keys) < 2 || len(keys) > 4 || !evident[keys[len(keys)-1]] || slices.Contains(keys, "of") {
		return person{}, false
	}
	if len(Gazetteer().Find(n.Text)) > 0 || shortForm(strings.Fields(n.Text)[len(strings.Fields(n.Text))-1]) {
		return person{}, false
	}
	return person{n.Text, keys}, true
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

// only says that no other full name of the article could be meant by the short form, and that it is no other name by itself.
func (l *learner) only(full []person, i int, short string) bool {
	words := keysOf(short)
	if Gazetteer().has(strings.Join(words, " ")) {
		return false
	}
	for j, p := range full {
		if j != i && !slices.Equal(p.words, full[i].words) && (shortens(words, p.words) || slices.Equal(words, p.words)) && !shortens(p.words, full[i].words) && !shortens(full[i].words, p.words) {
			return false
		}
	}
	return analysis.Fold(short) != ""
}
