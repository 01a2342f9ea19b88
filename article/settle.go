package article

import "time"

// settleDays is how many days a day without a year and the day of another article of the same community may lie apart for the year
// to be the same.
const settleDays = 30

// Settle dates the documents that give their day without a year by the days of the others and by known, the days of articles that are
// there already: where a day lies within 30 days of one of them, and no other year would fit any. A document whose weekday
// contradicts the year stays undated.
func Settle(docs []Document, known []time.Time) {
	for _, d := range docs {
		if !d.Published.IsZero() {
			known = append(known[:len(known):len(known)], d.Published.Time)
		}
	}
	for i := range docs {
		if w, ok := settled(docs[i].YearlessDay, known); ok && docs[i].Published.IsZero() {
			docs[i] = docs[i].On(w)
		}
	}
}

// settled is the day that s means beside the known ones. Of two years that would fit, neither is certain.
func settled(s string, known []time.Time) (When, bool) {
	var best When
	near := false
	for _, k := range known {
		w, ok := ParseWhen(s, k)
		if !ok {
			continue
		}
		if !best.IsZero() && best.Time.Year() != w.Time.Year() {
			return When{}, false
		}
		best = w
		near = near || w.Time.Sub(k).Abs() <= settleDays*24*time.Hour
	}
	return best, near
}

// On returns the document as published at w: its dated paragraphs and the entries of a live blog count from there.
// What it says of itself otherwise, and the times that its passages have already, stay.
func (d Document) On(w When) Document {
	known := d.Meta
	known.Published = w
	again := Parse(d.Source, d.Body, known, d.Marks)
	again.Meta = known
	at := map[Span]When{}
	for _, p := range d.Passages {
		at[p.Span] = p.At
	}
	for i := range again.Passages {
		p := &again.Passages[i]
		if had := at[p.Span]; !had.IsZero() {
			p.At = had
		}
	}
	return again
}
