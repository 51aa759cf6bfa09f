package main

import (
	"os"
	"path/filepath"
	"testing"
)

// Of two runs that begin in one place at one time one writes its files, and the
// other neither of its own, wherever they meet.
func TestCommitNew(t *testing.T) {
	dir := t.TempDir()
	put := func(s *stage, name, text string) {
		t.Helper()
		if err := s.add(filepath.Join(dir, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	first, second := &stage{}, &stage{}
	put(first, "b", "first")
	put(second, "a", "second")
	put(second, "b", "second")
	if err := first.commitNew(); err != nil {
		t.Fatal(err)
	}
	if err := second.commitNew(); err == nil {
		t.Error("a file was overwritten")
	}
	first.discard()
	second.discard()
	left, _ := filepath.Glob(filepath.Join(dir, "*"))
	hidden, _ := filepath.Glob(filepath.Join(dir, ".*"))
	text, _ := os.ReadFile(filepath.Join(dir, "b"))
	if len(left) != 1 || len(hidden) != 0 || string(text) != "first" {
		t.Errorf("left %q and %q, b says %q", left, hidden, text)
	}
}
