package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parley/article"
)

// line is one line as a reader sees it: the text of a block, white space folded as a browser folds it, no character changed.
type line struct {
	text string
	kind article.Kind
	// level is 1 to 6 for a heading, 0 for all else.
	level int
	// linked counts the bytes of text that are links.
	linked int
	// timed says that all of the text stands in <time> elements.
	timed bool
	// at is the machine's form of the first such time in the line, zero where there is none.
	at article.When
	// block is the element that the line's text began in, root the index of the innermost root around it, -1 where there is none.
	block *html.Node
	root  int
}

// root is an element that may hold the article: <article>, <main> and what is marked as either.
type root struct {
	node *html.Node
	// parent is the index of the next root outward, -1 where there is none.
	parent int
}

// walker turns a tree into lines.
type walker struct {
	lines []line
	roots []root

	buf    strings.Builder
	space  bool
	tab    bool
	linked int
	timed  int
	at     article.When
	began  *html.Node
	in     setting
}

// setting is what the elements around a text say of it.
type setting struct {
	kind       article.Kind
	level      int
	link, time bool
	pre        bool
	root       int
	block      *html.Node
}

// linesOf returns the lines of the tree at n, which prune has cleaned, with the roots found in it.
func linesOf(n *html.Node) ([]line, []root) {
	w := &walker{in: setting{root: -1, block: n}}
	w.node(n)
	w.flush()
	return w.lines, w.roots
}

func (w *walker) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
	case html.ElementNode:
		w.element(n)
	case html.DocumentNode:
		w.children(n)
	}
}

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *walker) element(n *html.Node) {
	outer := w.in
	switch {
	case n.DataAtom == atom.Br:
		w.flush()
		return
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		// Cells of a row share its line, apart by a tab.
		w.tab = w.buf.Len() > 0
		w.children(n)
		return
	case blocks[n.DataAtom]:
		w.flush()
		w.enter(n)
		w.children(n)
		w.flush()
	default:
		w.in.link = w.in.link || n.DataAtom == atom.A
		if n.DataAtom == atom.Time {
			w.in.time = true
			if at, ok := when(attr(n, "datetime")); ok && w.at.IsZero() {
				w.at = at
			}
		}
		w.children(n)
	}
	w.in = outer
}

// enter takes on what a block says of the text within it.
func (w *walker) enter(n *html.Node) {
	w.in.block = n
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.in.kind, w.in.level = article.Heading, int(n.Data[1]-'0')
	case atom.Li:
		w.in.kind, w.in.level = article.ListItem, 0
	case atom.Blockquote:
		w.in.kind, w.in.level = article.Quote, 0
	case atom.Pre:
		w.in.pre = true
	}
	if isRoot(n) {
		w.roots = append(w.roots, root{node: n, parent: w.in.root})
		w.in.root = len(w.roots) - 1
	}
}

func isRoot(n *html.Node) bool {
	if n.DataAtom == atom.Article || n.DataAtom == atom.Main {
		return true
	}
	role := strings.ToLower(attr(n, "role"))
	return role == "main" || role == "article" || strings.EqualFold(attr(n, "itemprop"), "articleBody")
}

func (w *walker) text(s string) {
	if w.in.pre {
		for i, part := range strings.Split(s, "\n") {
			if i > 0 {
				w.flush()
			}
			w.words(part)
		}
		return
	}
	w.words(s)
}

// words appends s, each run of HTML white space as one blank. A no-break space is a character like any other.
func (w *walker) words(s string) {
	for s != "" {
		if n := len(s) - len(strings.TrimLeft(s, " \t\n\r\f")); n > 0 {
			w.space, s = true, s[n:]
			continue
		}
		n := strings.IndexAny(s, " \t\n\r\f")
		if n < 0 {
			n = len(s)
		}
		w.word(s[:n])
		s = s[n:]
	}
}

func (w *walker) word(s string) {
	if w.buf.Len() == 0 {
		w.began = w.in.block
	} else if w.tab {
		w.buf.WriteByte('\t')
	} else if w.space {
		w.buf.WriteByte(' ')
	}
	w.space, w.tab = false, false
	w.buf.WriteString(s)
	if w.in.link {
		w.linked += len(s)
	}
	if w.in.time {
		w.timed += len(s)
	}
}

// flush ends the line.
func (w *walker) flush() {
	if text := w.buf.String(); strings.TrimSpace(text) != "" {
		packed := len(text) - strings.Count(text, " ") - strings.Count(text, "\t")
		w.lines = append(w.lines, line{text: text, kind: w.in.kind, level: w.in.level, linked: w.linked,
			timed: w.timed >= packed, at: w.at, block: w.began, root: w.in.root})
	}
	w.buf.Reset()
	w.space, w.tab, w.linked, w.timed, w.at = false, false, 0, 0, article.When{}
}

// blocks are the elements that stand on lines of their own.
var blocks = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Caption: true,
	atom.Center: true, atom.Dd: true, atom.Details: true, atom.Dialog: true, atom.Dir: true, atom.Div: true, atom.Dl: true,
	atom.Dt: true, atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Form: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true,
	atom.Hgroup: true, atom.Hr: true, atom.Html: true, atom.Legend: true, atom.Li: true, atom.Main: true, atom.Menu: true,
	atom.Nav: true, atom.Ol: true, atom.P: true, atom.Pre: true, atom.Search: true, atom.Section: true, atom.Summary: true,
	atom.Table: true, atom.Tbody: true, atom.Tfoot: true, atom.Thead: true, atom.Tr: true, atom.Ul: true,
}

// mostlyLink says that a line is there to be clicked.
func (l line) mostlyLink() bool { return l.linked*10 >= len(l.text)*7 }

// enders end sentences, in the scripts that have such a sign.
const enders = ".!?…。！？।۔؟։።"

// prose says that a line reads like a sentence: long enough, with an end, and not a link. Scripts without a full stop get by on length.
func (l line) prose() bool {
	if l.level > 0 || l.mostlyLink() {
		return false
	}
	n := weigh(l.text)
	return n >= 120 || n >= 30 && strings.ContainsAny(l.text, enders)
}

// stands says that a short line may be content: it ends like a sentence, or it is an item, a quotation, a row of cells or a time.
func (l line) stands() bool {
	if l.kind != article.Paragraph || l.timed || strings.Contains(l.text, "\t") {
		return true
	}
	switch l.block.DataAtom {
	case atom.Dt, atom.Dd, atom.Pre:
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(l.text, "\"'”’»)] "))
	return strings.ContainsRune(enders, last)
}

// weigh counts letters and digits; one of a script that writes words in one or two characters counts three times.
func weigh(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf && (r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'):
			n++
		case r < utf8.RuneSelf:
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			n += 3
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			n++
		}
	}
	return n
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
