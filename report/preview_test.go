package report_test

import (
	"bytes"
	"image/png"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/report"
	"sitrep/report/facts"
)

// TestPreviews: where its address is known, each page of the samples names the picture that stands for it by its whole address; the picture
// is of the size that it says and has ink in its middle.
func TestPreviews(t *testing.T) {
	paths, _ := filepath.Glob("../data/*.json")
	for _, path := range paths {
		if strings.HasSuffix(path, "schema.json") {
			continue
		}
		files := built(t, read(t, path), report.Options{Formats: []string{"html"}, Site: "https://example.org/a/"})
		if len(files) != 2 || files[1].Format != "png" || strings.TrimSuffix(files[1].Name, "png")+"html" != files[0].Name {
			t.Fatalf("%s: %d files", path, len(files))
		}
		for _, want := range []string{`property="og:image" content="https://example.org/a/` + files[1].Name + `"`,
			`property="og:url" content="https://example.org/a/` + files[0].Name + `"`, `property="og:image:alt" content="`} {
			if !strings.Contains(string(files[0].Data), want) {
				t.Errorf("%s: the page lacks %s", path, want)
			}
		}
		inked(t, path, files[1].Data)
	}
}

// TestPreviewAgain: page and picture have the same bytes again, the page is built again from what it carries, and where no address is known
// nothing of this is in it.
func TestPreviewAgain(t *testing.T) {
	f, o := read(t, "../data/mini.json"), report.Options{Formats: []string{"html"}, Site: "https://example.org/a/"}
	files, again := built(t, f, o), built(t, f, o)
	for i := range files {
		if !bytes.Equal(files[i].Data, again[i].Data) {
			t.Errorf("%s: other bytes the second time", files[i].Name)
		}
	}
	if difference, err := report.Verify(files[0].Data, report.Check{}); difference != "" || err != nil {
		t.Errorf("built again, it differs in %s (%v)", difference, err)
	}
	o.Site = ""
	if files := built(t, f, o); len(files) != 1 || strings.Contains(string(files[0].Data), "og:image") || strings.Contains(string(files[0].Data), "og:url") {
		t.Error("an address that is not known")
	}
}

// inked holds a picture to its size, and to marks in the quarter of it in the middle.
func inked(t *testing.T, name string, data []byte) {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(name, err)
	}
	if size := m.Bounds().Size(); size.X != 1200 || size.Y != 630 {
		t.Errorf("%s: the picture is of %v pixels", name, size)
	}
	dark := 0
	for x := 300; x < 900; x++ {
		for y := 160; y < 470; y++ {
			if r, _, _, _ := m.At(x, y).RGBA(); r < 0x8000 {
				dark++
			}
		}
	}
	if dark < 150 {
		t.Errorf("%s: the picture has %d dark pixels in its middle", name, dark)
	}
}

func built(t *testing.T, f *facts.File, o report.Options) []report.File {
	t.Helper()
	files, _, err := report.Build(f, o)
	if err != nil {
		t.Fatal(f.Name, err)
	}
	return files
}
