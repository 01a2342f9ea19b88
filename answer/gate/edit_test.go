package gate

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
)

// An edit changes one fact of a sentence and says whether it found one to change.
type edit struct {
	kind  string
	floor float64
	apply func(r *rand.Rand, s sample, t *text) (string, bool)
}

// edits are the mechanical changes, with the share that must not be supported.
var edits = []edit{
	{"number changed", .98, changeNumber},
	{"year changed", .98, changeYear},
	{"name from outside", .95, foreignName},
	{"negation added", .90, addNegation},
	{"negation removed", .80, removeNegation},
	{"hedge removed", .75, removeHedge},
	{"two numbers swapped", .70, swapNumbers},
	{"two names swapped", .60, swapNames},
	{"another name of the passage", .60, passageName},
	{"quotation falsified", 1, falsifyQuotation},
	{"quotation stitched", 1, stitchQuotation},
}

func replace(t *text, from, to int, with string) string {
	return t.raw[:t.words[from].start] + with + t.raw[t.words[to-1].end:]
}

var plainDigits = regexp.MustCompile(`^[0-9][0-9.,]*$`)

func changeNumber(r *rand.Rand, s sample, t *text) (string, bool) {
	for _, a := range t.amounts {
		token := t.token(a.from, a.to)
		if !plainDigits.MatchString(token) || a.clock || len(token) == 1 && token < "3" {
			continue
		}
		for range 20 {
			b := []byte(token)
			b[0] = byte('1' + r.IntN(9))
			if out := replace(t, a.from, a.to, string(b)); !strings.Contains(s.passage, string(b)) {
				return out, true
			}
		}
	}
	return "", false
}

func changeYear(r *rand.Rand, s sample, t *text) (string, bool) {
	for _, d := range t.dates {
		if d.year == 0 {
			continue
		}
		year := fmt.Sprint(d.year)
		other := fmt.Sprint(d.year + 1 + r.IntN(90))
		if !strings.Contains(s.passage, other) && strings.Contains(s.sentence, year) {
			return strings.Replace(s.sentence, year, other, 1), true
		}
	}
	return "", false
}

// outsiders are invented names that no corpus holds.
var outsiders = []string{"Velmora", "Tarquin Hobb", "Zubrowska", "Ostrelia", "Quenby", "Ingmar Sloat", "Bezhanov", "Marrowgate"}

// singles are the names of the sentence of one word each, without titles.
func singles(t *text) []entity {
	var out []entity
	for _, n := range t.entities(testBook()) {
		if !t.words[n.from].first {
			out = append(out, n)
		}
	}
	return out
}

func foreignName(r *rand.Rand, _ sample, t *text) (string, bool) {
	all := singles(t)
	if len(all) == 0 {
		return "", false
	}
	n := all[r.IntN(len(all))]
	return replace(t, n.from, n.to, outsiders[r.IntN(len(outsiders))]), true
}

func passageName(r *rand.Rand, s sample, t *text) (string, bool) {
	mine, theirs := singles(t), read(s.passage)
	if len(mine) == 0 {
		return "", false
	}
	n := mine[r.IntN(len(mine))]
	others := singles(theirs)
	r.Shuffle(len(others), func(i, j int) { others[i], others[j] = others[j], others[i] })
	for _, o := range others {
		other := theirs.token(o.from, o.to)
		if !strings.Contains(strings.ToLower(s.sentence), strings.ToLower(other)) && !related(t.token(n.from, n.to), other) {
			return replace(t, n.from, n.to, other), true
		}
	}
	return "", false
}

// related says that two names share a word or its beginning, or that the book knows them as one: no change of fact.
func related(a, b string) bool {
	for x := range strings.FieldsSeq(strings.ToLower(a)) {
		for y := range strings.FieldsSeq(strings.ToLower(b)) {
			if x == y || len(x) > 4 && len(y) > 4 && x[:4] == y[:4] {
				return true
			}
		}
	}
	return same(testBook(), a, b)
}

var auxiliary = regexp.MustCompile(`\b(is|are|was|were|has|have|had|will|would|could|can|may) ([a-z]+)`)

func addNegation(r *rand.Rand, s sample, _ *text) (string, bool) {
	if removable.MatchString(s.sentence) {
		return "", false
	}
	all := auxiliary.FindAllStringSubmatchIndex(s.sentence, -1)
	if len(all) == 0 {
		return "", false
	}
	at := all[r.IntN(len(all))][3]
	return s.sentence[:at] + " not" + s.sentence[at:], true
}

var removable = regexp.MustCompile(`\b(not|never) | (no) |n['’]t\b`)

func removeNegation(_ *rand.Rand, s sample, _ *text) (string, bool) {
	at := removable.FindStringIndex(s.sentence)
	if at == nil || strings.Contains(s.sentence, "not only") || strings.Contains(s.sentence, "no longer") {
		return "", false
	}
	gone := s.sentence[at[0]:at[1]]
	if strings.HasPrefix(gone, " ") {
		return s.sentence[:at[0]] + " " + s.sentence[at[1]:], true
	}
	return s.sentence[:at[0]] + s.sentence[at[1]:], true
}

var removableHedge = regexp.MustCompile(`\b(reportedly|allegedly|apparently|possibly|perhaps|probably|likely|supposedly|presumably|alleged|reported|suspected) `)
var removableModal = regexp.MustCompile(`\b(may|might|could) (be|have) `)

func removeHedge(_ *rand.Rand, s sample, _ *text) (string, bool) {
	if at := removableModal.FindStringSubmatchIndex(s.sentence); at != nil {
		verb := map[string]string{"be": "is", "have": "has"}[s.sentence[at[4]:at[5]]]
		return s.sentence[:at[2]] + verb + s.sentence[at[5]:], true
	}
	at := removableHedge.FindStringIndex(s.sentence)
	if at == nil {
		return "", false
	}
	return s.sentence[:at[0]] + s.sentence[at[1]:], true
}

func swapNumbers(_ *rand.Rand, s sample, t *text) (string, bool) {
	for i := range t.amounts {
		for j := i + 1; j < len(t.amounts); j++ {
			a, b := &t.amounts[i], &t.amounts[j]
			x, y := t.token(a.from, a.to), t.token(b.from, b.to)
			if plainDigits.MatchString(x) && plainDigits.MatchString(y) && !a.equals(b) {
				return swap(t, a.from, a.to, b.from, b.to), true
			}
		}
	}
	return "", false
}

func swapNames(r *rand.Rand, s sample, t *text) (string, bool) {
	all := singles(t)
	for range 10 {
		if len(all) < 2 {
			return "", false
		}
		i, j := r.IntN(len(all)), r.IntN(len(all))
		if i > j {
			i, j = j, i
		}
		a, b := all[i], all[j]
		if i == j || related(t.token(a.from, a.to), t.token(b.from, b.to)) || t.list(a.to, b.from) {
			continue
		}
		return swap(t, a.from, a.to, b.from, b.to), true
	}
	return "", false
}

func swap(t *text, a, b, c, d int) string {
	x, y := t.token(a, b), t.token(c, d)
	return t.raw[:t.words[a].start] + y + t.raw[t.words[b-1].end:t.words[c].start] + x + t.raw[t.words[d-1].end:]
}

func falsifyQuotation(r *rand.Rand, s sample, _ *text) (string, bool) {
	for _, q := range quotations(s.sentence) {
		words := strings.Fields(q)
		if len(words) < 2 || strings.Count(s.sentence, q) != 1 {
			continue
		}
		words[r.IntN(len(words))] = "velvety"
		return strings.Replace(s.sentence, q, strings.Join(words, " "), 1), true
	}
	return "", false
}

// stitchQuotation makes one quotation of the sentence's own and of words that the passage has elsewhere.
func stitchQuotation(r *rand.Rand, s sample, _ *text) (string, bool) {
	all := quotations(s.sentence)
	words := strings.Fields(s.passage)
	if len(all) == 0 || len(words) < 12 {
		return "", false
	}
	q := all[0]
	at := r.IntN(len(words) - 4)
	tail := strings.Trim(strings.Join(words[at:at+4], " "), "“”\"‘’'.,")
	joined := strings.TrimRight(q, " .,") + " " + tail
	if len(strings.Fields(q)) < 2 || strings.Contains(verbatim(s.passage), verbatim(joined)) || strings.Count(s.sentence, q) != 1 || strings.ContainsAny(tail, "“”\"‘’…[") {
		return "", false
	}
	return strings.Replace(s.sentence, q, joined, 1), true
}
