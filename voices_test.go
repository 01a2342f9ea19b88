package parley_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// longestRun is how many words in a row the repository may share with an article that is not ours.
// Names and official titles alone reach seven.
const longestRun = 7

// shared holds the articles that people gave us to work with. They are not ours to publish.
const shared = "../shared/articles"

func TestNobodyElsesSentencesAreHere(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Skipf("no articles at %s to compare with", shared)
	}
	theirs := map[string]string{}
	for _, file := range files {
		for _, run := range runs(read(t, file)) {
			theirs[run] = filepath.Base(file)
		}
	}
	for _, file := range tracked(t) {
		for _, run := range runs(read(t, file)) {
			if from, found := theirs[run]; found {
				t.Errorf("%s has words of %s: %q", file, from, run)
				break
			}
		}
	}
}

func TestRunsSeeThroughLayout(t *testing.T) {
	article := "The ferry left at noon, said the harbour master on duty."
	copied := "// The ferry left at noon,\n// “said” the harbour\tmaster ON duty"
	found := map[string]bool{}
	for _, run := range runs(article) {
		found[run] = true
	}
	for _, run := range runs(copied) {
		if found[run] {
			return
		}
	}
	t.Error("a copied sentence went unseen")
}

var word = regexp.MustCompile(`[\p{L}\p{N}]+`)

// runs are all stretches of longestRun+1 words, whatever stands between the words.
func runs(text string) []string {
	words := word.FindAllString(strings.ToLower(text), -1)
	var out []string
	for i := 0; i+longestRun < len(words); i++ {
		out = append(out, strings.Join(words[i:i+longestRun+1], " "))
	}
	return out
}

// tracked are the repository's files, those not yet committed included.
func tracked(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("git", "ls-files", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		t.Skipf("not a git repository, so its files are not known: %v", err)
	}
	var files []string
	for _, file := range strings.Fields(string(out)) {
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			files = append(files, file)
		}
	}
	return files
}

func read(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
