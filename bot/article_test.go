package bot

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/article"
	"parley/bot/discordtest"
)

func TestModeratorsAddArticles(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	mod, where := g.Moderator("moira"), g.Channel("desk")

	link := d.Slash(mod, where, "article add", discordtest.Opt("link", "https://courier.example/dam")).WaitAck(soon)
	if m := link.WaitEdited(soon); !link.Ephemeral() || !strings.Contains(m.Content, "Added: **1** [From a link](<https://courier.example/dam>)") {
		t.Errorf("link: %q", m.Content)
	}
	again := d.Slash(mod, where, "article add", discordtest.Opt("link", "https://courier.example/dam")).WaitEdited(soon)
	if !strings.Contains(again.Content, "Nothing changed") {
		t.Errorf("again: %q", again.Content)
	}
	bad := d.Slash(mod, where, "article add", discordtest.Opt("link", "http://10.0.0.1/")).WaitEdited(soon)
	if !strings.Contains(bad.Content, "Nothing was added") {
		t.Errorf("private link: %q", bad.Content)
	}
	file := d.Upload("flood [1].txt", "text/plain", []byte("The river rose overnight."))
	if m := d.Slash(mod, where, "article add", discordtest.Opt("file", file)).WaitEdited(soon); !strings.Contains(m.Content, `Added: **2** flood \[1\].txt`) {
		t.Errorf("file: %q", m.Content)
	}
	both := d.Slash(mod, where, "article add", discordtest.Opt("link", "https://echo.example/x"), discordtest.Opt("file", d.Upload("b.md", "", []byte("B")))).WaitEdited(soon)
	if strings.Count(both.Content, "Added") != 2 {
		t.Errorf("both: %q", both.Content)
	}
	want := []string{"link https://courier.example/dam", "file flood [1].txt text/plain 25", "link https://echo.example/x", "file b.md  1"}
	if diff := cmp.Diff(want, c.received); diff != "" {
		t.Errorf("received (-want +got):\n%s", diff)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c, func(b *Bot) { b.cfg.MaxFile = 1 << 20 })
	g := d.Guild("valley")
	mod, where := g.Moderator("moira"), g.Channel("desk")
	claimed := d.Upload("big.txt", "text/plain", []byte("x"))
	claimed.Size = 3 << 20
	lying := d.Upload("liar.txt", "text/plain", make([]byte, 2<<20))
	lying.Size = 10
	lost := d.Upload("lost.txt", "text/plain", []byte("x"))
	lost.URL += "gone"
	lost.URL = strings.Replace(lost.URL, lost.ID, "1", 1)
	for _, f := range []*discordtest.Attachment{claimed, lying} {
		if m := d.Slash(mod, where, "article add", discordtest.Opt("file", f)).WaitEdited(soon); !strings.Contains(m.Content, "larger than 1 MB. Nothing was added") {
			t.Errorf("%s: %q", f.Filename, m.Content)
		}
	}
	if m := d.Slash(mod, where, "article add", discordtest.Opt("file", lost)).WaitEdited(soon); !strings.Contains(m.Content, "did not hand over") {
		t.Errorf("lost: %q", m.Content)
	}
	if len(c.received) > 0 {
		t.Errorf("received %v", c.received)
	}
}

func TestModeratorsPasteATextInAForm(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	mod, where := g.Moderator("moira"), g.Channel("desk")
	opened := d.Slash(mod, where, "article add").WaitAck(soon)
	if title, inputs := opened.Modal(); title != "Add an article" || len(inputs) != 5 {
		t.Fatalf("the form %q with %d inputs", title, len(inputs))
	}
	sent := d.ModalSubmit(opened, map[string]string{"title": "River", "publisher": "The Echo", "link": "https://echo.example/r", "date": "9 March 2031", "text": "The river fell."})
	if m := sent.WaitEdited(soon); !sent.Ephemeral() || !strings.Contains(m.Content, "Added: **1** [River](<https://echo.example/r>)") || !strings.Contains(m.Content, "The Echo · 9 Mar 2031") {
		t.Errorf("%q", m.Content)
	}
	for field, value := range map[string]string{"date": "last week", "link": "echo"} {
		f := map[string]string{"title": "River", "text": "Again."}
		f[field] = value
		if m := d.ModalSubmit(opened, f).WaitEdited(soon); !strings.Contains(m.Content, "Nothing was added") {
			t.Errorf("%s %q: %q", field, value, m.Content)
		}
	}
	if m := d.ModalSubmit(opened, map[string]string{"title": "River", "text": " \n "}).WaitEdited(soon); !strings.Contains(m.Content, "Nothing was added") {
		t.Errorf("empty: %q", m.Content)
	}
	if len(c.received) != 1 {
		t.Errorf("received %v", c.received)
	}
}

func TestOthersHaveNoHandInTheArticles(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	c.entries = manyEntries(1)
	run(t, d, c)
	g := d.Guild("valley")
	mod, who, where := g.Moderator("moira"), g.Member("ira"), g.Channel("desk")
	for _, i := range []*discordtest.Interaction{
		d.SlashUnchecked(who, where, "article add", discordtest.Opt("link", "https://e.example")), d.SlashUnchecked(who, where, "article add"),
		d.SlashUnchecked(who, where, "article list"), d.SlashUnchecked(who, where, "article show", discordtest.Opt("id", 1)),
		d.SlashUnchecked(who, where, "article withdraw", discordtest.Opt("id", 1), discordtest.Opt("reason", "x")),
		d.SlashUnchecked(who, where, "article restore", discordtest.Opt("id", 1)),
	} {
		if m := i.WaitEdited(soon); !strings.Contains(m.Content, "Nothing was changed") || !i.Ephemeral() {
			t.Errorf("%q", m.Content)
		}
	}
	// One who was a moderator when the form opened, and is none when it is sent.
	opened := d.Slash(mod, where, "article add").WaitAck(soon)
	g.Member("moira")
	if m := d.ModalSubmit(opened, map[string]string{"title": "River", "text": "x"}).WaitEdited(soon); !strings.Contains(m.Content, "Nothing was changed") {
		t.Errorf("%q", m.Content)
	}
	admin := g.MemberWith("ada", 1<<3)
	if m := d.Slash(admin, where, "article show", discordtest.Opt("id", 1)).WaitEdited(soon); strings.Contains(m.Content, "Nothing was changed") {
		t.Errorf("an administrator: %q", m.Content)
	}
	if len(c.received) > 0 || c.entries[0].Status != article.Live {
		t.Errorf("received %v, %s", c.received, c.entries[0].Status)
	}
}

func manyEntries(n int) []article.Entry {
	var all []article.Entry
	for i := range n {
		all = append(all, article.Entry{ID: article.ID(i + 1), Version: 1, Source: "a.txt", Status: article.Live, AddedAt: discordtest.Epoch, AddedBy: "77",
			Meta: article.Meta{Title: fmt.Sprintf("Report %d on the [river](https://evil.example) %s", i+1, strings.Repeat("long ", 60)), Publisher: strings.Repeat("<@1>", 30)}})
	}
	return all
}

func TestTheListTurnsItsPages(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	run(t, d, c)
	g := d.Guild("valley")
	mod, where := g.Moderator("moira"), g.Channel("desk")
	if m := d.Slash(mod, where, "article list").WaitEdited(soon); !strings.Contains(m.Content, "no articles yet") {
		t.Errorf("%q", m.Content)
	}
	c.mu.Lock()
	c.entries = manyEntries(25)
	c.mu.Unlock()
	i := d.Slash(mod, where, "article list")
	m := i.WaitEdited(soon)
	shown := m.Content
	for m.Component("More") != nil {
		m = d.Button(mod, m, "More").WaitEdits(1, soon)
		shown += m.Content
	}
	for n := range 25 {
		if !strings.Contains(shown, fmt.Sprintf("**%d** Report %d", n+1, n+1)) {
			t.Errorf("article %d is on no page", n+1)
		}
	}
	if m.Component("Back") == nil || strings.Contains(shown, "://") {
		t.Errorf("%q", m.Content)
	}
}

func TestShowWithdrawRestore(t *testing.T) {
	t.Parallel()
	d, c := discordtest.New(t), newCommunity()
	c.entries = manyEntries(2)
	run(t, d, c)
	g := d.Guild("valley")
	mod, where := g.Moderator("moira"), g.Channel("desk")
	id := discordtest.Opt("id", 2)
	if m := d.Slash(mod, where, "article withdraw", id, discordtest.Opt("reason", "It was a @everyone rumour")).WaitEdited(soon); !strings.Contains(m.Content, "Withdrawn: article 2") {
		t.Errorf("%q", m.Content)
	}
	m := d.Slash(mod, where, "article show", id).WaitEdited(soon)
	if !strings.Contains(m.Content, "**withdrawn:** It was a @"+breaker+"everyone rumour") || len(m.Pings) > 0 || !strings.Contains(m.Content, "> It begins like this.") {
		t.Errorf("%q", m.Content)
	}
	if m := d.Slash(mod, where, "article restore", id, discordtest.Opt("reason", "checked")).WaitEdited(soon); !strings.Contains(m.Content, "Restored") || c.entries[1].Status != article.Live {
		t.Errorf("%q", m.Content)
	}
	if m := d.Slash(mod, where, "article show", discordtest.Opt("id", 99)).WaitEdited(soon); !strings.Contains(m.Content, "no article with that number") {
		t.Errorf("%q", m.Content)
	}
	if m := d.Slash(mod, where, "article withdraw", discordtest.Opt("id", 99), discordtest.Opt("reason", "x")).WaitEdited(soon); !strings.Contains(m.Content, "Reference P-") {
		t.Errorf("%q", m.Content)
	}
	if m := d.Slash(mod, where, "article withdraw", id, discordtest.Opt("reason", "\u200b ")).WaitEdited(soon); !strings.Contains(m.Content, "needs a reason") {
		t.Errorf("%q", m.Content)
	}
}

func TestReceipts(t *testing.T) {
	e := article.Entry{ID: 4, Version: 2, Source: "river.txt", Meta: article.Meta{Title: "River"}, Passages: 1}
	for outcome, want := range map[article.Outcome]string{
		article.Added: "Added: **4** River", article.NewVersion: "New version 2 of **4** River", article.Duplicate: "Nothing changed",
		article.DuplicateWithdrawn: "`/article restore id:4`",
	} {
		got := receipt(article.Receipt{Outcome: outcome, Entry: e, NearDuplicate: 3})
		if !strings.Contains(got, want) || !strings.Contains(got, "with article 3") {
			t.Errorf("%s: %q", outcome, got)
		}
	}
}
