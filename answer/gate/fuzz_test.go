package gate

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

var bareDigits = regexp.MustCompile(`[0-9]+`)

// FuzzCheck: no input makes the gate panic, and no sentence is supported that has a long number or a quotation which its
// quote lacks. The oracle is cruder than the gate: it adds a number or a quotation that no quote can hold.
func FuzzCheck(f *testing.F) {
	f.Add("Two boats sank on 3 May.", "On May 3 two boats sank off Tarn, the coastguard said.")
	f.Add("“No,” he said [5].", "\"No,\" he said. U.S. officials did not reply.")
	f.Add("سیلاب میں ۷۵ افراد ہلاک ہوئے۔", "سیلاب میں 75 افراد ہلاک ہوئے۔")
	f.Add("'tis 5'11\" … [", "„…‚\x00\xff $€%")
	f.Add("10-12 March 2026-03-12 12.3.2026 5pm a hundred and", "half a million, 2012.12:01")
	f.Fuzz(func(t *testing.T, claim, quote string) {
		if len(claim) > 2000 || len(quote) > 4000 {
			return
		}
		quotes := []Quote{{Text: quote, Before: claim}}
		r := Check(claim, quotes, testBook())
		if (r.Verdict == Supported) != (len(r.Reasons) == 0) {
			t.Fatalf("%s with %d reasons", r.Verdict, len(r.Reasons))
		}
		Compare(claim, quotes[0], testBook())
		if strings.Contains(quote, "7318") || strings.Contains(strings.ToLower(quote), "velvety") {
			return
		}
		mustNotSupport(t, claim+" The count was 73185 there.", quotes)
		mustNotSupport(t, "The count was 73185 there. "+claim, quotes)
		mustNotSupport(t, "He said “the velvety offer stands”. "+claim, quotes)
	})
}

func mustNotSupport(t *testing.T, claim string, quotes []Quote) {
	t.Helper()
	if r := Check(claim, quotes, testBook()); r.Verdict == Supported {
		t.Fatalf("supported: %q\nby %q", claim, quotes[0].Text)
	}
}

// A number that stands nowhere in the quote is never supported, whatever sentence it stands in.
func TestNoNumberWithoutItsQuote(t *testing.T) {
	all := corpus(t)
	rapid.Check(t, func(t *rapid.T) {
		s := all[rapid.IntRange(0, len(all)-1).Draw(t, "sentence")]
		at := rapid.IntRange(0, len(s.sentence)).Draw(t, "at")
		for at > 0 && at < len(s.sentence) && s.sentence[at] != ' ' {
			at--
		}
		number := rapid.StringMatching(`[3-9][0-9]{2,6}`).Draw(t, "number")
		for _, have := range bareDigits.FindAllString(s.passage, -1) {
			if strings.Contains(have, number) || strings.Contains(number, have) {
				t.Skip("the passage has it")
			}
		}
		if strings.IndexFunc(s.sentence[:at], unicode.IsLetter) < 0 || !strings.ContainsAny(s.passage, "0123456789") {
			t.Skip("nothing to disturb")
		}
		claim := s.sentence[:at] + " " + number + " " + s.sentence[at:]
		if r := Check(claim, []Quote{{Text: s.passage}}, testBook()); r.Verdict == Supported {
			t.Fatalf("supported: %q", claim)
		}
	})
}
