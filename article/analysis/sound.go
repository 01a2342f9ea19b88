package analysis

import "strings"

// spelling is a sound and letters that it is written with.
type spelling struct{ from, to string }

// sounds are spellings that English readers and transliterators use for one sound, longest first.
var sounds = []spelling{
	{"tsch", "C"}, {"sch", "X"}, {"tch", "C"}, {"sh", "X"}, {"ch", "C"}, {"cz", "C"}, {"kh", "H"}, {"gh", "G"}, {"ph", "F"}, {"th", "T"},
	{"dh", "T"}, {"zh", "J"}, {"ck", "K"}, {"cc", "K"}, {"qu", "K"}, {"ce", "S"}, {"ci", "S"}, {"cy", "S"}, {"ts", "S"}, {"tz", "S"},
	{"kn", "N"}, {"wr", "R"}, {"dz", "Z"}, {"dj", "J"}, {"ks", "KS"},
	{"b", "P"}, {"p", "P"}, {"c", "K"}, {"k", "K"}, {"q", "K"}, {"g", "G"}, {"d", "T"}, {"t", "T"}, {"f", "F"}, {"v", "F"}, {"w", "F"},
	{"s", "S"}, {"z", "S"}, {"x", "KS"}, {"j", "J"}, {"l", "L"}, {"m", "M"}, {"n", "N"}, {"r", "R"}, {"h", "H"},
}

// maxSound is the length of the longest key.
const maxSound = 8

// Sound is a key that words of one sound share, after the idea of Philips' Metaphone: consonants by how they sound, voiced
// and voiceless together, doubles once, vowels and silent h dropped except that a vowel at the head counts as one "A"; at most eight
// letters. It is made for Latin letters of any language's transliteration, not for English spelling alone; a word in another script
// is its own key. The argument is folded here. Two words of one key are near one another, not the same: check their Distance.
func Sound(word string) string {
	s := Fold(word)
	if !isASCII(s) {
		return s
	}
	var b strings.Builder
	var last byte
	for i := 0; i < len(s) && b.Len() < maxSound; {
		from, to := soundAt(s[i:])
		switch {
		case to == "" && i == 0 && isVowel(s[0]):
			b.WriteByte('A')
			last = 0
		case to == "" && isVowel(s[i]):
			last = 0
		case to == "H" && from == 1 && i > 0:
			// An h behind a letter is breath: Teh-reek.
		case to != "" && to[0] != last:
			b.WriteString(to)
			last = to[len(to)-1]
		}
		i += from
	}
	return b.String()
}

// soundsOf are the sounds by the first letter of their spelling.
var soundsOf = func() (by ['z' + 1][]spelling) {
	for _, p := range sounds {
		by[p.from[0]] = append(by[p.from[0]], p)
	}
	return by
}()

// soundAt is the sound at the head of s and how many letters spell it; no sound for a vowel.
func soundAt(s string) (n int, sound string) {
	if s[0] > 'z' {
		return 1, ""
	}
	for _, p := range soundsOf[s[0]] {
		if strings.HasPrefix(s, p.from) {
			return max(len(p.from)-softVowel(p.from), 1), p.to
		}
	}
	return 1, ""
}

// softVowel is 1 where the spelling ends in a vowel that only softens its consonant and is read again by itself.
func softVowel(from string) int {
	if len(from) == 2 && from[0] == 'c' && isVowel(from[1]) {
		return 1
	}
	return 0
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }
