package answer_test

import (
	"context"
	"strings"
	"testing"

	"parley/answer"
	"parley/store"
)

// tongueFloors are how many of nine questions in the article's own language must be answered with what was asked.
var tongueFloors = map[string]int{"de": 8, "tr": 8, "es": 8, "ur": 8}

// tongueQuestions are questions about testdata/tongues, with a word that the answer must show; "" is for what no article tells.
var tongueQuestions = map[string][][2]string{
	"de": {
		{"Wie viele Beschäftigte streiken im Kupferwerk?", "640"}, {"Wer führt die Gewerkschaft?", "Grossmann"}, {"Warum begann der Streik?", "Zulage"},
		{"Wo finden die Verhandlungen statt?", "Rathaus"}, {"Wie viel Lohn fordert die Gewerkschaft?", "acht Prozent"}, {"Wer ist Jördis Grossmann?", "Grossmann"},
		{"Was bot der Werksdirektor an?", "drei Prozent"}, {"Wer vermittelt in den Verhandlungen?", "Wendt"}, {"Wie hoch ist der Flughafen von Madrid?", ""},
	},
	"tr": {
		{"Kaç işçi iş bıraktı?", "640"}, {"Grevi kim başlattı?", "Aksoylu"}, {"Grev neden başladı?", "ödeneğini"},
		{"Görüşmeler nerede yapılacak?", "Lindova"}, {"Sendika ne kadar zam istiyor?", "yüzde 8"}, {"Nermin Aksoylu kimdir?", "Aksoylu"},
		{"Maden müdürü ne önerdi?", "yüzde 3"}, {"Arabulucu kim olacak?", "Kutlar"}, {"Fransa'nın başkenti neresidir?", ""},
	},
	"es": {
		{"¿Cuántos trabajadores abandonaron sus puestos?", "640"}, {"¿Quién dirige el sindicato?", "Quirogal"}, {"¿Por qué comenzó la huelga?", "nocturnidad"},
		{"¿Dónde se celebrarán las negociaciones?", "Lindera"}, {"¿Qué aumento exige el sindicato?", "8 por ciento"}, {"¿Quién es Inés Quirogal?", "Quirogal"},
		{"¿Qué ofreció el director de la mina?", "3 por ciento"}, {"¿Quién será la mediadora?", "Montiel"}, {"¿Cuál es la capital de Francia?", ""},
	},
	"ur": {
		{"کتنے مزدوروں نے کام چھوڑ دیا؟", "640"}, {"یونین کی صدر کون ہیں؟", "نرگس"}, {"ہڑتال کی وجہ کیا تھی؟", "الاؤنس"},
		{"مذاکرات کہاں ہوں گے؟", "لنڈی"}, {"یونین اجرت میں کتنا اضافہ مانگ رہی ہے؟", "8"}, {"نرگس بانو کون ہیں؟", "نرگس"},
		{"کان کے ڈائریکٹر نے کیا پیشکش کی؟", "3"}, {"ثالث کون ہوں گے؟", "سلمیٰ"}, {"فرانس کا دارالحکومت کیا ہے؟", ""},
	},
}

func TestQuestionsInTheArticlesOwnLanguage(t *testing.T) {
	for lang, questions := range tongueQuestions {
		g := tongueShelf(t, lang)
		right := 0
		for _, q := range questions {
			a := ask(t, g, answer.Question{Text: q[0]})
			if a.SearchedFor != "" {
				t.Errorf("%q: searched for %q", q[0], a.SearchedFor)
			}
			if q[1] == "" && a.Verdict == answer.NotCovered || q[1] != "" && strings.Contains(text(a), q[1]) {
				right++
			} else {
				t.Logf("%q: %s %.2f: %s", q[0], a.Verdict, a.Confidence, text(a))
			}
		}
		t.Logf("%s: %d of %d", lang, right, len(questions))
		if right < tongueFloors[lang] {
			t.Errorf("%s: %d of %d right, floor %d", lang, right, len(questions), tongueFloors[lang])
		}
	}
}

// A word of another language is right whatever the English articles hold.
func TestWordsOfOtherLanguagesAreNotCorrected(t *testing.T) {
	g := shelf(t)
	for _, q := range []string{"Wer ist Jördis Grossmann?", "Hvem leder fagforeningen?", "Hvor mange passagerer blev såret?", "Kto kieruje związkiem?"} {
		if a := ask(t, g, answer.Question{Text: q}); a.SearchedFor != "" {
			t.Errorf("%q: searched for %q", q, a.SearchedFor)
		}
	}
	if a := ask(t, g, answer.Question{Text: "who was the captin of the ferry"}); a.SearchedFor == "" {
		t.Error("a misspelled English word was not corrected")
	}
}

func TestSelfContainedQuestionsInOtherLanguages(t *testing.T) {
	before := []answer.Turn{{Q: "Warum begann der Streik?", A: "Der Streik begann, weil die Werksleitung die Zulage für Nachtarbeit gestrichen hatte."}}
	g := tongueShelf(t, "de")
	q := "Was sagte denn Grossmann?"
	if alone, within := ask(t, g, answer.Question{Text: q}), ask(t, g, answer.Question{Text: q, History: before}); text(alone) != text(within) {
		t.Errorf("alone %q, in a conversation %q", text(alone), text(within))
	}
}

// What is asked in one language is found in articles of another by its words, and the reader is told what was looked for.
func TestQuestionsInOtherLanguagesThanTheArticles(t *testing.T) {
	_, g := deskOver(t, map[string]string{
		"talks.txt": "Talks in Lindara break off\n\nThe talks in Lindara lasted four days and broke off on Thursday, the foreign ministry of Norland said. The delegation of Norland was led by Mirza Tolan. Three soldiers were killed at the border on Friday.",
		"aid.txt":   "Aid stopped\n\nThe border has been closed since Saturday because of the fighting, the governor said, and 40 trucks with wheat are waiting.",
	})
	for _, c := range []struct{ q, searched, shows string }{
		{"Lindara'deki görüşmeler kaç gün sürdü?", "lindara talks how many day last", "four days"},
		{"Wie viele Tage dauerten die Verhandlungen in Lindara?", "how many day last talks lindara", "four days"},
		{"¿Cuántos soldados murieron en la frontera?", "how many soldier killed border", "Three soldiers"},
		{"Pourquoi la frontière est-elle fermée ?", "why border close", "because of the fighting"},
		{"Кто возглавлял делегацию на переговорах в Линдаре?", "who lead delegation talks lindara", "Mirza Tolan"},
		{"مذاکرات لیندارا چند روز طول کشید؟", "talks lindara how many day last", "four days"},
		{"سرحد کیوں بند ہے؟", "border why closed", "because of the fighting"},
		{"کم شاحنة تنتظر على الحدود؟", "", "40 trucks"},
		{"سرحد پر کتنے فوجی مارے گئے؟", "", "Three soldiers"},
		{"Wer gewann die Fußballmeisterschaft in Brasilien?", "", ""},
	} {
		a := ask(t, g, answer.Question{Text: c.q})
		if c.searched != "" && a.SearchedFor != c.searched {
			t.Errorf("%q: searched for %q, want %q", c.q, a.SearchedFor, c.searched)
		}
		if !strings.Contains(text(a), c.shows) || c.shows == "" && a.Verdict != answer.NotCovered {
			t.Errorf("%q: %s, searched for %q: %s", c.q, a.Verdict, a.SearchedFor, text(a))
		}
	}
}

// A people's adjective is found by its country, and a denial stays one.
func TestWordsMadeOfNamesInOtherLanguages(t *testing.T) {
	_, g := deskOver(t, map[string]string{"a.txt": "Delegations\n\nThe talks in Istanbul failed because nobody trusted the other side. The delegation of Pakistan was led by Mirza Tolan. The border was not closed on Friday, the governor of Torm said."})
	for q, want := range map[string]string{
		"مذاکرات استانبول چرا شکست خورد؟":                      "talks istanbul why fail", // it begins like a province
		"Кто возглавлял пакистанскую делегацию?":               "who lead Pakistan delegation",
		"Warum wurde die Grenze am Freitag nicht geschlossen?": "why border friday not closed",
	} {
		if a := ask(t, g, answer.Question{Text: q}); a.SearchedFor != want {
			t.Errorf("%q: %v, searched for %q, want %q", q, a.Verdict, a.SearchedFor, want)
		}
	}
}

// A corrected word stands as the article has it, with its diacritics.
func TestCorrectedWordsStandAsWritten(t *testing.T) {
	a := ask(t, tongueShelf(t, "es"), answer.Question{Text: "what was the peticioon of the miners"})
	if want := "what was the petición of the miners"; a.SearchedFor != want {
		t.Errorf("searched for %q, want %q", a.SearchedFor, want)
	}
}

// What the article does not tell is refused in its own language, too, even where the question's words stand in it.
func TestUntoldInOtherLanguages(t *testing.T) {
	for lang, questions := range map[string][]string{
		"de": {"Wer gewann die Wahl in Lindau?", "Wann trat der Bürgermeister zurück?", "Wie viele Schüler besuchen die Grundschule?"},
		"tr": {"Seçimi kim kazandı?", "Köprü ne zaman çöktü?", "Okulda kaç öğrenci var?"},
		"es": {"¿Quién ganó las elecciones?", "¿Cuándo dimitió el alcalde?", "¿Cuántos alumnos tiene la escuela?"},
		"ur": {"انتخابات کس نے جیتے؟", "پل کب گرا؟", "اسکول میں کتنے طلبہ ہیں؟"},
	} {
		g := tongueShelf(t, lang)
		for _, q := range questions {
			if a := ask(t, g, answer.Question{Text: q}); a.Verdict != answer.NotCovered {
				t.Errorf("%q: %s: %s", q, a.Verdict, text(a))
			}
		}
	}
}

func tongueShelf(t *testing.T, lang string) *store.Guild {
	t.Helper()
	g := shelfOf(t, "testdata/tongues/"+lang+".md")
	list, _, err := g.Articles(context.Background(), 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if list[0].Language != lang {
		t.Fatalf("%s.md is taken for %q", lang, list[0].Language)
	}
	return g
}
