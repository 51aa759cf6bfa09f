package xlsx

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/report/exchange/sheet"
	"sitrep/report/facts"
	"sitrep/report/facts/tree"
)

// TestRoundTrip holds that every sample comes back from its workbook, and that the
// workbook has the same bytes each time.
func TestRoundTrip(t *testing.T) {
	paths, _ := filepath.Glob("../../../data/*.json")
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, _ := facts.Load(path, data)
		if f == nil {
			continue
		}
		root, _ := tree.Parse(string(f.Canonical()))
		book, err := Write(sheet.Of(root))
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Write(sheet.Of(root))
		if !bytes.Equal(book, again) {
			t.Errorf("%s: two workbooks differ", path)
		}
		grids, err := Read(book)
		if err != nil {
			t.Fatal(err)
		}
		var tables []sheet.Table
		for _, g := range grids {
			tables = append(tables, g.Table())
		}
		back, faults := sheet.Read(tables)
		if len(faults) > 0 || back.Canonical()+"\n" != string(f.Canonical()) {
			t.Errorf("%s: %v\n%s", path, faults, back.Canonical())
		}
	}
}

// TestCells holds that what a cell is given it gives back: digits, signs that
// begin formulas, escapes of the format.
func TestCells(t *testing.T) {
	numbers := []string{"0", "-3", "12000", "0.0500", "4e-7", "9007199254740993", "0.1", "1.10", "123456789012345", "1e300", "99999999999999999999"}
	texts := []string{"=1+1", "'=1", "@x", "_x000D_", "_x0041_", "_x0041_x0042_", "a\nb", "<&>", "2024-10", "1-2", "007", "TRUE", "  ", "😀"}
	in := sheet.Table{Name: "facts", Columns: []string{"id", "best", "note"}}
	for i := range max(len(numbers), len(texts)) {
		row := sheet.Row{Cells: []string{"x" + strings.Repeat("i", i), "", ""}}
		if i < len(numbers) {
			row.Cells[1] = numbers[i]
		}
		if i < len(texts) {
			row.Cells[2] = strings.TrimSpace(texts[i])
		}
		in.Rows = append(in.Rows, row)
	}
	book, err := Write([]sheet.Table{in})
	if err != nil {
		t.Fatal(err)
	}
	grids, err := Read(book)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range grids[0].Table().Rows {
		for j, want := range in.Rows[i].Cells {
			got := ""
			if j < len(row.Cells) {
				got = row.Cells[j]
			}
			if got != want {
				t.Errorf("%q comes back as %q", want, got)
			}
		}
	}
	if _, err := Write([]sheet.Table{{Name: "facts", Columns: []string{"note"}, Rows: []sheet.Row{{Cells: []string{strings.Repeat("x", 40000)}}}}}); err == nil ||
		!strings.Contains(err.Error(), "A2 of sheet facts") {
		t.Error(err)
	}
	for _, bad := range []string{"", "PK\x03\x04", "\xd0\xcf\x11\xe0", "a,b"} {
		if _, err := Read([]byte(bad)); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}
