package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"os"

	"parley/article"
	"parley/article/intake"
)

// sampleFiles are summaries in our own words, so that a newcomer can ask before there is any article.
//
//go:embed sample/*.md
var sampleFiles embed.FS

// sampleQuestions are for a newcomer to try, one a line.
//
//go:embed sample/questions.txt
var sampleQuestions string

// sampleGuild is the guild of the sample, in a folder of its own that goes with the process.
const sampleGuild = "sample"

// enterSample opens a newsroom over the sample, away from the user's data.
func (p *program) enterSample(ctx context.Context) (*newsroom, error) {
	dir, err := os.MkdirTemp("", "parley-sample-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for the sample: %w", err)
	}
	room, err := p.enterAt(ctx, dir, sampleGuild)
	if err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	room.sample = true
	leave := room.leave
	room.leave = func() {
		leave()
		os.RemoveAll(dir)
	}
	if err := p.fill(ctx, room); err != nil {
		room.leave()
		return nil, err
	}
	return room, nil
}

func (p *program) fill(ctx context.Context, room *newsroom) error {
	files, err := sampleFiles.ReadDir("sample")
	if err != nil {
		return err
	}
	in := intake.New(intake.Options{})
	var docs []article.Document
	for _, file := range files {
		data, err := sampleFiles.ReadFile("sample/" + file.Name())
		if err != nil {
			return err
		}
		doc, err := in.Bytes(ctx, file.Name(), "text/markdown; charset=utf-8", data)
		if err != nil {
			return fmt.Errorf("reading the sample: %w", err)
		}
		docs = append(docs, doc)
	}
	results, err := room.AddAll(ctx, docs, "sample")
	for _, r := range results {
		err = errors.Join(err, r.Err)
	}
	if err != nil {
		return fmt.Errorf("storing the sample: %w", err)
	}
	return nil
}
