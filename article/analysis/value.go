package analysis

import "strconv"

// scales are the words that multiply the number before them, by folded form, in the languages whose spelling is unambiguous.
var scales = map[string]float64{
	"thousand": 1e3, "k": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "crore": 1e7, "crores": 1e7,
	"million": 1e6, "millions": 1e6, "mn": 1e6, "m": 1e6, "mln": 1e6, "billion": 1e9, "billions": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12,
	"tausend": 1e3, "millionen": 1e6, "milliarde": 1e9, "milliarden": 1e9, "milliard": 1e9, "milliards": 1e9,
	"mille": 1e3, "mil": 1e3, "millon": 1e6, "millones": 1e6, "milioni": 1e6, "miliardi": 1e9, "bin": 1e3, "milyon": 1e6, "milyar": 1e9,
	"тысяч": 1e3, "тысячи": 1e3, "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6, "миллиард": 1e9, "миллиарда": 1e9, "миллиардов": 1e9,
	"الف": 1e3, "ملیون": 1e6, "میلیون": 1e6, "ملین": 1e6, "ملیار": 1e9, "میلیارد": 1e9, "ارب": 1e9, "هزار": 1e3, "هزارها": 1e3, "لاکه": 1e5, "کروڑ": 1e7,
	"हजार": 1e3, "लाख": 1e5, "करोड": 1e7, "अरब": 1e9,
}

// Value reads the number at tokens[i] with the scale words behind it: "2.3 million" is 2300000 and takes two tokens. ok is
// false where tokens[i] is no quantity: a word, a clock time. A one-letter scale (5m, 10k) counts only glued to its number, since "5 m" is a length.
func Value(tokens []Token, i int) (v float64, n int, ok bool) {
	if i < 0 || i >= len(tokens) || tokens[i].Kind != Number {
		return 0, 0, false
	}
	v, err := strconv.ParseFloat(tokens[i].Exact, 64)
	if err != nil {
		return 0, 0, false
	}
	n = 1
	for i+n < len(tokens) {
		t := tokens[i+n]
		gap := t.Start - tokens[i+n-1].End
		scale, known := scales[t.Exact]
		if !known || t.Joined || gap < 0 || gap > 2 || t.End-t.Start == 1 && gap > 0 {
			break
		}
		v *= scale
		n++
	}
	return v, n, true
}
