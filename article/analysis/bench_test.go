package analysis

import (
	"strings"
	"testing"
)

var report = strings.Repeat("The port's governor said on 14 March that 2,600 dockers had left Quay 9, and that a cease-fire with the "+
	"U.S.-owned terminal would hold for forty-six hours. “Nobody was hurt,” Mr Šimkus told Rádio Levant, adding that ILWU members "+
	"disagreed about the compensation that the operators were offering.\n", 14)

func BenchmarkTokenize(b *testing.B) {
	n := len(Tokenize(report, "en"))
	b.SetBytes(int64(len(report)))
	b.ReportAllocs()
	for b.Loop() {
		Tokenize(report, "en")
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/token")
}

func BenchmarkIndex(b *testing.B) {
	for b.Loop() {
		Index(report, "en")
	}
}

func BenchmarkTerms(b *testing.B) {
	for b.Loop() {
		Terms("how many dockers left the U.S. terminal on 14 march, and why?", "", "en", "tr")
	}
}

func BenchmarkDistance(b *testing.B) {
	for b.Loop() {
		Distance("akhundzada", "akhunzada", 2)
	}
}
