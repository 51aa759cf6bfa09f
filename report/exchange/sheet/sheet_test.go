package sheet

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/report/exchange/value"
	"sitrep/report/facts"
	"sitrep/report/facts/tree"
)

// samples are the briefings of the repository, by their paths.
func samples(t testing.TB) map[string][]byte {
	out := map[string][]byte{}
	paths, err := filepath.Glob("../../../data/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(path, "schema.json") {
			out[path] = data
		}
	}
	return out
}

// TestRoundTrip holds that the tables of every sample are read back to its canonical bytes.
func TestRoundTrip(t *testing.T) {
	for path, data := range samples(t) {
		f, problems := facts.Load(path, data)
		if f == nil {
			t.Fatal(problems)
		}
		root, _ := tree.Parse(string(f.Canonical()))
		back, faults := Read(Of(root))
		if len(faults) > 0 || back.Canonical()+"\n" != string(f.Canonical()) {
			t.Errorf("%s: %v\n%s", path, faults, back.Canonical())
		}
	}
}

// FuzzRoundTrip holds the same for any object with records, however its values
// are shaped and its keys ordered.
func FuzzRoundTrip(f *testing.F) {
	for _, data := range samples(f) {
		f.Add(string(data))
	}
	f.Add(`{"facts": [{"id": "a", "b": 1, "low": "x", "best": [1]}, {"b": {"c": {"d": []}}, "id": "b"}, {"id": "c", "x.y": 1, "x": {"y": 2}}], "actors": {"": {}, "x": {"name": {"en": "E", "de": ["a", "b"]}}}}`)
	f.Add(`{"briefing": {"title (json)": 1, "authors": ["a;b", " c"], "languages": ["en", "de"]}, "sections": [{"0": [[], {}, ""]}], "rest": {"a": {}}, "file": {}}`)
	f.Add("{\"facts\": [{\"id\": \"a\", \"statement\": \"=1\\r\\n\\u0085 \"}], \"sources\": {\"s\": {\"title\": \"a\\n\\nb\", \"order of keys\": \"x\"}}}")
	f.Fuzz(func(t *testing.T, src string) {
		root, faults := tree.Parse(src)
		if root == nil || len(faults) > 0 || root.Kind != tree.Object || ids(root) {
			return
		}
		back, bad := Read(Of(root))
		if len(bad) > 0 || !value.Equal(back, root) {
			t.Errorf("%v\n%s\n%s", bad, root.Compact(), back.Compact())
		}
	})
}

// ids reports whether a record of a list shares its id with another or a record
// by id has an empty one, which no facts file does.
func ids(root *tree.Node) bool {
	for i := range root.Kids {
		seen := map[string]bool{}
		n := &root.Kids[i]
		if !plain(n.Key) {
			return true
		}
		for j := range n.Kids {
			id := n.Kids[j].Key
			if n.Kind == tree.Array {
				if id = value.Text(&n.Kids[j], "id"); id == "" {
					continue
				}
			}
			if seen[id] || !plain(id) {
				return true
			}
			seen[id] = true
		}
	}
	return false
}

// TestFaults holds what is said of tables that cannot be read.
func TestFaults(t *testing.T) {
	tables := []Table{
		{Name: "file", Columns: []string{"key", "sheet", "value"}, Rows: []Row{{Line: 2, Cells: []string{"format", "", "one"}}, {Line: 3, Cells: []string{"facts", "facts"}}, {Line: 4, Cells: []string{"origins", "origins"}}, {Line: 5, Cells: []string{"sections", "rest"}}, {Line: 6, Cells: []string{"places", "places"}}}},
		{Name: "facts", Columns: []string{"id", "best", "approx", "note (json)"}, Rows: []Row{{Line: 2, Cells: []string{"a", "12,000", "yes", "{"}}, {Line: 3, Cells: []string{"a"}}}},
		{Name: "origins", Columns: []string{"id", "name"}, Rows: []Row{{Line: 2, Cells: []string{"", "x"}}}},
		{Name: "rest", Columns: []string{"pointer", "text", "json"}},
		{Name: "extra", Columns: []string{"id"}, Rows: []Row{{Line: 2, Cells: []string{"x"}}}},
	}
	if !Is(tables) || Is(tables[1:]) {
		t.Error("the manifest is not known")
	}
	_, faults := Read(tables)
	var got string
	for _, f := range faults {
		got += f.Sheet + "!" + itoa(f.Line) + " " + f.Column + ": " + f.Message + "\n"
	}
	const want = `file!2 value: "one" is not JSON
facts!2 best: "12,000" is not a number
facts!2 approx: "yes" is neither true nor false
facts!2 note (json): this is not JSON: "{"
facts!3 id: the id "a" stands already in row 2
origins!2 id: the row has no id
rest!0 pointer: nothing stands under /sections
file!6 sheet: there is no sheet "places"
extra!0 : the sheet “file” does not name this sheet
`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
