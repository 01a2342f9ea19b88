package answer

import (
	"context"
	"slices"
	"strings"

	"parley/article/analysis"
	"parley/article/names"
)

// askingWords are those by which a question asks, the most used first. They carry no topic, so no article's vocabulary tells what a
// misspelled one was meant to be.
var askingWords = strings.Fields(`the what how who when why where which does do did is are was were has have had will would can could should
	many much long far often that this they their them there from for with about after before again between because been being
	people think know really actually happened happening exactly still any some than then into over only during against other
	whose whom while until since whether both each every more most very just even another around without`)

var askers = words(strings.Join(askingWords, " "))

// respell mends the words of a question that no live article uses and that are a slip away from one that only asks: "hwo menny", "teh",
// "dose". Everything else is left to correct, which knows the articles' own words.
func respell(ctx context.Context, text string, book *names.Book, vocab Vocabulary) (string, error) {
	if tongue(text) != "" {
		return text, nil // a word that looks like a slip may be a right one of that language
	}
	type slip struct {
		at    analysis.Token
		meant string
	}
	var slips []slip
	var exact []string
	toks := analysis.Tokenize(text, "")
	for i, t := range toks {
		if i > 0 && t.Cap && !toks[i-1].Cap {
			continue // a name
		}
		if meant := asker(t, i == 0, book); meant != "" {
			slips = append(slips, slip{t, meant})
			exact = append(exact, t.Exact)
		}
	}
	if len(slips) == 0 {
		return text, nil
	}
	known, err := vocab.Known(ctx, exact)
	if err != nil {
		return "", err
	}
	for _, s := range slices.Backward(slips) {
		if !known[s.at.Exact] {
			text = text[:s.at.Start] + s.meant + text[s.at.End:]
		}
	}
	return text, nil
}

// asker is the asking word that a token may have been meant for, or "". A word that exists is taken for a slip only where two of its
// letters changed places, or where the question's first word lacks an h.
func asker(t analysis.Token, first bool, book *names.Book) string {
	w := t.Exact
	if t.Stop && !chatter[w] || t.Joined || t.Kind != analysis.Word || len(w) < 3 || askers[w] || weak[w] || len(book.Find(w)) > 0 {
		return ""
	}
	for _, a := range askingWords {
		switch {
		case first && len(w)+1 == len(a) && strings.Replace(a, "h", "", 1) == w, swapped(w, a):
			return a
		case english(w) || a[0] != w[0]:
		case len(a) > 2 && (len(w) > 3 || len(a) > 3) && analysis.Distance(w, a, 1) == 1, len(w) > 4 && len(a) > 3 && analysis.Sound(w) == analysis.Sound(a) && analysis.Distance(w, a, 2) == 2:
			return a
		}
	}
	return ""
}

// swapped says that two neighbouring letters of a changed places in w.
func swapped(w, a string) bool {
	if len(w) != len(a) || analysis.Distance(w, a, 1) != 1 {
		return false
	}
	x, y := []byte(w), []byte(a)
	slices.Sort(x)
	slices.Sort(y)
	return string(x) == string(y)
}
