package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pruneUnseen takes out of a page what a reader does not see or cannot read as text.
func pruneUnseen(doc *html.Node) {
	sheet := hiddenBySheet(doc)
	headline := map[*html.Node]bool{}
	for n := range doc.Descendants() {
		if n.DataAtom == atom.H1 {
			above(n, headline)
		}
	}
	remove(doc, func(n *html.Node) bool {
		// A sheet that hides the headline waits for a script to show the page.
		return n.Type == html.CommentNode || n.Type == html.ElementNode && (unseen(n) || !headline[n] && hiddenBy(sheet, n))
	})
}

// pruneFurniture takes out of a page what stands around the article (menus, advertising, comments, consent, sharing), whole elements
// by their tag, role, class and id. What surrounds the article itself is not taken for its name: neither what is around a headline
// or body, nor what holds most, the elements that hold most of the prose.
func pruneFurniture(doc *html.Node, most map[*html.Node]bool) {
	p := pruner{headline: map[*html.Node]bool{}, body: map[*html.Node]bool{}, most: most}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.DataAtom == atom.H1 || n.DataAtom == atom.Main || attr(n, "itemprop") == "articleBody" {
			above(n, p.headline)
		}
		if isRoot(n) {
			above(n, p.body)
		}
	}
	remove(doc, func(n *html.Node) bool { return n.Type == html.ElementNode && p.furniture(n) })
}

// remove takes the nodes below n out that gone names.
func remove(n *html.Node, gone func(*html.Node) bool) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if gone(c) {
			n.RemoveChild(c)
		} else {
			remove(c, gone)
		}
		c = next
	}
}

// above adds n's ancestors to set.
func above(n *html.Node, set map[*html.Node]bool) {
	for a := n.Parent; a != nil && !set[a]; a = a.Parent {
		set[a] = true
	}
}

// pruner knows what must be known of the whole page before an element is taken out.
type pruner struct {
	// headline holds the elements around a headline or a body so marked, body those around anything that may be the article.
	// They differ since the comments below an article are often <article> elements themselves.
	headline, body map[*html.Node]bool
	// most holds the elements that hold most of the prose.
	most map[*html.Node]bool
}

// unseen says that a reader does not see n, or cannot read it as text.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Object, atom.Embed, atom.Svg,
		atom.Canvas, atom.Video, atom.Audio, atom.Rp, atom.Select, atom.Textarea, atom.Button, atom.Label, atom.Datalist:
		return true
	case atom.Html, atom.Body:
		return false
	case atom.Dialog:
		return !has(n, "open")
	}
	if has(n, "hidden") || strings.EqualFold(attr(n, "aria-hidden"), "true") || hidingStyle(attr(n, "style")) {
		return true
	}
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if hidingClasses[class] {
			return true
		}
	}
	return false
}

// hiddenBy says that the page's own sheet hides n by its id or one of its classes.
func hiddenBy(sheet map[string]bool, n *html.Node) bool {
	if len(sheet) == 0 {
		return false
	}
	if id := attr(n, "id"); id != "" && sheet["#"+id] {
		return true
	}
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if sheet["."+class] {
			return true
		}
	}
	return false
}

// hidingClasses are the names under which the common style libraries hide an element from sight.
var hidingClasses = map[string]bool{
	"hidden": true, "d-none": true, "is-hidden": true, "u-hidden": true, "invisible": true, "sr-only": true,
	"visually-hidden": true, "visuallyhidden": true, "screen-reader-text": true,
}

var hides = regexp.MustCompile(`(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?\.?0+|font-size\s*:\s*0[a-z%]*)\s*(?:!\s*important\s*)?(?:;|$)`)

func hidingStyle(style string) bool { return style != "" && hides.MatchString(style) }

// rule is one rule of a style sheet: selectors, and declarations up to the brace.
var rule = regexp.MustCompile(`([^{}]*)\{([^{}]*)\}`)

// hiddenBySheet returns the single classes (".name") and ids ("#name") that the page's own style sheets hide on every screen.
// Compound selectors are left alone: most belong to a state that a script sets.
func hiddenBySheet(doc *html.Node) map[string]bool {
	found := map[string]bool{}
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Style || n.FirstChild == nil || attr(n, "media") != "" {
			continue
		}
		for _, m := range rule.FindAllStringSubmatch(withoutAtRules(n.FirstChild.Data), -1) {
			if !hidingStyle(m[2]) {
				continue
			}
			for sel := range strings.SplitSeq(m[1], ",") {
				if sel = strings.TrimSpace(sel); len(sel) > 1 && (sel[0] == '.' || sel[0] == '#') && !strings.ContainsAny(sel[1:], " .#:>+~[*") {
					found[sel] = true
				}
			}
		}
	}
	return found
}

// withoutAtRules takes @media and other blocks out of a style sheet, with all that is nested in them, and comments.
func withoutAtRules(css string) string {
	css = cssComment.ReplaceAllString(css, "")
	var out strings.Builder
	for {
		at := strings.IndexByte(css, '@')
		if at < 0 {
			out.WriteString(css)
			return out.String()
		}
		out.WriteString(css[:at])
		css = afterAtRule(css[at:])
	}
}

var cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)

func afterAtRule(css string) string {
	depth := 0
	for i := 0; i < len(css); i++ {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth <= 0 {
				return css[i+1:]
			}
		case ';':
			if depth == 0 {
				return css[i+1:]
			}
		}
	}
	return ""
}

// furniture says that n is one of the things that stand around an article. Elements within a line are none: without them the line
// would not be what a reader sees.
func (p pruner) furniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main:
		return false
	case atom.Nav, atom.Aside, atom.Menu, atom.Search, atom.Figcaption:
		return true
	case atom.Footer:
		// A quotation's footer names its speaker.
		return n.Parent == nil || n.Parent.DataAtom != atom.Blockquote
	case atom.Form:
		// Some servers wrap the whole page in one form.
		return !p.around(n)
	}
	if n.DataAtom != 0 && !blocks[n.DataAtom] {
		return false
	}
	if furnitureRoles[strings.ToLower(attr(n, "role"))] {
		return !p.around(n)
	}
	names := strings.Fields(attr(n, "class") + " " + attr(n, "id"))
	if slices.ContainsFunc(names, readersName) {
		return !p.headline[n] && !p.most[n]
	}
	return slices.ContainsFunc(names, furnitureName) && !isRoot(n) && !p.around(n)
}

// around says that n may surround the article.
func (p pruner) around(n *html.Node) bool { return p.headline[n] || p.body[n] || p.most[n] }

var furnitureRoles = setOf("navigation contentinfo complementary dialog alertdialog search menu menubar toolbar banner form")

// readersName says that a class or id marks what readers wrote: "comments", "article-comments", "comment-list".
// "type-comment" may be an outlet's opinion section, and "comments-open" only says how a page is set up.
func readersName(name string) bool {
	words := tokens(name)
	if len(words) == 0 || setup[words[0]] || setup[words[len(words)-1]] {
		return false
	}
	return words[0] == "comment" || slices.ContainsFunc(words, func(w string) bool { return readersWords[w] })
}

func furnitureName(name string) bool {
	words := tokens(name)
	if len(words) == 0 || setup[words[0]] {
		return false
	}
	return name == "author" || slices.ContainsFunc(words, func(w string) bool { return furnitureWords[w] })
}

// setup are the words of a name that says what a page has, not what an element is: "has-sidebar", "no-ads".
var setup = setOf("has no with without is non hide show open closed enabled disabled")

var readersWords = setOf("comments commentlist disqus respond replies")

// furnitureWords are words of a class or id that mark what the site puts around an article.
var furnitureWords = setOf(`ad ads adslot adunit advert adverts advertisement advertising sponsor sponsored promo promos promoted
	promotion outbrain taboola cookie cookies consent gdpr ccpa newsletter signup subscribe subscription paywall regwall donate
	donation share sharing sharebar sharetools addthis sharethis breadcrumb breadcrumbs nav navbar navigation sidebar popup modal
	overlay related recommended recommendations recirc recirculation trending mostread popular readmore pagination pager skip
	caption credit copyright footer bio byline bylines`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// tokens splits class and id names into lower-case words: "articleShare-bar" is article, share, bar.
func tokens(s string) []string {
	var out []string
	start, prev := -1, rune(0)
	for i, r := range s {
		isWord := unicode.IsLetter(r)
		if start >= 0 && (!isWord || unicode.IsUpper(r) && unicode.IsLower(prev)) {
			out, start = append(out, strings.ToLower(s[start:i])), -1
		}
		if isWord && start < 0 {
			start = i
		}
		prev = r
	}
	if start >= 0 {
		out = append(out, strings.ToLower(s[start:]))
	}
	return out
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}
