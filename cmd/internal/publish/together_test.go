package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// TestDeadAfterCommit: a run that was killed after its commit, its room half swept, does nothing again: what another put
// meanwhile stays.
func TestDeadAfterCommit(t *testing.T) {
	f := newFolder(t)
	f.write("a", "1")
	first, second := f.begin(), f.begin()
	if err := errors.Join(first.Remove(f.path("a")), first.Commit(nil)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(first.inUse.Unlock(), os.Remove(filepath.Join(first.room, "1.old"))); err != nil {
		t.Fatal(err)
	}
	f.put(second, "a", "2", New)
	f.commit(second)
	f.commit(f.begin())
	f.holds("a=2")
}

// TestManyAtOnce: runs that begin, commit and end beside each other all succeed.
func TestManyAtOnce(t *testing.T) {
	f := newFolder(t)
	var runs sync.WaitGroup
	for i := range 8 {
		runs.Go(func() {
			for j := range 50 {
				r, err := Begin(f.dir, nil)
				if err != nil {
					t.Error(err)
					return
				}
				if _, err := r.Put(f.path("a"), fmt.Appendf(nil, "%d %d", i, j)); err != nil {
					t.Error(err)
				}
				if err := r.Commit(nil); err != nil {
					t.Error(err)
				}
				r.Discard()
			}
		})
	}
	runs.Wait()
	text, _ := os.ReadFile(f.path("a"))
	f.holds("a=" + string(text))
}

// TestOneRunsFiles: a file that a run found as it is to be is its own at the end, also where another run has put its own
// there meanwhile.
func TestOneRunsFiles(t *testing.T) {
	f := newFolder(t)
	f.write("a", "old")
	f.write("b", "mine")
	first, second := f.begin(), f.begin()
	f.put(first, "a", "mine", Replaced)
	f.put(first, "b", "mine", Same)
	f.put(second, "a", "other", Replaced)
	f.put(second, "b", "other", Replaced)
	f.commit(second)
	f.commit(first)
	f.holds("a=mine b=mine")
}
