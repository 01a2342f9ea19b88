package gate

// spell reads a number in words at a.from: "two thousand six hundred", "forty-six", "half a million", "a dozen".
// "Dozens" and "hundreds" are no numbers here: see vague.
func (t *text) spell(a *amount) bool {
	i := a.from
	total, below, used := 0.0, 0.0, false
	room := 1e9 // the next word must be smaller
	for i < len(t.words) && (i == a.from || t.words[i].before <= hyphen) {
		exact := t.words[i].exact
		v, isNumber := spelled[exact]
		switch {
		case isNumber && v == 100 && used && below > 0 && below < 100:
			below, room = below*100, 100
		case isNumber && v == 100 && !used && t.article(i):
			below, room = 100, 100
		case isNumber && v == 1000 && used && below > 0:
			total, below, room = total+below*1000, 0, 1000
		case isNumber && v == 1000 && !used && t.article(i):
			total, room = 1000, 1000
		case isNumber && v < 100 && v < room:
			below += v
			room = 1
			if v >= 20 {
				room = 10
			}
		case exact == "dozen" && (used && total == 0 || !used && t.article(i)):
			below = max(below, 1) * 12
			room = 0
		case exact == "and" && used && (room == 100 || room == 1000) && i+1 < len(t.words) && spelled[t.words[i+1].exact] > 0:
			i++
			continue
		case scales[exact] > 0 && !used && t.article(i):
			total, room = scales[exact], 0
		default:
			return t.spelledTo(a, i, total+below, used)
		}
		used = true
		i++
	}
	return t.spelledTo(a, i, total+below, used)
}

func (t *text) spelledTo(a *amount, to int, value float64, used bool) bool {
	if !used {
		return false
	}
	a.to, a.values, a.spelled = to, []float64{value}, true
	return true
}

// article says that "a", "the" or "half a" stands before word i, which makes "hundred" a number by itself.
func (t *text) article(i int) bool {
	if i == 0 || t.words[i].before > hyphen {
		return false
	}
	before := t.words[i-1].exact
	return before == "a" || before == "the" || before == "an"
}
