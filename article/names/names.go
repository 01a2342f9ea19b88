// Package names knows which forms mean the same name: spellings, acronyms, demonyms, capitals that stand for governments.
// It holds data and matching; it knows no crisis, no store and no network.
package names

// Relation says how close the forms of a group are.
type Relation uint8

const (
	// Same forms name one thing: spellings, acronyms, transliterations (Türkiye, Turkey; TTP, Tehrik-i-Taliban Pakistan).
	Same Relation = iota
	// Demonym forms name a country and its people or adjective (Pakistan, Pakistani).
	Demonym
	// Metonym forms stand for one another in reports (Kabul, the Afghan government).
	Metonym
)

// Origin says where a group comes from.
type Origin string

const (
	FromGazetteer Origin = "gazetteer"
	FromArticle   Origin = "article"
	FromModerator Origin = "moderator"
)

// Group is a set of forms, the first of which is how people are shown it.
type Group struct {
	Forms    []string
	Relation Relation
	Origin   Origin
}

// Match is a form found in a text.
type Match struct {
	// Start and End are byte offsets into the text.
	Start, End int
	Group      *Group
}
