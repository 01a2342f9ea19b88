package analysis

import (
	"strings"
	"testing"
	"time"
)

// A text of several megabytes must cost time in proportion to its length, whatever it repeats.
func TestLongTexts(t *testing.T) {
	const times = 1 << 20
	for _, unit := range []string{"a", "A", "a.", "a-", "1", "1,", "1.", "one ", "hundred ", "US ", "’", "क", "北", "\u0301", "A\n", "۱", "-", "a'"} {
		start := time.Now()
		tokens := Tokenize(strings.Repeat(unit, times), "en")
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%q a million times took %v for %d tokens", unit, took, len(tokens))
		}
	}
}
