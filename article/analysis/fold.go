package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters are those that Unicode's own decomposition leaves apart although people write one for the other.
var letters = map[rune]string{
	'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ħ': "h", 'ŋ': "n", 'ə': "a", 'ƒ': "f",
	'ς': "σ", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k",
	// Arabic script: one letter, several keyboards.
	'ك': "ک", 'ي': "ی", 'ى': "ی", 'ۍ': "ی", 'ې': "ی", 'ة': "ه", 'ۃ': "ه", 'ہ': "ه", 'ھ': "ه", 'ە': "ه", 'ګ': "گ", 'ٱ': "ا", 'ے': "ی",
	'’': "'", '‘': "'", 'ʼ': "", 'ʻ': "", 'ʾ': "", 'ʿ': "", 'ـ': "",
}

// Fold brings the ways in which one word is written to one: lower case, no diacritics (also ı, ß, ø, ł, đ, æ), compatibility
// forms resolved (ﬁ, full width), Arabic-script variants joined, harakat, tatweel, zero-width and direction marks dropped,
// decimal digits of any script in ASCII. Vowel signs of Indic scripts stay: they are letters in all but name.
// Fold(Fold(s)) == Fold(s). The result is for comparing, never for showing.
func Fold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	var base rune
	for _, r := range norm.NFKD.String(s) {
		base = foldRune(&b, base, r)
	}
	return norm.NFC.String(b.String())
}

// foldRune writes what r folds to after the last base letter, and returns the base letter that follows.
func foldRune(b *strings.Builder, base, r rune) rune {
	if r < utf8.RuneSelf {
		b.WriteByte(lowerByte(byte(r)))
		return r
	}
	if unicode.Is(unicode.Mn, r) {
		// The breve makes й of и, which is a letter of its own; elsewhere it is a diacritic.
		if r == '\u0306' && base == 'и' || !isDiacritic(r) {
			b.WriteRune(r)
		}
		return base
	}
	if isInvisible(r) {
		return base
	}
	r = unicode.ToLower(r)
	if to, ok := letters[r]; ok {
		b.WriteString(to)
		return r
	}
	if d, ok := digit(r); ok {
		b.WriteByte('0' + byte(d))
		return r
	}
	b.WriteRune(r)
	return r
}

// isDiacritic says that a mark may be left out by a writer: accents, harakat, niqqud; not the vowel signs of Indic scripts.
func isDiacritic(r rune) bool {
	switch {
	case r >= 0x0300 && r <= 0x036F, r >= 0x1AB0 && r <= 0x1AFF, r >= 0x1DC0 && r <= 0x1DFF, r >= 0x20D0 && r <= 0x20FF:
		return true
	case r >= 0x0591 && r <= 0x05C7, r >= 0x0610 && r <= 0x061A, r >= 0x064B && r <= 0x065F, r == 0x0670:
		return true
	case r >= 0x06D6 && r <= 0x06ED, r >= 0x08D3 && r <= 0x08FF, r >= 0xFE00 && r <= 0xFE0F, r >= 0xFE20 && r <= 0xFE2F:
		return true
	// Nukta: क़ and क are written for one another.
	case r == 0x093C || r == 0x09BC || r == 0x0A3C || r == 0x0ABC:
		return true
	}
	return false
}

// isInvisible says that r is a control of layout within a word: soft hyphen, joiners, direction marks, byte order mark.
func isInvisible(r rune) bool {
	switch {
	case r == 0x00AD || r == 0x061C || r == 0x034F || r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069:
		return true
	}
	return false
}

// digit is the value of a decimal digit of any script.
func digit(r rune) (int, bool) {
	if r >= '0' && r <= '9' {
		return int(r - '0'), true
	}
	if r < 0x0660 || !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	if r >= 0x1D7CE && r <= 0x1D7FF {
		// Mathematical digits: five runs of ten without a gap.
		return int(r-0x1D7CE) % 10, true
	}
	// All others stand in a run of ten from their zero.
	for d := range 10 {
		if !unicode.Is(unicode.Nd, r-rune(d)-1) {
			return d, true
		}
	}
	return 0, false
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
