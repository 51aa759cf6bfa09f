package report_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	"sitrep/report"
	"sitrep/report/facts"
	"sitrep/report/internal/check"
)

// decimal writes a random number of at most 30 significant digits, neither round nor long enough for an exponent.
func decimal(d *rand.Rand) string {
	digits := func(n int) string {
		var b strings.Builder
		for range n {
			fmt.Fprint(&b, d.IntN(10))
		}
		return b.String()
	}
	whole := strings.TrimLeft(digits(1+d.IntN(20)), "0") + fmt.Sprint(1+d.IntN(9))
	switch d.IntN(3) {
	case 0:
		return whole
	case 1:
		return whole + "." + digits(1+d.IntN(9))
	}
	return "0." + digits(1+d.IntN(24)) + fmt.Sprint(1+d.IntN(9))
}

// shown is the text of a file that a reader sees, in its order.
func shown(t *testing.T, file report.File) string {
	t.Helper()
	switch file.Format {
	case "pdf":
		r, err := check.File(file.Data)
		if err != nil {
			t.Fatal(err)
		}
		return r.Text
	case "docx":
		z, err := zip.NewReader(bytes.NewReader(file.Data), int64(len(file.Data)))
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, part := range []string{"word/document.xml", "word/endnotes.xml"} {
			data, err := fs.ReadFile(z, part)
			if err != nil && part == "word/document.xml" {
				t.Fatal(err)
			}
			said += string(data)
		}
		return said
	}
	return string(file.Data)
}

// TestDigits holds that no digit of a number is changed on its way from the facts file to the text of an output.
func TestDigits(t *testing.T) {
	d := rand.New(rand.NewPCG(7, 11))
	var list, written []string
	for i := range 80 {
		n := decimal(d)
		written = append(written, n)
		list = append(list, fmt.Sprintf(`{"id": "f%d", "best": %s}`, i, n))
	}
	data := `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2024"}, "measures": {"m": {"name": "M", "unit": "u"}},
		"origins": {"o": {"name": "O", "kind": "media"}}, "sources": {"s": {"title": "S", "publisher": "P"}}, "facts": [{"with": {"type": "estimate", "origin": "o",
		"sources": ["s"], "status": "claimed", "measure": "m", "as_of": "2024"}, "facts": [` + strings.Join(list, ",\n") + `]}], "sections": [{"id": "x", "title": "X", "body": [{"table": "facts"}]}]}`
	f, problems := facts.Load("digits.json", []byte(data))
	if f == nil {
		t.Fatal(problems)
	}
	files, _, err := report.Build(f, report.Options{Formats: []string{"pdf", "md", "html", "docx"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		said := strings.NewReplacer(",", "", `\.`, ".").Replace(shown(t, file))
		for _, n := range written {
			if !strings.Contains(said, n) {
				t.Errorf("%s: %s is not there", file.Name, n)
			}
		}
	}
}
