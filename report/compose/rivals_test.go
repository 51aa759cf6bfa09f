package compose

import (
	"strings"
	"testing"

	"sitrep/report/doc"
	"sitrep/report/facts"
)

// TestStretchesApart holds that sums over stretches of time that have no day in common stand in no tile together, and that a
// year does not put out its quarters; a total that runs on is its newest.
func TestStretchesApart(t *testing.T) {
	estimate := func(id, origin, asOf, period, best string) string {
		return `{"id": "` + id + `", "type": "estimate", "measure": "m", "origin": "` + origin + `", "as_of": "` + asOf + `", "period": ` + period +
			`, "best": ` + best + `, "status": "reported", "sources": ["s"]}`
	}
	for name, c := range map[string]struct {
		facts []string
		want  string
	}{
		"two quarters and another's half-year": {[]string{estimate("a", "g", "2025-09-30", `"2025-Q1"`, "10"),
			estimate("b", "g", "2025-09-30", `"2025-Q2"`, "90"), estimate("c", "u", "2025-09-30", `"2025-H1"`, "100")}, "a|b|c"},
		"two quarters and their year": {[]string{estimate("a", "g", "2025-03-31", `"2025-Q1"`, "100"),
			estimate("b", "g", "2025-06-30", `"2025-Q2"`, "50"), estimate("c", "g", "2025-12-31", `"2025"`, "300")}, "a|b|c"},
		"a part that is more than the whole": {[]string{estimate("a", "g", "2025-09-30", `"2025-Q1"`, "10"),
			estimate("b", "g", "2025-09-30", `"2025-Q2"`, "190"), estimate("c", "u", "2025-09-30", `"2025-H1"`, "100")}, "a b c"},
		"a total that runs on": {[]string{estimate("a", "g", "2025-03-31", `{"from": "2025-01", "to": "2025-03"}`, "10"),
			estimate("b", "g", "2025-06-30", `{"from": "2025-01", "to": "2025-06"}`, "20")}, "b"},
		"a quarter, and most of it": {[]string{estimate("a", "g", "2025-03-31", `"2025-Q1"`, "10"),
			estimate("b", "u", "2025-03-31", `{"from": "2025-01", "to": "2025-02"}`, "9")}, "a b"},
	} {
		f := load(t, []byte(`{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2026-01-31"},
			"measures": {"m": {"name": "Deaths", "unit": "people"}},
			"origins": {"g": {"name": "Gov", "kind": "government"}, "u": {"name": "Uni", "kind": "research"}},
			"sources": {"s": {"title": "S", "publisher": "P", "published": "2025-12-31"}}, "facts": [`+strings.Join(c.facts, ",")+`]}`))
		if got := tiles(t, f); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// tiles lists the claims of each tile of the key figures: "a b|c".
func tiles(t *testing.T, f *facts.File) string {
	t.Helper()
	d, err := Document(f, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, b := range d.Body {
		for _, b := range b.(*doc.Section).Blocks {
			if k, ok := b.(*doc.KeyFigures); ok {
				for i := range k.Items {
					var ids []string
					for _, claim := range k.Items[i].Claims {
						ids = append(ids, claim.Row.ID)
					}
					out = append(out, strings.Join(ids, " "))
				}
			}
		}
	}
	return strings.Join(out, "|")
}
