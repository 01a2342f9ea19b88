package llmtest

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"parley/prompts"
)

// Llama is a running llama-server, llama.cpp's, with a model of random weights: its wire is real, and its words are noise.
type Llama struct {
	url     string
	process *os.Process
	said    *bytes.Buffer
}

// LlamaKey is the key that the server wants.
const LlamaKey = "sk-noise-and-nothing-else"

// loading is how long the server may take to load half a megabyte on a busy machine.
const loading = 30 * time.Second

// StartLlama runs llama-server with a context of so many tokens until the test ends, with the model of that seed. It skips the test
// where llama-server is not installed; Debian has it in llama.cpp-tools.
func StartLlama(t testing.TB, context int, seed uint64) *Llama {
	t.Helper()
	program, err := exec.LookPath("llama-server")
	if err != nil {
		t.Skipf("there is no llama-server here: install llama.cpp's, in Debian llama.cpp-tools")
	}
	wording, err := prompts.New()
	if err != nil {
		t.Fatal(err)
	}
	sample, err := wording.Write(prompts.Material{})
	if err != nil {
		t.Fatal(err)
	}
	model := filepath.Join(t.TempDir(), "noise.gguf")
	if err := WriteNoise(model, sample.System, seed); err != nil {
		t.Fatal(err)
	}
	port := freePort(t)
	l := &Llama{url: "http://127.0.0.1:" + port, said: &bytes.Buffer{}}
	cmd := exec.Command(program, "-m", model, "--host", "127.0.0.1", "--port", port, "-c", fmt.Sprint(context), "-np", "1", "-t", "1", "-tb", "1", "--api-key", LlamaKey)
	cmd.Stdout, cmd.Stderr = l.said, l.said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	l.process = cmd.Process
	ended := make(chan struct{})
	go func() {
		cmd.Wait()
		close(ended)
	}()
	t.Cleanup(func() {
		l.Kill()
		<-ended
	})
	l.ready(t, ended)
	return l
}

// URL is the base address, with /v1.
func (l *Llama) URL() string { return l.url + "/v1" }

// Kill ends the server at once, as the system may.
func (l *Llama) Kill() { l.process.Kill() }

func (l *Llama) ready(t testing.TB, ended <-chan struct{}) {
	t.Helper()
	for end := time.Now().Add(loading); time.Now().Before(end); {
		if resp, err := http.Get(l.url + "/health"); err == nil {
			resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return
			}
		}
		select {
		case <-ended:
			t.Fatalf("llama-server ended:\n%s", l.said)
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Fatalf("llama-server was not ready within %v", loading)
}

func freePort(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}
