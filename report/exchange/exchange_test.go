package exchange

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"sitrep/report/facts"
)

// samples are the briefings of the repository, by their paths.
func samples(t *testing.T) map[string]*facts.File {
	t.Helper()
	out := map[string]*facts.File{}
	paths, err := filepath.Glob("../../data/*.json")
	if err != nil {
		t.Fatal(err)
	}
	more, _ := filepath.Glob("../../data/starters/*/*.json")
	for _, path := range append(paths, more...) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if f, _ := facts.Load(path, data); f != nil {
			out[path] = f
		}
	}
	const bare = `{"format": 1, "briefing": {"id": "b", "title": "Without facts", "languages": ["en"], "as_of": "2020"},
 "sources": {"s": {"title": "T", "publisher": "P"}}, "facts": []}`
	out["bare"], _ = facts.Load("bare", []byte(bare))
	if len(out) < 13 {
		t.Fatalf("%d samples", len(out))
	}
	return out
}

// TestRoundTrip holds that every sample comes back from every format as the same
// canonical bytes, and that each format writes the same bytes twice.
func TestRoundTrip(t *testing.T) {
	for path, f := range samples(t) {
		for _, format := range Formats() {
			data, err := format.Write(f, false)
			if err != nil {
				t.Fatal(path, format.Name, err)
			}
			if again, _ := format.Write(f, false); string(again) != string(data) {
				t.Errorf("%s: %s differs the second time", path, format.Name)
			}
			r := Import([]File{{"x" + format.Extension, data}}, Options{})
			if string(r.Data) != string(f.Canonical()) {
				t.Errorf("%s: %s does not come back: %v\n%.2000s", path, format.Name, r.Problems, r.Data)
			}
			into := Import([]File{{"x" + format.Extension, data}}, Options{Base: &File{path, f.Canonical()}})
			if string(into.Data) != string(f.Canonical()) || len(into.Changes)+len(into.Problems) > 0 {
				t.Errorf("%s: %s merged into itself changes it: %v %v", path, format.Name, into.Changes, into.Problems)
			}
		}
		files := Tables(f)
		if r := Import(files, Options{}); string(r.Data) != string(f.Canonical()) {
			t.Errorf("%s: the tables do not come back: %v", path, r.Problems)
		}
	}
}

// TestRecords holds that authors, container and the rest of a record come back from each
// format of references where nothing of ours travels with it.
func TestRecords(t *testing.T) {
	const item = `[{"id": "a1", "type": "report", "title": "Troops & {treaties}", "container-title": "The Daily", "publisher": "Press", "issued": {"date-parts": [[2024, 10, 4]]},
 "author": [{"family": "de la Vega", "given": "Ana"}, {"literal": "Barnes and Noble"}, {"literal": "Ministry of Defence, UK"}], "page": "1–9", "volume": "12", "DOI": "10.1/x_y", "URL": "https://example.org/a_1"}]`
	first := Import([]File{{"x.json", []byte(item)}}, Options{})
	f, problems := facts.Load("x.json", first.Data)
	if f == nil {
		t.Fatal(problems, first.Problems)
	}
	for _, format := range Formats() {
		if format.Name != "csl" && format.Name != "bibtex" && format.Name != "ris" {
			continue
		}
		data, err := format.Write(f, true)
		if err != nil {
			t.Fatal(err)
		}
		back := Import([]File{{"x" + format.Extension, data}}, Options{})
		g, problems := facts.Load("x.json", back.Data)
		if g == nil {
			t.Fatal(format.Name, problems, back.Problems)
		}
		a, b := f.Sources[0], g.Sources[0]
		if a.Title != b.Title || a.Container != b.Container || a.Publisher != b.Publisher || a.URL != b.URL || !slices.Equal(a.Authors, b.Authors) {
			t.Errorf("%s: %+v comes back as %+v from\n%s", format.Name, a, b, data)
		}
		for _, want := range a.Record {
			if want.Name != "literal-names" && !slices.Contains(b.Record, want) {
				t.Errorf("%s: %+v does not come back: %+v", format.Name, want, b.Record)
			}
		}
	}
}
