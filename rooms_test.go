// Package parley_test holds the house rules that no room can hold by itself: who may import whom, that each room says
// what it promises, and that nobody else's sentences are in the repository.
package parley_test

import (
	"encoding/json"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// room is what one package may import, beside the standard library.
type room struct {
	// ours are the packages of this module, by prefix: "article" allows article and all below it.
	ours []string
	// never are imports that the room must do without, by prefix.
	never []string
}

// The adapters' libraries: each belongs to one room alone.
const (
	discord = "github.com/bwmarrin/discordgo"
	openai  = "github.com/sashabaranov/go-openai"
	sqlite  = "github.com/mattn/go-sqlite3"
	html    = "github.com/markusmobius/go-trafilatura"
)

// rooms are the directions of the house. The longest name that fits a package counts for it.
var rooms = map[string]room{
	"cmd":            {ours: []string{"answer", "article", "bot", "fault", "llm", "prompts", "store"}, never: []string{"database/sql", discord, openai, sqlite, html}},
	"bot":            {ours: []string{"answer", "article", "fault"}, never: []string{"database/sql", openai, sqlite, html}},
	"answer":         {ours: []string{"answer", "article", "fault", "prompts"}, never: []string{"net/http", "database/sql", discord, openai, sqlite, html}},
	"prompts":        {ours: nil, never: []string{"net/http", "database/sql", discord, openai, sqlite, html}},
	"llm":            {ours: []string{"prompts", "fault"}, never: []string{"database/sql", discord, sqlite, html}},
	"article":        {ours: []string{"article", "fault"}, never: []string{"net/http", "os", "database/sql", discord, openai, sqlite, html}},
	"article/intake": {ours: []string{"article", "fault"}, never: []string{"database/sql", discord, openai, sqlite}},
	"store":          {ours: []string{"answer", "article", "fault", "store"}, never: []string{"net/http", discord, openai, html}},
	"fault":          {ours: nil, never: []string{"net/http", "os", "database/sql", discord, openai, sqlite, html}},
}

// apart are packages that stand under a room without being part of what ships in it.
var apart = []string{"bot/discordtest", "llm/llmtest", "article/names/gen", "answer/thesaurus/gen", "answer/vectors/gen"}

// adapters never import one another, whatever the room's own list says.
var adapters = []string{"bot", "store", "llm", "article/intake"}

func TestImportsRunOneWay(t *testing.T) {
	for _, pkg := range packages(t) {
		path := strings.TrimPrefix(pkg.ImportPath, "parley/")
		if path == "parley" || isApart(path) {
			continue
		}
		name := roomOf(path)
		if name == "" {
			t.Errorf("%s stands in no room: give it one in rooms_test.go", path)
			continue
		}
		for _, imported := range pkg.Imports {
			if why := refuse(path, name, imported); why != "" {
				t.Errorf("%s imports %s: %s", path, imported, why)
			}
		}
	}
}

func TestRefuseSeesAWrongImport(t *testing.T) {
	for _, wrong := range [][2]string{
		{"bot", "parley/store"}, {"store", "parley/bot"}, {"answer", "net/http"}, {"answer/gate", "database/sql"},
		{"article", "parley/answer"}, {"article", "net/http"}, {"article", "parley/article/intake"},
		{"article/intake", "parley/store"}, {"store", discord}, {"cmd/parley", "database/sql"}, {"bot", "parley/bot/discordtest"},
	} {
		if refuse(wrong[0], roomOf(wrong[0]), wrong[1]) == "" {
			t.Errorf("%s may import %s", wrong[0], wrong[1])
		}
	}
	for _, right := range [][2]string{
		{"bot", "parley/answer"}, {"store", "database/sql"}, {"article/intake", "net/http"}, {"article", "parley/article/analysis"},
		{"bot", discord}, {"cmd/parley", "parley/store"}, {"answer", "parley/article/names"},
	} {
		if why := refuse(right[0], roomOf(right[0]), right[1]); why != "" {
			t.Errorf("%s may not import %s: %s", right[0], right[1], why)
		}
	}
}

// refuse says why the package at path, in the room name, may not import imported, or "".
func refuse(path, name, imported string) string {
	for _, banned := range rooms[name].never {
		if under(imported, banned) {
			return "the room " + name + " does without it"
		}
	}
	ours, isOurs := strings.CutPrefix(imported, "parley/")
	if !isOurs {
		return ""
	}
	if isApart(ours) {
		return "it is for tests"
	}
	for _, a := range adapters {
		if under(ours, a) && !under(path, a) && name != "cmd" {
			return "an adapter is joined in cmd alone"
		}
	}
	for _, allowed := range rooms[name].ours {
		if under(ours, allowed) {
			return ""
		}
	}
	return "the room " + name + " imports " + strings.Join(rooms[name].ours, ", ") + " alone"
}

func TestEachPackageSaysWhatItPromises(t *testing.T) {
	for _, pkg := range packages(t) {
		if len(pkg.GoFiles) > 0 && !documented(t, pkg.Dir, pkg.GoFiles) {
			t.Errorf("%s has no package comment: one sentence of promise, with its limit", pkg.ImportPath)
		}
	}
}

func documented(t *testing.T, dir string, files []string) bool {
	t.Helper()
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, file), nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if f.Doc.Text() != "" {
			return true
		}
	}
	return false
}

// listed is what the go command knows of a package.
type listed struct {
	ImportPath, Dir string
	GoFiles         []string
	Imports         []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-tags=sqlite_fts5", "-json=ImportPath,Dir,GoFiles,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var pkg listed
		if err := d.Decode(&pkg); err != nil {
			t.Fatal(err)
		}
		all = append(all, pkg)
	}
	return all
}

func roomOf(path string) string {
	best := ""
	for name := range rooms {
		if under(path, name) && len(name) > len(best) {
			best = name
		}
	}
	return best
}

func isApart(path string) bool {
	for _, a := range apart {
		if under(path, a) {
			return true
		}
	}
	return false
}

// under reports whether path is prefix or stands below it.
func under(path, prefix string) bool { return path == prefix || strings.HasPrefix(path, prefix+"/") }
