package compose

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"sitrep/report/facts"
)

var update = flag.Bool("update", false, "rewrite the cases")

// TestCases composes the facts of each case and compares the document in each
// language that the case holds.
func TestCases(t *testing.T) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	if len(paths) == 0 {
		t.Fatal("no cases")
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { runCase(t, path) })
	}
}

func runCase(t *testing.T, path string) {
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := load(t, a.Files[0].Data)
	changed := false
	for i := 1; i < len(a.Files); i++ {
		d, err := Document(f, Options{Lang: a.Files[i].Name})
		if err != nil {
			t.Fatal(err)
		}
		got := dump(d)
		if got == string(a.Files[i].Data) {
			continue
		}
		if !*update {
			t.Errorf("%s: got\n%s\nwant\n%s", a.Files[i].Name, got, a.Files[i].Data)
		}
		a.Files[i].Data, changed = []byte(got), true
	}
	if *update && changed {
		if err := os.WriteFile(path, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func load(t *testing.T, data []byte) *facts.File {
	t.Helper()
	f, problems := facts.Load("input.json", data)
	for _, p := range problems {
		t.Log(p)
	}
	if f == nil {
		t.Fatal("the case does not load")
	}
	return f
}
