package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// need returns the path of an outside program. Without it the test is skipped,
// or fails where SITREP_TEST_REQUIRE says that nothing may be skipped.
func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		without(t, program)
	}
	return path
}

func without(t *testing.T, tool string) {
	t.Helper()
	if os.Getenv("SITREP_TEST_REQUIRE") == "all" {
		t.Fatalf("%s is missing", tool)
	}
	t.Skipf("%s is missing", tool)
}

// samples builds every briefing of data/ in all its languages, and returns the
// paths of the PDFs.
func samples(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(root + "/data/*.json")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	args := []string{"build", "--lang", "all", "--format", "pdf", "--out", dir}
	for _, f := range files {
		if filepath.Base(f) != "schema.json" {
			args = append(args, f)
		}
	}
	cmd := exec.Command("sitrep", args...)
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	return strings.Fields(string(out))
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// TestJudgeQPDF has qpdf check the structure of every PDF.
func TestJudgeQPDF(t *testing.T) {
	qpdf := need(t, "qpdf")
	for _, file := range samples(t) {
		if out := output(t, qpdf, "--check", file); strings.Contains(out, "WARNING") {
			t.Errorf("%s:\n%s", file, out)
		}
	}
}

// TestJudgePoppler holds that every font is embedded, and that nothing is a
// picture made of pixels.
func TestJudgePoppler(t *testing.T) {
	pdffonts, pdfimages := need(t, "pdffonts"), need(t, "pdfimages")
	for _, file := range samples(t) {
		lines := strings.Split(strings.TrimSpace(output(t, pdffonts, file)), "\n")
		if len(lines) < 3 {
			t.Errorf("%s has no fonts", file)
		}
		for _, line := range lines[min(2, len(lines)):] {
			f := strings.Fields(line) // name, type, …, emb, sub, uni, object, ID
			if len(f) < 5 || f[len(f)-5] != "yes" || f[len(f)-3] != "yes" {
				t.Errorf("%s: not embedded, or without Unicode: %s", file, line)
			}
		}
		if n := strings.Count(strings.TrimSpace(output(t, pdfimages, "-list", file)), "\n"); n > 1 {
			t.Errorf("%s has %d images", file, n-1)
		}
	}
}

// TestJudgeVeraPDF holds every PDF to PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO
// 14289-1). SITREP_VERAPDF names the jar of veraPDF's greenfield-apps.
func TestJudgeVeraPDF(t *testing.T) {
	java, jar := need(t, "java"), os.Getenv("SITREP_VERAPDF")
	if jar == "" {
		without(t, "veraPDF (SITREP_VERAPDF)")
	}
	files := samples(t)
	for _, flavour := range []string{"3a", "ua1"} {
		args := append([]string{"-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper", "--flavour", flavour, "--format", "text"}, files...)
		out := output(t, java, args...)
		if got := strings.Count(out, "PASS "); got != len(files) {
			t.Errorf("%s: %d of %d pass\n%s", flavour, got, len(files), out)
		}
	}
}
