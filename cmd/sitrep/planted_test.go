package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// A planted is a change of one file that lets a secret out.
type planted struct{ file, what, text string }

// plantedLeaks reads testdata/leaks.txtar, and makes each change to the file as it is now.
func plantedLeaks(t *testing.T) (all []planted) {
	t.Helper()
	table, err := txtar.ParseFile("testdata/leaks.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range table.Files {
		file, what, _ := strings.Cut(part.Name, ": ")
		text := string(contents(t, file))
		for _, h := range hunksOf(string(part.Data)) {
			if n := strings.Count(text, h.was); n != 1 {
				t.Errorf("%s has these lines %d times: write anew how %s\n%s", file, n, what, h.was)
			}
			text = strings.Replace(text, h.was, h.is, 1)
		}
		all = append(all, planted{file, what, text})
	}
	return all
}

// A hunk is lines that take the place of others.
type hunk struct{ was, is string }

func hunksOf(text string) (all []hunk) {
	last := byte('+')
	for line := range strings.Lines(text) {
		if line[0] == '-' && last == '+' {
			all = append(all, hunk{})
		}
		h := &all[len(all)-1]
		if last = line[0]; last == '-' {
			h.was += line[1:]
		} else {
			h.is += line[1:]
		}
	}
	return all
}

// TestLeaksApply holds that each leak of testdata/leaks.txtar can be planted in the code as it is.
func TestLeaksApply(t *testing.T) {
	if all := plantedLeaks(t); len(all) < 30 {
		t.Errorf("only %d leaks are planted", len(all))
	}
}

// searches are the tests that look for what a release must not tell, by package: first those of the rules, then of whole outputs.
var searches = []struct{ pkg, run, skip string }{
	{"./report/release", ".", "TestAnyMarking|TestInjected|TestChain"},
	{"./cmd/sitrep", "TestNothingLeaks|TestNonInterference|TestPlantedSecrets|TestScripts/(build-release|site|serve|exchange|chart|offline)$", "none"},
}

// TestPlantedLeaks plants one leak after the other, builds the tests with it and wants one of them to fail. It builds the program
// some fifty times, and waits for SITREP_TEST_LONG.
func TestPlantedLeaks(t *testing.T) {
	if os.Getenv("SITREP_TEST_LONG") == "" {
		t.Skip("SITREP_TEST_LONG is not set")
	}
	for _, p := range plantedLeaks(t) {
		t.Run(p.what, func(t *testing.T) {
			for _, s := range searches {
				if s.pkg == "./report/release" && strings.HasPrefix(p.file, "cmd/") {
					continue
				}
				switch out := p.tested(t, s.pkg, s.run, s.skip); {
				case strings.Contains(out, "[build failed]"), strings.Contains(out, "[setup failed]"):
					t.Fatalf("it does not build:\n%.2000s", out)
				case strings.Contains(out, "--- FAIL"):
					t.Logf("caught by %s", strings.Join(failures.FindAllString(out, 3), ", "))
					return
				}
			}
			t.Errorf("nothing catches that %s (%s)", p.what, p.file)
		})
	}
}

var failures = regexp.MustCompile(`(?m)Test\w+(/\S+)?|Fuzz\w+(/\S+)?`)

// tested runs tests of a package as if the file were changed.
func (p planted) tested(t *testing.T, pkg, run, skip string) string {
	t.Helper()
	dir := t.TempDir()
	top, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	changed, overlay := filepath.Join(dir, "changed.go"), filepath.Join(dir, "overlay.json")
	list, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(top, filepath.FromSlash(p.file)): changed}})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{changed: []byte(p.text), overlay: list} {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "test", "-overlay", overlay, "-short", "-failfast", "-count=1", "-vet=off", "-run", run, "-skip", skip, pkg)
	cmd.Dir, cmd.Env = top, append(os.Environ(), "SITREP_TEST_LONG=")
	out, _ := cmd.CombinedOutput() // that it fails is what is wanted
	return string(out)
}
