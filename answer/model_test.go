package answer_test

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/answer"
	"parley/answer/gate"
	"parley/article"
	"parley/llm"
	"parley/llm/llmtest"
	"parley/store"
)

// refinery is the story that the endpoint's scripts speak of.
var refinery = map[string]string{
	"wire.txt": `Gas leak empties two districts of Velmar

Published: 15 May 2031

VELMAR - A gas leak at the Korda refinery forced 4,200 people out of two districts of Velmar early on Thursday, the fire service said. Nine workers were taken to hospital. The leak began at 3:40 in the morning in a storage tank on the eastern side of the plant.

Fire chief Ilse Brandt said that crews had closed the valve after six hours. "We found the tank's alarm switched off," she told reporters at the gate. The company that runs the refinery, Nordal Energy, denied that the alarm had been switched off.

Mayor Jonas Petrel said that schools in the two districts would stay closed until Monday. He asked the regional government for 300 beds.`,
	"later.txt": `Velmar residents return as inquiry begins

Published: 17 May 2031

VELMAR - Residents returned to one of the two districts on Saturday. Nordal Energy said that eleven workers had been treated in hospital, two more than first reported. The regional government sent 180 beds.

Inspector Dana Holt opened an inquiry into the leak on Friday. Her office could fine Nordal Energy up to $2.5 million. Nordal Energy accused the fire service of entering the plant without permission.`,
}

const leakQuestion = "What happened in the gas leak at the Korda refinery in Velmar?"

// guildWith is one guild's file with the articles, in order of their names.
func guildWith(t testing.TB, articles map[string]string) *store.Guild {
	t.Helper()
	ctx := context.Background()
	guilds := store.NewGuilds(t.TempDir(), func() time.Time { return time.Date(2031, 5, 18, 12, 0, 0, 0, time.UTC) })
	t.Cleanup(func() { guilds.Close() })
	g, release, err := guilds.Use(ctx, "local")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(release)
	var names []string
	for name := range articles {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if _, err := g.Add(ctx, article.Parse(name, articles[name], article.Meta{}, nil), "test"); err != nil {
			t.Fatal(err)
		}
	}
	return g
}

// authored is a desk that asks the endpoint.
func authored(t testing.TB, e *llmtest.Endpoint, limit time.Duration) *answer.Desk {
	t.Helper()
	client, err := llm.New(llm.Options{BaseURL: e.URL(), Model: llmtest.Model, Timeout: limit})
	if err != nil {
		t.Fatal(err)
	}
	author, err := answer.NewAuthor(client)
	if err != nil {
		t.Fatal(err)
	}
	author.Limit = limit
	desk := answer.New()
	desk.Author = author
	return desk
}

func load(t testing.TB, name string) llmtest.Script {
	t.Helper()
	s, err := llmtest.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func askWith(t *testing.T, s llmtest.Script, g *store.Guild, question string) (answer.Answer, *llmtest.Endpoint) {
	t.Helper()
	e := llmtest.Start(t, s)
	a, err := authored(t, e, 5*time.Second).Ask(context.Background(), g, answer.Question{ID: "q", Text: question, Guild: "local"})
	if err != nil {
		t.Fatal(err)
	}
	return a, e
}

// markup is what no reader may get from a model.
var markup = regexp.MustCompile("(?i)https?://|www\\.|discord\\.gg|<[@#/]|@everyone|@here|\\*\\*|`|\\]\\(|\\|\\||^#|evil\\.example|[\\x00-\\x08\\x0b-\\x1f\\x7f\u200b\u202a-\u202e\u2066-\u2069]")

// holdsLaws checks an answer against the laws, from outside: quotes byte for byte, the gate on every sentence, plain text, numbers.
func holdsLaws(t *testing.T, g *store.Guild, a answer.Answer) {
	t.Helper()
	ctx := context.Background()
	book, err := g.Names(ctx)
	if err != nil {
		t.Error(err)
		return
	}
	numbers := map[string]int{}
	for _, s := range a.Sentences {
		var quotes []gate.Quote
		for _, c := range s.Citations {
			stored, err := g.Quote(ctx, c.ArticleID, c.Version, c.Start, c.End)
			if err != nil || stored != c.Quote {
				t.Errorf("quote %q: the body has %q, %v", c.Quote, stored, err)
			}
			place := fmt.Sprint(c.ArticleID, c.Version, c.Start, c.End)
			if n, ok := numbers[place]; ok && n != c.N || c.N < 1 {
				t.Errorf("one place has the numbers %d and %d", n, c.N)
			}
			numbers[place] = c.N
			before, err := g.Quote(ctx, c.ArticleID, c.Version, max(0, c.Start-1500), c.Start)
			if err != nil {
				before = ""
			}
			quotes = append(quotes, gate.Quote{Text: c.Quote, Before: before})
		}
		if r := gate.Check(s.Text, quotes, book); r.Verdict != gate.Supported {
			t.Errorf("the gate does not support %q by %q: %+v", s.Text, quotes, r)
		}
		if a.Mode == answer.Model && markup.MatchString(s.Text+"\n"+s.Speaker) {
			t.Errorf("markup, a link or a ping in %q by %q", s.Text, s.Speaker)
		}
	}
	if markup.MatchString(a.Note) {
		t.Errorf("note %q", a.Note)
	}
	if (a.Verdict == answer.NotCovered) != (len(a.Sentences) == 0) {
		t.Errorf("verdict %s with %d sentences", a.Verdict, len(a.Sentences))
	}
	if a.Verdict == answer.Disputed && len(a.Sides) < 2 {
		t.Errorf("a dispute with %d sides", len(a.Sides))
	}
	for _, side := range a.Sides {
		for _, i := range side.Sentences {
			if i < 0 || i >= len(a.Sentences) {
				t.Errorf("side %q has sentence %d of %d", side.Who, i, len(a.Sentences))
			}
		}
	}
}

// TestOverEveryScript is the law of the room: whatever an endpoint does, the reader gets only what the gate supports, in time.
func TestOverEveryScript(t *testing.T) {
	scripts, err := llmtest.Scripts()
	if err != nil {
		t.Fatal(err)
	}
	g := guildWith(t, refinery)
	const limit = 1500 * time.Millisecond
	for _, s := range scripts {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			var all sync.WaitGroup
			for _, q := range []string{leakQuestion, "Was the alarm of the tank switched off?", "Who won the chess tournament in Barvik?"} {
				desk := authored(t, llmtest.Start(t, s), limit)
				all.Go(func() { askedInTime(t, desk, g, q, limit) })
			}
			all.Wait()
		})
	}
}

// askedInTime asks, and checks what comes and when.
func askedInTime(t *testing.T, desk *answer.Desk, g *store.Guild, q string, limit time.Duration) {
	start := time.Now()
	a, err := desk.Ask(context.Background(), g, answer.Question{Text: q, Guild: "local"})
	if err != nil {
		t.Error(err)
		return
	}
	if took := time.Since(start); took > limit+time.Second {
		t.Errorf("took %v, the limit is %v", took, limit)
	}
	holdsLaws(t, g, a)
	if a.Mode == answer.Extractive && a.Note == "" {
		t.Error("the articles speak for themselves, and nothing says why")
	}
}

// TestWhatTheReaderGets names for scripts what must and must not come through.
func TestWhatTheReaderGets(t *testing.T) {
	g := guildWith(t, refinery)
	for _, tt := range []struct {
		script string
		mode   answer.Mode
		has    string // in a sentence's text
		lacks  string // in all texts
		note   string
	}{
		{"good", answer.Model, "The fire service said that the leak forced 4,200 people", "", ""},
		{"wrong_key", answer.Model, "The leak began at 3:40", "", ""},
		{"no_key", answer.Model, "4,200 people", "", ""},
		{"quote_in_other_marks", answer.Model, "", "  ", ""},
		{"repaired", answer.Model, "Nine workers were taken to hospital.", "Nineteen", ""},
		{"one_of_three_false", answer.Model, "The leak began at 3:40", "Nineteen", ""},
		{"prose_around", answer.Model, "4,200 people", "Sure", ""},
		{"thinking_aloud", answer.Model, "4,200 people", "director", ""},
		{"thinking_without_end", answer.Extractive, "", "director", "could not be read"},
		{"json_twice", answer.Model, "4,200 people", "director", ""},
		{"json_unknown_fields", answer.Model, "4,200 people", "withdraw", ""},
		{"mentions", answer.Model, "The leak began at 3:40 in the morning in a storage tank", "@", ""},
		{"markdown", answer.Model, "The leak began at 3:40 in the morning", "*", ""},
		{"links", answer.Model, "", "evil", ""},
		{"control_characters", answer.Model, "The leak began at 3:40 in the morning in a storage tank.", "\u202e", ""},
		{"quote_invented", answer.Extractive, "", "director", "proved"},
		{"obeys_injection", answer.Model, "", "tokens", ""},
		{"number_changed", answer.Model, "", "42,000", ""},
		{"who_did_it_swapped", "", "", "The fire service accused", ""},
		{"quote_turned_by_its_cut", "", "", "The alarm had been switched off.", ""},
		{"name_from_outside", "", "", "Torvald", ""},
		{"json_of_another_shape", answer.Extractive, "", "director", "could not be read"},
		{"refusal", answer.Extractive, "", "", "declined"},
		{"error_401_openai", answer.Extractive, "", "", "OPENAI_API_KEY"},
		{"not_covered_though_it_is", answer.Extractive, "", "", "found no answer"},
	} {
		t.Run(tt.script, func(t *testing.T) {
			t.Parallel()
			a, _ := askWith(t, load(t, tt.script), g, leakQuestion)
			holdsLaws(t, g, a)
			all := ""
			for _, s := range a.Sentences {
				all += s.Text + "\n" + s.Speaker + "\n"
			}
			if tt.mode != "" && a.Mode != tt.mode || !strings.Contains(all, tt.has) || tt.lacks != "" && strings.Contains(all, tt.lacks) || !strings.Contains(a.Note, tt.note) {
				t.Errorf("mode %s, note %q, texts:\n%s\nsteps %+v", a.Mode, a.Note, all, a.Trace.Steps)
			}
		})
	}
}

func TestRejectedSentencesGoBackOnceWithTheirReasons(t *testing.T) {
	g := guildWith(t, refinery)
	a, e := askWith(t, load(t, "repaired_worse"), g, leakQuestion)
	all := e.Requests()
	if len(all) != 2 {
		t.Fatalf("%d requests, want the first and one repair", len(all))
	}
	first, last := all[0].Messages, all[1].Messages
	if len(last) != len(first)+2 || last[0] != first[0] || last[1] != first[1] {
		t.Error("the repair does not go on where the prompt ended: no cache keeps that")
	}
	if told := last[3].Content; !strings.Contains(told, "Nineteen workers") || !strings.Contains(told, "figure is not in the quotes") {
		t.Errorf("the model is told %q", told)
	}
	holdsLaws(t, g, a)
	for _, s := range a.Trace.Steps {
		if s.Became != "quotation" && s.Became != "dropped" {
			t.Errorf("step %+v", s)
		}
	}
}

func TestDroppedSentencesAreCounted(t *testing.T) {
	g := guildWith(t, refinery)
	a, _ := askWith(t, load(t, "obeys_injection"), g, leakQuestion)
	if len(a.Dropped) == 0 || a.Dropped[0].Rule == "" || a.Dropped[0].Detail == "" {
		t.Errorf("dropped %+v of steps %+v", a.Dropped, a.Trace.Steps)
	}
}

func TestADisputeKeepsBothSides(t *testing.T) {
	g := guildWith(t, refinery)
	a, _ := askWith(t, load(t, "good_disputed"), g, "Was the alarm of the tank switched off?")
	holdsLaws(t, g, a)
	if a.Verdict != answer.Disputed || len(a.Sides) < 2 {
		t.Errorf("verdict %s, sides %+v, sentences %+v", a.Verdict, a.Sides, a.Sentences)
	}
	one, _ := askWith(t, load(t, "disputed_with_one_side"), g, "Where did the leak begin?")
	if one.Verdict == answer.Disputed {
		t.Errorf("one side is no dispute: %+v", one.Sides)
	}
}

// oddFence has the sentence that a judge must refuse at the end.
func oddFence() string { return "00000000f00d0001" }

func TestUnsureSentencesAreJudgedWhereTheOperatorWantsIt(t *testing.T) {
	g := guildWith(t, refinery)
	reworded := `{"verdict":"answered","sentences":[{"text":"Thousands had to abandon their homes when fumes escaped from the plant.","speaker":"","cites":[{"key":"P1","quote":"A gas leak at the Korda refinery forced 4,200 people out of two districts of Velmar"}]}],"search_again":""}`
	for name, tt := range map[string]struct {
		judge    bool
		judgment string
		shown    bool
	}{
		"without a judge":   {false, "", false},
		"the judge says so": {true, `{"verdicts":[{"n":1,"supported":true},{"n":2,"supported":false}]}`, true},
		"the judge denies":  {true, `{"verdicts":[{"n":1,"supported":false},{"n":2,"supported":false}]}`, false},
		"both":              {true, `{"verdicts":[{"n":1,"supported":true},{"n":1,"supported":false}]}`, false},
		"another number":    {true, `{"verdicts":[{"n":3,"supported":true}]}`, false},
		"takes everything":  {true, `{"verdicts":[{"n":1,"supported":true},{"n":2,"supported":true}]}`, false},
		"no judgement":      {true, `I think it is fine.`, false},
	} {
		t.Run(name, func(t *testing.T) {
			e := llmtest.Start(t, llmtest.Say(reworded, tt.judgment))
			desk := authored(t, e, 5*time.Second)
			desk.Author.Judge, desk.Author.Fence = tt.judge, oddFence
			a, err := desk.Ask(context.Background(), g, answer.Question{Text: leakQuestion})
			if err != nil {
				t.Fatal(err)
			}
			shown := slices.ContainsFunc(a.Sentences, func(s answer.Sentence) bool { return strings.HasPrefix(s.Text, "Thousands") })
			if shown != tt.shown || len(a.Sentences) == 0 {
				t.Errorf("sentences %+v, steps %+v", a.Sentences, a.Trace.Steps)
			}
			if n := len(e.Requests()); !tt.judge && n != 1 || tt.judge && n != 2 {
				t.Errorf("%d requests", n)
			}
		})
	}
}

// TestQuotationsInAnotherLanguageAreSaidToBe: whoever asked in another language is told why the quotations are not in it.
func TestQuotationsInAnotherLanguageAreSaidToBe(t *testing.T) {
	const said = "in the language of the articles"
	g := guildWith(t, refinery)
	for name, tt := range map[string]struct {
		text    string
		judge   bool
		foreign bool
	}{
		"translated and judged":             {"Velmar'da binlerce insan sızıntı yüzünden evlerini terk etti.", true, true},
		"translated, the quotation instead": {"Velmar'da binlerce insan sızıntı yüzünden evlerini terk etti.", false, true},
		"Spanish":                           {"El escape obligó a 4.200 personas a salir de dos distritos de Velmar.", false, true},
		"Portuguese":                        {"A fuga de gás tirou 4.200 pessoas de dois bairros de Velmar.", false, true},
		"French":                            {"La fuite a chassé 4 200 personnes de deux quartiers de Velmar.", false, true},
		"Italian":                           {"La fuga di gas ha costretto 4.200 persone a lasciare due quartieri di Velmar.", false, true},
		"German":                            {"Das Leck vertrieb 4.200 Menschen aus zwei Vierteln in Velmar.", false, true},
		"Dutch":                             {"Het lek dreef 4.200 mensen uit twee wijken in Velmar.", false, true},
		"another script":                    {"Тысячи людей в Велмаре покинули свои дома из-за утечки.", true, true},
		"in other words":                    {"Thousands had to abandon their homes when fumes escaped from the plant.", true, false},
		"in its words":                      {"The fire service said that the leak forced 4,200 people out of two districts of Velmar.", false, false},
	} {
		t.Run(name, func(t *testing.T) {
			reply := fmt.Sprintf(`{"verdict":"answered","sentences":[{"text":%q,"speaker":"","cites":[{"key":"P1","quote":"A gas leak at the Korda refinery forced 4,200 people out of two districts of Velmar"}]}],"search_again":""}`, tt.text)
			desk := authored(t, llmtest.Start(t, llmtest.Say(reply, `{"verdicts":[{"n":1,"supported":true}]}`)), 5*time.Second)
			desk.Author.Judge, desk.Author.Fence = tt.judge, oddFence
			a, err := desk.Ask(context.Background(), g, answer.Question{Text: leakQuestion})
			if err != nil || a.Mode != answer.Model || len(a.Sentences) != 1 {
				t.Fatalf("%s, %+v, %v", a.Mode, a.Sentences, err)
			}
			if strings.Contains(a.Note, said) != tt.foreign {
				t.Errorf("note %q under %+v", a.Note, a.Trace.Steps)
			}
		})
	}
}

// TestAnswersInOtherLanguages: what a judge takes is shown, whatever the language writes with capitals or blanks; another figure, or the
// name of somebody else, is not.
func TestAnswersInOtherLanguages(t *testing.T) {
	const leak, schools = "A gas leak at the Korda refinery forced 4,200 people out of two districts of Velmar", "Mayor Jonas Petrel said that schools in the two districts would stay closed until Monday."
	g := guildWith(t, refinery)
	for text, tt := range map[string]struct {
		quote, speaker string
		shown          bool
	}{
		"میئر جوناس پیٹرل نے کہا کہ دو علاقوں کے اسکول پیر تک بند رہیں گے۔":                                     {schools, "میئر جوناس پیٹرل", true},
		"دو علاقوں کے اسکول پیر تک بند رہیں گے، ڈانا ہولٹ نے کہا۔":                                              {schools, "Dana Holt", false},
		"Das Leck vertrieb 4.200 Menschen aus zwei Vierteln in Velmar.":                                         {leak, "", true},
		"La fuite a chassé 4\u202f200 personnes de deux quartiers de Velmar.":                                   {leak, "", true},
		"La fuite a chassé 4 200 personnes de deux quartiers de Velmar.":                                        {leak, "", true},
		"El escape obligó a 4.200 personas a salir de dos distritos de Velmar.":                                 {leak, "", true},
		"Velmar'ın iki mahallesinden 4.200 kişi çıkarıldı.":                                                     {leak, "", true},
		"Утечка газа заставила 4200 человек покинуть два района Велмара.":                                       {leak, "", true},
		"ویلمار کے دو علاقوں سے 4200 افراد کو نکالا گیا۔":                                                       {leak, "", true},
		"Belediye Başkanı Jonas Petrel, iki mahalledeki okulların pazartesiye kadar kapalı kalacağını söyledi.": {schools, "", true},
		"Bürgermeister Jonas Petrel sagte, die Schulen in den zwei Vierteln blieben bis Montag zu.":             {schools, "", true},
		"Das Leck vertrieb 4.300 Menschen aus zwei Vierteln in Velmar.":                                         {leak, "", false},
		"La fuite a chassé 4 300 personnes de deux quartiers de Velmar.":                                        {leak, "", false},
		"Bürgermeister Dana Holt sagte, die Schulen in den zwei Vierteln blieben bis Montag zu.":                {schools, "", false},
	} {
		reply := fmt.Sprintf(`{"verdict":"answered","sentences":[{"text":%q,"speaker":%q,"cites":[{"key":"P1","quote":%q}]}],"search_again":""}`, text, tt.speaker, tt.quote)
		desk := authored(t, llmtest.Start(t, llmtest.Script{Steps: []llmtest.Step{
			{Do: "reply", Status: 200, Finish: "stop", Body: strings.TrimSuffix(reply, "}") + `,"verdicts":[{"n":1,"supported":true}]}`}}}), 5*time.Second)
		desk.Author.Judge, desk.Author.Fence = true, oddFence
		a, err := desk.Ask(context.Background(), g, answer.Question{Text: leakQuestion})
		if err != nil {
			t.Fatal(err)
		}
		shown := slices.ContainsFunc(a.Sentences, func(s answer.Sentence) bool { return s.Text == strings.Join(strings.Fields(text), " ") })
		if shown != tt.shown {
			t.Errorf("%q is shown: %t, %+v", text, shown, a.Trace.Steps)
		}
	}
}

func TestOneMoreSearchWithTheModelsWords(t *testing.T) {
	g := guildWith(t, refinery)
	e := llmtest.Start(t, load(t, "search_again"))
	a, err := authored(t, e, 5*time.Second).Ask(context.Background(), g, answer.Question{Text: "Kiedy zaczął się wyciek gazu?"})
	if err != nil {
		t.Fatal(err)
	}
	holdsLaws(t, g, a)
	if len(a.Sentences) == 0 || len(e.Requests()) != 2 {
		t.Errorf("%d requests, sentences %+v, steps %+v", len(e.Requests()), a.Sentences, a.Trace.Steps)
	}
	forever := llmtest.Start(t, load(t, "search_again_forever"))
	if _, err := authored(t, forever, 5*time.Second).Ask(context.Background(), g, answer.Question{Text: "Kiedy zaczął się wyciek gazu?"}); err != nil {
		t.Fatal(err)
	}
	if n := len(forever.Requests()); n > 2 {
		t.Errorf("%d requests for one question", n)
	}
}

func TestTheSameQuestionCostsNothing(t *testing.T) {
	ctx := context.Background()
	g := guildWith(t, refinery)
	e := llmtest.Start(t, load(t, "good"))
	desk := authored(t, e, 5*time.Second)
	ask := func(id, text, guild string) answer.Answer {
		t.Helper()
		a, err := desk.Ask(ctx, g, answer.Question{ID: id, Text: text, Guild: guild})
		if err != nil {
			t.Fatal(err)
		}
		holdsLaws(t, g, a)
		return a
	}
	first := ask("1", leakQuestion, "a")
	cost := len(e.Requests())
	again := ask("2", "  what happened in the GAS leak at the Korda refinery in Velmar ", "a")
	if len(e.Requests()) != cost || !again.Trace.Cached || again.ID != "2" || first.Trace.Cached {
		t.Errorf("%d requests after %d; %+v", len(e.Requests()), cost, again.Trace)
	}
	if again.Sentences[0].Text != first.Sentences[0].Text {
		t.Errorf("%q, then %q", first.Sentences[0].Text, again.Sentences[0].Text)
	}
	if ask("3", leakQuestion, "b"); len(e.Requests()) == cost {
		t.Error("another guild was given what this one was told")
	}
	cost = len(e.Requests())
	if _, err := g.Add(ctx, article.Parse("unrelated.txt", "Chess\n\nThe chess tournament of Barvik ended on Sunday. A pupil of twelve won it.", article.Meta{}, nil), "test"); err != nil {
		t.Fatal(err)
	}
	if ask("4", leakQuestion, "a"); len(e.Requests()) != cost {
		t.Error("an article that the answer does not touch made it cost again")
	}
	entry := first.Sentences[0].Citations[0]
	if err := g.Withdraw(ctx, entry.ArticleID, "wrong", "test"); err != nil {
		t.Fatal(err)
	}
	after := ask("5", leakQuestion, "a")
	if len(e.Requests()) == cost {
		t.Error("a withdrawn article did not invalidate the answer")
	}
	for _, s := range after.Sentences {
		for _, c := range s.Citations {
			if c.ArticleID == entry.ArticleID {
				t.Errorf("a withdrawn article is cited: %+v", c)
			}
		}
	}
}

// TestWhatTheAnswerTouchesInvalidatesIt: an article that changes, or a new one that speaks of the same.
func TestWhatTheAnswerTouchesInvalidatesIt(t *testing.T) {
	changed := strings.Replace(refinery["wire.txt"], "Nine workers", "Ten workers", 1)
	for name, doc := range map[string]article.Document{
		"changed": article.Parse("wire.txt", changed, article.Meta{}, nil),
		"new": article.Parse("again.txt", "Gas leak at the Korda refinery in Velmar\n\nWhat happened in the gas leak at the Korda refinery in Velmar was told on Sunday by the "+
			"plant's shift leader: the valve of a tank broke.", article.Meta{}, nil),
	} {
		t.Run(name, func(t *testing.T) {
			ctx, g := context.Background(), guildWith(t, refinery)
			e := llmtest.Start(t, load(t, "good"))
			desk, q := authored(t, e, 5*time.Second), answer.Question{Text: leakQuestion, Guild: "local"}
			for want := range 2 {
				if a, err := desk.Ask(ctx, g, q); err != nil || a.Trace.Cached != (want == 1) {
					t.Fatalf("time %d: %v, %+v", want, err, a.Trace)
				}
			}
			if _, err := g.Add(ctx, doc, "test"); err != nil {
				t.Fatal(err)
			}
			a, err := desk.Ask(ctx, g, q)
			if err != nil || a.Trace.Cached {
				t.Errorf("it is still remembered: %v", err)
			}
			holdsLaws(t, g, a)
			if sent := e.Requests()[len(e.Requests())-1].Text(); !strings.Contains(sent, "Ten workers") && !strings.Contains(sent, "shift leader") {
				t.Error("the model was not shown what is new")
			}
		})
	}
}

func TestIdenticalQuestionsInFlightAreAskedOnce(t *testing.T) {
	g := guildWith(t, refinery)
	e := llmtest.Start(t, load(t, "slow"))
	desk := authored(t, e, 5*time.Second)
	if _, err := g.Names(context.Background()); err != nil { // the first reading takes longer than the first asker waits
		t.Fatal(err)
	}
	gone, cancel := context.WithCancel(context.Background())
	time.AfterFunc(300*time.Millisecond, cancel)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			ctx := context.Background()
			if i == 0 {
				ctx = gone
			}
			a, err := desk.Ask(ctx, g, answer.Question{Text: leakQuestion})
			if i > 0 && (err != nil || a.Mode != answer.Model) {
				t.Errorf("asker %d: %s, %q, %v", i, a.Mode, a.Note, err)
			}
		})
	}
	all.Wait()
	if n := len(e.Requests()); n != 1 {
		t.Errorf("%d requests for one question of eight askers", n)
	}
}

func TestFailuresAreNotRemembered(t *testing.T) {
	g := guildWith(t, refinery)
	s := llmtest.Script{Steps: append(load(t, "refusal").Steps, load(t, "good").Steps...)}
	desk := authored(t, llmtest.Start(t, s), 5*time.Second)
	for i, want := range []answer.Mode{answer.Extractive, answer.Model} {
		a, err := desk.Ask(context.Background(), g, answer.Question{Text: leakQuestion})
		if err != nil || a.Mode != want {
			t.Errorf("time %d: %s, %q, %v", i, a.Mode, a.Note, err)
		}
	}
}

func TestOneGuildsPassagesAreAllThatIsSent(t *testing.T) {
	g := guildWith(t, refinery)
	guildWith(t, map[string]string{"secret.txt": "Secret\n\nThe Korda refinery hides a gas leak of its own in the archive of the other guild, the clerk said."})
	_, e := askWith(t, load(t, "good"), g, leakQuestion)
	for _, r := range e.Requests() {
		if strings.Contains(r.Text(), "other guild") {
			t.Error("another guild's passage was sent")
		}
	}
}
