package watch

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// long is the time after which a test gives up; nothing waits for it that passes.
const long = 20 * time.Second

func told(t *testing.T, w *Watcher, what string) {
	t.Helper()
	select {
	case <-w.Changed:
	case <-time.After(long):
		t.Fatal("not told of", what)
	}
}

// TestSaves: each way in which programs save a file is told.
func TestSaves(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "facts.json")
	w, err := New()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Watch([]string{file}); err != nil {
		t.Fatal(err)
	}
	write := func(name string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("facts.json")
	told(t, w, "a new file")
	write("facts.json")
	told(t, w, "a file written again")
	write("new")
	if err := os.Rename(filepath.Join(dir, "new"), file); err != nil {
		t.Fatal(err)
	}
	told(t, w, "a file put in its place")
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	told(t, w, "a file removed")
}

// TestOthers: what else happens in the folder is nobody's business.
func TestOthers(t *testing.T) {
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one"), filepath.Join(dir, "two")
	w, err := New()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Watch([]string{one}); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(two, nil, 0o666)
	select {
	case <-w.Changed:
		t.Error("told of a file that was not watched")
	case <-time.After(5 * quiet):
	}
	if err := w.Watch([]string{two}); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(one, nil, 0o666)
	os.WriteFile(two, []byte("2"), 0o666)
	told(t, w, "the file that is watched now")
}

// TestFolders: a new file of a folder is told where its ending counts.
func TestFolders(t *testing.T) {
	dir := t.TempDir()
	w, err := New()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.WatchAll(nil, []string{dir}, ".json"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"notes.md", ".record.json"} {
		os.WriteFile(filepath.Join(dir, name), nil, 0o666)
	}
	select {
	case <-w.Changed:
		t.Error("told of a file that does not count")
	case <-time.After(5 * quiet):
	}
	os.WriteFile(filepath.Join(dir, "new.json"), []byte("{}"), 0o666)
	told(t, w, "a new file of the folder")
}
