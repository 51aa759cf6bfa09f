package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The rules of the house are tests: this file reads the repository for them.

// root is the top of the repository, as seen from this package.
const root = "../.."

// A goFile is one file of the repository's Go code.
type goFile struct {
	path string // from the top, with slashes: report/doc/doc.go
	pkg  string // its folder: report/doc
	test bool
	data []byte
	ast  *ast.File
	set  *token.FileSet
}

// tracked lists the files of the repository, as git knows them or, where there
// is no git, as they lie in the folders.
func tracked(t *testing.T) []string {
	t.Helper()
	cmd := exec.Command("git", "ls-files", "-z")
	cmd.Dir = root
	if out, err := cmd.Output(); err == nil && len(out) > 0 {
		var files []string
		for name := range strings.SplitSeq(strings.Trim(string(out), "\x00"), "\x00") {
			if _, err := os.Lstat(filepath.Join(root, name)); err == nil {
				files = append(files, name)
			}
		}
		return files
	}
	return walked(t)
}

func walked(t *testing.T) []string {
	var files []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "out"):
			return fs.SkipDir
		case !d.IsDir():
			name, _ := filepath.Rel(root, path)
			files = append(files, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// goFiles parses all Go code of the repository.
func goFiles(t *testing.T) []goFile {
	t.Helper()
	var files []goFile
	for _, name := range tracked(t) {
		if !strings.HasSuffix(name, ".go") || strings.Contains(name, "testdata/") {
			continue
		}
		data := contents(t, name)
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, name, data, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		dir := name[:strings.LastIndex("/"+name, "/")]
		files = append(files, goFile{name, strings.TrimSuffix(dir, "/"), strings.HasSuffix(name, "_test.go"), data, tree, set})
	}
	if len(files) == 0 {
		t.Fatal("no Go files found")
	}
	return files
}

// contents reads a file: of the repository, or by an absolute path.
func contents(t *testing.T, name string) []byte {
	t.Helper()
	if !filepath.IsAbs(name) {
		name = filepath.Join(root, name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// generated reports whether a tool wrote the file (go.dev/s/generatedcode).
func (f goFile) generated() bool { return ast.IsGenerated(f.ast) }

// TestTopLevel holds the top of the repository to its few names.
func TestTopLevel(t *testing.T) {
	allowed := []string{"cmd", "report", "assets", "data", "go.mod", "go.sum", "README.md", "CHANGELOG.md", "LICENSE"}
	for _, name := range tracked(t) {
		top, _, _ := strings.Cut(name, "/")
		if !strings.HasPrefix(top, ".") && !slices.Contains(allowed, top) {
			t.Errorf("%s: nothing else may stand at the top", name)
		}
	}
}

// TestNoForeignPlaces holds that no file names a place of somebody's machine.
func TestNoForeignPlaces(t *testing.T) {
	places := []string{"/wo" + "rk/", "/tm" + "p/", "/ro" + "ot/", "/ho" + "me/"}
	for _, name := range tracked(t) {
		data := contents(t, name)
		if bytes.IndexByte(data, 0) >= 0 {
			continue
		}
		for _, p := range places {
			for _, before := range []string{" ", "\"", "'", "`", "=", "(", ":", "//"} {
				if bytes.Contains(data, []byte(before+p)) {
					t.Errorf("%s names %s", name, p)
				}
			}
		}
	}
}

// TestSizes holds that no file is a program, and that none is larger than the
// embedded fonts and the chart engine are: a megabyte, and four for the pool of Han characters.
func TestSizes(t *testing.T) {
	for _, name := range tracked(t) {
		data, most := contents(t, name), 1<<20
		if name == "assets/fonts/world/noto-sans-cjk.zst" {
			most = 4 << 20
		}
		if len(data) > most {
			t.Errorf("%s has %d bytes", name, len(data))
		}
		if bytes.HasPrefix(data, []byte("\x7fELF")) || bytes.HasPrefix(data, []byte("MZ")) {
			t.Errorf("%s is a program", name)
		}
	}
}
