package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

	"code.dny.dev/ssrf"

	"parley/article"
	"parley/fault"
)

// headerBytes bounds the headers of one response. Some sites send 30 KB of security policy.
const headerBytes = 256 << 10

// Link fetches a page or a text over http or https and takes the article out of it. No request ever reaches an address that is not
// public, however it is spelled, redirected to or resolved: addresses are checked when they are dialled, after names are resolved.
// The source is the link that was reached in the end, without fragment and tracking parameters. The error is a *fault.Fault.
func (in *Intake) Link(ctx context.Context, rawURL string) (article.Document, error) {
	link, err := parseLink(rawURL)
	if err != nil {
		return article.Document{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, in.opts.LinkTime)
	defer cancel()
	got, err := in.fetch.get(ctx, link)
	if err != nil {
		return article.Document{}, in.linkFault(ctx, rawURL, err)
	}
	what := shown(rawURL)
	switch got.kind {
	case pageKind:
		return in.page(ctx, what, canonical(got.url).String(), got.url, got.contentType, got.body)
	case textKind:
		text := decode(got.body, got.contentType, false)
		doc, err := in.plain(what, canonical(got.url).String(), article.Meta{URL: canonical(got.url).String()}, text)
		if err == nil && doc.Publisher == "" {
			doc.Publisher = host(got.url)
		}
		return doc, err
	}
	return article.Document{}, unread(what, got.kind)
}

// fetched is a response read to its end.
type fetched struct {
	url         *url.URL
	contentType string
	kind        kind
	body        []byte
}

// fetcher asks for pages, guarding each connection. It keeps no cookie and no idle connection.
type fetcher struct {
	client *http.Client
	guard  func(netip.AddrPort) error
	agent  string
	limit  int64
}

var (
	errTooLarge   = errors.New("larger than the bound")
	errRedirects  = errors.New("redirected too often")
	errCompressed = errors.New("compressed in a way that was not asked for")
)

// statusError is a response that is no page.
type statusError int

func (e statusError) Error() string { return fmt.Sprintf("status %d", int(e)) }

func newFetcher(opts Options) *fetcher {
	f := &fetcher{guard: guarding(opts.AllowAddr), agent: opts.UserAgent, limit: opts.PageBytes}
	dialer := &net.Dialer{Resolver: resolving(opts.LookupServer), Control: func(network, address string, _ syscall.RawConn) error {
		addr, err := netip.ParseAddrPort(address)
		if err != nil {
			return fmt.Errorf("%w: %s", ssrf.ErrInvalidHostPort, address)
		}
		return f.guard(addr)
	}}
	f.client = &http.Client{
		Transport: &http.Transport{
			// A proxy would dial for us, past the guard.
			Proxy:                  nil,
			DialContext:            dialer.DialContext,
			DisableKeepAlives:      true,
			MaxResponseHeaderBytes: headerBytes,
			TLSHandshakeTimeout:    opts.LinkTime,
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > opts.Redirects {
				return errRedirects
			}
			_, err := parseLink(req.URL.String())
			return err
		},
	}
	return f
}

// guarding returns the check of every address that is dialled.
func guarding(allow func(netip.AddrPort) bool) func(netip.AddrPort) error {
	guardian := ssrf.New()
	return func(addr netip.AddrPort) error {
		if allow != nil && allow(addr) {
			return nil
		}
		return guardian.SafeAddrPort(addr)
	}
}

// resolving returns a resolver that asks server, or nil, the system's, where server is "".
func resolving(server string) *net.Resolver {
	if server == "" {
		return nil
	}
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", server)
	}}
}

// get reads link to its end, within the bounds.
func (f *fetcher) get(ctx context.Context, link *url.URL) (fetched, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link.String(), nil)
	if err != nil {
		return fetched{}, err
	}
	req.Header.Set("User-Agent", f.agent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9")
	resp, err := f.client.Do(req)
	if err != nil {
		// The wrapper repeats the link that it was at, which after a redirect may hold a password.
		if wrapped, ok := errors.AsType[*url.Error](err); ok {
			err = wrapped.Err
		}
		return fetched{}, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fetched{}, statusError(resp.StatusCode)
	}
	return f.read(resp)
}

func (f *fetcher) read(resp *http.Response) (fetched, error) {
	got := fetched{url: resp.Request.URL, contentType: resp.Header.Get("Content-Type")}
	if got.contentType != "" {
		// What is not read by its name is not downloaded.
		if got.kind = kindOfType(got.contentType); got.kind != pageKind && got.kind != textKind {
			return got, nil
		}
	}
	// The transport takes gzip off, and the header with it.
	if enc := resp.Header.Get("Content-Encoding"); enc != "" && !strings.EqualFold(enc, "identity") {
		return fetched{}, fmt.Errorf("%w: %q", errCompressed, enc)
	}
	if resp.ContentLength > f.limit {
		return fetched{}, errTooLarge
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, f.limit+1))
	if err != nil {
		return fetched{}, err
	}
	if int64(len(body)) > f.limit {
		return fetched{}, errTooLarge
	}
	got.body = body
	if k := binary(body); k != unknownKind {
		got.kind = k
	} else if got.kind == unknownKind {
		got.kind = sniff(body)
	}
	return got, nil
}

// linkFault says in one line why a link gave no article.
func (in *Intake) linkFault(ctx context.Context, rawURL string, err error) error {
	what := shown(rawURL)
	var said *fault.Fault
	var status statusError
	var dns *net.DNSError
	switch {
	case errors.As(err, &said):
		return fault.New(said.Say, err)
	case errors.As(err, &status):
		return statusFault(what, status)
	case errors.Is(err, errTooLarge):
		return tooLarge(what, in.opts.PageBytes)
	case errors.Is(err, errRedirects):
		return fault.New(what+" was redirected too often. Nothing was added; open it, and give the link that it ends at.", err)
	case errors.Is(err, errCompressed):
		return fault.New(what+" came in a form that cannot be read. Nothing was added; paste its text instead.", err)
	case errors.Is(err, ssrf.ErrProhibitedPort):
		return fault.New(what+" names a port that is not the web's. Nothing was added; use a plain http or https link.", err)
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork), errors.Is(err, ssrf.ErrInvalidHostPort):
		return private(what, err)
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return fault.New(fmt.Sprintf("%s did not answer in full within %s. Nothing was added; try again later, or paste its text.",
			what, in.opts.LinkTime.Round(time.Millisecond)), err)
	case ctx.Err() != nil:
		return stopped(err)
	case errors.As(err, &dns):
		return fault.New(what+" names a site that was not found. Nothing was added; check the link.", err)
	}
	return fault.New(what+" could not be fetched. Nothing was added; try again later, or paste its text.", err)
}

func statusFault(what string, status statusError) error {
	name := strings.TrimSpace(fmt.Sprintf("%d %s", int(status), http.StatusText(int(status))))
	do := "check the link, or paste its text"
	if status >= 500 || status == http.StatusTooManyRequests {
		do = "try again later, or paste its text"
	}
	return fault.New(fmt.Sprintf("%s was not given out (%s). Nothing was added; %s.", what, name, do), status)
}

func private(what string, err error) error {
	return fault.New(what+" leads to an address that is not on the public internet. Nothing was added; use a public link, or paste its text.", err)
}
