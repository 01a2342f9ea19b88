package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/article/analysis"
)

// Name is a proper name as it stands in a text.
type Name struct {
	// Start and End are byte offsets: text[Start:End] == Text. A possessive ending is not part of it.
	Start, End int
	Text       string
	// Sentence numbers the sentence, from 0, so that names can be told that stand side by side.
	Sentence int
	// Title says that a title or an office stood before it and was left out: the name is a person's.
	Title bool
}

// linking words stand within names, never at their ends.
var linking = map[string]bool{
	"of": true, "al": true, "el": true, "bin": true, "ibn": true, "bint": true, "de": true, "del": true, "della": true, "der": true, "den": true,
	"von": true, "van": true, "da": true, "di": true, "do": true, "dos": true, "du": true, "la": true, "le": true, "ul": true, "ud": true, "ur": true,
	"i": true, "e": true, "y": true, "zu": true, "ter": true, "af": true, "av": true,
}

// titles are words before a person's name that are no part of it.
var titles = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "prof": true, "professor": true, "sir": true, "lord": true, "lady": true, "dame": true,
	"president": true, "premier": true, "minister": true, "chancellor": true, "king": true, "queen": true, "prince": true, "princess": true,
	"emir": true, "sultan": true, "sheikh": true, "shaikh": true, "pope": true, "bishop": true, "archbishop": true, "cardinal": true, "father": true,
	"rabbi": true, "imam": true, "ayatollah": true, "mullah": true, "maulana": true, "maulvi": true, "mawlawi": true, "hajji": true, "haji": true, "mufti": true,
	"general": true, "gen": true, "colonel": true, "col": true, "major": true, "maj": true, "captain": true, "capt": true, "lieutenant": true, "lt": true,
	"sergeant": true, "sgt": true, "admiral": true, "adm": true, "commander": true, "brigadier": true, "marshal": true, "inspector": true, "officer": true,
	"senator": true, "sen": true, "rep": true, "representative": true, "congressman": true, "congresswoman": true, "mp": true, "governor": true, "gov": true,
	"mayor": true, "judge": true, "justice": true, "ambassador": true, "envoy": true, "secretary": true, "director": true, "chief": true, "chairman": true,
	"chairwoman": true, "chair": true, "chairperson": true, "commissioner": true, "spokesman": true, "spokeswoman": true, "spokesperson": true,
	"leader": true, "head": true, "speaker": true, "prosecutor": true, "economist": true, "analyst": true, "journalist": true, "reporter": true, "correspondent": true, "lawyer": true, "adviser": true, "advisor": true,
	"negotiator": true, "mediator": true, "deputy": true, "doctor": true, "engineer": true, "lawmaker": true, "activist": true, "physician": true,
	"candidate": true, "treasurer": true, "foreman": true, "herr": true, "frau": true, "monsieur": true, "madame": true,
	"señor": true, "sayin": true,
}

// calendar words are capitalised in English and name nobody.
var calendar = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true,
	"october": true, "november": true, "december": true,
}

// ProperNames returns the names in a text, in order: runs of capitalised words, joined by words such as "of" and "bin", without
// the titles before them. A capital at the head of a sentence, in a headline or in a line of capitals makes no name by itself;
// it does where the text has the word with its capital elsewhere, or the gazetteer has it. It reads capitals, so it finds nothing in scripts
// without them, and takes every noun in German.
func ProperNames(text string) []Name { return properNames(text, words(text)) }

func properNames(text string, tokens []analysis.Token) []Name {
	r := reader{text: text, tokens: tokens}
	r.survey()
	var found []Name
	for i := 0; i < len(r.tokens); {
		if !r.starts(i) {
			i++
			continue
		}
		last := r.extend(i)
		if n, ok := r.name(i, last); ok {
			found = append(found, n)
		}
		i = last + 1
	}
	return found
}

// reader finds the names of one text.
type reader struct {
	text   string
	tokens []analysis.Token
	// heads says which tokens begin a sentence, headline which stand in a line whose capitals say nothing.
	heads, headline []bool
	sentence        []int
	// seen are the words that have a capital anywhere.
	seen map[string]dress
}

// dress is how a word that has a capital somewhere is seen in the text.
type dress struct {
	proper bool // with a capital where only a name has one
	small  bool // without one
}

// survey goes over the text once, for what a single word cannot tell.
func (r *reader) survey() {
	n := len(r.tokens)
	r.heads, r.headline, r.sentence = make([]bool, n), make([]bool, n), make([]int, n)
	sentence := 0
	for i, t := range r.tokens {
		gapStart := 0
		if i > 0 {
			gapStart = r.tokens[i-1].End
		}
		gap := r.text[min(gapStart, t.Start):t.Start]
		full := i > 0 && r.ends(gap, i)
		if full {
			sentence++
		}
		r.sentence[i] = sentence
		r.heads[i] = i == 0 || full || gap != " " && (strings.ContainsAny(gap, "“\"‘«:•—") || strings.HasSuffix(gap, " '"))
	}
	r.surveyLines()
	r.surveyWords()
}

// surveyWords notes how the words are seen that have a capital somewhere.
func (r *reader) surveyWords() {
	r.seen = map[string]dress{}
	for i, t := range r.tokens {
		if t.Cap {
			r.seen[t.Exact] = dress{proper: r.seen[t.Exact].proper || !r.heads[i] && !r.headline[i]}
		}
	}
	for _, t := range r.tokens {
		if d, capital := r.seen[t.Exact]; !t.Cap && capital && !d.small {
			r.seen[t.Exact] = dress{d.proper, true}
		}
	}
}

// ends says that a sentence ends in the gap before token i: a dot does not behind an initial or a short title.
func (r *reader) ends(gap string, i int) bool {
	if gap == " " {
		return false
	}
	if strings.ContainsAny(gap, "!?…\n।۔؟") {
		return true
	}
	if !strings.Contains(gap, ".") {
		return false
	}
	before := r.tokens[i-1]
	return utf8.RuneCountInString(before.Exact) > 1 && !titles[before.Exact] && before.Exact != "st"
}

// surveyLines marks headlines: lines without a full stop whose words are mostly capitalised.
func (r *reader) surveyLines() {
	for i := 0; i < len(r.tokens); {
		end := len(r.text)
		if n := strings.IndexByte(r.text[r.tokens[i].Start:], '\n'); n >= 0 {
			end = r.tokens[i].Start + n
		}
		j := i + 1
		for j < len(r.tokens) && r.tokens[j].Start < end {
			j++
		}
		if isHeadline(r.text[r.tokens[i].Start:end], r.tokens[i:j]) {
			for k := i; k < j; k++ {
				r.headline[k] = true
			}
		}
		i = j
	}
}

func isHeadline(line string, tokens []analysis.Token) bool {
	if len(tokens) > 2 && allCapitals(line) {
		return true
	}
	long, capped, small := 0, 0, false
	for _, t := range tokens {
		if t.Stop || t.Kind != analysis.Word {
			continue
		}
		small = small || !t.Cap
		if len(t.Exact) >= 4 {
			long++
			if t.Cap {
				capped++
			}
		}
	}
	line = strings.TrimRight(line, " \r\t”\"’")
	closed := strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?")
	return !closed && long > 0 && (!small || long >= 4 && capped*10 >= long*8)
}

// allCapitals says that a line has capitals and no small letter.
func allCapitals(line string) bool {
	for i := range len(line) { // most lines are told by their first letters
		if 'a' <= line[i] && line[i] <= 'z' {
			return false
		}
	}
	return strings.ToUpper(line) == line && strings.ToLower(line) != line
}

// starts says that a name may begin with token i.
func (r *reader) starts(i int) bool {
	t := r.tokens[i]
	if !t.Cap || t.Kind != analysis.Word || t.Stop && !r.inner(i) || linking[t.Exact] && r.heads[i] {
		return false
	}
	if !r.heads[i] && !r.headline[i] {
		return true
	}
	if r.seen[t.Exact].proper || isAcronym(r.text[t.Start:t.End]) && !r.headline[i] {
		return true
	}
	if Gazetteer().has(keyOf(t)) {
		return true
	}
	// At the head of a sentence a second capital shows a name, unless the first word is also seen small.
	return !r.headline[i] && !r.seen[t.Exact].small && i+1 < len(r.tokens) && r.tokens[i+1].Cap && !r.tokens[i+1].Stop && r.tied(i)
}

// inner says that a function word in capitals is used as a name there: Al Noor, De Wit.
func (r *reader) inner(i int) bool {
	return linking[r.tokens[i].Exact] && !r.heads[i] && i+1 < len(r.tokens) && r.tokens[i+1].Cap && r.tied(i)
}

// extend is the last token of the name that begins with token i.
func (r *reader) extend(i int) int {
	last := i
	for j := i + 1; j < len(r.tokens) && r.tied(j-1) && r.sentence[j] == r.sentence[i]; j++ {
		t := r.tokens[j]
		switch {
		case t.Kind == analysis.Word && t.Cap && (!t.Stop || linking[t.Exact]) && !calendar[t.Exact]:
			if r.headline[j] && !r.seen[t.Exact].proper && !linking[t.Exact] {
				return last
			}
			if !linking[t.Exact] {
				last = j
			}
		case linking[t.Exact] && j-last <= 2:
		default:
			return last
		}
	}
	return last
}

// tied says that only a blank, a hyphen, an initial's dot or a plural's apostrophe stands between tokens j and j+1.
func (r *reader) tied(j int) bool {
	a, z := r.tokens[j].End, r.tokens[j+1].Start
	if z <= a {
		return z == a
	}
	switch gap := r.text[a:z]; gap {
	case " ", "-", "‐", "‑", "\u00a0", "' ", "’ ", " & ":
		return true
	case ". ", ".":
		e := r.tokens[j].Exact
		return utf8.RuneCountInString(e) == 1 || titles[e] || e == "st" || e == "kh" || e == "jr"
	}
	return false
}

// name is the name of tokens first to last without its titles, if anything is left.
func (r *reader) name(first, last int) (Name, bool) {
	start := first
	for k := first; k < last; k++ {
		if titles[r.tokens[k].Exact] && (k+1 > last || !linking[r.tokens[k+1].Exact]) {
			start = k + 1
		}
	}
	a, z := r.tokens[start], r.tokens[last]
	if titles[z.Exact] && !isAcronym(r.text[z.Start:z.End]) {
		return Name{}, false
	}
	if start == last && (calendar[a.Exact] || utf8.RuneCountInString(a.Exact) < 2) {
		return Name{}, false
	}
	title := start > first || first > 0 && titles[r.tokens[first-1].Exact] && r.tied(first-1)
	return Name{Start: a.Start, End: z.End, Text: r.text[a.Start:z.End], Sentence: r.sentence[first], Title: title}, true
}

// distinctNames are the different names of a text, in order of their first appearance.
func distinctNames(all []Name) []Name {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(all), func(n Name) bool {
		had := seen[n.Text]
		seen[n.Text] = true
		return had
	})
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
