package docx

import (
	"strings"
	"testing"

	"sitrep/report/doc"
)

// TestNoteMarking holds that every note of a marked document bears a marking: LibreOffice
// sets notes on a page that has neither header nor footer.
func TestNoteMarking(t *testing.T) {
	for _, c := range []struct{ whole, own, want doc.Marking }{{"TLP:CLEAR", "", ""}, {"TLP:AMBER", "", "TLP:AMBER"},
		{"TLP:AMBER", "TLP:GREEN", "TLP:GREEN"}, {"UNCLASSIFIED", "", "UNCLASSIFIED"}} {
		w := &writer{doc: &doc.Document{Marking: c.whole}}
		if got := w.noteMarking(&doc.Note{Marking: c.own}); got != c.want {
			t.Errorf("%s, %s: %s", c.whole, c.own, got)
		}
	}
}

// TestWidths: a column has room for the words of its cells beside columns that stand empty, and for its head where not all fit.
func TestWidths(t *testing.T) {
	w := &writer{}
	cell := func(text string) []doc.Inline { return []doc.Inline{doc.Text(text)} }
	columns := []doc.Column{{Title: "Fecha", Weight: 1}, {Title: "Afirmación", Weight: 3}, {Title: "Estado", Weight: 0.5}, {Title: "Grado", Weight: 1},
		{Title: "Fuentes", Weight: 2}, {Title: "Nota", Weight: 2}}
	row := doc.Row{Cells: [][]doc.Inline{cell("15 jun 2025"), cell("Las tropas entraron en la región"), cell("confirmado"), cell("B2"), nil, nil}}
	if got := w.widths(&doc.Table{Columns: columns, Rows: []doc.Row{row}}); got[2] < 140+10*cellLetter {
		t.Errorf("“confirmado” stands in %d of %v", got[2], got)
	}
	row.Cells[4] = cell(strings.Repeat("abcdefghijklm ", 3))
	for i := range columns {
		columns[i].Title = "Encabezamient"
		row.Cells[i] = cell("abcdefghijklmn")
	}
	sum := 0
	for _, width := range w.widths(&doc.Table{Columns: columns, Rows: []doc.Row{row}}) {
		sum += width
	}
	if sum > w.textWidth() {
		t.Errorf("the columns take %d of %d", sum, w.textWidth())
	}
}
