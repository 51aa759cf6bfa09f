package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/cmd/internal/record"
)

// finish publishes what was built, and prints the result.
func (t *batch) finish() error {
	code := t.worst()
	done := code == 0 || t.keepGoing
	if t.keepGoing {
		code = min(code, exitProblems) // as make does, whatever one of them failed of
	}
	var swept []line
	if done && t.run != nil {
		if err := t.guard.commit(func() (err error) { swept, err = t.lists(); return err }); err != nil {
			return fileError(fmt.Errorf("%w\nnothing was written into %s", err, t.out))
		}
	}
	if done && t.check {
		swept = t.surplus(t.before)
	}
	out := t.result(done)
	for _, f := range swept {
		out = append(out, t.sweptLine(f)...)
	}
	err := printResult(t.cmd.OutOrStdout(), out)
	for _, f := range swept {
		if f.Status == removed && !t.json {
			printMessage(t.cmd.ErrOrStderr(), "took away %s", f.File)
		}
	}
	t.summary(done)
	if t.guard != nil {
		if e := t.guard.end(); e != nil {
			return e
		}
	}
	switch {
	case err != nil:
		return err
	case code == 0 && t.check && t.differs(swept):
		code = exitProblems
	}
	if code != 0 {
		return &failure{code: code}
	}
	return nil
}

// lists brings the record of the folder up to date, as a part of the commit, and
// takes away what nothing stands for.
func (t *batch) lists() (swept []line, err error) {
	now, err := record.Read(t.out)
	if err != nil {
		return nil, err
	}
	for _, b := range t.own {
		if b.status == failed {
			continue
		}
		for _, f := range b.files {
			now.Files[filepath.Base(f.File)] = record.File{Briefing: f.Briefing, Lang: f.Lang, SHA256: f.SHA256,
				Made: f.made, Pages: f.Pages, Warnings: append([]string{}, f.own...)}
		}
	}
	if t.prune {
		for _, f := range t.surplus(now) {
			name := filepath.Base(f.File)
			if !now.Intact(t.out, name) {
				printMessage(t.cmd.ErrOrStderr(), "%s: kept: it is not as it was built", f.File)
				continue
			}
			if err := t.run.Remove(filepath.Join(t.out, name)); err != nil {
				return nil, err
			}
			delete(now.Files, name)
			f.Status = removed
			swept = append(swept, f)
		}
	}
	_, err = t.run.Put(filepath.Join(t.out, record.Name), now.Bytes())
	return swept, err
}

// surplus are the files of a record that no FILE stands for: its briefing is not
// among them, or no longer in that language.
func (t *batch) surplus(r record.Record) (list []line) {
	languages := map[string][]string{}
	for _, b := range t.all {
		if b.head.ID == "" || b.head.Languages == nil {
			if t.prune {
				printMessage(t.cmd.ErrOrStderr(), "nothing is pruned: %s cannot be read", b.name)
			}
			return nil
		}
		languages[b.head.ID] = b.head.Languages
	}
	for _, name := range slices.Sorted(maps.Keys(r.Files)) {
		f := r.Files[name]
		if slices.ContainsFunc(languages[f.Briefing], func(l string) bool { return strings.EqualFold(l, f.Lang) }) {
			continue
		}
		if t.check && !r.Intact(t.out, name) {
			continue // it has gone already, or is no longer the file that was built
		}
		list = append(list, line{File: t.path(name), Format: strings.TrimPrefix(filepath.Ext(name), "."), Lang: f.Lang,
			SHA256: f.SHA256, Pages: f.Pages, Warnings: []string{}, Status: surplus, Briefing: f.Briefing})
	}
	return list
}

// sweptLine is what standard output says of a file that nothing stands for. With
// --check it counts only where --prune would take it away.
func (t *batch) sweptLine(f line) []byte {
	switch {
	case t.json:
		return jsonLine(f)
	case t.check && t.prune:
		return []byte(f.File + "\n")
	}
	return nil
}

// differs says whether --check found a difference, and tells which.
func (t *batch) differs(swept []line) bool {
	any := false
	tell := func(f line) {
		if !t.quiet {
			printMessage(t.cmd.ErrOrStderr(), "%s: %s", f.File, f.Status)
		}
	}
	for _, b := range t.own {
		for _, f := range b.files {
			if f.Status != unchanged {
				any = true
				tell(f)
			}
		}
	}
	for _, f := range swept {
		any = any || t.prune
		tell(f)
	}
	return any
}
