package pdf_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"sitrep/report/doc"
	"sitrep/report/font"
)

// corpus is the specimens of report/font: language and text.
func corpus(t testing.TB) [][2]string {
	t.Helper()
	data, err := os.ReadFile("../font/testdata/scripts.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out [][2]string
	for line := range strings.Lines(string(data)) {
		lang, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		out = append(out, [2]string{lang, text})
	}
	return out
}

// everyScript is a document with a paragraph for each specimen.
func everyScript(t testing.TB) *doc.Document {
	d := rich(t)
	d.Title, d.Summary, d.Notes = "北京, محمد and שלום", nil, nil
	section := &doc.Section{ID: "scripts", Title: "दक्षिण and 大韓民國"}
	for _, c := range corpus(t) {
		section.Blocks = append(section.Blocks, &doc.Paragraph{Inlines: words(&doc.Foreign{Tag: c[0], Inlines: words(doc.Text(c[1]))})},
			&doc.Paragraph{Inlines: words(doc.Text("They say "), &doc.Strong{Inlines: words(&doc.Foreign{Tag: c[0], Inlines: words(doc.Text(c[1]))})}, doc.Text(" today."))})
	}
	d.Body = []doc.Block{section}
	return d
}

// found reports whether a reader's text has a specimen, twice. Spaces, joiners and brackets differ between readers. Where it runs from right to
// left its stretches between figures count, whose order readers see as the eye does, and marks do not.
func found(out, specimen string) bool {
	back := font.RunsBack(specimen)
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || !back && (unicode.IsDigit(r) || unicode.IsMark(r) && !unicode.Is(unicode.Variation_Selector, r)) {
				return r
			}
			return -1
		}, norm.NFKC.String(s))
	}
	all := letters(out)
	for _, part := range strings.FieldsFunc(specimen, func(r rune) bool { return back && (unicode.IsDigit(r) || unicode.IsPunct(r)) }) {
		if want := letters(part); strings.Count(all, want) < 2 {
			return false
		}
	}
	return true
}

// TestExtraction: readers find the text of every script in the order of reading.
func TestExtraction(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "scripts.pdf")
	if err := os.WriteFile(path, build(t, everyScript(t)).Data, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{"pdftotext": {path, "-"}, "mutool": {"draw", "-q", "-F", "txt", path}} {
		tool := need(t, name)
		out, err := exec.Command(tool, args...).Output()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, c := range corpus(t) {
			if name == "mutool" && font.RunsBack(c[1]) { // it gives letters as they stand, from left to right
				continue
			}
			if !found(string(out), c[1]) {
				t.Errorf("%s does not find %q (%s)", name, c[1], c[0])
			}
		}
	}
}

// TestEveryScriptIsSound: the corpus makes a sound file that stays within its pages.
func TestEveryScriptIsSound(t *testing.T) {
	t.Parallel()
	d := everyScript(t)
	checked(t, build(t, d).Data)
	s, size := setting(t, d, "a4")
	inside(t, s, size)
	if len(s.Losses) > 0 {
		t.Errorf("%v", s.Losses)
	}
}
