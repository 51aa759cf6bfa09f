package publish

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// The files of a room.
const (
	journalName = "journal"   // what a commit does; where it stands, the commit is decided
	undoName    = "undo"      // the same, where the commit is taken back
	elsewhere   = "elsewhere" // what the run holds in other folders, a path a line
)

// A move is one file of a commit. Paths are absolute, without links.
type move struct {
	Name   string      `json:"name"` // as the run was told
	Target string      `json:"target"`
	Temp   string      `json:"temp"`   // the new file, until it is moved
	Old    string      `json:"old"`    // the old file, from then on
	Fresh  bool        `json:"fresh"`  // there was no old file
	Remove bool        `json:"remove"` // there is no new file
	mode   fs.FileMode // permissions of the new file
	keep   bool        // whatever the umask says
}

// A journal is what a commit does, in order.
type journal struct {
	New   bool   `json:"new"` // nothing is replaced
	Moves []move `json:"moves"`
}

// write puts the journal into the room, whole or not at all.
func (j *journal) write(room string) error {
	data, err := json.Marshal(j)
	if err != nil {
		return err
	}
	temp := filepath.Join(room, journalName+".new")
	f, err := os.Create(temp)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err := errors.Join(err, bearable(f.Sync()), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(temp, filepath.Join(room, journalName)); err != nil {
		return err
	}
	return syncDir(room)
}

// forward makes all moves that are not made yet.
func (j *journal) forward() error {
	for _, m := range j.Moves {
		if err := m.forward(j.New); err != nil {
			return fmt.Errorf("%s: %w", m.Name, cause(err))
		}
	}
	for dir := range j.dirs() {
		if err := syncDir(dir); err != nil {
			return err
		}
	}
	return nil
}

// dirs are the folders that the moves change.
func (j *journal) dirs() map[string]bool {
	dirs := map[string]bool{}
	for _, m := range j.Moves {
		dirs[filepath.Dir(m.Target)] = true
	}
	return dirs
}

func (m *move) forward(asNew bool) error {
	switch {
	case m.Remove:
		if exists(m.Old) || !exists(m.Target) {
			return nil
		}
		return os.Rename(m.Target, m.Old)
	case !exists(m.Temp): // moved before
		return nil
	case asNew:
		return place(m.Temp, m.Target)
	case !m.Fresh && !exists(m.Old):
		if err := keep(m.Target, m.Old); err != nil {
			return err
		}
	}
	return os.Rename(m.Temp, m.Target)
}

// place gives a file a place where nothing stands: it links instead of moving,
// because a move would take the place of a file that came meanwhile.
func place(temp, target string) error {
	err := os.Link(temp, target)
	switch {
	case errors.Is(err, fs.ErrExist):
		return errors.New("exists already, and nothing is overwritten")
	case err != nil: // a file system without links
		if exists(target) {
			return errors.New("exists already, and nothing is overwritten")
		}
		return os.Rename(temp, target)
	}
	return os.Remove(temp)
}

// keep holds the old file under another name, for the case that the commit is
// taken back. A file that has gone meanwhile is not missed.
func keep(target, old string) error {
	err := os.Link(target, old)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	data, err := os.ReadFile(target) // a file system without links, or a file that may not have any
	if err != nil {
		return err
	}
	return os.WriteFile(old, data, 0o600)
}

// back takes the move back.
func (m *move) back() error {
	switch {
	case m.Remove && exists(m.Old), !m.Remove && !exists(m.Temp) && exists(m.Old):
		return os.Rename(m.Old, m.Target)
	case !m.Remove && !exists(m.Temp) && m.Fresh:
		return os.Remove(m.Target)
	}
	return nil // not made
}

// takeBack takes a commit back that failed with err, the last move first.
func (j *journal) takeBack(room string, err error) error {
	if e := os.Rename(filepath.Join(room, journalName), filepath.Join(room, undoName)); e != nil && !exists(filepath.Join(room, undoName)) {
		return errors.Join(err, e)
	}
	var left []error
	for i := len(j.Moves) - 1; i >= 0; i-- {
		if e := j.Moves[i].back(); e != nil {
			left = append(left, fmt.Errorf("%s is not as it was: %w", j.Moves[i].Name, cause(e)))
		}
	}
	if left == nil {
		left = append(left, os.Remove(filepath.Join(room, undoName)))
	}
	return errors.Join(append([]error{err}, left...)...)
}

// recoverAll finishes or takes back what dead runs left in dir, and removes their
// rooms. The folder is locked.
func recoverAll(dir string) error {
	rooms, err := filepath.Glob(filepath.Join(quoteMeta(dir), roomPrefix+strings.Repeat("?", len(rand.Text()))))
	if err != nil {
		return err
	}
	for _, room := range rooms {
		if info, err := os.Lstat(room); err != nil || !info.IsDir() {
			continue
		}
		at := filepath.Join(room, "in-use") // it is made where its run was killed before it could
		inUse := flock.New(at)
		free, err := inUse.TryLock()
		if errors.Is(err, fs.ErrNotExist) {
			continue // its run ended meanwhile, and took the room along
		}
		if err != nil && !lockless(err) {
			return fmt.Errorf("%s: %w", at, cause(err))
		}
		if !free {
			continue // its run is at work
		}
		_ = inUse.Unlock() // nobody else comes: the folder is locked
		if err := recoverRoom(room); err != nil {
			return fmt.Errorf("an interrupted run could be neither finished nor taken back: %w", err)
		}
	}
	return nil
}

// recoverRoom finishes the commit of a dead run, or takes it back where that
// fails or had begun.
func recoverRoom(room string) error {
	for _, name := range []string{undoName, journalName} {
		data, err := os.ReadFile(filepath.Join(room, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		var j journal
		if err := errors.Join(err, json.Unmarshal(data, &j)); err != nil {
			return err
		}
		if name == undoName {
			if err := j.takeBack(room, nil); err != nil {
				return err
			}
		} else if err := j.forward(); err != nil {
			if back := j.takeBack(room, err); exists(filepath.Join(room, undoName)) {
				return back
			}
		}
	}
	return sweep(room)
}

// sweep removes a room and what its run held elsewhere.
func sweep(room string) error {
	list, _ := os.ReadFile(filepath.Join(room, elsewhere))
	for base := range strings.Lines(string(list)) {
		if base = strings.TrimSuffix(base, "\n"); strings.HasPrefix(filepath.Base(base), filepath.Base(room)+"-") {
			os.Remove(base + ".new")
			os.Remove(base + ".old")
		}
	}
	return os.RemoveAll(room)
}
