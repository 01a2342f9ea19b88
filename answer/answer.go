// Package answer turns a question into sentences that each rest on a quoted passage, or into "not covered".
// It knows no SQL, no Discord and no HTTP.
package answer

import "parley/article"

// Verdict is the outcome of a question.
type Verdict string

const (
	Answered   Verdict = "answered"
	Disputed   Verdict = "disputed"
	Partial    Verdict = "partial"
	NotCovered Verdict = "not_covered"
)

// Mode says who wrote the sentences.
type Mode string

const (
	// Extractive sentences are the articles' own.
	Extractive Mode = "extractive"
	// Model sentences were written by a model and passed the gate.
	Model Mode = "model"
)

// Question is what a member asked.
type Question struct {
	// ID is the caller's own key, given back in the answer; it may be empty.
	ID   string
	Text string
	// History is the conversation before, oldest first.
	History []Turn
	// Locale is the asker's BCP 47 tag where the client gives one, or "".
	Locale string
	// Guild and Member say on whose account a model is asked, and Guild whose answers are remembered together; both may be empty.
	Guild, Member string
}

// Turn is one question and its answer, as the asker saw them.
type Turn struct {
	Q string `json:"q"`
	A string `json:"a"`
}

// Citation is a quote and where it stands: Body[Start:End] == Quote in that version of the article.
type Citation struct {
	// N is the number shown beside the sentence. The same quote has the same number everywhere in an answer.
	N         int        `json:"n"`
	ArticleID article.ID `json:"article_id"`
	Version   int        `json:"version"`
	// Article is the file's base name, or the link that the article came from.
	Article   string `json:"article"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	URL       string `json:"url,omitempty"`
	// Published is the passage's own day where it has one, otherwise the article's: 2006-01-02, or "".
	Published string `json:"published,omitempty"`
	Quote     string `json:"quote"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

// Sentence is one sentence of the answer.
type Sentence struct {
	Text string `json:"text"`
	// Speaker is who says it, where the article says who.
	Speaker string `json:"speaker,omitempty"`
	// Earlier marks what a later report in the same answer has overtaken.
	Earlier   bool       `json:"earlier,omitempty"`
	Citations []Citation `json:"citations"`
}

// Side is one account of a dispute: who gives it, and which sentences carry it (indexes into Answer.Sentences).
type Side struct {
	Who       string `json:"who"`
	Sentences []int  `json:"sentences"`
}

// Retrieved is a passage that was found, with its score (greater is better).
type Retrieved struct {
	ArticleID article.ID `json:"article_id"`
	Article   string     `json:"article"`
	Start     int        `json:"start"`
	End       int        `json:"end"`
	Text      string     `json:"text"`
	Score     float64    `json:"score"`
	// Features are what was measured, and Parts what each adds to the score: their sum is the score.
	Features map[string]float64 `json:"features,omitempty"`
	Parts    map[string]float64 `json:"parts,omitempty"`
}

// Dropped is a sentence that was not shown, and why.
type Dropped struct {
	Text string `json:"text"`
	// Rule is the gate's rule: number, date, name, quotation, negation, role, speaker, hedge, binding, slot, coverage; or address,
	// for a model's sentence that speaks to the reader, or order, for an article's that speaks to a program.
	Rule   string `json:"rule"`
	Detail string `json:"detail"`
}

// Sources counts what the answer rests on.
type Sources struct {
	Articles int `json:"articles"`
	// Independent counts origins: a reprint of a wire report is the wire's.
	Independent int `json:"independent"`
}

// Answer is what Parley says, with its proof. Sentences is empty when the verdict is NotCovered.
type Answer struct {
	ID        string      `json:"id,omitempty"`
	Question  string      `json:"question"`
	Verdict   Verdict     `json:"verdict"`
	Mode      Mode        `json:"mode"`
	Sentences []Sentence  `json:"sentences"`
	Sides     []Side      `json:"sides,omitempty"`
	Passages  []Retrieved `json:"passages"`
	Dropped   []Dropped   `json:"dropped,omitempty"`
	Sources   Sources     `json:"sources"`
	// AsOf is the day of the newest source shown, 2006-01-02, or "".
	AsOf string `json:"as_of,omitempty"`
	// SearchedFor is the question as it was searched, where spelling was corrected.
	SearchedFor string `json:"searched_for,omitempty"`
	// Next are headings or titles near the question, offered when it is not covered.
	Next []string `json:"next,omitempty"`
	// Confidence is the estimated probability, 0 to 1, that what was found answers the question; silence is below a threshold.
	Confidence float64 `json:"confidence"`
	// Note is a line for the reader about how the answer came to be (a model that failed, a limit reached), or "".
	Note string `json:"note,omitempty"`
	// Trace is how a model's answer came to be, nil where no model was asked.
	Trace     *Trace  `json:"trace,omitempty"`
	ElapsedMS float64 `json:"elapsed_ms"`
}
