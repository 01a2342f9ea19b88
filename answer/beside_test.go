package answer

import (
	"slices"
	"strings"
	"testing"

	"parley/article"
	"parley/article/analysis"
	"parley/article/names"
)

func TestLeans(t *testing.T) {
	for sentence, want := range map[string]bool{
		"He left the mill at dawn.":                           true,
		"Nevertheless, she kept the keys.":                    true,
		"Having crossed the river at night, they lit a fire.": true,
		"These were never found.":                             true,
		"But that the bridge held was luck.":                  false,
		"Having crossed the Orla at night, they lit a fire.":  false, // the name may be theirs
		"The miller said he would stay.":                      false,
		"However, the mill burned.":                           false,
		"":                                                    false,
	} {
		if got := leans(analysis.Tokenize(sentence, "en")); got != want {
			t.Errorf("%q leans: %t", sentence, got)
		}
	}
}

// seek is a search for a question among the passages, without a store.
func seek(question string, passages ...string) *found {
	f := &found{query: parse(question, &names.Book{}), book: &names.Book{}}
	df := map[string]int{}
	var cands []Candidate
	at := 0
	for i, p := range passages {
		cands = append(cands, Candidate{ID: article.PassageID(i + 1), ArticleID: article.ID(i + 1), Version: 1, Passage: article.Passage{Span: article.Span{Start: at, End: at + len(p)}, Text: p}})
		for term := range stemSet(analysis.Tokenize(p, "en")) {
			df[term]++
		}
	}
	f.query.weigh(df, len(passages))
	f.matcher = newMatcher(&f.query, f.book)
	f.views = f.matcher.views(cands)
	f.matcher.rank(f.views, averageLength(f.views))
	return f
}

func TestNeighboursAreShownAsOne(t *testing.T) {
	mill := "The mill at Tarn was sold in spring. It was bought by a cooper, who turned the mill into a store. Rain fell all week."
	for name, c := range map[string]struct {
		passages []string
		want     string
	}{
		"side by side": {[]string{mill}, "The mill at Tarn was sold in spring. It was bought by a cooper, who turned the mill into a store."},
		"two lines":    {[]string{strings.Replace(mill, "spring. It", "spring.\nThen it", 1)}, "The mill at Tarn was sold in spring."},
	} {
		f := seek("Who bought the mill at Tarn that was sold?", c.passages...)
		var all []string
		for _, p := range f.pick(f.choices(), nil) {
			var parts []string
			for _, s := range p.spans() {
				parts = append(parts, p.v.Passage.Text[s.Start-p.v.Passage.Start:s.End-p.v.Passage.Start])
			}
			all = append(all, strings.Join(parts, "|"))
		}
		if !strings.HasPrefix(strings.Join(all, "\n"), c.want) && !strings.Contains(strings.Join(all, "\n"), "\n"+c.want) {
			t.Errorf("%s: shown %q", name, all)
		}
	}
}

func TestADisputedSentenceStandsByItself(t *testing.T) {
	f := seek("Who bought the mill at Tarn that was sold?", "The mill at Tarn was sold in spring. It was bought by a cooper, who turned the mill into a store.")
	all := f.choices()
	rs := []rivals{{a: &account{choice: all[0]}, b: &account{choice: all[1]}}}
	if got := f.neighbour(all[:1], all[1], all, rs); got != -1 {
		t.Error("a rival was joined to its neighbour")
	}
	if got := f.neighbour(all[:1], all[1], all, nil); got != 0 {
		t.Error("a neighbour was not joined")
	}
}

func TestWhatIsCommonTellsLess(t *testing.T) {
	q := parse("Which village lost its mill at Tarnholt?", &names.Book{})
	q.weigh(map[string]int{"villag": 3, "lost": 3, "mill": 3, "tarnholt": 3}, 40)
	idf := map[string]float64{}
	for _, c := range q.concepts {
		idf[c.token.Exact] = c.idf
	}
	if idf["tarnholt"] <= idf["mill"] || idf["mill"] <= idf["village"] {
		t.Errorf("a name must tell more than a thing, and that more than what is asked to be named: %v", idf)
	}
}

func TestWindow(t *testing.T) {
	far := "The mill stood empty. " + strings.Repeat("Rain fell on the hills and on the road for days. ", 4) + "The cooper left."
	f := seek("mill cooper", "The cooper bought the mill.", far)
	near, wide := f.views[0].features[fWindow], f.views[1].features[fWindow]
	if f.views[0].Passage.Text == far {
		near, wide = wide, near
	}
	if near != 1 || wide >= 1 || wide == 0 {
		t.Errorf("within the window: %g side by side, %g far apart", near, wide)
	}
}

func TestASentenceIsShownWithWhatStandsBesideIt(t *testing.T) {
	for name, c := range map[string]struct{ passage, want string }{
		"behind it":         {"The ferry Alda sank off Tarn on Monday night. Divers brought up nine bodies before noon.", "The ferry Alda sank off Tarn on Monday night. Divers brought up nine bodies before noon."},
		"before it":         {"Divers brought up nine bodies from the ferry before noon. The ferry Alda sank off Tarn on Monday night.", "Divers brought up nine bodies from the ferry before noon. The ferry Alda sank off Tarn on Monday night."},
		"a lead-in":         {"The ferry Alda sank off Tarn on Monday night. This is what divers brought up near Tarn:", "The ferry Alda sank off Tarn on Monday night."},
		"a scrap":           {"The ferry Alda sank off Tarn on Monday night. Back at six.", "The ferry Alda sank off Tarn on Monday night."},
		"another paragraph": {"The ferry Alda sank off Tarn on Monday night.\nDivers from Tarn brought up nine bodies before noon.", "The ferry Alda sank off Tarn on Monday night."},
		"too long":          {"The ferry Alda sank off Tarn on Monday night. Divers from Tarn brought up " + strings.Repeat("nine bodies and ", 20) + "a bell.", "The ferry Alda sank off Tarn on Monday night."},
	} {
		f := seek("When did the ferry Alda sink?", c.passage)
		all := f.choices()
		sank := slices.IndexFunc(all, func(c *choice) bool { return strings.Contains(c.text(), "sank") })
		var got []string
		for _, s := range f.inContext(all[sank:sank+1], nil, all, nil, nil)[0].spans() {
			got = append(got, c.passage[s.Start:s.End])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: shown %q", name, got)
		}
	}
}

func TestNobodysWordsStandBesideAnothers(t *testing.T) {
	f := seek("When did the ferry sink?", "The mayor of Tarn said that the ferry had sunk at night. “Nobody had warned us of the storm.” Pilot Ada Brook said that the ferry was old. She had no radio. Divers searched the wreck on Monday. The mayor of Tarn said that they would go on.")
	all := f.choices()
	v := all[0].v
	for _, c := range []struct {
		a, b int
		want bool
	}{
		{0, 1, true},  // both are the mayor's
		{1, 2, false}, // the mayor is not named in them
		{0, 2, true},  // each is named
		{2, 3, true},
		{3, 4, false}, // what nobody said would read as hers
		{4, 5, true},
	} {
		if got := choiceAt(all, v, c.a).heardWith(choiceAt(all, v, c.b)); got != c.want {
			t.Errorf("%d beside %d: %t", c.b, c.a, got)
		}
		if got := choiceAt(all, v, c.b).heardWith(choiceAt(all, v, c.a)); got != c.want {
			t.Errorf("%d beside %d: %t", c.a, c.b, got)
		}
	}
}

func TestWhatStandsAsideOfADisputeTakesNoSide(t *testing.T) {
	f := seek("Who bought the mill at Tarn?", "Ada Brook said that she bought the mill at Tarn.", "Odo Lund said that he bought the mill at Tarn.", "Mira Holt said that the mill at Tarn was sold in spring.")
	all := f.choices()
	var as []*account
	for _, c := range all {
		as = append(as, accountOf(c, &f.query, f.book))
	}
	for _, aside := range []bool{false, true} {
		rs := []rivals{{a: as[0], b: as[1]}, {a: as[0], b: as[2], aside: aside}}
		if got, want := len(sidesShown(all, rs, f.book)), 3-int(one(aside)); got != want {
			t.Errorf("aside %t: %d sides, want %d", aside, got, want)
		}
		if n := len(lead(nil, rs)); n != 3 {
			t.Errorf("aside %t: %d shown, want 3", aside, n)
		}
	}
}
