package article_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley/article"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{" \n\t ", nil},
		{"The gate is shut. The road is not.", []string{"The gate is shut.", "The road is not."}},
		{"He left the U.S. on Oct. 19 for St. Helen with Dr. J. K. Moss, Jr. of Unit No. 14.", []string{"He left the U.S. on Oct. 19 for St. Helen with Dr. J. K. Moss, Jr. of Unit No. 14."}},
		{"They met in the U.S. The talks failed.", []string{"They met in the U.S.", "The talks failed."}}, // a stop that does both
		{"It shut at 6 a.m. Police came at 7 p.m. GMT and left.", []string{"It shut at 6 a.m.", "Police came at 7 p.m. GMT and left."}},
		{"Output fell by 3.5 per cent to 12.40 crowns.", []string{"Output fell by 3.5 per cent to 12.40 crowns."}},
		{"In all 12. Thirty more are missing.", []string{"In all 12.", "Thirty more are missing."}}, // a number ends a sentence
		{"Das war am 9. März in Wien. Es regnete.", []string{"Das war am 9. März in Wien.", "Es regnete."}},
		{"“We waited. Nobody came,” she said. “Nobody.”", []string{"“We waited.", "Nobody came,” she said.", "“Nobody.”"}},
		{"“Why now?” he asked. “Why not?” Eva Holm asked.", []string{"“Why now?” he asked.", "“Why not?” Eva Holm asked."}},
		{"He stopped … and went on. Then... Nothing.", []string{"He stopped … and went on.", "Then...", "Nothing."}},
		{"He said no. Then he left.", []string{"He said no.", "Then he left."}},
		{"The wall broke in the night.The town was warned.", []string{"The wall broke in the night.", "The town was warned."}}, // no blank
		{"See archive.org and node.js on x.com today.", []string{"See archive.org and node.js on x.com today."}},
		{"It rose.[12] It fell.[citation needed][b] It stayed.", []string{"It rose.", "It fell.", "It stayed."}}, // footnote marks
		{"She died in 2024. The case is open (as of May). It drags on.", []string{"She died in 2024.", "The case is open (as of May).", "It drags on."}},
		{"The army left. al-Shabab stayed.", []string{"The army left.", "al-Shabab stayed."}},
		{"- One boat sank\n- Two boats\n  floated", []string{"One boat sank", "Two boats", "floated"}},
		{"1. The gate opens.\n2) The gate shuts.\n• **No one** pays.", []string{"The gate opens.", "The gate shuts.", "**No one** pays."}},
		{"> *All is well.* **Nothing** is lost. *It is.*", []string{"All is well.", "**Nothing** is lost.", "It is."}},
		{"یہ پہلا جملہ ہے۔ کیا یہ دوسرا ہے؟ ہاں۔", []string{"یہ پہلا جملہ ہے۔", "کیا یہ دوسرا ہے؟", "ہاں۔"}},
		{"水位上升。三人失踪！", []string{"水位上升。", "三人失踪！"}},
		{"बांध टूट गया। लोग चले गए।", []string{"बांध टूट गया।", "लोग चले गए।"}},
		{"The first line of the letter breaks here and\r\ngoes on below it.\r\n\r\nThe second does not.", []string{"The first line of the letter breaks here and\r\ngoes on below it.", "The second does not."}},
	} {
		var got []string
		for _, s := range article.Sentences(c.text) {
			got = append(got, c.text[s.Start:s.End])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: want -, got +\n%s", c.text, diff)
		}
	}
}

func TestParseWhen(t *testing.T) {
	ref := time.Date(2031, 2, 11, 20, 0, 0, 0, time.UTC) // a Tuesday
	for _, c := range []struct{ in, want string }{
		{"2031-02-09", "2031-02-09"},
		{"2031-02-09T23:30:00-02:00", "2031-02-10T01:30:00Z"}, // the zone moves the day
		{"9 February 2031", "2031-02-09"},
		{"February 9, 2031", "2031-02-09"},
		{"Feb. 9", "2031-02-09"},
		{"9th of February 2031", "2031-02-09"},
		{"Sunday 9 February 2031, 18:30", "2031-02-09T18:30:00Z"},
		{"Sunday, February 9, 2031 at 6.30pm GMT", "2031-02-09T18:30:00Z"},
		{"Last updated: 9 February 2031, 06:05 CET", "2031-02-09T05:05:00Z"},
		{"February ninth", "2031-02-09"},
		{"9. Februar 2031", "2031-02-09"},
		{"9 février 2031", "2031-02-09"},
		{"9 Şubat 2031", "2031-02-09"},
		{"9 فروری 2031", "2031-02-09"},
		{"09.02.2031", "2031-02-09"},
		{"25/02/2031", "2031-02-25"},
		{"02/09/2031", ""}, // which of the two is the month?
		{"December 28", "2030-12-28"},
		{"August 20", ""},         // half a year away either way
		{"Monday 9 February", ""}, // it was a Sunday
		{"30 February 2031", ""},  // no such day
		{"29 February 2032", "2032-02-29"},
		{"Sunday", "2031-02-09"},
		{"Tuesday", "2031-02-11"},
		{"He left on 9 February 2031", ""}, // says more than a date
		{"February 2031", ""},              // no day
		{"14:05", ""},                      // no day
		{"", ""},
	} {
		got, ok := article.ParseWhen(c.in, ref)
		if s := moment(got); s != c.want || ok != (c.want != "") {
			t.Errorf("ParseWhen(%q) = %q, %v; want %q", c.in, s, ok, c.want)
		}
	}
	if _, ok := article.ParseWhen("9 February", time.Time{}); ok {
		t.Error("a year was guessed without a reference")
	}
}

func TestResolveWeekday(t *testing.T) {
	ref := time.Date(2031, 2, 11, 20, 0, 0, 0, time.UTC) // a Tuesday
	for name, want := range map[string]string{"Tuesday": "2031-02-11", "wed": "2031-02-05", "Monday": "2031-02-10", "Mittwoch": "2031-02-05", "someday": ""} {
		day, ok := article.ResolveWeekday(name, ref)
		if got := (article.When{Time: day}).Day(); got != want || ok != (want != "") {
			t.Errorf("ResolveWeekday(%q) = %q, %v; want %q", name, got, ok, want)
		}
	}
	if _, ok := article.ResolveWeekday("Monday", time.Time{}); ok {
		t.Error("a day was guessed without a reference")
	}
}

func TestValid(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "",
		"\ufeffplain":              "plain",
		"a\x00b\xffc":              "abc",
		"half a rune \xe2\x82":     "half a rune ",
		"a real \ufffd and a \xc3": "a real \ufffd and a ",
		"crlf\r\nstays":            "crlf\r\nstays",
	} {
		if got := article.Valid(in); got != want {
			t.Errorf("Valid(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMarksSayWhatLinesAre(t *testing.T) {
	text := "bro\xffken\nA heading that ends with a stop.\nFirst item\nSecond item\nA paragraph of the report, which has a full stop."
	at := func(s string) article.Span {
		i := strings.Index(text, s)
		return article.Span{Start: i, End: i + len(s)}
	}
	d := article.Parse("x.html", text, article.Meta{Title: "Known"}, []article.Mark{
		{Span: at("A heading that ends with a stop."), Kind: article.Heading},
		{Span: at("First item"), Kind: article.ListItem},
		{Span: at("Second item"), Kind: article.ListItem},
	})
	if d.Title != "Known" {
		t.Errorf("title %q", d.Title)
	}
	last := d.Passages[len(d.Passages)-1]
	if last.Heading != "A heading that ends with a stop." || !strings.HasPrefix(last.Text, "A paragraph") {
		t.Errorf("%+v", last)
	}
	if p := d.Passages[len(d.Passages)-2]; p.Text != "First item\nSecond item" {
		t.Errorf("the list is %q", p.Text)
	}
}

// TestKnownWins holds that what the page said is not overwritten by what the text says.
func TestKnownWins(t *testing.T) {
	known := article.Meta{Title: "T", Publisher: "P", Author: "A", URL: "https://a.example/", Published: article.When{Time: time.Date(2030, 1, 2, 3, 4, 0, 0, time.UTC), Clock: true}, Language: "de"}
	text := "---\ntitle: Other\npublisher: Other\nauthor: Other\nurl: https://b.example/\ndate: 2031-01-01\nlang: en\n---\nThe gate of the lock was opened on Monday at the order of the board.\n"
	if diff := cmp.Diff(known, article.Parse("x", text, known, nil).Meta); diff != "" {
		t.Error(diff)
	}
}

// anyText draws texts as they come: lines of words in many scripts, markup, broken bytes.
var anyText = rapid.Custom(func(t *rapid.T) string {
	atom := rapid.SampledFrom([]string{
		"The dam ", "broke. ", "“No,” ", "she said. ", "Oct. 19 ", "U.S. ", "\n", "\n\n", "\r\n", "\r", "- ", "1. ", "## ", "> ", "**", "*", "_",
		"Photo: A. B/C", "READ ALSO: x", "OSTVIK, May 3 (NPA) — ", "outlet+2 ", "[12] ", "(see below). ", "Subscribe now. ", "2 COMMENTS\n", "Ann: ", "Bob: ",
		"10:32 – ", "Wed 21:40 – Rain\n", "12 March 2031\n", "---\n", "a: b\n", "ڈیم ٹوٹ گیا۔ ", "水。", "\x00", "\xff\xfe", "\ufeff", "\u2028", "…", "?!", "    ", "é", "http://a.b ",
		"Ignore all previous instructions. ", "By Ann Lee\n", "A | B | C\n", "\n| A | 4 |\n", "|---|---|\n", "| b. C |\n", "**The B.** ",
		"![](a.png)\n", "[](b) ", "[a](b) | [](c)\n", "THE BOARD OF OSTVIK (BOO)\n", "Statement, 3 May 2031\n", "Ostvik, 3 May 2031 – BOARD – By Ann Lee\n", "From:\n", "Published\n", "@ann\n",
		"Ann Lee, editor\n", "Ann [3 May at 10:00]\n", "Title // The Post\n", "Page 1\n", "The Post 1\n", "The Post 2\n", "Correction, 4 May: ", "LIVE: ", "10:32\n", "© 2031 The Post.\n",
		"Source: The Post, 4 May 2031\n", "٣ مايو ٢٠٣١\n", "2031年5月3日\n", "The Post lives on its readers. ", "Subject: ", "(Adds all)\n", strings.Repeat("long ", 300), strings.Repeat("x", 7000),
	})
	return strings.Join(rapid.SliceOfN(rapid.OneOf(atom, rapid.String(), rapid.StringN(0, 40, -1)), 0, 60).Draw(t, "parts"), "")
})

func TestAnyTextParses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyText.Draw(t, "text")
		d := article.Parse("any", text, article.Meta{}, nil)
		if !utf8.ValidString(d.Body) || strings.ContainsAny(d.Body, "\x00\ufeff") || d.Body != article.Valid(text) {
			t.Fatalf("body %q", d.Body)
		}
		ordered(t, "dropped", d.Body, spansOf(d.Dropped, func(x article.Dropped) article.Span { return x.Span }))
		ordered(t, "passages", d.Body, spansOf(d.Passages, func(p article.Passage) article.Span { return p.Span }))
		i := 0
		for _, p := range d.Passages {
			if d.Body[p.Start:p.End] != p.Text {
				t.Fatalf("passage %v is not %q", p.Span, p.Text)
			}
			if len(article.Sentences(p.Text)) == 0 {
				t.Fatalf("passage %q has no sentence", p.Text)
			}
			for i < len(d.Dropped) && d.Dropped[i].End <= p.Start {
				i++
			}
			if i < len(d.Dropped) && d.Dropped[i].Start < p.End {
				t.Fatalf("passage %q holds dropped %q", p.Text, d.Body[d.Dropped[i].Start:d.Dropped[i].End])
			}
		}
	})
}

func TestAnyTextHasOrderlySentences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyText.Draw(t, "text")
		spans := article.Sentences(text)
		ordered(t, "sentences", text, spans)
		for _, s := range spans {
			if part := text[s.Start:s.End]; part != strings.TrimSpace(part) {
				t.Fatalf("sentence %q has white space at its edge", part)
			}
		}
	})
}

func spansOf[T any](of []T, span func(T) article.Span) []article.Span {
	var all []article.Span
	for _, x := range of {
		all = append(all, span(x))
	}
	return all
}

// ordered holds that spans lie within text, in order, without overlap, none empty.
func ordered(t *rapid.T, what, text string, spans []article.Span) {
	end := 0
	for _, s := range spans {
		if s.Start < end || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("%s: %v after %d in %d bytes", what, s, end, len(text))
		}
		end = s.End
	}
}

func TestEmptyFileHasNoPassages(t *testing.T) {
	for _, text := range []string{"", "\n\n", "\x00\ufeff", "---\n", "***", "\xff"} {
		if d := article.Parse("x", text, article.Meta{}, nil); len(d.Passages) != 0 || d.Title != "" {
			t.Errorf("%q: title %q, passages %v", text, d.Title, d.Passages)
		}
	}
}

// large are files of size bytes that a careless splitter is slow on.
func large(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1)[:size] }
	return map[string]string{
		"prose":       fill("The board said on Oct. 19 that the wall of the dam would hold. \"It will,\" said Dr. A. Holm.\n"),
		"one line":    fill("The board said that the wall would hold. "),
		"no stop":     fill("word "),
		"no blank":    fill("x"),
		"short lines": fill("Road shut\n"),
		"labels":      fill("Ann: Is it safe?\nBob: It is.\n"),
		"headings":    fill("## Day\n10:32 – The gate was shut by the board again.\n"),
		"stops":       fill("."),
		"stars":       fill("*"),
		"brackets":    fill("[12]"),
		"plus":        fill("a.b+2"),
	}
}

func TestLargeFilesAreFast(t *testing.T) {
	for name, text := range large(1 << 20) {
		start := time.Now()
		d := article.Parse("large", text, article.Meta{}, nil)
		took := time.Since(start)
		t.Logf("%s: %v, %d passages, %d dropped", name, took.Round(time.Millisecond), len(d.Passages), len(d.Dropped))
		if took > 10*time.Second { // some 0.3 s alone on one core; what is quadratic takes minutes
			t.Errorf("%s: %v for 1 MB", name, took)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for name, text := range large(1 << 20) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				article.Parse("large", text, article.Meta{}, nil)
			}
		})
	}
}
