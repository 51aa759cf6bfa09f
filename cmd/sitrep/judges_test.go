package main

// What the program wrote is judged here once more, as a stranger would; package
// pdf holds every kind of document to qpdf and veraPDF.

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"sitrep/report"
	"sitrep/report/compose"
	"sitrep/report/doc"
)

// need returns the path of an outside program. Without it the test is skipped,
// or fails where SITREP_TEST_REQUIRE says that nothing may be skipped.
func need(t *testing.T, program string) string {
	t.Helper()
	if testing.Short() {
		t.Skipf("%s takes its time", program)
	}
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

// TestJudges hands the PDFs of the sample, built once, to programs of others.
func TestJudges(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("they take their time")
	}
	files := sample(t)
	t.Run("poppler", func(t *testing.T) { embedded(t, files) })
	t.Run("structure", structure)
	t.Run("text", func(t *testing.T) { spoken(t, files) })
	t.Run("pdf.js", func(t *testing.T) { byPDFJS(t, files) })
}

// embedded holds that every font is embedded, and that nothing is a
// picture made of pixels.
func embedded(t *testing.T, files []string) {
	pdffonts, pdfimages := need(t, "pdffonts"), need(t, "pdfimages")
	for _, file := range files {
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

// structured is a line of pdfinfo's: an element and how deep it stands, or its text.
var structured = regexp.MustCompile(`^( *)(?:(\w+)(?: \(\w+\)|:)|"(.*)")`)

// structure holds the structure of a briefing, as Poppler reads it, to the
// document: its sections are the headings, in order and without a level left out; as
// many figures and tables; and text in every element that should have some. It is one of six pages with figures, tables and
// judgements: Poppler reads each page again for every element, and pdf.js reads all samples.
func structure(t *testing.T) {
	pdfinfo := need(t, "pdfinfo")
	path := root + "/data/arms-ukraine.json"
	f, _ := report.Load(path, contents(t, "data/arms-ukraine.json"))
	if f == nil {
		t.Fatal("the briefing has problems")
	}
	for _, file := range strings.Fields(output(t, "sitrep", "build", "--quiet", "--format", "pdf", "--out", t.TempDir(), path)) {
		d, err := compose.Document(f, compose.Options{Lang: f.Briefing.Languages[0]})
		if err != nil {
			t.Fatal(err)
		}
		counts := map[string]int{}
		var headings []string
		level, role := 0, ""
		for line := range strings.Lines(output(t, pdfinfo, "-struct-text", file)) {
			m := structured.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			if m[2] == "" {
				if role != "" {
					headings[len(headings)-1] += m[3]
				}
				continue
			}
			counts[m[2]]++
			if role = ""; len(m[2]) == 2 && m[2][0] == 'H' {
				role = m[2]
				headings = append(headings, "")
				if n := int(m[2][1] - '0'); n > level+1 {
					t.Errorf("%s: %s follows level %d", file, m[2], level)
				} else {
					level = n
				}
			}
		}
		inOrder(t, file, bare(strings.Join(headings, "\n")), titles(d.Body))
		r := &reader{}
		doc.Visit(r, d.Body)
		// The first page may show one of them too, and one may go on on another page.
		if n := counts["Figure"]; n < len(r.figures) || n > len(r.figures)+2 ||
			counts["Table"] < len(r.tables) {
			t.Errorf("%s: %v; the document has %d figures and %d tables", file, counts, len(r.figures), len(r.tables))
		}
	}
}

// titles are those of all sections, in reading order.
func titles(blocks []doc.Block) (all []string) {
	for _, b := range blocks {
		if s, ok := b.(*doc.Section); ok {
			all = append(append(all, s.Title), titles(s.Blocks)...)
		}
	}
	return all
}
