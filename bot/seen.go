package bot

import "sync"

// memory is how many events are remembered to know one that comes twice. Discord sends again within seconds, if it does.
const memory = 4096

// seen remembers the last events by their ids.
type seen struct {
	mu   sync.Mutex
	ids  map[string]struct{}
	ring [memory]string
	next int
}

// first says that an id is new, and remembers it in place of the oldest.
func (s *seen) first(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.ids[id]; known {
		return false
	}
	if s.ids == nil {
		s.ids = make(map[string]struct{}, memory)
	}
	delete(s.ids, s.ring[s.next])
	s.ids[id] = struct{}{}
	s.ring[s.next] = id
	s.next = (s.next + 1) % memory
	return true
}
