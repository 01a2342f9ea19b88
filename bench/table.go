package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"text/tabwriter"
)

// engines are those that are measured on a guild of n passages.
func engines(n, bleve int) []string {
	if n > bleve {
		return []string{"parley", "fts5"}
	}
	return []string{"parley", "fts5", "bleve"}
}

// child measures in a process of its own.
func (p plan) child(ctx context.Context, engine string, passages int, hidden bool) (row, error) {
	self, err := os.Executable()
	if err != nil {
		return row{}, err
	}
	args := []string{"-engine", engine, "-passages", strconv.Itoa(passages), "-encyclopedia", p.folder, "-questions", strconv.Itoa(p.questions)}
	if hidden {
		args = append(args, "-hidden")
	}
	cmd := exec.CommandContext(ctx, self, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return row{}, fmt.Errorf("%s on %d passages: %w", engine, passages, err)
	}
	var r row
	return r, json.NewDecoder(bytes.NewReader(out)).Decode(&r)
}

func (p plan) quality(ctx context.Context, title string, passages int, hidden bool, bleve int) error {
	w := table(title, "engine", "questions", "passage at 1", "at 5", "at 10")
	for _, e := range engines(passages, bleve) {
		r, err := p.child(ctx, e, passages, hidden)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\t%d\t%.1f %%\t%.1f %%\t%.1f %%\t\n", e, r.Questions, r.At1, r.At5, r.At10)
	}
	return w.Flush()
}

func (p plan) speed(ctx context.Context, passages, bleve int) error {
	w := table(fmt.Sprintf("%d passages (milliseconds: median / 99th percentile of %d questions)", passages, p.questions),
		"engine", "added/s", "µs CPU each", "file MB", "peak MB", "at rest MB", "search", "its CPU", "whole answer", "one article added and found")
	for _, e := range engines(passages, bleve) {
		r, err := p.child(ctx, e, passages, false)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%s\t%.2f\t%s\t%s\t\n", e, r.Rate, r.AddCPU, r.File, r.Peak, r.Rest, r.Search, r.SearchCPU, r.Ask, r.Add)
	}
	return w.Flush()
}

func table(title string, columns ...string) *tabwriter.Writer {
	fmt.Println("\n" + title)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, c := range columns {
		fmt.Fprint(w, c, "\t")
	}
	fmt.Fprintln(w)
	return w
}

func (s *spread) String() string {
	if s == nil {
		return "–"
	}
	return fmt.Sprintf("%.2f / %.2f", s.P50, s.P99)
}
