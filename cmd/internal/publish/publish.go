// Package publish puts the files of a run into a folder, all of them or none.
//
// A [Run] holds finished files in a room of its own, a folder ".sitrep-…" beside
// their places. [Run.Commit] writes into the room what it is about to do, the
// journal, and only then moves the files. A run that is killed before the journal
// stands has changed nothing; one that is killed after it is finished by the next
// run in that folder, or taken back where it cannot be finished. Two runs commit
// one after the other, never at once.
//
// A file that has the bytes already is left alone. One that is replaced keeps its
// permissions; where its name is a symbolic link, what the link leads to is
// replaced. A hard link is parted: its other names keep the old bytes.
package publish

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"github.com/gofrs/flock"
)

// roomPrefix begins the name of every folder and file that a run makes for itself.
const roomPrefix = ".sitrep-"

// A Run is one publication into one folder. Its methods may be called from
// several goroutines.
type Run struct {
	dir    string   // real path of the folder
	room   string   // real path of the room in it
	made   []string // folders that the run made, the innermost first
	inUse  *flock.Flock
	busy   func()
	asNew  bool // nothing is replaced
	mu     sync.Mutex
	moves  []move
	kept   map[string]move // by place, what is there already and is to stay
	serial int
	ended  bool
}

// Begin opens a run into dir, which is made if missing. It first finishes or takes
// back what a killed run left in the folder, and removes its files. busy, which may
// be nil, is called once where another run is putting its files there, before
// waiting for it.
func Begin(dir string, busy func()) (*Run, error) {
	made := lacking(dir)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	real, err := realPath(dir)
	if err != nil {
		return nil, err
	}
	r := &Run{dir: real, busy: busy, made: made}
	unlock, err := r.lock()
	if err != nil {
		return nil, err
	}
	defer unlock()
	if err := recoverAll(real); err != nil {
		return nil, err
	}
	r.room = filepath.Join(real, roomPrefix+rand.Text())
	if err := os.Mkdir(r.room, 0o777); err != nil {
		return nil, fmt.Errorf("%s: %w", dir, cause(err))
	}
	r.inUse = flock.New(filepath.Join(r.room, "in-use"))
	if _, err := r.inUse.TryLock(); err != nil && !lockless(err) {
		return nil, errors.Join(fmt.Errorf("%s: %w", dir, cause(err)), os.RemoveAll(r.room))
	}
	return r, nil
}

// BeginNew opens a run that replaces nothing: Commit fails where a file exists.
func BeginNew(dir string, busy func()) (*Run, error) {
	r, err := Begin(dir, busy)
	if err == nil {
		r.asNew = true
	}
	return r, err
}

// An Outcome says what publishing a file does to its place.
type Outcome uint8

// The outcomes.
const (
	Same     Outcome = iota // the file has these bytes already and is left alone
	New                     // there was none
	Replaced                // there was one with other bytes
)

// Put holds data for the file target, until Commit. The error names target.
func (r *Run) Put(target string, data []byte) (Outcome, error) {
	m, outcome, err := r.prepare(target, data)
	switch {
	case err == nil && outcome == Same:
		if err = r.keep(&m); err == nil {
			if same, wrong := Holds(m.Temp, data); wrong != nil || !same { // another run has just put its own there
				outcome, err = Replaced, r.hold(m, data)
			}
		}
	case err == nil:
		err = r.hold(m, data)
	}
	if err != nil {
		return outcome, fmt.Errorf("%s: %w", target, cause(err))
	}
	return outcome, nil
}

// prepare finds out where target leads and what is there.
func (r *Run) prepare(target string, data []byte) (move, Outcome, error) {
	place, err := follow(target)
	if err != nil {
		return move{}, Same, err
	}
	m := move{Name: target, Target: place, mode: 0o666}
	info, err := os.Stat(place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		m.Fresh = true
		return m, New, nil
	case err != nil:
		return m, Same, err
	case !info.Mode().IsRegular():
		return m, Same, errors.New("not a regular file")
	}
	m.mode, m.keep = info.Mode().Perm(), true
	if same, err := Holds(place, data); err != nil || same && !r.asNew {
		return m, Same, err
	}
	return m, Replaced, nil
}

// hold writes the data beside its place.
func (r *Run) hold(m move, data []byte) error {
	if err := r.name(&m); err != nil {
		return err
	}
	f, err := os.OpenFile(m.Temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, m.mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	writeOut(f)
	if m.keep {
		err = errors.Join(err, f.Chmod(m.mode))
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ended {
		os.Remove(m.Temp)
		return errors.New("the run has ended")
	}
	delete(r.kept, m.Target)
	r.moves = append(r.moves, m)
	return nil
}

// name chooses where the new and the old file are held: in the room, or beside
// their place where that is in another folder, for only within one file system
// can a file be moved. What lies elsewhere is written down in the room first.
func (r *Run) name(m *move) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.serial++
	base := filepath.Join(r.room, strconv.Itoa(r.serial))
	if filepath.Dir(m.Target) != r.dir {
		base = filepath.Join(filepath.Dir(m.Target), filepath.Base(r.room)+"-"+strconv.Itoa(r.serial))
		if err := appendLine(filepath.Join(r.room, elsewhere), base); err != nil {
			return err
		}
	}
	m.Temp, m.Old = base+".new", base+".old"
	return nil
}

// Remove takes the file target away at Commit.
func (r *Run) Remove(target string) error {
	place, err := realPath(filepath.Dir(target))
	if err != nil {
		return err
	}
	m := move{Name: target, Target: filepath.Join(place, filepath.Base(target)), Remove: true}
	if err := r.name(&m); err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.moves = append(r.moves, m)
	return nil
}

// Commit gives every file its place. last, which may be nil, is called before, when
// no other run can commit: what it holds or removes is a part of the run. After an
// error everything is as it was, or the error says what is not.
func (r *Run) Commit(last func() error) error {
	unlock, err := r.lock()
	if err != nil {
		return err
	}
	defer unlock()
	if last != nil {
		if err := last(); err != nil {
			return err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ended {
		return errors.New("the run has ended")
	}
	r.restore()
	if len(r.moves) == 0 {
		return nil
	}
	if err := persist(r.moves); err != nil {
		return err
	}
	j := journal{New: r.asNew, Moves: r.moves}
	if err := j.write(r.room); err != nil {
		return err
	}
	if err := j.forward(); err != nil {
		return j.takeBack(r.room, err)
	}
	r.moves = nil
	_ = os.Remove(filepath.Join(r.room, journalName)) // done: a later run must not do it again over what came since
	return nil
}

// Discard ends the run and removes what has not found its place. A commit under
// way is waited for.
func (r *Run) Discard() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ended {
		return
	}
	r.ended = true
	if _, err := os.Stat(filepath.Join(r.room, undoName)); err == nil {
		_ = r.inUse.Unlock() // the next run takes back what this one could not
		return
	}
	_ = r.inUse.Unlock() // before its file goes, for Windows
	_ = sweep(r.room)    // what stays is swept by the next run
	for _, dir := range r.made {
		if os.Remove(dir) != nil {
			return // it is not empty
		}
	}
}
