package facts

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what is found into the corpus")

// A specimen is one file of the corpus: NAME.KIND in a txtar archive. The kind is
// json (a whole file), quoted (the same as a Go string), or a hole of [holes].
type specimen struct {
	archive, name string
	data          []byte
	want          string // the problems, one a line with its hint
}

// corpus reads the archives of a folder.
func corpus(t testing.TB, dir string) []specimen {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", dir, "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatal("no corpus:", err)
	}
	var out []specimen
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		wants := map[string]string{}
		for _, f := range a.Files {
			if base, ok := strings.CutSuffix(f.Name, ".want"); ok {
				wants[base] = string(f.Data)
			}
		}
		for _, f := range a.Files {
			if !strings.HasSuffix(f.Name, ".want") {
				out = append(out, specimen{filepath.Base(name), f.Name, content(t, f), wants[f.Name]})
			}
		}
	}
	return out
}

func content(t testing.TB, f txtar.File) []byte {
	t.Helper()
	text := strings.TrimSuffix(string(f.Data), "\n")
	switch kind := strings.TrimPrefix(filepath.Ext(f.Name), "."); kind {
	case "json":
		return []byte(text)
	case "quoted":
		s, err := strconv.Unquote(text)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		return []byte(s)
	default:
		if holes[kind] == "" {
			t.Fatalf("%s: no hole %q", f.Name, kind)
		}
		return fill(Code{in: kind}, text)
	}
}

func printed(problems []Problem) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(p.String() + "\n")
		if p.Hint != "" {
			b.WriteString("  hint: " + p.Hint + "\n")
		}
	}
	return b.String()
}

// TestBad holds that each bad file gives exactly the problems recorded beside it,
// that the code its archive is named after is among them, and that the file is
// the one thing that is not given.
func TestBad(t *testing.T) {
	found := map[string]string{}
	covered := map[string]bool{}
	for _, s := range corpus(t, "bad") {
		f, problems := Load("f.json", s.data)
		code := strings.TrimSuffix(s.archive, ".txtar")
		if f != nil || !slices.ContainsFunc(problems, func(p Problem) bool { return p.Code == code }) {
			t.Errorf("%s %s: %s is not found", s.archive, s.name, code)
		}
		for _, p := range problems {
			covered[p.Code] = true
		}
		got := printed(problems)
		found[s.archive+" "+s.name] = got
		if got != s.want && !*update {
			t.Errorf("%s %s: got\n%swant\n%s", s.archive, s.name, got, s.want)
		}
	}
	for _, c := range Codes() {
		if c.Code == "E238" {
			continue // see TestImages
		}
		if _, err := os.Stat(filepath.Join("testdata", "bad", c.Code+".txtar")); err != nil || !covered[c.Code] {
			t.Errorf("%s has no case in the corpus", c.Code)
		}
	}
	if *update {
		record(t, found)
	}
}

// record writes the problems beside each bad file.
func record(t *testing.T, found map[string]string) {
	names, _ := filepath.Glob(filepath.Join("testdata", "bad", "*.txtar"))
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out := &txtar.Archive{Comment: a.Comment}
		for _, f := range a.Files {
			if got, ok := found[filepath.Base(name)+" "+f.Name]; ok {
				out.Files = append(out.Files, f, txtar.File{Name: f.Name + ".want", Data: []byte(got)})
			}
		}
		if err := os.WriteFile(name, txtar.Format(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestGood holds that each good file loads, and that its canonical form is the
// same file again.
func TestGood(t *testing.T) {
	for _, s := range append(corpus(t, "good"), samples(t)...) {
		f, problems := Load("f.json", s.data)
		if f == nil {
			t.Errorf("%s %s: %s", s.archive, s.name, printed(problems))
			continue
		}
		canonical := f.Canonical()
		again, problems := Load("f.json", canonical)
		if again == nil {
			t.Errorf("%s %s: the canonical form: %s", s.archive, s.name, printed(problems))
			continue
		}
		if !bytes.Equal(again.Canonical(), canonical) {
			t.Errorf("%s %s: the canonical form of the canonical form differs", s.archive, s.name)
		}
		if !reflect.DeepEqual(bare(f), bare(again)) {
			t.Errorf("%s %s: the canonical form says something else", s.archive, s.name)
		}
	}
}

// bare is a file without what belongs to its bytes.
func bare(f *File) File {
	c := *f
	c.root, c.nodes, c.passages, c.source = nil, nil, nil, ""
	c.places, c.references, c.namesakes, c.canonical = nil, nil, nil, nil
	return c
}

// samples are the briefings of the repository.
func samples(t testing.TB) []specimen {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", "..", "data", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var out []specimen
	for _, name := range names {
		if strings.HasSuffix(name, "schema.json") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, specimen{archive: "data", name: filepath.Base(name), data: data})
	}
	if len(out) < 4 {
		t.Errorf("only %d samples", len(out))
	}
	return out
}
