package store

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/article/names"
)

// Passages are taken apart together; each must have the terms that it has by itself, whatever stands at its ends.
func TestPassagesAreTakenApartAsIfAlone(t *testing.T) {
	for lang, paragraphs := range map[string][]string{
		"en": {"The council counted two", "hundred boats, and a cease-", "fire held.", "PORT CLOSED AGAIN TODAY", "U.S. envoys met T.T.P. men at 23:", "40 o'clock",
			"5", "000 tonnes; 2.", "5 per", "cent", "Captain Vasquez-Ibarra of the Ostrand Harbour Union (OHU) spoke.", "OHU members agreed."},
		"tr": {"Görüşmeler İstanbul'da", "Ankara'nın kesildi-", "ği açıklandı 2.500"},
		"ur": {"مذاکرات ختم", "ہوگئے ۲۰۲۱"},
		"zh": {"北京市", "政府"},
		"":   {"Nothing", "said."},
	} {
		d := doc("a.txt", paragraphs...)
		d.Language = lang
		p, err := prepare(d)
		if err != nil {
			t.Fatal(err)
		}
		for i, text := range paragraphs {
			if diff := cmp.Diff(strings.Join(terms(text, lang), " "), p.passages[i].body); diff != "" {
				t.Errorf("%s %q: %s", lang, text, diff)
			}
		}
		groups, mentions := names.Read(strings.Join(paragraphs, "\n\n"))
		mentions = append(mentions, []string{d.Publisher})
		if diff := cmp.Diff(groups, p.names) + cmp.Diff(mentions, p.mentions); diff != "" {
			t.Errorf("%s: %s", lang, diff)
		}
	}
}

func TestTermsOfAVersion(t *testing.T) {
	d := doc("a.txt", "A barge and a barge met a ferry.", "No ferry came.")
	d.Title, d.Passages[1].Heading = "Ferry news", "The barge"
	p, err := prepare(d)
	if err != nil {
		t.Fatal(err)
	}
	type count struct{ DF, Above int }
	got := map[string]count{}
	how := map[string]manner{}
	for _, h := range p.held {
		got[h.term] = count{h.df, h.above}
	}
	for _, at := range p.places {
		if at.ord == 0 {
			how[p.held[at.term].term] = at.how
		}
	}
	if diff := cmp.Diff(map[string]count{"barg": {1, 1}, "ferri": {2, 0}, "met": {1, 0}, "news": {0, 2}, "came": {1, 0}}, got); diff != "" {
		t.Error(diff)
	}
	class := classOf(p.passages[0].terms)
	want := map[string]manner{"barg": mannerOf(2, false, class), "ferri": mannerOf(1, true, class), "met": mannerOf(1, false, class), "news": mannerOf(0, true, class)}
	if diff := cmp.Diff(want, how); diff != "" {
		t.Error(diff)
	}
}
