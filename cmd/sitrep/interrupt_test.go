package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"sitrep/cmd/internal/record"
)

// crowd writes a facts file with n estimates, which takes a while to build.
func crowd(t testing.TB, file string, n int) {
	t.Helper()
	var b strings.Builder
	b.WriteString(`{"format": 1, "briefing": {"id": "crowd", "title": "Crowd", "languages": ["en"], "as_of": "2025"},
 "measures": {"m": {"name": "Things", "unit": "things"}}, "origins": {"o": {"name": "Origin", "kind": "media"}},
 "sources": {"s": {"title": "Source", "publisher": "Publisher"}}, "facts": [`)
	for i := range n {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, "\n"+`{"id": "f%d", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2025", "best": %d, "status": "claimed", "sources": ["s"]}`, i, i)
	}
	b.WriteString("]}\n")
	if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestInterrupted stops builds when the first of two briefings is finished, and
// wants to find what was there before: nothing new, nothing half. What a killed
// one left behind is removed by the next.
func TestInterrupted(t *testing.T) {
	for _, c := range []struct {
		signal syscall.Signal
		code   int
	}{{syscall.SIGINT, 130}, {syscall.SIGTERM, 143}, {syscall.SIGHUP, 129}, {syscall.SIGKILL, -1}} {
		t.Run(c.signal.String(), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			mini, old := contents(t, "data/mini.json"), []byte("the edition of yesterday\n")
			crowd(t, filepath.Join(dir, "crowd.json"), 6000)
			os.WriteFile(filepath.Join(dir, "mini.json"), mini, 0o666)
			os.Mkdir(filepath.Join(dir, "out"), 0o777)
			target := filepath.Join(dir, "out", "mini.en.md")
			os.WriteFile(target, old, 0o666)

			cmd := exec.Command("sitrep", "build", "-j", "1", "-f", "md", "mini.json", "crowd.json")
			cmd.Dir = dir
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			awaitHeld(t, dir)
			cmd.Process.Signal(c.signal)
			cmd.Wait()
			if got := cmd.ProcessState.ExitCode(); got != c.code {
				t.Errorf("exit code %d, want %d", got, c.code)
			}
			if got, err := os.ReadFile(target); err != nil || !bytes.Equal(got, old) {
				t.Errorf("%s is not what it was: %q, %v", target, got, err)
			}
			if c.signal == syscall.SIGKILL {
				next := exec.Command("sitrep", "build", "-f", "html", "mini.json")
				next.Dir = dir
				if out, err := next.CombinedOutput(); err != nil {
					t.Errorf("%v\n%s", err, out)
				}
				os.Remove(filepath.Join(dir, "out", "mini.en.html"))
				os.Remove(filepath.Join(dir, "out", record.Name))
			}
			if left := entries(t, dir); len(left) != 1 {
				t.Errorf("out holds %v", left)
			}
		})
	}
}

func entries(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(filepath.Join(dir, "out"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

// awaitHeld waits until the file of the first briefing is held.
func awaitHeld(t *testing.T, dir string) {
	t.Helper()
	for range 20_000 {
		if held, _ := filepath.Glob(filepath.Join(dir, "out", ".sitrep-*", "*.new")); len(held) > 0 {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatal("nothing is held")
}
