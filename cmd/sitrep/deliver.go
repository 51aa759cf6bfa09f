package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"sitrep/cmd/internal/publish"
	"sitrep/report"
)

// deliver writes files into the folder dir, all or none, and prints their paths.
// With asNew nothing is overwritten.
func deliver(cmd *cobra.Command, dir string, asNew bool, files ...input) error {
	var paths []byte
	for _, f := range files {
		paths = append(append(paths, filepath.ToSlash(filepath.Join(dir, f.name))...), '\n')
	}
	return place(cmd, dir, asNew, paths, files...)
}

// place writes files like deliver, and then prints a result.
func place(cmd *cobra.Command, dir string, asNew bool, result []byte, files ...input) error {
	return replace(cmd, dir, asNew, result, nil, files...)
}

// replace is place, and takes the files away that gone names.
func replace(cmd *cobra.Command, dir string, asNew bool, result []byte, gone []string, files ...input) error {
	begin := publish.Begin
	if asNew {
		begin = publish.BeginNew
	}
	run, err := begin(dir, waiting(cmd, dir))
	if err != nil {
		return fileError(err)
	}
	g := newGuard()
	g.hold(run)
	defer run.Discard()
	for _, f := range files {
		if _, err := run.Put(filepath.Join(dir, f.name), f.data); err != nil {
			return fileError(err)
		}
	}
	for _, name := range gone {
		if err := run.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			return fileError(err)
		}
	}
	if err := g.commit(nil); err != nil {
		return fileError(err)
	}
	if err := printResult(cmd.OutOrStdout(), result); err != nil {
		return err
	}
	return g.end()
}

// waiting says that another run has the folder.
func waiting(cmd *cobra.Command, dir string) func() {
	return func() { printMessage(cmd.ErrOrStderr(), "another run is writing into %s: waiting for it", dir) }
}

// keeps refuses a target, where one is named, that is a facts file, or one of the files that the run reads or writes
// otherwise: a flag whose value was forgotten takes the next name for it.
func keeps(flag, target string, others []string) error {
	at, err := os.Stat(target)
	if target == "" || err == nil && !at.Mode().IsRegular() {
		return nil // a pipe or a device is no file to lose
	}
	if data, e := os.ReadFile(target); e == nil && bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) && report.Skim(data).Facts {
		return usageError("--%s would write over %s, which is a facts file", flag, filepath.ToSlash(target))
	}
	for _, other := range others {
		if other == stdin {
			continue
		}
		there, e := os.Stat(other)
		if err == nil && e == nil && os.SameFile(at, there) || filepath.Clean(target) == filepath.Clean(other) {
			return usageError("--%s would write over %s, which this run reads or writes", flag, filepath.ToSlash(other))
		}
	}
	return nil
}

// makeFolders makes the folders that files below dir stand in.
func makeFolders(dir string, files []input) error {
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, filepath.FromSlash(f.name))), 0o777); err != nil {
			return err
		}
	}
	return nil
}
