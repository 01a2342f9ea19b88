package thesaurus

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley/answer/thesaurus/packed"
)

func isKin(phrase, near string) bool {
	return slices.ContainsFunc(Kin(phrase), func(w Word) bool { return w.Text == near })
}

func TestKin(t *testing.T) {
	for _, c := range []struct {
		phrase, near string
	}{
		{"go-betweens", "mediator"},
		{"go between", "mediator"}, // a blank for the hyphen
		{"ceasefire", "truce"},     // written in one, with a hyphen in WordNet
		{"ceasefires", "armistice"},
		{"landmines", "mine"},    // in two words in WordNet
		{"bandages", "dressing"}, // a wider word
		{"react", "reaction"},    // one root
		{"quake", "earthquake"},
		{"rapidly", "rapid"},
		{"election", "electoral"},
		{"vaccine", "immunize"},
		{"wildfire", "inferno"},
		{"shelling", "bombardment"},
		{"petrol", "gasoline"},
		{"talks", "negotiation"}, // a word of its own, and the plural of another
		{"talks", "speak"},
		{"refugees", "exile"},
		{"refugees", "displaced person"},
		{"children", "kid"}, // irregular
		{"planned", "planning"},
		{"walked out", "strike"}, // the first word inflected
		{"steps down", "resign"},
		{"called off", "cancel"},
		{"turning down", "reject"},
		{"put off", "postpone"},
		{"blew up", "explode"},
		{"peace treaties", "peace"}, // the last word inflected
		{"huge", "vast"},
		{"dangerous", "risky"}, // similar adjectives
		{"kill", "die"},        // what it causes
		{"snore", "sleep"},     // what it comes with
	} {
		if !isKin(c.phrase, c.near) {
			t.Errorf("%q is not kin of %q: %v", c.near, c.phrase, Kin(c.phrase))
		}
	}
}

func TestNoKin(t *testing.T) {
	for _, c := range []struct {
		phrase, far string
	}{
		{"talk", "person"},
		{"person", "talk"},
		{"dog", "entity"},     // too general
		{"soldier", "person"}, // too general
		{"open", "close"},     // opposites
		{"accept", "reject"},
		{"wounded", "uninjured"},
		{"wife", "husband"},
		{"refugees", "refuge"}, // no form of it
		{"press", "pre"},
		{"turkey", "asia"}, // no names
		{"hospital", "hospital"},
		{"hospital", "mental hospital"}, // who looks for the one finds the other
		{"boy", "dog"},
	} {
		if isKin(c.phrase, c.far) {
			t.Errorf("%q is kin of %q: %v", c.far, c.phrase, Kin(c.phrase))
		}
	}
}

func TestKinAreOrderedAndBounded(t *testing.T) {
	words := strings.Fields(`run open strike set break take make talk person war hospital cut head go up light good old line play`)
	for _, w := range words {
		near := Kin(w)
		if len(near) == 0 || len(near) > maxKin {
			t.Errorf("%s has %d kin", w, len(near))
		}
		seen := map[string]bool{w: true}
		for i, k := range near {
			if k.Weight < leastWeight || k.Weight > asSynonym || i > 0 && k.Weight > near[i-1].Weight || seen[k.Text] {
				t.Errorf("%s: kin %d is %v", w, i, k)
			}
			seen[k.Text] = true
		}
		if diff := cmp.Diff(near, Kin(w)); diff != "" {
			t.Errorf("%s has other kin the second time: %s", w, diff)
		}
	}
}

func TestKnown(t *testing.T) {
	for _, w := range strings.Fields(`hospital hospitals children ran walking planned biggest the whose without dishes heroes policemen ceasefire wildfires go-between`) {
		if !Known(w) {
			t.Errorf("%s is not known", w)
		}
	}
	for _, w := range append(strings.Fields(`norway london einstein hughes qwertyish mbeki s x -`), "", " ", "the of") {
		if Known(w) {
			t.Errorf("%q is known", w)
		}
	}
}

func TestFrequency(t *testing.T) {
	for word, want := range map[string]int{"time": 3, "people": 3, "the": 3, "walked": 3, "zither": 0, "xqzt": -1} {
		if got := Frequency(word); got != want {
			t.Errorf("%s has the frequency %d, not %d", word, got, want)
		}
	}
}

func TestAntonyms(t *testing.T) {
	for _, c := range []struct {
		word string
		want []string
	}{
		{"open", []string{"closed", "close"}},
		{"opened", []string{"close"}},
		{"unsafe", []string{"safe"}}, // by way of "dangerous"
		{"safe", []string{"dangerous"}},
		{"accepted", []string{"reject", "refuse"}},
		{"win", []string{"lose"}},
		{"alive", []string{"dead"}},
		{"wives", []string{"husband"}},
	} {
		got := Antonyms(c.word)
		for _, w := range c.want {
			if !slices.Contains(got, w) {
				t.Errorf("%s has the antonyms %v without %s", c.word, got, w)
			}
		}
	}
	for _, w := range []string{"said", "table", "norway", ""} {
		if got := Antonyms(w); len(got) > 0 {
			t.Errorf("%q has the antonyms %v", w, got)
		}
	}
}

func TestBase(t *testing.T) {
	for form, want := range map[string]string{
		"children": "child", "ran": "run", "wives": "wife", "left": "leave", "men": "man", "fought": "fight", "worse": "bad",
		"crises": "crisis", "table": "table", "norway": "norway", "": "",
	} {
		if got := Base(form); got != want {
			t.Errorf("Base(%q) = %q, not %q", form, got, want)
		}
	}
}

func TestPhrase(t *testing.T) {
	words := strings.Fields("both parties walked out before the peace treaties to go between two fires after the coup d'etat at the end")
	want := map[string]int{"walked": 2, "peace": 2, "go": 2, "coup": 2}
	for i, w := range words {
		if got := Phrase(words, i); got != want[w] {
			t.Errorf("Phrase at %q is %d, not %d", words[i:], got, want[w])
		}
	}
	if got := Phrase(strings.Fields("weapons of mass destruction"), 0); got != 0 {
		t.Errorf("a phrase of four words counts %d", got)
	}
	if got := Phrase(strings.Fields("shot in the arm"), 1); got != 0 {
		t.Errorf("no phrase begins at in: %d", got)
	}
}

// TestAnyText holds that no text makes the thesaurus fail, or tell of a word what it does not know.
func TestAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-z' -]{0,30}`)).Draw(t, "text")
		if len(Kin(s)) > 0 && !Known(s) {
			t.Fatalf("%q has kin and is not known", s)
		}
		Antonyms(s)
		Base(s)
		Phrase(strings.Split(s, " "), 0)
	})
}

func TestEachWordIsFound(t *testing.T) {
	n := loaded()
	for i := range n.ends {
		if at, ok := n.find(n.word(i)); !ok || at != i {
			t.Fatalf("%q stands at %d and is found at %d, %t", n.word(i), i, at, ok)
		}
	}
}

func TestSize(t *testing.T) {
	if size := len(embedded); size < 500_000 || size > 1_200_000 {
		t.Errorf("the embedded words take %d bytes", size)
	}
	n := loaded()
	numbers := len(n.ends)
	for _, r := range []rows{n.members, n.senses, n.edges, n.links} {
		numbers += len(r.ends) + len(r.values)
	}
	if resident := len(n.text) + len(n.classes) + 4*numbers; resident > 12_000_000 {
		t.Errorf("the words take %d bytes of memory", resident)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		g, err := packed.Read(bytes.NewReader(embedded))
		if err != nil {
			b.Fatal(err)
		}
		newNetwork(g)
	}
}

func BenchmarkKin(b *testing.B) {
	words := strings.Split("go-betweens,bandages,pulled out,withdraw,talk,person,war,collapsed,hospital,negotiations", ",")
	Kin("load")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Kin(words[i%len(words)])
	}
}

func BenchmarkKnown(b *testing.B) {
	words := strings.Fields("go-betweens bandages xyzzying withdraw talks gothamite")
	Known("load")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Known(words[i%len(words)])
	}
}

func BenchmarkPhrase(b *testing.B) {
	words := strings.Fields("the workers have walked out of the wage talks again")
	Known("load")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Phrase(words, i%len(words))
	}
}
