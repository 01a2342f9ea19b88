package answer

import (
	"strings"
	"testing"

	"parley/article/analysis"
)

func TestComparedParties(t *testing.T) {
	for q, want := range map[string]string{
		"Norland's account versus Osterland's account":                              "Norland|Osterland",
		"mayor versus opposition":                                                   "mayor|opposition",
		"Compare what Norland and Osterland say about why the pact died":            "Norland|Osterland",
		"Port Authority's account versus the union's":                               "Port Authority|union",
		"Port Authority's account and the union's":                                  "Port Authority|union",
		"what do Norland and Osterland each say about the dam?":                     "Norland|Osterland",
		"Norland compared with Osterland on tolls":                                  "Norland|Osterland",
		"crowd size: police number vs what the organisers say":                      "police|organisers",
		"Ministry of Roads vs the drivers, who was late?":                           "Ministry of Roads|drivers",
		"what do both governments say about tolls":                                  "both",
		"compare what is said of both teams' mandate":                               "both",
		"when did Norland and Osterland sign?":                                      "",
		"seals: how do the board, the police and the union differ":                  "board|police|union",
		"who owns the lock, according to the city and according to Port Authority?": "city|Port Authority",
		"what was signed according to the city?":                                    "",
		"compare how the two governments see tolls":                                 "both",
		"how many ships and boats sank?":                                            "",
		"did the mayor vote against the budget?":                                    "",
	} {
		got, both := setAgainst(q, analysis.Tokenize(q, ""))
		s := strings.Join(got, "|")
		if both {
			s = "both"
		}
		if s != want {
			t.Errorf("%q: %q, want %q", q, s, want)
		}
	}
}

func TestContrasts(t *testing.T) {
	for q, want := range map[string]bool{
		"Norland vs Osterland on tolls":                        true,
		"how do the board and the union differ on the wage?":   true,
		"what does each side say about the tolls?":             true,
		"what do the mayor and the police say about the fire?": false, // they may be of one mind
	} {
		if got := contrasts(q); got != want {
			t.Errorf("%q: %t", q, got)
		}
	}
}
