package store

import (
	"cmp"
	"container/heap"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"parley/answer"
)

// In a large guild FTS5's bm25 costs too much: it scores at about 1,000 passages a millisecond. There the postings are read and
// summed here, exactly, at about 200,000 a millisecond.

const (
	// byID takes the ids as JSON, and keeps their order.
	byID = `SELECT ` + passageColumns + ` FROM json_each(?) j CROSS JOIN passages p ON p.id = j.value ORDER BY j.key`
	// latest is the greatest id of a passage.
	latest = `SELECT coalesce(max(id), 0) FROM passages`
)

// gather returns at most limit live passages, those first that score most, the newest where two score the same.
func (g *Guild) gather(ctx context.Context, tx *sql.Tx, sought []answer.Sought, size sizes, limit int) ([]answer.Candidate, error) {
	var last int64
	if err := tx.QueryRowContext(ctx, latest).Scan(&last); err != nil {
		return nil, err
	}
	sums := newSums(int(last) + 1)
	if err := sums.addAll(ctx, tx, sought, size.average()); err != nil {
		return nil, err
	}
	gone, err := g.gone.get(ctx, tx, size.gone)
	if err != nil {
		return nil, err
	}
	for _, r := range gone {
		clear(sums.all[min(r.first, last+1) : min(r.last, last)+1])
	}
	best := sums.best(limit)
	sums.free()
	return load(ctx, tx, best)
}

// sums are what the passages score, by id.
type sums struct {
	all []float32
	// one is what they score for one thing that is sought, where several terms stand for it: the best of these counts.
	one []float32
}

// room keeps sums between searches: a million passages take 8 MB.
var room = sync.Pool{New: func() any { return &sums{} }}

func newSums(n int) *sums {
	s := room.Get().(*sums)
	if cap(s.all) < n {
		s.all, s.one = make([]float32, n, n+n/4), make([]float32, n, n+n/4)
	}
	s.all, s.one = s.all[:n], s.one[:n]
	return s
}

// free gives the room back as it was found: zero. Where adding failed it is not given back.
func (s *sums) free() {
	clear(s.all)
	room.Put(s)
}

// addAll adds up what is sought. average is how many terms a passage has.
func (s *sums) addAll(ctx context.Context, tx *sql.Tx, sought []answer.Sought, average float64) error {
	lists, err := postingsOf(ctx, tx, termsOf(sought))
	if err != nil {
		return err
	}
	for _, one := range sought {
		for _, t := range one.Terms {
			if err := s.add(lists[t.Term], weights(t.Weight, average), len(one.Terms) > 1); err != nil {
				return fmt.Errorf("%q: %w", t.Term, err)
			}
		}
		if len(one.Terms) < 2 {
			continue
		}
		for _, t := range one.Terms {
			s.forget(lists[t.Term])
		}
	}
	return nil
}

// add adds one term's postings; where others stand for the same thing, only what it has above them.
func (s *sums) add(list []byte, w *[256]float32, among bool) error {
	broken := false
	err := eachPosting(list, func(ids []int64, in []manner) {
		for i, id := range ids {
			switch {
			case uint64(id) >= uint64(len(s.all)):
				broken = true
			case !among:
				s.all[id] += w[in[i]]
			case w[in[i]] > s.one[id]:
				s.all[id] += w[in[i]] - s.one[id]
				s.one[id] = w[in[i]]
			}
		}
	})
	if broken {
		return errBroken
	}
	return err
}

// forget makes room for the next thing that is sought.
func (s *sums) forget(list []byte) {
	// The list was read before.
	_ = eachPosting(list, func(ids []int64, _ []manner) {
		for _, id := range ids {
			s.one[id] = 0
		}
	})
}

// best are the heaviest, heaviest first. It goes from the newest to the oldest, so that of many that score the same few are
// ever among the best.
func (s *sums) best(limit int) []heavy {
	top := make(heavies, 0, limit)
	least := float32(0)
	for id := len(s.all) - 1; id >= 0; id-- {
		if s.all[id] <= least {
			continue
		}
		if top.offer(heavy{int64(id), s.all[id]}, limit); len(top) == limit {
			least = top[0].weight
		}
	}
	slices.SortFunc(top, func(a, b heavy) int { return compareHeavy(b, a) })
	return top
}

func termsOf(sought []answer.Sought) []string {
	var out []string
	for _, s := range sought {
		for _, t := range s.Terms {
			out = append(out, t.Term)
		}
	}
	return out
}

// postingsOf reads the runs of each term that any passage holds.
func postingsOf(ctx context.Context, tx *sql.Tx, terms []string) (map[string][]byte, error) {
	lists := make(map[string][]byte, len(terms))
	err := eachValue(ctx, tx, postings, terms, func(term string, value []byte) error {
		lists[term] = append(lists[term], value...)
		return nil
	})
	return lists, err
}

func load(ctx context.Context, tx *sql.Tx, best []heavy) ([]answer.Candidate, error) {
	ids := make([]int64, len(best))
	for i, h := range best {
		ids[i] = h.id
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	found := make([]answer.Candidate, 0, len(best))
	err = each(ctx, tx, func(row *sql.Rows) error {
		c, err := scanPassage(row)
		c.Score = float64(best[len(found)].weight)
		found = append(found, c)
		return err
	}, byID, string(list))
	return found, err
}

// heavy is a passage with what it scores.
type heavy struct {
	id     int64
	weight float32
}

func compareHeavy(a, b heavy) int {
	return cmp.Or(cmp.Compare(a.weight, b.weight), cmp.Compare(a.id, b.id))
}

// heavies is a heap of the heaviest so far, the lightest of them on top.
type heavies []heavy

func (h heavies) Len() int           { return len(h) }
func (h heavies) Less(i, j int) bool { return compareHeavy(h[i], h[j]) < 0 }
func (h heavies) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *heavies) Push(x any)        { *h = append(*h, x.(heavy)) }
func (h *heavies) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// offer puts a passage among the limit heaviest, where it is one.
func (h *heavies) offer(x heavy, limit int) {
	if len(*h) < limit {
		heap.Push(h, x)
	} else if compareHeavy(x, (*h)[0]) > 0 {
		(*h)[0] = x
		heap.Fix(h, 0)
	}
}
