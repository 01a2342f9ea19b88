package main

import (
	"bytes"
	"strings"
	"testing"

	"parley/bot/discordtest"
	"parley/llm/llmtest"
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
