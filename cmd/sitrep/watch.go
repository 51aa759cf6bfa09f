package main

import (
	"errors"

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
		if err := w.Watch(b.reads(t)); err != nil {
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
