package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkFirstAnswer is the time from the start of the process, which reads and stores the sample first, to the first
// answer's first line.
func BenchmarkFirstAnswer(b *testing.B) {
	binary := built(b)
	for b.Loop() {
		d := startDesk(b, binary)
		d.answer(b)
		b.StopTimer()
		d.end(b)
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms-to-first-answer")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkIdle is what an idle desk holds of memory after its first answer, and the size of the program.
func BenchmarkIdle(b *testing.B) {
	binary := built(b)
	info, err := os.Stat(binary)
	if err != nil {
		b.Fatal(err)
	}
	var resident float64
	for b.Loop() {
		d := startDesk(b, binary)
		d.answer(b)
		time.Sleep(time.Second)
		resident = residentMiB(b, d.cmd.Process.Pid)
		d.end(b)
	}
	b.ReportMetric(resident, "MiB-resident-idle")
	b.ReportMetric(float64(info.Size())/(1<<20), "MiB-binary")
	b.ReportMetric(0, "ns/op")
}

// built is the program as it ships: a test binary would be another size and start in another time.
func built(b *testing.B) string {
	b.Helper()
	binary := os.Getenv("PARLEY_BINARY")
	if binary == "" {
		b.Skipf("PARLEY_BINARY names no program to measure; `make bench` builds one")
	}
	return binary
}

// deskProcess is a `parley run` at the end of a pipe.
type deskProcess struct {
	cmd   *exec.Cmd
	stdin io.WriteCloser
	lines *bufio.Scanner
}

// patienceWithADesk is when a desk that does not answer is ended, so that a benchmark fails and does not hang.
const patienceWithADesk = 30 * time.Second

func startDesk(b *testing.B, binary string) *deskProcess {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.Context(), patienceWithADesk)
	b.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, binary, "run")
	cmd.Dir = b.TempDir()
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "TMPDIR=" + cmd.Dir}
	stdin, err := cmd.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	return &deskProcess{cmd: cmd, stdin: stdin, lines: bufio.NewScanner(stdout)}
}

// answer asks the first question, and returns when the first cited sentence is out.
func (d *deskProcess) answer(b *testing.B) {
	b.Helper()
	first, _, _ := strings.Cut(sampleQuestions, "\n")
	fmt.Fprintln(d.stdin, first)
	for d.lines.Scan() {
		if strings.Contains(d.lines.Text(), "[1]") {
			return
		}
	}
	b.Fatal("the desk ended without an answer")
}

func (d *deskProcess) end(b *testing.B) {
	b.Helper()
	d.stdin.Close()
	for d.lines.Scan() {
	}
	if err := d.cmd.Wait(); err != nil {
		b.Fatal(err)
	}
}

var rss = regexp.MustCompile(`VmRSS:\s+(\d+) kB`)

func residentMiB(b *testing.B, pid int) float64 {
	b.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Skipf("resident memory is read from /proc: %v", err)
	}
	kB, err := strconv.ParseFloat(rss.FindStringSubmatch(string(status))[1], 64)
	if err != nil {
		b.Fatal(err)
	}
	return kB / 1024
}
