package discordtest

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// subject is what a request wants to do, for the rules. What it does not do is nil.
type subject struct {
	message  *payload // a send or an edit
	prior    *Message // the message that an edit changes
	answer   int      // the type of an interaction's answer, 0 when the request is none
	under    string   // the key of the body below which all of it stands, "data" in a callback
	deferral *payload
	modal    *payload
	choices  *payload
	commands []Command // the whole scope as it will stand
	bulk     bool
	guild    string // the scope of the commands, "" for global ones
	files    int
	clock    time.Time
}

// rule is one thing that Discord holds a request to, beyond its OpenAPI document, or that our own house does.
type rule struct {
	name  string
	check func(subject) []flaw
}

// rules are all of them. A few say again what the document says too, so that they hold where the document is missing.
func rules() []rule {
	var all []rule
	for _, list := range [][]rule{messageRules, componentRules, v2Rules, modalRules, commandRules, houseRules} {
		all = append(all, list...)
	}
	return all
}

func judge(s subject) []flaw {
	var flaws []flaw
	for _, r := range rules() {
		for _, f := range r.check(s) {
			if f.rule = r.name; s.under != "" && f.number == 0 {
				f.path = s.under + "." + f.path
			}
			flaws = append(flaws, f)
		}
	}
	return flaws
}

func tooLong(path string, limit int) flaw {
	return flaw{path: path, code: "BASE_TYPE_MAX_LENGTH", message: fmt.Sprintf("Must be %d or fewer in length.", limit)}
}

func required(path string) flaw {
	return flaw{path: path, code: "BASE_TYPE_REQUIRED", message: "This field is required"}
}

func invalid(path, message string) flaw {
	return flaw{path: path, code: "BASE_TYPE_INVALID", message: message}
}

// length counts characters as Discord does: without the blanks at both ends.
func length(s string) int { return len([]rune(strings.TrimSpace(s))) }

// houseRules are ours and not Discord's: a request that breaks one passes, and the test fails.
var houseRules = []rule{
	{"allowed_mentions absent or not empty", mentionsNotEmpty},
	{"link previews not suppressed", previewsOn},
	{"flags missing on an edit", editWithoutFlags},
}

func house(message string) []flaw { return []flaw{{house: true, message: message}} }

func mentionsNotEmpty(s subject) []flaw {
	if s.message == nil {
		return nil
	}
	m := s.message.Mentions
	if !s.message.set("allowed_mentions") || m == nil {
		return house("allowed_mentions is absent")
	}
	if len(m.Parse)+len(m.Users)+len(m.Roles) > 0 || m.RepliedUser {
		return house("allowed_mentions is not empty")
	}
	return nil
}

// bareLink is a link that unfurls: one that no angle bracket precedes.
var bareLink = regexp.MustCompile(`(?i)(^|[^<])https?://[^\s<>]`)

func previewsOn(s subject) []flaw {
	if s.message == nil || !bareLink.MatchString(s.message.text()) {
		return nil
	}
	flags := s.message.flags()
	if s.message.Flags == nil && s.prior != nil {
		flags = s.prior.Flags
	}
	if flags&(flagSuppressEmbeds|flagComponentsV2) != 0 {
		return nil
	}
	return house("a link's preview is not suppressed")
}

func editWithoutFlags(s subject) []flaw {
	if s.message == nil || s.prior == nil || s.message.Flags != nil {
		return nil
	}
	return house("an edit without flags")
}
