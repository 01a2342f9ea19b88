package discordtest

import (
	"net/http"
	"strings"
)

// JSON error codes of Discord (topics/opcodes-and-status-codes.mdx) that the fake answers with.
const (
	codeUnknownChannel     = 10003
	codeUnknownGuild       = 10004
	codeUnknownMember      = 10007
	codeUnknownMessage     = 10008
	codeUnknownUser        = 10013
	codeUnknownWebhook     = 10015
	codeUnknownInteraction = 10062
	codeUnknownCommand     = 10063
	codeNotYourApp         = 20012
	codeTooManyCommands    = 30032
	codeAcknowledged       = 40060
	codeMissingAccess      = 50001
	codeNotAuthor          = 50005
	codeEmptyMessage       = 50006
	codeNoDMs              = 50007
	codeMissingPermission  = 50013
	codeTokenExpired       = 50027
	codeInvalidForm        = 50035
	codeBadJSON            = 50109
	codeNoHistory          = 160002
)

// flaw is one thing that is wrong with a request.
type flaw struct {
	path    string // dotted, as in Discord's errors object
	code    string // Discord's word for it, such as BASE_TYPE_MAX_LENGTH
	message string
	number  int  // the JSON error code, codeInvalidForm when 0
	house   bool // our own rule: written down, not refused
	rule    string
	mild    bool // the world's doing and not the bot's fault: refused, not written down
}

// reply is what the fake answers a request with.
type reply struct {
	status  int
	body    any
	problem string // what the bot did wrong, if it did
}

func ok(body any) reply   { return reply{status: http.StatusOK, body: body} }
func noContent() reply    { return reply{status: http.StatusNoContent} }
func created(o any) reply { return reply{status: http.StatusCreated, body: o} }

// refuse answers with Discord's error and leaves no problem behind: the world has changed under the bot.
func refuse(status, code int, message string) reply {
	return reply{status: status, body: object{"code": code, "message": message}}
}

// wrong refuses, and writes down that the bot should have known better.
func wrong(status, code int, message, problem string) reply {
	r := refuse(status, code, message)
	r.problem = problem
	return r
}

// refuseFlaws answers 400 with the errors tree of all flaws that Discord itself would refuse, or ok false when there is none.
func refuseFlaws(flaws []flaw) (reply, bool) {
	tree := object{}
	number, message, mild := codeInvalidForm, "Invalid Form Body", true
	found := false
	for _, f := range flaws {
		if f.house {
			continue
		}
		found, mild = true, mild && f.mild
		if f.number != 0 {
			number, message = f.number, f.message
		}
		plant(tree, f)
	}
	if !found {
		return reply{}, false
	}
	body := object{"code": number, "message": message}
	if number == codeInvalidForm {
		body["errors"] = tree
	}
	r := reply{status: http.StatusBadRequest, body: body}
	if !mild {
		r.problem = describe(flaws)
	}
	return r, true
}

func plant(tree object, f flaw) {
	at := tree
	for _, step := range strings.Split(f.path, ".") {
		if step == "" {
			continue
		}
		next, ok := at[step].(object)
		if !ok {
			next = object{}
			at[step] = next
		}
		at = next
	}
	list, _ := at["_errors"].([]object)
	at["_errors"] = append(list, object{"code": f.code, "message": f.message})
}

func describe(flaws []flaw) string {
	var parts []string
	for _, f := range flaws {
		if !f.house {
			parts = append(parts, f.line())
		}
	}
	return strings.Join(parts, "; ")
}

// line is the flaw for the person who reads the test's output, with the name of the rule that found it.
func (f flaw) line() string {
	text := strings.TrimLeft(f.path+": "+f.message, ".: ")
	if f.rule != "" {
		text += " (" + f.rule + ")"
	}
	return text
}
