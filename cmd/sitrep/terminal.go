package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"sitrep/report/sanitize"
)

// isTerminal reports whether people read w as it is written.
func isTerminal(w io.Writer) bool {
	f, ok := w.(interface{ Stat() (os.FileInfo, error) })
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// colored reports whether w may bear colour (no-color.org).
func colored(w io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(w)
}

// A progress tells a person at a terminal how far a run of over a second is.
type progress struct {
	w     io.Writer // nil: nobody watches
	began time.Time
	said  bool
}

func newProgress(w io.Writer) *progress {
	if !isTerminal(w) {
		return &progress{}
	}
	return &progress{w: w, began: time.Now()}
}

// step says that done of all are done, how many a second, and which was the last.
func (p *progress) step(done, all int, name string) {
	if since := time.Since(p.began); p.w != nil && since > time.Second {
		fmt.Fprintf(p.w, "\r\x1b[Ksitrep: %d of %d briefings, %.0f a second: %s", done, all, float64(done)/since.Seconds(),
			sanitize.Visible(name))
		p.said = true
	}
}

// end takes the line away again.
func (p *progress) end() {
	if p.said {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.said = false
	}
}
