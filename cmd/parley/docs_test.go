package main

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	costs       = regexp.MustCompile(`(?m)^\| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$`)
	takes       = regexp.MustCompile(`takes ([\d,]+) tokens at the median`)
	replies     = regexp.MustCompile(`A reply of about (\d+) tokens`)
	settingName = regexp.MustCompile(`\b(?:PARLEY|OPENAI|DISCORD)_[A-Z_]+\b`)
)

// TestCostsAreAsTheTokensSay holds the table of docs/models.md to the tokens that the same page names.
func TestCostsAreAsTheTokensSay(t *testing.T) {
	page := docs(t, "../../docs/models.md")
	in, out := figure(t, takes, page), figure(t, replies, page)
	rows := costs.FindAllStringSubmatch(page, -1)
	if len(rows) < 3 {
		t.Fatalf("%d rows of costs", len(rows))
	}
	for _, row := range rows {
		cost := (in*decimal(t, row[1]) + out*decimal(t, row[2])) / 1000
		for i, want := range []string{fmt.Sprintf("%.2f", cost), fmt.Sprintf("%.2f", 2*cost)} {
			if row[3+i] != want {
				t.Errorf("%s and %s: %d prompts cost %s, not %s", row[1], row[2], i+1, want, row[3+i])
			}
		}
	}
}

// TestEverySettingIsNamed: .env.example names each setting, and no page names one that there is not.
func TestEverySettingIsNamed(t *testing.T) {
	known, example := map[string]bool{}, docs(t, "../../.env.example")
	for _, f := range reflect.VisibleFields(reflect.TypeFor[settings]()) {
		if name := f.Tag.Get("setting"); name != "" {
			known[name] = true
			if !strings.Contains("\n"+example, "\n"+name+"=") {
				t.Errorf(".env.example does not name %s", name)
			}
		}
	}
	for _, file := range []string{"../../.env.example", readme, "../../docs/models.md"} {
		for _, name := range settingName.FindAllString(docs(t, file), -1) {
			if !known[name] {
				t.Errorf("%s names %s, which is no setting", file, name)
			}
		}
	}
}

func docs(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func figure(t *testing.T, what *regexp.Regexp, page string) float64 {
	t.Helper()
	m := what.FindStringSubmatch(page)
	if m == nil {
		t.Fatalf("nothing fits %s", what)
	}
	return decimal(t, strings.ReplaceAll(m[1], ",", ""))
}

func decimal(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
