package report_test

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"os"
	"slices"
	"testing"

	"sitrep/report"
	"sitrep/report/diff"
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/facts/format"
	"sitrep/report/release"
)

// TestEveryKey holds that a file with every key of the format comes out of every report as it went in, that a comparison with
// itself finds nothing, and that a release under its highest label takes nothing away. A key that the file does not have yet
// is named: it is added there.
func TestEveryKey(t *testing.T) {
	data, err := os.ReadFile("testdata/every.json")
	if err != nil {
		t.Fatal(err)
	}
	hasEveryKey(t, data)
	f, problems := facts.Load("every.json", data)
	if f == nil {
		t.Fatal(problems)
	}
	var red bytes.Buffer
	if err := png.Encode(&red, image.NewRGBA(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	files, _, err := report.Build(f, report.Options{Formats: []string{"pdf", "html", "docx"}, Languages: []string{"en", "es"},
		Images: map[string][]byte{"red.png": red.Bytes()}})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		carried, err := report.Extract(file.Data)
		if err != nil {
			t.Fatalf("%s: %v", file.Name, err)
		}
		same(t, f, carried.Data)
		if !slices.ContainsFunc(carried.Images, func(i doc.File) bool { return bytes.Equal(i.Data, red.Bytes()) }) {
			t.Errorf("%s does not carry the picture as it is", file.Name)
		}
	}
	r, err := report.Release(f, release.Options{Label: f.Highest()})
	if err != nil {
		t.Fatal(err)
	}
	bare, _ := facts.Load("bare.json", without(t, data, "allow")) // allowances go with every release
	if d, err := diff.Of(bare, r.File); err != nil || !d.Empty() {
		t.Errorf("a release under the highest label takes something away: %v", err)
	}
}

// without takes a key out of a file.
func without(t *testing.T, data []byte, key string) []byte {
	t.Helper()
	var whole map[string]json.RawMessage
	if err := json.Unmarshal(data, &whole); err != nil {
		t.Fatal(err)
	}
	delete(whole, key)
	out, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// same holds that data is the canonical form of f, and that a comparison finds no difference.
func same(t *testing.T, f *facts.File, data []byte) {
	t.Helper()
	g, problems := facts.Load("carried.json", data)
	if g == nil {
		t.Fatal(problems)
	}
	if !bytes.Equal(g.Canonical(), f.Canonical()) {
		t.Errorf("the canonical form has changed:\n%s", data)
	}
	if d, err := diff.Of(f, g); err != nil || !d.Empty() {
		t.Errorf("a comparison finds differences: %v", err)
	}
}

// hasEveryKey holds that each key of the format stands in an object of data that has another key of its object, or only it.
func hasEveryKey(t *testing.T, data []byte) {
	t.Helper()
	var whole any
	if err := json.Unmarshal(data, &whole); err != nil {
		t.Fatal(err)
	}
	var objects []map[string]any
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			objects = append(objects, v)
			for _, x := range v {
				walk(x)
			}
		case []any:
			for _, x := range v {
				walk(x)
			}
		}
	}
	walk(whole)
	for _, o := range format.Objects() {
		for _, k := range o.Keys {
			if !slices.ContainsFunc(objects, func(has map[string]any) bool { return has[k.Name] != nil && fits(o, has) }) {
				t.Errorf("%s in testdata/every.json has no %q", o.What, k.Name)
			}
		}
	}
}

// fits reports whether an object has the keys that one of its kind must have.
func fits(o format.Object, has map[string]any) bool {
	for _, k := range o.Keys {
		if k.Must && has[k.Name] == nil {
			return false
		}
	}
	return true
}
