package bot

import (
	"net/netip"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// maxLink is the longest address shown, in bytes. A longer one is left out: it would push the words off the page.
const maxLink = 500

// unlabel takes out of a label what Discord reads as something else there. Escapes do not work inside of a label (the backslash
// shows), so the signs go.
var unlabel = strings.NewReplacer("[", "", "]", "", "(", "", ")", "", `\`, "", "`", "", "*", "", "~", "", "|", "",
	"<", "", ">", "", "#", "", "@", "", "://", " ")

// inAddress spells out the characters that would end a link early.
var inAddress = strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C", `"`, "%22", "`", "%60", "*", "%2A", "|", "%7C")

// label makes an untrusted name safe to be the words of a link, at most limit units long.
func label(s string, limit int) string {
	s = oneLine(withinWords(unlabel.Replace(oneLine(s))))
	s = invite.ReplaceAllStringFunc(s, func(m string) string { return m[:len("discord")] + breaker + m[len("discord"):] })
	return clip(s, limit)
}

// withinWords keeps the underscores that Discord shows as they are, those between two letters or digits, and makes blanks of
// the others. Its Markdown knows the letters of ASCII alone.
func withinWords(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c == '_' && (i == 0 || i == len(b)-1 || !wordByte(b[i-1]) || !wordByte(b[i+1])) {
			b[i] = ' '
		}
	}
	return string(b)
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// masked is name as a link to address without a preview, or name alone where the address is not one to send readers to.
func masked(name, address string, limit int) string {
	words, target := label(name, limit), safeAddress(address)
	if words == "" {
		name, words = hostOf(address), label(hostOf(address), limit)
	}
	if target == "" || words == "" {
		return plainClip(name, limit)
	}
	return "[" + words + "](<" + target + ">)"
}

// safeAddress returns an http or https address that can stand in a masked link, or "" for any other: another scheme, a
// password in it, an invitation, or too long. A host in another script is shown in its ASCII form, so that it cannot pose.
func safeAddress(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.User != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	host := asciiHost(u.Hostname())
	if host == "" || invite.MatchString(host+"/") {
		return ""
	}
	if port := u.Port(); port != "" {
		host += ":" + port
	}
	u.Host = host
	s := inAddress.Replace(u.String())
	if len(s) > maxLink || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return ""
	}
	return s
}

// asciiHost is a host's name in ASCII, or "" where it is none.
func asciiHost(host string) string {
	if a, err := netip.ParseAddr(host); err == nil {
		if a.Is6() {
			return "[" + a.WithZone("").String() + "]"
		}
		return a.String()
	}
	ascii, err := idna.Lookup.ToASCII(host)
	if err != nil {
		return ""
	}
	return ascii
}

// hostOf is the host of an address, or "".
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
