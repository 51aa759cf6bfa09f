package publish

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A folder is a directory of a test.
type folder struct {
	*testing.T
	dir string
}

func newFolder(t *testing.T) folder { return folder{t, t.TempDir()} }

func (f folder) path(name string) string { return filepath.Join(f.dir, name) }

func (f folder) write(name, text string) {
	f.Helper()
	if err := os.WriteFile(f.path(name), []byte(text), 0o666); err != nil {
		f.Fatal(err)
	}
}

// holds wants the folder to hold exactly these files, "name=text", in the order of names.
func (f folder) holds(want ...string) {
	f.Helper()
	list, err := os.ReadDir(f.dir)
	if err != nil {
		f.Fatal(err)
	}
	var got []string
	for _, e := range list {
		text, err := os.ReadFile(f.path(e.Name()))
		if err != nil {
			text = []byte(cause(err).Error())
		}
		got = append(got, e.Name()+"="+string(text))
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		f.Errorf("the folder holds\n%q\nwant\n%q", got, want)
	}
}

func (f folder) begin() *Run {
	f.Helper()
	r, err := Begin(f.dir, nil)
	if err != nil {
		f.Fatal(err)
	}
	return r
}

func (f folder) put(r *Run, name, text string, want Outcome) {
	f.Helper()
	if got, err := r.Put(f.path(name), []byte(text)); err != nil || got != want {
		f.Errorf("%s: outcome %d, %v; want %d", name, got, err, want)
	}
}

func (f folder) commit(r *Run) {
	f.Helper()
	if err := r.Commit(nil); err != nil {
		f.Error(err)
	}
	r.Discard()
}

func TestCommit(t *testing.T) {
	f := newFolder(t)
	f.write("same", "1")
	f.write("other", "1")
	f.write("gone", "1")
	before, _ := os.Stat(f.path("same"))
	r := f.begin()
	f.put(r, "same", "1", Same)
	f.put(r, "other", "2", Replaced)
	f.put(r, "new", "3", New)
	if err := r.Remove(f.path("gone")); err != nil {
		t.Error(err)
	}
	if text, _ := os.ReadFile(f.path("other")); string(text) != "1" {
		t.Error("changed before the commit")
	}
	f.commit(r)
	f.holds("new=3", "other=2", "same=1")
	if after, _ := os.Stat(f.path("same")); !os.SameFile(before, after) || !after.ModTime().Equal(before.ModTime()) {
		t.Error("a file that has its bytes was not left alone")
	}
}

func TestDiscard(t *testing.T) {
	f := newFolder(t)
	f.write("a", "1")
	r := f.begin()
	f.put(r, "a", "2", Replaced)
	f.put(r, "b", "2", New)
	r.Discard()
	f.holds("a=1")
	if err := r.Commit(nil); err == nil {
		t.Error("a run commits after its end")
	}
	if _, err := r.Put(f.path("c"), []byte("x")); err == nil {
		t.Error("a run takes files after its end")
	}
	f.holds("a=1")
}

// TestModesAndLinks: what is replaced keeps its permissions, a link stays a link,
// a dangling link is given what it leads to.
func TestModesAndLinks(t *testing.T) {
	f, away := newFolder(t), newFolder(t)
	f.write("mode", "1")
	if err := os.Chmod(f.path("mode"), 0o640); err != nil {
		t.Skip(err)
	}
	away.write("there", "1")
	for link, to := range map[string]string{"link": away.path("there"), "dangling": away.path("fresh"), "loop": f.path("loop"), "nowhere": away.path("no/folder")} {
		if err := os.Symlink(to, f.path(link)); err != nil {
			t.Skip(err)
		}
	}
	r := f.begin()
	f.put(r, "mode", "2", Replaced)
	f.put(r, "link", "2", Replaced)
	f.put(r, "dangling", "2", New)
	for _, link := range []string{"loop", "nowhere"} {
		if _, err := r.Put(f.path(link), nil); err == nil || !strings.HasPrefix(err.Error(), f.path(link)+": ") {
			t.Errorf("%s: %v", link, err)
		}
	}
	f.commit(r)
	away.holds("fresh=2", "there=2")
	if info, err := os.Stat(f.path("mode")); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if info, err := os.Lstat(f.path("link")); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
	os.Remove(f.path("loop"))
	os.Remove(f.path("nowhere"))
	f.holds("dangling=2", "link=2", "mode=2")
}

// TestMade: a run that publishes nothing leaves no folder behind that it made.
func TestMade(t *testing.T) {
	f := newFolder(t)
	for _, keep := range []bool{false, true} {
		r, err := Begin(f.path("a/b"), nil)
		if err != nil {
			t.Fatal(err)
		}
		f.put(r, "a/b/c", "1", New)
		if keep {
			f.commit(r)
			continue
		}
		r.Discard()
		f.holds()
	}
	f.holds("a=is a directory")
}

func TestNotAFile(t *testing.T) {
	f := newFolder(t)
	os.Mkdir(f.path("folder"), 0o777)
	r := f.begin()
	defer r.Discard()
	if _, err := r.Put(f.path("folder"), nil); err == nil || err.Error() != f.path("folder")+": not a regular file" {
		t.Error(err)
	}
	if _, err := Begin(f.path("file/below"), nil); err != nil {
		t.Error(err)
	}
	f.write("a", "")
	if _, err := Begin(f.path("a"), nil); err == nil {
		t.Error("a file is taken for a folder")
	}
}

func TestBeginNew(t *testing.T) {
	f := newFolder(t)
	f.write("b", "1")
	r, err := BeginNew(f.dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	f.put(r, "a", "2", New)
	f.put(r, "b", "1", Replaced)
	if err := r.Commit(nil); err == nil || !strings.Contains(err.Error(), "exists already") {
		t.Error(err)
	}
	r.Discard()
	f.holds("b=1")
}

// TestLastWord: what is held in the last moment belongs to the run, and an error
// there stops it.
func TestLastWord(t *testing.T) {
	f := newFolder(t)
	r := f.begin()
	f.put(r, "a", "1", New)
	stop := errors.New("stop")
	if err := r.Commit(func() error { return stop }); !errors.Is(err, stop) {
		t.Error(err)
	}
	f.holds(filepath.Base(r.room) + "=is a directory")
	if err := r.Commit(func() error { f.put(r, "b", "1", New); return nil }); err != nil {
		t.Error(err)
	}
	r.Discard()
	f.holds("a=1", "b=1")
}

// TestFailure: where one file cannot have its place, every other is as it was.
func TestFailure(t *testing.T) {
	f := newFolder(t)
	f.write("a", "1")
	r := f.begin()
	f.put(r, "a", "2", Replaced)
	f.put(r, "b", "2", New)
	f.put(r, "c", "2", New)
	if err := os.MkdirAll(f.path("c/d"), 0o777); err != nil { // a folder takes the place meanwhile
		t.Fatal(err)
	}
	if err := r.Commit(nil); err == nil || !strings.HasPrefix(err.Error(), f.path("c")+": ") {
		t.Error(err)
	}
	r.Discard()
	f.holds("a=1", "c=is a directory")
}

// killed is a run that dies after n steps of its commit: the journal and the
// moves. With links, the first of its files lies in another folder.
func killed(f, away folder, n int) {
	f.write("a", "1")
	f.write("b", "1")
	f.write("gone", "1")
	away.write("there", "1")
	if err := os.Symlink(away.path("there"), f.path("link")); err != nil {
		f.Skip(err)
	}
	r := f.begin()
	f.put(r, "link", "2", Replaced)
	f.put(r, "a", "2", Replaced)
	f.put(r, "new", "2", New)
	f.put(r, "b", "2", Replaced)
	r.Remove(f.path("gone"))
	j := journal{Moves: r.moves}
	if n > 0 {
		if err := j.write(r.room); err != nil {
			f.Fatal(err)
		}
	}
	for _, m := range j.Moves[:max(0, n-1)] {
		if err := m.forward(false); err != nil {
			f.Fatal(err)
		}
	}
	r.inUse.Unlock()
}

// TestKilled: the next run in the folder finishes a commit that had begun, and
// removes the files of one that had not.
func TestKilled(t *testing.T) {
	for n := range 7 {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			f, away := newFolder(t), newFolder(t)
			killed(f, away, n)
			f.begin().Discard()
			if n == 0 {
				f.holds("a=1", "b=1", "gone=1", "link=1")
				away.holds("there=1")
			} else {
				f.holds("a=2", "b=2", "link=2", "new=2")
				away.holds("there=2")
			}
		})
	}
}

// TestKilledForGood: where it can no longer be finished, it is taken back.
func TestKilledForGood(t *testing.T) {
	for n := 1; n < 4; n++ {
		f, away := newFolder(t), newFolder(t)
		killed(f, away, n)
		os.Remove(f.path("b"))
		os.MkdirAll(f.path("b/in the way"), 0o777)
		f.begin().Discard()
		f.holds("a=1", "b=is a directory", "gone=1", "link=1")
		away.holds("there=1")
	}
}

// TestAlive: the files of a run at work are not swept.
func TestAlive(t *testing.T) {
	f := newFolder(t)
	one := f.begin()
	f.put(one, "a", "1", New)
	two := f.begin()
	f.put(two, "a", "2", New)
	f.put(two, "b", "2", New)
	f.commit(two)
	f.commit(one)
	f.holds("a=1", "b=2")
}

// TestMany: with many files they are made to last by one call.
func TestMany(t *testing.T) {
	f := newFolder(t)
	r := f.begin()
	for i := range 3 * atOnce {
		f.put(r, fmt.Sprint("f", i), "x", New)
	}
	f.commit(r)
	if list, _ := os.ReadDir(f.dir); len(list) != 3*atOnce {
		t.Errorf("%d files", len(list))
	}
}

func TestHolds(t *testing.T) {
	f := newFolder(t)
	long := strings.Repeat("0123456789", 20_000)
	f.write("long", long)
	for data, want := range map[string]bool{long: true, long[1:] + "x": false, long[1:]: false, "": false, long[:len(long)-1] + "x": false} {
		if got, err := Holds(f.path("long"), []byte(data)); err != nil || got != want {
			t.Errorf("%d bytes: %v, %v", len(data), got, err)
		}
	}
	if got, err := Holds(f.path("none"), nil); got || err != nil {
		t.Error(got, err)
	}
	if _, err := Holds(f.dir, nil); err == nil {
		t.Error("a folder holds bytes")
	}
}

// TestKilledAtBirth: the room of a run that was killed before it could say that it is in
// use is removed by the next run; a folder of somebody's with a like name is not.
func TestKilledAtBirth(t *testing.T) {
	dir := t.TempDir()
	room, other := filepath.Join(dir, roomPrefix+rand.Text()), filepath.Join(dir, roomPrefix+"notes")
	for _, d := range []string{room, other} {
		if err := os.Mkdir(d, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Begin(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Discard()
	if exists(room) || !exists(other) {
		t.Errorf("room is there: %v, the other: %v", exists(room), exists(other))
	}
}
