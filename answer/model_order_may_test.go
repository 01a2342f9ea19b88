package answer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/article/analysis"
)

// What says that a pattern cannot match must never be wrong: held on every line of the attacks and of our articles.
func TestNoPatternMatchesWhatItMayNot(t *testing.T) {
	var files []string
	for _, pattern := range []string{"testdata/injection/*", "testdata/crises/*/*", "testdata/crises/*/articles/*", "testdata/articles/*", "*_test.go"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	matched := 0
	hold := func(line string) {
		for _, p := range []struct {
			name     string
			matches  bool
			possible bool
		}{
			{"saysOrder", saysOrder.MatchString(line), mayBid(line)}, {"givesOrder", givesOrder.MatchString(line), mayAddress(line)},
			{"scriptsAnswer", scriptsAnswer.MatchString(line), mayScript(line)}, {"worksForm", worksForm.MatchString(line), mayWork(line)},
			{"saysElsewhere", saysElsewhere.MatchString(line), mayBidElsewhere(line)}, {"dropsRules", dropsRules.MatchString(line), mayDrop(line)},
		} {
			if p.matches {
				matched++
			}
			if p.matches && !p.possible {
				t.Errorf("%s matches %q, and was not to be tried", p.name, line)
			}
		}
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			continue // a folder
		}
		for line := range strings.Lines(string(text)) {
			// As commands reads them, and from every word on, so that what is bound to a line's head is tried too.
			line = strings.ToLower(strings.Join(strings.Fields(line), " "))
			for _, part := range strings.SplitAfter(line, ". ") {
				hold(part)
				hold(analysis.Fold(part))
			}
		}
	}
	if matched < 100 {
		t.Errorf("only %d matches were tried", matched)
	}
}
