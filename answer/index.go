package answer

import (
	"context"

	"parley/article"
	"parley/article/names"
)

// Candidate is a passage of a live version, as the index proposed it.
type Candidate struct {
	ID        article.PassageID
	ArticleID article.ID
	Version   int
	// Ord is the passage's place in its version, from 0.
	Ord     int
	Source  string
	Meta    article.Meta
	Passage article.Passage
	// Score is the index's own BM25, greater is better. It is not comparable between two questions.
	Score float64
}

// Sought is one thing that passages are searched for. A passage counts it once, by the best of the terms that stand for it.
type Sought struct{ Terms []WeighedTerm }

// WeighedTerm is an index term and what holding it is worth: its inverse document frequency, less where it only half means what is
// sought. An index may weigh terms by itself in a small guild.
type WeighedTerm struct {
	Term   string
	Weight float64
}

// Corpus is what ranking must know of a guild's live passages as a whole.
type Corpus struct {
	Passages int
	Articles int
	// Terms is the number of index terms over all live passages.
	Terms int64
}

// Word is a form that live articles use, and in how many passages its term stands.
type Word struct {
	Text string
	Freq int
}

// Vocabulary is the words of one guild's live passages, for correcting spelling.
type Vocabulary interface {
	// Known returns which of the folded words live passages use, in any inflection.
	Known(ctx context.Context, words []string) (map[string]bool, error)
	// Near returns at most limit words in use that may have been meant by a folded word, nearest first; never the word itself.
	Near(ctx context.Context, word string, limit int) ([]Word, error)
}

// Index is one guild's live passages. Withdrawn articles and overtaken versions are never in it.
type Index interface {
	Vocabulary
	// Propose returns at most limit passages that hold any of what is sought, best first by Candidate.Score.
	// Terms are those of analysis.Index; none is ever read as query syntax. No terms: no passages.
	Propose(ctx context.Context, sought []Sought, limit int) ([]Candidate, error)
	// DocFreq returns for each term in how many live passages it stands; a term that stands nowhere is absent.
	DocFreq(ctx context.Context, terms []string) (map[string]int, error)
	// Corpus returns the sizes.
	Corpus(ctx context.Context) (Corpus, error)
	// Around returns the passages of the same version whose Ord is within before and after of ord, in order, ord itself included.
	Around(ctx context.Context, id article.ID, version, ord, before, after int) ([]Candidate, error)
	// Quote returns Body[start:end] of that version, which may be withdrawn or overtaken.
	// Offsets outside of the body are an error.
	Quote(ctx context.Context, id article.ID, version, start, end int) (string, error)
	// Names returns the names that this guild knows: the gazetteer's, those its live articles define, and its moderators'.
	Names(ctx context.Context) (*names.Book, error)
}
