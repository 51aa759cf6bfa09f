package pdf_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/report/doc"
	"sitrep/report/internal/check"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run with -update and read the difference\n%s", path, difference(string(want), got))
	}
}

// difference shows the first lines that differ.
func difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range w {
		if i >= len(g) || w[i] != g[i] {
			return "want " + w[i] + "\ngot  " + strings.Join(g[min(i, len(g)):min(i+1, len(g))], "")
		}
	}
	return "more lines than wanted"
}

// TestPlaces holds where every line of the rich document stands.
func TestPlaces(t *testing.T) {
	s, _ := setting(t, rich(t), "a4")
	golden(t, "rich.places.txt", dump(s))
}

// TestStructure holds what a screen reader is told of the rich document.
func TestStructure(t *testing.T) {
	golden(t, "rich.structure.txt", checked(t, build(t, rich(t)).Data).Told)
}

// checked reads a file back and fails on anything that is wrong with it.
func checked(t *testing.T, data []byte) *check.Report {
	t.Helper()
	r, err := check.File(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Problems {
		t.Error(p)
	}
	return r
}

// TestReadingOrder: the structure tells the document's own words in their order,
// also where a figure stands a page after the text that follows it.
func TestReadingOrder(t *testing.T) {
	d := rich(t)
	d.Body = []doc.Block{para("First. " + lorem(330)), &doc.Figure{ID: "fig", Label: "Figure 1", Chart: ranges(d.Language, 12)},
		para("After the figure. " + lorem(90)), para("Last.")}
	text := checked(t, build(t, d).Data).Text
	at := -1
	for _, want := range []string{"H1\tA river", "P\tA summary", "P\tFirst.", "Caption\tFigure 1", "Figure\t", "P\tAfter the figure.", "P\tLast."} {
		i := strings.Index(text, want)
		if i <= at {
			t.Errorf("%q stands at %d, after %d", want, i, at)
		}
		at = i
	}
	s, _ := setting(t, d, "a4")
	if !strings.Contains(dump(s), "After the figure.") {
		t.Error("the text is not on the pages")
	}
}
