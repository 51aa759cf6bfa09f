package report_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"strings"
	"testing"

	"sitrep/report"
	"sitrep/report/facts"
	"sitrep/report/internal/check"
)

var update = flag.Bool("update", false, "rewrite the golden figures")

func read(t *testing.T, path string) *facts.File {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, _ := report.Load(path, data)
	if f == nil {
		t.Fatalf("%s does not load", path)
	}
	return f
}

func TestFigureGolden(t *testing.T) {
	file, err := report.Figure(read(t, "../data/mini.json"), report.Poster{ID: "figure-displaced", Format: "svg"}, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const path = "testdata/mini.en.figure-displaced.svg"
	want, err := os.ReadFile(path)
	if *update {
		err = os.WriteFile(path, file.Data, 0o666)
		want = file.Data
	}
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file.Data, want) {
		t.Errorf("%s differs; look at it, and run with -update", path)
	}
}

// TestFigures writes every figure of the gallery in both formats. The SVG is
// well-formed XML, draws its letters and names itself; the PDF has one page,
// cut to the figure, and nothing is wrong with it.
func TestFigures(t *testing.T) {
	f := read(t, "../data/gallery.json")
	var none *report.NoFigure
	if _, err := report.Figure(f, report.Poster{ID: "no such figure", Format: "svg"}, report.Options{}); !errors.As(err, &none) {
		t.Fatal(err)
	}
	if len(none.Known) < 40 {
		t.Fatalf("the gallery has %d figures", len(none.Known))
	}
	for i, id := range none.Known {
		lang := f.Briefing.Languages[i%len(f.Briefing.Languages)]
		o := report.Options{Languages: []string{lang}}
		svg, err := report.Figure(f, report.Poster{ID: id, Format: "svg"}, o)
		if err != nil {
			t.Fatal(err)
		}
		checkSVG(t, id, svg.Data)
		file, err := report.Figure(f, report.Poster{ID: id, Format: "pdf", Width: 480}, o)
		if err != nil {
			t.Fatal(err)
		}
		r, err := check.File(file.Data)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		if r.Pages != 1 || len(r.Problems) > 0 || len(file.Warnings) > 0 {
			t.Errorf("%s: %d pages, %v, %v", id, r.Pages, r.Problems, file.Warnings)
		}
	}
}

func checkSVG(t *testing.T, id string, data []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	inside := map[string]string{}
	name := ""
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			name = tok.Name.Local
			inside[name] += ""
		case xml.CharData:
			inside[name] += string(tok)
		}
	}
	if _, ok := inside["text"]; ok {
		t.Errorf("%s: text is left that needs a font", id)
	}
	if strings.TrimSpace(inside["title"]) == "" || strings.TrimSpace(inside["desc"]) == "" {
		t.Errorf("%s: no title or no alternative text", id)
	}
	if bytes.Contains(data, []byte("NaN")) || bytes.Contains(data, []byte("Inf")) {
		t.Errorf("%s: a number that is none", id)
	}
}

// TestFigureMarking: a figure that leaves its report bears its marking.
func TestFigureMarking(t *testing.T) {
	data, err := os.ReadFile("../data/mini.json")
	if err != nil {
		t.Fatal(err)
	}
	amber := strings.Replace(string(data), `"id": "mini",`, `"id": "mini", "marking": "TLP:AMBER",`, 1)
	f, problems := report.Load("amber.json", []byte(amber))
	if f == nil {
		t.Fatal(problems)
	}
	svg, err := report.Figure(f, report.Poster{ID: "figure-displaced", Format: "svg"}, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(svg.Data, []byte(`fill="#ffc000"`)) {
		t.Error("the SVG does not bear TLP:AMBER in its colour")
	}
	pdf, err := report.Figure(f, report.Poster{ID: "figure-displaced", Format: "pdf"}, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := check.File(pdf.Data)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(r.Text, "Traffic Light Protocol, AMBER.") {
		t.Errorf("the PDF does not say TLP:AMBER: %s", r.Text)
	}
}

func TestFigureFormat(t *testing.T) {
	f := read(t, "../data/mini.json")
	if _, err := report.Figure(f, report.Poster{ID: "figure-displaced", Format: "png"}, report.Options{}); err == nil {
		t.Error("a figure was written as png")
	}
}
