package intake

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"parley/article"
	"parley/fault"
)

func write(t *testing.T, path string, data string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFileReadsEachKind(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{
		"a.txt":  "The lighthouse at Skerrin was switched off on Tuesday.",
		"B.MD":   "# Lamp out\n\nThe lighthouse at [Skerrin](https://x.example/) was switched off on Tuesday.",
		"c.html": story,
		"d.HTM":  story,
	} {
		doc, err := New(Options{}).File(context.Background(), write(t, filepath.Join(dir, name), body))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if doc.Source != name {
			t.Errorf("source %q, want %q", doc.Source, name)
		}
		if !strings.HasSuffix(strings.ToLower(name), "m") && !strings.HasSuffix(name, "l") && doc.Body != body {
			t.Errorf("%s: the body is not the file: %q", name, doc.Body)
		}
		if doc.Publisher != "" && !strings.Contains(strings.ToLower(name), "htm") {
			t.Errorf("%s: publisher %q was not in the text", name, doc.Publisher)
		}
	}
}

func TestFileFaults(t *testing.T) {
	dir := t.TempDir()
	cases := []struct{ name, data, say string }{
		{"empty.txt", "", "is empty"},
		{"blank.txt", "\xef\xbb\xbf \r\n\t\u00a0\n", "holds no text"},
		{"empty.html", "<html></html>", "holds no article"},
		{"a.pdf", "%PDF-1.4", "PDF is not read yet"},
		{"pdf.txt", "%PDF-1.4\n", "PDF is not read yet"},
		{"picture.txt", "\x89PNG\r\n\x1a\n....", "is a picture, not text"},
		{"office.md", "PK\x03\x04....", "an office document, not text"},
		{"office.docx", "PK\x03\x04....", "an office document, not text"},
		{"program.html", "\x7fELF....", "is a program, not text"},
		{"numbers.txt", strings.Repeat("\x00\x01\x02\x03", 100), "is a binary file, not text"},
		{"table.csv", "a,b\n1,2\n", "of a kind that is not read"},
		{"large.txt", strings.Repeat("word ", 1<<20+1), "is larger than 5 MB"},
		{"large.html", strings.Repeat("<p>word ", 10<<17+1), "is larger than 10 MB"},
		{"long.html", "<p>" + strings.Repeat("A word and another one. ", 230_000), "is larger than 5 MB"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := New(Options{}).File(context.Background(), write(t, filepath.Join(dir, c.name), c.data))
			wantFault(t, err, c.say)
		})
	}
	_, err := New(Options{}).File(context.Background(), filepath.Join(dir, "none.txt"))
	wantFault(t, err, "does not exist")
	_, err = New(Options{}).File(context.Background(), dir)
	wantFault(t, err, "is a folder")
}

func TestFileThatMayNotBeRead(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "locked.txt"), "Words.")
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(path); err == nil {
		f.Close()
		t.Skipf("this user may read every file")
	}
	_, err := New(Options{}).File(context.Background(), path)
	wantFault(t, err, "may not be read")
}

func TestFileDoesNotWaitForAPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe.txt")
	if err := syscall.Mkfifo(path, 0o644); err != nil {
		t.Skipf("no pipes here: %v", err)
	}
	done := make(chan error, 1)
	go func() { _, err := New(Options{}).File(context.Background(), path); done <- err }()
	select {
	case err := <-done:
		wantFault(t, err, "not a regular file")
	case <-time.After(10 * time.Second):
		t.Fatal("still waiting for the pipe")
	}
}

func TestFileOfFiveMegabytes(t *testing.T) {
	sentence := "The ferry left at nine and came back at noon. "
	text := strings.Repeat(sentence, TextBytes/len(sentence))
	doc, err := New(Options{}).File(context.Background(), write(t, filepath.Join(t.TempDir(), "long.txt"), text))
	if err != nil || doc.Body != text || len(doc.Passages) == 0 {
		t.Fatalf("%d bytes, %d passages, %v", len(doc.Body), len(doc.Passages), err)
	}
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.md", "sub/z.html", "sub/.git/x.txt", ".hidden.txt", "picture.png", "c.pdf"} {
		write(t, filepath.Join(dir, name), story)
	}
	write(t, filepath.Join(dir, "empty.txt"), "")
	var got []string
	err := New(Options{}).Folder(context.Background(), dir, func(path string, doc article.Document, err error) error {
		rel, _ := filepath.Rel(dir, path)
		switch {
		case errors.Is(err, ErrSkipped):
			rel += " skipped"
			if line, ok := fault.Say(err); !ok || !strings.Contains(line, filepath.Base(path)) {
				t.Errorf("skipped without a line that names it: %v", err)
			}
		case err != nil:
			rel += " failed"
		case doc.Source != filepath.Base(path):
			t.Errorf("source %q of %s", doc.Source, path)
		}
		got = append(got, filepath.ToSlash(rel))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"a.md", "b.txt", "c.pdf skipped", "empty.txt failed", "picture.png skipped", "sub/z.html"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFolderFaults(t *testing.T) {
	none := func(string, article.Document, error) error { return nil }
	dir := t.TempDir()
	write(t, filepath.Join(dir, "picture.png"), "x")
	in := New(Options{})
	wantFault(t, in.Folder(context.Background(), dir, none), "holds no articles")
	wantFault(t, in.Folder(context.Background(), filepath.Join(dir, "picture.png"), none), "is a file, not a folder")
	wantFault(t, in.Folder(context.Background(), filepath.Join(dir, "gone"), none), "does not exist")

	write(t, filepath.Join(dir, "a.txt"), "One.")
	write(t, filepath.Join(dir, "b.txt"), "Two.")
	stop, calls := errors.New("stop"), 0
	if err := in.Folder(context.Background(), dir, func(string, article.Document, error) error { calls++; return stop }); err != stop || calls != 1 {
		t.Errorf("err %v after %d calls", err, calls)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	wantFault(t, in.Folder(ctx, dir, none), "stopped")
}

func TestFolderThatIsALink(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "real", "a.txt"), "The bridge is closed.")
	link := filepath.Join(dir, "link")
	if err := os.Symlink(filepath.Join(dir, "real"), link); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	if err := os.Symlink(link, filepath.Join(dir, "real", "loop")); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := New(Options{}).Folder(context.Background(), link, func(path string, _ article.Document, err error) error {
		if err == nil {
			got = append(got, path)
		}
		return nil
	})
	if diff := cmp.Diff([]string{filepath.Join(link, "a.txt")}, got); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
}

func TestBytesReadsTheKindOfAnAttachment(t *testing.T) {
	cases := []struct{ name, contentType, data, say string }{
		{"message", "", "The harbour is closed.", ""},
		{"message", "", story, ""},
		{"message", "text/plain; charset=utf-8", "The harbour is closed.", ""},
		{"page.html", "application/octet-stream", story, ""},
		{"page", "text/html; charset=utf-8", story, ""},
		{"x.png", "image/png", "not really one", "of a kind that is not read"},
		{"x.pdf", "application/pdf", "not really one", "PDF is not read yet"},
		{"x.docx", "", "not really one", "of a kind that is not read"},
		{"x.txt", "text/plain", "", "is empty"},
		{"", "text/plain", "", "The file is empty"},
	}
	for _, c := range cases {
		doc, err := New(Options{}).Bytes(context.Background(), c.name, c.contentType, []byte(c.data))
		if c.say != "" {
			wantFault(t, err, c.say)
		} else if err != nil || doc.Source != c.name || strings.Contains(doc.Body, "<p>") {
			t.Errorf("%q %q: %q, %v", c.name, c.contentType, doc.Body, err)
		}
	}
}

func TestText(t *testing.T) {
	in := New(Options{})
	known := article.Meta{Title: "Lamp out", Publisher: "Skerrin Gazette", URL: "https://gazette.example/1?utm_source=x"}
	doc, err := in.Text(context.Background(), known, "The lighthouse was switched off on Tuesday.")
	if err != nil {
		t.Fatal(err)
	}
	if doc.Source != "https://gazette.example/1" || doc.URL != doc.Source || doc.Title != "Lamp out" || doc.Publisher != "Skerrin Gazette" {
		t.Errorf("%q %+v", doc.Source, doc.Meta)
	}
	one, _ := in.Text(context.Background(), article.Meta{Title: "Statement"}, "The lighthouse was switched off.")
	two, _ := in.Text(context.Background(), article.Meta{Title: "Statement"}, "The lighthouse was switched on.")
	again, _ := in.Text(context.Background(), article.Meta{Title: "Statement"}, "The lighthouse was switched on.")
	if one.Source == two.Source || two.Source != again.Source || !strings.HasPrefix(one.Source, "pasted-") {
		t.Errorf("sources %q, %q, %q", one.Source, two.Source, again.Source)
	}
	_, err = in.Text(context.Background(), article.Meta{}, " \n\x00 ")
	wantFault(t, err, "holds no text")
	_, err = in.Text(context.Background(), article.Meta{}, strings.Repeat("x", TextBytes+1))
	wantFault(t, err, "larger than 5 MB")
	_, err = in.Text(context.Background(), article.Meta{URL: "javascript:alert(1)"}, "Words.")
	wantFault(t, err, "not an http or https link")
}

const (
	french  = "Le barrage a cédé à l'aube, près du hameau de Vaugrenèse. « Nous avons évacué l'école », a déclaré le préfet à la presse."
	arabic  = "أعلنت السلطات المحلية إغلاق الجسر القديم بعد انهيار جزء منه مساء الخميس، وقال المهندسون إن إصلاحه سيستغرق ثلاثة أشهر على الأقل."
	german  = "Die Fähre nach Süderhöft fährt wegen des Sturms bis Freitag nicht; über fünfzig Gäste übernachten in der Schule."
	turkish = "Köprünün ağır taşıtlara kapatıldığı açıklandı; şoförler dağ yolunu kullanıyor, dönüş için iş günü bekleniyor."
	russian = "Паром на остров отменили из-за шторма, сообщили в порту. Пассажиров разместили в школе до утра пятницы."
	nihongo = "台風のため、島へのフェリーは金曜日まで欠航する。乗客五十人が学校で一夜を過ごした。"
)

func TestCharsets(t *testing.T) {
	ascii := strings.Repeat("Nothing but plain letters for a long while. ", 100)
	encoded := func(e encoding.Encoding, s string) []byte {
		out, err := e.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	utf16 := func(e unicode.Endianness, p unicode.BOMPolicy) encoding.Encoding { return unicode.UTF16(e, p) }
	cases := []struct {
		name, contentType string
		data              []byte
		want              string
	}{
		{"windows-1252 by header", "text/plain; charset=windows-1252", encoded(charmap.Windows1252, french), french},
		{"windows-1252 unannounced", "", encoded(charmap.Windows1252, french), french},
		{"latin-1 German unannounced", "text/plain", encoded(charmap.ISO8859_1, german), german},
		{"windows-1256 by header", "text/plain; charset=windows-1256", encoded(charmap.Windows1256, arabic), arabic},
		{"windows-1256 unannounced", "", encoded(charmap.Windows1256, arabic), arabic},
		{"windows-1251 unannounced", "", encoded(charmap.Windows1251, russian), russian},
		{"koi8-r unannounced", "", encoded(charmap.KOI8R, russian), russian},
		{"windows-1254 by header", "text/plain; charset=windows-1254", encoded(charmap.Windows1254, turkish), turkish},
		{"shift_jis unannounced", "", encoded(japanese.ShiftJIS, nihongo), nihongo},
		{"iso-2022-jp by header", "text/plain; charset=iso-2022-jp", encoded(japanese.ISO2022JP, nihongo), nihongo},
		{"utf-8 with mark", "", append([]byte("\xef\xbb\xbf"), french...), french},
		{"utf-8 behind a long ascii head", "", []byte(ascii + french), ascii + french},
		{"utf-8 under a false header", "text/plain; charset=iso-8859-1", []byte(french), french},
		{"utf-16 with mark", "", encoded(utf16(unicode.LittleEndian, unicode.UseBOM), arabic), arabic},
		{"utf-16 big with mark", "", encoded(utf16(unicode.BigEndian, unicode.UseBOM), arabic), arabic},
		{"utf-16 without mark", "", encoded(utf16(unicode.LittleEndian, unicode.IgnoreBOM), french), french},
		{"utf-16 big without mark", "", encoded(utf16(unicode.BigEndian, unicode.IgnoreBOM), french), french},
		{"utf-8 with one broken byte", "", []byte(arabic + "\xff" + arabic), arabic + arabic},
		{"ascii under an unknown header", "text/plain; charset=klingon", []byte(ascii), ascii},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc, err := New(Options{}).Bytes(context.Background(), "a.txt", c.contentType, c.data)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, doc.Body); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCharsetOfAPage(t *testing.T) {
	page := func(meta, text string) string {
		return "<html><head>" + meta + "</head><body><article><p>" + strings.Repeat(text+" ", 2) + "</p></article></body></html>"
	}
	meta1256 := `<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">`
	in1256, err := charmap.Windows1256.NewEncoder().String(page(meta1256, arabic))
	if err != nil {
		t.Fatal(err)
	}
	long := "<!--" + strings.Repeat("a long head of ASCII ", 200) + "-->"
	for name, data := range map[string]string{
		"by its own meta":           in1256,
		"utf-8 behind a long head":  page(long, arabic),
		"utf-8 under a false meta":  page(`<meta charset="windows-1252">`, arabic),
		"utf-8 by meta, one broken": page(`<meta charset="utf-8">`, arabic+" \xff"),
	} {
		doc, err := New(Options{}).Bytes(context.Background(), "a.html", "", []byte(data))
		if err != nil || !strings.Contains(doc.Body, arabic) {
			t.Errorf("%s: %q, %v", name, doc.Body, err)
		}
	}
}

func TestLanguageIsReadAndNotGuessed(t *testing.T) {
	long := func(s string) string { return strings.Repeat(s+" ", 4) }
	cases := []struct{ name, text, want string }{
		{"short", "The dam broke at dawn.", ""},
		{"long French", long(french), "fr"},
		{"long Arabic", long(arabic), "ar"},
		{"long German", long(german), "de"},
		{"long Turkish", long(turkish), "tr"},
		{"numbers", strings.Repeat("12.5 88 7,000 ", 100), ""},
	}
	for _, c := range cases {
		doc, err := New(Options{}).Bytes(context.Background(), "a.txt", "", []byte(c.text))
		if err != nil || doc.Language != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, doc.Language, err, c.want)
		}
	}
	for tag, want := range map[string]string{"en-GB": "en", "en": "en", "fr": "fr", "zh-Hant-TW": "", "ur": "", "x-none": "", "": "", "english!": ""} {
		if got := declared(tag, "The dam broke at dawn."); got != want {
			t.Errorf("declared(%q) = %q, want %q", tag, got, want)
		}
	}
	if got := declared("en", arabic); got != "" {
		t.Errorf("an Arabic text in an English template is %q", got)
	}
}

func TestBytesNeverPanicsAndPassagesStandInTheBody(t *testing.T) {
	in := New(Options{})
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{"a.txt", "a.md", "a.html", "a"}).Draw(t, "name")
		data := rapid.OneOf(
			rapid.SliceOf(rapid.Byte()),
			rapid.Map(rapid.String(), func(s string) []byte { return []byte(s) }),
			rapid.Map(rapid.SliceOf(rapid.SampledFrom([]string{"<p>", "</p>", "<article>", "<h2>", "<li>", "<br", "<!--", "<td>", "<pre>\n", "<script>",
				"<time>", "One sentence stands here, and it is long enough to count as prose. ", "&amp;", "\x00", "\r\n", "é", "<a href=x>", "</a>"})),
				func(parts []string) []byte { return []byte(strings.Join(parts, "")) }),
		).Draw(t, "data")
		doc, err := in.Bytes(context.Background(), name, "", data)
		if err != nil {
			if _, ok := fault.Say(err); !ok {
				t.Fatalf("no fault: %v", err)
			}
			return
		}
		for _, p := range doc.Passages {
			if doc.Body[p.Start:p.End] != p.Text {
				t.Fatalf("passage %q is not at its place", p.Text)
			}
		}
	})
}
