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
		fmt.Fprintf(&b, "\n"+`{"id": "f%d", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2025", "best": %d, "status": `+
			`"claimed", "sources": ["s"]}`, i, i)
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

// awaitCommit waits until a build has moved n files to their places, or has ended.
func awaitCommit(cmd *exec.Cmd, out string, n int) {
	for cmd.Process.Signal(syscall.Signal(0)) == nil {
		if journal, _ := filepath.Glob(filepath.Join(out, ".sitrep-*", "journal")); len(journal) > 0 {
			old, _ := filepath.Glob(filepath.Join(filepath.Dir(journal[0]), "*.old"))
			if len(old) >= n {
				return
			}
		}
		if held, _ := filepath.Glob(filepath.Join(out, ".sitrep-*")); len(held) == 1 && strings.HasSuffix(held[0], record.Name) {
			time.Sleep(100 * time.Microsecond) // not begun, or over
		}
		var status syscall.WaitStatus
		if pid, _ := syscall.Wait4(cmd.Process.Pid, &status, syscall.WNOHANG, nil); pid != 0 {
			return
		}
	}
}

// TestKilledAnywhere kills builds of six briefings at moments spread over their
// whole length, half of them while they move their files. After the next run in the folder, of another briefing, all their
// files are of one edition, and nothing else is there. With SITREP_TEST_REQUIRE=all
// there are 100 moments, and 300 with SITREP_TEST_LONG.
func TestKilledAnywhere(t *testing.T) {
	t.Parallel()
	moments := 24
	if os.Getenv("SITREP_TEST_REQUIRE") == "all" {
		moments = 100
	}
	if os.Getenv("SITREP_TEST_LONG") != "" {
		moments = 300
	}
	if testing.Short() {
		moments = 6
	}
	dir := t.TempDir()
	mini := string(contents(t, "data/mini.json"))
	for _, edition := range []string{"one", "two"} {
		os.Mkdir(filepath.Join(dir, edition), 0o777)
		for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
			text := strings.NewReplacer(`"mini"`, `"`+id+`"`, "Flood displacement", "Edition "+edition).Replace(mini)
			os.WriteFile(filepath.Join(dir, edition, id+".json"), []byte(text), 0o666)
		}
	}
	os.WriteFile(filepath.Join(dir, "mini.json"), []byte(mini), 0o666)
	run := func(args ...string) *exec.Cmd {
		cmd := exec.Command("sitrep", append([]string{"build", "-q", "-f", "md,html"}, args...)...)
		cmd.Dir = dir
		return cmd
	}
	began := time.Now()
	if out, err := run("one").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	whole := time.Since(began)
	ends := map[string]int{}
	for i := range moments {
		next := []string{"two", "one"}[i%2]
		cmd := run(next)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if i%4 < 2 {
			time.Sleep(whole * time.Duration(i+1) / time.Duration(moments))
		} else {
			awaitCommit(cmd, filepath.Join(dir, "out"), i/4%8)
		}
		cmd.Process.Kill()
		cmd.Wait()
		if journal, _ := filepath.Glob(filepath.Join(dir, "out", ".sitrep-*", "journal")); len(journal) > 0 {
			ends["amid its moves"]++
		}
		if out, err := run("mini.json").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		ends[oneEdition(t, dir, i)]++
	}
	t.Logf("killed at %d moments; found: %v", moments, ends)
}

// oneEdition wants all files of out to be of one edition, and says of which.
func oneEdition(t *testing.T, dir string, i int) string {
	t.Helper()
	found := ""
	for _, name := range entries(t, dir) {
		if strings.HasPrefix(name, "mini.") || name == record.Name {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, "out", name))
		if err != nil {
			t.Fatal(err)
		}
		is := "one"
		if bytes.Contains(data, []byte("Edition two")) {
			is = "two"
		}
		if found == "" {
			found = is
		}
		if is != found || len(name) != len("a.en.md") && len(name) != len("a.en.html") {
			t.Errorf("moment %d: %s is of edition %s, others of %s", i, name, is, found)
		}
	}
	if n := len(entries(t, dir)); n != 6*2+2+1 {
		t.Errorf("moment %d: %d files: %v", i, n, entries(t, dir))
	}
	return found
}
