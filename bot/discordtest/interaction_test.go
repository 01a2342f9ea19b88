package discordtest

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

const mute = `"allowed_mentions":{"parse":[]},"flags":4`

// stage is a fake with a listening bot, one person and one channel.
type stage struct {
	*Discord
	t    *testing.T
	bot  *listener
	who  *User
	room *Channel
}

func newStage(t *testing.T) stage {
	d := New(t)
	g := d.Guild("ferry strike")
	return stage{d, t, listen(t, d), g.Member("mira"), g.Channel("questions")}
}

func (s stage) ask() *Interaction { return s.Slash(s.who, s.room, "ask", Opt("question", "Why?")) }

func (s stage) answer(i *Interaction, kind int, data string) answered {
	s.t.Helper()
	return call(s.t, s.Discord, "POST", "/interactions/"+i.ID+"/"+i.Token+"/callback", fmt.Sprintf(`{"type":%d,"data":{%s}}`, kind, data))
}

// under calls a route below the interaction's token.
func (s stage) under(i *Interaction, method, rest, body string) answered {
	s.t.Helper()
	return call(s.t, s.Discord, method, "/webhooks/"+s.App().ID+"/"+i.Token+rest, body)
}

func TestSecondAnswerIsRefused(t *testing.T) {
	s := newStage(t)
	s.ExpectProblem("40060")
	i := s.ask()
	s.answer(i, answerDeferred, "").want(t, http.StatusNoContent, 0)
	s.answer(i, answerMessage, `"content":"a",`+mute).want(t, http.StatusBadRequest, codeAcknowledged)
}

func TestSecondAnswerAfterALostOneIsForgiven(t *testing.T) {
	s := newStage(t)
	s.Fail("POST /interactions/", CutAfter())
	i := s.ask()
	path := "/interactions/" + i.ID + "/" + i.Token + "/callback"
	if _, err := try(s.Discord, "POST", path, "application/json", strings.NewReader(`{"type":5}`)); err == nil {
		t.Error("the answer arrived, though the connection was to be cut")
	}
	if !i.Deferred() {
		t.Error("the cut request was not carried out")
	}
	s.answer(i, answerDeferred, "").want(t, http.StatusBadRequest, codeAcknowledged)
}

func TestDeadlines(t *testing.T) {
	rows := []struct {
		name         string
		after        time.Duration // before the answer
		later        time.Duration // before the edit
		status, code int           // of the answer
		edited, then int           // of the edit
		problem      string
	}{
		{name: "in time", after: 3 * time.Second, later: 14 * time.Minute, status: 204, edited: 200},
		{name: "answered late", after: 3001 * time.Millisecond, status: 404, code: 10062, problem: "10062"},
		{name: "token worn out", later: 15*time.Minute + time.Second, status: 204, edited: 401, then: 50027, problem: "50027"},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			s := newStage(t)
			if r.problem != "" {
				s.ExpectProblem(r.problem)
			}
			i := s.ask()
			s.Advance(r.after)
			s.answer(i, answerDeferred, "").want(t, r.status, r.code)
			s.Advance(r.later)
			if r.edited != 0 {
				s.under(i, "PATCH", "/messages/@original", `{"content":"a",`+mute+`}`).want(t, r.edited, r.then)
			}
		})
	}
}

func TestTokenBeforeAnswerAndWrongToken(t *testing.T) {
	s := newStage(t)
	s.ExpectProblem("before the first answer")
	s.ExpectProblem("that no interaction has")
	i := s.ask()
	s.under(i, "PATCH", "/messages/@original", `{"content":"a",`+mute+`}`).want(t, 404, codeUnknownWebhook)
	call(t, s.Discord, "PATCH", "/webhooks/"+s.App().ID+"/nonsense/messages/@original", `{"content":"a",`+mute+`}`).want(t, 404, codeUnknownWebhook)
}

func TestEphemeralIsSettledByTheDefer(t *testing.T) {
	s := newStage(t)
	s.ExpectProblem("flags")
	open, secret := s.ask(), s.ask()
	s.answer(open, answerDeferred, "")
	s.answer(secret, answerDeferred, `"flags":64`)
	s.under(open, "PATCH", "/messages/@original", `{"content":"a","allowed_mentions":{"parse":[]},"flags":64}`).want(t, 400, codeInvalidForm)
	s.under(secret, "PATCH", "/messages/@original", `{"content":"a",`+mute+`}`).want(t, 200, 0)
	if open.Ephemeral() || !secret.Ephemeral() {
		t.Errorf("ephemeral: %v and %v; want false and true", open.Ephemeral(), secret.Ephemeral())
	}
	if m := secret.WaitEdited(soon); m.For != s.who || m.Flags != flagEphemeral|flagSuppressEmbeds {
		t.Errorf("flags %d for %v", m.Flags, m.For)
	}
}

func TestAnswerTypesThatDoNotFit(t *testing.T) {
	s := newStage(t)
	s.ExpectProblem("type:")
	modal := `"title":"T","custom_id":"m","components":[` + inp + `]`
	opened := s.ask()
	s.answer(opened, answerModal, modal).want(t, 204, 0)
	rows := []struct {
		name string
		on   *Interaction
		kind int
		data string
	}{
		{"an update of nothing", s.ask(), answerUpdate, `"content":"a",` + mute},
		{"choices for a command", s.ask(), answerChoices, `"choices":[]`},
		{"a message for an autocomplete", s.Autocomplete(s.who, s.room, "ask", Focus("question", "W")), answerMessage, `"content":"a",` + mute},
		{"a modal for a modal", s.ModalSubmit(opened, map[string]string{"in#": "x"}), answerModal, modal},
		{"a pong", s.ask(), 1, ""},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) { s.answer(r.on, r.kind, r.data).want(t, 400, codeInvalidForm) })
	}
}

func TestOriginalAndFollowUps(t *testing.T) {
	s := newStage(t)
	i := s.ask()
	s.answer(i, answerMessage, `"content":"one",`+mute).want(t, 204, 0)
	if got := s.under(i, "GET", "/messages/@original", "").want(t, 200, 0); got.body.Content != "one" {
		t.Errorf("original says %q", got.body.Content)
	}
	more := s.under(i, "POST", "", `{"content":"two",`+mute+`}`).want(t, 200, 0)
	s.under(i, "PATCH", "/messages/"+more.body.ID, `{"content":"three",`+mute+`}`).want(t, 200, 0)
	if f := i.WaitFollowUps(1, soon); len(f) != 1 || f[0].Content != "three" {
		t.Errorf("follow-ups %v", f)
	}
	s.under(i, "DELETE", "/messages/@original", "").want(t, 204, 0)
	s.under(i, "PATCH", "/messages/@original", `{"content":"x",`+mute+`}`).want(t, 404, codeUnknownMessage)
	if i.Response() != nil {
		t.Error("the deleted answer still stands")
	}
}

func TestFollowUpAfterDeferEditsTheThinkingMessage(t *testing.T) {
	s := newStage(t)
	s.ExpectProblem("follow-up in place of the edit")
	i := s.ask()
	s.answer(i, answerDeferred, "")
	s.under(i, "POST", "", `{"content":"a",`+mute+`}`).want(t, 200, 0)
	if got := i.WaitEdited(soon); got.Content != "a" || len(i.FollowUps()) != 0 {
		t.Errorf("answer %q with %d follow-ups", got.Content, len(i.FollowUps()))
	}
}

func TestWithResponse(t *testing.T) {
	s := newStage(t)
	i := s.ask()
	got := call(t, s.Discord, "POST", "/interactions/"+i.ID+"/"+i.Token+"/callback?with_response=true", `{"type":5,"data":{"flags":64}}`)
	got.want(t, 200, 0)
	if !strings.Contains(got.raw, `"response_message_ephemeral":true`) || !strings.Contains(got.raw, i.Response().ID) {
		t.Errorf("the callback's object is %s", got.raw)
	}
}

func TestComponentsUpdateTheirMessage(t *testing.T) {
	s := newStage(t)
	i := s.ask()
	s.answer(i, answerMessage, `"content":"page 1",`+mute+`,`+rows(btn+`,{"type":2,"style":1,"label":"Off","custom_id":"off","disabled":true}`))
	press := s.Button(s.who, i.WaitEdited(soon), "More")
	event := s.bot.event("INTERACTION_CREATE") // the command
	event = s.bot.event("INTERACTION_CREATE")
	data := event.Data["data"].(map[string]any)
	if data["custom_id"] != "more#" || event.Data["message"].(map[string]any)["content"] != "page 1" {
		t.Errorf("the press came as %v", event.Data)
	}
	s.answer(press, answerUpdate, `"content":"page 2",`+mute).want(t, 204, 0)
	if got := i.Response(); got.Content != "page 2" || len(got.Components) != 1 {
		t.Errorf("after the update: %q with %d rows", got.Content, len(got.Components))
	}
	again := s.Button(s.who, *i.Response(), "more#")
	s.answer(again, answerDeferredUpdate, "").want(t, 204, 0)
	s.under(again, "PATCH", "/messages/@original", `{"content":"page 3","components":[],`+mute+`}`).want(t, 200, 0)
	if got := again.WaitEdited(soon); got.Content != "page 3" || len(got.Components) != 0 || got.Loading() {
		t.Errorf("after the deferred update: %+v", got)
	}
}

func TestUnusableComponents(t *testing.T) {
	alice, bob := &User{Name: "alice"}, &User{Name: "bob"}
	m := &Message{For: alice, Components: []Component{
		{Type: typeButton, CustomID: "off", Disabled: true}, {Type: typeButton, Label: "Out", Style: styleLink},
		{Type: typeStringSelect, CustomID: "pick", Options: []SelectOption{{Value: "a"}}}}}
	rows := []struct {
		name   string
		who    *User
		on     *Message
		values []string
		want   string
	}{
		{"off", alice, m, nil, "disabled"},
		{"Out", alice, m, nil, "link"},
		{"none", alice, m, nil, "no button"},
		{"off", bob, m, nil, "does not see"},
		{"off", alice, nil, nil, "gone"},
		{"pick", alice, m, []string{"b"}, "does not offer"},
		{"pick", alice, m, []string{"a"}, ""},
	}
	for _, r := range rows {
		_, why := usable(r.who, r.on, r.name, r.values)
		if (why == "") != (r.want == "") || !strings.Contains(why, r.want) {
			t.Errorf("%s uses %q: %q, want %q", r.who.Name, r.name, why, r.want)
		}
	}
}

func TestModal(t *testing.T) {
	s := newStage(t)
	i := s.ask()
	s.answer(i, answerModal, `"title":"Add","custom_id":"add:1","components":[{"type":18,"label":"Title","component":{"type":4,"style":1,"custom_id":"title","max_length":9}},
		{"type":1,"components":[{"type":4,"style":2,"custom_id":"text","label":"Text","required":false,"value":"before"}]}]`).want(t, 204, 0)
	title, inputs := i.Modal()
	if title != "Add" || len(inputs) != 2 || inputs[1].Value != "before" {
		t.Errorf("modal %q with %+v", title, inputs)
	}
	for _, r := range []struct {
		values map[string]string
		want   string
	}{
		{map[string]string{}, "required"},
		{map[string]string{"title": "ten letters"}, "does not take 11 characters"},
		{map[string]string{"title": "a", "other": "b"}, "no input"},
		{map[string]string{"title": "a"}, ""},
	} {
		if why := unfillable(i.modal, r.values); (why == "") != (r.want == "") || !strings.Contains(why, r.want) {
			t.Errorf("%v: %q, want %q", r.values, why, r.want)
		}
	}
	s.ModalSubmit(i, map[string]string{"title": "Ferries"})
	s.bot.event("INTERACTION_CREATE")
	data := s.bot.event("INTERACTION_CREATE").Data["data"]
	got := jsonOf(t, data)
	for _, part := range []string{`"custom_id":"add:1"`, `"component":{"custom_id":"title","id":1,"type":4,"value":"Ferries"}`, `"value":"before"`} {
		if !strings.Contains(got, part) {
			t.Errorf("submitted %s, without %s", got, part)
		}
	}
}

func TestUnansweredAndUnsettled(t *testing.T) {
	s := newStage(t)
	silent, thinking, done := s.ask(), s.ask(), s.ask()
	s.answer(thinking, answerDeferred, "")
	s.answer(done, answerMessage, `"content":"a",`+mute)
	if got := s.Unanswered(); !slices.Equal(got, []*Interaction{silent}) {
		t.Errorf("unanswered: %v", got)
	}
	if got := s.Unsettled(); !slices.Equal(got, []*Interaction{thinking}) {
		t.Errorf("unsettled: %v", got)
	}
	s.answer(silent, answerDeferred, "")
}

func TestInteractionEvent(t *testing.T) {
	s := newStage(t)
	s.who.Locale = "ur"
	role := s.room.Guild.Role("helpers")
	s.room.Guild.MemberWith("mira", 1<<13, role)
	file := s.Upload("report.txt", "text/plain", []byte("The ferries stop."))
	s.Slash(s.who, s.room, "article add", Opt("file", file), Opt("rank", 3), Opt("by", s.who))
	e := s.bot.event("INTERACTION_CREATE").Data
	got := jsonOf(t, e)
	for _, part := range []string{`"locale":"ur"`, `"permissions":"8192"`, `"roles":["` + role.ID + `"]`, `"name":"add"`, `"filename":"report.txt"`,
		`"guild_id":"` + s.room.Guild.ID + `"`, `"context":0`, `"type":11,"value":"` + file.ID + `"`} {
		if !strings.Contains(got, part) {
			t.Errorf("the event lacks %s: %s", part, got)
		}
	}
	served, err := http.Get(file.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer served.Body.Close()
	if served.StatusCode != 200 || served.Header.Get("Content-Type") != "text/plain" {
		t.Errorf("the file came as %d %s", served.StatusCode, served.Header.Get("Content-Type"))
	}
}
