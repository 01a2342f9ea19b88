package answer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/answer"
	"parley/store"
)

// shelved is a guild with the given articles, by file name.
func shelved(t *testing.T, articles map[string]string) *store.Guild {
	t.Helper()
	dir := t.TempDir()
	for name, text := range articles {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return shelfOf(t, filepath.Join(dir, "*"))
}

// told is an article of one outlet on one day.
func told(title, publisher, day, body string) string {
	return "---\ntitle: " + title + "\npublisher: " + publisher + "\ndate: " + day + "\n---\n\n" + body + "\n"
}

// earlier and current are the texts of an answer that are marked as overtaken, and the rest.
func earlier(a answer.Answer) (old, current string) {
	for _, s := range a.Sentences {
		if s.Earlier {
			old += s.Text + "\n"
		} else {
			current += s.Text + "\n"
		}
	}
	return old, current
}

func TestOpponentIsNotOvertaken(t *testing.T) {
	g := shelved(t, map[string]string{
		"a.md": told("Flood at Tarn", "Tarn Courier", "2031-03-05", "Mayor Ines Vold said that 300 homes were flooded in Tarn."),
		"b.md": told("Doubts over flood", "Fell Gazette", "2031-03-06", "The opposition said that 250 homes were flooded in Tarn."),
		"c.md": told("Flood spreads", "Tarn Courier", "2031-03-07", "Mayor Ines Vold said that 420 homes were flooded in Tarn."),
	})
	for _, question := range []string{"How many homes were flooded in Tarn?", "How many homes were flooded in Tarn so far?"} {
		a := ask(t, g, answer.Question{Text: question})
		old, current := earlier(a)
		if a.Verdict != answer.Disputed || strings.Contains(old, "250") || !strings.Contains(current, "250") || !strings.Contains(current, "420") {
			t.Errorf("%q: %s; earlier %q, current %q", question, a.Verdict, old, current)
		}
		if strings.Contains(current, "300") {
			t.Errorf("%q: the mayor's first count is not marked as earlier: %q", question, current)
		}
	}
}

func TestSameVoiceAndRisenCountsOvertake(t *testing.T) {
	for name, later := range map[string]string{
		"same voice":  "Mayor Ines Vold said that 420 homes were flooded in Tarn.",
		"says it has": "The number of flooded homes in Tarn has risen to 420, the fire brigade said.",
		"own words":   "The flood has reached 420 homes in Tarn.",
	} {
		g := shelved(t, map[string]string{
			"a.md": told("Flood at Tarn", "Tarn Courier", "2031-03-05", "Mayor Ines Vold said that 300 homes were flooded in Tarn."),
			"c.md": told("Flood spreads", "Fell Gazette", "2031-03-07", later),
		})
		a := ask(t, g, answer.Question{Text: "How many homes were flooded in Tarn?"})
		if old, current := earlier(a); a.Verdict == answer.Disputed || !strings.Contains(current, "420") || strings.Contains(current, "300") {
			t.Errorf("%s: %s; earlier %q, current %q", name, a.Verdict, old, current)
		}
	}
}

func TestOpponentCallingAFigureWrongIsNoCorrection(t *testing.T) {
	g := shelved(t, map[string]string{
		"a.md": told("Flood at Tarn", "Tarn Courier", "2031-03-05", "Mayor Ines Vold said that 300 homes were flooded in Tarn."),
		"b.md": told("Doubts over flood", "Fell Gazette", "2031-03-06", "The opposition said that the mayor was wrong and that 420 homes were flooded in Tarn."),
	})
	a := ask(t, g, answer.Question{Text: "How many homes were flooded in Tarn?"})
	if old, _ := earlier(a); a.Verdict != answer.Disputed || old != "" {
		t.Errorf("%s; earlier %q", a.Verdict, old)
	}
}

func TestABodyThatPublishesItsOwnCountIsAParty(t *testing.T) {
	g := shelved(t, map[string]string{
		"a.md": told("Facts about the spill", "Osk Harbour Authority", "2031-03-05", "By the Authority's reckoning, 40 million litres of brine left the basin."),
		"b.md": told("Spill at Osk", "Fell Gazette", "2031-03-06", "The marine institute of Vell reckons that the basin lost 95 million litres of brine."),
	})
	a := ask(t, g, answer.Question{Text: "How many litres of brine left the basin?"})
	if old, _ := earlier(a); a.Verdict != answer.Disputed || old != "" {
		t.Errorf("%s; earlier %q", a.Verdict, old)
	}
}

// Asked how things stand now, what two reports of different days tell is no dispute: the later has overtaken the earlier.
func TestHowThingsStandNowIsToldByTheLatest(t *testing.T) {
	g := shelved(t, map[string]string{
		"a.md": told("Zone widened", "Tarn Courier", "2031-03-05", "The closed zone around the smelter at Tarn reaches out to five kilometres, police chief Odo Lund said."),
		"b.md": told("Families return", "Fell Gazette", "2031-03-11", "The closed zone around the smelter at Tarn reaches out to two kilometres, governor Maren Osk said."),
	})
	a := ask(t, g, answer.Question{Text: "how big is the closed zone around the smelter at Tarn now?"})
	old, current := earlier(a)
	if a.Verdict == answer.Disputed || !strings.Contains(current, "two kilometres") || strings.Contains(current, "five kilometres") {
		t.Errorf("%s; earlier %q, current %q", a.Verdict, old, current)
	}
}

// A count that officials at large gave on the first day is no side against a later, higher one; and one count shown twice is shown once.
func TestFirstCountsOfOfficialsAreOvertaken(t *testing.T) {
	wire := "At least 12 people died when the dam above Tarn gave way, rescue officials said."
	g := shelved(t, map[string]string{
		"a.md": told("Dam breaks", "News Agency", "2031-03-05", wire),
		"b.md": told("Dam above Tarn breaks", "Evening Post", "2031-03-05", wire),
		"c.md": told("Toll climbs", "Fell Gazette", "2031-03-07", "Thirty-one people are now known to have died in the flood from the dam above Tarn, civil protection chief Maren Osk said."),
	})
	a := ask(t, g, answer.Question{Text: "what is the death toll of the dam above Tarn?"})
	_, current := earlier(a)
	if a.Verdict == answer.Disputed || !strings.HasPrefix(current, "Thirty-one") || strings.Contains(current, "12 people") {
		t.Errorf("%s: current %q", a.Verdict, current)
	}
}

// Parties that contradict one another within one article do not overtake one another, however late they speak and whatever is asked for.
func TestOpponentsDoNotOvertakeOneAnother(t *testing.T) {
	g := shelved(t, map[string]string{
		"a.md": told("Troops mass", "Ostik Ledger", "2033-05-04", "Ostria says 300 of its soldiers are at the Kestrel pass. Norland says 2,000 Ostrian soldiers are there."),
		"b.md": told("Norland counts", "Fell Gazette", "2033-05-06", "Norland says 2,500 Ostrian soldiers are at the Kestrel pass."),
		"c.md": told("Ostria counts", "Tarn Courier", "2033-05-07", "Ostria says 350 of its soldiers are at the Kestrel pass."),
	})
	for _, question := range []string{"How many Ostrian soldiers are at the Kestrel pass now?", "What is the latest number of Ostrian soldiers at the Kestrel pass?"} {
		a := ask(t, g, answer.Question{Text: question})
		_, current := earlier(a)
		if a.Verdict != answer.Disputed || !strings.Contains(current, "2,500") || !strings.Contains(current, "350") || strings.Contains(current, "2,000") {
			t.Errorf("%q: %s; current %q", question, a.Verdict, current)
		}
	}
}

// Who is found to be a rival by one count is not overtaken by another.
func TestARivalIsNotEarlier(t *testing.T) {
	g := shelved(t, map[string]string{
		"a.md": told("Troops mass", "Ostik Ledger", "2033-05-04", "Ostria says 300 of its soldiers are at the Kestrel pass."),
		"b.md": told("Norland counts", "Fell Gazette", "2033-05-06", "Norland says 2,500 Ostrian soldiers are at the Kestrel pass."),
		"c.md": told("Ostria counts", "Tarn Courier", "2033-05-07", "Ostria says 350 of its soldiers are at the Kestrel pass."),
	})
	a := ask(t, g, answer.Question{Text: "How many Ostrian soldiers are at the Kestrel pass now?"})
	if old, current := earlier(a); a.Verdict != answer.Disputed || strings.Contains(old, "2,500") || !strings.Contains(current, "350") || strings.Contains(current, " 300 ") {
		t.Errorf("%s; earlier %q, current %q", a.Verdict, old, current)
	}
	for _, s := range a.Sides {
		for _, i := range s.Sentences {
			if a.Sentences[i].Earlier {
				t.Errorf("%s is a side, and earlier: %q", s.Who, a.Sentences[i].Text)
			}
		}
	}
}
