package intake

import (
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parley/article"
)

// facts is what a page's own markup says of its article. What it does not say is empty.
type facts struct {
	// ld is the article's JSON-LD object.
	ld map[string]any
	// byID holds the JSON-LD objects that others refer to.
	byID map[string]map[string]any
	// meta holds the content of <meta> by name or property, in lower case, the first of each.
	tags      map[string]string
	heading   string
	lang      string
	canonical string
	time      string
	// title is the page's <title>, publisher what its microdata calls its publisher.
	title, publisher string
	// site is the last part of <title>, where the page shows it again; it is looked for where nothing else names the outlet.
	site string
	// h1 is the element of the headline, beside the first <time> that stands in no other article than it does.
	h1     *html.Node
	beside string
	// shown and by are the words of the first elements below the headline whose class says that they hold a date or an author.
	shown, by string
}

// readFacts reads doc before anything is pruned from it.
func readFacts(doc *html.Node) facts {
	f := facts{byID: map[string]map[string]any{}, tags: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			f.element(n)
		}
	}
	if name := lastPart(f.title); name != "" && f.outlet() == "" && shows(doc, name) {
		f.site = name
	}
	return f
}

// titleSign parts a page's <title>.
var titleSign = regexp.MustCompile(`\s(?:[|–—·•-]|::)\s`)

// siteWords bounds the name of a site.
const siteWords = 5

// lastPart is what stands behind the last sign of a <title>, if it is short enough for a site's name.
func lastPart(title string) string {
	parts := titleSign.Split(title, -1)
	name := parts[len(parts)-1]
	if r, _ := utf8.DecodeRuneInString(name); len(parts) < 2 || len(strings.Fields(name)) > siteWords || unicode.IsLower(r) {
		return ""
	}
	return name
}

// shows says that a text of the page's body holds s.
func shows(doc *html.Node, s string) bool {
	for n := range doc.Descendants() {
		if n.Type == html.TextNode && n.Parent.DataAtom != atom.Title && n.Parent.DataAtom != atom.Script && strings.Contains(n.Data, s) {
			return true
		}
	}
	return false
}

func (f *facts) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		f.lang = attr(n, "lang")
	case atom.Script:
		if n.FirstChild != nil && strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") {
			f.script(n.FirstChild.Data)
		}
	case atom.Meta:
		f.tag(n)
	case atom.Link:
		if f.canonical == "" && slices.Contains(strings.Fields(strings.ToLower(attr(n, "rel"))), "canonical") {
			f.canonical = attr(n, "href")
		}
	case atom.Title:
		if f.title == "" && n.FirstChild != nil && n.Parent.DataAtom == atom.Head {
			f.title = fold(n.FirstChild.Data)
		}
	case atom.H1:
		if lines, _ := linesOf(n); f.heading == "" && len(lines) == 1 {
			f.heading, f.h1 = lines[0].text, n
		}
	case atom.Time:
		f.timed(n)
	}
	if f.h1 != nil && (f.shown == "" || f.by == "") {
		f.label(n)
	}
	if f.publisher == "" && strings.EqualFold(attr(n, "itemprop"), "publisher") {
		f.publisher = nameWithin(n)
	}
}

// timed takes a <time>: one that says that it is the publication's, and the first below the headline that belongs to the same article.
func (f *facts) timed(n *html.Node) {
	at := attr(n, "datetime")
	if f.time == "" && (strings.EqualFold(attr(n, "itemprop"), "datePublished") || has(n, "pubdate")) {
		f.time = at
	}
	if f.beside == "" && f.h1 != nil && enclosing(n) == enclosing(f.h1) {
		f.beside = at
	}
}

// labelBytes bounds what an element may hold to be a date's or an author's label.
const labelBytes = 120

// label takes the words of a small element of the headline's article that its class names as a date or a byline.
func (f *facts) label(n *html.Node) {
	names := tokens(attr(n, "class") + " " + attr(n, "id"))
	isDate := slices.ContainsFunc(names, func(w string) bool { return dateClasses[w] })
	isBy := slices.ContainsFunc(names, func(w string) bool { return w == "byline" || w == "author" || w == "authors" })
	if !isDate && !isBy || slices.ContainsFunc(names, func(w string) bool { return w == "updated" || w == "modified" }) || enclosingStory(n) != enclosingStory(f.h1) {
		return
	}
	text := fold(textOf(n))
	if text == "" || len(text) > labelBytes {
		return
	}
	if isDate && f.shown == "" {
		f.shown = text
	}
	if isBy && f.by == "" {
		f.by = text
	}
}

var dateClasses = setOf("date time timestamp published posted pubdate dateline datetime publishdate postdate when")

// enclosingStory is enclosing without lists, in which pages set their bylines.
func enclosingStory(n *html.Node) *html.Node {
	a := enclosing(n)
	for a != nil && (a.DataAtom == atom.Ul || a.DataAtom == atom.Ol) {
		a = enclosing(a)
	}
	return a
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data + " ")
		}
	}
	return b.String()
}

// enclosing is the nearest element around n that parts a page into stories: an article, or a part of the page beside it.
func enclosing(n *html.Node) *html.Node {
	for a := n.Parent; a != nil; a = a.Parent {
		switch a.DataAtom {
		case atom.Article, atom.Aside, atom.Nav, atom.Footer, atom.Ul, atom.Ol:
			return a
		}
	}
	return nil
}

// nameWithin is the name that an item of microdata gives itself: in an element of that property, or in its own text.
func nameWithin(n *html.Node) string {
	for d := range n.Descendants() {
		if strings.EqualFold(attr(d, "itemprop"), "name") {
			if content := fold(attr(d, "content")); content != "" {
				return content
			}
			if d.FirstChild != nil && d.FirstChild.Type == html.TextNode {
				return fold(d.FirstChild.Data)
			}
		}
	}
	if n.FirstChild != nil && n.FirstChild.NextSibling == nil && n.FirstChild.Type == html.TextNode {
		return words(n.FirstChild.Data)
	}
	return ""
}

// outlet is whom the page names as its publisher, "" where it names none.
func (f *facts) outlet() string {
	return first(f.tags["og:site_name"], f.name(f.ld["publisher"]), f.publisher, f.tags["citation_publisher"], f.tags["dc.publisher"], f.tags["application-name"], f.siteName())
}

// siteName is what <title> puts behind the headline: "Headline | The Evening Post".
func (f *facts) siteName() string {
	rest, ok := strings.CutPrefix(f.title, f.heading)
	if f.heading == "" || !ok {
		return ""
	}
	name := strings.TrimSpace(strings.TrimLeft(rest, " |–—-·:•/"))
	if name == strings.TrimSpace(rest) || len(name) > 60 || strings.ContainsAny(name, "|–—·•") {
		return ""
	}
	return name
}

// untailed is a title without the outlet's name behind it.
func untailed(title, outlet string) string {
	rest, ok := strings.CutSuffix(title, outlet)
	cut := strings.TrimRight(rest, " |–—-·:•/")
	if !ok || outlet == "" || cut == "" || cut == strings.TrimSpace(rest) {
		return title
	}
	return cut
}

func (f *facts) tag(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	for _, key := range []string{"property", "name", "itemprop"} {
		name := strings.ToLower(attr(n, key))
		if _, known := f.tags[name]; name != "" && content != "" && !known {
			f.tags[name] = content
		}
	}
}

func (f *facts) script(text string) {
	var value any
	if json.Unmarshal([]byte(text), &value) == nil {
		f.visit(value)
	}
}

// visit takes the first article in document order; a live blog's entries lie within it, and related articles behind it.
func (f *facts) visit(value any) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			f.visit(item)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			f.byID[id] = v
		}
		if f.ld == nil && isArticle(v["@type"]) {
			f.ld = v
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			f.visit(v[key])
		}
	}
}

// isArticle says that a schema.org type is an article's. The types all end in one of two words, but for Report.
func isArticle(kind any) bool {
	switch v := kind.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "BlogPosting") || v == "Report"
	case []any:
		return slices.ContainsFunc(v, isArticle)
	}
	return false
}

// meta joins what the page says with trafilatura's reading of it, which comes second. body is the text that the language must fit.
func (f facts) meta(second *trafilatura.ExtractResult, link *url.URL, body string) article.Meta {
	var theirs trafilatura.Metadata
	if second != nil {
		theirs = second.Metadata
	}
	m := article.Meta{
		Title:     first(f.name(f.ld["headline"]), f.tags["og:title"], f.heading, theirs.Title, f.tags["twitter:title"]),
		Publisher: first(f.outlet(), f.site),
		Author:    first(f.name(f.ld["author"]), words(f.tags["author"]), words(f.tags["article:author"]), article.Byline(f.by), theirs.Author),
		Published: f.published(theirs.Date),
		Language:  declared(f.lang, body),
		URL:       f.url(link),
	}
	m.Title = untailed(m.Title, m.Publisher)
	return m
}

// url is where the page was fetched. Only a file's page is asked where it came from: a fetched one could claim another outlet's link.
func (f facts) url(link *url.URL) string {
	if link != nil {
		return canonical(link).String()
	}
	for _, claim := range []string{f.canonical, f.tags["og:url"]} {
		if u, err := CanonicalURL(claim); err == nil {
			return u
		}
	}
	return ""
}

// published is the first time that the page gives for its publication, not for a later change.
func (f facts) published(theirs time.Time) article.When {
	given := []string{f.text(f.ld["datePublished"]), f.tags["article:published_time"], f.tags["datepublished"], f.time,
		f.tags["parsely-pub-date"], f.tags["sailthru.date"], f.tags["dc.date.issued"], f.tags["dcterms.created"],
		f.tags["citation_publication_date"], f.tags["pubdate"], f.tags["publish-date"], f.tags["date"], f.text(f.ld["dateCreated"]), f.beside}
	for _, s := range given {
		if w, ok := when(s); ok {
			return w
		}
	}
	if theirs.IsZero() {
		if w := article.DateLine(f.shown); !w.IsZero() {
			return w
		}
		return article.DateLine(f.by)
	}
	return article.When{Time: time.Date(theirs.Year(), theirs.Month(), theirs.Day(), 0, 0, 0, 0, time.UTC)}
}

// when reads a machine's date. The clock is kept where its zone is given and the day in UTC is the day that was given: a citation
// must not show the eve of the day that readers saw.
func when(s string) (article.When, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z0700",
		"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z0700", time.RFC1123Z, time.RFC1123} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 1 {
			if utc := t.UTC(); utc.Day() == t.Day() {
				return article.When{Time: utc, Clock: true}, true
			}
			return day(t), true
		}
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly, "2006/01/02", "20060102"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 1 {
			return day(t), true
		}
	}
	return article.When{}, false
}

func day(t time.Time) article.When {
	return article.When{Time: time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)}
}

// text is a JSON-LD value that is one string.
func (f facts) text(value any) string {
	s, _ := value.(string)
	return s
}

// name is what a JSON-LD value is called: a string, an object's name, an object referred to, or several of these.
func (f facts) name(value any) string {
	switch v := value.(type) {
	case string:
		return words(v)
	case map[string]any:
		if s := words(f.text(v["name"])); s != "" {
			return s
		}
		return words(f.text(f.byID[f.text(v["@id"])]["name"]))
	case []any:
		var all []string
		for _, item := range v {
			if s := f.name(item); s != "" && !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}

// words is s as a name on one line, or "" where it is a link: some sites put a profile's address for a name.
func words(s string) string {
	s = fold(html.UnescapeString(s))
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || len(s) > 500 {
		return ""
	}
	return s
}

func first(values ...string) string {
	for _, v := range values {
		if v = fold(v); v != "" {
			return v
		}
	}
	return ""
}
