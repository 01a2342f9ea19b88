// Command gen rebuilds gazetteer.tsv, the names that the names package embeds, from published data. It reads files that were
// downloaded before and reaches no network.
//
//	npm pack world-countries@5.1.0     (unpack: package/countries.json)
//	npm pack cldr-dates-modern@45.0.0  (unpack: package/main)
//	go run ./article/names/gen -countries countries.json -dates package/main > article/names/gazetteer.tsv
//
// The names of countries in other languages come from the CLDR that golang.org/x/text carries.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"parley/article/analysis"
)

// tongues are the languages whose names for countries are kept: those of large communities, English first.
var tongues = []string{"en", "tr", "de", "fr", "es", "pt", "it", "nl", "pl", "id", "ru", "uk", "ar", "fa", "ur", "ps", "hi", "bn", "he", "zh"}

func main() {
	countries := flag.String("countries", "countries.json", "countries.json of the world-countries package")
	dates := flag.String("dates", "main", "the folder main of the cldr-dates-modern package")
	flag.Parse()
	if err := run(*countries, *dates, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// country is what is read of one record of countries.json.
type country struct {
	Name struct {
		Common, Official string
		Native           map[string]struct{ Common string }
	}
	CCA2         string
	Independent  bool
	UNMember     bool
	Capital      []string
	AltSpellings []string
	Translations map[string]struct{ Common string }
	Demonyms     map[string]struct{ F, M string }
}

func run(countriesPath, datesPath string, w io.Writer) error {
	b, err := os.ReadFile(countriesPath)
	if err != nil {
		return fmt.Errorf("reading countries: %w", err)
	}
	var all []country
	if err := json.Unmarshal(b, &all); err != nil {
		return fmt.Errorf("reading %s: %w", countriesPath, err)
	}
	cities, err := readCities(datesPath)
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b country) int { return strings.Compare(a.CCA2, b.CCA2) })
	out := bufio.NewWriter(w)
	g := generator{out: out, cities: cities, owner: owners(all)}
	for _, c := range all {
		g.country(c)
	}
	for _, code := range []string{"UN", "EU"} {
		g.line("same", g.names(code))
	}
	return out.Flush()
}

// owners says for each folded English name which country it is, and "" for a demonym, so that no other language's form may
// take it.
func owners(all []country) map[string]string {
	m := map[string]string{}
	for _, c := range all {
		for _, n := range demonyms(c) {
			m[analysis.Fold(n)] = ""
		}
	}
	for _, c := range all {
		for _, n := range english(c) {
			m[analysis.Fold(n)] = c.CCA2
		}
	}
	return m
}

type generator struct {
	out    io.Writer
	cities map[string][]string
	owner  map[string]string
}

// country writes the groups of one country.
func (g *generator) country(c country) {
	head := c.Name.Common
	forms := append(english(c), display.Regions(language.English).Name(language.MustParseRegion(c.CCA2)))
	forms = append(forms, g.names(c.CCA2)...)
	for _, code := range []string{"urd", "per", "ara", "rus", "spa", "deu", "fra", "ita", "por"} {
		forms = append(forms, c.Translations[code].Common)
	}
	for _, n := range sorted(c.Name.Native) {
		forms = append(forms, c.Name.Native[n].Common)
	}
	g.line("same", g.fit(c.CCA2, forms))
	if d := demonyms(c); len(d) > 0 {
		g.line("demonym", append([]string{head}, d...))
	}
	if c.Independent || c.UNMember {
		g.capitals(head, c.Capital)
	}
}

// english are the country's English names.
func english(c country) []string {
	forms := []string{c.Name.Common, c.Name.Official}
	for _, alt := range c.AltSpellings {
		// Codes are words in half of the languages: only spelled-out names are kept.
		if utf8.RuneCountInString(alt) > 3 {
			forms = append(forms, strings.TrimPrefix(alt, "The "))
		}
	}
	return forms
}

// names are a territory's names in all tongues.
func (g *generator) names(code string) []string {
	var forms []string
	region := language.MustParseRegion(code)
	for _, t := range tongues {
		if n := display.Regions(language.MustParse(t)).Name(region); n != "" {
			forms = append(forms, n)
		}
	}
	return forms
}

// fit drops forms that name another country in English, or that are too short or too odd to be told from other words.
func (g *generator) fit(code string, forms []string) []string {
	var kept []string
	for i, f := range forms {
		folded := analysis.Fold(f)
		owner, english := g.owner[folded]
		switch {
		case english && owner != code && i > 0:
		case !english && latin(folded) && len(folded) < 4:
		case strings.ContainsAny(f, "()[];,（），"):
		default:
			kept = append(kept, f)
		}
	}
	return kept
}

func latin(s string) bool {
	for _, r := range s {
		if !unicode.Is(unicode.Latin, r) && unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// demonyms are the English adjective and its plural where that only takes an s.
func demonyms(c country) []string {
	var forms []string
	for _, d := range []string{c.Demonyms["eng"].M, c.Demonyms["eng"].F} {
		for part := range strings.SplitSeq(d, ",") {
			part = strings.TrimSpace(part)
			if part == "" || slices.Contains(forms, part) {
				continue
			}
			forms = append(forms, part)
			if plural(part) {
				forms = append(forms, part+"s")
			}
		}
	}
	return forms
}

func plural(demonym string) bool {
	for _, end := range []string{"s", "sh", "ch", "ese", "z"} {
		if strings.HasSuffix(demonym, end) {
			return false
		}
	}
	return true
}

// capitals writes a capital's spellings, and that it stands for its country.
func (g *generator) capitals(head string, capitals []string) {
	for _, capital := range capitals {
		if capital == "" || analysis.Fold(capital) == analysis.Fold(head) {
			continue
		}
		if forms := g.cities[capital]; len(forms) > 0 {
			g.line("same", append([]string{capital}, forms...))
		}
		g.line("metonym", []string{capital, head})
	}
}

// line writes one group, without forms that fold alike.
func (g *generator) line(kind string, forms []string) {
	var kept []string
	seen := map[string]bool{}
	for _, f := range forms {
		f = strings.Join(strings.Fields(f), " ")
		if folded := analysis.Fold(f); f != "" && !seen[folded] {
			seen[folded] = true
			kept = append(kept, f)
		}
	}
	if len(kept) > 1 {
		fmt.Fprintf(g.out, "%s\t%s\n", kind, strings.Join(kept, "\t"))
	}
}

// readCities reads the names of the cities that time zones are called after, by their English name.
func readCities(dir string) (map[string][]string, error) {
	english, err := zoneCities(dir, "en")
	if err != nil {
		return nil, err
	}
	cities := map[string][]string{}
	for _, t := range tongues[1:] {
		names, err := zoneCities(dir, t)
		if err != nil {
			return nil, err
		}
		for _, zone := range sorted(names) {
			city := english[zone]
			if city == "" {
				city = strings.ReplaceAll(zone, "_", " ")
			}
			cities[city] = append(cities[city], names[zone])
		}
	}
	return cities, nil
}

// zoneCities are one language's names of cities, by the last part of the time zone's id.
func zoneCities(dir, tongue string) (map[string]string, error) {
	path := filepath.Join(dir, tongue, "timeZoneNames.json")
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading cities: %w", err)
	}
	var doc any
	if err := json.Unmarshal(b, &doc); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	names := map[string]string{}
	walk("", doc, names)
	return names, nil
}

func walk(key string, node any, names map[string]string) {
	m, ok := node.(map[string]any)
	if !ok {
		return
	}
	if city, ok := m["exemplarCity"].(string); ok && strings.IndexByte(city, '(') < 0 {
		names[key] = city
	}
	for k, child := range m {
		walk(k, child, names)
	}
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
