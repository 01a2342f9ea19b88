package answer

import (
	"strings"
	"unicode"

	"parley/article/analysis"

	"parley/answer/gloss"
)

// A question in another language than English is taken apart by that language's rules: its small words ask, and are not looked for.

// lettersOf are the letters by which a language in the Latin script is told from English, outside of names.
var lettersOf = map[string]string{"de": "äöüß", "tr": "ğışçöü", "es": "ñáéíóú¿¡", "fr": "éèêàçœù", "pt": "ãõçáé", "it": "àèìòù"}

const (
	// enoughSmall is how many small words, peculiar letters among them, tell a language.
	enoughSmall = 2
	// unknownTongue is the language of a question of which nothing is known but that it is not English. It has English rules.
	unknownTongue = "und"
)

// tongue guesses the language of a question, a BCP 47 tag: "" for English and for what says too little, unknownTongue for what is
// in no language that we know the small words of.
func tongue(text string) string {
	if !inLatin(text) {
		return scriptTongue(text)
	}
	own, words := englishness(text)
	best, most := "", own
	for _, tag := range smallWords {
		if tag == "en" {
			continue
		}
		n := float64(small(text, tag))
		if peculiar(text, lettersOf[tag]) {
			n++
		}
		if n >= enoughSmall && n > most {
			best, most = tag, n
		}
	}
	if best == "" && words >= 3 && 3*own < float64(words) {
		best = byVocabulary(text, max(enoughSmall, int(own)), latinTongues)
		if best == "" && own == 0 {
			return unknownTongue
		}
	}
	return best
}

// latinTongues are the languages in the Latin script that have a lexicon.
var latinTongues = []string{"de", "es", "fr", "it", "nl", "pt", "tr"}

// byVocabulary is which of some languages has most of the words of a text, more than a number; "" where none has.
func byVocabulary(text string, more int, tags []string) string {
	best := ""
	for _, tag := range tags {
		if n := gloss.Of(tag).Known(text); n > more {
			best, more = tag, n
		}
	}
	return best
}

// englishness counts the small words of English in a question, its chatter and what is misspelled of it, and half of its other words
// that are English and no names; words is how many there are of any language.
func englishness(text string) (n float64, words int) {
	for i, t := range analysis.Tokenize(text, "") {
		if t.Joined || t.Kind == analysis.Number {
			continue
		}
		words++
		switch {
		case t.Cap && i > 0:
		case t.Stop || chatter[t.Exact] || meant[t.Exact] != "":
			n++
		case english(t.Exact) && ascii(text[t.Start:t.End]):
			n += 0.5
		}
	}
	return n, words
}

// peculiar says that a word of text which is no name, or the text's own marks, has one of the letters.
func peculiar(text, letters string) bool {
	for w := range strings.FieldsSeq(text) {
		if r := []rune(w); letters != "" && !unicode.IsUpper(r[0]) && strings.ContainsAny(strings.ToLower(w), letters) {
			return true
		}
	}
	return false
}

// scriptTongue is the language of a question in another script than the Latin one.
func scriptTongue(text string) string {
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Arabic, r):
			guess := analysis.Guess(text, "ur", "fa", "ar", "ps")
			return byVocabulary(text, -1, []string{guess, "ar", "fa", "ur", "ps"})
		case unicode.Is(unicode.Cyrillic, r):
			return "ru"
		case unicode.Is(unicode.Devanagari, r):
			return "hi"
		}
	}
	return unknownTongue
}

// cuesIn are the question words of other languages than English, the first that stands in the question deciding.
var cuesIn = foldedCues(map[string][]cue{
	"de": asksFor("wie viele|wie viel|wieviele|wieviel|wie lange|wie weit|wie hoch|wie groß|wie alt|wie oft", "wann|seit wann|um wie viel uhr|an welchem tag", "warum|weshalb|wieso|wodurch", "wo|wohin|woher", "wer|wen|wem|wessen"),
	"tr": asksFor("kaç|ne kadar|kaçı|kaçta kaç", "ne zaman|hangi gün|saat kaçta", "neden|niçin|niye", "nerede|nereye|nereden|neresi|nerededir", "kim|kimin|kime|kimi|kimler|kimdir"),
	"es": asksFor("cuántos|cuántas|cuánto|cuánta", "cuándo|qué día|qué fecha", "por qué", "dónde|adónde", "quién|quiénes"),
	"fr": asksFor("combien", "quand|quel jour|quelle date", "pourquoi", "où|d'où", "qui"),
	"it": asksFor("quanti|quante|quanto|quanta", "quando", "perché", "dove", "chi"),
	"pt": asksFor("quantos|quantas|quanto|quanta", "quando", "por que|porque", "onde", "quem"),
	"nl": asksFor("hoeveel|hoe lang|hoe ver", "wanneer", "waarom", "waar", "wie"),
	"ar": asksFor("كم", "متى", "لماذا|لم", "أين", "من هو|من هي|من"),
	"ur": asksFor("کتنے|کتنی|کتنا", "کب|کس دن", "کیوں", "کہاں", "کون|کس نے|کس کے|کس کی"),
	"fa": asksFor("چند|چقدر|چه تعداد", "کی|چه زمانی|چه وقت", "چرا", "کجا", "چه کسی|کیست|کدام شخص"),
	"hi": asksFor("कितने|कितनी|कितना", "कब|किस दिन", "क्यों", "कहाँ|कहां", "कौन|किसने|किसके|किसकी"),
	"ru": asksFor("сколько", "когда", "почему|зачем", "где|куда|откуда", "кто|кого|кому"),
})

// asksFor are the cues for a figure, a time, a reason, a place and a person, parted by strokes.
func asksFor(figure, time, reason, place, person string) []cue {
	var out []cue
	for i, list := range []string{figure, time, reason, place, person} {
		for _, phrase := range strings.Split(list, "|") {
			out = append(out, cue{phrase, []want{wantQuantity, wantTime, wantReason, wantPlace, wantPerson}[i]})
		}
	}
	return out
}

func foldedCues(in map[string][]cue) map[string][]cue {
	for _, list := range in {
		for i := range list {
			list[i].phrase = analysis.Fold(list[i].phrase)
		}
	}
	return in
}

// foldedWords is a set of words as tokens have them.
func foldedWords(s string) map[string]bool { return words(analysis.Fold(s)) }

// serving are words of other languages that serve the asking, as weak does of English.
var serving = foldedWords(`sagt sagte gesagt sagen berichtet berichtete artikel quelle quellen bericht genau eigentlich insgesamt bitte laut passiert geschehen heißt finden findet fand statt
	dedi diyor söyledi açıkladı haber habere makale makaleye tam olarak toplam lütfen acaba oldu olay adı
	dijo dice dicho artículo artículos fuente según exactamente total favor pasó ocurrió llama
	dit déclaré article articles selon exactement total passé arrivé appelle
	قال قالت بحسب مقال تحديدا کہا بتایا مطابق مضمون خبر گفت گزارش कहा बताया अनुसार लेख खबर сказал сказала статья`)

// askingIn are question words that the stop lists lack.
var askingIn = foldedWords(`viel wieviele wieviel neresi nerededir kimdir kaçı kaçta adónde quanti quante quanto quanta quantos quantas hoeveel wanneer waarom
	چند چقدر چرا کجا کیست کدام کتنے کتنی کتنا कितने कितनी कितना किसने сколько откуда`)

// takenApart is how a question in a language is tokenised: its question words are no content.
func takenApart(text, lang string) []analysis.Token {
	toks := analysis.Tokenize(text, lang)
	if lang != "" {
		for i := range toks {
			toks[i].Stop = toks[i].Stop || askingIn[toks[i].Exact] && (i == 0 || !toks[i].Cap)
		}
	}
	return toks
}

// foreign says that the question is in another language than English.
func (q *query) foreign() bool { return q.lang != "" }

// The words by which sentences of other languages hold what was asked for.
var (
	calendarIn = foldedWords(`januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag
		sonntag sonnabend montagmorgen montagabend dienstagmorgen dienstagabend heute gestern morgen abend nacht mittag morgens abends uhr
		ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba perşembe cuma cumartesi pazar bugün dün yarın sabah akşam gece saat günü
		enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo hoy ayer mañana noche
		janvier février mars avril juin juillet août octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche hier demain soir matin
		يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت أمس اليوم
		جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر اتوار پیر منگل بدھ جمعرات جمعہ ہفتے آج صبح شام رات
		जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार आज कल`)
	reasonsIn = foldedWords(`weil wegen denn nachdem grund gründe ursache deshalb daher infolge aufgrund çünkü nedeniyle yüzünden dolayı sebep sebebiyle nedeni üzerine
		porque debido causa razón tras parce car cause raison suite کیونکہ وجہ سبب باعث لأن بسبب زیرا چون دلیل क्योंकि कारण वजह потому из-за причина`)
	placesIn   = foldedWords(`in im am an auf aus bei nach vor neben zwischen nahe en sobre desde cerca hasta à dans près chez au aux sur میں پر قریب في إلى قرب در به نزدیک में पर पास в на у около`)
	numeralsIn = foldedWords(`zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend dutzend hunderte tausende millionen
		iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli yüz bin milyon onlarca yüzlerce binlerce
		dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien mil millones cientos miles deux trois quatre cinq sept huit neuf dix onze douze cent mille millions
		دو تین چار پانچ چھ سات آٹھ نو دس بارہ سو ہزار لاکھ दो तीन चार पाँच छह सात आठ नौ दस सौ हज़ार लाख اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة ألف`)
)

// holdsElsewhere is holds for a sentence that is not in English.
func holdsElsewhere(q *query, v *view, s *sentence) bool {
	toks := v.toks[s.from:s.to]
	switch q.want {
	case wantQuantity:
		return quantity(q, v.Passage.Text, toks) || anyOf(toks, numeralsIn)
	case wantTime:
		return timed(toks) || anyOf(toks, calendarIn)
	case wantPerson:
		return !inLatin(v.text(s)) || person(q, v, toks)
	case wantPlace:
		return anyOf(toks, placesIn) || locative(v.text(s))
	case wantReason:
		return anyOf(toks, reasonsIn)
	case wantWords:
		return strings.ContainsAny(v.text(s), "\"“”«»„‘")
	}
	return true
}

// locative says that a name has the ending of a place, as Turkish writes it: Tepeköy'de.
func locative(s string) bool {
	s = strings.ReplaceAll(s, "’", "'")
	for _, end := range []string{"'da", "'de", "'ta", "'te", "'nda", "'nde"} {
		if strings.Contains(s, end) {
			return true
		}
	}
	return false
}
