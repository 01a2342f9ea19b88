// Package intake turns a file, a folder, a link or pasted text into an article.Document.
// It knows HTTP and HTML; it knows no SQL, and it changes nothing: what it returns is stored by others.
package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"time"

	"parley/article"
	"parley/fault"
)

// The bounds that a zero Options asks for.
const (
	// PageBytes bounds a page after decompression, and an HTML file.
	PageBytes = 10 << 20
	// TextBytes bounds a text, and what is left of a page.
	TextBytes = 5 << 20
	// LinkTime bounds one link: names, redirects, headers and the whole body.
	LinkTime = 15 * time.Second
	// Redirects is how many are followed.
	Redirects = 5
)

// Options holds what an Intake may be told. The zero value is what production uses.
type Options struct {
	// PageBytes, TextBytes, LinkTime and Redirects replace the bounds of the same name where they are above zero.
	PageBytes int64
	TextBytes int64
	LinkTime  time.Duration
	Redirects int
	// UserAgent replaces the name that pages are asked under.
	UserAgent string
	// AllowAddr permits an address that would be refused, also by its port. It exists for tests, whose servers are on loopback.
	AllowAddr func(netip.AddrPort) bool
	// LookupServer is a DNS server's address (host:port, UDP) to ask instead of the system's. It exists for tests.
	LookupServer string
}

// Intake reads articles. It is safe for many goroutines.
type Intake struct {
	opts  Options
	fetch *fetcher
}

// New returns an Intake with the bounds of opts.
func New(opts Options) *Intake {
	if opts.PageBytes <= 0 {
		opts.PageBytes = PageBytes
	}
	if opts.TextBytes <= 0 {
		opts.TextBytes = TextBytes
	}
	if opts.LinkTime <= 0 {
		opts.LinkTime = LinkTime
	}
	if opts.Redirects <= 0 {
		opts.Redirects = Redirects
	}
	if opts.UserAgent == "" {
		opts.UserAgent = "Parley/1.0 (+news desk bot)"
	}
	return &Intake{opts: opts, fetch: newFetcher(opts)}
}

// Text takes pasted text with what its poster says of it. Its source is meta.URL without tracking parameters, or, since two pasted
// texts must never pass for two versions of one, "pasted-" and twelve hexadecimal digits of the text's SHA-256.
// The error is a *fault.Fault.
func (in *Intake) Text(ctx context.Context, meta article.Meta, text string) (article.Document, error) {
	if err := ctx.Err(); err != nil {
		return article.Document{}, stopped(err)
	}
	if meta.URL != "" {
		link, err := CanonicalURL(meta.URL)
		if err != nil {
			return article.Document{}, err
		}
		meta.URL = link
	}
	source := meta.URL
	if source == "" {
		sum := sha256.Sum256([]byte(text))
		source = "pasted-" + hex.EncodeToString(sum[:6])
	}
	return in.plain("The pasted text", source, meta, text)
}

// Bytes takes a file's content, as an attachment brings it. Its kind is read from name's ending, then from contentType, then from
// data itself; its charset from contentType and data. The error is a *fault.Fault.
func (in *Intake) Bytes(ctx context.Context, name, contentType string, data []byte) (article.Document, error) {
	if err := ctx.Err(); err != nil {
		return article.Document{}, stopped(err)
	}
	what := shown(name)
	if len(data) == 0 {
		return article.Document{}, fault.New(what+" is empty. Nothing was added; choose a file with text.", nil)
	}
	kind := kindOf(name, contentType, data)
	switch kind {
	case pageKind:
		if int64(len(data)) > in.opts.PageBytes {
			return article.Document{}, tooLarge(what, in.opts.PageBytes)
		}
	case textKind:
		if int64(len(data)) > in.opts.TextBytes {
			return article.Document{}, tooLarge(what, in.opts.TextBytes)
		}
	default:
		return article.Document{}, unread(what, kind)
	}
	if kind == pageKind {
		return in.page(ctx, what, name, nil, contentType, data)
	}
	return in.plain(what, name, article.Meta{}, decode(data, contentType, false))
}

// plain parses text that is already decoded.
func (in *Intake) plain(what, source string, known article.Meta, text string) (article.Document, error) {
	if int64(len(text)) > in.opts.TextBytes {
		return article.Document{}, tooLarge(what, in.opts.TextBytes)
	}
	text = article.Valid(text)
	if blank(text) {
		return article.Document{}, fault.New(what+" holds no text. Nothing was added; choose one with words in it.", nil)
	}
	return finish(article.Parse(source, text, known, nil)), nil
}

// finish fills in what only the whole text tells.
func finish(doc article.Document) article.Document {
	if doc.Language == "" {
		doc.Language = detect(doc.Body)
	}
	if doc.Published.IsZero() {
		doc = datedByName(doc)
	}
	return doc
}

// nameDay matches a day in the name of a file or in the path of a link: "2031-03-09", "20310309", "/2031/03/09/".
var nameDay = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])([-_./]?)(0[1-9]|[12]\d|3[01])(?:\D|$)`)

// datedByName dates a text that gives no day by the day in its file's name or its link. A day without a year in the text itself goes
// before, with the year that brings it next to the name's.
func datedByName(doc article.Document) article.Document {
	for _, name := range []string{doc.Source, doc.URL} {
		g := nameDay.FindStringSubmatch(name)
		if g == nil || g[2] != g[4] {
			continue
		}
		day, err := time.Parse(time.DateOnly, g[1]+"-"+g[3]+"-"+g[5])
		if err != nil {
			continue
		}
		if w, ok := article.ParseWhen(doc.YearlessDay, day); ok {
			return doc.On(w)
		}
		return doc.On(article.When{Time: day})
	}
	return doc
}

func blank(s string) bool {
	return strings.Trim(s, " \t\r\n\v\f\u00a0\u200b\ufeff\x00") == ""
}

func tooLarge(what string, limit int64) error {
	return fault.New(fmt.Sprintf("%s is larger than %s. Nothing was added; split it, or paste the part that matters.", what, size(limit)), nil)
}

func size(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

func stopped(err error) error {
	return fault.New("Reading was stopped before it ended. Nothing was added; try again.", err)
}

// shown is a name as a sentence may hold it: one line, not endless.
func shown(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, article.Valid(name))
	if r := []rune(name); len(r) > 120 {
		name = string(r[:117]) + "…"
	}
	if name == "" {
		return "The file"
	}
	return name
}

// host is the outlet's address as people write it.
func host(u *url.URL) string {
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
