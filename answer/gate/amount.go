package gate

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// amount is a quantity in a text, by value.
type amount struct {
	// from and to are its words, to excluded; its unit is not among them.
	from, to int
	// values are what it may mean: "2.600" is 2600 in one country and 2.6 in another.
	values []float64
	// clock says that values are minutes after midnight.
	clock bool
	// percent, currency and unit are what it counts, each empty where the text does not say.
	percent  bool
	currency string
	unit     string
	// bound says which side of the value is meant: +1 "more than", -1 "fewer than", 0 neither.
	bound int
	// spelled says that it stands in words.
	spelled bool
}

// small says that a is "one" or "two" in words: as often a pronoun ("the two sides") as a count.
func (a *amount) small() bool {
	return a.spelled && a.to == a.from+1 && (a.values[0] == 1 || a.values[0] == 2) && !a.percent && a.currency == ""
}

// equals says whether a and b may be the same value, whatever they count.
func (a *amount) equals(b *amount) bool {
	if a.clock != b.clock {
		return false
	}
	for _, v := range a.values {
		for _, w := range b.values {
			if math.Abs(v-w) <= 1e-9*math.Max(1, math.Abs(v)) {
				return true
			}
		}
	}
	return false
}

// fits says whether a, of a claim, may be b, of a passage: the same value, no other currency, no other unit.
// What the claim leaves out fits; what it adds does not.
func (a *amount) fits(b *amount) bool {
	return a.equals(b) && a.percent == b.percent && sameCurrency(a.currency, b.currency) && sameUnit(a.unit, b.unit) && a.bound*b.bound >= 0
}

func sameCurrency(claim, passage string) bool {
	return claim == "" && passage == "" || claim != "" && passage != "" && (claim == passage || claim == "dollar" && strings.HasSuffix(passage, "dollar") || passage == "dollar" && strings.HasSuffix(claim, "dollar"))
}

func sameUnit(claim, passage string) bool { return claim == "" || passage == "" || claim == passage }

// findAmounts reads the numbers of the text from left to right. Words that belong to a date are passed over.
func (t *text) findAmounts() {
	for i := 0; i < len(t.words); {
		if t.dated[i] >= 0 {
			i++
			continue
		}
		a, ok := t.amountAt(i)
		if !ok {
			i++
			continue
		}
		for j := a.from; j < a.to; j++ {
			t.counted[j] = len(t.amounts)
		}
		t.amounts = append(t.amounts, a)
		i = a.to
	}
}

// amountAt reads the amount that begins at word i.
func (t *text) amountAt(i int) (amount, bool) {
	a := amount{from: i, to: i + 1}
	suffix := ""
	if t.words[i].digit {
		if minutes, ok := clock(t.raw[t.words[i].start:t.words[i].end]); ok {
			a.values, a.clock = minutes, true
			t.meridiem(&a)
			return a, true
		}
		a.values = readings(t.raw[t.words[i].start:t.words[i].end])
		suffix = t.glued(&a)
	} else if !t.spell(&a) {
		return a, false
	}
	if len(a.values) == 0 {
		return a, false
	}
	if suffix == "am" || suffix == "pm" || t.followedBy(a.to, "am", "pm") && !a.spelled {
		return t.hour(a, suffix), true
	}
	t.scale(&a, suffix)
	t.measure(&a, suffix)
	a.bound = t.boundOf(i)
	return a, true
}

// glued takes the letters that stand against the digits ("40m", "19th", "5pm") and returns them, folded.
func (t *text) glued(a *amount) string {
	next := a.to
	if next >= len(t.words) || t.words[next].digit || t.words[next].start != t.words[next-1].end {
		return ""
	}
	a.to++
	return t.words[next].exact
}

func (t *text) followedBy(i int, any ...string) bool {
	return i < len(t.words) && t.words[i].before <= hyphen && slices.Contains(any, t.words[i].exact)
}

// scale multiplies by the scale words that follow: "2.3 billion", "40m", "12 lakh".
func (t *text) scale(a *amount, suffix string) {
	if f, ok := gluedScales[suffix]; ok && (suffix != "m" || t.currencyBefore(a.from) != "") {
		multiply(a, f)
	}
	for a.to < len(t.words) && t.words[a.to].before <= hyphen {
		f, ok := scales[t.words[a.to].exact]
		if !ok {
			return
		}
		multiply(a, f)
		a.to++
	}
}

func multiply(a *amount, by float64) {
	for i := range a.values {
		a.values[i] *= by
	}
}

// measure reads what a counts: a sign before or behind it, or the word that follows.
func (t *text) measure(a *amount, suffix string) {
	a.currency = t.currencyBefore(a.from)
	behind := strings.TrimLeft(t.raw[t.words[a.to-1].end:], " \u00a0\u202f")
	switch {
	case strings.HasPrefix(behind, "%") || strings.HasPrefix(behind, "٪") || strings.HasPrefix(behind, "％"):
		a.percent = true
	case a.currency == "":
		a.currency = currencyAt(behind)
	}
	if before := a.from - 1; before >= 0 && percents[t.words[before].exact] && !t.words[before].digit && t.words[before].exact != "pc" {
		a.percent = true
	}
	a.unit = units[suffix]
	for i := a.to; i < len(t.words) && i < a.to+3 && t.words[i].before <= hyphen; i++ {
		exact := t.words[i].exact
		switch {
		case i == a.to && percents[exact], exact == "cent" && i == a.to+1 && t.words[a.to].exact == "per":
			a.percent = true
		case currencies[exact] != "" && a.currency == "":
			a.currency = currencies[exact]
		case i == a.to && a.unit == "":
			a.unit = units[exact]
		}
	}
}

// currencyBefore is the currency whose sign or code stands against word i on its left.
func (t *text) currencyBefore(i int) string {
	from := 0
	if i > 0 {
		from = t.words[i-1].end
	}
	gap := strings.TrimRight(t.raw[from:t.words[i].start], " \u00a0")
	for sign, name := range signs {
		if strings.HasSuffix(gap, sign) {
			return name
		}
	}
	if i > 0 && gap == "" {
		return codes[t.raw[t.words[i-1].start:t.words[i-1].end]]
	}
	return ""
}

func currencyAt(s string) string {
	for sign, name := range signs {
		if strings.HasPrefix(s, sign) {
			return name
		}
	}
	return ""
}

// boundOf reads the words before the amount at i: "more than", "fewer than", "nearly".
func (t *text) boundOf(i int) int {
	for k := i - 1; k >= max(0, i-4); k-- {
		if t.words[k+1].before > hyphen {
			return 0
		}
		if t.words[k].exact == "to" && k > 0 && t.words[k-1].exact == "up" && t.words[k].before <= hyphen {
			return -1
		}
		if b, ok := bounds[t.words[k].exact]; ok {
			if k > 0 && t.words[k].before <= hyphen && (t.words[k-1].exact == "no" || t.words[k-1].exact == "not") {
				return -b
			}
			return b
		}
		if !t.words[k].function && t.words[k].exact != "than" {
			return 0
		}
	}
	return 0
}

// readings are the values that a number in digits may mean.
func readings(s string) []float64 {
	s = fold(strings.NewReplacer("’", "'", "٫", ".", "٬", ",").Replace(s))
	var out []float64
	for _, marks := range []struct{ group, point string }{{",", "."}, {".", ","}, {"'", "."}} {
		if v, ok := grouped(s, marks.group, marks.point); ok && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	if len(out) == 0 { // "2012.12:01", "1.2.3": each part by itself
		if at := strings.IndexAny(s, ".,:'"); at > 0 {
			return readings(s[:at])
		}
	}
	return out
}

// grouped reads s with the given marks for thousands and decimals.
func grouped(s, group, point string) (float64, bool) {
	whole, decimals, _ := strings.Cut(s, point)
	parts := strings.Split(whole, group)
	for i, p := range parts {
		last := i == len(parts)-1
		if i > 0 && len(p) != 3 && (last || len(p) != 2) || i == 0 && len(parts) > 1 && (len(p) > 3 || p == "0") {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(strings.Join(parts, "")+"."+decimals+"0", 64)
	return v, err == nil && !strings.ContainsAny(decimals, ".,:'")
}

// clock reads "21:40" as minutes after midnight.
func clock(s string) ([]float64, bool) {
	h, m, ok := strings.Cut(fold(s), ":")
	hour, err := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	if !ok || err != nil || err2 != nil || hour > 24 || minute > 59 || len(m) != 2 {
		return nil, false
	}
	return []float64{float64(hour*60 + minute)}, true
}

// meridiem settles which half of the day a clock time is in. Without a word it may be either, up to noon.
func (t *text) meridiem(a *amount) {
	v := a.values[0]
	switch {
	case t.followedBy(a.to, "pm"):
		a.to++
		if v < 720 {
			a.values[0] += 720
		}
	case t.followedBy(a.to, "am"):
		a.to++
		if v >= 720 {
			a.values[0] -= 720
		}
	case v < 780:
		a.values = append(a.values, math.Mod(v+720, 1440))
	}
}

// hour reads "5pm" and "5 p.m." as a clock time.
func (t *text) hour(a amount, suffix string) amount {
	v := a.values[0]
	if suffix == "" {
		suffix = t.words[a.to].exact
		a.to++
	}
	v = math.Mod(v, 12)
	if suffix == "pm" {
		v += 12
	}
	a.values, a.clock = []float64{v * 60}, true
	return a
}
