package main

import (
	"bytes"
	"go/ast"
	"go/format"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// The longest that a file and a function may be, in lines, and a line of a source that is no test, in characters.
const (
	longestFile     = 400
	longestFunction = 60
	longestLine     = 140
)

// longLines complains of lines that are longer than a line may be.
func longLines(t *testing.T, name string, data []byte) {
	n := 0
	for line := range bytes.Lines(data) {
		if n++; utf8.RuneCount(line)-1 > longestLine {
			t.Errorf("%s:%d: a line of %d characters; none has more than %d", name, n, utf8.RuneCount(line)-1, longestLine)
		}
	}
}

// TestCode holds every Go file to the sizes and forms of the house.
func TestCode(t *testing.T) {
	for _, f := range goFiles(t) {
		if n := bytes.Count(f.data, []byte("\n")); n > longestFile && !f.generated() {
			t.Errorf("%s: %d lines; no file has more than %d", f.path, n, longestFile)
		}
		if !f.test && !f.generated() {
			longLines(t, f.path, f.data)
		}
		if tidy, err := format.Source(f.data); err != nil || !bytes.Equal(tidy, f.data) {
			t.Errorf("%s: run gofmt", f.path)
		}
		for _, d := range f.ast.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := f.lines(fn); n > longestFunction {
				t.Errorf("%s: %s has %d lines; no function has more than %d", f.path, fn.Name.Name, n, longestFunction)
			}
			if fn.Name.Name == "init" && fn.Recv == nil {
				t.Errorf("%s: func init: nothing happens before main", f.path)
			}
		}
	}
}

func (f goFile) lines(n ast.Node) int {
	return f.set.Position(n.End()).Line - f.set.Position(n.Pos()).Line + 1
}

// TestCodeScripts holds the lines of scripts and style sheets to the same length.
func TestCodeScripts(t *testing.T) {
	for _, name := range tracked(t) {
		if ext := path.Ext(name); slices.Contains([]string{".js", ".mjs", ".css"}, ext) && !strings.HasSuffix(name, ".min"+ext) {
			longLines(t, name, contents(t, name))
		}
	}
}

// longestGolden is how many lines a file of what is expected may have, so that a person reads it.
const longestGolden = 500

// TestCodeGoldens holds the files of tests to that length, but for the schemas of others.
func TestCodeGoldens(t *testing.T) {
	for _, name := range tracked(t) {
		if !strings.Contains(name, "testdata/") || strings.Contains(name, "-schema-") {
			continue
		}
		if n := bytes.Count(contents(t, name), []byte("\n")); n > longestGolden {
			t.Errorf("%s: %d lines, which nobody reads; none has more than %d", name, n, longestGolden)
		}
	}
}

// TestDocs holds that every package says in a sentence what it is, and every
// exported name is explained.
func TestDocs(t *testing.T) {
	said := map[string]string{}
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		if f.ast.Doc != nil {
			said[f.pkg] += f.ast.Doc.Text()
		} else if _, ok := said[f.pkg]; !ok {
			said[f.pkg] = ""
		}
		for _, d := range f.ast.Decls {
			f.undocumented(t, d)
		}
	}
	for pkg, doc := range said {
		begin := "Package " + pkg[strings.LastIndex(pkg, "/")+1:] + " "
		if strings.HasPrefix(pkg, "cmd/") && !strings.Contains(pkg, "/internal/") {
			begin = "Command " + strings.TrimPrefix(pkg, "cmd/") + " "
		}
		first, _, _ := strings.Cut(strings.Join(strings.Fields(doc), " "), ". ")
		if !strings.HasPrefix(doc, begin) || len(first) > 200 || !strings.Contains(doc, ".") {
			t.Errorf("%s: its doc must begin with one short sentence, %q…: %.80q", pkg, begin, doc)
		}
	}
}

// undocumented complains of exported names without a comment; a group may
// share one.
func (f goFile) undocumented(t *testing.T, d ast.Decl) {
	missing := func(name *ast.Ident) {
		if name.IsExported() {
			t.Errorf("%s: %s has no doc comment", f.set.Position(name.Pos()), name.Name)
		}
	}
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && !(d.Recv != nil && closedSet(d)) {
			missing(d.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if s.Doc == nil && d.Doc == nil {
					missing(s.Name)
				}
				f.undocumentedFields(t, s)
			case *ast.ValueSpec:
				if s.Doc == nil && s.Comment == nil && d.Doc == nil {
					missing(s.Names[0])
				}
			}
		}
	}
}

// undocumentedFields complains of exported fields of an exported struct that no comment explains; fields that stand
// together share one.
func (f goFile) undocumentedFields(t *testing.T, s *ast.TypeSpec) {
	st, ok := s.Type.(*ast.StructType)
	if !ok || !s.Name.IsExported() {
		return
	}
	for _, field := range st.Fields.List {
		for _, name := range field.Names {
			if name.IsExported() && field.Doc == nil && field.Comment == nil {
				t.Errorf("%s: no comment says what %s.%s holds", f.set.Position(name.Pos()), s.Name.Name, name.Name)
			}
		}
	}
}

// closedSet reports whether a method belongs to a type that the package keeps
// to itself: it implements what is documented elsewhere.
func closedSet(d *ast.FuncDecl) bool {
	t := d.Recv.List[0].Type
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	id, ok := t.(*ast.Ident)
	return ok && !id.IsExported()
}

// clocks are the files that ask the clock how long something took, to tell it: whatever the clock shows, 1970 too,
// nothing that is written depends on it.
var clocks = []string{"cmd/sitrep/batch.go", "cmd/sitrep/memory.go", "cmd/sitrep/said.go", "cmd/sitrep/serve.go", "cmd/sitrep/terminal.go",
	"cmd/internal/watch/watch.go"}

// TestClock holds that nothing asks what time it is, but for the clocks.
func TestClock(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test || slices.Contains(clocks, f.path) {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if p, ok := s.X.(*ast.Ident); ok && p.Name == "time" {
				switch s.Sel.Name {
				case "Now", "Since", "Until", "Sleep", "After", "Tick", "NewTimer", "NewTicker", "AfterFunc", "Local", "LoadLocation":
					t.Errorf("%s: time.%s: the date is an argument", f.set.Position(s.Pos()), s.Sel.Name)
				}
			}
			return true
		})
	}
}

// timed are the tests that measure time to choose a moment or to tell it, and judge nothing by it.
var timed = []string{"cmd/sitrep/browser_test.go", "cmd/sitrep/interrupt_test.go", "cmd/sitrep/serve_test.go"}

// TestCodeTimes holds that no test asks how long something took: a slow machine is no fault.
func TestCodeTimes(t *testing.T) {
	asked := []byte("time." + "Since(")
	for _, f := range goFiles(t) {
		if f.test && bytes.Contains(f.data, asked) && !slices.Contains(timed, f.path) {
			t.Errorf("%s: a test judges no time that passes: hold allocations, counts or the end itself", f.path)
		}
	}
}

// TestCodeHidden holds that what counts as a hidden character is said in package
// sanitize alone.
func TestCodeHidden(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test || f.pkg == "report/sanitize" {
			continue
		}
		for _, name := range []string{"Bidi_Control", "Cf", "Cc", "IsControl", "Other_Default_Ignorable_Code_Point", "Variation_Selector"} {
			if bytes.Contains(f.data, []byte("unicode."+name+")")) || bytes.Contains(f.data, []byte("unicode."+name+",")) ||
				bytes.Contains(f.data, []byte("unicode."+name+"(")) {
				t.Errorf("%s uses unicode.%s: ask package sanitize", f.path, name)
			}
		}
	}
}
