package compose

import (
	"strings"
	"testing"
)

// TestIsolated holds that a name from right to left is set apart wherever it stands in a line of ours, and that an
// author's own marks of isolates are never taken for ours.
func TestIsolated(t *testing.T) {
	const name, set = "قناة 24", "\u2068قناة 24\u2069"
	file := `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-09-10"},
"places": {"p": {"name": "` + name + `"}, "q": {"name": "\u2068Q"}}, "measures": {"m": {"name": "Guests", "unit": "leaders"}},
"origins": {"o": {"name": "` + name + `", "kind": "media"}, "r": {"name": "AFP", "kind": "media"}},
"sources": {"s": {"title": "T", "publisher": "` + name + `", "published": "2025-09-03"}},
"facts": [{"with": {"type": "estimate", "measure": "m", "as_of": "2025-09-03", "status": "reported", "sources": ["s"]}, "facts": [
{"id": "a", "origin": "o", "best": 24, "place": "p"}, {"id": "b1", "origin": "r", "low": 21, "place": "q"}]}],
"sections": [{"id": "x", "title": "X", "body": [{"chart": "ranges", "id": "f"}, {"chart": "lineage", "id": "g"}, "By {{a.origin}} [@a]."]}]}`
	d, err := Document(load(t, []byte(file)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	out := dump(d)
	if n, all := strings.Count(out, set), strings.Count(out, name); n == 0 || n != all {
		t.Errorf("%d of %d names are set apart:\n%s", n, all, out)
	}
	if strings.Contains(out, "\u2068Q") {
		t.Error("an author's own mark came through")
	}
}
