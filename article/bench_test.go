package article_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parley/article"
)

// bench is where the development sets lie, when they are there.
const bench = "../../shared/bench"

// TestNoJunkInPassages holds that no passage of the development articles contains what their lists call junk.
func TestNoJunkInPassages(t *testing.T) {
	for set, dir := range map[string]string{"talks": "../../shared/articles", "harbour": bench + "/harbour/articles"} {
		docs := parseDir(t, dir)
		checked := 0
		for _, j := range readLines[struct{ Article, Text, Class string }](t, filepath.Join(bench, set, "junk.jsonl")) {
			if j.Class == "garbled" || j.Class == "editorial" {
				continue
			}
			checked++
			for _, p := range docs[j.Article].Passages {
				if strings.Contains(norm(p.Text), norm(j.Text)) {
					t.Errorf("%s %s: %s %q in passage %q", set, j.Article, j.Class, j.Text, p.Text)
				}
			}
		}
		if checked == 0 {
			t.Errorf("%s: no junk was checked", set)
		}
	}
}

// TestGoldQuotesSurvive holds that what the questions of the development sets need is still there: in one passage, as one or
// more whole sentences where the quote is whole sentences.
func TestGoldQuotesSurvive(t *testing.T) {
	for set, dir := range map[string]string{"talks": "../../shared/articles", "harbour": bench + "/harbour/articles"} {
		docs := parseDir(t, dir)
		all, inPassage, inSentences := 0, 0, 0
		for _, q := range readLines[struct {
			ID   string
			Gold []struct{ Article, Quote string }
		}](t, filepath.Join(bench, set, "questions.jsonl")) {
			for _, g := range q.Gold {
				all++
				passage, sentences := found(docs[g.Article], norm(g.Quote))
				if passage {
					inPassage++
				} else {
					t.Logf("%s %s %s: in no passage: %q", set, q.ID, g.Article, g.Quote)
				}
				if sentences {
					inSentences++
				} else if passage {
					t.Logf("%s %s %s: not within its sentences: %q", set, q.ID, g.Article, g.Quote)
				}
			}
		}
		t.Logf("%s: %d gold quotes, %d in one passage, %d in as many sentences as it has, plus one", set, all, inPassage, inSentences)
		if 100*inPassage < 99*all || 100*inSentences < 97*all {
			t.Errorf("%s: gold quotes were lost", set)
		}
	}
}

// found says whether a quote lies within one passage, and within as many adjacent sentences of it as it has, and one.
func found(d article.Document, quote string) (passage, sentences bool) {
	for _, p := range d.Passages {
		if !strings.Contains(norm(p.Text), quote) {
			continue
		}
		passage = true
		ss := article.Sentences(p.Text)
		for i := range ss {
			last := min(i+strings.Count(quote, ". ")+1, len(ss)-1)
			if strings.Contains(norm(p.Text[ss[i].Start:ss[last].End]), strings.Trim(quote, "*")) {
				return true, true
			}
		}
	}
	return passage, false
}

// TestEncyclopediaLosesOnlyTitles holds that plain prose loses nothing but its title line, and that each of its paragraphs
// stays a passage of its own, unless it is long or very short.
func TestEncyclopediaLosesOnlyTitles(t *testing.T) {
	alone, paragraphs := 0, 0
	for name, d := range parseDir(t, bench+"/encyclopedia/articles") {
		for _, x := range d.Dropped {
			if x.Class != "title" {
				t.Errorf("%s: dropped %s %q", name, x.Class, d.Body[x.Start:x.End])
			}
		}
		whole := map[string]bool{}
		for _, p := range d.Passages {
			whole[strings.TrimSuffix(p.Text, "[citation needed]")] = true
		}
		for _, para := range strings.Split(d.Body, "\n\n")[1:] {
			if n := len(strings.TrimSpace(para)); n >= 350 && n <= 1400 {
				paragraphs++
				if whole[strings.TrimSuffix(strings.TrimSpace(para), "[citation needed]")] {
					alone++
				} else {
					t.Logf("%s: %q", name, para[:100]+" ... "+para[len(para)-100:])
				}
			}
		}
	}
	t.Logf("%d of %d paragraphs of 350 to 1400 bytes are one passage", alone, paragraphs)
	if alone != paragraphs || paragraphs == 0 {
		t.Errorf("%d of %d paragraphs are not one passage", paragraphs-alone, paragraphs)
	}
}

func parseDir(t *testing.T, dir string) map[string]article.Document {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join(dir, "*.*"))
	if len(paths) == 0 {
		t.Skipf("no articles in %s: the development sets are not beside the repository", dir)
	}
	docs := map[string]article.Document{}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text, marks := string(raw), []article.Mark(nil)
		known := article.Meta{}
		if strings.HasSuffix(path, ".html") {
			known = pageMeta(text)
			text, marks = plain(t, text)
		}
		docs[filepath.Base(path)] = article.Parse(filepath.Base(path), text, known, marks)
	}
	return docs
}

var (
	ldDate   = regexp.MustCompile(`"datePublished":"([^"]+)"`)
	ldAuthor = regexp.MustCompile(`"author":\{[^}]*"name":"([^"]+)"`)
)

// pageMeta reads what a page says of itself in JSON-LD, as whoever fetches it does.
func pageMeta(page string) article.Meta {
	var m article.Meta
	if g := ldDate.FindStringSubmatch(page); g != nil {
		m.Published, _ = article.ParseWhen(g[1], time.Time{})
	}
	if g := ldAuthor.FindStringSubmatch(page); g != nil {
		m.Author = g[1]
	}
	return m
}

// plain takes the main text of a page the simple way: its blocks as lines, headings and list items marked.
func plain(t *testing.T, page string) (string, []article.Mark) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var marks []article.Mark
	kinds := map[atom.Atom]article.Kind{atom.H1: article.Heading, atom.H2: article.Heading, atom.H3: article.Heading, atom.Li: article.ListItem, atom.P: article.Paragraph, atom.Div: article.Paragraph}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.DataAtom == atom.Script || n.DataAtom == atom.Style || n.DataAtom == atom.Head {
			return
		}
		start := b.Len()
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if kind, ok := kinds[n.DataAtom]; ok {
			if kind != article.Paragraph {
				marks = append(marks, article.Mark{Span: article.Span{Start: start, End: b.Len()}, Kind: kind})
			}
			b.WriteString("\n")
		}
	}
	walk(root)
	return b.String(), marks
}

func readLines[T any](t *testing.T, path string) []T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Skipf("%s is missing: the development sets are not beside the repository", filepath.Base(path))
	}
	defer f.Close()
	var all []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

// norm folds case and white space.
func norm(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), unicode.IsSpace), " ")
}
