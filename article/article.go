// Package article says what an article, a version and a passage are, and how a text is cleaned and split into passages
// that can be cited. It is pure: no files, no network, no store.
package article

import "time"

// ID numbers an article within one guild, from 1.
type ID int64

// PassageID numbers a passage within one guild, over all articles and versions, from 1.
type PassageID int64

// Span is a half-open range of byte offsets.
type Span struct{ Start, End int }

// When is a point in time as a text gave it: a day, or a minute where the text gave the clock.
// The zero value means that the text gave none.
type When struct {
	// Time is in UTC; midnight where Clock is false.
	Time time.Time
	// Clock says that the text gave hours and minutes.
	Clock bool
}

// IsZero says that no time is known.
func (w When) IsZero() bool { return w.Time.IsZero() }

// Day is the date as 2006-01-02, or "" where none is known.
func (w When) Day() string {
	if w.IsZero() {
		return ""
	}
	return w.Time.Format(time.DateOnly)
}

// Meta is what is known of an article beside its words. A field that the text or the page does not give is zero, never guessed.
type Meta struct {
	Title     string
	Publisher string
	Author    string
	// URL is an http or https link to the original.
	URL       string
	Published When
	// Language is a BCP 47 tag such as "en" or "ur".
	Language string
}

// Kind is what a line of a document is.
type Kind uint8

const (
	Paragraph Kind = iota
	Heading
	ListItem
	Quote
)

// Mark tells Parse what a stretch of the text is, where the source's own markup said so (an HTML <h2>, a list item).
// Marks do not overlap and are in order of Start.
type Mark struct {
	Span
	Kind Kind
}

// Dropped is a stretch of the body that is kept as proof but is never a passage.
type Dropped struct {
	Span
	// Class is one of: heading, title, byline, dateline, caption, navigation, citation_marker, related_link, seo_link,
	// cross_reference, lead_in, call_to_action, newsletter, advertisement, comment, comment_form, boilerplate, injection, fragment.
	Class string
}

// Passage is a run of whole sentences that may be cited: Body[Start:End] == Text, always.
// No Dropped span lies within it.
type Passage struct {
	Span
	Text string
	// Heading is the nearest heading above, or "".
	Heading string
	// Speaker is the label of who speaks in an interview or a transcript, as the text has it, or "".
	Speaker string
	// At is the passage's own time (an entry of a live blog, a dated paragraph), zero where it has none.
	At When
}

// Document is a text taken apart. Body is the whole text as it came (valid UTF-8 without NUL); the rest are offsets into it.
type Document struct {
	Meta
	// Source is the file's base name, or the link that the text came from.
	Source string
	// Agency is the agency or outlet that the report's dateline credits with it, "" where there is none: reprints of one
	// agency's report are one source.
	Agency string
	// YearlessDay is the day of publication as the text gives it where it leaves the year open, "Friday 7 October", for
	// ParseWhen; "" where Published is known or the text gives no day.
	YearlessDay string
	Body        string
	// Marks are those that Parse was given.
	Marks    []Mark
	Passages []Passage
	Dropped  []Dropped
}
