package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/cmd/internal/watch"
	"sitrep/report"
)

// again builds, and builds again whenever something that was read is saved, until
// the program is told to stop. A briefing that has problems keeps the files that it
// has.
func (b *build) again(cmd *cobra.Command, args []string, o report.Options) error {
	w, err := watch.New()
	if err != nil {
		return fileError(err)
	}
	defer func() { _ = w.Close() }() // nothing is left to be told
	g := newGuard()
	for {
		t, err := b.pass(cmd, args, o, g)
		var f *failure
		switch {
		case errors.As(err, &f) && (f.code == exitUsage || f.code > 128), t == nil && err != nil:
			return err
		case f != nil && f.err != nil:
			printMessage(cmd.ErrOrStderr(), "%s", f)
		}
		if err := w.WatchAll(b.reads(t), folders(args), ".json"); err != nil {
			return fileError(err)
		}
		printMessage(cmd.ErrOrStderr(), "watching; stop with Ctrl-C")
		if _, open := <-w.Changed; !open {
			return nil
		}
		if o, err = b.options(cmd, args); err != nil { // the theme may be what was saved
			printMessage(cmd.ErrOrStderr(), "%s", err)
		}
	}
}

// folders are those of the arguments that stand for the facts files in them, and the folders in them.
func folders(args []string) (all []string) {
	for _, name := range args {
		if name == stdin {
			continue
		}
		_ = filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error { // what cannot be read was told by the build
			switch {
			case err != nil || !d.IsDir():
				return nil
			case strings.HasPrefix(d.Name(), ".") && path != name:
				return fs.SkipDir
			}
			all = append(all, path)
			return nil
		})
	}
	return all
}
