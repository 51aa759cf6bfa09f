package html

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A marionette drives Firefox by its own protocol: messages of JSON, each behind its length and a colon.
type marionette struct {
	t    *testing.T
	conn net.Conn
	in   *bufio.Reader
	sent int
}

// firefox starts a Firefox without windows and a profile of its own.
func firefox(t *testing.T) *marionette {
	t.Helper()
	path, err := exec.LookPath("firefox-esr")
	if err != nil {
		without(t, "firefox-esr")
	}
	profile := t.TempDir()
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte("user_pref(\"marionette.port\", 0);\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--marionette", "--profile", profile, "--no-remote")
	cmd.Env = append(os.Environ(), "HOME="+profile, "MOZ_CRASHREPORTER_DISABLE=1")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	for range 600 { // until it says on which port it listens
		port, err := os.ReadFile(filepath.Join(profile, "MarionetteActivePort"))
		if err == nil && len(port) > 0 {
			conn, err := net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(string(port)))
			if err == nil {
				t.Cleanup(func() { conn.Close() })
				m := &marionette{t: t, conn: conn, in: bufio.NewReader(conn)}
				m.read() // what it says of itself
				return m
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("Firefox does not listen")
	return nil
}

func (m *marionette) read() []byte {
	m.t.Helper()
	size, err := m.in.ReadString(':')
	n, bad := strconv.Atoi(strings.TrimSuffix(size, ":"))
	if err != nil || bad != nil {
		m.t.Fatal(err, bad)
	}
	data := make([]byte, n)
	if _, err := io.ReadFull(m.in, data); err != nil {
		m.t.Fatal(err)
	}
	return data
}

// call sends a command of WebDriver and returns its answer.
func (m *marionette) call(command string, parameters map[string]any) json.RawMessage {
	m.t.Helper()
	m.sent++
	message, err := json.Marshal([]any{0, m.sent, command, parameters})
	if err != nil {
		m.t.Fatal(err)
	}
	fmt.Fprintf(m.conn, "%d:%s", len(message), message)
	var answer []json.RawMessage
	if err := json.Unmarshal(m.read(), &answer); err != nil || len(answer) != 4 {
		m.t.Fatal(err, len(answer))
	}
	if string(answer[2]) != "null" {
		m.t.Fatalf("%s: %.300s", command, answer[2])
	}
	return answer[3]
}

// TestFirefox holds a page to what it promises in another browser, started once.
func TestFirefox(t *testing.T) {
	if testing.Short() {
		t.Skip("starts another browser")
	}
	t.Parallel()
	m := firefox(t)
	m.call("WebDriver:NewSession", map[string]any{})
	m.call("WebDriver:SetTimeouts", map[string]any{"script": 120000})
	url := pageFile(t, samplePage.of(t))
	for _, part := range []struct {
		name string
		run  func(*testing.T, string)
	}{{"print", m.prints}, {"axe", m.judged}} {
		t.Run(part.name, func(t *testing.T) {
			m.t = t
			part.run(t, url)
		})
	}
}

// prints prints the sample with "background graphics" off, as browsers do.
func (m *marionette) prints(t *testing.T, url string) {
	m.call("WebDriver:Navigate", map[string]any{"url": url})
	var printed struct{ Value string }
	if err := json.Unmarshal(m.call("WebDriver:Print", map[string]any{"background": false}), &printed); err != nil {
		t.Fatal(err)
	}
	raw, err := base64.StdEncoding.DecodeString(printed.Value)
	if err != nil {
		t.Fatal(err)
	}
	printedWell(t, sample(t), raw)
}

// judged holds that axe finds no fault in Firefox either: on a desk, light and shut, then dark and open, and as narrow as a telephone, all open.
func (m *marionette) judged(t *testing.T, url string) {
	axe := axeSource(t)
	if axe == "" {
		t.Skip("axe-core is missing")
	}
	const dark = "document.querySelector('.scheme').click();"
	for _, look := range []struct {
		width int
		step  string
	}{{1280, ""}, {1280, dark + unfold + ";"}, {500, unfold + ";"}} {
		m.call("WebDriver:SetWindowRect", map[string]any{"width": look.width, "height": 900})
		m.call("WebDriver:Navigate", map[string]any{"url": url})
		var found struct{ Value []string }
		answer := m.call("WebDriver:ExecuteAsyncScript", map[string]any{"args": []any{}, "script": axe + `; const done = arguments[arguments.length - 1];
			for (const s of document.querySelectorAll('main > section')) s.classList.add('laid');
			` + look.step + `
			axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
				.then((r) => done(r.violations.map((v) => v.id + ': ' + v.nodes.length + ' × ' + v.nodes[0].html.slice(0, 200))), (e) => done(['axe fails: ' + e]));`})
		if err := json.Unmarshal(answer, &found); err != nil {
			t.Fatal(err)
		}
		for _, v := range found.Value {
			t.Errorf("%d px %s: axe %s", look.width, look.step, v)
		}
	}
}
