package discordtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestVerdict(t *testing.T) {
	d := New(t)
	d.problem("first")
	d.problem("second thing")
	d.expected = []string{"second", "third"}
	got := strings.Join(d.verdict(), "\n")
	for _, want := range []string{"discordtest: first", `"third" was expected and never came`} {
		if !strings.Contains(got, want) {
			t.Errorf("the verdict %q lacks %q", got, want)
		}
	}
	if strings.Contains(got, "second thing") {
		t.Errorf("the verdict %q complains of what was expected", got)
	}
	d.problems, d.expected = nil, nil
}

func TestClock(t *testing.T) {
	start := time.Date(2030, 5, 1, 12, 0, 0, 0, time.UTC)
	d := New(t, At(start))
	d.Advance(90 * time.Second)
	if got := d.Now(); !got.Equal(start.Add(90 * time.Second)) {
		t.Errorf("the clock shows %v", got)
	}
	run := New(t, At(start), Running())
	time.Sleep(2 * time.Millisecond)
	if got := run.Now(); !got.After(start) {
		t.Errorf("the running clock shows %v", got)
	}
}

// What the fake answers is held to Discord's document as well.
func TestAnswersFitTheDocument(t *testing.T) {
	s := newStage(t)
	if s.schema == nil {
		t.Skipf("%s is missing", documentPlace)
	}
	id := call(t, s.Discord, "POST", "/channels/"+s.room.ID+"/messages", `{"content":"a","embeds":[{"title":"t"}],`+mute+`,`+rows(btn)+`}`).want(t, 200, 0).body.ID
	i := s.ask()
	s.answer(i, answerMessage, `"content":"a",`+mute+`,`+rows(btn))
	guild := s.room.Guild.ID
	for _, path := range []string{"/gateway", "/gateway/bot", "/users/@me", "/users/" + s.who.ID, "/users/@me/guilds", "/channels/" + s.room.ID,
		"/channels/" + s.room.ID + "/messages", "/channels/" + s.room.ID + "/messages/" + id, "/guilds/" + guild + "/members/" + s.who.ID,
		"/webhooks/" + s.App().ID + "/" + i.Token + "/messages/@original", commandsOf(s)} {
		got := call(t, s.Discord, "GET", path, "").want(t, 200, 0)
		r, _ := findRoute("GET", path)
		for _, f := range s.schema.checkAnswer(r, got.status, []byte(got.raw)) {
			t.Errorf("GET %s: %s", path, f.line())
		}
	}
}

// What the document refuses, shown where it alone knows.
func TestDocumentRefuses(t *testing.T) {
	s := newStage(t)
	if s.schema == nil {
		t.Skipf("%s is missing", documentPlace)
	}
	s.ExpectProblem("maxLength")
	s.ExpectProblem("minimum")
	s.ExpectProblem("components")
	path := "/channels/" + s.room.ID + "/messages"
	rows := []struct{ name, body, at string }{
		{"title of an embed", `{"embeds":[{"title":"` + strings.Repeat("x", 257) + `"}],` + mute + `}`, "embeds.0.title"},
		{"an unknown component", `{"content":"a","components":[{"type":99}],` + mute + `}`, "components.0.type"},
		{"a colour below zero", `{"embeds":[{"title":"t","color":-1}],` + mute + `}`, "embeds.0.color"},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			if got := call(t, s.Discord, "POST", path, r.body).want(t, 400, codeInvalidForm); !got.has(r.at) {
				t.Errorf("refused with %s, want an error at %s", got.raw, r.at)
			}
		})
	}
}

func TestRender(t *testing.T) {
	s := newStage(t)
	asked := s.Mention(s.who, s.room, "do the ferries sail?")
	body, err := os.ReadFile(filepath.Join("testdata", "card.json"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join("testdata", "card.txt"))
	if err != nil {
		t.Fatal(err)
	}
	sent := strings.ReplaceAll(string(body), "ASKED", asked.ID)
	sent = strings.ReplaceAll(sent, "WHO", s.who.ID)
	call(t, s.Discord, "POST", "/channels/"+s.room.ID+"/messages", sent).want(t, 200, 0)
	i := s.ask()
	s.answer(i, answerDeferred, `"flags":64`)
	call(t, s.Discord, "POST", "/channels/"+s.room.ID+"/messages", `{"allowed_mentions":{"parse":[]},`+v2(`{"type":17,"components":[{"type":10,"content":"**In a box**\nof two lines"},{"type":14},
		{"type":9,"components":[{"type":10,"content":"beside"}],"accessory":`+btn+`}]},{"type":1,"components":[{"type":3,"custom_id":"s","placeholder":"Pick","options":[`+opt+`]}]}`)+`}`).want(t, 200, 0)
	var got strings.Builder
	for _, m := range s.Messages(s.room)[1:] {
		got.WriteString(Render(m) + "\n")
	}
	if got.String() != string(want) {
		t.Errorf("rendered as\n%s\nwant\n%s", got.String(), want)
	}
}
