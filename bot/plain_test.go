package bot

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// literal reads an escaped line as Discord does and returns the words that a reader sees. It fails where a sign would act.
func literal(t testing.TB, escaped string) string {
	t.Helper()
	for _, sign := range active {
		if found := sign.FindString(escaped); found != "" {
			t.Fatalf("%q is active in %q", found, escaped)
		}
	}
	if starting.MatchString(escaped) {
		t.Fatalf("a list begins in %q", escaped)
	}
	var b strings.Builder
	for i := 0; i < len(escaped); i++ {
		c := escaped[i]
		if c == '\\' && i+1 < len(escaped) {
			i++
			c = escaped[i]
		} else if strings.ContainsRune("\\*_~`|>#[]<", rune(c)) {
			t.Fatalf("%q stands bare in %q", c, escaped)
		}
		b.WriteByte(c)
	}
	return strings.ReplaceAll(b.String(), breaker, "")
}

var (
	active = []*regexp.Regexp{
		regexp.MustCompile(`(?i)@(everyone|here)`), regexp.MustCompile(`<[@#/:$!&atid]`), regexp.MustCompile(`://`),
		regexp.MustCompile(`(?i)discord(\.gg|app\.com|\.com)/`), regexp.MustCompile("[\\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]"),
		regexp.MustCompile(`(^|[^\\]):\w+:`),
	}
	starting = regexp.MustCompile(`^(?:[-+]|\d+[.)])`)
)

func TestPlainIsRead(t *testing.T) {
	for _, in := range []string{
		"an ordinary sentence with 3.5 % and a dash – fine",
		"@everyone leave now", "<@123456> and <@&99> and <#5> and </ask:1>", "<:laugh:77> <a:dance:78> <t:1700000000:R> <id:home>",
		"**bold** __under__ ~~gone~~ ||secret|| `code` ```block```", "[click](https://evil.example) [a](<https://b.example>)",
		"# head", "## head", "-# small", "> quote", ">>> all", "- item", "* item", "+ item", "1. item", "2) item",
		"see https://evil.example/x_y and discord.gg/abc and DISCORD.GG/abc and discord.com/channels/1/2",
		`a backslash \ and \* and a last \`, ":smile: at 12:30:45", "tabs\tand\nlines\r\nand\x00nul\x1b[31m",
		"\u202egnp.exe\u202c and \u2067right\u2069", "می\u200cخواهم", "भारत की ख़बर", "a\xffbroken\xc3byte", "",
	} {
		if got := literal(t, plain(in)); got != oneLine(in) {
			t.Errorf("plain(%q) reads %q, want %q", in, got, oneLine(in))
		}
	}
}

func TestOneLineKeepsWordsAndDropsTheUnseen(t *testing.T) {
	for in, want := range map[string]string{
		" two \n words\t": "two words", "a\u202eb": "ab", "x\u200by": "xy", "می\u200cخواهم": "می\u200cخواهم", "\ufeffstart": "start",
		"z" + strings.Repeat("\u0301", 40): "z" + strings.Repeat("\u0301", maxMarks), "a\u2028b": "a b",
	} {
		if got := oneLine(in); got != want {
			t.Errorf("oneLine(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{"@everyone", "<@1>", "[a](b)", "`x`", "1. a", "-# b", "discord.gg/x", "https://x", `\\<`, "\u202e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if got := literal(t, plain(in)); got != oneLine(in) {
			t.Errorf("plain(%q) reads %q, want %q", in, got, oneLine(in))
		}
		name := label(in, 60)
		if strings.ContainsAny(name, "[]()\\`*~|<>#@\n") || regexp.MustCompile(`(^|[^0-9A-Za-z])_|__`).MatchString(name) || strings.Contains(name, "://") || width(name) > 60 {
			t.Errorf("label(%q) = %q", in, name)
		}
		if at := safeAddress(in); at != "" && !regexp.MustCompile(`^https?://[^\s()<>"\\]+$`).MatchString(at) {
			t.Errorf("safeAddress(%q) = %q", in, at)
		}
	})
}

func TestCutLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := oneLine(rapid.String().Draw(t, "text"))
		limit := rapid.IntRange(4, 80).Draw(t, "limit")
		head, tail := cut(text, limit)
		if squeeze(head+tail) != squeeze(text) || !utf8.ValidString(head) {
			t.Fatalf("cut(%q, %d) = %q, %q", text, limit, head, tail)
		}
		if text != "" && head == "" {
			t.Fatalf("cut(%q, %d) does not get on", text, limit)
		}
		if c := clip(text, limit+20); width(c) > limit+20 {
			t.Fatalf("clip is %d wide", width(c))
		}
	})
}

func squeeze(s string) string { return strings.ReplaceAll(s, " ", "") }

// TestAFileNameIsShownAsItIs, as far as Discord lets it.
func TestAFileNameIsShownAsItIs(t *testing.T) {
	for _, c := range []struct{ name, address, want string }{
		{"003_ac98_river.txt", "", `003\_ac98\_river.txt`},
		{"003_ac98_river.txt", "https://n.example/r", "[003_ac98_river.txt](<https://n.example/r>)"},
		{"_river_ __bank__ é_é", "https://n.example/r", "[river bank é é](<https://n.example/r>)"},
		{"", "https://n.example/r", "[n.example](<https://n.example/r>)"},
		{"", "https://mo:secret@n.example/r", "n.example"},
	} {
		if got := masked(c.name, c.address, 60); got != c.want {
			t.Errorf("%q at %q is %q, want %q", c.name, c.address, got, c.want)
		}
	}
}

func TestSafeAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://news.example/a?b=1#c":                         "https://news.example/a?b=1#c",
		" http://news.example/x ":                              "http://news.example/x",
		"https://news.example/a(b)_c d":                        "https://news.example/a%28b%29_c%20d",
		"https://news.example/é":                               "https://news.example/%C3%A9",
		"https://bücher.example/":                              "https://xn--bcher-kva.example/",
		"https://[2001:db8::1]:8080/x":                         "https://[2001:db8::1]:8080/x",
		`https://news.example/"x"`:                             "https://news.example/%22x%22",
		"javascript:alert(1)":                                  "",
		"ftp://news.example/":                                  "",
		"https://user:pass@news.example/":                      "",
		"https://discord.gg/abc":                               "",
		"https://discord.com/channels/1/2":                     "",
		"//news.example/":                                      "",
		"https://":                                             "",
		"https://news.example/ \"title\"\n":                    "https://news.example/%20%22title%22",
		"https://news.example/" + strings.Repeat("x", maxLink): "",
	} {
		if got := safeAddress(in); got != want {
			t.Errorf("safeAddress(%q) = %q, want %q", in, got, want)
		}
	}
}
