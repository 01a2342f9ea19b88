package answer

import (
	"slices"
	"strings"

	"parley/article/analysis"
	"parley/article/names"
)

// party is a voice taken apart to be compared with others: "Transport Minister Ada Brook", "the union".
type party struct {
	text string
	toks []analysis.Token
	// known are the names of the book that it holds; own its capitalised words that are no role, folded.
	known, own []string
}

func partyOf(voice string, book *names.Book) *party {
	p := &party{text: voice, toks: analysis.Tokenize(voice, "")}
	for _, m := range book.Find(voice) {
		p.known = append(p.known, voice[m.Start:m.End])
	}
	for _, t := range p.toks {
		if t.Cap && !t.Stop && !roles[t.Exact] && !t.Joined {
			p.own = append(p.own, t.Exact)
		}
	}
	return p
}

// anonymous says that a voice names nobody: "a participant", "officials", "The Ministry".
func anonymous(voice string, book *names.Book) bool { return partyOf(voice, book).anonymous() }

func (p *party) anonymous() bool { return len(p.known) == 0 && len(p.own) == 0 }

// oneSide says whether two voices speak for one side.
func oneSide(a, b string, book *names.Book) bool {
	return partyOf(a, book).sidesWith(partyOf(b, book), book)
}

// sidesWith says that two parties are of one side: they share a name, or names that stand for one another, or one names nobody and they have
// one role. A country's name alone does not join its government with a union or a company of that country, nor does one common word join
// two bodies: the Water Board, Upland Water.
func (p *party) sidesWith(o *party, book *names.Book) bool {
	if (p.anonymous() || o.anonymous()) && p.sharesRole(o) {
		return true
	}
	if len(p.own) == 0 || len(o.own) == 0 {
		if plain(p.text) == plain(o.text) {
			return true
		}
	} else if last := p.own[len(p.own)-1]; last == o.own[len(o.own)-1] && !p.listed(last) && !o.listed(last) {
		return true
	} else if n, unlisted := p.common(o); 2*n > min(len(p.own), len(o.own)) && unlisted {
		return true
	}
	return !p.apart(o) && p.sharesName(o, book)
}

func plain(voice string) string { return strings.TrimPrefix(analysis.Fold(voice), "the ") }

// sharesRole says that two voices name one kind of speaker: "the ministry", "Ministry of Transport".
func (p *party) sharesRole(o *party) bool {
	for _, t := range p.toks {
		if roles[t.Exact] && slices.ContainsFunc(o.toks, func(u analysis.Token) bool { return u.Exact == t.Exact }) {
			return true
		}
	}
	return false
}

// listed says that a word is a name of the book.
func (p *party) listed(word string) bool {
	return slices.ContainsFunc(p.known, func(k string) bool { return analysis.Fold(k) == word })
}

// common counts the words of their own that two parties share, and says whether one of them is no name of the book.
func (p *party) common(o *party) (n int, unlisted bool) {
	for _, w := range p.own {
		if slices.Contains(o.own, w) {
			n++
			unlisted = unlisted || !p.listed(w) && !o.listed(w)
		}
	}
	return n, unlisted
}

// sharesName says that two parties hold known names that stand for one another.
func (p *party) sharesName(o *party, book *names.Book) bool {
	for _, m := range p.known {
		for _, n := range o.known {
			if _, same := book.Same(m, n); same || analysis.Fold(m) == analysis.Fold(n) {
				return true
			}
		}
	}
	return false
}

// public and private are the roles of those who speak for a state and of those who do not.
var (
	public  = words("minister ministry government president army official officials police authority authorities embassy navy coastguard commission court parliament mayor governor")
	private = words(`union federation company firm association alliance party league club operator institute university hospital school bank airline charity mission
		observers residents opposition campaign`)
)

// apart says that one of two parties speaks for a state and the other for somebody else.
func (p *party) apart(o *party) bool {
	return p.forState() && o.forOthers() || o.forState() && p.forOthers()
}

func (p *party) forState() bool  { return anyOf(p.toks, public) && !anyOf(p.toks, private) }
func (p *party) forOthers() bool { return anyOf(p.toks, private) }
