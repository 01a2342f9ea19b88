package answer

import (
	"slices"
	"strings"
	"unicode"
)

// What follows tells cheaply of most lines that a pattern of model_order.go cannot match them: each looks for letters that every match
// has. Matching the patterns themselves took a third of an answer's time.

var (
	bids    = strings.Fields("say write state answer reply respond report repeat print output quote cite conclude pretend confirm tell")
	callsOn = []string{"you", "automated", "machine", "ai ", "assistant", "system", "bot", "language model", "summari", ":", "after me", "tell", "just", "simply"}
	scripts = strings.Fields("answer repl response wording output")
	works   = []string{"sentence", "blank", "quotation", "verdict", "passage", "citation", "keys", "only source", "first letters", "wording", "search_again",
		"replace the", "translate", "decode", "convert", "{", "[", "\" :", ":", "=", "this line"}
	drops     = strings.Fields("ignor disregard forget override vergi vergessen oubli olvid esque dimentica talimat kurallar")
	elsewhere = strings.Fields("antwort schreib sag behaupte melde wiederhole repond ecri dis dit affirme confirme repete escri respond dig escr scriv rispond contest di")
	turkish   = strings.Fields("yaz soyle belirt bildir cevap yanitla")
)

func hasAny(line string, parts []string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(line, p) })
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func mayBid(line string) bool {
	return (strings.Contains(line, "that") || strings.Contains(line, "with") || strings.Contains(line, "word for word") || strings.Contains(line, ":")) && hasAny(line, bids)
}

func mayAddress(line string) bool { return hasAny(line, callsOn) }

func mayScript(line string) bool { return hasAny(line, scripts) }

func mayWork(line string) bool { return hasAny(line, works) || keyed(line) }

// keyed says that a p stands before a figure, as in the keys of passages.
func keyed(line string) bool {
	for i := 1; i < len(line); i++ {
		if line[i-1] == 'p' && line[i] >= '0' && line[i] <= '9' {
			return true
		}
	}
	return false
}

func mayDrop(line string) bool { return !ascii(line) || hasAny(line, drops) }

// mayBidElsewhere looks at the head of a line: only there do the European languages' orders stand.
func mayBidElsewhere(line string) bool {
	if !ascii(line) || hasAny(line, turkish) {
		return true
	}
	head := strings.TrimLeftFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
	return slices.ContainsFunc(elsewhere, func(p string) bool { return strings.HasPrefix(head, p) })
}
