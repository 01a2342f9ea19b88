package bot

import (
	"context"

	"parley/answer"
	"parley/article"
)

// Desk answers a question from one guild's articles. An error that is a fault is shown to the member as it is; any other
// is shown as a reference. It must stop when ctx ends.
type Desk interface {
	Ask(ctx context.Context, guild string, q answer.Question) (answer.Answer, error)
}

// Library takes in what a moderator posts. by is the moderator's user id. A receipt means that the article is on disk.
type Library interface {
	AddLink(ctx context.Context, guild, by, link string) (article.Receipt, error)
	AddFile(ctx context.Context, guild, by, name, contentType string, data []byte) (article.Receipt, error)
	AddText(ctx context.Context, guild, by string, known article.Meta, text string) (article.Receipt, error)
}

// Shelf shows the articles that a guild has.
type Shelf interface {
	// List returns at most limit entries from offset on, and how many there are in all.
	List(ctx context.Context, guild string, offset, limit int) (entries []article.Entry, total int, err error)
	// Show returns an article's newest version and the beginning of its text. An unknown id is a fault.
	Show(ctx context.Context, guild string, id article.ID) (entry article.Entry, preview string, err error)
}

// Withdrawals takes an article out of use and back, and says which are out. by is the moderator's user id.
type Withdrawals interface {
	Withdraw(ctx context.Context, guild string, id article.ID, reason, by string) error
	Restore(ctx context.Context, guild string, id article.ID, reason, by string) error
	// Withdrawn returns why each of the articles that are withdrawn is. Those that may be cited are absent.
	Withdrawn(ctx context.Context, guild string, ids []article.ID) (map[article.ID]string, error)
}

// Names is the moderators' own list of spellings and aliases that mean the same. by is the moderator's user id.
type Names interface {
	// AddName notes that forms mean the same, the usual one first. What the list cannot take is a fault.
	AddName(ctx context.Context, guild string, forms []string, by string) error
	// RemoveName removes the entry that has the form. A form that none has is a fault.
	RemoveName(ctx context.Context, guild, form string) error
	// ListNames returns the forms of each entry, oldest entry first.
	ListNames(ctx context.Context, guild string) ([][]string, error)
}

// Ledger keeps a question from the moment it arrives until its answer is in Discord, so that none is lost when the process dies.
type Ledger interface {
	// Begin records a question. fresh is false when it is there already: the event came twice, and the question has an owner.
	Begin(ctx context.Context, q answer.Asked) (fresh bool, err error)
	// Settle records the answer after proving its citations. An error means that the answer must not be shown.
	Settle(ctx context.Context, guild, askedID string, a answer.Answer) error
	// Fail closes a question that cannot be answered, with the reason.
	Fail(ctx context.Context, guild, askedID, reason string) error
}

// Deliveries knows which answers have reached Discord.
type Deliveries interface {
	// Posted closes a question: its answer is in Discord as that message, so that a reply to it finds its history.
	Posted(ctx context.Context, guild, askedID, messageID string) error
	// Open returns the questions of all guilds that are neither posted nor failed, oldest first: settled ones that were
	// never posted too, with their tokens.
	Open(ctx context.Context) ([]answer.Asked, error)
}

// Record finds answers that were given.
type Record interface {
	// Answer returns the answer of a settled question, and ok false where there is none.
	Answer(ctx context.Context, guild, askedID string) (q answer.Asked, a answer.Answer, ok bool, err error)
	// ByMessage returns the question and the answer that were posted as that message, and ok false where there is none.
	ByMessage(ctx context.Context, guild, messageID string) (q answer.Asked, a answer.Answer, ok bool, err error)
	// LastIn returns the last question that was answered in a channel for all to see, and ok false where there is none.
	LastIn(ctx context.Context, guild, channel string) (q answer.Asked, a answer.Answer, ok bool, err error)
}

// Rooms are what the bot stands on. All are required.
type Rooms struct {
	Desk        Desk
	Library     Library
	Shelf       Shelf
	Withdrawals Withdrawals
	Names       Names
	Ledger      Ledger
	Deliveries  Deliveries
	Record      Record
}
