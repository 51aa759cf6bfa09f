package assets

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Generated files are what their recipe made: a change by hand, or a forgotten hash, fails here.
func TestGeneratedFilesAreAsMade(t *testing.T) {
	for folder, made := range map[string][]string{
		"fonts":       {"*.ttf", "*.woff2", "OFL-*.txt"},
		"fonts/world": {"*.zst", "coverage.txt"},
		"echarts":     {"*.min.js", "*.gz", "LICENSE*", "NOTICE"},
		"js":          {"*.js"}, // the modules too: one that was changed is to be bundled anew
		"maps":        {"world.bin", "names.bin", "LICENSE-*"},
		"breaks":      {"words.zst", "LICENSE-*"},
	} {
		sums := readSums(t, filepath.Join(folder, "SHA256SUMS"))
		for _, pattern := range made {
			paths, err := filepath.Glob(filepath.Join(folder, pattern))
			if err != nil || len(paths) == 0 {
				t.Fatalf("%s/%s: no file (%v)", folder, pattern, err)
			}
			for _, path := range paths {
				name := filepath.Base(path)
				if got := sum(t, path); got != sums[name] {
					t.Errorf("%s: hash %s, but SHA256SUMS says %q; run go generate ./assets", path, got, sums[name])
				}
				delete(sums, name)
			}
		}
		for name := range sums {
			t.Errorf("%s/%s is in SHA256SUMS but is not there", folder, name)
		}
	}
}

func readSums(t *testing.T, path string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]string{}
	for line := range strings.Lines(string(text)) {
		hash, name, ok := strings.Cut(strings.TrimSpace(line), "  ")
		if !ok {
			t.Fatalf("%s: cannot read %q", path, line)
		}
		sums[name] = hash
	}
	return sums
}

func sum(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(data))
}
