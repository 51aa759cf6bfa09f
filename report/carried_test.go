package report_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/assets"
	"sitrep/report"
	"sitrep/report/pdf/archive"
	"sitrep/report/pdf/compressor"
	"sitrep/report/theme"
)

// reports builds one small briefing of two languages, by format.
func reports(t *testing.T) map[string][]byte {
	t.Helper()
	data, err := os.ReadFile("../data/mini.json")
	if err != nil {
		t.Fatal(err)
	}
	f, problems := report.Load("mini.json", data)
	if f == nil {
		t.Fatal(problems)
	}
	files, _, err := report.Build(f, report.Options{Formats: []string{"pdf", "html"}})
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"pdf": files[0].Data, "html": files[1].Data}
}

// flipped returns data with the byte at a distance behind a mark changed.
func flipped(t *testing.T, data []byte, mark string, behind int) []byte {
	t.Helper()
	at := bytes.Index(data, []byte(mark))
	if at < 0 {
		t.Fatalf("%q is nowhere", mark)
	}
	out := bytes.Clone(data)
	out[at+behind] ^= 0x55
	return out
}

// pressed returns the contents of the pages as they stand in the file.
func pressed(t *testing.T, pdf []byte) []string {
	t.Helper()
	pages, err := archive.Contents(pdf)
	if err != nil || len(pages) < 2 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	p := compressor.New()
	defer p.Close()
	var out []string
	for _, content := range pages {
		out = append(out, string(p.Put(content).Out()))
	}
	return out
}

// TestVerify: what was done to a report is said as it is.
func TestVerify(t *testing.T) {
	r := reports(t)
	pdf, html := r["pdf"], r["html"]
	pages := pressed(t, pdf)
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"as built", pdf, ""},
		{"as built, HTML", html, ""},
		{"bytes behind the end", append(bytes.Clone(pdf), "\n\n"...), "the end: bytes that stand behind it: 2"},
		{"bytes behind the end, HTML", append(bytes.Clone(html), '\n'), "the end: bytes that stand behind it: 1"},
		{"cut off", pdf[:len(pdf)-3], "the end: bytes that are missing there: 3"},
		{"header", flipped(t, pdf, "\n%", 2), "the header"},
		{"version in the header", flipped(t, pdf, "1.7", 2), "the header"},
		{"first page", flipped(t, pdf, pages[0], 80), "page 1"},
		{"second page", flipped(t, pdf, pages[1], 80), "page 2"},
		{"profile", flipped(t, pdf, "/N 3 ", 60), "what stands beside the pages: structure, metadata or fonts"},
		{"table of objects", flipped(t, pdf, "/Type /XRef ", 2), "the file as a whole: another program has saved it, or its table of objects is damaged"},
		{"a word of HTML", flipped(t, html, "</title>", -1), "line "},
	} {
		got, err := report.Verify(c.data, report.Check{})
		if err != nil || !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

// TestVerifyTheme: a theme of the same name with other colours is told apart.
func TestVerifyTheme(t *testing.T) {
	other, err := theme.Parse(bytes.Replace(assets.PlainTheme, []byte("{"), []byte("{ "), 1))
	if err != nil {
		t.Fatal(err)
	}
	for format, data := range reports(t) {
		if got, err := report.Verify(data, report.Check{Theme: other}); err != nil || got != `the theme: it was built with another file of the name "plain"` {
			t.Errorf("%s: %q, %v", format, got, err)
		}
	}
}

// TestDamaged: whatever single byte is changed, a report is not taken for what it was.
func TestDamaged(t *testing.T) {
	pdf := reports(t)["pdf"]
	for i := 1; i < 40; i++ {
		at := i * len(pdf) / 40
		bad := bytes.Clone(pdf)
		bad[at] ^= 0x10
		if got, err := report.Verify(bad, report.Check{}); err != nil && !errors.Is(err, report.ErrNoReport) || err == nil && got == "" {
			t.Errorf("byte %d: %q, %v", at, got, err)
		}
	}
}

// TestSavedAgain: the facts come out of a report that another program has saved,
// and it is not taken for the one that was built.
func TestSavedAgain(t *testing.T) {
	pdf := reports(t)["pdf"]
	want, err := report.Extract(pdf)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(in, pdf, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"qpdf", in, out}, {"qpdf", "--qdf", "--object-streams=disable", in, out}, {"mutool", "clean", "-d", in, out}, {"mutool", "clean", "-gggg", "-z", in, out}} {
		path, err := exec.LookPath(args[0])
		if err != nil && os.Getenv("SITREP_TEST_REQUIRE") == "all" {
			t.Fatalf("%s is missing", args[0])
		} else if err != nil {
			t.Skipf("%s is missing", args[0])
		}
		if said, err := exec.Command(path, args[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, said)
		}
		saved, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		got, err := report.Extract(saved)
		if err != nil || !bytes.Equal(got.Data, want.Data) || got.Name != want.Name {
			t.Errorf("%v: %d bytes of %q, %v; want %d of %q", args[:len(args)-2], len(got.Data), got.Name, err, len(want.Data), want.Name)
		}
		if got, err := report.Verify(saved, report.Check{}); err != nil || !strings.HasPrefix(got, "the file as a whole") {
			t.Errorf("%v: %q, %v", args[:len(args)-2], got, err)
		}
	}
}
