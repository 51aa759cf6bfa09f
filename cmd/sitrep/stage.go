package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
)

// A stage holds finished files beside the places that they will take, so that
// every file appears whole or not at all, and a run that fails or is
// interrupted leaves what was there before.
type stage struct {
	mu   sync.Mutex
	held []held
}

type held struct{ temp, target string }

// add writes data, safe on disk, beside target.
func (s *stage) add(target string, data []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if info, err := os.Stat(target); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a regular file", target)
	}
	temp := filepath.Join(filepath.Dir(target), ".sitrep-"+rand.Text()+".tmp")
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	s.held = append(s.held, held{temp, target})
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// commit gives every file its place.
func (s *stage) commit() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	dirs := map[string]bool{}
	for len(s.held) > 0 {
		h := s.held[0]
		if err := os.Rename(h.temp, h.target); err != nil {
			return err
		}
		s.held = s.held[1:]
		dirs[filepath.Dir(h.target)] = true
	}
	for dir := range dirs {
		syncDir(dir)
	}
	return nil
}

// commitNew gives every file its place where nothing stands in any of them: it
// links instead of moving, because a move would take the place of a file that came
// meanwhile. Where one place is taken, those given before are given back.
func (s *stage) commitNew() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, h := range s.held {
		if err := os.Link(h.temp, h.target); err != nil {
			for _, given := range s.held[:i] {
				os.Remove(given.target)
			}
			if errors.Is(err, os.ErrExist) {
				return fmt.Errorf("%s exists already, and nothing is overwritten", h.target)
			}
			return err
		}
	}
	return nil
}

// syncDir makes renames in a directory last. Not every system can; the files
// are in their places all the same.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

// discard removes what has not found its place.
func (s *stage) discard() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, h := range s.held {
		os.Remove(h.temp)
	}
	s.held = nil
}

// guard discards the stage when the program is told to stop, and ends it with
// the exit code that shells give to that signal. A commit under way is finished.
func (s *stage) guard() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		sig := <-signals
		s.discard()
		code := 1
		if n, ok := sig.(syscall.Signal); ok {
			code = 128 + int(n)
		}
		os.Exit(code)
	}()
}

// same reports whether the file holds exactly data.
func same(file string, data []byte) (bool, error) {
	old, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	return err == nil && bytes.Equal(old, data), err
}
