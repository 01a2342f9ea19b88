package analysis

import "strconv"

// spelledOut says that a word may be part of an English number in words.
func spelledOut(exact string) bool {
	if _, ok := spelledValues[exact]; ok {
		return true
	}
	if _, ok := ordinalValues[exact]; ok {
		return true
	}
	_, ok := afterTens[exact]
	return ok
}

// numbersInWords reads the numbers in words among the tokens by value: "two thousand six hundred" is one Number, "2600".
func (s *scanner) numbersInWords() []Token {
	if len(s.spelled) == 0 {
		return s.tokens
	}
	out := s.tokens[:0]
	from := 0
	for k := 0; k < len(s.spelled); {
		i := s.spelled[k]
		if i < from {
			k++
			continue
		}
		first, last, value, ok := s.spelledRun(i, from)
		if !ok {
			k++
			continue
		}
		out = append(out, s.tokens[from:first]...)
		out = append(out, s.spelledToken(first, last, value))
		from = last + 1
	}
	return append(out, s.tokens[from:]...)
}

// spelledToken is the number that tokens first to last spell.
func (s *scanner) spelledToken(first, last, value int) Token {
	a, z := s.tokens[first], s.tokens[last]
	exact := strconv.Itoa(value)
	t := Token{Start: a.Start, End: z.End, Exact: exact, Stem: exact, Kind: Number, Cap: a.Cap}
	t.Part = a.Part && first == last
	t.Stop = first == last && value == 1
	return t
}

// spelledRun reads the number in words that begins at token i, with digits before it ("10 thousand") down to token floor.
func (s *scanner) spelledRun(i, floor int) (first, last, value int, ok bool) {
	var n sum
	first = i
	if s.scale(i) && i > floor && s.tied(i-1) && s.tokens[i-1].Kind == Number {
		if v, err := strconv.Atoi(s.tokens[i-1].Exact); err == nil && v > 0 && v < 1000 {
			first = i - 1
			n.add(v)
		}
	}
	last = first
	if first == i {
		last = i - 1
	}
	for j := i; j < len(s.tokens); j++ {
		v, ordinal, word := s.wordValue(j, n)
		if !word || !n.add(v) {
			break
		}
		last = j
		if ordinal || !s.tied(j) {
			break
		}
		if s.scale(j) && j+2 < len(s.tokens) && s.tokens[j+1].Exact == "and" && s.tied(j+1) && s.counts(j+2) {
			j++
		}
	}
	if last < i || first == last && !s.lone(first) {
		return 0, 0, 0, false
	}
	return first, last, n.value(), true
}

// wordValue is what token j adds to n, whether it is an ordinal, and whether it is a number word there at all.
func (s *scanner) wordValue(j int, n sum) (v int, ordinal, ok bool) {
	exact := s.tokens[j].Exact
	if v, ok = spelledValues[exact]; ok {
		return v, false, true
	}
	if v, ok = ordinalValues[exact]; ok {
		return v, true, true
	}
	v, ok = afterTens[exact]
	return v, true, ok && n.used && (n.room == 10 || n.room >= 100)
}

func (s *scanner) scale(j int) bool {
	e := s.tokens[j].Exact
	return e == "hundred" || e == "thousand"
}

// counts says that token j continues a number behind "and".
func (s *scanner) counts(j int) bool {
	v, ok := spelledValues[s.tokens[j].Exact]
	if !ok {
		v, ok = ordinalValues[s.tokens[j].Exact]
	}
	return ok && v < 100
}

// tied says that nothing but one blank or hyphen stands between token j and the next.
func (s *scanner) tied(j int) bool {
	if j+1 >= len(s.tokens) {
		return false
	}
	gap := s.text[s.tokens[j].End:max(s.tokens[j].End, s.tokens[j+1].Start)]
	return gap == " " || gap == "-" || gap == "‑" || gap == "\u00a0" || gap == "\n"
}

// lone says that a number word by itself is a number. "One" is before a word of content ("one soldier"), not as a
// pronoun ("no one", "one of them", "one another").
func (s *scanner) lone(j int) bool {
	if s.scale(j) && j > 0 && s.tokens[j-1].Kind == Number && s.tied(j-1) {
		// 2.5 thousand: the scale of a number that is no whole one.
		return false
	}
	if s.tokens[j].Exact != "one" {
		return s.tokens[j].Kind == Word
	}
	if j > 0 && s.tokens[j-1].Stop && s.tied(j-1) && s.tokens[j-1].Exact == "no" {
		return false
	}
	return s.tied(j) && !s.tokens[j+1].Stop && s.tokens[j+1].Kind == Word
}
