package article

import "time"

// Status says whether an article may be cited.
type Status string

const (
	Live      Status = "live"
	Withdrawn Status = "withdrawn"
)

// Entry is an article as a list shows it: its newest version, and what became of it.
type Entry struct {
	ID      ID
	Version int
	Source  string
	Meta
	Status Status
	// Reason is why it was withdrawn, "" while it is live.
	Reason   string
	AddedAt  time.Time
	AddedBy  string
	Passages int
	Words    int
}

// Outcome is what became of a submitted text.
type Outcome string

const (
	// Added means a new article.
	Added Outcome = "added"
	// Duplicate means that the same text is already there: nothing changed.
	Duplicate Outcome = "duplicate"
	// NewVersion means that the same source came with another text: the old version stays as proof and is not cited again.
	NewVersion Outcome = "new version"
	// DuplicateWithdrawn means that the same text is there and withdrawn: nothing changed, and it must be restored to be cited.
	DuplicateWithdrawn Outcome = "duplicate of a withdrawn article"
)

// Receipt says what became of a submitted text.
type Receipt struct {
	Outcome Outcome
	// Entry is the article that now holds the text: the new one, or for a duplicate the one that was there.
	Entry Entry
	// NearDuplicate is another live article that shares most of its text, 0 where there is none.
	NearDuplicate ID
}
