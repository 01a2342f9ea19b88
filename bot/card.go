package bot

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"parley/answer"
)

// A card is plain message text, and neither an embed nor a V2 layout: on a phone it has the whole width of the screen, it
// stands in the notification, it can be copied and searched, and what it may hold is known to the character. Embeds are
// narrower and are hidden together with the link previews; a V2 message can never go back, and fails on long text in
// other scripts.

// Bounds of a card's parts, in UTF-16 units after escaping. They add up to less than a page, so that any single sentence fits
// on one with its head, its foot and its sources.
const (
	pageLimit     = 2000
	questionLimit = 200
	noteLimit     = 200
	searchedLimit = 120
	speakerLimit  = 80
	pieceLimit    = 700
	maxMarkers    = 8
	maxNext       = 5
	nextLimit     = 120
)

// card is an answer as it is shown: pages that are each good by themselves, the first for all to see.
type card struct {
	pages []string
	// cited says that there are sources to show in full.
	cited bool
}

// line is one sentence of a card or, of a very long one, a part.
type line struct {
	// group is the heading that the line stands under, "" for none.
	group string
	text  string
	cites []answer.Citation
	// verbatim says that the sentence is its own quote.
	verbatim bool
}

// newCard lays out an answer. question is shown above it, where it is not in sight already. today is for the age of the sources.
func newCard(a answer.Answer, question string, today time.Time) card {
	if a.Verdict == answer.NotCovered || len(a.Sentences) == 0 {
		return card{pages: []string{silence(a, question)}}
	}
	p := paper{head: head(a, question), foot: foot(a, today), age: age(a, today)}
	return card{pages: p.fill(lines(a)), cited: true}
}

// head is what stands above the sentences, "" for a plain answer.
func head(a answer.Answer, question string) string {
	var h []string
	if question != "" {
		h = append(h, "> "+plainClip(question, questionLimit))
	}
	switch a.Verdict {
	case answer.Disputed:
		h = append(h, "**The articles disagree.** Here is who says what.")
	case answer.Partial:
		h = append(h, "**The articles cover only a part of this.**")
	}
	if a.SearchedFor != "" {
		h = append(h, "-# Searched for: "+plainClip(a.SearchedFor, searchedLimit))
	}
	return strings.Join(h, "\n")
}

// foot is what stands below the sources of the first page.
func foot(a answer.Answer, today time.Time) string {
	var f []string
	if a.Note != "" {
		f = append(f, "-# "+plainClip(a.Note, noteLimit))
	}
	if n := len(a.Dropped); n > 0 {
		f = append(f, "-# "+count(n, "sentence was", "sentences were")+" not shown: not proved by "+one(n, "its source.", "their sources."))
	}
	return strings.Join(append(f, age(a, today)), "\n")
}

// age says how many articles an answer rests on and how old the newest is.
func age(a answer.Answer, today time.Time) string {
	from := ""
	if s := a.Sources; s.Articles > 1 {
		from = fmt.Sprintf("%d articles", s.Articles)
		if s.Independent > 0 {
			from += fmt.Sprintf(", %d independent", s.Independent)
		}
		from += " · "
	}
	day, err := time.Parse(time.DateOnly, a.AsOf)
	if err != nil {
		return "-# " + from + "The sources give no date."
	}
	return "-# " + from + "Newest source: " + day.Format("2 January 2006") + " (" + before(day, today) + ")"
}

// before says how long ago a day was.
func before(day, today time.Time) string {
	switch n := int(today.UTC().Truncate(24*time.Hour).Sub(day).Hours() / 24); {
	case n == 0:
		return "today"
	case n < 0:
		return "dated after today"
	default:
		return count(n, "day", "days") + " before today"
	}
}

// silence is the card of a question that the articles do not cover: what is near, and what to do next.
func silence(a answer.Answer, question string) string {
	h := []string{}
	if question != "" {
		h = append(h, "> "+plainClip(question, questionLimit))
	}
	h = append(h, "**The articles do not cover this.**")
	if a.SearchedFor != "" {
		h = append(h, "-# Searched for: "+plainClip(a.SearchedFor, searchedLimit))
	}
	if len(a.Next) > 0 {
		h = append(h, "Nearest in the articles:")
		for _, n := range a.Next[:min(len(a.Next), maxNext)] {
			h = append(h, "- "+plainClip(n, nextLimit))
		}
	}
	h = append(h, "Try other words: a name, a place or a day helps. A moderator who knows an article about it can add it with `/article add`.")
	if a.Note != "" {
		h = append(h, "-# "+plainClip(a.Note, noteLimit))
	}
	if n := len(a.Dropped); n > 0 {
		h = append(h, "-# "+count(n, "sentence was", "sentences were")+" not shown: not proved by "+one(n, "its source.", "their sources."))
	}
	return strings.Join(h, "\n")
}

// lines are the sentences in the order of reading: side by side where there are sides, then what belongs to none.
func lines(a answer.Answer) []line {
	var all []line
	taken := make([]bool, len(a.Sentences))
	for _, side := range a.Sides {
		group := "**According to " + plainClip(side.Who, speakerLimit) + ":**"
		for _, i := range side.Sentences {
			if i >= 0 && i < len(taken) {
				taken[i] = true
				all = append(all, sentence(a.Sentences[i], group, side.Who)...)
			}
		}
	}
	group := ""
	if len(all) > 0 {
		group = "**Also reported:**"
	}
	for i, s := range a.Sentences {
		if !taken[i] {
			all = append(all, sentence(s, group, "")...)
		}
	}
	return all
}

// sentence is one sentence as lines: one, unless it is too long for that. who is already named above it.
func sentence(s answer.Sentence, group, who string) []line {
	lead := ""
	if s.Earlier {
		lead = "*Earlier:* "
	}
	text := oneLine(s.Text)
	if speaker := oneLine(s.Speaker); speaker != "" && !names(text, speaker) && !names(who, speaker) {
		lead += "**" + plainClip(speaker, speakerLimit) + ":** "
	}
	verbatim := slices.ContainsFunc(s.Citations, func(c answer.Citation) bool { return oneLine(c.Quote) == text })
	pieces := piecesOf(text, pieceLimit)
	all := make([]line, len(pieces))
	for i, p := range pieces {
		all[i] = line{group: group, text: lead + p, verbatim: verbatim}
		lead = ""
	}
	last := &all[len(all)-1]
	last.cites = s.Citations
	last.text += markers(s.Citations)
	return all
}

// markers are the numbers behind a sentence. Beyond maxMarkers the rest stands in the full list of sources.
func markers(cites []answer.Citation) string {
	var b strings.Builder
	for _, c := range cites[:min(len(cites), maxMarkers)] {
		fmt.Fprintf(&b, "[%d]", c.N)
	}
	if b.Len() == 0 {
		return ""
	}
	return " " + b.String()
}

// names says that a text already names somebody.
func names(text, who string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(who))
}

// piecesOf escapes a line and divides it into pieces of at most limit units, between words.
func piecesOf(text string, limit int) []string {
	var all []string
	for text != "" {
		size := limit
		head, tail := cut(text, size)
		if width(text) <= size {
			head, tail = text, ""
		}
		for width(escape(head)) > limit {
			size = size * 3 / 4
			head, tail = cut(text, size)
		}
		all = append(all, escape(head))
		text = tail
	}
	if len(all) == 0 {
		return []string{""}
	}
	return all
}

// plainClip is an untrusted text as one safe line of at most limit units.
func plainClip(s string, limit int) string {
	text := oneLine(s)
	for size := limit; ; size = size * 3 / 4 {
		if e := escape(clip(text, size)); width(e) <= limit || size < 4 {
			return e
		}
	}
}

// count is a number with its noun.
func count(n int, single, plural string) string {
	return fmt.Sprintf("%d %s", n, one(n, single, plural))
}

// one chooses between the singular and the plural.
func one(n int, single, plural string) string {
	if n == 1 {
		return single
	}
	return plural
}
