package exchange

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"sitrep/report/diagnose"
	"sitrep/report/exchange/tabular"
	"sitrep/report/facts/tree"
)

var update = flag.Bool("update", false, "write testdata anew")

// TestImport imports the tables and references of testdata, as people and other
// programs make them. The
// first line of a case tells what it shows, "map" is how the table is read, and
// "out" is what came of it: each fact and new record on a line, then what was
// told. go test -update writes it anew, for a person to review.
func TestImport(t *testing.T) {
	paths, _ := filepath.Glob("testdata/*/*.txtar")
	if len(paths) < 85 {
		t.Errorf("%d cases", len(paths))
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var files []File
		var o Options
		for _, f := range a.Files {
			switch {
			case f.Name == "map":
				var m struct {
					tabular.Mapping
					Encoding  string
					Delimiter string
				}
				if err := json.Unmarshal(f.Data, &m); err != nil {
					t.Fatal(path, err)
				}
				o.Mapping, o.Encoding = m.Mapping, m.Encoding
				for _, r := range m.Delimiter {
					o.Delimiter = r
				}
			case f.Name == "base.json":
				o.Base = &File{f.Name, f.Data}
			case f.Name != "out":
				files = append(files, File{strings.Fields(f.Name)[0], encoded(t, f)})
			}
		}
		r := Import(files, o)
		got := said(r)
		if r.Data != nil {
			again := o
			again.Base = &File{"again.json", r.Data}
			if r := Import(files, again); len(r.Changes) > 0 {
				t.Errorf("%s: imported again it changes %q", path, r.Changes)
			}
		}
		last := &a.Files[len(a.Files)-1]
		if *update {
			if last.Name != "out" {
				a.Files = append(a.Files, txtar.File{Name: "out"})
				last = &a.Files[len(a.Files)-1]
			}
			last.Data = []byte(got)
			if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if string(last.Data) != got {
			t.Errorf("%s:\n%s\nwant:\n%s", path, got, last.Data)
		}
	}
}

// TestStandardInput holds that what comes from standard input is read by what it holds,
// with the same outcome as from a file.
func TestStandardInput(t *testing.T) {
	for _, path := range []string{"bare", "../../data/mini.json"} {
		f := samples(t)[path]
		for _, format := range Formats() {
			data, err := format.Write(f, false)
			if err != nil {
				t.Fatal(err)
			}
			if r := Import([]File{{stdin, data}}, Options{}); string(r.Data) != string(f.Canonical()) {
				t.Errorf("%s: %s does not come back: %v", path, format.Name, r.Problems)
			}
		}
	}
	if r := Import([]File{{stdin, []byte("<p>nothing")}}, Options{}); len(r.Problems) == 0 {
		t.Error("a page without a title is read")
	}
}

// encoded writes a file in the encoding that its name tells, "table.csv windows-1252".
func encoded(t *testing.T, f txtar.File) []byte {
	words := strings.Fields(f.Name)
	if len(words) == 1 {
		return f.Data
	}
	if words[1] == "utf-16" {
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(f.Data)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	e, err := htmlindex.Get(words[1])
	if err != nil {
		t.Fatal(err)
	}
	out, err := e.NewEncoder().Bytes(f.Data)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// said tells what came of an import.
func said(r Result) string {
	var b strings.Builder
	if root, _ := tree.Parse(string(r.Data)); root != nil && r.Changes == nil {
		for i := range root.Kids {
			k := &root.Kids[i]
			for j := range k.Kids {
				if k.Kids[j].Kind == tree.Object {
					b.WriteString(k.Key + " " + k.Kids[j].Key + k.Kids[j].Compact() + "\n")
				}
			}
		}
	}
	for _, c := range r.Changes {
		b.WriteString(c + "\n")
	}
	for _, p := range r.Problems {
		b.WriteString(diagnose.Line(p, false) + "\n")
	}
	return b.String()
}

// TestTooLarge: what one import cannot serve is refused, and not begun.
func TestTooLarge(t *testing.T) {
	for name, data := range map[string]string{
		"long.csv": "measure,value\n" + strings.Repeat("Deaths,5\n", mostRecords),
		"wide.csv": strings.Repeat("a,", mostColumns) + "a\n",
		"many.ris": strings.Repeat("TY  - BOOK\nTI  - T\nER  - \n", mostRecords+1),
	} {
		result := Import([]File{{Name: name, Data: []byte(data)}}, Options{})
		if len(result.Problems) != 1 || result.Problems[0].Code != "E701" || !strings.Contains(result.Problems[0].Hint, "in parts") {
			t.Errorf("%s: %.300v", name, result.Problems)
		}
	}
}
