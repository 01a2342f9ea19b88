package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"parley/llm/llmtest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"parley": main})
}

// TestScript runs the program as a person does: each file in testdata/script is one behaviour.
func TestScript(t *testing.T) {
	discord := httptest.NewServer(http.HandlerFunc(whoAsks))
	t.Cleanup(discord.Close)
	models := map[string]*llmtest.Endpoint{"MODEL": llmtest.Start(t, llmtest.Say(scripted)), "SILENT_MODEL": llmtest.Start(t, llmtest.Script{Steps: []llmtest.Step{{Do: "hang"}}})}
	for name, script := range map[string]string{"WRONG_KEY_MODEL": "error_401_openai", "OLD_MODEL": "no_json_at_all_vllm"} {
		s, err := llmtest.Load(script)
		if err != nil {
			t.Fatal(err)
		}
		models[name] = llmtest.Start(t, s)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("DISCORD", discord.URL)
			for name, e := range models {
				env.Setenv(name, e.URL())
			}
			env.Setenv("TMPDIR", env.WorkDir)
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("no such condition: " + name)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"usage":        usage,
			"full":         full,
			"fill":         fill,
			"many":         many,
			"longquestion": longQuestion,
			"controls":     controls,
			"binary":       binary,
			"latin":        latin,
			"newer":        newer,
		},
	})
}

// whoAsks is as much of Discord as a token needs to be refused.
func whoAsks(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	if r.Header.Get("Authorization") != "Bot right-token" {
		w.WriteHeader(http.StatusUnauthorized)
		w.Write([]byte(`{"message":"401: Unauthorized","code":0}`))
		return
	}
	w.Write([]byte(`{"id":"80351110224678912","username":"Parley","discriminator":"0000","bot":true}`))
}

// usage runs a command that must end with exit code 2.
func usage(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[0], args[1:]...)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != exitUsage {
		ts.Fatalf("%v: want exit code %d, got %v", args, exitUsage, err)
	}
}

// full runs a command whose output goes to a full disk, and must end with exit code 1. Its stderr is for stderr to look at.
func full(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec("sh", append([]string{"-c", `exec "$@" >/dev/full`, "sh"}, args...)...)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != exitFailed {
		ts.Fatalf("%v: want exit code %d, got %v", args, exitFailed, err)
	}
}

// fill writes a text file of about so many bytes: fill FILE BYTES.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	sentence := "The lamp on the pier burned through the whole of that night.\n"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(sentence, size/len(sentence)+1)), 0o600))
}

// many writes so many articles into a folder: many DIR COUNT.
func many(ts *testscript.TestScript, _ bool, args []string) {
	count, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.MkdirAll(ts.MkAbs(args[0]), 0o700))
	for n := range count {
		text := fmt.Sprintf("Lighthouse %d on the northern coast got a new lamp in the year %d.\n\nIts keeper said that lamp %d shines for %d miles.\n", n, 1800+n, n, 3+n)
		ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[0]), fmt.Sprintf("light%03d.txt", n)), []byte(text), 0o600))
	}
}

// longQuestion writes a batch with one question of so many characters: longquestion FILE CHARACTERS.
func longQuestion(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	question(ts, args[0], "long", strings.Repeat("engines of ferries ", size/19+1)[:size])
}

// controls writes a batch with one question that holds every control character.
func controls(ts *testscript.TestScript, _ bool, args []string) {
	text := "How many "
	for r := rune(0); r < ' '; r++ {
		text += string(r)
	}
	question(ts, args[0], "controls", text+"\u202e\x1b[31m new engines does the ferry need?")
}

func question(ts *testscript.TestScript, file, id, text string) {
	line, err := json.Marshal(map[string]string{"id": id, "question": text})
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(file), append(line, '\n'), 0o600))
}

// binary writes bytes that are no text: binary FILE.
func binary(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d\xff"), 64), 0o600))
}

// latin writes a text in windows-1252: latin FILE.
func latin(ts *testscript.TestScript, _ bool, args []string) {
	text := "The caf\xe9 at the quay in Norrby closed on Tuesday after a fire in its kitchen.\n\nNobody was hurt, said the owner Ren\xe9 Fabre.\n"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

// newer makes a database one that a later Parley wrote: newer FILE. SQLite keeps the version in bytes 60 to 63.
func newer(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_RDWR, 0)
	ts.Check(err)
	defer f.Close()
	_, err = f.WriteAt([]byte{0, 0, 0x27, 0x0f}, 60)
	ts.Check(err)
}
