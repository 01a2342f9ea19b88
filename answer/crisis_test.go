package answer_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parley/answer"
)

// The set of testdata/crises/dam: eight articles about a dam that broke, and sixty questions that were written before they were
// first asked. The laws hold for every answer. The percentages are measured, and only guarded against a fall.

// crisisFloors are some five points under what is measured: 77, 90, 70 and 85 %.
var crisisFloors = map[string]float64{"right": 70, "gold": 82, "abstain": 65, "dispute": 72}

// crisisLeaks is how many citations of a line marked "leaks" in junk.jsonl are borne: lines that are known to pass for news.
const crisisLeaks = 0

type crisisQuestion struct {
	ID, Question, Kind, Expect string
	AlsoOK                     []string `json:"also_ok"`
	History                    []answer.Turn
	Gold                       []struct{ Article, Quote, Role, Side string }
	Must                       []string
	MustNot                    []string `json:"must_not"`
	MinArticles                int      `json:"min_articles"`
}

type crisisJunk struct {
	Article, Text string
	Leaks         bool
}

func TestCrisis(t *testing.T) {
	articles := crisisArticles(t)
	g := shelfOf(t, "testdata/crises/dam/articles/*")
	junk := crisisLines[crisisJunk](t, "testdata/crises/dam/junk.jsonl")
	all, kinds, leaks := tally{}, map[string]tally{}, 0
	for _, q := range crisisLines[crisisQuestion](t, "testdata/crises/dam/questions.jsonl") {
		a := ask(t, g, answer.Question{ID: q.ID, Text: q.Question, History: q.History}) // holds the laws of the store, too
		leaks += crisisLaws(t, q, a, articles, junk)
		if kinds[q.Kind] == nil {
			kinds[q.Kind] = tally{}
		}
		grade(q, a, all, kinds[q.Kind])
	}
	if leaks > crisisLeaks {
		t.Errorf("%d citations of junk that is known to leak, at most %d before", leaks, crisisLeaks)
	}
	report(t, all, kinds)
}

// crisisLaws holds what no answer may break and returns how many citations are of junk that is known to leak.
func crisisLaws(t *testing.T, q crisisQuestion, a answer.Answer, articles map[string]string, junk []crisisJunk) (leaks int) {
	t.Helper()
	for _, s := range a.Sentences {
		if len(s.Citations) == 0 {
			t.Errorf("%s: no citation for %q", q.ID, s.Text)
		}
		for _, c := range s.Citations {
			if !strings.Contains(articles[c.Article], strings.Join(strings.Fields(c.Quote), " ")) {
				t.Errorf("%s: %q is not in %s", q.ID, c.Quote, c.Article)
			}
			for _, j := range junk {
				switch {
				case j.Article != c.Article || !strings.Contains(folded(c.Quote), folded(j.Text)):
				case j.Leaks:
					leaks++
					t.Logf("%s cites junk: %q", q.ID, j.Text)
				default:
					t.Errorf("%s cites junk: %q", q.ID, c.Quote)
				}
			}
		}
	}
	return leaks
}

// tally counts by name what was right, and under "of "+name what could have been.
type tally map[string]int

func (m tally) add(name string, right bool) {
	m["of "+name]++
	if right {
		m[name]++
	}
}

func (m tally) percent(name string) float64 {
	return 100 * float64(m[name]) / float64(max(1, m["of "+name]))
}

// grade adds one answer to each tally.
func grade(q crisisQuestion, a answer.Answer, to ...tally) {
	got := map[answer.Verdict]string{answer.NotCovered: "abstain", answer.Disputed: "disputed"}[a.Verdict]
	if got == "" {
		got = "answer"
	}
	expected := got == q.Expect || slices.Contains(q.AlsoOK, got)
	gold, sides := goldCited(q, a)
	right := expected && clean(q, a)
	if got != "abstain" {
		right = right && gold && complete(q, a) && (q.Expect != "disputed" || sides > 1)
	}
	for _, m := range to {
		m.add("right", right)
		switch q.Expect {
		case "abstain":
			m.add("abstain", expected)
		case "disputed":
			m.add("dispute", got == "disputed")
			m.add("gold", gold)
		default:
			m.add("gold", gold)
		}
	}
}

// goldCited reports whether a quote that answers is among the cited, and how many sides of a dispute are.
func goldCited(q crisisQuestion, a answer.Answer) (bool, int) {
	sides := map[string]bool{}
	for _, s := range a.Sentences {
		for _, c := range s.Citations {
			for _, g := range q.Gold {
				if g.Role == "" && g.Article == c.Article && carries(c.Quote, g.Quote) {
					sides[g.Side] = true
				}
			}
		}
	}
	return len(sides) > 0, len(sides)
}

// carries reports whether a quote is the gold one, or holds it, or is a telling part of it.
func carries(quote, gold string) bool {
	quote, gold = folded(quote), folded(gold)
	return strings.Contains(quote, gold) || strings.Contains(gold, quote) && len(strings.Fields(quote)) >= min(6, len(strings.Fields(gold)))
}

// complete reports whether every group of the question's must is shown and enough articles are cited.
func complete(q crisisQuestion, a answer.Answer) bool {
	shown, files := "", map[string]bool{}
	for _, s := range a.Sentences {
		shown += s.Speaker + " " + s.Text + " "
		for _, c := range s.Citations {
			shown += c.Quote + " "
			files[c.Article] = true
		}
	}
	for _, group := range q.Must {
		if !slices.ContainsFunc(strings.Split(group, "|"), func(one string) bool { return stands(shown, one) }) {
			return false
		}
	}
	return len(files) >= q.MinArticles
}

// clean reports whether nothing of the question's must_not is said.
func clean(q crisisQuestion, a answer.Answer) bool {
	return !slices.ContainsFunc(q.MustNot, func(bad string) bool { return stands(text(a), bad) })
}

// stands reports whether words stand in a text as words of their own: 34 is not in 340, 34.5 or 1,34.
func stands(in, words string) bool {
	return regexp.MustCompile(`(^|[^\w.,]|[^\d][.,])` + regexp.QuoteMeta(folded(words)) + `($|[^\w.,]|[.,]($|\D))`).MatchString(folded(in))
}

var plainMarks = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-")

func folded(s string) string {
	return plainMarks.Replace(strings.ToLower(strings.Join(strings.Fields(s), " ")))
}

func report(t *testing.T, all tally, kinds map[string]tally) {
	t.Helper()
	for _, name := range []string{"right", "gold", "abstain", "dispute"} {
		t.Logf("%-8s %5.1f %% of %d, floor %.0f %%", name, all.percent(name), all["of "+name], crisisFloors[name])
		if all.percent(name) < crisisFloors[name] {
			t.Errorf("%s fell to %.1f %%, floor %.0f %%", name, all.percent(name), crisisFloors[name])
		}
	}
	for kind, m := range kinds {
		t.Logf("%-14s %d of %d", kind, m["right"], m["of right"])
	}
}

// crisisArticles are the articles by file name, white space folded as a reader sees them.
func crisisArticles(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/crises/dam/articles/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	articles := map[string]string{}
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		articles[filepath.Base(file)] = strings.Join(strings.Fields(string(body)), " ")
	}
	return articles
}

// crisisLines reads a file of one JSON object a line.
func crisisLines[T any](t *testing.T, file string) []T {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []T
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var one T
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out = append(out, one)
	}
	if len(out) == 0 {
		t.Fatal("nothing in", file)
	}
	return out
}
