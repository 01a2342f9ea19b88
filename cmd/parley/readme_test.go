package main

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// update writes what the program says now: go test ./cmd/parley -run Readme -update
var update = flag.Bool("update", false, "rewrite the transcript in README.md")

const readme = "../../README.md"

var transcript = regexp.MustCompile("(?s)```\n(> .*?)```")

// TestReadmeTranscript holds that the README shows what the program says.
func TestReadmeTranscript(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	shown := transcript.FindSubmatchIndex(text)
	if shown == nil {
		t.Fatal("README.md has no transcript")
	}
	said := replay(t, string(text[shown[2]:shown[3]]))
	if *update {
		whole := string(text[:shown[2]]) + said + string(text[shown[3]:])
		if err := os.WriteFile(readme, []byte(whole), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(text[shown[2]:shown[3]]), said); diff != "" {
		t.Errorf("README.md shows another answer than the program gives; -update rewrites it:\n%s", diff)
	}
}

// replay asks a transcript's questions over the sample.
func replay(t *testing.T, text string) string {
	t.Helper()
	var questions []string
	for _, line := range strings.Split(text, "\n") {
		if q, asked := strings.CutPrefix(line, "> "); asked {
			questions = append(questions, q)
		}
	}
	p := sampleProgram(t)
	var out bytes.Buffer
	p.stdout, p.stdin = &out, strings.NewReader(strings.Join(questions, "\n"))
	if err := (runCommand{}).Run(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return out.String()[strings.Index(out.String(), "> "):]
}
