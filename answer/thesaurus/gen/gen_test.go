package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parley/answer/thesaurus/packed"
)

// files are a WordNet of a few words, in the forms of wndb(5WN) and senseidx(5WN).
func files(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	noun := `  1 the licence
00000010 06 n 02 boat 0 Boaty 0 003 @ 00000020 n 0000 ~ 00000030 n 0000 + 00000100 v 0101 | a small vessel
00000020 06 n 01 vessel 0 001 ~ 00000010 n 0000 | a craft
00000030 06 n 02 row-boat 0 dinghy 0 001 @ 00000010 n 0000 | a boat with oars
00000040 18 n 02 Boat 1 Boatman 0 000 | a name
00000050 18 n 02 tub 0 crate 0 001 ;u 00000060 n 0000 | a slur on a boat
00000060 10 n 01 disparagement 0 001 -u 00000050 n 0000 | speaking ill
00000070 05 n 02 newt 0 eft 0 001 @ 00000080 n 0000 | an animal
00000080 05 n 02 amphibian 0 croaker 0 001 ~ 00000070 n 0000 | an animal too
00000090 06 n 01 very_long_phrase_indeed 0 000 | four words
`
	general := &strings.Builder{}
	for i := range tooGeneral + 1 {
		fmt.Fprintf(general, "%08d 06 n 02 kind%c%c 0 sort%c%c 0 001 @ 00009999 n 0000 | one of many\n", 1000+i, 'a'+i%26, 'a'+i/26, 'a'+i%26, 'a'+i/26)
	}
	fmt.Fprintf(general, "00009999 06 n 02 anything 0 whatnot 0 %03d", tooGeneral+1)
	for i := range tooGeneral + 1 {
		fmt.Fprintf(general, " ~ %08d n 0000", 1000+i)
	}
	general.WriteString(" | all of them\n")
	for name, text := range map[string]string{
		"data.noun": noun + general.String(),
		"data.verb": "00000100 38 v 02 boat 0 sail 0 002 + 00000010 n 0101 ! 00000110 v 0201 01 + 08 00 | go by boat\n" +
			"00000110 38 v 01 walk 0 001 ! 00000100 v 0102 01 + 08 00 | go on foot\n",
		"data.adj": "00000200 00 s 01 afloat(p) 0 000 | on the water\n", "data.adv": "",
		"index.sense": "boat%1:06:00:: 00000010 2 1\nboat%2:38:00:: 00000100 1 7\nsail%2:38:00:: 00000100 1 30\nwalk%2:38:00:: 00000110 1 3\nboat%1:18:00:: 00000040 1 90\n",
		"verb.exc":    "sold sell\nboat boat\n", "noun.exc": "boaten boat\ntwo_words boat\n", "adj.exc": "", "adv.exc": "",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func generate(t *testing.T) *packed.Graph {
	t.Helper()
	dir := files(t)
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := run(dir, dir, false, out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Fatal("two runs gave different files")
	}
	g, err := packed.Read(&first)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// groups writes each group as its words, joined by "=".
func groups(g *packed.Graph) []string {
	var all []string
	for _, members := range g.Groups {
		var words []string
		for _, m := range members {
			words = append(words, g.Words[m.Word])
		}
		all = append(all, strings.Join(words, "="))
	}
	return all
}

func TestWordsThatAreKept(t *testing.T) {
	g := generate(t)
	for word, want := range map[string]bool{
		"boat": true, "vessel": true, "row-boat": true, "tub": true, "afloat": true,
		"Boat": false, "boatman": false, "boaty": false, "very long phrase indeed": false,
	} {
		if slices.Contains(g.Words, word) != want {
			t.Errorf("%q kept: %t", word, !want)
		}
	}
	boat := g.Classes[slices.Index(g.Words, "boat")]
	if boat&packed.Noun == 0 || boat&packed.Verb == 0 || boat.Frequency() != step(8) {
		t.Errorf("boat is of class %b: the count of the name is none of its own", boat)
	}
}

func TestGroupsAndWhatJoinsThem(t *testing.T) {
	g := generate(t)
	all := groups(g)
	for group, want := range map[string]bool{
		"boat": true, "vessel": true, "boat=sail": true, "dinghy=row-boat": true, "eft=newt": true, "anything=whatnot": true,
		"crate=tub": false, // marked as disparaging
		"walk":      false, // one word that leads nowhere
	} {
		if slices.Contains(all, group) != want {
			t.Errorf("group %q kept: %t", group, !want)
		}
	}
	var edges []string
	for _, e := range g.Edges {
		edges = append(edges, fmt.Sprint(all[e.From], ">", all[e.To], " ", e.Kind))
	}
	slices.Sort(edges)
	if want := []string{"boat>vessel 0", "dinghy=row-boat>boat 0"}; !slices.Equal(edges, want) {
		t.Errorf("edges %v, not %v: neither animals nor what is too general", edges, want)
	}
	if len(g.Links) != 1 || g.Links[0].Kind != packed.Opposite || g.Words[g.Links[0].A] != "sail" || g.Words[g.Links[0].B] != "walk" {
		t.Errorf("links %v", g.Links)
	}
}

func TestSensesAreRankedByTheirCounts(t *testing.T) {
	g := generate(t)
	all, boat := groups(g), slices.Index(g.Words, "boat")
	for group, want := range map[string]uint8{"boat=sail": 0, "boat": 1} {
		members := g.Groups[slices.Index(all, group)]
		at := slices.IndexFunc(members, func(m packed.Member) bool { return m.Word == boat })
		if members[at].Rank != want {
			t.Errorf("boat in %s has the rank %d, not %d", group, members[at].Rank, want)
		}
	}
}

func TestIrregularForms(t *testing.T) {
	if got, want := generate(t).Irregular, []packed.Form{{Form: "boaten", Base: "boat"}}; !slices.Equal(got, want) {
		t.Errorf("forms %v, not %v: one word, of a known base", got, want)
	}
}

func TestBrokenFilesAreTold(t *testing.T) {
	for _, line := range []string{"00000010 06 n", "00000010 06 n zz boat 0 000 | x", "00000010 06 n 01 boat 0 002 @ 00000020 n 0000 | x"} {
		dir := files(t)
		if err := os.WriteFile(filepath.Join(dir, "data.noun"), []byte(line+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := run(dir, dir, false, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "data.noun:1") {
			t.Errorf("%q gives the error %v", line, err)
		}
	}
	if err := run(t.TempDir(), t.TempDir(), false, &bytes.Buffer{}); err == nil {
		t.Error("no files, and no error")
	}
}

func TestAlliesAreWhatDefinitionsAndRelationsBringTogether(t *testing.T) {
	net := &wordnet{synsets: map[key]*synset{}, counts: map[sense]int{}}
	for _, line := range []string{
		"00000001 06 n 01 boat 0 001 @ 00000002 n 0000 | a small vessel that sails on water",
		"00000002 06 n 01 vessel 0 001 ~ 00000001 n 0000 | a craft that sails on water",
		"00000003 06 n 01 bread 0 001 @ 00000004 n 0000 | food that is baked from flour",
		"00000004 06 n 01 food 0 001 ~ 00000003 n 0000 | what is eaten",
		"00000005 06 n 01 oven 0 000 | where food is baked",
	} {
		if err := net.addSynset(line); err != nil {
			t.Fatal(err)
		}
	}
	for i, word := range []string{"boat", "vessel", "bread", "food", "oven"} {
		if err := net.addCount(fmt.Sprintf("%s%%1:06:00:: %08d 1 9", word, i+1)); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 40 { // the rest of a language: what all walks come by says nothing
		word := fmt.Sprintf("thing%c%c", 'a'+i%26, 'a'+i/26)
		if err := net.addSynset(fmt.Sprintf("%08d 06 n 01 %s 0 000 | of its own", 100+i, word)); err != nil {
			t.Fatal(err)
		}
		if err := net.addCount(fmt.Sprintf("%s%%1:06:00:: %08d 1 9", word, 100+i)); err != nil {
			t.Fatal(err)
		}
	}
	g := build(net, nil)
	all := allies(net, g)
	has := func(a, b string) bool {
		i, j := slices.Index(g.Words, a), slices.Index(g.Words, b)
		return slices.ContainsFunc(all[i], func(o packed.Ally) bool { return o.Word == j })
	}
	for _, c := range [][2]string{{"boat", "vessel"}, {"bread", "oven"}, {"food", "oven"}} {
		if !has(c[0], c[1]) || !has(c[1], c[0]) {
			t.Errorf("%s and %s are no allies: %v", c[0], c[1], all)
		}
	}
	if has("boat", "bread") || has("vessel", "oven") {
		t.Errorf("boats and bread are allies: %v", all)
	}
}
