package exchange

import (
	"strings"
	"testing"

	"sitrep/report/facts"
)

// TestBundleEdits changes the bundle of a briefing as another program might, and holds
// that each change is read, or told and the facts file stands.
func TestBundleEdits(t *testing.T) {
	const green, red = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"
	const base = `{"format": 1, "briefing": {"id": "b", "title": "B", "languages": ["en"], "as_of": "2024-05-02", "marking": "TLP:GREEN"},
 "measures": {"people": {"name": "People", "unit": "people"}}, "places": {"p": {"name": "Port", "lat": 1.5, "lon": 2}},
 "origins": {"o": {"name": "Customs", "kind": "government", "reliability": "B"}}, "sources": {"s": {"title": "Note 1", "publisher": "Customs"}},
 "facts": [{"id": "a", "type": "estimate", "measure": "people", "origin": "o", "as_of": "2024-05-01", "best": 3, "status": "reported", "credibility": 2,
  "place": "p", "sources": ["s"]}]}`
	file, problems := facts.Load("b.json", []byte(base))
	if file == nil {
		t.Fatal(problems)
	}
	data, err := Formats()[5].Write(file, false)
	if err != nil {
		t.Fatal(err)
	}
	after := func(from, old, now string) string {
		i := strings.Index(string(data), from)
		if i < 0 {
			t.Fatal(from)
		}
		out := string(data[:i]) + strings.Replace(string(data[i:]), old, now, 1)
		if out == string(data) {
			t.Fatalf("%q does not stand after %q", old, from)
		}
		return out
	}
	for _, c := range []struct{ name, bundle, change, told string }{
		{"untouched", string(data), "", ""},
		{"note raised", after(`"type": "note"`, green, red), `facts a: added marking "TLP:RED"`, ""},
		{"place raised", after(`"type": "location"`, green, red), `places p: added marking "TLP:RED"`, ""},
		{"report raised", after(`"type": "report"`, green, red), `briefing: marking "TLP:GREEN" is now "TLP:RED"`, ""},
		{"note lowered", after(`"type": "note"`, green, "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"), "", "less strictly"},
		{"confidence", after(`"type": "note"`, `"confidence": 70`, `"confidence": 10`), "facts a: credibility 2 is now 5", ""},
		{"number", after(`"type": "note"`, "best 3", "best 9"), "", "content is now"},
		{"name", after(`"type": "identity"`, `"Customs"`, `"Coastguard"`), "", `name is now "Coastguard"`},
		{"title", after(`"type": "report"`, `"name": "B"`, `"name": "C"`), "", `name is now "C"`},
		{"labels", after(`"type": "note"`, `"reported"`, `"denied"`), "", "labels is now"},
		{"reference", after(`"type": "note"`, `"Note 1"`, `"Note 2"`), "", "external_references is now"},
		{"place", after(`"type": "location"`, "1.5", "1.6"), "", "latitude is now 1.6"},
		{"added", after(`"type": "note"`, `"lang"`, `"x_score": 3, "lang"`), "", "x_score, which another program added"},
		{"without its fact", after(`"type": "note"`, `"record"`, `"dropped"`), "", `no note carries "a"`},
	} {
		r := Import([]File{{"b.stix.json", []byte(c.bundle)}}, Options{Base: &File{"b.json", []byte(base)}})
		if got := strings.Join(r.Changes, "\n"); got != c.change {
			t.Errorf("%s: changes %q, want %q", c.name, got, c.change)
		}
		told := ""
		for _, p := range r.Problems {
			told += p.Message + "\n"
		}
		if (told == "") != (c.told == "") || !strings.Contains(told, c.told) {
			t.Errorf("%s: told %q, want %q", c.name, told, c.told)
		}
	}
}

// FuzzBundle holds that no bundle, also one whose report carries no facts file, makes the reader panic.
func FuzzBundle(f *testing.F) {
	file, _ := facts.Load("b.json", []byte(`{"format": 1, "briefing": {"id": "b", "title": "B", "languages": ["en"], "as_of": "2024"}, "facts": []}`))
	data, err := Formats()[5].Write(file, false)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	for _, carried := range []string{`{"briefing": 5, "facts": 3}`, `[]`, `"x"`,
		`{"briefing": {"as_of": "日本語の日付"}, "facts": [1, "a"], "origins": [1]}`,
		`{"briefing": {"languages": [1], "as_of": 3, "marking_scheme": {}}, "places": {"p": {"lat": "x", "lon": []}}, "sources": 1}`} {
		f.Add(strings.Replace(string(data), `"file": {`, `"file": `+carried+`, "old": {`, 1))
	}
	f.Add(`{"type": "bundle", "objects": [1, "a", {"type": 3}, {"type": "report", "granular_markings": [3, {"marking_ref": 4}], "external_references": [1]}]}`)
	f.Add(`{"type": "bundle", "objects": [{"type": "note", "id": 4, "object_refs": [1, "x"], "created_by_ref": "x", "external_references": {"a": 1}}]}`)
	f.Fuzz(func(_ *testing.T, src string) {
		Import([]File{{"b.json", []byte(src)}}, Options{Mapping: Mapping{Set: map[string]string{"status": "reported"}}})
	})
}
