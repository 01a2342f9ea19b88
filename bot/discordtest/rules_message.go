package discordtest

import (
	"fmt"
	"net/url"
	"strings"
)

// Bounds of a message (resources/message.mdx, and PLATFORM's measured gaps of the document).
const (
	maxContent   = 2000
	maxEmbedText = 6000 // over all embeds of a message
	maxMentions  = 100
	maxFiles     = 10
	maxNonce     = 25
)

var messageRules = []rule{
	{"content over 2000", contentTooLong},
	{"empty message", emptyMessage},
	{"empty embed", emptyEmbed},
	{"empty embed field", emptyField},
	{"embeds over 6000 in all", embedsTooLong},
	{"address that is not http", badAddress},
	{"allowed_mentions contradicts itself", mentionsContradict},
	{"flags of a message", messageFlags},
	{"flags of a deferral", deferralFlags},
	{"nonce too long", nonceTooLong},
	{"too many files", tooManyFiles},
	{"attachments that were not sent", attachmentsUnknown},
}

func contentTooLong(s subject) []flaw {
	if s.message == nil || length(s.message.text()) <= maxContent {
		return nil
	}
	return []flaw{tooLong("content", maxContent)}
}

// emptyMessage looks at a message as it would stand after the request.
func emptyMessage(s subject) []flaw {
	p := s.message
	if p == nil {
		return nil
	}
	content, embeds, components, files := p.text(), len(p.Embeds), len(p.Components), s.files
	if m := s.prior; m != nil {
		if !p.set("content") {
			content = m.Content
		}
		if !p.set("embeds") {
			embeds = len(m.Embeds)
		}
		if !p.set("components") {
			components = len(m.Components)
		}
		if p.set("attachments") {
			files += len(p.Attachments)
		} else {
			files += len(m.Attachments)
		}
	}
	poll := len(p.Poll) > 0 && string(p.Poll) != "null"
	if strings.TrimSpace(content) != "" || embeds+components+files+len(p.Stickers) > 0 || poll {
		return nil
	}
	return []flaw{{number: codeEmptyMessage, message: "Cannot send an empty message"}}
}

func emptyEmbed(s subject) []flaw {
	return eachEmbed(s, func(path string, e Embed) []flaw {
		text := e.Title + e.Description
		if strings.TrimSpace(text) == "" && len(e.Fields) == 0 && e.Author == nil && e.Footer == nil && e.Image == nil && e.Thumbnail == nil {
			return []flaw{required(path + ".description")}
		}
		return nil
	})
}

func emptyField(s subject) []flaw {
	return eachEmbed(s, func(path string, e Embed) []flaw {
		var flaws []flaw
		for n, f := range e.Fields {
			at := fmt.Sprintf("%s.fields.%d.", path, n)
			if strings.TrimSpace(f.Name) == "" {
				flaws = append(flaws, required(at+"name"))
			}
			if strings.TrimSpace(f.Value) == "" {
				flaws = append(flaws, required(at+"value"))
			}
		}
		return flaws
	})
}

func embedsTooLong(s subject) []flaw {
	total := 0
	eachEmbed(s, func(_ string, e Embed) []flaw {
		total += length(e.Title) + length(e.Description)
		for _, f := range e.Fields {
			total += length(f.Name) + length(f.Value)
		}
		if e.Footer != nil {
			total += length(e.Footer.Text)
		}
		if e.Author != nil {
			total += length(e.Author.Name)
		}
		return nil
	})
	if total <= maxEmbedText {
		return nil
	}
	return []flaw{{path: "embeds", code: "MAX_EMBED_SIZE_EXCEEDED", message: fmt.Sprintf("Embed size exceeds maximum size of %d", maxEmbedText)}}
}

func eachEmbed(s subject, check func(path string, e Embed) []flaw) []flaw {
	if s.message == nil {
		return nil
	}
	var flaws []flaw
	for n, e := range s.message.Embeds {
		flaws = append(flaws, check(fmt.Sprintf("embeds.%d", n), e)...)
	}
	return flaws
}

// badAddress looks at embeds, link buttons and media. Only pictures and files may be attachment:// ones.
func badAddress(s subject) []flaw {
	flaws := eachEmbed(s, func(path string, e Embed) []flaw {
		found := address(path+".url", e.URL, false)
		for name, m := range map[string]*Media{"image": e.Image, "thumbnail": e.Thumbnail} {
			if m != nil {
				found = append(found, address(path+"."+name+".url", m.URL, true)...)
			}
		}
		for name, t := range map[string]*EmbedText{"author": e.Author, "footer": e.Footer} {
			if t != nil {
				found = append(found, address(path+"."+name+".url", t.URL, false)...)
				found = append(found, address(path+"."+name+".icon_url", t.IconURL, true)...)
			}
		}
		return found
	})
	return append(flaws, eachComponent(s, func(path string, c *Component) []flaw {
		found := address(path+".url", c.URL, false)
		for _, m := range []*Media{c.Media, c.File} {
			if m != nil {
				found = append(found, address(path+".media.url", m.URL, true)...)
			}
		}
		for n, item := range c.Items {
			found = append(found, address(fmt.Sprintf("%s.items.%d.media.url", path, n), item.Media.URL, true)...)
		}
		return found
	})...)
}

func address(path, raw string, attachment bool) []flaw {
	if raw == "" {
		return nil
	}
	u, err := url.Parse(raw)
	switch {
	case err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "":
		return nil
	case err == nil && attachment && u.Scheme == "attachment":
		return nil
	}
	return []flaw{{path: path, code: "URL_TYPE_INVALID_SCHEME", message: "Scheme must be one of ('http', 'https')."}}
}

func mentionsContradict(s subject) []flaw {
	if s.message == nil || s.message.Mentions == nil {
		return nil
	}
	m := s.message.Mentions
	var flaws []flaw
	for kind, ids := range map[string][]string{"users": m.Users, "roles": m.Roles} {
		for _, parsed := range m.Parse {
			if parsed == kind && len(ids) > 0 {
				flaws = append(flaws, flaw{path: "allowed_mentions", code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
					message: fmt.Sprintf("parse:[%q] and %s: [ids...] are mutually exclusive.", kind, kind)})
			}
		}
		if len(ids) > maxMentions {
			flaws = append(flaws, tooLong("allowed_mentions."+kind, maxMentions))
		}
	}
	return flaws
}

// messageFlags allows what may be set on a send; an edit may repeat what the message has.
func messageFlags(s subject) []flaw {
	if s.message == nil {
		return nil
	}
	allowed := flagSuppressEmbeds | flagSuppressNotifications | flagComponentsV2 | flagVoice
	if s.answer != 0 {
		allowed |= flagEphemeral
	}
	if s.prior != nil {
		allowed |= s.prior.Flags
	}
	if bad := s.message.flags() &^ allowed; bad != 0 {
		return []flaw{{path: "flags", code: "BITFIELD_UNKNOWN_VALUE", message: fmt.Sprintf("flags %d cannot be set here", bad)}}
	}
	return nil
}

func deferralFlags(s subject) []flaw {
	if s.deferral == nil || s.deferral.flags()&^flagEphemeral == 0 {
		return nil
	}
	return []flaw{{path: "flags", code: "BITFIELD_UNKNOWN_VALUE", message: "a deferral takes the flag EPHEMERAL alone"}}
}

func nonceTooLong(s subject) []flaw {
	if s.message == nil || length(nonce(s.message)) <= maxNonce {
		return nil
	}
	return []flaw{tooLong("nonce", maxNonce)}
}

func tooManyFiles(s subject) []flaw {
	if s.files <= maxFiles {
		return nil
	}
	return []flaw{{number: 30015, message: "Maximum number of attachments in a message reached (10)"}}
}

// attachmentsUnknown: what a message lists is a file of this request, by its number, or one that the message has already.
func attachmentsUnknown(s subject) []flaw {
	if s.message == nil {
		return nil
	}
	known := map[string]bool{}
	for n := range s.files {
		known[fmt.Sprint(n)] = true
	}
	if s.prior != nil {
		for _, a := range s.prior.Attachments {
			known[a.ID] = true
		}
	}
	var flaws []flaw
	for n, a := range s.message.Attachments {
		if !known[strings.Trim(string(a.ID), `"`)] {
			flaws = append(flaws, invalid(fmt.Sprintf("attachments.%d.id", n), "no such attachment"))
		}
	}
	return flaws
}
