package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestWatch: a saved file is built again, a broken one keeps its edition, and the
// program ends when it is told to.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	mini := string(contents(t, "data/mini.json"))
	save := func(text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, "facts.json"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	save(mini)
	cmd, lines := watched(t, dir, "facts.json")
	until := func(what string) (said string) {
		t.Helper()
		for lines.Scan() {
			if said += lines.Text() + "\n"; strings.Contains(lines.Text(), what) {
				return said
			}
		}
		t.Fatalf("it ends without saying %q: %s", what, said)
		return ""
	}
	holds := func(text string) {
		t.Helper()
		if data, err := os.ReadFile(filepath.Join(dir, "out", "mini.en.md")); err != nil || !strings.Contains(string(data), text) {
			t.Errorf("no %q in %.200q, %v", text, data, err)
		}
	}
	until("watching")
	holds("Flood displacement")
	save(strings.Replace(mini, "Flood displacement", "Flood, second edition", 1))
	until("watching")
	holds("Flood, second edition")
	save("{")
	if said := until("watching"); !strings.Contains(said, "facts.json:1:") {
		t.Errorf("it does not say what is wrong: %s", said)
	}
	holds("Flood, second edition")
	cmd.Process.Signal(syscall.SIGTERM)
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 143 {
		t.Errorf("exit code %d", code)
	}
	holds("Flood, second edition")
}

// watched starts a build that goes on in a folder, until the test ends, and gives what it says.
func watched(t *testing.T, dir, what string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command("sitrep", "build", "--watch", "-f", "md", what)
	cmd.Dir = dir
	said, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	return cmd, bufio.NewScanner(said)
}

// TestWatchFolder: a facts file that is new in a folder is built.
func TestWatchFolder(t *testing.T) {
	dir := t.TempDir()
	mini := string(contents(t, "data/mini.json"))
	facts := filepath.Join(dir, "facts")
	if err := os.Mkdir(facts, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(facts, "a.json"), []byte(mini), 0o666); err != nil {
		t.Fatal(err)
	}
	_, lines := watched(t, dir, "facts")
	watching := func() {
		t.Helper()
		for lines.Scan() {
			if strings.Contains(lines.Text(), "watching") {
				return
			}
		}
		t.Fatal("it ends")
	}
	watching()
	if err := os.WriteFile(filepath.Join(facts, "b.json"), []byte(strings.Replace(mini, `"id": "mini"`, `"id": "second"`, 1)), 0o666); err != nil {
		t.Fatal(err)
	}
	watching()
	if _, err := os.Stat(filepath.Join(dir, "out", "second.en.md")); err != nil {
		t.Error(err)
	}
}
