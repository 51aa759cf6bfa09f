package compose

import (
	"testing"

	"sitrep/report/doc"
)

// TestRowMarks: a row says its marking where the mark of its table does not say it.
func TestRowMarks(t *testing.T) {
	const file = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-09-10", "marking": "TLP:GREEN"},
"measures": {"m": {"name": "Guests", "unit": "leaders"}}, "origins": {"o": {"name": "AFP", "kind": "media"}},
"sources": {"s": {"title": "T", "publisher": "P"}},
"facts": [{"with": {"type": "estimate", "measure": "m", "origin": "o", "status": "reported", "sources": ["s"]}, "facts": [
{"id": "a", "as_of": "2025-09-01", "best": 24}, {"id": "c", "as_of": "2025-09-02", "best": 21, "marking": "TLP:RED"},
{"id": "e", "as_of": "2025-09-03", "best": 20, "marking": "TLP:CLEAR"}]}],
"sections": [{"id": "x", "title": "X", "body": [{"table": "facts"}]}]}`
	d, err := Document(load(t, []byte(file)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	table := d.Body[0].(*doc.Section).Blocks[0].(*doc.Table)
	for i, want := range []doc.Marking{"", "TLP:RED", "TLP:CLEAR"} {
		if got := table.Rows[i].Marking; got != want {
			t.Errorf("row %d of a table marked %q bears %q, want %q", i+1, table.Marking, got, want)
		}
	}
}
