package gate

import "strings"

// attribution is who says what in a sentence: the item of the verb (or of "according"), and the items of the speaker.
type attribution struct {
	verb     int
	from, to int
}

// generic are speakers that stand for any official voice.
var generic = set(`official authority authorities spokesman spokeswoman spokesperson statement source report reports government ministry`)

// speakerFlags flags words that the claim puts into another mouth than the passage.
func (a *alignment) speakerFlags() []flag {
	at, ok := attributed(a.c.text, a.items)
	if !ok {
		return nil
	}
	s := a.contentSentence(at)
	if s < 0 || a.spoken(at, s) {
		return nil
	}
	near, definite := a.speakerOf(s)
	if (near == "" || definite) && a.introduced(at, s) || near != "" && a.genericSpeaker(at) {
		return nil
	}
	return []flag{{Reason: Reason{Rule: "speaker", Claim: a.c.token(a.items[at.from].from, a.items[at.to-1].to), Passage: near}}}
}

// attributed finds the first speech verb with a speaker before or behind it, or "according to" one.
func attributed(t *text, items []item) (attribution, bool) {
	for v := range items {
		w := &t.words[items[v].from]
		if items[v].kind != plain || !t.says(items[v].from) {
			continue
		}
		if from, to := speakerBefore(t, items, v); from < to && w.exact != "according" {
			return attribution{v, from, to}, true
		}
		if from, to := speakerAfter(t, items, v); from < to {
			return attribution{v, from, to}, true
		}
	}
	return attribution{}, false
}

// naming verbs say what someone is called or thought to be rather than what someone says.
var naming = set("call called describ described think thought believ believed")

// says says that word i is a verb of speech in the active, or "according".
func (t *text) says(i int) bool {
	w := &t.words[i]
	if w.exact == "according" {
		return true
	}
	if !speech[w.stem] && !speech[w.exact] || i > 0 && (determiners[t.words[i-1].exact] || nounAfter[t.words[i-1].exact] || t.words[i-1].exact == "to" && strings.HasSuffix(w.exact, "s")) {
		return false
	}
	return !naming[w.stem] && !naming[w.exact] || !isPassive(t, i)
}

// nounAfter are prepositions: "in writing", "led to reports".
var nounAfter = set("in of from by with per on at for about into")

// determiners stand before nouns: "the warning" warns no one.
var determiners = set("the a an his her its their this that these those of no any our my your")

// speakerBefore is the noun phrase before verb v: "Health officials in Tamaya reported".
func speakerBefore(t *text, items []item, v int) (from, to int) {
	from = v
	if t.words[items[v].from].before == comma { // "Aas, the union's leader, accused"
		return t.beforeApposition(items, v)
	}
	for from > 0 && v-from < 5 && items[from-1].kind <= name && !clauseBetween(t, items[from-1].to, items[from].from) {
		from--
	}
	return from, v
}

// beforeApposition is the noun phrase that an apposition parts from verb v: what opens the sentence, up to its first comma.
func (t *text) beforeApposition(items []item, v int) (from, to int) {
	from = v
	for from > 0 && t.words[items[from-1].from].sentence == t.words[items[v].from].sentence {
		from--
	}
	if from+1 < v && items[from].kind == plain && t.brokenBetween(items[from].to, items[from+1].from) {
		from++ // "Moreover, …"
	}
	for to = from; to < v && (to == from || !t.brokenBetween(items[to-1].to, items[to].from)); to++ {
	}
	if v-to > 6 || to == from || to-from > 10 {
		return v, v
	}
	if to < v && t.relative(items[to-1].to, items[to-1].to+1) {
		return from, to
	}
	for k := items[to-1].to; k < items[v].from; k++ {
		if !t.words[k].cap && (speech[t.words[k].exact] || t.isVerb(k)) {
			return v, v
		}
	}
	return from, to
}

// speakerAfter is the name or the noun behind "said" or "according to".
func speakerAfter(t *text, items []item, v int) (from, to int) {
	if t.words[items[v].from].before < comma && t.words[items[v].from].exact != "according" {
		return v, v
	}
	to = v + 1
	for to < len(items) && to-v <= 5 && items[to].kind <= name && !t.brokenBetween(items[v].to, items[to].from) {
		to++
	}
	if after := t.exactAt(items[to-1].to); after != "" && t.words[items[v].from].exact != "according" && to < len(items) && t.words[items[to].from].sentence == t.words[items[v].from].sentence && t.words[items[to-1].to].before < comma {
		return v, v // "…, said to be": no speaker
	}
	return v + 1, to
}

// contentSentence is the sentence of the window that holds most of what is said, or -1 where it holds little.
func (a *alignment) contentSentence(at attribution) int {
	best, most, n := -1, 0, 0
	for s := a.w.first; s <= a.w.last; s++ {
		have := 0
		n = 0
		for i := range a.items {
			if i >= at.from && i < at.to || i == at.verb || a.items[i].kind == minor {
				continue
			}
			n++
			for j, ok := range a.equal[i] {
				if ok && a.w.t.words[a.w.items[j].from].sentence == s {
					have++
					break
				}
			}
		}
		if have > most {
			best, most = s, have
		}
	}
	if most < 2 || 2*most < n {
		return -1
	}
	return best
}

// spoken says that the claim's speaker speaks in sentence s: before its verb of speech, behind it, or after "according to".
func (a *alignment) spoken(at attribution, s int) bool {
	for i := at.from; i < at.to; i++ {
		for j, ok := range a.equal[i] {
			if ok && a.w.t.words[a.w.items[j].from].sentence == s && a.speaks(j, s) {
				return true
			}
		}
	}
	return false
}

func (a *alignment) speaks(j, s int) bool {
	for v := range a.w.items {
		if !a.isSpeech(v, s) {
			continue
		}
		if j < v && v-j <= 8 || j > v && j-v <= 4 {
			if j > v && a.w.t.words[a.w.items[v].from].before < comma && a.w.t.words[a.w.items[v].from].exact != "according" && a.hasSpeakerBefore(v) {
				continue
			}
			return true
		}
	}
	return false
}

func (a *alignment) isSpeech(v, s int) bool {
	w := &a.w.t.words[a.w.items[v].from]
	return w.sentence == s && a.w.items[v].kind == plain && a.w.t.says(a.w.items[v].from)
}

func (a *alignment) hasSpeakerBefore(v int) bool {
	from, to := speakerBefore(a.w.t, a.w.items, v)
	return from < to
}

// subject is what opens sentence s and acts by its first verb, where "and" alone joins that to verb v: "groups dispute that and say".
func (w *window) subject(s, v int) (from, to int) {
	at := w.items[v].from
	if at == 0 || w.t.words[at-1].exact != "and" {
		return v, v
	}
	for from = v; from > 0 && w.t.words[w.items[from-1].from].sentence == s; from-- {
	}
	if first := w.items[from].from; first > 0 && w.t.words[first-1].sentence == s && pronouns[w.t.words[first-1].exact] {
		return v, v
	}
	for to = from; to < v && to-from < 4 && w.items[to].kind <= name && !w.t.isVerb(w.items[to].from); to++ {
	}
	return from, to
}

var pronouns = set("he she they it we i you this that these those")

// speakerOf is who speaks in sentence s of the window, "" where it does not say: a pronoun, or no verb of speech. definite
// says that it is someone named before: "the company".
func (a *alignment) speakerOf(s int) (who string, definite bool) {
	for v := range a.w.items {
		if !a.isSpeech(v, s) {
			continue
		}
		from, to := speakerBefore(a.w.t, a.w.items, v)
		if a.w.t.words[a.w.items[v].from].exact == "according" || from == to {
			from, to = speakerAfter(a.w.t, a.w.items, v)
		}
		if from == to {
			from, to = a.w.subject(s, v)
		}
		if from < to {
			first, last := a.w.items[from].from, a.w.items[to-1].to
			definite = first > 0 && a.w.t.words[first-1].exact == "the" && to-from <= 2
			for k := from; k < to; k++ {
				definite = definite && a.w.items[k].kind != name
			}
			return a.w.t.token(first, last), definite
		}
	}
	return "", false
}

// introduced says that the speaker stands in an earlier sentence of the passage, or before it.
func (a *alignment) introduced(at attribution, s int) bool {
	for i := at.from; i < at.to; i++ {
		w := &a.c.words[a.items[i].from]
		for k := range a.w.t.words {
			if p := &a.w.t.words[k]; p.sentence <= s+1 && (p.stem == w.stem || p.exact == w.exact || akin(a.items[i].senses, sensesOf(p))) {
				return true
			}
		}
		if a.before != nil && a.before(a.w.source).holds(w, false) {
			return true
		}
	}
	return false
}

func (a *alignment) genericSpeaker(at attribution) bool {
	for i := at.from; i < at.to; i++ {
		if a.items[i].kind == name {
			return false
		}
	}
	if a.cited[at.to-1] {
		return false // another voice of the same passage
	}
	w := &a.c.words[a.items[at.to-1].from]
	return generic[w.stem] || generic[w.exact]
}
