package gate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"parley/article/names"
)

// A case is one file of testdata/gate, named after the behaviour: the claim, the quotes that it cites with what precedes
// them, and what the gate must say: the verdict, then "rule: claim's token | passage's token" for a flag that must be there.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("../testdata/gate/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			c := readCase(t, file)
			got := Check(c.claim, c.quotes, c.book)
			if verdict := string(got.Verdict); verdict != c.verdict && !(c.verdict == "not supported" && verdict != "supported") {
				t.Errorf("%s, want %s: %+v\nclaim: %s", verdict, c.verdict, got.Reasons, c.claim)
			}
			for _, want := range c.reasons {
				if !hasReason(got.Reasons, want) {
					t.Errorf("no flag %q in %+v", want, got.Reasons)
				}
			}
		})
	}
}

type gateCase struct {
	claim   string
	quotes  []Quote
	book    *names.Book
	verdict string
	reasons []string
}

func readCase(t *testing.T, file string) gateCase {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := gateCase{book: testBook()}
	for _, f := range txtar.Parse(data).Files {
		body := strings.TrimSpace(string(f.Data))
		switch f.Name {
		case "claim":
			c.claim = body
		case "quote":
			c.quotes = append(c.quotes, Quote{Text: body})
		case "before":
			c.quotes[len(c.quotes)-1].Before = body
		case "want":
			lines := strings.Split(body, "\n")
			c.verdict, c.reasons = lines[0], lines[1:]
		default:
			t.Fatalf("%s: unknown part %q", file, f.Name)
		}
	}
	if c.claim == "" || len(c.quotes) == 0 || c.verdict == "" {
		t.Fatalf("%s: a case needs claim, quote and want", file)
	}
	return c
}

// hasReason reads want as "rule: claim | passage"; a side that is left out may be anything.
func hasReason(reasons []Reason, want string) bool {
	rule, rest, _ := strings.Cut(want, ": ")
	claim, passage, _ := strings.Cut(rest, " | ")
	for _, r := range reasons {
		if r.Rule == rule && (claim == "" || r.Claim == claim) && (passage == "" || r.Passage == passage) {
			return true
		}
	}
	return false
}

func testBook() *names.Book { return names.Gazetteer() }
