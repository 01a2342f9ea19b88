package names

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func found(b *Book, text string) string {
	var out []string
	for _, m := range b.Find(text) {
		out = append(out, text[m.Start:m.End]+"="+m.Group.Forms[0])
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	book := Gazetteer().With(
		Group{Forms: []string{"Port Workers of Velda", "PWV"}, Origin: FromArticle},
		Group{Forms: []string{"Velda"}, Origin: FromModerator},
	)
	for _, c := range []struct{ text, want, odd string }{
		{"Norway and Sweden agreed.", "Norway=Norway; Sweden=Sweden", "plain"},
		{"Envoys from Turkey came.", "Turkey=Türkiye", "another spelling"},
		{"Turkiye'de seçim", "Turkiye=Türkiye", "an ending behind an apostrophe, no diacritic"},
		{"They ate turkey in Ohio.", "", "a bird, since the text has capitals"},
		{"what did turkey say", "turkey=Türkiye", "a country, since the text has none"},
		{"give us the male vote in chad's town", "", "words in small letters"},
		{"the US and the U.S. and us", "US=United States; U.S.=United States", "dots or none, and a pronoun"},
		{"The WHO knows who did it", "WHO=World Health Organization", "an acronym and a pronoun"},
		{"norway's fleet", "norway=Norway", "small letters and a possessive"},
		{"Norwegians left Oslo", "Norwegians=Norway; Oslo=Oslo", "people and capital"},
		{"in New Zealand", "New Zealand=New Zealand", "two words"},
		{"Port Workers of Velda, or PWV, of Velda", "Port Workers of Velda=Port Workers of Velda; PWV=Port Workers of Velda; Velda=Velda", "longest first"},
		{"Переговоры в Норвегии", "Норвегии=Norway", "a case ending"},
		{"ناروے اور پاکستان", "ناروے=Norway; پاکستان=Pakistan", "Urdu"},
		{"Guinea-Bissau", "Guinea-Bissau=Guinea-Bissau", "hyphen"},
		{"Korea. North, they said", "", "a sentence ends between"},
	} {
		if diff := cmp.Diff(c.want, found(book, c.text)); diff != "" {
			t.Errorf("%s: %q\n%s", c.odd, c.text, diff)
		}
	}
}

func TestSame(t *testing.T) {
	book := Gazetteer().With(Group{Forms: []string{"Agrarian Union", "AU"}, Origin: FromArticle})
	for _, c := range []struct {
		a, b string
		want Relation
		ok   bool
		odd  string
	}{
		{"Türkiye", "turkey", Same, true, "spelling"},
		{"Norwegen", "Norvège", Same, true, "two other languages"},
		{"U.S.", "America", Same, true, "acronym"},
		{"Norway", "Norwegians", Demonym, true, "people"},
		{"Norvège", "Norwegian", Demonym, true, "another language's country, English people"},
		{"Oslo", "Norway", Metonym, true, "capital"},
		{"Norwegian", "Oslo", Metonym, true, "people and capital"},
		{"Kiev", "Ukrainian", Metonym, true, "another spelling of the capital"},
		{"White House", "Americans", Metonym, true, "seat of government"},
		{"Niger", "Nigeria", 0, false, "two countries"},
		{"Austria", "Australia", 0, false, "two countries"},
		{"Oslo", "Stockholm", 0, false, "two capitals"},
		{"AU", "Agrarian Union", Same, true, "an article's acronym"},
		{"AU", "African Union", Same, true, "and the gazetteer's, asked from the long form"},
		{"Velda", "Velda", Same, true, "unknown, but equal"},
		{"", "", Same, false, "nothing"},
	} {
		r, ok := book.Same(c.a, c.b)
		back, also := book.Same(c.b, c.a)
		if ok != c.ok || ok && r != c.want || back != r || also != ok {
			t.Errorf("%s: Same(%q, %q) = %v, %v and back %v, %v; want %v, %v", c.odd, c.a, c.b, r, ok, back, also, c.want, c.ok)
		}
	}
	var none *Book
	if _, ok := none.Same("Oslo", "Norway"); ok || none.Find("Oslo") != nil || none.Forms("Oslo") != nil {
		t.Error("the nil book knows something")
	}
}

func TestFormsOfACountry(t *testing.T) {
	forms := Gazetteer().Forms("turkiye")
	for _, want := range []Form{{"Turkey", Same}, {"Turkish", Demonym}, {"Ankara", Metonym}, {"ترکی", Same}} {
		if !slices.Contains(forms, want) {
			t.Errorf("%v is not among %v", want, forms)
		}
	}
}

func TestWithLeavesTheBookAlone(t *testing.T) {
	one := (*Book)(nil).With(Group{Forms: []string{"Velda"}})
	two := one.With(Group{Forms: []string{"Ostrel"}})
	_ = one.With(Group{Forms: []string{"Kamrin"}})
	if got := found(two, "Velda Ostrel Kamrin"); got != "Velda=Velda; Ostrel=Ostrel" {
		t.Error(got)
	}
	if got := found(one, "Velda Ostrel"); got != "Velda=Velda" {
		t.Error(got)
	}
}

var story = strings.Repeat("Ministers from Norway and Türkiye met in Oslo on Friday. The Dockers' Federation of Velda (DFV) said that Saudi "+
	"officials had left. “We shall wait,” Ilka Torvald told Radio Ostrel. Torvald, the DFV's chair, added that Kyiv had agreed.\n", 22)

func BenchmarkFind(b *testing.B) {
	book := Gazetteer()
	b.SetBytes(int64(len(story)))
	for b.Loop() {
		book.Find(story)
	}
}

func BenchmarkSame(b *testing.B) {
	book := Gazetteer()
	for b.Loop() {
		book.Same("Oslo", "Norwegian")
	}
}

func BenchmarkGazetteerParse(b *testing.B) {
	for b.Loop() {
		newLayer(parse(published + added))
	}
}
