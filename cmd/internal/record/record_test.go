package record

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestRecord(t *testing.T) {
	dir := t.TempDir()
	r, err := Read(dir)
	if err != nil || len(r.Files) != 0 || r.Files == nil {
		t.Fatal(r, err)
	}
	os.WriteFile(filepath.Join(dir, "b.en.md"), []byte("b"), 0o666)
	sum := fmt.Sprintf("%x", sha256.Sum256([]byte("b")))
	r.Files["b.en.md"] = File{"b", "en", sum, "m", 0, []string{"a \"warning\""}}
	r.Files["a.en.pdf"] = File{"a", "en", sum, "m", 3, []string{}}
	os.WriteFile(filepath.Join(dir, Name), r.Bytes(), 0o666)
	again, err := Read(dir)
	if err != nil || !reflect.DeepEqual(again, r) {
		t.Errorf("%+v, %v\n%s", again, err, r.Bytes())
	}
	if !r.Intact(dir, "b.en.md") || r.Intact(dir, "a.en.pdf") || r.Intact(dir, "other") {
		t.Error("intact")
	}
	os.WriteFile(filepath.Join(dir, "b.en.md"), []byte("c"), 0o666)
	if r.Intact(dir, "b.en.md") {
		t.Error("a changed file is intact")
	}
}

// TestHostile: a record that somebody wrote reaches no other folder, and one that
// cannot be read counts as none.
func TestHostile(t *testing.T) {
	dir := t.TempDir()
	for text, want := range map[string]int{
		`{"format": 1, "files": {"../x": {}, "/etc/passwd": {}, ".git": {}, "": {}, "a\\b": {}, "good.md": {}}}`: 1,
		`{"format": 2, "files": {"good.md": {}}}`: 0,
		`{"format": 1}`: 0, `[]`: 0, `{`: 0, ``: 0, `null`: 0,
	} {
		os.WriteFile(filepath.Join(dir, Name), []byte(text), 0o666)
		if r, err := Read(dir); err != nil || len(r.Files) != want || r.Format != 1 || r.Files == nil {
			t.Errorf("%s: %+v, %v", text, r, err)
		}
	}
}
