package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReadme runs the commands of README.md, those in fences marked sh, in a
// folder of their own: "go run ./cmd/sitrep" and "sitrep" are the program, and a
// fence marked json before them is the file briefing.json. Other commands must
// be known here as ones that are not run.
func TestReadme(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "data"), os.DirFS(filepath.Join(root, "data"))); err != nil {
		t.Fatal(err)
	}
	run := 0
	for lang, body := range fences(string(contents(t, "README.md"))) {
		if lang == "json" {
			os.WriteFile(filepath.Join(dir, "briefing.json"), []byte(body), 0o666)
			continue
		}
		if lang != "sh" {
			continue
		}
		for line := range strings.Lines(body) {
			line, _, _ = strings.Cut(line, "#")
			line = strings.TrimSpace(strings.Replace(line, "go run ./cmd/sitrep", "sitrep", 1))
			switch {
			case line == "" || line == "go test ./..." || strings.HasPrefix(line, "go install "):
			case strings.HasPrefix(line, "sitrep "):
				run++
				runReadme(t, dir, line)
			default:
				t.Errorf("README.md has a command that is not tested: %s", line)
			}
		}
	}
	if run < 5 {
		t.Errorf("README.md shows %d commands of the program", run)
	}
}

func runReadme(t *testing.T, dir, line string) {
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", line, err, out)
	}
}

// fences yields the fenced blocks of a Markdown text with their language, in order.
func fences(text string) func(yield func(lang, body string) bool) {
	return func(yield func(lang, body string) bool) {
		lang, body, inside := "", "", false
		for line := range strings.Lines(text) {
			mark, fence := strings.CutPrefix(strings.TrimSpace(line), "```")
			switch {
			case fence && inside:
				if !yield(lang, body) {
					return
				}
				inside = false
			case fence:
				lang, body, inside = mark, "", true
			case inside:
				body += line
			}
		}
	}
}

// TestReadmeNames holds that every file that README.md links to is there.
func TestReadmeNames(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)\s]+)\)|src="([^"]+)"`)
	for _, m := range link.FindAllStringSubmatch(string(contents(t, "README.md")), -1) {
		name := m[1] + m[2]
		if strings.Contains(name, ":") || strings.HasPrefix(name, "#") {
			continue
		}
		if _, err := os.Stat(filepath.Join(root, name)); err != nil {
			t.Errorf("README.md links to %s: %v", name, err)
		}
	}
}
