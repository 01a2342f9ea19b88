package discordtest

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// schema is Discord's own OpenAPI document, compiled route by route as requests come.
// A nil schema accepts everything: the fake's own rules still hold.
type schema struct {
	mu       sync.Mutex
	compiler *jsonschema.Compiler
	compiled map[string]*jsonschema.Schema
	document object
}

const (
	documentURL   = "file:///openapi.json"
	documentPlace = "../shared/discord/openapi.json" // beside the repository's root
)

// readDocument reads the document once for all fakes of a test binary; it does not change afterwards.
var readDocument = sync.OnceValues(func() (*schema, error) {
	data, err := os.ReadFile(documentPath())
	if err != nil {
		return nil, fmt.Errorf("read the document: %w", err)
	}
	return newSchema(data)
})

// loadSchema returns the document, and says so in the test's log when it is not there.
func loadSchema(t testing.TB) *schema {
	t.Helper()
	s, err := readDocument()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.Logf("discordtest: %s is missing, so requests are held to the fake's own rules alone", documentPlace)
	case err != nil:
		t.Fatalf("discordtest: %s: %v", documentPlace, err)
	}
	return s
}

// documentPath finds the document from the folder of go.mod, above the test's own.
func documentPath() string {
	dir, err := os.Getwd()
	for err == nil {
		if _, missing := os.Stat(filepath.Join(dir, "go.mod")); missing == nil {
			return filepath.Join(dir, documentPlace)
		}
		if filepath.Dir(dir) == dir {
			break
		}
		dir = filepath.Dir(dir)
	}
	return documentPlace
}

func newSchema(data []byte) (*schema, error) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read the document: %w", err)
	}
	root, isObject := document.(object)
	if !isObject {
		return nil, errors.New("the document is not an object")
	}
	mend(document)
	mendAttachments(root)
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	if err := c.AddResource(documentURL, document); err != nil {
		return nil, fmt.Errorf("read the document: %w", err)
	}
	return &schema{compiler: c, compiled: map[string]*jsonschema.Schema{}, document: root}, nil
}

// mend allows default_member_permissions as a string, which is how Discord documents and takes it; the document says integer.
func mend(node any) {
	switch n := node.(type) {
	case object:
		if p, found := n["default_member_permissions"].(object); found && p["minimum"] != nil {
			p["type"] = []any{"integer", "string", "null"}
		}
		for _, inner := range n {
			mend(inner)
		}
	case []any:
		for _, inner := range n {
			mend(inner)
		}
	}
}

// mendAttachments allows a new file's number as a number, as in Discord's own examples; the document says snowflake.
func mendAttachments(root object) {
	var node any = root
	for _, key := range []string{"components", "schemas", "MessageAttachmentRequest", "properties"} {
		o, _ := node.(object)
		node = o[key]
	}
	if properties, found := node.(object); found {
		properties["id"] = object{"type": []any{"string", "integer"}}
	}
}

// check holds a request's body to the document and returns what is wrong with it.
func (s *schema) check(r *route, body []byte) []flaw {
	if s == nil {
		return nil
	}
	return s.validate(r, body, "requestBody", "content", "application/json", "schema")
}

// checkAnswer holds an answer of the fake itself to the document.
func (s *schema) checkAnswer(r *route, status int, body []byte) []flaw {
	return s.validate(r, body, "responses", fmt.Sprint(status), "content", "application/json", "schema")
}

func (s *schema) validate(r *route, body []byte, below ...string) []flaw {
	s.mu.Lock()
	defer s.mu.Unlock()
	compiled, err := s.compile(append([]string{"paths", r.path, strings.ToLower(r.method)}, below...))
	if err != nil {
		return []flaw{{message: "the document cannot be compiled: " + err.Error(), code: "SCHEMA"}}
	}
	if compiled == nil || len(body) == 0 {
		return nil
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		return []flaw{{message: err.Error(), code: "SCHEMA"}}
	}
	var invalid *jsonschema.ValidationError
	if err := compiled.Validate(value); errors.As(err, &invalid) {
		return leaves(invalid)
	}
	return nil
}

// compile returns the schema at the path of keys, nil where the document has none.
func (s *schema) compile(keys []string) (*jsonschema.Schema, error) {
	var node any = s.document
	pointer := "#"
	for _, key := range keys {
		o, _ := node.(object)
		node = o[key]
		key = strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
		pointer += "/" + strings.NewReplacer("{", "%7B", "}", "%7D", "@", "%40").Replace(key)
	}
	if node == nil {
		return nil, nil
	}
	if c := s.compiled[pointer]; c != nil {
		return c, nil
	}
	c, err := s.compiler.Compile(documentURL + pointer)
	if err != nil {
		return nil, fmt.Errorf("compile %s: %w", pointer, err)
	}
	s.compiled[pointer] = c
	return c, nil
}

// leaves are the deepest errors: of a union's branches, the ones that got furthest into the request.
func leaves(e *jsonschema.ValidationError) []flaw {
	printer := message.NewPrinter(language.English)
	var all []flaw
	deepest := 0
	var visit func(*jsonschema.ValidationError)
	visit = func(e *jsonschema.ValidationError) {
		if len(e.Causes) == 0 {
			deepest = max(deepest, len(e.InstanceLocation))
			all = append(all, flaw{path: strings.Join(e.InstanceLocation, "."), code: "SCHEMA", message: e.ErrorKind.LocalizedString(printer)})
		}
		for _, cause := range e.Causes {
			visit(cause)
		}
	}
	visit(e)
	kept := all[:0]
	for _, f := range all {
		if f.path == "" && deepest == 0 || f.path != "" && strings.Count(f.path, ".")+1 == deepest {
			kept = append(kept, f)
		}
	}
	return kept
}
