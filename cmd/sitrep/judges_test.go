package main

// What the program wrote is judged here once more, as a stranger would; package
// pdf holds every kind of document to qpdf and veraPDF.

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// need returns the path of an outside program. Without it the test is skipped,
// or fails where SITREP_TEST_REQUIRE says that nothing may be skipped.
func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil && os.Getenv("SITREP_TEST_REQUIRE") == "all" {
		t.Fatalf("%s is missing", program)
	}
	if err != nil {
		t.Skipf("%s is missing", program)
	}
	return path
}

// sample builds the sample in all its languages, and returns the paths of the PDFs.
func sample(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("sitrep", "build", "--lang", "all", "--format", "pdf", "--out", t.TempDir()).Output()
	if err != nil {
		t.Fatal(err)
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

// TestJudgePoppler holds that every font is embedded, and that nothing is a
// picture made of pixels.
func TestJudgePoppler(t *testing.T) {
	pdffonts, pdfimages := need(t, "pdffonts"), need(t, "pdfimages")
	for _, file := range sample(t) {
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

// objectNumber is where something stands in the file, which is no matter of structure.
var objectNumber = regexp.MustCompile(` \(object \d+ \d+\)|(?m:^ *Object \d+ 0\n)`)

// TestJudgeStructure holds the structure and the text of the sample, as Poppler
// reads them, to what a person has looked at. With -update it is written anew.
func TestJudgeStructure(t *testing.T) {
	pdfinfo := need(t, "pdfinfo")
	const golden = "testdata/sample.structure.txt"
	got := objectNumber.ReplaceAllString(output(t, pdfinfo, "-struct-text", sample(t)[0]), "")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("the structure differs from %s at line %d", golden, i+1)
		}
	}
}
