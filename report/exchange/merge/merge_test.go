package merge

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"sitrep/report/facts/tree"
)

var update = flag.Bool("update", false, "write testdata/*.txtar anew")

// TestInto merges in.json into base.json of each case; go test -update writes what
// is expected anew, for a person to review.
func TestInto(t *testing.T) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	if len(paths) == 0 {
		t.Fatal("no cases")
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		base, in := string(a.Files[0].Data), string(a.Files[1].Data)
		out, changes := merged(t, base, in)
		var said strings.Builder
		for _, c := range changes {
			said.WriteString(c.String() + "\n")
		}
		got := []txtar.File{a.Files[0], a.Files[1], {Name: "out.json", Data: []byte(out)}, {Name: "changes", Data: []byte(said.String())}}
		if *update {
			a.Files = got
			if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want := txtar.Format(a); string(want) != string(txtar.Format(&txtar.Archive{Comment: a.Comment, Files: got})) {
			t.Errorf("%s:\n%s%s", path, out, said.String())
		}
		if twice, more := merged(t, out, in); twice != out || len(more) > 0 {
			t.Errorf("%s: merged again it changes: %v", path, more)
		}
	}
}

func merged(t *testing.T, base, in string) (string, []Change) {
	t.Helper()
	b, faults := tree.Parse(base)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	n, faults := tree.Parse(in)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return Into(base, b, n, nil)
}

// FuzzInto holds that what comes out is JSON, that merging twice is merging once,
// and that a file merged into itself stays.
func FuzzInto(f *testing.F) {
	f.Add(`{"a": {}, "facts": [{"id": "x", "n": 1}]}`, `{"facts": [{"id": "x", "n": 2, "m": {"a": []}}, {"id": "y"}], "a": {"k": {"v": 1}, "l": 2}}`)
	f.Add("{\n\t\"facts\": [\n\t\t{\"with\": {\"o\": 1}, \"facts\": [{\"id\": \"x\"}]}\n\t], \"b\": []\n}", `{"facts": [{"id": "x", "o": 1, "p": 2}], "b": [{"id": "q"}, {"id": "r"}]}`)
	f.Add(`{}`, `{"a": 1, "b": {}}`)
	f.Fuzz(func(t *testing.T, base, in string) {
		b, faults := tree.Parse(base)
		n, more := tree.Parse(in)
		if b == nil || n == nil || len(faults)+len(more) > 0 || b.Kind != tree.Object || n.Kind != tree.Object || twins(n) {
			return
		}
		if same, _ := Into(base, b, b, nil); same != base && !twins(b) {
			t.Fatalf("%s\nmerged into itself:\n%s", base, same)
		}
		out, _ := Into(base, b, n, nil)
		o, faults := tree.Parse(out)
		if len(faults) > 0 {
			t.Fatalf("%s\nand\n%s\n%v:\n%s", base, in, faults, out)
		}
		if again, changes := Into(out, o, n, nil); again != out && !twins(o) {
			t.Fatalf("%s\nand\n%s:\n%s\nagain:\n%s\n%v", base, in, out, again, changes)
		}
	})
}

// twins reports whether a list has two items of one id.
func twins(n *tree.Node) bool {
	seen := map[string]bool{}
	for i := range n.Kids {
		if twins(&n.Kids[i]) {
			return true
		}
		if id := n.Kids[i].Get("id"); n.Kind == tree.Array && id != nil && id.Kind == tree.String {
			if seen[id.Text] {
				return true
			}
			seen[id.Text] = true
		}
	}
	return false
}
