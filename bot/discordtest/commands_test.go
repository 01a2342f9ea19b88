package discordtest

import (
	"strings"
	"testing"
)

func commandsOf(s stage) string { return "/applications/" + s.App().ID + "/commands" }

const askCommand = `{"name":"ask","description":"Ask","name_localizations":{"de":"frag"},"default_member_permissions":"8192","options":[
	{"type":3,"name":"question","description":"q","required":true,"max_length":10},{"type":5,"name":"private","description":"p"},
	{"type":4,"name":"rank","description":"r","max_value":5},{"type":3,"name":"tone","description":"t","choices":[{"name":"Short","value":"short"}]}]}`

const articleCommand = `{"name":"article","description":"Articles","options":[{"type":1,"name":"add","description":"a","options":[{"type":11,"name":"file","description":"f"}]}]}`

func TestCommandsOfAScope(t *testing.T) {
	s := newStage(t)
	path := commandsOf(s)
	call(t, s.Discord, "PUT", path, `[`+askCommand+`,{"type":3,"name":"Check this message"}]`).want(t, 200, 0)
	first := s.Commands(nil)
	call(t, s.Discord, "PUT", path, `[`+askCommand+`]`).want(t, 200, 0)
	second := s.Commands(nil)
	if len(first) != 2 || len(second) != 1 || first[0].ID != second[0].ID {
		t.Errorf("overwritten from %v to %v", first, second)
	}
	if got := call(t, s.Discord, "GET", path, ""); strings.Contains(got.raw, "frag") || !strings.Contains(got.raw, `"8192"`) {
		t.Errorf("listed %s", got.raw)
	}
	if got := call(t, s.Discord, "GET", path+"?with_localizations=true", ""); !strings.Contains(got.raw, "frag") {
		t.Errorf("listed %s", got.raw)
	}
	added := call(t, s.Discord, "POST", path, articleCommand).want(t, 201, 0)
	call(t, s.Discord, "POST", path, articleCommand).want(t, 200, 0)
	call(t, s.Discord, "PATCH", path+"/"+added.body.ID, `{"description":"changed"}`).want(t, 200, 0)
	if got := s.Commands(nil); len(got) != 2 || got[1].Description != "changed" || len(got[1].Options) != 1 {
		t.Errorf("after the edit: %+v", got)
	}
	call(t, s.Discord, "DELETE", path+"/"+added.body.ID, "").want(t, 204, 0)
	call(t, s.Discord, "GET", path+"/"+added.body.ID, "").want(t, 404, codeUnknownCommand)
	own := "/applications/" + s.App().ID + "/guilds/" + s.room.Guild.ID + "/commands"
	call(t, s.Discord, "PUT", own, `[`+articleCommand+`]`).want(t, 200, 0)
	if len(s.Commands(nil)) != 1 || len(s.Commands(s.room.Guild)) != 1 {
		t.Error("the scopes of the guild and of all are mixed up")
	}
	s.ExpectProblem("another application")
	call(t, s.Discord, "PUT", "/applications/1/commands", `[]`).want(t, 403, codeNotYourApp)
}

func TestWhatAClientWouldNotSend(t *testing.T) {
	s := newStage(t)
	call(t, s.Discord, "PUT", commandsOf(s), `[`+askCommand+`,`+articleCommand+`]`).want(t, 200, 0)
	q := Opt("question", "Why?")
	rows := []struct {
		command string
		values  []Value
		want    string
	}{
		{"ask", []Value{q, Opt("private", true), Opt("rank", 5), Opt("tone", "short")}, ""},
		{"ask", nil, "required"},
		{"ask", []Value{Opt("question", "eleven char")}, "11 characters"},
		{"ask", []Value{Opt("question", 3)}, "type 3 and not 4"},
		{"ask", []Value{q, Opt("rank", 6)}, "does not take 6"},
		{"ask", []Value{q, Opt("tone", "long")}, "does not offer long"},
		{"ask", []Value{q, Opt("mood", "x")}, "no option"},
		{"article", nil, "without its subcommand"},
		{"article remove", nil, "no subcommand"},
		{"article add", []Value{Opt("file", &Attachment{})}, ""},
		{"verify", nil, "not registered"},
	}
	for _, r := range rows {
		got := s.unsendable(s.room, strings.Fields(r.command), r.values)
		if (got == "") != (r.want == "") || !strings.Contains(got, r.want) {
			t.Errorf("/%s %v: %q, want %q", r.command, r.values, got, r.want)
		}
	}
}

func TestMessageCommandShowsTheText(t *testing.T) {
	s := newStage(t)
	rumour := s.Say(s.who, s.room, "They say the harbour is closed")
	s.bot.event("MESSAGE_CREATE")
	s.MessageCommand(s.who, "Check this message", rumour)
	data := jsonOf(t, s.bot.event("INTERACTION_CREATE").Data["data"])
	if !strings.Contains(data, "the harbour is closed") || !strings.Contains(data, `"target_id":"`+rumour.ID+`"`) {
		t.Errorf("the bot was given %s", data)
	}
}

func TestAutocomplete(t *testing.T) {
	s := newStage(t)
	i := s.Autocomplete(s.who, s.room, "article show", Focus("id", "fer"))
	data := jsonOf(t, s.bot.event("INTERACTION_CREATE").Data["data"])
	if !strings.Contains(data, `"focused":true`) {
		t.Errorf("the bot was given %s", data)
	}
	s.answer(i, answerChoices, `"choices":[{"name":"Ferries","value":"7"}]`).want(t, 204, 0)
	if got := i.Choices(); len(got) != 1 || got[0].Value != "7" {
		t.Errorf("choices %v", got)
	}
}
