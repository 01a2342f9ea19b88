package discordtest

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
)

const soon = 5 * time.Second

// toFake sends what a client means for Discord to the fake.
type toFake struct{ base *url.URL }

func (f toFake) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host, r.Host = f.base.Scheme, f.base.Host, f.base.Host
	return http.DefaultTransport.RoundTrip(r)
}

// open connects a real discordgo session that handles events with handle.
func open(t *testing.T, d *Discord, handlers ...any) *discordgo.Session {
	t.Helper()
	s := client(t, d, handlers...)
	if err := s.Open(); err != nil {
		t.Fatalf("open: %v", err)
	}
	return s
}

func client(t *testing.T, d *Discord, handlers ...any) *discordgo.Session {
	t.Helper()
	s, err := discordgo.New("Bot " + d.Token())
	if err != nil {
		t.Fatal(err)
	}
	base, err := url.Parse(d.URL())
	if err != nil {
		t.Fatal(err)
	}
	s.Client = &http.Client{Transport: toFake{base}, Timeout: soon}
	s.StateEnabled = false
	s.ShouldReconnectOnError = false
	s.Identify.Intents = discordgo.IntentGuilds | discordgo.IntentGuildMessages | discordgo.IntentDirectMessages
	for _, h := range handlers {
		s.AddHandler(h)
	}
	t.Cleanup(func() { go s.Close() })
	return s
}

func quietly(content string) *discordgo.WebhookEdit {
	return &discordgo.WebhookEdit{Content: &content, AllowedMentions: &discordgo.MessageAllowedMentions{}, Flags: discordgo.MessageFlagsSuppressEmbeds}
}

// answerSlash defers and then edits, as a bot does.
func answerSlash(t *testing.T, flags discordgo.MessageFlags, content string) func(*discordgo.Session, *discordgo.InteractionCreate) {
	return func(s *discordgo.Session, i *discordgo.InteractionCreate) {
		err := s.InteractionRespond(i.Interaction, &discordgo.InteractionResponse{
			Type: discordgo.InteractionResponseDeferredChannelMessageWithSource,
			Data: &discordgo.InteractionResponseData{Flags: flags},
		})
		if err != nil {
			t.Errorf("defer: %v", err)
		}
		if _, err := s.InteractionResponseEdit(i.Interaction, quietly(content)); err != nil {
			t.Errorf("edit: %v", err)
		}
	}
}

func TestSlashDeferEdit(t *testing.T) {
	d := New(t)
	g := d.Guild("ferry strike")
	open(t, d, answerSlash(t, discordgo.MessageFlagsEphemeral, "The ferries sail again [1]."))
	i := d.Slash(g.Member("mira"), g.Channel("questions"), "ask", Opt("question", "Do the ferries sail?"), Opt("private", true))
	i.WaitAck(soon)
	if !i.Deferred() || !i.Ephemeral() {
		t.Errorf("deferred %v, ephemeral %v; want both", i.Deferred(), i.Ephemeral())
	}
	got := i.WaitEdited(soon)
	if got.Content != "The ferries sail again [1]." || got.Loading() {
		t.Errorf("edited to %q, loading %v", got.Content, got.Loading())
	}
	if strings.Contains(Render(got), "thinking") || !strings.Contains(Render(got), "(only mira can see this)") {
		t.Errorf("rendered as %q", Render(got))
	}
}
