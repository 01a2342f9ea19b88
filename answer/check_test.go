package answer_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"parley/answer"
	"parley/article"
	"parley/store"
)

// dam is a story in two articles that differ on one figure.
var dam = map[string]string{
	"wire.txt": `Dam bursts above Harsk

HARSK - The Lowe dam above the town of Harsk burst late on Saturday, sending 2,600 people to higher ground, the river authority said. Fourteen people were injured. Two bridges were swept away.

Engineer Orla Venn denied that the authority had ignored a warning. "We read every report," she told reporters on Sunday. The regional council has not ordered an inquiry. Mayor Piet Daal said that repairs could cost $3.2 million.`,
	"later.txt": `Council meets after flood

The council of Harsk met on Monday. It approved shelters for 400 families and asked the state of Brunn for tents. Brunn refused to send its army. Councillor Ada Quill accused Mayor Piet Daal of hiding a report on the dam.`,
}

func deskOver(t *testing.T, articles map[string]string) (*answer.Desk, answer.Index) {
	t.Helper()
	ctx := context.Background()
	guilds := store.NewGuilds(t.TempDir(), func() time.Time { return time.Date(2026, 4, 1, 12, 0, 0, 0, time.UTC) })
	t.Cleanup(func() { guilds.Close() })
	g, release, err := guilds.Use(ctx, "local")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(release)
	for name, body := range articles {
		if _, err := g.Add(ctx, article.Parse(name, body, article.Meta{}, nil), "test"); err != nil {
			t.Fatal(err)
		}
	}
	return answer.New(), g
}

func TestCheckSaysHowTheArticlesStandToARumour(t *testing.T) {
	desk, ix := deskOver(t, dam)
	for _, tt := range []struct {
		rumour  string
		verdict answer.ClaimVerdict
		quote   string // is in a citation
	}{
		{"The Lowe dam above Harsk burst on Saturday", answer.ClaimSupported, "burst late on Saturday"},
		{"BREAKING: Lowe dam above Harsk burst, 2,600 people sent to higher ground", answer.ClaimSupported, "2,600 people"},
		{"I heard that 6,200 people were sent to higher ground after the Lowe dam burst", answer.ClaimContradicted, "2,600 people"},
		{"the Lowe dam above Harsk burst late on Friday", answer.ClaimContradicted, "late on Saturday"},
		{"The regional council has ordered an inquiry", answer.ClaimContradicted, "has not ordered"},
		{"Is it true that Brunn agreed to send its army?", answer.ClaimContradicted, "refused to send its army"},
		{"Mayor Piet Daal accused councillor Ada Quill of hiding a report on the dam", answer.ClaimContradicted, "accused Mayor Piet Daal"},
		{"Repairs cost $3.2 million", answer.ClaimPartly, "could cost $3.2 million"},
		{"The governor of the island resigned after a bribery trial", answer.ClaimNotCovered, ""},
		{"Aliens landed near the football stadium", answer.ClaimNotCovered, ""},
	} {
		t.Run(tt.rumour, func(t *testing.T) {
			got, err := desk.Check(context.Background(), ix, tt.rumour)
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Claims) != 1 {
				t.Fatalf("%d claims, want 1: %+v", len(got.Claims), got.Claims)
			}
			c := got.Claims[0]
			if c.Verdict != tt.verdict {
				t.Errorf("%s, want %s: %+v", c.Verdict, tt.verdict, c)
			}
			found := tt.quote == ""
			for _, ci := range c.Citations {
				found = found || strings.Contains(ci.Quote, tt.quote)
			}
			if !found {
				t.Errorf("no citation holds %q: %+v", tt.quote, c.Citations)
			}
			if tt.verdict == answer.ClaimContradicted && len(c.Reasons) == 0 {
				t.Error("a contradiction without a reason")
			}
		})
	}
}

func TestCheckQuotesAreVerbatim(t *testing.T) {
	desk, ix := deskOver(t, dam)
	got, err := desk.Check(context.Background(), ix, "The Lowe dam burst on Saturday; fourteen people were injured in Harsk. Brunn sent its army.\nhttps://example.org/x @everyone")
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Claims) != 3 {
		t.Fatalf("%d claims, want 3: %+v", len(got.Claims), got.Claims)
	}
	for _, c := range got.Claims {
		if strings.Contains(c.Text, "http") || strings.Contains(c.Text, "@everyone") {
			t.Errorf("a link or a mention in a claim: %q", c.Text)
		}
		for _, ci := range c.Citations {
			q, err := ix.Quote(context.Background(), ci.ArticleID, ci.Version, ci.Start, ci.End)
			if err != nil || q != ci.Quote || ci.N == 0 {
				t.Errorf("citation %+v: body has %q, %v", ci, q, err)
			}
		}
	}
}

func TestCheckOfNothing(t *testing.T) {
	desk, ix := deskOver(t, dam)
	for _, text := range []string{"", "🔥🔥🔥", "wow", "https://example.org/a-page", "\x00\xff", strings.Repeat("a ", 5000)} {
		got, err := desk.Check(context.Background(), ix, text)
		if err != nil {
			t.Errorf("%.20q: %v", text, err)
		}
		for _, c := range got.Claims {
			if c.Verdict != answer.ClaimNotCovered {
				t.Errorf("%.20q: %+v", text, c)
			}
		}
	}
}

func TestCheckNeverSpeaksOfTruth(t *testing.T) {
	for _, v := range []answer.ClaimVerdict{answer.ClaimSupported, answer.ClaimContradicted, answer.ClaimPartly, answer.ClaimNotCovered} {
		if s := string(v); strings.Contains(s, "true") || strings.Contains(s, "false") || strings.Contains(s, "verified") {
			t.Errorf("%q", s)
		}
	}
}
