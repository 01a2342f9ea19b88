package store

import "sync"

// vocabulary gathers the terms and words of versions in the background, while their passages are written.
type vocabulary struct {
	in chan order
	// known are forms that stand in the file already; nil for none.
	known *wordCache
	terms tallies
	forms map[string]string // the index term of each form
	// noted are the forms that stand in the file when the transaction is done. They may be read when all is packed.
	noted []string
}

// gathered is a version that is added, or with sign -1 taken away; its postings too, where the id of its first passage is given.
type gathered struct {
	p     *prepared
	sign  int
	first int64
}

// order is a version to be gathered, or where packed is not nil a wish for all blocks.
type order struct {
	gathered
	packed chan []block
}

// inFlight is how many versions wait to be gathered.
const inFlight = 64

// newVocabulary begins to gather; close ends it.
func newVocabulary(known *wordCache) *vocabulary {
	v := &vocabulary{in: make(chan order, inFlight), known: known, terms: tallies{slots: map[string]int32{}}, forms: map[string]string{}}
	go v.gather()
	return v
}

func (v *vocabulary) close() { close(v.in) }

func (v *vocabulary) add(g gathered) { v.in <- order{gathered: g} }

// packed gives once, through a channel, all that was added since it was called last.
func (v *vocabulary) packed() <-chan []block {
	out := make(chan []block, 1)
	v.in <- order{packed: out}
	return out
}

func (v *vocabulary) gather() {
	for o := range v.in {
		if o.packed != nil {
			o.packed <- v.pack()
			continue
		}
		v.terms.add(o.p, o.sign, o.first)
		if o.sign > 0 {
			v.spell(o.p.vocab)
		}
	}
}

// spell takes up forms that may be new to the file.
func (v *vocabulary) spell(list []word) {
	v.known.eachUnknown(list, func(w word) {
		if _, twice := v.forms[w.form]; !twice {
			v.forms[w.form] = w.term
		}
	})
}

// pack packs the terms and the words side by side, since the writer waits for both.
func (v *vocabulary) pack() []block {
	var ofTerms, ofWords packer
	var both sync.WaitGroup
	both.Go(func() { packWords(&ofWords, v.forms) })
	v.terms.pack(&ofTerms)
	both.Wait()
	for form := range v.forms {
		v.noted = append(v.noted, form)
	}
	clear(v.forms)
	return append(ofTerms.all(), ofWords.all()...)
}
