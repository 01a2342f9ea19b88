package bot

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/bot/discordtest"
)

func TestModeratorsKeepAListOfNames(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	mod, where := g.Moderator("moira"), g.Channel("desk")
	if m := d.Slash(mod, where, "names list").WaitEdited(soon); !strings.Contains(m.Content, "no names of your own yet") {
		t.Errorf("%q", m.Content)
	}
	added := d.Slash(mod, where, "names add", discordtest.Opt("name", "Norrby Line"), discordtest.Opt("also", "the *Blue* Boats, @everyone; نورلائن، NL"))
	if m := added.WaitEdited(soon); !added.Ephemeral() || len(m.Pings) > 0 || !strings.Contains(m.Content, `Added: Norrby Line = the \*Blue\* Boats = @`+breaker+`everyone = نورلائن = NL`) {
		t.Errorf("%q", m.Content)
	}
	if diff := cmp.Diff([][]string{{"Norrby Line", "the *Blue* Boats", "@everyone", "نورلائن", "NL"}}, c.names); diff != "" {
		t.Errorf("the list (-want +got):\n%s", diff)
	}
	if m := d.Slash(mod, where, "names add", discordtest.Opt("name", "alone"), discordtest.Opt("also", " , ;")).WaitEdited(soon); !strings.Contains(m.Content, "needs two forms") {
		t.Errorf("alone: %q", m.Content)
	}
	if m := d.Slash(mod, where, "names remove", discordtest.Opt("name", "unknown")).WaitEdited(soon); !strings.Contains(m.Content, "/names list") || !strings.Contains(m.Content, "Reference P-") {
		t.Errorf("unknown: %q", m.Content)
	}
	if m := d.Slash(mod, where, "names remove", discordtest.Opt("name", "NL")).WaitEdited(soon); !strings.Contains(m.Content, "Removed") || len(c.names) > 0 {
		t.Errorf("%q", m.Content)
	}
}

func TestOthersHaveNoHandInTheNames(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	c.names = manyNames(12)
	run(t, d, c)
	g := d.Guild("valley")
	mod, who, where := g.Moderator("moira"), g.Member("ira"), g.Channel("desk")
	list := d.Slash(mod, where, "names list").WaitEdited(soon)
	for what, i := range map[string]*discordtest.Interaction{
		"list":   d.SlashUnchecked(who, where, "names list"),
		"add":    d.SlashUnchecked(who, where, "names add", discordtest.Opt("name", "a"), discordtest.Opt("also", "b")),
		"remove": d.SlashUnchecked(who, where, "names remove", discordtest.Opt("name", "Place 1")),
	} {
		if m := i.WaitEdited(soon); !strings.Contains(m.Content, "Nothing was changed") || !i.Ephemeral() {
			t.Errorf("%s: %q", what, m.Content)
		}
	}
	g.Member("moira") // one who was a moderator when the list was shown
	if m := d.Button(mod, list, "More").WaitEdited(soon); !strings.Contains(m.Content, "Nothing was changed") {
		t.Errorf("a page: %q", m.Content)
	}
	if len(c.names) != 12 {
		t.Errorf("%d names", len(c.names))
	}
}

func manyNames(n int) [][]string {
	var all [][]string
	for i := range n {
		all = append(all, []string{fmt.Sprintf("Place %d", i+1), strings.Repeat("[*](https://evil.example) ", 4), strings.Repeat("<@1>", 25)})
	}
	return all
}

func TestTheNamesTurnTheirPages(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	c.names = manyNames(25)
	run(t, d, c)
	g := d.Guild("valley")
	mod, where := g.Moderator("moira"), g.Channel("desk")
	m := d.Slash(mod, where, "names list").WaitEdited(soon)
	shown := m.Content
	for m.Component("More") != nil {
		m = d.Button(mod, m, "More").WaitEdits(1, soon)
		shown += m.Content
	}
	for n := range 25 {
		if !strings.Contains(shown, fmt.Sprintf("- Place %d = ", n+1)) {
			t.Errorf("name %d is on no page", n+1)
		}
	}
	if m.Component("Back") == nil || strings.Contains(shown, "://") {
		t.Errorf("%q", m.Content)
	}
	c.mu.Lock()
	c.names = c.names[:3]
	c.mu.Unlock()
	if back := d.Button(mod, m, "Back").WaitEdits(1, soon); !strings.Contains(back.Content, "**3 names** · 1–3") || back.Component("More") != nil {
		t.Errorf("after most have gone: %q", back.Content)
	}
}
