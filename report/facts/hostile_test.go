package facts

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// full is a file that has everything that the format has.
func full(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "full.json"))
	if err != nil {
		t.Fatal(err)
	}
	if f, problems := Load("full.json", data); f == nil {
		t.Fatal(printed(problems))
	}
	return data
}

// TestTruncated cuts the file at every byte: there is a message, that the file
// ends too early is said where the rest could be missing, and what is reported
// is not what the missing part would mend.
func TestTruncated(t *testing.T) {
	data := full(t)
	for n := range len(bytes.TrimSpace(data)) {
		f, problems := Load("cut.json", data[:n])
		if f != nil || len(problems) == 0 {
			t.Fatalf("cut at %d: no message", n)
		}
		for _, p := range problems {
			if p.Code != "E105" && p.Code != "E101" {
				t.Errorf("cut at %d: %s", n, p)
			}
		}
	}
}

// mutations calls f with every file that differs from data in one value: taken
// out, or replaced by values of other kinds and by odd ones.
func mutations(t testing.TB, data []byte, f func(what string, data []byte)) {
	t.Helper()
	var doc any
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	odd := []any{nil, true, " ", "x y", "TLP:RED", -0.5, 7.0, []any{}, []any{"est"}, map[string]any{}, map[string]any{"en": "x", "es": ""}}
	emit := func(what string) {
		out, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		f(what, out)
	}
	var visit func(at string, v any)
	try := func(at string, old any, set func(any)) {
		for _, o := range odd {
			set(o)
			emit(at)
		}
		set(old)
		visit(at, old)
	}
	visit = func(at string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(keys(v)) {
				old := v[key]
				delete(v, key)
				emit(at + "/" + key + " taken out")
				v[key+"x"] = old
				emit(at + "/" + key + " renamed")
				delete(v, key+"x")
				try(at+"/"+key, old, func(x any) { v[key] = x })
			}
		case []any:
			for i, old := range v {
				try(at+"/"+string(rune('0'+i)), old, func(x any) { v[i] = x })
			}
		}
	}
	visit("", doc)
}

func keys(m map[string]any) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// TestSchemaOnMutations holds the schema to the loader on thousands of files that
// differ from a good one in one value.
func TestSchemaOnMutations(t *testing.T) {
	s := schema(t)
	n, accepted := 0, 0
	mutations(t, full(t), func(what string, data []byte) {
		n++
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		err = s.Validate(doc)
		f, problems := Load("m.json", data)
		switch {
		case f != nil && err != nil:
			t.Errorf("%s: it loads, and the schema refuses it: %v", what, err)
		case f == nil && err == nil && onlySeen(data):
			t.Errorf("%s: the schema accepts it: %s", what, printed(problems))
		case f != nil:
			accepted++
		}
	})
	t.Logf("%d files, %d of them good", n, accepted)
	if n < 2000 || accepted < 50 {
		t.Errorf("only %d files, %d of them good", n, accepted)
	}
}

// FuzzLoad holds that nothing panics, that there is a file or a problem and never
// both, that problems stand in file order at places of the file, and that what
// loads loads again from its canonical form.
func FuzzLoad(f *testing.F) {
	f.Add(full(f))
	for _, s := range append(corpus(f, "good"), corpus(f, "bad")...) {
		f.Add(s.data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, problems := Load("f.json", data)
		if (file == nil) != (len(problems) > 0) {
			t.Fatal("a file and problems, or neither")
		}
		lines := bytes.Count(data, []byte("\n")) + 1
		line, col := 1, 1
		for _, p := range problems {
			if p.Line < line || p.Line == line && p.Col < col || p.Line > lines || p.Col > len(data)+1 {
				t.Fatalf("%s is out of order or of the file", p)
			}
			line, col = p.Line, p.Col
			if p.Code == "" || p.Message == "" || !utf8.ValidString(p.String()+p.Hint) {
				t.Fatalf("%q", p)
			}
			if _, ok := Explain(p.Code); !ok {
				t.Fatalf("%s is not in the table", p.Code)
			}
		}
		if file == nil {
			return
		}
		for text := range file.Texts() {
			if l, c := file.LocateIn(text.Pointer, len(text.S)); l < 1 || c < 1 {
				t.Fatalf("%s is at %d:%d", text.Pointer, l, c)
			}
		}
		again, problems := Load("f.json", file.Canonical())
		if again == nil {
			t.Fatal(printed(problems))
		}
		if !bytes.Equal(again.Canonical(), file.Canonical()) {
			t.Fatal("the canonical form is not stable")
		}
	})
}
