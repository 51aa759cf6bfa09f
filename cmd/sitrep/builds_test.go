package main

import (
	"crypto/sha256"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// TestBuilds: the program built for another processor writes the same bytes. That
// for 386 runs wherever that for amd64 does; that for arm64 where QEMU is
// installed, and is else built only.
func TestBuilds(t *testing.T) {
	if os.Getenv("SITREP_TEST_REQUIRE") != "all" {
		t.Skip("takes a minute; set SITREP_TEST_REQUIRE=all")
	}
	t.Parallel()
	want := writtenBy(t, "sitrep")
	for _, arch := range []string{"amd64", "386", "arm64"} {
		program := filepath.Join(t.TempDir(), arch)
		build := exec.Command("go", "build", "-o", program, ".")
		build.Env = append(os.Environ(), "GOARCH="+arch, "CGO_ENABLED=0")
		if out, err := build.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", arch, err, out)
			continue
		}
		run := []string{program}
		if arch == "arm64" && runtime.GOARCH != arch {
			qemu, err := exec.LookPath("qemu-aarch64")
			if err != nil {
				t.Log("arm64 is built, and not run: qemu-aarch64 is missing")
				continue
			}
			run = []string{qemu, program}
		}
		if got := writtenBy(t, run...); got != want {
			t.Errorf("%s writes other bytes", arch)
		}
	}
}

// writtenBy is the hash of what a program writes of the sample, in every language
// and format.
func writtenBy(t *testing.T, program ...string) (sum [sha256.Size]byte) {
	t.Helper()
	dir := t.TempDir()
	args := append(program[1:], "build", "--lang", "all", "--format", "pdf,html,md", "--out", dir)
	output(t, program[0], args...)
	files, err := filepath.Glob(filepath.Join(dir, "[^.]*"))
	if err != nil || len(files) != 6 {
		t.Fatalf("%v, %v", files, err)
	}
	h := sha256.New()
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		h.Write(data)
	}
	return [sha256.Size]byte(h.Sum(nil))
}
