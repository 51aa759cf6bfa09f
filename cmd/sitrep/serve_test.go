package main

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sitrep/data"
)

// serving starts sitrep serve on a copy of the sample, and returns the address, the
// path of the copy and what the browsers are told.
func serving(t *testing.T) (address, file string, news <-chan map[string]any) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "briefing.json")
	if err := os.WriteFile(file, data.Sample, 0o644); err != nil {
		t.Fatal(err)
	}
	address, news = served(t, "", file)
	return address, file, news
}

// served starts sitrep serve in a folder, and returns the address and what the browsers are told.
func served(t *testing.T, dir string, args ...string) (address string, news <-chan map[string]any) {
	t.Helper()
	cmd := exec.Command("sitrep", append([]string{"serve"}, args...)...)
	cmd.Dir = dir
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address = strings.TrimSpace(line)
	resp, err := http.Get(address + "events")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = resp.Body.Close() })
	told := make(chan map[string]any, 10)
	go func() {
		lines := bufio.NewScanner(resp.Body)
		for lines.Buffer(nil, 1<<20); lines.Scan(); {
			var n map[string]any
			if text, ok := strings.CutPrefix(lines.Text(), "data: "); ok && json.Unmarshal([]byte(text), &n) == nil {
				told <- n
			}
		}
	}()
	return address, told
}

// TestServe saves the sample many times, also half, and holds that each save is
// shown, and that a half-saved file leaves the page. The times are told with -v: to the news, and to the last byte of the new page.
func TestServe(t *testing.T) {
	address, file, news := serving(t)
	if !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Fatalf("it answers at %s", address)
	}
	next := func() map[string]any {
		t.Helper()
		select {
		case n := <-news:
			return n
		case <-time.After(30 * time.Second):
			t.Fatal("no news")
			return nil
		}
	}
	for n := next(); n["version"].(float64) < 1; n = next() {
	}
	version := 1.0
	saves := 50
	if testing.Short() {
		saves = 5
	}
	const page = "page/pacto-rusia-rpdc.es-MX.html"
	answered(t, address+page, "text/html; charset=utf-8")
	var times, ready []time.Duration
	for i := range saves {
		began := time.Now()
		half := i%5 == 4
		text := data.Sample
		if half {
			text = text[:len(text)/2]
		}
		if err := os.WriteFile(file, append(slices.Clone(text), strings.Repeat("\n", i%3)...), 0o644); err != nil {
			t.Fatal(err)
		}
		n := next()
		for !half && n["version"].(float64) == version || half && !n["broken"].(bool) { // problems of the page before
			n = next()
		}
		version = n["version"].(float64)
		times = append(times, time.Since(began))
		if answered(t, address+page, "text/html; charset=utf-8"); !half {
			ready = append(ready, time.Since(began))
		}
		if n["broken"].(bool) != half || len(n["pages"].([]any)) != 4 {
			t.Fatalf("save %d: %v", i, n["broken"])
		}
		if half && !strings.HasSuffix(strings.SplitN(n["problems"].([]any)[0].(map[string]any)["place"].(string), ":", 2)[0], "briefing.json") {
			t.Errorf("save %d: %v", i, n["problems"])
		}
	}
	slices.Sort(times)
	slices.Sort(ready)
	t.Logf("%d saves: from the save to the news %v, the slowest %v; to the page %v, the fastest %v, the slowest %v", saves,
		times[len(times)/2], times[len(times)-1], ready[len(ready)/2], ready[0], ready[len(ready)-1])
	answered(t, address+"page/pacto-rusia-rpdc.en.pdf", "application/pdf")
}

// answered asks for a page to its last byte.
func answered(t *testing.T, address, kind string) {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	_, err = io.Copy(io.Discard, resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK || resp.Header.Get("Content-Type") != kind {
		t.Errorf("%s: %v %v", address, resp, err)
	}
}

// TestGuarded: a page that cannot be built for a fault of the program is an error, whoever asks for it.
func TestGuarded(t *testing.T) {
	data, err := guarded(func() ([]byte, error) { panic("no such glyph") })
	if data != nil || err == nil || err.Error() != "a fault of the program: no such glyph" {
		t.Errorf("%q, %v", data, err)
	}
	if data, err = guarded(func() ([]byte, error) { return []byte("x"), nil }); string(data) != "x" || err != nil {
		t.Errorf("%q, %v", data, err)
	}
}
