// Package watch tells when files that a person edits have been saved.
//
// It watches the folders in which the files stand, because editors save by
// putting a new file in the place of the old one, and waits until a save is over.
package watch

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long nothing may happen before a save counts as over: some
// programs save a file in several steps, and what is read between two of them is read again after the last.
const quiet = 10 * time.Millisecond

// A Watcher watches a set of files, until it is closed.
type Watcher struct {
	// Changed receives after each save, once for saves that follow at once on
	// each other. It is closed with the watcher.
	Changed <-chan struct{}

	events *fsnotify.Watcher
	set    chan watched
}

// What is watched: files, and folders in which every file with an ending counts.
type watched struct {
	files, folders []string
	ending         string
}

// New starts a watcher of no files.
func New() (*Watcher, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	changed := make(chan struct{}, 1)
	w := &Watcher{Changed: changed, events: events, set: make(chan watched)}
	go w.run(changed)
	return w, nil
}

// Watch makes these the files that are watched, in the place of those before.
// A file need not exist yet; its folder must. Where a file is a link, the file
// that it leads to is watched as well.
func (w *Watcher) Watch(files []string) error { return w.WatchAll(files, nil, "") }

// WatchAll watches files as [Watcher.Watch] does, and the folders, in which each file counts whose name has the ending,
// also one that is new; hidden ones do not.
func (w *Watcher) WatchAll(files, folders []string, ending string) error {
	var all []string
	for _, f := range files {
		all = append(all, clean(f))
		if to, err := filepath.EvalSymlinks(f); err == nil {
			all = append(all, clean(to))
		}
	}
	for _, f := range all {
		if err := w.events.Add(filepath.Dir(f)); err != nil {
			return err
		}
	}
	next := watched{files: all, ending: ending}
	for _, dir := range folders {
		if err := w.events.Add(dir); err != nil {
			return err
		}
		next.folders = append(next.folders, clean(dir))
	}
	w.set <- next
	return nil
}

// counts reports whether a file is watched.
func (s watched) counts(file string) bool {
	name := filepath.Base(file)
	return slices.Contains(s.files, file) ||
		filepath.Ext(name) == s.ending && !strings.HasPrefix(name, ".") && slices.Contains(s.folders, filepath.Dir(file))
}

// Close ends the watch.
func (w *Watcher) Close() error { return w.events.Close() }

// clean names a file in one way, so that events can be compared with it.
func clean(file string) string {
	if abs, err := filepath.Abs(file); err == nil {
		return abs
	}
	return filepath.Clean(file)
}

// run passes events of watched files on, when it has been quiet for a while.
func (w *Watcher) run(changed chan<- struct{}) {
	defer close(changed)
	var now watched
	settled := time.NewTimer(0)
	<-settled.C
	for {
		select {
		case now = <-w.set:
		case e, open := <-w.events.Events:
			if !open {
				return
			}
			if now.counts(clean(e.Name)) && e.Op != fsnotify.Chmod {
				settled.Reset(quiet)
			}
		case <-w.events.Errors: //nolint:errcheck // an overflow: something happened
			settled.Reset(quiet)
		case <-settled.C:
			select {
			case changed <- struct{}{}:
			default: // one is waiting to be read
			}
		}
	}
}
