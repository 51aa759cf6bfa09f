package assets

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The modules of the page's scripts pass their own tests, which need Node and no browser.
func TestModules(t *testing.T) {
	node, err := exec.LookPath("node")
	switch {
	case err != nil && os.Getenv("SITREP_TEST_REQUIRE") == "all":
		t.Fatal("node is not installed")
	case err != nil:
		t.Skip("node is not installed")
	}
	files, err := filepath.Glob("js/test/*.test.mjs")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tests (%v)", err)
	}
	if out, err := exec.Command(node, append([]string{"--test"}, files...)...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// No line of the modules is wider than a screen.
func TestModulesFit(t *testing.T) {
	files, err := filepath.Glob("js/*.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("no modules (%v)", err)
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range bytes.Split(text, []byte("\n")) {
			if len(line) > 140 && !bytes.HasSuffix([]byte(path), []byte(".min.js")) {
				t.Errorf("%s:%d has %d letters", path, i+1, len(line))
			}
		}
	}
}
