package main

import (
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"parley/answer"
)

// sameRun is how many words in a row two quotes share at least to be the same, where neither holds the other.
const sameRun = 6

// hits says whether a gold quote is cited, and how many sides' gold quotes are.
func (q expected) hits(a answer.Answer) (hit bool, sides int) {
	seen := map[string]bool{}
	for _, want := range q.Gold {
		for _, s := range a.Sentences {
			for _, c := range s.Citations {
				if want.Role == "" && path.Base(c.Article) == want.Article && sameQuote(c.Quote, want.Quote) {
					hit = true
					for _, side := range want.Side {
						seen[string(side)] = true
					}
				}
			}
		}
	}
	return hit, len(seen)
}

// complete says that each group has one of its alternatives in the reply or in its quotes.
func (q expected) complete(a answer.Answer) bool {
	text := replyOf(a)
	for _, s := range a.Sentences {
		for _, c := range s.Citations {
			text += " " + c.Quote
		}
	}
	for _, group := range q.Must {
		met := false
		for _, alternative := range strings.Split(group, "|") {
			met = met || says(text, alternative)
		}
		if !met {
			return false
		}
	}
	return true
}

func replyOf(a answer.Answer) string {
	var texts []string
	for _, s := range a.Sentences {
		texts = append(texts, s.Text)
	}
	return strings.Join(texts, " ")
}

func articlesCited(a answer.Answer) map[string]bool {
	out := map[string]bool{}
	for _, s := range a.Sentences {
		for _, c := range s.Citations {
			out[c.Article] = true
		}
	}
	return out
}

var (
	accents  = regexp.MustCompile("[\u0300-\u036f]")
	oneStyle = strings.NewReplacer("ı", "i", "‘", "'", "’", "'", "ʼ", "'", "`", "'", "´", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
		"‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "―", "-")
)

// levelled brings the ways to write one text to one: case, accents, the style of marks, blanks.
func levelled(s string) string {
	s = accents.ReplaceAllString(norm.NFKD.String(cases.Fold().String(s)), "")
	return strings.Join(strings.Fields(oneStyle.Replace(norm.NFKC.String(s))), " ")
}

// says finds s in text as words of their own; a number is no part of a longer one.
func says(text, s string) bool {
	text, s = levelled(text), levelled(s)
	for from := 0; s != ""; {
		at := strings.Index(text[from:], s)
		if at < 0 {
			return false
		}
		at += from
		if apartBefore(text[:at], s) && apartAfter(text[at+len(s):], s) {
			return true
		}
		_, n := utf8.DecodeRuneInString(text[at:])
		from = at + n
	}
	return true
}

func apartBefore(before, s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, n := utf8.DecodeLastRuneInString(before)
	if !inWord(first) {
		return true
	}
	if inWord(last) {
		return false
	}
	digit, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
	return !unicode.IsDigit(first) || last != '.' && last != ',' || !unicode.IsDigit(digit)
}

func apartAfter(after, s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	first, n := utf8.DecodeRuneInString(after)
	if !inWord(last) {
		return true
	}
	if inWord(first) {
		return false
	}
	digit, _ := utf8.DecodeRuneInString(after[n:])
	return !unicode.IsDigit(last) || first != '.' && first != ',' || !unicode.IsDigit(digit)
}

func inWord(r rune) bool {
	return r == '_' || r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r))
}

// sameQuote says that a cited quote carries a gold one: one holds the other, or they share a run of words worth half of the shorter.
func sameQuote(quote, want string) bool {
	quote, want = levelled(quote), levelled(want)
	a, b := strings.Fields(quote), strings.Fields(want)
	if strings.Contains(want, quote) {
		return len(a) >= min(sameRun, len(b))
	}
	if strings.Contains(quote, want) {
		return true
	}
	best, row := 0, make([]int, len(b)+1)
	for _, x := range a {
		next := make([]int, len(b)+1)
		for j, y := range b {
			if x == y {
				next[j+1] = row[j] + 1
				best = max(best, next[j+1])
			}
		}
		row = next
	}
	return best >= sameRun && 2*best >= min(len(a), len(b))
}
