package main

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/bot/discordtest"
)

// soon is how long a step of the bot may take on a slow machine.
const soon = 20 * time.Second

// live is `parley run` connected to a fake Discord, over a real store.
type live struct {
	discord *discordtest.Discord
	data    string
	stop    func() (code int, stderr string)
}

// goLive starts the program as an operator does, with more settings and their values, and waits until the bot is there.
func goLive(t *testing.T, d *discordtest.Discord, data string, more ...string) *live {
	t.Helper()
	env := map[string]string{"DISCORD_TOKEN": d.Token(), "DISCORD_API_URL": d.URL(), "PARLEY_DATA": data, "PARLEY_LOG": "warn"}
	for i := 0; i < len(more); i += 2 {
		env[more[i]] = more[i+1]
	}
	ctx, cancel := context.WithCancel(t.Context())
	var stderr bytes.Buffer
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, []string{"run"}, func(name string) string { return env[name] }, strings.NewReader(""), &bytes.Buffer{}, &stderr)
	}()
	stop := sync.OnceValues(func() (int, string) {
		cancel()
		return <-code, stderr.String()
	})
	t.Cleanup(func() { stop() })
	d.Gateway().WaitReady(soon)
	return &live{discord: d, data: data, stop: stop}
}

const ferryNews = `The ferry between Norrby and Esk stopped on Monday.

The company said that the ferry needs two new engines before winter.
`

// TestAskInDiscord goes the whole way: an article is posted, a question answered from it, the article withdrawn.
func TestAskInDiscord(t *testing.T) {
	d := discordtest.New(t)
	guild := d.Guild("Norrby")
	channel := guild.Channel("questions")
	moderator, member := guild.Moderator("mo"), guild.Member("mira")
	goLive(t, d, t.TempDir())

	file := d.Upload("ferry.txt", "text/plain", []byte(ferryNews))
	added := d.Slash(moderator, channel, "article add", discordtest.Opt("file", file)).WaitEdited(soon)
	wantCard(t, added, "ferry.txt")

	answered := d.Slash(member, channel, "ask", discordtest.Opt("question", "How many new engines does the ferry need?")).WaitEdited(soon)
	wantCard(t, answered, "two new engines", "[1]")

	silent := d.Slash(member, channel, "ask", discordtest.Opt("question", "Which film won the prize in Cannes?")).WaitEdited(soon)
	wantCard(t, silent, "do not cover")

	if sources := d.Button(member, answered, "Sources").WaitEdited(soon); strings.Contains(sources.Content, "Withdrawn") {
		t.Errorf("a live article is called withdrawn:\n%s", discordtest.Render(sources))
	}
	withdrawn := d.Slash(moderator, channel, "article withdraw", discordtest.Opt("id", 1), discordtest.Opt("reason", "denied by the company")).WaitEdited(soon)
	wantCard(t, withdrawn, "1")
	wantCard(t, d.Button(member, answered, "Sources").WaitEdited(soon), "two new engines", "Withdrawn since:** denied by the company")
	after := d.Slash(member, channel, "ask", discordtest.Opt("question", "How many new engines does the ferry need?")).WaitEdited(soon)
	if strings.Contains(discordtest.Render(after), "two new engines") {
		t.Errorf("a withdrawn article is cited:\n%s", discordtest.Render(after))
	}
}

// TestOddQuestionsInDiscord asks what is no question, or no text that a database or a message could bear as it is.
func TestOddQuestionsInDiscord(t *testing.T) {
	d := discordtest.New(t)
	guild := d.Guild("Norrby")
	channel, member := guild.Channel("questions"), guild.Member("mira")
	goLive(t, d, t.TempDir())
	file := d.Upload("ferry.txt", "text/plain", []byte(ferryNews))
	d.Slash(guild.Moderator("mo"), channel, "article add", discordtest.Opt("file", file)).WaitEdited(soon)

	for name, text := range map[string]string{
		"one character": "x", "a sign": "?", "emoji": "😀🎉🔥", "6,000 characters": strings.Repeat("engines of ferries ", 316)[:6000],
		"search syntax": `"* OR NEAR(a b) AND ^ : title:x {} -`, "SQL": "'; DROP TABLE articles; --",
		"controls": "\x01\x02\x1b[31m\u202eengines\x7f", "markup": "@everyone [x](https://evil.example) <@1> ```",
	} {
		m := d.SlashUnchecked(member, channel, "ask", discordtest.Opt("question", text)).WaitEdited(soon)
		if len(m.Pings) > 0 || m.Content == "" || strings.Contains(m.Content, "Reference P-") {
			t.Errorf("%s: pings %v, says %q", name, m.Pings, m.Content)
		}
	}
	wantCard(t, d.Slash(member, channel, "ask", discordtest.Opt("question", "How many new engines does the ferry need?")).WaitEdited(soon), "two new engines")
}

// TestNamesInDiscord adds a name, and asks by it.
func TestNamesInDiscord(t *testing.T) {
	d := discordtest.New(t)
	guild := d.Guild("Norrby")
	channel, moderator := guild.Channel("questions"), guild.Moderator("mo")
	goLive(t, d, t.TempDir())

	file := d.Upload("line.txt", "text/plain", []byte("The Norrby Line ordered two engines in April, and paid half of the price at once.\n"))
	d.Slash(moderator, channel, "article add", discordtest.Opt("file", file)).WaitEdited(soon)
	wantCard(t, d.Slash(moderator, channel, "names add", discordtest.Opt("name", "Norrby Line"), discordtest.Opt("also", "the Blue Boats")).WaitEdited(soon), "Added")
	wantCard(t, d.Slash(moderator, channel, "names list").WaitEdited(soon), "Norrby Line = the Blue Boats")
	asked := d.Slash(guild.Member("mira"), channel, "ask", discordtest.Opt("question", "What did the Blue Boats order?"))
	wantCard(t, asked.WaitEdited(soon), "ordered two engines", "[1]")
	wantCard(t, d.Slash(moderator, channel, "names add", discordtest.Opt("name", "Blue Boats"), discordtest.Opt("also", "Norrby Line")).WaitEdited(soon), "Nothing was changed")
	wantCard(t, d.Slash(moderator, channel, "names remove", discordtest.Opt("name", "Norrby Line")).WaitEdited(soon), "Removed")
}

// TestGuildsStayApart asks one guild for what another has.
func TestGuildsStayApart(t *testing.T) {
	d := discordtest.New(t)
	ours, theirs := d.Guild("Norrby"), d.Guild("Tolm")
	goLive(t, d, t.TempDir())

	file := d.Upload("ferry.txt", "text/plain", []byte(ferryNews))
	d.Slash(ours.Moderator("mo"), ours.Channel("desk"), "article add", discordtest.Opt("file", file)).WaitEdited(soon)
	got := d.Slash(theirs.Member("tove"), theirs.Channel("desk"), "ask", discordtest.Opt("question", "How many new engines does the ferry need?")).WaitEdited(soon)
	if card := discordtest.Render(got); strings.Contains(card, "engines before winter") || !strings.Contains(card, "do not cover") {
		t.Errorf("another guild was told:\n%s", card)
	}
}

// TestQuestionOutlivesTheProcess stops the program when it has the answer and Discord does not take it; the next start
// delivers it.
func TestQuestionOutlivesTheProcess(t *testing.T) {
	d := discordtest.New(t)
	guild := d.Guild("Norrby")
	channel := guild.Channel("questions")
	data := t.TempDir()
	first := goLive(t, d, data)
	file := d.Upload("ferry.txt", "text/plain", []byte(ferryNews))
	d.Slash(guild.Moderator("mo"), channel, "article add", discordtest.Opt("file", file)).WaitEdited(soon)

	d.Fail("PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original", discordtest.RateLimited(time.Minute))
	asked := d.Slash(guild.Member("mira"), channel, "ask", discordtest.Opt("question", "How many new engines does the ferry need?"))
	asked.WaitAck(soon)
	if !d.WaitFaults(soon) {
		t.Fatal("Discord was shown no answer to refuse")
	}
	first.stop()

	goLive(t, d, data)
	wantCard(t, asked.WaitEdited(soon), "two new engines", "[1]")
}

func wantCard(t *testing.T, m discordtest.Message, parts ...string) {
	t.Helper()
	card := discordtest.Render(m)
	t.Log("\n" + card)
	for _, part := range parts {
		if !strings.Contains(card, part) {
			t.Errorf("the card lacks %q:\n%s", part, card)
		}
	}
}
