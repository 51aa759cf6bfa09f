package pdf_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"sitrep/report/doc"
)

// need returns the path of an outside program. Without it the test is skipped,
// or fails where SITREP_TEST_REQUIRE says that nothing may be skipped.
func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		missing(t, program)
	}
	return path
}

func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("SITREP_TEST_REQUIRE") == "all" {
		t.Fatalf("%s is missing", what)
	}
	t.Skipf("%s is missing", what)
}

func run(t *testing.T, program string, args ...string) string {
	t.Helper()
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s %s: %v\n%s", filepath.Base(program), strings.Join(args, " "), err, out)
	}
	return string(out)
}

// written writes documents to files, and returns their paths by name.
func written(t *testing.T, docs map[string]*doc.Document) map[string]string {
	t.Helper()
	dir := t.TempDir()
	out := map[string]string{}
	for name, d := range docs {
		path := filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".pdf")
		if err := os.WriteFile(path, build(t, d).Data, 0o644); err != nil {
			t.Fatal(err)
		}
		out[name] = path
	}
	return out
}

// everything is the samples, the rich document, the hostile ones and one of three hundred pages.
func everything(t *testing.T) map[string]*doc.Document {
	docs := samples(t)
	docs["rich"] = rich(t)
	docs["illustrated"] = illustrated(t)
	docs["long"] = long(t, 215)
	docs["scripts"] = everyScript(t)
	for name, s := range hostile() {
		docs["hostile "+name] = dressed(t, s)
	}
	return docs
}

// TestVeraPDF: PDF/A-3a and PDF/UA-1, by the judge that archives use.
func TestVeraPDF(t *testing.T) {
	t.Parallel()
	jar, direct := os.Getenv("SITREP_VERAPDF"), ""
	if jar == "" {
		direct = need(t, "verapdf")
	}
	files := written(t, everything(t))
	var paths []string
	for _, p := range files {
		paths = append(paths, p)
	}
	var both sync.WaitGroup
	defer both.Wait()
	for _, flavour := range []string{"3a", "ua1"} {
		args := append([]string{"-f", flavour, "--format", "text", "-v"}, paths...)
		program := direct
		if jar != "" {
			program = need(t, "java")
			args = append([]string{"-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper"}, args...)
		}
		both.Go(func() {
			out, err := exec.Command(program, args...).CombinedOutput()
			if n := bytes.Count(out, []byte("PASS ")); n != len(paths) {
				t.Errorf("%s: %d of %d files pass (%v)\n%s", flavour, n, len(paths), err, failures(out))
			}
		})
	}
}

func failures(out []byte) string {
	var b strings.Builder
	for line := range strings.Lines(string(out)) {
		if !strings.HasPrefix(line, "PASS") && b.Len() < 4000 {
			b.WriteString(line)
		}
	}
	return b.String()
}

// TestQPDF: nothing is wrong with the syntax.
func TestQPDF(t *testing.T) {
	t.Parallel()
	program := need(t, "qpdf")
	docs := samples(t)
	docs["rich"], docs["long"], docs["hostile"] = rich(t), long(t, 60), dressed(t, "국가 🌊 (a) \\ é")
	for _, path := range written(t, docs) {
		if out := run(t, program, "--check", path); strings.Contains(out, "WARNING") {
			t.Error(out)
		}
	}
}

// TestMuPDF: another reader finds nothing to mend.
func TestMuPDF(t *testing.T) {
	program := need(t, "mutool")
	for _, path := range written(t, map[string]*doc.Document{"rich": rich(t), "long": long(t, 30), "hostile": dressed(t, "국가 🌊 (a) \\ é")}) {
		out := run(t, program, "draw", "-F", "txt", "-o", filepath.Join(t.TempDir(), "out.txt"), path)
		out = strings.ReplaceAll(out, "warning: ICC support is not available", "") // of the reader, as some build it
		if strings.Contains(out, "error") || strings.Contains(out, "warning") {
			t.Error(out)
		}
	}
}

// TestPoppler: no pictures, all fonts embedded, the words in their order, the facts attached.
func TestPoppler(t *testing.T) {
	need(t, "pdftotext")
	d := rich(t)
	path := written(t, map[string]*doc.Document{"rich": d})["rich"]
	if out := strings.TrimSpace(run(t, need(t, "pdfimages"), "-list", path)); strings.Count(out, "\n") > 1 {
		t.Errorf("pictures: %s", out)
	}
	for i, line := range strings.Split(strings.TrimSpace(run(t, need(t, "pdffonts"), path)), "\n") {
		if i > 1 && !strings.Contains(line, "yes yes yes") {
			t.Errorf("a font is not embedded: %s", line)
		}
	}
	text := strings.Join(strings.Fields(run(t, "pdftotext", path, "-")), " ")
	at := 0
	for _, want := range []string{"A river crossing", "A summary of one sentence.", "The crossing took place.", "국가정보원", "3,000–12,000", "Two counts differ", "All counts", "Un artículo largo"} {
		i := strings.Index(text[at:], want)
		if i < 0 {
			t.Errorf("%q is not there, or not in its place", want)
			continue
		}
		at += i
	}
	if out := run(t, need(t, "pdfdetach"), "-list", path); !strings.Contains(out, d.Source.Name) {
		t.Errorf("the facts are not attached: %s", out)
	}
	told := run(t, need(t, "pdfinfo"), "-struct-text", path)
	golden(t, "rich.pdfinfo.txt", regexp.MustCompile(`(?m)^ *Object \d+ 0\n`).ReplaceAllString(told, ""))
}

// TestSame: one document gives the same bytes in every process.
func TestSame(t *testing.T) {
	if os.Getenv("SITREP_PRINT_HASH") != "" {
		h := sha256.New()
		for _, d := range []*doc.Document{rich(t), illustrated(t), long(t, 6), dressed(t, "국가 🌊 a")} {
			h.Write(build(t, d).Data)
		}
		all := samples(t)
		for _, name := range slices.Sorted(maps.Keys(all)) {
			h.Write(build(t, all[name]).Data)
		}
		os.Stdout.WriteString("hash " + hex.EncodeToString(h.Sum(nil)) + "\n")
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	want := ""
	for i := range 6 {
		cmd := exec.Command(self, "-test.run", "^TestSame$")
		cmd.Env = append(os.Environ(), "SITREP_PRINT_HASH=1", "GOMAXPROCS="+[]string{"1", "2", "7"}[i%3], "TZ="+[]string{"UTC", "Asia/Seoul"}[i%2], "GOGC="+[]string{"50", "100"}[i%2])
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		got, _, _ := strings.Cut(string(out), "\n")
		if want == "" {
			want = got
		}
		if got != want || !strings.HasPrefix(got, "hash ") {
			t.Fatalf("%q, then %q", want, got)
		}
	}
}
