package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// traced runs the program under strace, and returns what it asked of the system that could reach others:
// programs started, sockets made, connected to or bound.
func traced(t *testing.T, dir string, run func(cmd *exec.Cmd) error, args ...string) []string {
	t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace is not installed: that no program is started and nothing is connected to is not shown")
	}
	out := filepath.Join(t.TempDir(), "trace")
	cmd := exec.Command("strace", append([]string{"-f", "-qq", "-e", "trace=execve,socket,connect,bind,sendto,sendmsg", "-o", out, "sitrep"}, args...)...)
	cmd.Dir = dir
	if err := run(cmd); err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	var calls []string
	for _, line := range strings.Split(string(contents(t, out)), "\n") {
		if call := regexp.MustCompile(`^\d+ +((execve|socket|connect|bind|sendto|sendmsg)\(.*)`).FindStringSubmatch(line); call != nil {
			calls = append(calls, call[1])
		}
	}
	return calls
}

// TestReachesNobody holds that commands start no program and make no connection: of all that they ask of the
// system, one starts the program itself. Serving listens on the loopback, and connects to nobody.
func TestReachesNobody(t *testing.T) {
	dir := t.TempDir()
	sample, err := os.ReadFile(root + "/data/cholera-outbreak.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "b.json"), sample, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"build -f pdf,html,md,docx -o out b.json", "check b.json", "build --release TLP:CLEAR -f html -o out b.json",
		"verify out/cholera-outbreak.en.pdf", "extract out/cholera-outbreak.en.html", "diff b.json b.json",
		"site public --release TLP:CLEAR b.json", "export stix --release TLP:CLEAR b.json"} {
		run := func(cmd *exec.Cmd) error {
			if said, err := cmd.CombinedOutput(); err != nil {
				t.Logf("%s", said)
				return err
			}
			return nil
		}
		if calls := traced(t, dir, run, strings.Fields(line)...); len(calls) != 1 || !strings.HasPrefix(calls[0], "execve(") {
			t.Errorf("%s asks for %q", line, calls)
		}
	}
	for _, call := range traced(t, dir, visited(t), "serve", "--release", "TLP:CLEAR", "b.json")[1:] {
		if !strings.HasPrefix(call, "socket(") && !strings.Contains(call, "127.0.0.1") && !strings.Contains(call, `"::1"`) || strings.HasPrefix(call, "connect(") {
			t.Errorf("serve asks for %s", call)
		}
	}
}

// visited looks at the page that is served, and stops the program.
func visited(t *testing.T) func(cmd *exec.Cmd) error {
	return func(cmd *exec.Cmd) error {
		out, err := cmd.StdoutPipe()
		if err != nil {
			return err
		}
		if err := cmd.Start(); err != nil {
			return err
		}
		line, err := bufio.NewReader(out).ReadString('\n')
		if err != nil {
			return err
		}
		for _, page := range []string{"", "page/cholera-outbreak.en.TLP-CLEAR.html", "page/cholera-outbreak.en.TLP-CLEAR.pdf"} {
			status, err := fetched(strings.TrimSpace(line) + page)
			for range 600 {
				if status == http.StatusOK || err != nil {
					break
				}
				time.Sleep(100 * time.Millisecond) // it is read and cut first
				status, err = fetched(strings.TrimSpace(line) + page)
			}
			if err != nil || status != http.StatusOK {
				t.Errorf("%s: %d, %v", page, status, err)
			}
		}
		pid := strconv.Itoa(cmd.Process.Pid) // of strace, which outlives the program
		child, err := strconv.Atoi(strings.TrimSpace(string(contents(t, "/proc/"+pid+"/task/"+pid+"/children"))))
		if err != nil {
			return err
		}
		program, err := os.FindProcess(child)
		if err != nil {
			return err
		}
		_ = program.Signal(os.Interrupt)
		_ = cmd.Wait() // ended by the signal
		return nil
	}
}

func fetched(address string) (status int, err error) {
	resp, err := http.Get(address)
	if err != nil {
		return 0, err
	}
	defer func() { _ = resp.Body.Close() }()
	_, err = io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, err
}
