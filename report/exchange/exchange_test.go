package exchange

import (
	"os"
	"path/filepath"
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
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if f, _ := facts.Load(path, data); f != nil {
			out[path] = f
		}
	}
	if len(out) < 5 {
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
			if string(into.Data) != string(f.Canonical()) || len(into.Changes) > 0 {
				t.Errorf("%s: %s merged into itself changes it: %v %v", path, format.Name, into.Changes, into.Problems)
			}
		}
		files := Tables(f)
		if r := Import(files, Options{}); string(r.Data) != string(f.Canonical()) {
			t.Errorf("%s: the tables do not come back: %v", path, r.Problems)
		}
	}
}
