package intake

import (
	"errors"
	"net/netip"
	"net/url"
	"strings"

	"parley/fault"
)

// longest is how long a link may be, in bytes.
const longest = 4096

// CanonicalURL returns an http or https link without fragment and without the parameters that only track who came from where
// (utm_*, fbclid, gclid and their like); the order of the others is kept. The error is a *fault.Fault.
func CanonicalURL(rawURL string) (string, error) {
	link, err := parseLink(rawURL)
	if err != nil {
		return "", err
	}
	return canonical(link).String(), nil
}

// parseLink refuses what is refused without dialling: other schemes, credentials, hosts that are numbers in disguise.
func parseLink(rawURL string) (*url.URL, error) {
	raw := strings.TrimSpace(rawURL)
	what := shown(raw)
	u, err := url.Parse(raw)
	if strings.Contains(raw, "@") && (err != nil || u.User != nil || u.Opaque != "" || u.Host == "") {
		what, err = "The link", unrepeated(err) // it may hold a password, wherever that stands in it
	}
	if err != nil || len(raw) > longest {
		return nil, fault.New(what+" is not a link. Nothing was added; give one that starts with https://.", err)
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme != "http" && u.Scheme != "https" || u.Opaque != "" || u.Hostname() == "" {
		return nil, fault.New(what+" is not an http or https link. Nothing was added; give one that starts with https://.", nil)
	}
	if u.User != nil {
		// The link itself is not repeated: it holds a password.
		return nil, fault.New("The link holds a user name or password. Nothing was added; give it without.", nil)
	}
	if disguised(u.Hostname()) {
		return nil, private(what, nil)
	}
	return u, nil
}

var errUnparsed = errors.New("the link cannot be read")

// unrepeated is err without the link that it repeats, nil for nil.
func unrepeated(err error) error {
	if err == nil {
		return nil
	}
	return errUnparsed
}

// disguised says that a host is an IPv4 address in a spelling that some resolvers take and netip does not: decimal, octal,
// hexadecimal, fewer than four parts, a dot at the end. It ends in a number, which no name of the public internet does
// (the rule is the WHATWG URL standard's "ends in a number").
func disguised(host string) bool {
	if _, err := netip.ParseAddr(host); err == nil {
		return false
	}
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	last := host[strings.LastIndexByte(host, '.')+1:]
	digits := "0123456789"
	if rest, hex := strings.CutPrefix(last, "0x"); hex {
		last, digits = rest, "0123456789abcdef"
		if last == "" {
			return true
		}
	}
	return last != "" && strings.Trim(last, digits) == ""
}

// canonical returns a copy of u without fragment and tracking parameters, its host in lower case, its default port left out.
func canonical(u *url.URL) *url.URL {
	c := *u
	c.Fragment, c.RawFragment, c.User = "", "", nil
	c.Host = strings.ToLower(c.Host)
	if port := c.Port(); port == "80" && c.Scheme == "http" || port == "443" && c.Scheme == "https" {
		c.Host = strings.TrimSuffix(c.Host, ":"+port)
	}
	var kept []string
	for part := range strings.SplitSeq(c.RawQuery, "&") {
		name, _, _ := strings.Cut(part, "=")
		if part != "" && !tracking(strings.ToLower(name)) {
			kept = append(kept, part)
		}
	}
	c.RawQuery, c.ForceQuery = strings.Join(kept, "&"), false
	if c.Path == "" {
		c.Path = "/"
	}
	return &c
}

func tracking(name string) bool {
	switch name {
	case "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "_ga", "_gl":
		return true
	}
	return strings.HasPrefix(name, "utm_")
}
