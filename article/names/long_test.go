package names

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// A long article must cost time in proportion to its length, whatever it repeats.
func TestLongArticles(t *testing.T) {
	units := []string{"Ab ", "AB ", "A.", "Foo Bar (FB) ", "of ", "OOOOOOO, of Of ", "Minister ", "Ab Cd said ", "a-", "X’", "United ", "\n", "Ab\n"}
	for _, unit := range units {
		took := timed(strings.Repeat(unit, 1<<19/len(unit)))
		if took > 10*time.Second {
			t.Errorf("%q repeated took %v", unit, took)
		}
	}
	var b strings.Builder
	for i := range 4_000 {
		fmt.Fprintf(&b, "Later Ana%c%c Bel%d said that Cor%d Bel%d and the %c%c%c left. ", 'a'+i%26, 'a'+i/26%26, i%7, i, i%7, 'A'+i%26, 'A'+i/26%26, 'A'+i/676%26)
	}
	if took := timed(b.String()); took > 10*time.Second {
		t.Errorf("many different names took %v", took)
	}
}

func timed(body string) time.Duration {
	start := time.Now()
	Gazetteer().Find(body)
	Learn(body)
	Variants([]Mentions{Mention(body)})
	return time.Since(start)
}
