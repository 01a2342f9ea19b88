package gloss

import "strings"

// letters write the letters of other scripts in Latin ones as names are spelled in English, vowels that are not written left out.
var letters = strings.NewReplacer(
	"آ", "a", "أ", "a", "إ", "i", "ا", "a", "ب", "b", "پ", "p", "ت", "t", "ٹ", "t", "ټ", "t", "ث", "s", "ج", "j", "چ", "ch", "ح", "h", "خ", "kh", "څ", "ts", "ځ", "z",
	"د", "d", "ڈ", "d", "ډ", "d", "ذ", "z", "ر", "r", "ڑ", "r", "ړ", "r", "ز", "z", "ژ", "zh", "ږ", "g", "س", "s", "ش", "sh", "ښ", "kh", "ص", "s", "ض", "z", "ط", "t",
	"ظ", "z", "ع", "a", "غ", "gh", "ف", "f", "ق", "q", "ک", "k", "ك", "k", "گ", "g", "ګ", "g", "ل", "l", "م", "m", "ن", "n", "ں", "n", "ڼ", "n", "و", "u", "ه", "h", "ہ", "h",
	"ھ", "h", "ة", "a", "ی", "i", "ي", "i", "ې", "e", "ے", "e", "ۍ", "i", "ئ", "i", "ء", "", "ؤ", "u",
	"а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "е", "e", "ё", "e", "ж", "zh", "з", "z", "и", "i", "й", "i", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p",
	"р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "", "э", "e", "ю", "yu", "я", "ya",
	"і", "i", "ї", "yi", "є", "ye", "ґ", "g",
	"अ", "a", "आ", "a", "इ", "i", "ई", "i", "उ", "u", "ऊ", "u", "ए", "e", "ऐ", "ai", "ओ", "o", "औ", "au", "ा", "a", "ि", "i", "ी", "i", "ु", "u", "ू", "u", "े", "e", "ै", "ai",
	"ो", "o", "ौ", "au", "ं", "n", "ँ", "n", "्", "", "़", "", "क", "k", "ख", "kh", "ग", "g", "घ", "gh", "च", "ch", "छ", "chh", "ज", "j", "झ", "jh", "ट", "t", "ठ", "th",
	"ड", "d", "ढ", "dh", "ण", "n", "त", "t", "थ", "th", "द", "d", "ध", "dh", "न", "n", "प", "p", "फ", "ph", "ब", "b", "भ", "bh", "म", "m", "य", "y", "र", "r", "ल", "l",
	"व", "v", "श", "sh", "ष", "sh", "स", "s", "ह", "h",
)

// Latin writes a folded word in Latin letters, about as an English text would spell it if it were a name. A letter that it does not know stays.
func Latin(word string) string {
	for _, h := range []string{"ه", "ہ"} { // at the end it is a vowel
		if rest, ok := strings.CutSuffix(word, h); ok {
			word = rest + "ا"
		}
	}
	return letters.Replace(word)
}
