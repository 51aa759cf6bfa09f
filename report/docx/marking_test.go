package docx

import (
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
