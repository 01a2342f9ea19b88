package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"parley/bot/discordtest"
	"parley/llm/llmtest"
	"parley/store"
)

// scripted is what a model would say of the ferry: one sentence that the article proves, and one with another number.
const scripted = `{"verdict": "answered", "search_again": "", "sentences": [
	{"text": "The ferry needs two new engines, the company said.", "speaker": "the company",
	 "cites": [{"key": "{{key "The company said that"}}", "quote": "The company said that the ferry needs two new engines before winter."}]},
	{"text": "The ferry needs nine new engines.", "speaker": "",
	 "cites": [{"key": "{{key "The company said that"}}", "quote": "The company said that the ferry needs two new engines before winter."}]}]}`

// TestAModelWritesUnderTheSameLaws goes the whole way with a model that says one thing too much.
func TestAModelWritesUnderTheSameLaws(t *testing.T) {
	endpoint := llmtest.Start(t, llmtest.Say(scripted))
	d := discordtest.New(t)
	guild := d.Guild("Norrby")
	channel := guild.Channel("questions")
	goLive(t, d, t.TempDir(), "OPENAI_MODEL", llmtest.Model, "OPENAI_BASE_URL", endpoint.URL(), "OPENAI_API_KEY", "sk-test")
	file := d.Upload("ferry.txt", "text/plain", []byte(ferryNews))
	d.Slash(guild.Moderator("mo"), channel, "article add", discordtest.Opt("file", file)).WaitEdited(soon)
	m := d.Slash(guild.Member("mira"), channel, "ask", discordtest.Opt("question", "How many new engines does the ferry need?")).WaitEdited(soon)
	wantCard(t, m, "The ferry needs two new engines, the company said", "[1]")
	if strings.Contains(m.Content, "nine") {
		t.Errorf("an unproved sentence is shown:\n%s", discordtest.Render(m))
	}
	if got := endpoint.Requests(); len(got) == 0 || got[0].Auth != "Bearer sk-test" {
		t.Errorf("%d requests reached the model", len(got))
	}
}

// TestAModelThatIsAwayChangesNothing: the articles answer by themselves, and the answer says so.
func TestAModelThatIsAwayChangesNothing(t *testing.T) {
	env := map[string]string{"OPENAI_MODEL": "any", "OPENAI_BASE_URL": "http://127.0.0.1:1/v1", "OPENAI_API_KEY": "sEcReT", "PARLEY_DATA": t.TempDir()}
	t.Setenv("TMPDIR", t.TempDir())
	var out, stderr bytes.Buffer
	code := run(t.Context(), []string{"run"}, func(name string) string { return env[name] }, strings.NewReader("How long did the talks in Istanbul last?\n"), &out, &stderr)
	if code != exitDone || !strings.Contains(out.String(), "[1]") || !strings.Contains(out.String(), "articles' own sentences") {
		t.Errorf("exit %d: %s%s", code, out.String(), stderr.String())
	}
	out.Reset()
	if code := run(t.Context(), []string{"doctor"}, func(name string) string { return env[name] }, strings.NewReader(""), &out, &stderr); code != exitFailed || !strings.Contains(out.String(), "FAIL  model") {
		t.Errorf("doctor: exit %d: %s", code, out.String())
	}
	if strings.Contains(out.String()+stderr.String(), "sEcReT") {
		t.Error("the key is printed")
	}
}

// TestTheModelIsAskedForTheMember: who asks, where, and in which language reach the model's prompt and its ledger.
func TestTheModelIsAskedForTheMember(t *testing.T) {
	endpoint := llmtest.Start(t, llmtest.Say(`{"verdict": "answered", "search_again": "", "sentences": [
		{"text": "Norrby vapuru kıştan önce yenilenmiş makineler bekliyor.", "speaker": "",
		 "cites": [{"key": "{{key "The company said that"}}", "quote": "The company said that the ferry needs two new engines before winter."}]}]}`))
	d, data := discordtest.New(t), t.TempDir()
	guild := d.Guild("Norrby")
	channel := guild.Channel("questions")
	bot := goLive(t, d, data, "OPENAI_MODEL", llmtest.Model, "OPENAI_BASE_URL", endpoint.URL())
	file := d.Upload("ferry.txt", "text/plain", []byte(ferryNews))
	d.Slash(guild.Moderator("mo"), channel, "article add", discordtest.Opt("file", file)).WaitEdited(soon)
	member := guild.Member("mira")
	member.Locale = "tr"
	m := d.Slash(member, channel, "ask", discordtest.Opt("question", "Norrby Esk ferry engines?")).WaitEdited(soon)
	wantCard(t, m, "two new engines", "[1]", "in the language of the articles")
	requests := endpoint.Requests()
	if len(requests) == 0 {
		t.Fatal("the model was not asked")
	}
	if text := requests[0].Text(); !strings.Contains(text, "in the language of the question; where that is unclear, in tr.") {
		t.Errorf("the prompt does not name the asker's language: %s", text)
	}
	if code, stderr := bot.stop(); code != exitDone {
		t.Errorf("exit %d: %s", code, stderr)
	}
	guilds := store.NewGuilds(data, time.Now)
	defer guilds.Close()
	g, release, err := guilds.Use(t.Context(), guild.ID)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	calls := 0
	for _, day := range []time.Time{time.Now().Add(-time.Hour), time.Now()} { // midnight may pass while the test runs
		spent, err := g.Spent(t.Context(), day.UTC().Format(time.DateOnly), member.ID)
		if err != nil {
			t.Fatal(err)
		}
		calls = max(calls, spent.Calls)
	}
	if calls != len(requests) {
		t.Errorf("%d prompts on the member's account, want %d", calls, len(requests))
	}
}
