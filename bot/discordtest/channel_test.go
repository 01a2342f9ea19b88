package discordtest

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestPermissions(t *testing.T) {
	rows := []struct {
		name         string
		deny         int64
		body         string
		status, code int
	}{
		{"all allowed", 0, `{"content":"a",` + mute + `}`, 200, 0},
		{"cannot see the channel", permViewChannel, `{"content":"a",` + mute + `}`, 403, codeMissingAccess},
		{"cannot send", permSendMessages, `{"content":"a",` + mute + `}`, 403, codeMissingPermission},
		{"cannot embed", permEmbedLinks, `{"embeds":[{"title":"t"}],` + mute + `}`, 403, codeMissingPermission},
		{"cannot embed, sends text", permEmbedLinks, `{"content":"a",` + mute + `}`, 200, 0},
		{"cannot read history, replies", permReadHistory, `{"content":"a","message_reference":{"message_id":"%s"},` + mute + `}`, 400, codeNoHistory},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			s := newStage(t)
			asked := s.Say(s.who, s.room, "hello")
			s.room.DenyBot(r.deny)
			body := strings.ReplaceAll(r.body, "%s", asked.ID)
			call(t, s.Discord, "POST", "/channels/"+s.room.ID+"/messages", body).want(t, r.status, r.code)
		})
	}
}

func TestClosedDirectMessages(t *testing.T) {
	s := newStage(t)
	opened := call(t, s.Discord, "POST", "/users/@me/channels", `{"recipient_id":"`+s.who.ID+`"}`).want(t, 200, 0)
	send := func() answered {
		return call(t, s.Discord, "POST", "/channels/"+opened.body.ID+"/messages", `{"content":"a",`+mute+`}`)
	}
	send().want(t, 200, 0)
	s.who.NoDMs = true
	send().want(t, 403, codeNoDMs)
}

func TestReplies(t *testing.T) {
	s := newStage(t)
	asked := s.Mention(s.who, s.room, "when?")
	gone := s.Say(s.who, s.room, "never mind")
	s.Delete(gone)
	send := func(reference string) answered {
		return call(t, s.Discord, "POST", "/channels/"+s.room.ID+"/messages", `{"content":"a",`+mute+`,"message_reference":{`+reference+`}}`)
	}
	send(`"message_id":"`+asked.ID+`"`).want(t, 200, 0)
	if got := send(`"message_id":"`+gone.ID+`"`).want(t, 400, codeInvalidForm); !got.has("message_reference") {
		t.Errorf("refused with %s", got.raw)
	}
	send(`"message_id":"`+gone.ID+`","fail_if_not_exists":false`).want(t, 200, 0)
	if got := s.RepliesTo(asked); len(got) != 1 || got[0].Content != "a" {
		t.Errorf("replies: %v", got)
	}
	if got := s.RepliesTo(gone); len(got) != 0 {
		t.Errorf("replies to a deleted message: %v", got)
	}
}

func TestEnforcedNonceMakesASendIdempotent(t *testing.T) {
	s := newStage(t)
	send := func(nonce string) string {
		return call(t, s.Discord, "POST", "/channels/"+s.room.ID+"/messages", `{"content":"a",`+mute+`,`+nonce+`}`).want(t, 200, 0).body.ID
	}
	first, again := send(`"nonce":"q7","enforce_nonce":true`), send(`"nonce":"q7","enforce_nonce":true`)
	plain := send(`"nonce":"q7"`)
	s.Advance(6 * time.Minute)
	late := send(`"nonce":"q7","enforce_nonce":true`)
	if first != again || plain == first || late == first {
		t.Errorf("ids %s, %s, not enforced %s, late %s", first, again, plain, late)
	}
}

func TestEdits(t *testing.T) {
	s := newStage(t)
	s.ExpectProblem("somebody else's")
	path := "/channels/" + s.room.ID + "/messages"
	id := call(t, s.Discord, "POST", path, `{"content":"a","embeds":[{"title":"t"}],`+mute+`}`).body.ID
	s.Advance(time.Minute)
	call(t, s.Discord, "PATCH", path+"/"+id, `{"content":"b",`+mute+`}`).want(t, 200, 0)
	m := s.Messages(s.room)[0]
	if m.Content != "b" || len(m.Embeds) != 1 || m.Edited.Sub(m.Sent) != time.Minute {
		t.Errorf("after the edit: %+v", m)
	}
	call(t, s.Discord, "PATCH", path+"/"+id, `{"embeds":[],`+mute+`}`).want(t, 200, 0)
	if m := s.Messages(s.room)[0]; len(m.Embeds) != 0 || m.Content != "b" {
		t.Errorf("after clearing: %+v", m)
	}
	theirs := s.Say(s.who, s.room, "mine")
	call(t, s.Discord, "PATCH", path+"/"+theirs.ID, `{"content":"b",`+mute+`}`).want(t, 403, codeNotAuthor)
	call(t, s.Discord, "DELETE", path+"/"+theirs.ID, "").want(t, 403, codeMissingPermission)
	call(t, s.Discord, "DELETE", path+"/"+id, "").want(t, 204, 0)
	call(t, s.Discord, "PATCH", path+"/"+id, `{"content":"c",`+mute+`}`).want(t, 404, codeUnknownMessage)
}

func TestPings(t *testing.T) {
	rows := []struct {
		name, body string
		want       string
	}{
		{"nobody may be pinged", `"content":"<@7> @everyone \\<@7>","allowed_mentions":{"parse":[]}`, "[]"},
		{"defaults ping all", `"content":"<@7> <@&8> @everyone"`, "[7 &8 everyone]"},
		{"a backslash is no defence", `"content":"\\<@7>"`, "[7]"},
		{"only the listed", `"content":"<@7> <@9>","allowed_mentions":{"users":["9"]}`, "[9]"},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			s := newStage(t)
			if !strings.Contains(r.name, "nobody") {
				s.ExpectProblem("allowed_mentions")
			}
			call(t, s.Discord, "POST", "/channels/"+s.room.ID+"/messages", "{"+r.body+"}").want(t, 200, 0)
			if got := fmt.Sprint(s.Messages(s.room)[0].Pings); got != r.want {
				t.Errorf("pinged %s, want %s", got, r.want)
			}
		})
	}
}

// form is a multipart body with payload_json and n files.
func form(t *testing.T, payload string, n int) (string, *bytes.Buffer) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if err := w.WriteField("payload_json", payload); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		part, err := w.CreateFormFile(fmt.Sprintf("files[%d]", i), fmt.Sprintf("f%d.txt", i))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(part, "file %d", i)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return w.FormDataContentType(), &b
}

func TestFiles(t *testing.T) {
	s := newStage(t)
	s.ExpectProblem("(too many files)")
	s.ExpectProblem("content")
	send := func(payload string, n int) answered {
		kind, body := form(t, payload, n)
		got, err := try(s.Discord, "POST", "/channels/"+s.room.ID+"/messages", kind, body)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	send(`{`+mute+`,"attachments":[{"id":0,"filename":"f0.txt"}]}`, 2).want(t, 200, 0)
	send(`{`+mute+`}`, 11).want(t, 400, 30015)
	send(`{"content":"`+strings.Repeat("x", 2001)+`",`+mute+`}`, 1).want(t, 400, codeInvalidForm)
	m := s.Messages(s.room)[0]
	if len(m.Attachments) != 2 || string(m.Attachments[1].Data) != "file 1" {
		t.Errorf("attachments %+v", m.Attachments)
	}
	requests := s.Requests()
	if r := requests[len(requests)-3]; len(r.Files) != 2 || !strings.Contains(string(r.Body), "attachments") {
		t.Errorf("recorded %v with %s", r.Files, r.Body)
	}
}

func TestTokenAndRoutes(t *testing.T) {
	s := newStage(t)
	for _, p := range []string{"no such route", "no API version", "not JSON", "User-Agent"} {
		s.ExpectProblem(p)
	}
	call(t, s.Discord, "GET", "/users/@me", "").want(t, 200, 0)
	call(t, s.Discord, "GET", "/nowhere", "").want(t, 404, 0)
	old, err := http.Get(s.server.URL + "/api/v8/users/@me")
	if err != nil {
		t.Fatal(err)
	}
	defer old.Body.Close()
	if old.StatusCode != 400 {
		t.Errorf("version 8 answered %d", old.StatusCode)
	}
	call(t, s.Discord, "POST", "/channels/"+s.room.ID+"/messages", `{"content`).want(t, 400, codeBadJSON)
	call(t, s.Discord, "GET", "/channels/1", "").want(t, 404, codeUnknownChannel)
	call(t, s.Discord, "GET", "/guilds/1", "").want(t, 404, codeUnknownGuild)
	wrong := New(t, WithToken("another"))
	got, err := try(&Discord{server: wrong.server, token: "stolen"}, "GET", "/users/@me", "application/json", nil)
	if err != nil {
		t.Fatal(err)
	}
	got.want(t, 401, 0)
	nameless, err := http.Get(s.URL() + "/gateway")
	if err != nil {
		t.Fatal(err)
	}
	defer nameless.Body.Close()
}
