package thesaurus

import (
	"slices"
	"strings"

	"parley/answer/thesaurus/packed"
)

// reading is a word of the network that a phrase may be a form of. Inflected says that it is not the phrase as it stands.
type reading struct {
	word      int
	inflected bool
}

// ending is a regular ending of a part of speech and what the base has in its place, after morphy(7WN).
type ending struct {
	suffix, base string
	class        packed.Class
}

var endings = []ending{
	{"ies", "y", packed.Noun | packed.Verb}, {"s", "", packed.Noun | packed.Verb},
	{"ses", "s", packed.Noun | packed.Verb}, {"xes", "x", packed.Noun | packed.Verb}, {"zes", "z", packed.Noun | packed.Verb},
	{"ches", "ch", packed.Noun | packed.Verb}, {"shes", "sh", packed.Noun | packed.Verb}, {"oes", "o", packed.Noun | packed.Verb},
	{"ied", "y", packed.Verb}, {"ed", "", packed.Verb}, {"ed", "e", packed.Verb},
	{"ing", "", packed.Verb}, {"ing", "e", packed.Verb},
	{"iest", "y", packed.Adjective}, {"est", "", packed.Adjective}, {"est", "e", packed.Adjective},
	{"ier", "y", packed.Adjective}, {"er", "", packed.Adjective}, {"er", "e", packed.Adjective},
	{"men", "man", packed.Noun},
}

// shortestBase is how many letters are left at least when an ending is taken off.
const shortestBase = 2

// read appends what a phrase may be a form of: itself first, then its bases, by its last word and then by its first.
func (n *network) read(out []reading, phrase string) []reading {
	if w, ok := n.find(phrase); ok {
		out = append(out, reading{word: w})
	}
	if last := strings.LastIndexAny(phrase, " -"); last >= 0 {
		first := strings.IndexAny(phrase, " -")
		out = n.bases(out, phrase[:last+1], phrase[last+1:], "")
		return n.bases(out, "", phrase[:first], phrase[first:])
	}
	out = n.bases(out, "", phrase, "")
	if len(out) == 0 {
		out = n.parted(out, phrase)
	}
	return out
}

// bases appends the words that are before, a base of form, and after.
func (n *network) bases(out []reading, before, form, after string) []reading {
	if base, ok := n.irregularBase(form); ok {
		return n.add(out, before, base, "", after, 0)
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(form, e.suffix)
		if !ok || len(stem) < shortestBase {
			continue
		}
		// "ss" is the end of a base: "press" is no "pres" in the plural.
		if e.suffix == "s" && strings.HasSuffix(stem, "s") {
			continue
		}
		out = n.add(out, before, stem, e.base, after, e.class)
		if e.base == "" && e.suffix != "s" && doubled(stem) {
			out = n.add(out, before, stem[:len(stem)-1], "", after, e.class)
		}
	}
	return out
}

// doubled says that a stem ends in a consonant twice, as "plann" does.
func doubled(stem string) bool {
	l := len(stem)
	return l > 3 && stem[l-1] == stem[l-2] && !strings.ContainsRune("aeiousl", rune(stem[l-1]))
}

// add appends the word that the parts make, where there is one of that class; class 0 is any.
func (n *network) add(out []reading, before, stem, end, after string, class packed.Class) []reading {
	var room [64]byte
	b := append(append(append(append(room[:0], before...), stem...), end...), after...)
	w, ok := n.find(string(b))
	if !ok || class != 0 && n.classes[w]&class == 0 {
		return out
	}
	if slices.ContainsFunc(out, func(r reading) bool { return r.word == w }) {
		return out
	}
	return append(out, reading{w, true})
}

// shortestPart is how many letters either part has of a word that may be written in one or in two.
const shortestPart = 3

// parted appends the word that is written in two in the network, with a hyphen or a blank, and in one here: "landmine".
func (n *network) parted(out []reading, word string) []reading {
	for i := shortestPart; i <= len(word)-shortestPart; i++ {
		two := word[:i] + "-" + word[i:]
		for _, form := range []string{two, strings.TrimSuffix(two, "s")} {
			if w, ok := n.find(form); ok {
				return append(out, reading{w, len(form) < len(two)})
			}
		}
	}
	return out
}

func (n *network) irregularBase(form string) (string, bool) {
	i, ok := slices.BinarySearchFunc(n.irregular, form, func(f packed.Form, form string) int { return strings.Compare(f.Form, form) })
	if !ok {
		return "", false
	}
	return n.irregular[i].Base, true
}

// functionWords are English words of closed classes, which WordNet leaves out.
const functionWords = ` a about above across after against all along also although am amid among an and another any anybody anyone anything are
 around as at be because been before behind being below beneath beside between both but by can cannot could despite did do does doing done
 down during each either every everybody everyone everything except few for from had has have having he her here hers herself him
 himself his how i if in inside into is it its itself just like many may me might mine more most much must my myself near neither no
 nobody none nor not nothing of off on once one only onto or other our ours ourselves out outside over per shall she should since so
 some somebody someone something such than that the their theirs them themselves then there these they this those though through
 throughout till to toward towards under underneath unless unlike until up upon us via was we were what whatever when whenever where
 whereas wherever whether which whichever while who whoever whom whose why will with within without would yet you your yours yourself
 yourselves `

func isFunctionWord(word string) bool {
	return word != "" && !strings.ContainsAny(word, " \n") && strings.Contains(spaced, " "+word+" ")
}

var spaced = strings.ReplaceAll(functionWords, "\n", "")
