package gate

import (
	"slices"
	"testing"
	"time"
)

// The gate's time for one sentence: as an extractive answer brings it, and as a model would, reworded.
func BenchmarkGate(b *testing.B) {
	all := corpus(b)
	for _, bench := range []struct {
		name  string
		check func(s sample) Result
	}{
		{"verbatim", func(s sample) Result {
			return Check(s.sentence, []Quote{{Text: s.sentence, Before: s.before}}, testBook())
		}},
		{"in its paragraph", func(s sample) Result {
			return Check(s.sentence, []Quote{{Text: s.passage, Before: s.before}}, testBook())
		}},
		{"reworded", func(s sample) Result {
			return examine("Reports say that "+s.sentence, []Quote{{Text: s.passage, Before: s.before}}, testBook())
		}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			took := make([]time.Duration, 0, b.N)
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				bench.check(all[i%len(all)])
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Nanoseconds())/1000, "µs-p50")
			b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds())/1000, "µs-p99")
		})
	}
}
