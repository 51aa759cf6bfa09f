package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/facts"
)

// A status says what became of a briefing or a file.
type status string

// The statuses.
const (
	written   status = "written"
	unchanged status = "unchanged"
	failed    status = "failed"
	skipped   status = "skipped" // not built: another failed, or it has none of the languages

	missing status = "missing" // --check: there is no such file
	stale   status = "stale"   // --check: it has other bytes
	surplus status = "surplus" // --check: no FILE stands for it
	removed status = "removed" // --prune
)

// A briefing is one FILE on its way through a build.
type briefing struct {
	input
	sum   [sha256.Size]byte // of the bytes that were first read
	once  bool              // the bytes cannot be read again
	head  report.Head
	langs []string // of those asked for, the ones that it has

	status   status
	problems []facts.Problem // that forbid to build
	warnings []facts.Problem
	err      error // why it failed, beside problems
	code     int   // exit code of the failure
	files    []line
	notes    []string // what else is said of it
	facts    int
	reads    []string // files that it depends on, beside its own
}

// A line is what --json prints of a file.
type line struct {
	File     string   `json:"file"`
	Format   string   `json:"format"`
	Lang     string   `json:"lang"`
	Bytes    int      `json:"bytes"`
	SHA256   string   `json:"sha256"`
	Pages    int      `json:"pages"`    // 0: the format has none
	Warnings []string `json:"warnings"` // of the briefing, then of this file
	Status   status   `json:"status"`
	Input    string   `json:"input"`
	Briefing string   `json:"briefing"`

	own  []string // warnings of this file alone
	made string   // see record.File
}

// fail records why the briefing is not built.
func (b *briefing) fail(code int, err error) {
	b.status, b.code, b.err = failed, max(b.code, code), errors.Join(b.err, err)
}

// survey reads the head of the file. What can be read again is not held: hundreds
// of files are built with the memory for few.
func (b *briefing) survey(cmd *cobra.Command) {
	if b.data == nil {
		data, once, err := read(cmd, b.name)
		if err != nil {
			b.fail(exitFiles, err)
			return
		}
		b.data, b.once = data, once
	} else {
		b.once = true
	}
	b.head = report.Skim(b.data)
	b.sum = sha256.Sum256(b.data)
	if !b.once {
		b.data = nil
	}
}

// load reads the facts, or records the problems that forbid it.
func (b *briefing) load(cmd *cobra.Command) *facts.File {
	data := b.data
	if data == nil {
		var err error
		if data, _, err = read(cmd, b.name); err != nil {
			b.fail(exitFiles, err)
			return nil
		}
		if sha256.Sum256(data) != b.sum {
			b.fail(exitFiles, fmt.Errorf("%s: it was changed while this run was at work: run again", b.name))
			return nil
		}
	}
	b.data = nil
	f, problems := report.LoadWithin(b.name, data, limitsOf(cmd))
	if f == nil {
		b.problems = problems
		b.fail(exitProblems, nil)
		return nil
	}
	b.warnings = problems
	b.facts = len(f.Facts)
	return f
}

// pictures reads the images that the facts name, or records why it cannot be done.
func (b *briefing) pictures(f *facts.File) map[string][]byte {
	images, err := imagesOf(f, b.name)
	if err != nil {
		b.fail(exitFiles, err)
		return nil
	}
	for path := range images {
		b.reads = append(b.reads, filepath.Join(filepath.Dir(b.name), filepath.FromSlash(path)))
	}
	slices.Sort(b.reads)
	if b.problems = f.CheckImages(images); len(b.problems) > 0 {
		b.fail(exitProblems, nil)
	}
	return images
}

// add records one file of the briefing. The language stands in the text of the facts, which is not to be held for it.
func (b *briefing) add(path string, f report.File, sum string, s status) {
	b.files = append(b.files, line{File: path, Format: f.Format, Lang: strings.Clone(f.Lang), Bytes: len(f.Data), SHA256: sum, Pages: f.Pages,
		Status: s, Input: b.name, Briefing: b.head.ID, own: f.Warnings})
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
