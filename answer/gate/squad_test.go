package gate

import (
	"regexp"
	"strings"
	"testing"
)

var asking = regexp.MustCompile(`(?i)\b(what|which|who|whom|whose|where|when|why|how)\b( (many|much|long|often|far|old|kind of|type of))?`)

// asClaim puts a question and its answer into one sentence: the answer takes the place of the question word.
func asClaim(question, answer string) string {
	q := strings.TrimRight(strings.TrimSpace(question), "? .")
	at := asking.FindStringIndex(q)
	if at == nil {
		return answer + ": " + q
	}
	return q[:at[0]] + answer + q[at[1]:]
}

// kinds of answers by the question's first word.
func wanted(q string) string {
	q = strings.ToLower(q)
	switch {
	case strings.Contains(q, "who"):
		return "name"
	case strings.Contains(q, "when") || strings.Contains(q, "what year") || strings.Contains(q, "what date"):
		return "date"
	case strings.Contains(q, "how many") || strings.Contains(q, "how much"):
		return "number"
	case strings.Contains(q, "where") || strings.Contains(q, "what country") || strings.Contains(q, "which"):
		return "name"
	}
	return ""
}

// plausible is the span of the passage of the wanted kind that stands nearest to the question's words: what a reader who
// does not notice that the question has no answer would give. The set itself keeps no plausible answers.
func plausible(q question) string {
	kind := wanted(q.Question)
	t, asked := read(q.Passage), read(q.Question)
	has := map[string]bool{}
	for _, w := range asked.words {
		if !w.function {
			has[w.stem] = true
		}
	}
	best, most := "", 0
	try := func(from, to int) {
		n := 0
		for i := range t.words {
			if has[t.words[i].stem] && t.words[i].sentence == t.words[from].sentence {
				n++
			}
		}
		token := t.token(from, to)
		if n > most && !strings.Contains(q.Question, token) {
			best, most = token, n
		}
	}
	switch kind {
	case "name":
		for _, n := range t.entities(testBook()) {
			try(n.from, n.to)
		}
	case "date":
		for _, d := range t.dates {
			try(d.from, d.to)
		}
	case "number":
		for _, a := range t.amounts {
			try(a.from, a.to)
		}
	}
	return best
}

func TestQuestionsAsClaims(t *testing.T) {
	all := questions(t)
	if len(all) == 0 {
		t.Skipf("no questions: %s/bench/encyclopedia is not there", shared)
	}
	n, flagged, withheld, wrong, caught, doubted := 0, 0, 0, 0, 0, 0
	rules, theirs := map[string]int{}, map[string]int{}
	for _, q := range all {
		quotes := []Quote{{Text: q.Passage}}
		if q.Expect == "answer" {
			r := Check(asClaim(q.Question, q.Answers[0]), quotes, testBook())
			n++
			if isFlagged(r) {
				flagged++
				for _, x := range r.Reasons {
					rules[x.Rule]++
				}
				if flagged <= 10 {
					t.Logf("flagged: %s %+v", asClaim(q.Question, q.Answers[0]), r.Reasons)
				}
			}
			if r.Verdict != Supported {
				withheld++
			}
			continue
		}
		answer := plausible(q)
		if answer == "" {
			continue
		}
		wrong++
		r := Check(asClaim(q.Question, answer), quotes, testBook())
		if isFlagged(r) {
			caught++
			for _, x := range r.Reasons {
				theirs[x.Rule]++
			}
		}
		if r.Verdict != Supported {
			doubted++
		}
	}
	t.Logf("answerable: %d of %d flagged (%.3f), %.3f withheld; by rule %v", flagged, n, float64(flagged)/float64(n), float64(withheld)/float64(n), rules)
	t.Logf("plausible wrong: %d of %d caught (%.3f), %.3f not supported; by rule %v", caught, wrong, float64(caught)/float64(wrong), float64(doubted)/float64(wrong), theirs)
	if float64(flagged) > .12*float64(n) {
		t.Errorf("%d of %d right answers flagged", flagged, n)
	}
	if float64(caught) < .38*float64(wrong) {
		t.Errorf("%d of %d wrong answers caught", caught, wrong)
	}
}

// isFlagged says that a check found something, low coverage apart.
func isFlagged(r Result) bool {
	for _, x := range r.Reasons {
		if x.Rule != "coverage" {
			return true
		}
	}
	return false
}
