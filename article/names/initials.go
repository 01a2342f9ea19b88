package names

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/article/analysis"
)

// institutions are words that the name of one begins or ends with.
var institutions = map[string]bool{
	"authority": true, "union": true, "commission": true, "ministry": true, "office": true, "party": true, "front": true, "council": true,
	"agency": true, "committee": true, "federation": true, "army": true, "service": true, "services": true, "bureau": true, "department": true,
	"board": true, "mission": true, "institute": true, "centre": true, "center": true, "company": true, "corporation": true,
	"organisation": true, "organization": true, "movement": true, "alliance": true, "bank": true, "court": true, "force": true, "forces": true,
	"guard": true, "police": true, "association": true, "inspectorate": true, "administration": true, "fund": true, "league": true,
	"congress": true, "assembly": true, "network": true, "society": true, "university": true, "doctors": true, "teachers": true, "workers": true,
	"tribunal": true, "directorate": true, "command": true, "group": true, "coalition": true, "foundation": true,
}

// initials joins an institution whose name has three words or more to its initials, although no article explains them, where
// it alone of all names has these initials and they are known to mean nothing else: people ask for the NEC.
func (s *spellings) initials() []Group {
	long := map[string][]string{}
	for name := range s.count {
		acronym := initialsOf(name)
		if acronym == "" {
			continue
		}
		if !slices.ContainsFunc(long[acronym], func(other string) bool { return key(other) == key(name) || variant(spelled(other), spelled(name)) }) {
			long[acronym] = append(long[acronym], name)
		}
	}
	var groups []Group
	for acronym, all := range long {
		if len(all) == 1 && !Gazetteer().has(key(acronym)) {
			groups = append(groups, Group{Forms: []string{all[0], acronym}, Relation: Same, Origin: FromArticle})
		}
	}
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Compare(a.Forms[0], b.Forms[0]) })
	return groups
}

// initialsOf are the initials of an institution's name, "" where the name is none, or has fewer than three or more than six words
// that give one.
func initialsOf(name string) string {
	w := words(name)
	if len(w) < 3 || len(w) > 9 || !institutions[w[0].Exact] && !institutions[w[len(w)-1].Exact] {
		return ""
	}
	var b strings.Builder
	for _, t := range w {
		if t.Kind != analysis.Word || !t.Cap && !optional(t) {
			return ""
		}
		if !optional(t) {
			r, _ := utf8.DecodeRuneInString(t.Exact)
			b.WriteRune(unicode.ToUpper(r))
		}
	}
	if n := utf8.RuneCountInString(b.String()); n < 3 || n > 6 {
		return ""
	}
	return b.String()
}
